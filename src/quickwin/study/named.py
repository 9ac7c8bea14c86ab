"""Mappings whose keys are names that the user chose: phases, pillars, criteria, raters and facts."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.mapping import read_mapping
from quickwin.study.problem import Gathering, quoted
from quickwin.study.reading import Reading
from quickwin.study.scalar import text

T = TypeVar("T")

NUMBER_KEYS = frozenset({"value", "likely", "low", "high", "raters"})
"""A mapping with one of these keys is an estimate."""
RESERVED = NUMBER_KEYS | {"source", "url", "year", "date", "unit", "note", "assumed"}
"""These keys are never names of phases, pillars, items, criteria, raters, enablers or dimensions."""
NOTHING: frozenset[str] = frozenset()
"""What is reserved among facts, kinds of money and years, which stand where no estimate can: only `note`."""


def parts(
    data: Data, reading: Reading, gathering: Gathering, what: str, *, reserved: frozenset[str] = RESERVED
) -> Iterator[tuple[str, Data]]:
    """The names of a mapping with their values, without its note; null values too, so that their names are checked.

    `what` says what is named ('a phase'); `reserved` are the names that it cannot have.
    """
    for name, given in read_mapping(data, say("names with their values")).items():
        if gathering.is_full:
            return
        if name == "note":
            if given is not None:
                gathering.take((name,), text, given, reading)
        elif name in reserved:
            gathering.add(
                "QW112",
                say("{name} cannot be the name of {what}.", name=quoted(name), what=what),
                say("Choose another name, or move the line into the value that it speaks of."),
                path=(name,),
                at_key=True,
            )
        else:
            yield name, given


def each(
    read: Callable[[Data, Reading], T], what: str, *, reserved: frozenset[str] = RESERVED
) -> Callable[[Data, Reading], dict[str, T]]:
    """A reader of mappings from names to values that `read` reads; null is left out."""

    def read_each(data: Data, reading: Reading) -> dict[str, T]:
        gathering = Gathering()
        values = {}
        for name, given in parts(data, reading, gathering, what, reserved=reserved):
            if given is not None:
                values[name] = gathering.take((name,), read, given, reading)
        gathering.close()
        return {name: value for name, value in values.items() if value is not None}

    return read_each
