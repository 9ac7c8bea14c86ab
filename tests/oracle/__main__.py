"""`python -m tests.oracle [plans] SEEDS [FIRST]`: compare random studies and show the first that differs."""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.oracle.comparing import differences
from tests.oracle.comparing_plans import plan_differences


def main(arguments: list[str]) -> int:
    """Returns 1 at the first difference, whose study it leaves in a folder that it names."""
    compared = differences
    if arguments[0] == "plans":
        compared, arguments = plan_differences, arguments[1:]
    seeds = int(arguments[0])
    first = int(arguments[1]) if len(arguments) > 1 else 0
    for seed in range(first, first + seeds):
        folder = Path(tempfile.mkdtemp(prefix=f"oracle-{seed}-"))
        found = compared(seed, folder)
        if found:
            sys.stdout.write("\n".join([*found, f"the study is in {folder}\n"]))
            return 1
        shutil.rmtree(folder)
    sys.stdout.write(f"{seeds} studies agree\n")
    return 0


sys.exit(main(sys.argv[1:]))
