"""Tables as a fragment of HTML, for notebooks and pages."""

from collections.abc import Iterator, Sequence
from html import escape

from quickwin.cleaning import clean
from quickwin.formats.cells import group_index, grouped, heading, on_the_right, shown_rows, written
from quickwin.table import DRAWN, Column, Table

LOWEST = 6
"""The lowest heading that HTML has."""


def write(tables: Sequence[Table]) -> str:
    """The tables as one `div` of class `quickwin`, without style or script; every text in it is escaped.

    Numbers have the class `quickwin-number`, bars `quickwin-bar`, and rows that are set off `quickwin-good`,
    `quickwin-held` or `quickwin-muted`.

    >>> print(write([Table("A & B", lead=("No program.",))]), end="")
    <div class="quickwin">
    <h3>A &amp; B</h3>
    <p>No program.</p>
    </div>
    """
    return "\n".join(['<div class="quickwin">', *(line for table in tables for line in of_table(table)), "</div>", ""])


def of_table(table: Table) -> Iterator[str]:
    """The lines of one table."""
    if table.title:
        level = min(3 + table.depth, LOWEST)
        yield f"<h{level}>{text(table.title)}</h{level}>"
    yield from (f"<p>{text(sentence)}</p>" for sentence in table.lead)
    if shown_rows(table):
        yield "<table>"
        yield from grid(table)
        yield "</table>"
    yield from (f"<p>{text(sentence)}</p>" for sentence in table.notes)


def grid(table: Table) -> Iterator[str]:
    """The head and the bodies of a table, one body a heading."""
    kept = [index for index in range(len(table.columns)) if index != group_index(table)]
    columns = [table.columns[index] for index in kept]
    texts = [written(table, index) for index in kept]
    heads = "".join(f'<th scope="col"{mark(column)}>{text(heading(table, column))}</th>' for column in columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    for name, rows in grouped(table):
        yield "<tbody>"
        if name is not None:
            yield f'<tr><th scope="rowgroup" colspan="{len(kept)}">{text(name) or "–"}</th></tr>'
        for row in rows:
            tone = table.rows[row].tone
            cells = "".join(cell(texts[place][row], column) for place, column in enumerate(columns))
            yield f'<tr class="quickwin-{tone}">{cells}</tr>' if tone != "plain" else f"<tr>{cells}</tr>"
        yield "</tbody>"


def cell(content: str, column: Column) -> str:
    """One cell; the blanks of a bar are kept."""
    if column.kind in DRAWN:
        content = content.replace(" ", "\u00a0")
    return f"<td{mark(column)}>{text(content)}</td>"


def mark(column: Column) -> str:
    """The class by which a page sets a column off."""
    if column.kind in DRAWN:
        return ' class="quickwin-bar"'
    return ' class="quickwin-number"' if on_the_right(column) else ""


def text(content: str) -> str:
    """Text that is only seen."""
    return escape(clean(content), quote=True)
