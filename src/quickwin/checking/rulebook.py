"""The rules, each imported from its file: what it is called, and what looks for its mistakes."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from inspect import cleandoc
from types import ModuleType

from quickwin.finding import Rule
from quickwin.rules.listing import described, files
from quickwin.rules.remark import Remark
from quickwin.study.study import Study

__all__ = ["Check", "check_of", "files", "module", "rule"]

Check = Callable[[Study], Iterator[Remark]]


def module(code: str) -> ModuleType:
    """The file of a rule."""
    return import_module(f"quickwin.rules.{files()[code]}")


@cache
def rule(code: str) -> Rule:
    """What a code stands for.

    >>> rule("QW501").title, rule("QW501").name
    ('A program has no owner.', 'no-owner')
    """
    return described(code, module(code).SEVERITY, cleandoc(module(code).__doc__ or ""))


def check_of(code: str) -> Check | None:
    """What looks for a rule's mistakes in a study; None for what is found while files are read."""
    found: Check | None = getattr(module(code), "check", None)
    return found
