"""What a reader sees of an answer, before any format: titled columns with kinds, rows and sentences.

Answers make tables and formats print them; neither knows the other.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "text", "address", "count", "points", "share", "months", "money", "number", "move", "bar", "spread", "calendar"
]
"""How a column's cells are written.

| kind | cell | on paper |
|---|---|---|
| text | a string | as it is |
| address | the address of a page | as it is, so that it can be copied; it leads nowhere by itself |
| count | a whole number | 12 |
| points | points of a score, 0 to 100 | 35.5 |
| share | a share in [0, 1] | 71 % |
| months | months | 6.6 |
| money | an amount in the currency | in the table's unit of money |
| number | any number | a few significant digits |
| move | ranks gained (above 0) or lost since the other order; None: new | an arrow and a number |
| bar | a pair (from, to) in [0, 1] | a bar of characters; no column in a file of data |
| spread | shares in [0, 1], one a place | a line of characters as high as the shares; no column in a file of data |
| calendar | months: 0, 1 at work, 2 felt, 3 felt by more | a line of characters as dark; no column in a file of data |

None is an empty cell, whatever the kind.
"""
DRAWN: frozenset[Kind] = frozenset({"bar", "spread", "calendar"})
"""The kinds that are pictures of characters."""
WORDS: frozenset[Kind] = frozenset({"text", "address"})
"""The kinds that are texts, which stand on the left and may take several lines."""

Cell = str | float | int | tuple[float, ...] | None
Tone = Literal["plain", "good", "held", "muted"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` names it in files of data, `title` heads it for people.

    Where a line is too narrow, columns with the highest `spare` go first; those with 0 always stay.
    """

    key: str
    title: str
    kind: Kind = "text"
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One cell for each column; the tone tells a terminal how to set it off."""

    cells: tuple[Cell, ...]
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title, sentences above (`lead`) and below it (`notes`).

    `group` names the column whose value heads the rows that follow, each time that it changes;
    `money` is the unit in which money is counted, as (amount, name); `depth` how far its title stands below those of
    the answer's chapters.
    """

    title: str
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    lead: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    group: str | None = None
    money: tuple[float, str] = (1.0, "")
    depth: int = 0
