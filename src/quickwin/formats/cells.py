"""How a cell is written for people, by its column's kind: alike in a terminal, in Markdown and in HTML."""

import math
from collections.abc import Iterable, Sequence
from itertools import groupby

from quickwin.cleaning import clean
from quickwin.formats.cleaning import in_ascii
from quickwin.table import DRAWN, WORDS, Cell, Column, Kind, Row, Table

BAR_CELLS = 20
HEIGHTS, HEIGHTS_IN_ASCII = " ▁▂▃▄▅▆▇█", " .-:=+*#@"
SHADES, SHADES_IN_ASCII = " ░▓█", " -=#"
HARDLY_THERE = 0.005
DECIMALS: dict[Kind, int] = {"count": 0, "points": 1, "share": 0, "months": 1}
MOST_DECIMALS = 3
GROUPED_FROM = 9999.5
"""Numbers that are written with five digits before the decimal point, or more, are grouped."""


def written(table: Table, index: int, *, ascii_only: bool = False) -> list[str]:
    """The cells of one column as people read them, cleaned, in the order of the rows.

    Amounts of money and numbers of a column share their decimals: they are compared down the page.

    >>> column, rows = Column("cost", "Cost", "money"), (Row((652e6,)), Row((None,)), Row((12e9,)))
    >>> costs = Table("", (column,), rows, money=(1e9, "Rp miliar"))
    >>> written(costs, 0)
    ['0.7', '', '12.0']
    """
    kind = table.columns[index].kind
    unit = table.money[0] if kind == "money" else 1.0
    cells = [row.cells[index] for row in table.rows]
    decimals = DECIMALS.get(kind)
    if decimals is None:
        decimals = shared_decimals(cell / unit for cell in cells if isinstance(cell, int | float))
    texts = [one(cell, kind, decimals=decimals, unit=unit, ascii_only=ascii_only) for cell in cells]
    return [in_ascii(text) for text in texts] if ascii_only else texts


def one(cell: Cell, kind: Kind, *, decimals: int, unit: float = 1.0, ascii_only: bool = False) -> str:
    r"""One cell as people read it; empty for None and for what is no finite number.

    >>> one(0.712, "share", decimals=0), one(-3, "move", decimals=0), one(-0.04, "points", decimals=1)
    ('71%', '▼3', '0.0')
    """
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, tuple):
        return drawn(cell, kind, ascii_only=ascii_only)
    if cell is None or not math.isfinite(cell):
        return ""
    if kind == "move":
        return moved(round(cell), ascii_only=ascii_only)
    if kind == "share":
        return f"{decimal(100 * cell, decimals)}%"
    return decimal(cell / unit, decimals)


def decimal(number: float, decimals: int) -> str:
    r"""A number with that many decimals, in groups of three from 10 000 on, and zero without a sign.

    >>> decimal(436079, 0), decimal(-1.25, 1)
    ('436\xa0079', '−1.2')
    """
    text = f"{number:,.{decimals}f}" if abs(number) >= GROUPED_FROM else f"{number:.{decimals}f}"
    if text.startswith("-"):
        text = f"−{text[1:]}" if text.strip("-0.") else text[1:]
    return text.replace(",", "\u00a0")


def shared_decimals(numbers: Iterable[float]) -> int:
    """The decimals with which the largest number has three digits and the smallest at least one.

    >>> shared_decimals([652.0, 12.0]), shared_decimals([12.0, 0.65]), shared_decimals([150.0, 0.04])
    (0, 1, 2)
    """
    sizes = [abs(number) for number in numbers if number and math.isfinite(number)]
    if not sizes:
        return 0
    places = [-math.floor(math.log10(size)) for size in (max(sizes), min(sizes))]
    return max(0, min(places[0] + 2, 9), min(places[1], MOST_DECIMALS))


