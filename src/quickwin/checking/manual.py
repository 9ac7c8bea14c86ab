"""The pages of the rules, read as texts: to show them, no rule need be imported, nor what it imports."""

import ast
import pkgutil
import re
from collections.abc import Iterator, Sequence
from functools import cache
from inspect import cleandoc
from typing import Any, cast

from quickwin import rules as folder
from quickwin.finding import Rule, Severity
from quickwin.rules.listing import described, files
from quickwin.say import say
from quickwin.table import Column, Row, Table

SCHEMA = "quickwin/rule/1"
QUOTES = '"""'
SEVERITY = re.compile(r'^SEVERITY(?:: \w+)? = "(\w+)"', re.MULTILINE)
GROUPS = {
    "QW1": say("The file: can it be read, are its keys and values what they should be"),
    "QW2": say("Names: dimensions, criteria, programs, owners"),
    "QW3": say("Numbers: people, money, weights, ranges"),
    "QW4": say("Time and money"),
    "QW5": say("Delivery: owners, needs, permits, upkeep, KPIs"),
    "QW6": say("Criteria: weights, scales, quotas"),
    "QW7": say("The context: facts and their sources"),
}
"""What the rules look at whose codes begin so."""


@cache
def manual() -> tuple[Rule, ...]:
    """All rules with their pages, in the order of their codes."""
    return tuple(pages())


def pages() -> Iterator[Rule]:
    """Each rule, as its file describes it."""
    for code, file in files().items():
        text = (pkgutil.get_data(folder.__name__, f"{file}.py") or b"").decode("utf-8")
        severity = SEVERITY.search(text)
        yield described(code, cast("Severity", severity[1] if severity else "warning"), docstring(text))


def docstring(text: str) -> str:
    r"""The docstring with which a file begins, as Python reads it.

    >>> docstring('\"\"\"One.\n\n    Two.\n\"\"\"\nCODE = 1\n')
    'One.\n\nTwo.'
    """
    end = text.index(QUOTES, text.index(QUOTES) + len(QUOTES)) + len(QUOTES)
    return cleandoc(str(ast.literal_eval(text[:end])))


def chosen(word: str) -> list[Rule]:
    """The rules that a word names: a code, in any case, the beginning of several, a number, or a name."""
    word = word.strip().casefold().replace("_", "-")
    code = (f"qw{word}" if word.isdecimal() else word).upper()
    return [one for one in manual() if one.name == word] or [
        one for one in manual() if code and one.code.startswith(code)
    ]


def table(rules: Sequence[Rule]) -> Table:
    """The rules for people, by group."""
    columns = (
        Column("group", say("Group")),
        Column("code", say("Code")),
        Column("severity", say("Severity")),
        Column("name", say("Name"), spare=1),
        Column("title", say("What it finds")),
    )
    rows = tuple(Row((group_of(one), one.code, one.severity, one.name, one.title.rstrip("."))) for one in rules)
    notes = (say("“quickwin rule QW401” says why a rule is there and how to mend what it finds."),)
    return Table(say("{count} rules of quickwin check", count=len(rules)), columns, rows, notes=notes, group="group")


def markdown(rule: Rule) -> str:
    """The page of a rule as a document of its own, with its code, name and severity above it."""
    title, _, rest = rule.page.partition("\n")
    head = f"# {rule.code} {rule.name}\n\n{title}\n\n" + say("Severity: {severity}.", severity=rule.severity)
    return f"{head}\n{rest}\n"


def group_of(rule: Rule) -> str:
    """What the rules of its group look at, behind the beginning of their codes."""
    start = rule.code[:3]
    return f"{start} · {GROUPS[start]}" if start in GROUPS else start


def document(rules: Sequence[Rule]) -> dict[str, Any]:
    """The rules as JSON has them, each with its whole page in Markdown."""
    return {
        "schema": SCHEMA,
        "rules": [
            {"code": one.code, "name": one.name, "severity": one.severity, "title": one.title, "page": one.page}
            for one in rules
        ],
    }
