"""The facts and the coverage of a study's contexts, one after the other, and of when they are."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quickwin.study.context import Fact, FactKeys
from quickwin.study.study import Source, Study

AREAS = frozenset({"km2", "km²", "m2", "m²", "ha", "hectare", "hectares", "hektare", "hektar"})
"""Units of area: a place keeps its size, so that its year is no matter."""
YEAR = re.compile(r"\d{4}")


class Stated(NamedTuple):
    """A fact or a coverage, the context in which it is stated and its path there."""

    fact: Fact
    source: Source
    path: tuple[str, str]


def stated(study: Study) -> Iterator[Stated]:
    """Every fact and coverage of every context."""
    for context, source in study.contexts:
        for section, facts in (("facts", context.facts), ("coverage", context.coverage)):
            for name, fact in facts.items():
                yield Stated(fact, source, (section, name))


def changes(fact: Fact) -> bool:
    """Whether a fact is one that changes with the years."""
    return not (fact.about and fact.about.unit and fact.about.unit.casefold() in AREAS)


def dated(fact: Fact) -> tuple[str, str | None]:
    """The key that dates a fact, and what it says: the year that it speaks of, or else the day on which it was said."""
    about = fact.about
    if about and about.year:
        return "year", about.year if YEAR.fullmatch(about.year) else None
    return "date", about.date if about else None


def written(fact: Fact) -> str:
    """The number of a fact as it is written behind `value`."""
    return str(fact.about.value) if isinstance(fact.about, FactKeys) else ""
