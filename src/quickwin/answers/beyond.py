"""Cells of a sheet that no heading stands above: a number that was cut at its comma, or a remark."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quickwin.files.sheet import Cell, Grid, column_name
from quickwin.say import say

WHOLE = re.compile(r"-?[0-9]+")
DECIMALS = re.compile(r"[0-9]+%?")


def beyond(grid: Grid, row: int, head: int, asked: range) -> tuple[str, str] | None:
    """What is wrong with a row that has more cells than the headings, and its mend; None where nothing is.

    Only text parted by a mark can be parted wrongly. Empty cells at the end are no mistake, unless two whole numbers
    beside each other among the columns of `asked` may be one that was cut at its comma.
    """
    cells = grid.rows[row]
    headings, count = max(grid.rows[head]), max(cells)
    cut = cut_at_comma(cells, asked) if grid.separator == "," else ""
    if cut and grid.widths[row] > grid.widths[head]:
        count = max(count, grid.widths[row])
    if not grid.separator or count <= headings:
        return None
    what = say("Row {row} has {count} cells, its headings have {headings}.", row=row, count=count, headings=headings)
    if cut:
        return what, say("Was “{cut}” meant? Put it in quotes, or save with semicolons.", cut=cut)
    return what, say("Delete what stands beyond the last heading, or give it a heading.")


def cut_at_comma(cells: dict[int, Cell], asked: range) -> str:
    """The first two whole numbers of a row that may be one with decimals; nothing where there are none."""
    texts = [cells[column].text if column in cells else "" for column in range(asked.start, max(cells) + 1)]
    pairs = ((one, other) for one, other in pairwise(texts) if WHOLE.fullmatch(one) and DECIMALS.fullmatch(other))
    return next((f"{one},{other}" for one, other in pairs), "")


def unheaded(grid: Grid, head: int) -> Iterator[str]:
    """The names of the columns in which something stands below an empty heading."""
    heads = grid.rows[head]
    below = {column for row, cells in grid.rows.items() if row > head for column in cells}
    yield from (column_name(column) for column in sorted(below - heads.keys()))
