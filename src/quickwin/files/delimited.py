"""Sheets as CSV, as Excel and LibreOffice write it in any country: commas, semicolons or tabs, UTF-8 or “Unicode”."""

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from quickwin.cleaning import FORMULA, harmless
from quickwin.files.sheet import ID, MOST_COLUMNS, MOST_ROWS, OFFICE, Cell, Grid, Sheet, too_large
from quickwin.finding import Finding, Place
from quickwin.say import say

SEPARATOR = re.compile(r'^"?sep=([,;\t|])"?[,;\t]*\r?\n', re.IGNORECASE)
"""A line by which Excel is told what parts the cells."""
KEYS = re.compile(rf'^(?:"{ID}"|{ID})([,;\t|])', re.IGNORECASE | re.MULTILINE)
IN_ONE_COLUMN = re.compile(rf'^"{ID}[,;\t]', re.IGNORECASE | re.MULTILINE)
LONGEST_CELL = 131_072


def write_delimited(sheet: Sheet) -> bytes:
    """A sheet as CSV that Excel opens by a double click where the study's place is.

    Excel parts cells by a semicolon where a comma stands before decimals, and knows UTF-8 by the mark at its beginning.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if sheet.decimal == "," else ",", lineterminator="\r\n")
    writer.writerow([OFFICE, harmless(sheet.office)])
    writer.writerows([harmless(line)] for line in (sheet.title, *sheet.how))
    writer.writerow([])
    *titles, keys = sheet.heads()
    writer.writerows(list(map(harmless, row)) for row in (*titles, *notes(sheet), keys))
    for about, answers in sheet.rows:
        pairs = zip(sheet.questions, answers, strict=True)
        local = (one if question.only else one.replace(".", sheet.decimal) for question, one in pairs)
        writer.writerow(list(map(harmless, (*about, *local))))
    return BOM_UTF8 + out.getvalue().encode("utf-8", "replace")


def notes(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """The row with the words of each scale, above the keys, where nothing is read; none where there are no words."""
    words = [" ".join(question.note.split()) for question in sheet.questions]
    if any(words):
        yield (*("",) * len(sheet.about), *words)


def read_delimited(data: bytes, name: str) -> Grid | Finding:
    r"""The cells of a CSV file called `name`, or why they cannot be told apart.

    >>> grid = read_delimited(b"office;PDAM\r\nid;ease\r\nwater;4,5\r\n", "PDAM.csv")
    >>> grid.rows[3][2].text, grid.rows[3][2].name
    ('4,5', 'B3')
    """
    text = decoded(data)
    if text is None:
        return Finding(
            "QW101",
            Place(name),
            say("This is neither an Excel workbook nor a text that can be read."),
            say("Save the sheet again: in Excel as “CSV UTF-8” or as “Excel Workbook (.xlsx)”."),
        )
    told = SEPARATOR.match(text)
    text = text[told.end() :] if told else text
    keys = KEYS.search(text)
    if not told and not keys:
        return no_keys(name, in_one=bool(IN_ONE_COLUMN.search(text)))
    separator = told[1] if told else keys[1] if keys else ","
    rows: dict[int, dict[int, Cell]] = {}
    widths: dict[int, int] = {}
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1 + bool(told)):
            if number > MOST_ROWS or len(row) > MOST_COLUMNS:
                return too_large(name)
            cells = [Cell(number, column, unharmed(part)) for column, part in enumerate(row, 1)]
            if found := {cell.column: cell for cell in cells if cell.text}:
                rows[number], widths[number] = found, len(row)
    except csv.Error:  # a cell of more than 131,072 characters
        return too_large(name)
    return Grid(name, rows, separator, widths)


def decoded(data: bytes) -> str | None:
    """The text of a file in UTF-8, in UTF-16 as Excel's “Unicode text”, or in the code page of Windows in the West."""
    encodings = ["utf-16"] if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def unharmed(part: str) -> str:
    """What a cell says, without blanks around it and the apostrophe that keeps it from being taken as a formula."""
    text = part.strip()
    return text[1:] if text.startswith("'") and FORMULA.match(text[1:]) else text


def no_keys(name: str, *, in_one: bool = False) -> Finding:
    """The finding for a sheet without a row of keys."""
    if in_one:
        return Finding(
            "QW101",
            Place(name),
            say("All columns of the sheet stand in one, since it was opened with another mark between them."),
            say(
                "Open the file that was sent by Data → From Text/CSV, or send sheets for Excel: "
                "quickwin worksheet --for OFFICE --format xlsx"
            ),
        )
    return Finding(
        "QW101",
        Place(name),
        say("There is no row that begins with “{id}”, so that it is not known what stands in which column.", id=ID),
        say("Fill in a sheet that “quickwin worksheet --for OFFICE” has written, and leave its headings as they are."),
    )
