"""The cells of an XLSX workbook, read with nothing but the standard library and within limits.

Only values are read: no formula is worked out, no link followed, no macro looked at, and a part of the file that
declares entities of its own is refused, so that a small file cannot become a large one.
"""

import io
import re
import zlib
from collections.abc import Iterator
from posixpath import normpath
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from quickwin.files.delimited import no_keys
from quickwin.files.markup import Hostile, Large, Part, parse
from quickwin.files.sheet import ID, MOST_COLUMNS, MOST_ROWS, Cell, Grid, too_large
from quickwin.files.xlsx_values import Looks, Shown, looks, shown_as
from quickwin.finding import Finding, Place
from quickwin.say import say

BYTES_UNPACKED = 32 * 1024 * 1024
MOST_SHEETS = 20
REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


class Book(NamedTuple):
    """What the cells of a workbook refer to: its texts, by number, and how its numbers look."""

    texts: list[str]
    looks: Looks


def read_workbook(data: bytes, name: str) -> Grid | Finding:
    """The first sheet of a workbook that has a row of keys, or why there is none."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            unpack = Unpacking(archive)
            grids = (Grid(name, rows) for rows in sheets(unpack))
            found = next((grid for grid in grids if grid.row_of(ID)), None)
    except Large:
        return too_large(name)
    except (BadZipFile, Hostile, LookupError, ValueError, zlib.error, EOFError, RuntimeError, OSError):
        return Finding(
            "QW101",
            Place(name),
            say("The workbook is damaged, has a password, or is none."),
            say("Open it in Excel or LibreOffice and save it again as “Excel Workbook (.xlsx)”."),
        )
    return no_keys(name) if found is None else found


class Unpacking:
    """The parts of a workbook by name, unpacked up to a limit for all together."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.names = {name.casefold(): name for name in archive.namelist()}
        self.left = BYTES_UNPACKED

    def part(self, name: str) -> Part:
        """One part, parsed; a part that is not there is empty.

        Raises:
            Large: with it more would be unpacked than is read.
        """
        there = self.names.get(name.casefold())
        if there is None:
            return Part([])
        if self.archive.getinfo(there).compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise Hostile
        with self.archive.open(there) as file:
            data = file.read(self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            raise Large
        return parse(data)


def sheets(unpack: Unpacking) -> Iterator[dict[int, dict[int, Cell]]]:
    """The cells of each sheet of a workbook, in its order."""
    targets = {
        one.attributes.get("Id", ""): one.attributes.get("Target", "")
        for one in unpack.part("xl/_rels/workbook.xml.rels").elements("Relationship")
    }
    named = [one.attributes.get("id", "") for one in unpack.part("xl/workbook.xml").elements("sheet")]
    texts = [one.text_of("t", but="rPh") for one in unpack.part("xl/sharedStrings.xml").elements("si")]
    book = Book(texts, looks(unpack.part("xl/styles.xml")))
    for id in named[:MOST_SHEETS]:
        target = targets.get(id, "")
        path = target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")
        yield cells(unpack.part(path), book)


def cells(part: Part, book: Book) -> dict[int, dict[int, Cell]]:
    """The cells of a sheet that hold something."""
    rows: dict[int, dict[int, Cell]] = {}
    for one in part.elements("c"):
        found = REFERENCE.fullmatch(one.attributes.get("r", ""))
        if found is None:
            raise Hostile
        row, column = int(found[2]), number_of(found[1])
        value = value_of(one, book)
        if not value.text and not value.odd:
            continue
        if row > MOST_ROWS or column > MOST_COLUMNS:
            raise Large
        rows.setdefault(row, {})[column] = Cell(row, column, *value)
    return dict(sorted(rows.items()))


def value_of(cell: Part, book: Book) -> Shown:
    """What a cell shows."""
    kind, value = cell.attributes.get("t", "n"), cell.text_of("v").strip()
    if cell.has("f"):
        return Shown(value, odd=say("a formula"))
    if kind == "s":
        return Shown(book.texts[natural(value)].strip() if value else "")
    if kind in {"str", "inlineStr"}:
        return Shown((cell.text_of("t", but="rPh") or value).strip())
    if kind == "e":
        return Shown(value, odd=say("an error"))
    if kind == "b":
        return Shown("TRUE" if value == "1" else "FALSE")
    if kind == "d":
        return Shown(value, odd=say("a date"))
    return shown_as(value, book.looks.of(cell.attributes.get("s", "0")))


def natural(digits: str) -> int:
    """The number of a text in the list of a workbook's texts.

    Raises:
        Hostile: it is none.
    """
    if not digits.isdecimal():
        raise Hostile
    return int(digits)


def number_of(letters: str) -> int:
    """The number of a column, from 1.

    >>> number_of("C"), number_of("AB")
    (3, 28)
    """
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
