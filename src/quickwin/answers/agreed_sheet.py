"""The agreement of raters with every number of it, for a spreadsheet."""

from quickwin.answers.agreed import Agreement
from quickwin.table import Column, Kind, Row, Table

ACCORDS: tuple[tuple[str, Kind], ...] = (
    ("key", "text"),
    ("title", "text"),
    ("kind", "text"),
    ("raters", "text"),
    ("left_out", "text"),
    ("programs", "count"),
    ("w", "number"),
    ("chi_square", "number"),
    ("p", "number"),
    ("test", "text"),
    ("agreement", "text"),
    ("unlike", "text"),
)
RATERS: tuple[tuple[str, Kind], ...] = (
    ("name", "text"),
    ("given", "count"),
    ("complete", "count"),
    ("with_others", "number"),
    ("among_others", "number"),
    ("unlike", "text"),
)
TALK: tuple[tuple[str, Kind], ...] = (
    ("id", "text"),
    ("name", "text"),
    ("key", "text"),
    ("title", "text"),
    ("kind", "text"),
    ("lowest", "text"),
    ("lowest_by", "text"),
    ("highest", "text"),
    ("highest_by", "text"),
    ("spread", "share"),
    ("points", "points"),
    ("classes", "text"),
)


def sheets(found: Agreement) -> tuple[Table, ...]:
    """The agreement on each question and overall, every pair on which raters lie apart, and the raters."""
    return (
        sheet(found.title, ACCORDS, (*found.criteria, found.overall)),
        sheet(found.title, TALK, found.talk),
        sheet(found.title, RATERS, found.raters),
    )


def sheet(title: str, columns: tuple[tuple[str, Kind], ...], every: tuple[object, ...]) -> Table:
    """A table with a row for each of some results; lists are parted by semicolons."""

    def cell(one: object, key: str) -> str | float | None:
        value = getattr(one, key)
        if isinstance(value, tuple):
            return "; ".join(value) or None
        if isinstance(value, bool):
            return "yes" if value else None
        return value  # type: ignore[no-any-return]  # a number or a text

    return Table(
        title,
        tuple(Column(key, key, kind) for key, kind in columns),
        tuple(Row(tuple(cell(one, key) for key, _ in columns)) for one in every),
    )
