"""Tables as comma-separated values, for spreadsheets and for programs."""

import csv
import io
import math
from collections.abc import Sequence

from quickwin.cleaning import harmless
from quickwin.table import DRAWN, Cell, Table


def write(tables: Sequence[Table]) -> str:
    r"""The tables with a line of column keys, numbers in full precision, an empty line between tables.

    Pictures of characters are left out, empty cells are empty, and ranks moved are a signed number. A text that a
    spreadsheet could take for a formula begins with an apostrophe; so does what follows a semicolon in it, where some
    spreadsheets end a cell.

    >>> from quickwin.table import Column, Row
    >>> columns = (Column("name", "Name"), Column("score", "Score", "points"))
    >>> write([Table("", columns, (Row(("=1+1", 35.491)),))])
    "name,score\n'=1+1,35.491\n"
    """
    return "\n".join(lines(table) for table in tables if table.columns)


def encode(text: str) -> bytes:
    r"""The text for a file: UTF-8 with the mark at its beginning by which Excel knows it.

    >>> encode("é")
    b'\xef\xbb\xbf\xc3\xa9'
    """
    return text.encode("utf-8-sig", "replace")


def lines(table: Table) -> str:
    """One table, its heading line first."""
    kept = [index for index, column in enumerate(table.columns) if column.kind not in DRAWN]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([harmless(table.columns[index].key) for index in kept])
    writer.writerows([value(row.cells[index]) for index in kept] for row in table.rows)
    return out.getvalue()


def value(cell: Cell) -> str | int | float:
    """A cell as data."""
    if isinstance(cell, str):
        return harmless(cell)
    return "" if cell is None or isinstance(cell, tuple) or not math.isfinite(cell) else cell
