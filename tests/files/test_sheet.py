"""Sheets out and back: CSV of every country, workbooks, and files that somebody made to do harm."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickwin.files.delimited import read_delimited, write_delimited
from quickwin.files.sheet import Cell, Grid, Question, Sheet, read_sheet, sheets_at
from quickwin.files.workbook import write_workbook
from quickwin.files.xlsx import BYTES_UNPACKED, read_workbook
from quickwin.finding import Finding

SCALE = Question("ease", "Easier service", "1 (worst) … 5 (best)", "", ("1", "2", "3", "4", "5"), low=1, high=5)
LEVELS = Question("equity", "Reaches all", "none / most", "", ("none", "most"), only=True)


def sheet(*answers: tuple[str, str], decimal: str = ",", names: tuple[str, ...] = ("Air bersih",)) -> Sheet:
    rows = tuple(
        ((f"p{number}", names[number % len(names)]), one) for number, one in enumerate(answers or [("4", "most")])
    )
    return Sheet("Dinas PU", "Quick wins", ("id", "program"), (SCALE, LEVELS), rows, ("How.",), decimal)


def answers(grid: Grid | Finding) -> dict[str, tuple[str, ...]]:
    assert isinstance(grid, Grid), grid
    head = grid.row_of("id")
    assert head
    return {
        cells[1].text: tuple(cells[column].text if column in cells else "" for column in (3, 4))
        for row, cells in grid.rows.items()
        if row > head
    }


def in_excel(*rows: tuple[object, ...], **more: bytes) -> bytes:
    """A workbook with these rows, and more parts by name (dots as __)."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]  # a new workbook has a sheet
    out = io.BytesIO()
    book.save(out)
    if more:
        with zipfile.ZipFile(out, "a") as archive:
            for name, part in more.items():
                archive.writestr(name.replace("__", "."), part)
    return out.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """A workbook in which one part is another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for one in before.namelist():
            after.writestr(one, part if one == name else before.read(one))
    return out.getvalue()


HEAD = ("id", "program", "ease", "equity")

# --- CSV ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("decimal", [",", "."])
def test_csv_comes_back(decimal: str) -> None:
    data = write_delimited(sheet(("4.5", "most"), ("", ""), decimal=decimal))
    assert data.startswith(b"\xef\xbb\xbf")
    assert (b"4,5;most" in data) == (decimal == ",")
    grid = read_delimited(data, "a.csv")
    assert answers(grid) == {"p0": (f"4{decimal}5", "most"), "p1": ("", "")}
    assert isinstance(grid, Grid)
    assert grid.rows[1][2].text == "Dinas PU"


TEXT = 'office;PDAM\n\n;;Easier\nid;program;ease;equity\np0;Air;4,5;most\np1;"x\n;y";;none\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_what_excel_makes_of_it_in_any_country_is_read(encoding: str, ends: str, separator: str) -> None:
    data = TEXT.replace(";y", "-y").replace(";", separator).replace("\n", ends).encode(encoding)
    grid = read_delimited(data, "a.csv")
    assert answers(grid) == {"p0": ("4,5", "most"), "p1": ("", "none")}
    assert isinstance(grid, Grid)
    assert (grid.rows[6][4].name, grid.rows[5][3].name) == ("D6", "C5")


def test_commas_and_a_line_that_names_them_are_read() -> None:
    data = 'sep=,\r\noffice,PDAM\r\nid,program,ease,equity\r\np0,"Air, 2","4,5",most\r\n'
    assert answers(read_delimited(data.encode(), "a.csv")) == {"p0": ("4,5", "most")}
    grid = read_delimited(data.encode(), "a.csv")
    assert isinstance(grid, Grid)
    assert grid.rows[4][3].name == "C4"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "There is no row that begins with"),
        (b"a;b\n1;2\n", "There is no row that begins with"),
        (b'"id;program;ease"\n"p0;Air;4"\n', "All columns of the sheet stand in one"),
        (b"id;ease\np;\0\n", "neither an Excel workbook nor a text"),
        (b"\x81\x8d\xff", "neither an Excel workbook nor a text"),
        (b"id;" + b"x" * 200_000, "The sheet is too large"),
        (b"id;ease\n" + b"p;1\n" * 20_001, "The sheet is too large"),
        (b"id" + b";1" * 600, "The sheet is too large"),
    ],
)
def test_what_is_no_sheet_is_said(data: bytes, said: str) -> None:
    found = read_delimited(data, "a.csv")
    assert isinstance(found, Finding)
    assert found.what.startswith((said, "This is " + said))


EVIL = ["=cmd|' /C calc'!A0", "+1", "@SUM(1)", "-2+3", "\t=1", "x;=1", "#N/A", "\x1b[31mred", "a\u202eb"]


@pytest.mark.parametrize("name", EVIL)
def test_no_text_of_a_program_is_a_formula(name: str) -> None:
    data = write_delimited(sheet(names=(name,)))
    for separator in ";,\t":
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=separator):
            assert not any(re.match(r"\s*[=+\-@]", cell) for cell in row)
    page = openpyxl.load_workbook(io.BytesIO(write_workbook(sheet(names=(name,)))))["Scores"]
    assert page["B6"].data_type == "s"
    assert not re.search("[\x00-\x1f\u202e]", str(page["B6"].value))


# --- workbooks ------------------------------------------------------------------------------------------------

CELLS = st.sampled_from(["", "1", "4.5", "75%", "3"]), st.sampled_from(["", "none", "most"])


@given(st.lists(st.tuples(*CELLS), min_size=1, max_size=6))
def test_what_is_written_is_read(rows: list[tuple[str, str]]) -> None:
    meant = {f"p{number}": row for number, row in enumerate(rows)}
    written = sheet(*rows, decimal=".")
    assert answers(read_delimited(write_delimited(written), "a.csv")) == meant
    assert answers(read_workbook(write_workbook(written), "a.xlsx")) == meant


def test_a_workbook_explains_itself() -> None:
    written = write_workbook(sheet(("4", "most"), ("", "")))
    assert written == write_workbook(sheet(("4", "most"), ("", "")))
    book = openpyxl.load_workbook(io.BytesIO(written))
    assert book.sheetnames == ["Scores", "How to", "Lists"]
    page = book["Scores"]
    assert (page["C6"].value, page["D6"].value, page["C7"].value) == (4, "most", None)
    assert page.protection.sheet
    assert not page.protection.password
    assert [page[name].protection.locked for name in ("A6", "B7", "C5", "C6", "D7")] == [True, True, True, False, False]
    assert page.freeze_panes == "C6"
    assert page.print_title_rows == "$1:$5"
    ease, equity = page.data_validations.dataValidation
    assert (str(ease.sqref), ease.type, ease.errorStyle) == ("C6:C7", "list", "warning")
    assert (str(equity.sqref), equity.errorStyle, equity.allow_blank) == ("D6:D7", "stop", True)
    assert "1 (worst) … 5 (best)" in ease.prompt
    assert [[cell.value for cell in row] for row in book["Lists"].iter_rows(max_row=2)] == [[1, "none"], [2, "most"]]
    assert book["Lists"].sheet_state == "hidden"


def test_numbers_percentages_formulas_and_dates_are_told_apart(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["office", "PDAM"])
    page.append(list(HEAD))
    for column, (value, look) in enumerate(
        [
            (4, "General"),
            (0.75, "0%"),
            (4.4, "0.00"),
            ("=1+1", "General"),
            (45000, "dd/mm/yyyy"),
            ("#REF!", "General"),
            (True, "General"),
        ],
        1,
    ):
        cell = page.cell(3, column)
        cell.value, cell.number_format = value, look
    book.save(tmp_path / "a.xlsx")
    grid = read_sheet(tmp_path / "a.xlsx")
    assert isinstance(grid, Grid)
    found = list(grid.rows[3].values())
    assert [(one.text, one.is_number) for one in found[:3]] == [("4", True), ("75%", True), ("4.4", True)]
    assert [one.odd for one in found[3:]] == ["a formula", "a date", "an error", ""]
    assert found[6].text == "TRUE"


def test_the_sheet_with_the_keys_is_found_wherever_it_is() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Later").append(HEAD)
    out = io.BytesIO()
    book.save(out)
    grid = read_workbook(out.getvalue(), "a.xlsx")
    assert isinstance(grid, Grid)
    assert grid.rows == {1: {column: Cell(1, column, word) for column, word in enumerate(HEAD, 1)}}


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def cells(text: str) -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData><row>{text}</row></sheetData></worksheet>'.encode()


HOSTILE = {
    "entities": (with_part(in_excel(HEAD), SHEET, BOMB), "damaged"),
    "entities in the book": (with_part(in_excel(HEAD), "xl/workbook.xml", BOMB), "damaged"),
    "a bomb": (with_part(in_excel(HEAD), SHEET, b" " * (BYTES_UNPACKED + 1)), "too large"),
    "a bomb of cells": (with_part(in_excel(HEAD), SHEET, cells('<c r="A1"/>' * 400_000)), "too large"),
    "a far row": (with_part(in_excel(HEAD), SHEET, cells('<c r="A30000"><v>1</v></c>')), "too large"),
    "a far column": (with_part(in_excel(HEAD), SHEET, cells('<c r="ZZZ1"><v>1</v></c>')), "too large"),
    "a long text": (
        with_part(in_excel(HEAD), SHEET, cells(f'<c r="A1" t="str"><v>{"x" * 2_000_000}</v></c>')),
        "too large",
    ),
    "no reference": (with_part(in_excel(HEAD), SHEET, cells("<c><v>1</v></c>")), "damaged"),
    "no such text": (with_part(in_excel(HEAD), SHEET, cells('<c r="A1" t="s"><v>99</v></c>')), "damaged"),
    "not XML": (with_part(in_excel(HEAD), SHEET, b"<a>"), "damaged"),
    "deep": (with_part(in_excel(HEAD), SHEET, b"<a>" * 100 + b"</a>" * 100), "damaged"),
    "no sheet": (in_excel(), "There is no row"),
    "cut": (in_excel(HEAD)[:-200], "damaged"),
    "only a beginning": (b"PK\x03\x04", "damaged"),
    "no workbook": (with_part(in_excel(HEAD), "xl/workbook.xml", b"<x/>"), "There is no row"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_told_and_does_no_harm(name: str) -> None:
    data, said = HOSTILE[name]
    found = read_workbook(data, "a.xlsx")
    assert isinstance(found, Finding)
    assert said in found.what


def test_macros_and_links_are_never_looked_at() -> None:
    data = in_excel(
        ("office", "PDAM"),
        HEAD,
        ("p0", "Air", 4, "most"),
        **{"xl/vbaProject__bin": b"\0", "xl/externalLinks/a__xml": BOMB},
    )
    assert answers(read_workbook(data, "a.xlsm")) == {"p0": ("4", "most")}


@given(st.binary(max_size=300))
def test_any_bytes_are_told(data: bytes) -> None:
    for some in (data, b"PK" + data):
        assert isinstance(read_delimited(some, "a"), Grid | Finding)
        assert isinstance(read_workbook(some, "a"), Finding)


@given(st.data())
def test_a_damaged_workbook_never_ends_the_run(data: st.DataObject) -> None:
    whole = bytearray(write_workbook(sheet()))
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(read_workbook(bytes(whole), "a.xlsx"), Grid | Finding)


def test_files_by_what_they_hold_and_folders_by_name(tmp_path: Path) -> None:
    for name in ("b.XLSX", "a.csv", "~$b.xlsx", ".c.csv", "notes.docx"):
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0 old")
    assert [one.name for one in sheets_at(tmp_path)] == ["a.csv", "b.XLSX"]
    assert sheets_at(tmp_path / "programs" / "x.yaml") == []
    old = read_sheet(tmp_path / "a.csv")
    assert isinstance(old, Finding)
    assert "of the old kind" in old.what
    gone = read_sheet(tmp_path / "gone.csv")
    assert isinstance(gone, Finding)
    (tmp_path / "a.csv").write_bytes(in_excel(HEAD))
    assert isinstance(read_sheet(tmp_path / "a.csv"), Grid)


def test_csv_has_the_words_of_the_scale_and_reads_them_as_nothing() -> None:
    words = "1 nothing changes · 3 for some; \n 5 a day, saved"
    written = replace(sheet(("4", "most")), questions=(replace(SCALE, note=words), LEVELS))
    data = write_delimited(written)
    assert "1 nothing changes · 3 for some; 5 a day, saved" in data.decode("utf-8-sig")
    assert answers(read_delimited(data, "a.csv")) == {"p0": ("4", "most")}


@pytest.mark.parametrize("note", ["id", "=1+1", "office", "id;x", "\nid,x", "\nid;ease"])
@pytest.mark.parametrize("decimal", [",", "."])
def test_no_words_of_a_scale_are_read_as_keys(note: str, decimal: str) -> None:
    written = replace(sheet(("4", "most"), decimal=decimal), questions=(replace(SCALE, note=note), LEVELS))
    assert answers(read_delimited(write_delimited(written), "a.csv")) == {"p0": ("4", "most")}
