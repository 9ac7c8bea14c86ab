"""The rules, as they lie in the folder `rules`: a file QWnnn_name.py each, whose docstring is its page."""

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from inspect import cleandoc
from types import ModuleType

from quickwin import rules as folder
from quickwin.finding import Rule
from quickwin.rules.remark import Remark
from quickwin.study.study import Study

Check = Callable[[Study], Iterator[Remark]]


@cache
def files() -> dict[str, str]:
    """The file of each rule, by its code, in the order of the codes."""
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    return {name.partition("_")[0].upper(): name for name in names if name.startswith("qw")}


def module(code: str) -> ModuleType:
    """The file of a rule."""
    return import_module(f"quickwin.rules.{files()[code]}")


@cache
def rule(code: str) -> Rule:
    """What a code stands for.

    >>> rule("QW501").title, rule("QW501").name
    ('A program has no owner.', 'no-owner')
    """
    page = cleandoc(module(code).__doc__ or "")
    name = files()[code].partition("_")[2].replace("_", "-")
    return Rule(code, name, module(code).SEVERITY, page.partition("\n")[0], page)


def check_of(code: str) -> Check | None:
    """What looks for a rule's mistakes in a study; None for what is found while files are read."""
    found: Check | None = getattr(module(code), "check", None)
    return found
