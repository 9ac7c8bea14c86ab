"""The rules as they lie in their folder: a file QWnnn_name.py each, whose docstring is its page."""

import pkgutil
from functools import cache

from quickwin import rules as folder
from quickwin.finding import Rule, Severity


@cache
def files() -> dict[str, str]:
    """The file of each rule, by its code, in the order of the codes."""
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    return {name.partition("_")[0].upper(): name for name in names if name.startswith("qw")}


def name_of(file: str) -> str:
    """The name of the rule that a file holds.

    >>> name_of("qw501_no_owner")
    'no-owner'
    """
    return file.partition("_")[2].replace("_", "-")


def described(code: str, severity: Severity, page: str) -> Rule:
    """A rule, by its code, what its file says of its gravity, and its page, whose first line is its title."""
    return Rule(code, name_of(files()[code]), severity, page.partition("\n")[0], page)
