"""Tables in Markdown as GitHub reads it."""

import re
from collections.abc import Iterator, Sequence

from quickwin.cleaning import clean
from quickwin.formats.cells import group_index, grouped, heading, on_the_right, shown_rows, written
from quickwin.table import DRAWN, Kind, Table

MARKS = re.compile(r"[\\`*_\[\]|~$#!]")
BEGINS = re.compile(r"^(\s*)([-+=:>])")
REACHES_OUT = re.compile(r"(?<=@)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=\\#)(?=\d)", re.IGNORECASE)
"""Where a name, an address or the number of an issue is cut, so that it calls nobody and leads nowhere."""
CUT = "&#8203;"
NUMBERED = re.compile(r"^(\s*\d+)([.)])")
ADDRESS = re.compile(r"https?://[^\s`|\\]+")
"""An address with nothing in it that would end a piece of code or a cell."""
LOWEST = 6
"""The lowest heading that Markdown has."""
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def write(tables: Sequence[Table]) -> str:
    r"""The tables with their titles as headings and their sentences as paragraphs; no text in them is markup.

    >>> from quickwin.table import DRAWN, Column, Row
    >>> columns = (Column("name", "Program"), Column("score", "Score", "points"))
    >>> print(write([Table("Round 2022", columns, (Row(("*A*", 35.49)),))]), end="")
    ## Round 2022
    <BLANKLINE>
    | Program | Score |
    | --- | ---: |
    | \*A\* | 35.5 |
    """
    blocks = [block for table in tables for block in of_table(table)]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def of_table(table: Table) -> Iterator[str]:
    """The blocks of one table, between which stand empty lines."""
    if table.title:
        yield f"{'#' * min(2 + table.depth, LOWEST)} {escape(table.title)}"
    yield from (paragraph(sentence) for sentence in table.lead)
    if shown_rows(table):
        yield from grids(table)
    yield from (paragraph(sentence) for sentence in table.notes)


def grids(table: Table) -> Iterator[str]:
    """The rows as one grid, or as one under each heading."""
    kept = [index for index in range(len(table.columns)) if index != group_index(table)]
    columns = [table.columns[index] for index in kept]
    texts = [
        [in_cell(text, column.kind) for text in written(table, index)]
        for index, column in zip(kept, columns, strict=True)
    ]
    top = [
        line([escape(heading(table, column)) for column in columns]),
        line(["---:" if on_the_right(column) else "---" for column in columns]),
    ]
    for name, rows in grouped(table):
        if name is not None:
            yield f"{'#' * min(3 + table.depth, LOWEST)} {escape(name) or '–'}"
        yield "\n".join(top + [line([texts[place][row] for place in range(len(kept))]) for row in rows])


def line(cells: Sequence[str]) -> str:
    """One line of a grid."""
    return f"| {' | '.join(cells)} |"


def in_cell(text: str, kind: Kind) -> str:
    """A cell; a bar stands as code, so that its characters are of one width, and an address, so that it stays whole."""
    if kind == "address" and ADDRESS.fullmatch(text):
        return f"`{text}`"
    if kind in DRAWN:
        return f"`{text.replace(' ', chr(0xA0))}`" if text else ""
    return escape(text)


def paragraph(text: str) -> str:
    """A sentence that begins no list, heading or quotation."""
    return NUMBERED.sub(r"\1\\\2", BEGINS.sub(r"\1\\\2", escape(text).strip()))


def escape(text: str) -> str:
    r"""The text with everything that Markdown or HTML would act on written so that it is only seen.

    >>> escape("<b>a|b</b> & _c_"), escape("@all")
    ('&lt;b&gt;a\\|b&lt;/b&gt; &amp; \\_c\\_', '@&#8203;all')
    """
    marked = MARKS.sub(r"\\\g<0>", clean(text))
    return REACHES_OUT.sub(CUT, "".join(ENTITIES.get(character, character) for character in marked))
