"""What a reader of data must know of the rest of the study: how numbers are written and which names exist."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quickwin.study.quantity import Grammar

if TYPE_CHECKING:
    from datetime import date

    from quickwin.study.criterion import Leaf
    from quickwin.study.readiness import Readiness


@dataclass(frozen=True, slots=True)
class Reading:
    """The surroundings of a value that is being read.

    None in place of names means that they are not known, since the file that lists them is itself broken;
    then nothing is checked against them. `doubtful` are names that such a file lists in a broken way.
    """

    grammar: Grammar = field(default_factory=Grammar)
    facts: Mapping[str, float] | None = None
    enablers: tuple[str, ...] | None = None
    start: "date | None" = None
    leaves: "Mapping[str, Leaf] | None" = None
    readiness: "Readiness | None" = None
    dimensions: Mapping[str, str] | None = None
    """Every way to write a dimension, case folded, and its key."""
    empty_dimensions: frozenset[str] = frozenset()
    """Dimensions that criteria.yaml names with nothing behind the colon, which is the same as leaving them out."""
    subdimensions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    statuses: tuple[str, ...] | None = None
    """The funding statuses that are known; None where money is not judged."""
    doubtful: frozenset[str] = frozenset()
