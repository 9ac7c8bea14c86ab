"""A sheet as an XLSX workbook that explains itself: drop-downs with the scale, what is not to be changed locked.

It is written by openpyxl, which is there with `pip install 'quickwin[xlsx]'`. The protection has no password: it keeps
people from slips, and from nothing else.
"""

import io
import re
from datetime import UTC, datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation

from quickwin.cleaning import clean
from quickwin.files.sheet import OFFICE, Question, Sheet, column_name
from quickwin.say import say

SCORES, HELP, LISTS = "Scores", "How to", "Lists"
FIRST = 6
"""The row of the first program, behind the office, the title, and three rows of headings."""
WIDTHS = (22, 34, 14, 18, 46)
"""Of the columns that say what a program is, in characters."""
ANSWER_WIDTH = 20
LONGEST_TITLE, LONGEST_MESSAGE = 32, 255
"""Characters that Excel shows of an input message."""
MIDNIGHT = datetime(2000, 1, 1, tzinfo=UTC)
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
TO_FILL = PatternFill("solid", fgColor="FFF8E1")
HEADING = PatternFill("solid", fgColor="E8EEF4")
LINE = Side("thin", color="BFC7CF")


def write_workbook(sheet: Sheet) -> bytes:
    """A sheet as a workbook; the same sheet gives the same bytes."""
    book = Workbook()
    book.properties.creator = "quickwin"
    page: Any = book.active
    page.title = SCORES
    write_head(page, sheet)
    write_rows(page, sheet)
    write_lists(book, page, sheet)
    lay_out(page, sheet)
    write_help(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return timeless(out.getvalue())


def put(page: Any, row: int, column: int, text: str, **looks: Any) -> Any:
    """Write a text into a cell, as a text whatever it begins with."""
    cell = page.cell(row, column)
    cell.value = clean(text) or None
    if cell.value is not None:
        cell.data_type = "s"
        cell.quotePrefix = True
    cell.font = looks.get("font", Font())
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if "fill" in looks:
        cell.fill = looks["fill"]
    return cell


def write_head(page: Any, sheet: Sheet) -> None:
    """The office, the title, and the rows of headings."""
    put(page, 1, 1, OFFICE, font=Font(color="808080"))
    put(page, 1, 2, sheet.office, font=Font(bold=True, size=14))
    put(page, 2, 2, sheet.title, font=Font(bold=True))
    fonts = (Font(bold=True), Font(italic=True), Font(color="808080", size=9))
    for row, (texts, font) in enumerate(zip(sheet.heads(), fonts, strict=True), FIRST - 3):
        for column, text in enumerate(texts, 1):
            put(page, row, column, text, font=font, fill=HEADING)


def write_rows(page: Any, sheet: Sheet) -> None:
    """A row for each program: what it is, locked, and cells to fill in."""
    border = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
    for row, (about, answers) in enumerate(sheet.rows, FIRST):
        for column, text in enumerate(about, 1):
            put(page, row, column, text)
        for column, (question, answer) in enumerate(zip(sheet.questions, answers, strict=True), len(about) + 1):
            cell = put(page, row, column, answer, fill=TO_FILL)
            if answer and not question.only and (number := as_number(answer)) is not None:
                cell.value, cell.quotePrefix = number, False
            cell.protection = Protection(locked=False)
            cell.border = border
            cell.alignment = Alignment(horizontal="center", vertical="top")


def as_number(text: str) -> float | None:
    """A number that is written with a point, or with none; None for all else, such as a percentage."""
    return float(text) if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", text) else None


def write_lists(book: Any, page: Any, sheet: Sheet) -> None:
    """What is proposed for each question, on a sheet that is not shown, and what is said while a cell is filled in."""
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    lists.protection.sheet = True
    last = FIRST + len(sheet.rows) - 1
    for number, question in enumerate(sheet.questions, 1):
        for row, choice in enumerate(question.choices, 1):
            cell = put(lists, row, number, choice)
            if not question.only and (value := as_number(choice)) is not None:
                cell.value, cell.quotePrefix = value, False
        column = column_name(len(sheet.about) + number)
        validation = validated(question, column_name(number))
        validation.add(f"{column}{FIRST}:{column}{max(last, FIRST)}")
        page.add_data_validation(validation)


def validated(question: Question, column: str) -> DataValidation:
    """What a cell accepts: one of the choices, or a number on the scale after asking again."""
    if question.choices:
        given = DataValidation(type="list", formula1=f"{LISTS}!${column}$1:${column}${len(question.choices)}")
    elif question.low is not None and question.high is not None:
        given = DataValidation("decimal", repr(question.low), repr(question.high), operator="between")
    else:
        given = DataValidation()
    given.allow_blank = True
    given.showInputMessage = given.showErrorMessage = True
    given.errorStyle = "stop" if question.only else "warning"
    given.promptTitle = clean(question.title)[:LONGEST_TITLE]
    said = " ".join(filter(None, (question.hint + ".", question.note, say("Leave it empty if you do not know."))))
    given.prompt = clean(said)[:LONGEST_MESSAGE]
    given.errorTitle = say("Not on the scale")
    given.error = clean(say("Expected: {hint}.", hint=question.hint))[:LONGEST_MESSAGE]
    return given


def lay_out(page: Any, sheet: Sheet) -> None:
    """Widths, what stays in sight, how it is printed, and what is locked."""
    count = len(sheet.about)
    for column in range(1, count + len(sheet.questions) + 1):
        page.column_dimensions[column_name(column)].width = WIDTHS[column - 1] if column <= count else ANSWER_WIDTH
    longest = max((len(one.title) for one in sheet.questions), default=0)
    page.row_dimensions[FIRST - 3].height = 15 * (1 + longest // ANSWER_WIDTH)
    page.row_dimensions[FIRST - 2].height = 15 * (
        1 + max((len(one.hint) for one in sheet.questions), default=0) // ANSWER_WIDTH
    )
    page.freeze_panes = f"C{FIRST}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"1:{FIRST - 1}"
    page.oddFooter.center.text = "&P / &N"
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = False
    page.sheet_view.zoomScale = 100


def write_help(book: Any, sheet: Sheet) -> None:
    """A second sheet that says how to fill in the first."""
    page = book.create_sheet(HELP, 1)
    page.column_dimensions["A"].width = 100
    put(page, 1, 1, sheet.title, font=Font(bold=True, size=14))
    for row, line in enumerate(sheet.how, 3):
        put(page, row, 1, line)
    for row, question in enumerate(sheet.questions, 4 + len(sheet.how)):
        words = " ".join(filter(None, (f"{question.title}: {question.hint}.", question.note)))
        put(page, row, 1, words)
    page.protection.sheet = True


def timeless(data: bytes) -> bytes:
    """A workbook without the time at which it was written."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "docProps/core.xml":
                part = STAMP.sub(rb"\g<1>" + MIDNIGHT.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), part)
            entry = ZipInfo(name, MIDNIGHT.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            after.writestr(entry, part)
    return out.getvalue()