def moved(ranks: int, *, ascii_only: bool) -> str:
    """Ranks gained or lost, as an arrow and a number."""
    if not ranks:
        return "="
    up, down = ("^", "v") if ascii_only else ("▲", "▼")
    return f"{up if ranks > 0 else down}{abs(ranks)}"


def drawn(cell: tuple[float, ...], kind: Kind, *, ascii_only: bool) -> str:
    """A picture of characters."""
    if kind == "spread":
        return spread(cell, ascii_only=ascii_only)
    if kind == "calendar":
        return calendar(cell, ascii_only=ascii_only)
    return bar(cell[0], cell[1], ascii_only=ascii_only)


def calendar(months: Sequence[float], *, ascii_only: bool) -> str:
    """Months as characters, the darker the more they hold.

    >>> calendar((0, 1, 1, 2, 3), ascii_only=False), calendar((0, 1, 1, 2, 3), ascii_only=True)
    (' ░░▓█', ' --=#')
    """
    shades = SHADES_IN_ASCII if ascii_only else SHADES
    return "".join(shades[round(month)] for month in months).rstrip()


def bar(begins: float, ends: float, *, ascii_only: bool) -> str:
    """From one share to another of a line of 20 characters; block characters show halves too.

    >>> bar(0.25, 0.525, ascii_only=False), bar(0.25, 0.525, ascii_only=True)
    ('     █████▌', '     #####')
    """
    low, high = (min(max(share, 0.0), 1.0) if math.isfinite(share) else 0.0 for share in sorted((begins, ends)))
    steps = BAR_CELLS if ascii_only else 2 * BAR_CELLS
    first, last = round(low * steps), round(high * steps)
    if first == last and high > low:
        first, last = (first, last + 1) if last < steps else (first - 1, last)
    if ascii_only:
        return " " * first + "#" * (last - first)
    halves = [first <= half < last for half in range(2 * BAR_CELLS)]
    blocks = {(True, True): "█", (True, False): "▌", (False, True): "▐", (False, False): " "}
    return "".join(blocks[pair] for pair in zip(halves[::2], halves[1::2], strict=True)).rstrip()


def spread(shares: Sequence[float], *, ascii_only: bool) -> str:
    """Shares as characters of eight heights, the largest being the highest; what is hardly there is left blank.

    >>> spread((0.0, 0.1, 0.5, 0.4, 0.004), ascii_only=False), spread((0.0, 0.1, 0.5, 0.4, 0.004), ascii_only=True)
    (' ▂█▇', ' -@#')
    """
    heights = HEIGHTS_IN_ASCII if ascii_only else HEIGHTS
    most = max(shares, default=0.0)
    steps = [math.ceil(8 * share / most) if most and share >= HARDLY_THERE else 0 for share in shares]
    return "".join(heights[step] for step in steps).rstrip()


def on_the_right(column: Column) -> bool:
    """Whether the column's cells are numbers, which stand on the right."""
    return column.kind not in WORDS | DRAWN


def heading(table: Table, column: Column) -> str:
    """A column's title, with the unit of money where it counts money and does not say so itself."""
    unit = table.money[1]
    says = column.kind != "money" or not unit or unit in column.title
    return clean(column.title if says else f"{column.title}, {unit}")


def grouped(table: Table) -> list[tuple[str | None, Sequence[int]]]:
    """The numbers of the rows under each heading, in order; the heading is None where nothing groups them."""
    index = group_index(table)
    if index is None:
        return [(None, range(len(table.rows)))]
    names = written(table, index)
    return [(name, list(rows)) for name, rows in groupby(range(len(names)), key=names.__getitem__)]


def group_index(table: Table) -> int | None:
    """Where the column stands whose values head the rows."""
    return next((index for index, column in enumerate(table.columns) if column.key == table.group), None)


def shown_rows(table: Table) -> tuple[Row, ...]:
    """The rows of a table that has columns; a table without any is only sentences."""
    return table.rows if table.columns else ()
