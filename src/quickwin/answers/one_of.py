"""One program out of a result, by its place or by its id."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """Its id."""


One = TypeVar("One", bound=Named)


def one_of(programs: Sequence[One], key: int | str) -> One:
    """The program at a place, or that with an id.

    Raises:
        IndexError: there is no such place.
        KeyError: there is none of this id.
    """
    if isinstance(key, int):
        return programs[key]
    for program in programs:
        if program.id == key:
            return program
    raise KeyError(key)
