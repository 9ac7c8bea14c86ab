"""`python -m quickwin` is the command `quickwin`."""

import sys

from quickwin.cli import main

sys.exit(main())
