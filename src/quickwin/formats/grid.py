"""A table as the lines of a page of characters of one width, each with the tone in which it is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from quickwin.cleaning import as_line, clean
from quickwin.formats.cells import group_index, grouped, heading, on_the_right, shown_rows, written
from quickwin.formats.cleaning import encodable, in_ascii
from quickwin.formats.fitting import Content, Layout, fit, taken
from quickwin.formats.wrapping import pad, wrap
from quickwin.say import say
from quickwin.table import WORDS, Table, Tone

Manner = Tone | Literal["title", "head"]
READABLE = 110
"""Sentences are no wider than this, however wide the terminal is."""
HANGING = "  "


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page."""

    text: str
    manner: Manner = "plain"


@dataclass(frozen=True, slots=True)
class Pen:
    """What lines are drawn with: their width, whether only ASCII's signs, and the encoding of letters."""

    width: int
    ascii_only: bool = False
    encoding: str = "utf-8"

    def plain(self, text: str) -> str:
        """A text from anywhere as it can be printed."""
        cleaned = clean(text)
        return encodable(in_ascii(cleaned) if self.ascii_only else cleaned, self.encoding)


def page(tables: Sequence[Table], pen: Pen) -> list[Line]:
    """The lines of the tables, an empty one between two of them."""
    lines: list[Line] = []
    for table in tables:
        if lines:
            lines.append(Line(""))
        lines += of_table(table, pen)
    return [Line(as_line(line.text), line.manner) for line in lines]


def of_table(table: Table, pen: Pen) -> list[Line]:
    """Title and lead, the rows, the notes, with an empty line between these."""
    top = [Line(text, "title") for text in wrap(pen.plain(table.title), pen.width) if text]
    top += [line for sentence in table.lead for line in sentences(sentence, pen)]
    rows = list(grid(table, pen)) if shown_rows(table) else []
    notes = [line for sentence in table.notes for line in sentences(sentence, pen)]
    lines: list[Line] = []
    for block in (top, rows, notes):
        if lines and block:
            lines.append(Line(""))
        lines += block
    return lines


def sentences(text: str, pen: Pen) -> Iterator[Line]:
    """The lines of a sentence, those after the first set in."""
    first, *more = wrap(pen.plain(text), min(pen.width, READABLE) - len(HANGING))
    yield Line(first)
    yield from (Line(HANGING + line) for line in more)


def grid(table: Table, pen: Pen) -> Iterator[Line]:
    """The head, a rule and the rows, under headings where the table is grouped."""
    places = [index for index in range(len(table.columns)) if index != group_index(table)]
    contents = [content(table, index, pen) for index in places]
    right = [on_the_right(table.columns[index]) for index in places]
    marked = marks(table, pen)
    layout = fit(contents, pen.width - len(marked[0]))
    margin = " " * len(marked[0])
    titles = [one.title for one in contents]
    yield from (Line(margin + text, "head") for text in laid(titles, contents, right, layout))
    yield Line(margin + ("-" if pen.ascii_only else "─") * taken(layout.widths, layout.gap), "muted")
    for number, (name, rows) in enumerate(grouped(table)):
        if name is not None:
            yield from [Line("")] if number else []
            yield Line(pen.plain(name) or say("(not stated)"), "head")
        for row in rows:
            cells = laid([one.cells[row] for one in contents], contents, right, layout)
            for first, text in zip_longest([marked[row]], cells, fillvalue=margin):
                yield Line((first + text).rstrip(), table.rows[row].tone)
    spared = [(table.columns[places[at]], one.title) for at, one in enumerate(contents) if at not in layout.kept]
    gone = [say("Calendar") if column.kind == "calendar" else title for column, title in spared if title]
    if gone:
        sentence = say("Not shown, for lack of width: {names}.", names=", ".join(gone))
        yield from (Line(line.text, "muted") for line in sentences(sentence, pen))


def content(table: Table, index: int, pen: Pen) -> Content:
    """A column as it is printed."""
    column = table.columns[index]
    title = heading(table, column)
    cells = written(table, index, ascii_only=pen.ascii_only)
    return Content(pen.plain(title), tuple(map(pen.plain, cells)), column.kind in WORDS, column.spare)


def marks(table: Table, pen: Pen) -> list[str]:
    """What stands before each row: a sign at the good ones, as not all see colour; nothing if all are."""
    good = [row.tone == "good" for row in table.rows]
    if all(good) or not any(good):
        return [""] * len(good)
    sign = "* " if pen.ascii_only else "● "
    return [sign if one else "  " for one in good]


def laid(texts: Sequence[str], contents: Sequence[Content], right: Sequence[bool], layout: Layout) -> list[str]:
    """The lines of one row: each cell wrapped and padded to its column, blanks at the end cut off."""
    columns = []
    for index, room in zip(layout.kept, layout.widths, strict=True):
        cell = texts[index]
        wrapped = wrap(cell, room) if contents[index].wraps or cell == contents[index].title else [cell]
        columns.append((wrapped, room, right[index]))
    height = max((len(wrapped) for wrapped, _, _ in columns), default=0)
    lines = []
    for at in range(height):
        padded = [pad(cell[at] if at < len(cell) else "", room, right=side) for cell, room, side in columns]
        lines.append((" " * layout.gap).join(padded).rstrip())
    return lines
