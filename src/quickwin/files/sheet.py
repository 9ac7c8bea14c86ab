"""A sheet on which an office scores programs: what stands on it, and the cells of one that comes back."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quickwin.files.disk import read_file
from quickwin.files.names import shown
from quickwin.finding import Finding, Place
from quickwin.say import say

OFFICE, ID = "office", "id"
"""What the first cell of a row says: in that of the office, and in that of the keys, below which programs stand."""
MOST_ROWS, MOST_COLUMNS = 20_000, 500
WORKBOOKS = (".xlsx", ".xlsm")
SUFFIXES = (".csv", ".tsv", ".txt", *WORKBOOKS)
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ZIP = b"PK"


@dataclass(frozen=True, slots=True)
class Question:
    """A column to fill in: its key, its title, how it is answered in a few words, and more words where there are any.

    `choices` are proposed in a list; where they are the `only` ones nothing else is taken. Without choices `low` and
    `high` are the ends of the scale, if it has any.
    """

    key: str
    title: str
    hint: str
    note: str = ""
    choices: tuple[str, ...] = ()
    only: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet for one office: `about` heads the columns that say of each program what it is, the first its id.

    `rows` hold for each program what it is, and what the office has said already, question by question; `how` explains
    it in a few sentences. `decimal` is the mark before decimals of the place.
    """

    office: str
    title: str
    about: tuple[str, ...]
    questions: tuple[Question, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    how: tuple[str, ...]
    decimal: str = "."

    def heads(self) -> Iterator[tuple[str, ...]]:
        """The rows above the programs: titles, how to answer, and the keys by which the sheet is read."""
        blank = ("",) * (len(self.about) - 1)
        yield ("", *blank, *(one.title for one in self.questions))
        yield ("", *blank, *(one.hint for one in self.questions))
        yield (*self.about, *(one.key for one in self.questions))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with something in it: its row and column from 1, and its text without blanks around it.

    `is_number` says that a spreadsheet holds it as a number, so that its point stands before decimals; `odd` what it is
    where it can be no answer: a formula, a date, an error.
    """

    row: int
    column: int
    text: str
    is_number: bool = False
    odd: str = ""

    @property
    def name(self) -> str:
        """Its name in a spreadsheet.

        >>> Cell(7, 3, "4").name, Cell(1, 28, "x").name
        ('C7', 'AB1')
        """
        return column_name(self.column) + str(self.row)


def column_name(column: int) -> str:
    """The letters of a column, counted from 1."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet that hold something, by row and column; `file` is how the file is shown.

    Of a text `separator` is the mark that parts its cells, and `widths` counts the cells of each row, empty ones too.
    """

    file: str
    rows: dict[int, dict[int, Cell]]
    separator: str = ""
    widths: dict[int, int] = field(default_factory=dict)

    def row_of(self, word: str) -> int | None:
        """The first row whose first cell says a word, case ignored; None where none does."""
        firsts = ((row, cells.get(1)) for row, cells in self.rows.items())
        return next((row for row, first in firsts if first and first.text.casefold() == word), None)


def read_sheet(path: Path) -> Grid | Finding:
    """The cells of a sheet, CSV or XLSX whatever its name ends in, or why it cannot be read.

    Of a workbook it is the first sheet with a row of keys. Macros, links and formulas are never looked at.
    """
    name = shown(path)
    data = read_file(path, name)
    if isinstance(data, Finding):
        return data
    if data.startswith(ZIP):
        from quickwin.files.xlsx import read_workbook  # noqa: PLC0415  # only a workbook needs it

        return read_workbook(data, name)
    if data.startswith(OLD_EXCEL):
        return Finding(
            "QW101",
            Place(name),
            say("This is an Excel file of the old kind (.xls), or one with a password."),
            say("Open it in Excel and save it as “Excel Workbook (.xlsx)”, without a password."),
        )
    from quickwin.files.delimited import read_delimited  # noqa: PLC0415  # only a CSV file needs it

    found = read_delimited(data, name)
    if isinstance(found, Finding) and path.name.lower().endswith(WORKBOOKS):
        return Finding(
            "QW101",
            Place(name),
            say("This is no Excel workbook, whatever its name says."),
            say("Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”."),
        )
    return found


def sheets_at(path: Path) -> list[Path]:
    """The sheets that a path stands for: itself by the ending of its name, or those in a folder, sorted by name."""
    if os.path.isdir(path):
        names = sorted(name for name in os.listdir(path) if name.lower().endswith(SUFFIXES))
        return [path / name for name in names if not name.startswith((".", "~$"))]
    return [path] if path.name.lower().endswith(SUFFIXES) else []


def no_sheet(paths: Sequence[Path]) -> str:
    """Why there is no sheet among some paths."""
    for path in paths:
        if not os.path.lexists(path):
            return say("{path}: there is no file or folder of this name.", path=shown(path))
    folders = [shown(path) for path in paths if os.path.isdir(path)]
    if folders:
        return say("There is no sheet (.xlsx, .csv, .txt) in {folders}.", folders=", ".join(folders))
    return say("No sheet is named. Name the files or their folder: quickwin worksheet --read worksheets/")


def too_large(name: str) -> Finding:
    """The finding for a sheet that holds more than any office fills in."""
    return Finding(
        "QW101",
        Place(name),
        say(
            "The sheet is too large: at most {rows} rows and {columns} columns are read.",
            rows=MOST_ROWS,
            columns=MOST_COLUMNS,
        ),
        say("Check that it is the sheet that “quickwin worksheet --for” has written, and delete what is below it."),
    )
