"""`quickwin worksheet`: sheets out, scores back in, and what is said about both."""

import json
import subprocess
from pathlib import Path

import openpyxl
import pytest
from tests.commands.conftest import Quickwin
from tests.commands.golden_runs import Ending, expected, ran, texts

import quickwin as qw
from quickwin.checking import mending


@pytest.mark.parametrize("text", texts("worksheet"), ids=lambda text: text.stem)
def test_golden(text: Path, quickwin: Quickwin, *, update_golden: bool) -> None:
    assert ran(text, quickwin, update=update_golden) == expected(text)


def files(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def raters(id: str, key: str) -> dict[str, float]:
    program = next(one.program for one in qw.load().candidates if one.id == id)
    return dict(program.impact[key].raters)


def fill(file: Path, **answers: tuple[object, ...]) -> None:
    """Type answers into the rows of a workbook, by id."""
    book = openpyxl.load_workbook(file)
    for row in book["Scores"].iter_rows(min_row=6):
        for cell, given in zip(row[5:], answers.get(str(row[0].value), ()), strict=False):
            cell.value = given  # type: ignore[assignment]  # what people type
    book.save(file)


def test_scores_go_out_and_come_back(quickwin: Quickwin, study: Path) -> None:
    ending = quickwin(["worksheet", "--for", "Bappeda", "--for", "Dinas PU"])
    assert (ending.status, ending.stderr) == (0, "")
    sheets = sorted(one.name for one in (study / "worksheets").iterdir())
    assert sheets == ["Bappeda.xlsx", "Dinas-PU.xlsx"]
    fill(study / "worksheets" / "Bappeda.xlsx", counter=(4.5, 20, "most"), app=(1,))
    fill(study / "worksheets" / "Dinas-PU.xlsx", counter=(3, None, None), power=("75%", 60, "none"))
    ending = quickwin(["worksheet", "--read", "worksheets", "--replace"])
    assert ending.status == 0, ending.stderr
    assert raters("counter", "ease") == {"Bappeda": 4.5, "Dinas PU": 3}
    assert raters("counter", "wait") == {"Bappeda": 20}
    assert raters("power", "ease") == {"Dinas PU": 4}
    assert raters("power", "equity") == {"Dinas PU": 0}
    assert raters("app", "ease") == {"Bappeda": 1}
    assert "counter: ease 5, wait 20, equity some" in ending.stderr
    assert "Written: 8 scores into 3 files." in ending.stderr
    before = files(study)
    again = quickwin(["worksheet", "--read", "worksheets"])
    assert again.status == 0
    assert "Nothing was written: the files say all of this already." in again.stderr
    assert files(study) == before


def test_a_second_sheet_shows_an_office_what_it_said_and_nothing_of_others(quickwin: Quickwin, study: Path) -> None:
    assert quickwin(["worksheet", "--read", "sheets", "--replace"]).status == 0
    for form in ("csv", "xlsx"):
        assert quickwin(["worksheet", "--for", "Bappeda", "--format", form, "-o", form]).status == 0
        before = files(study)
        ending = quickwin(["worksheet", "--read", form])
        assert "Bappeda: 5 scores, 10 left empty." in ending.stderr
        assert "Nothing was written" in ending.stderr
        assert files(study) == before
    assert "4,5;15;most" in (study / "csv" / "Bappeda.csv").read_text(encoding="utf-8-sig")
    assert quickwin(["worksheet", "--for", "New", "--format", "csv", "-o", "new"]).status == 0
    assert "4,5" not in (study / "new" / "New.csv").read_text(encoding="utf-8-sig")


def test_readiness_is_asked_and_taken(quickwin: Quickwin, study: Path) -> None:
    assert quickwin(["worksheet", "--for", "Bappeda", "--readiness"]).status == 0
    fill(
        study / "worksheets" / "Bappeda.xlsx", counter=(None, None, None, 5, 1, 2), internet=(None, None, None, 5, 1, 2)
    )
    ending = quickwin(["worksheet", "--read", "worksheets", "--replace"])
    assert ending.status == 0, ending.stderr
    assert "internet: readiness 3" in ending.stderr
    assert "Readiness: people" in ending.stdout
    text = (study / "programs" / "village.yaml").read_text(encoding="utf-8")
    assert (
        "readiness: {structure: {people: {raters: {Bappeda: 5}}, budget: {raters: {Bappeda: 1}}}, "
        "infrastructure: {raters: {Bappeda: 2}}}\ndepends_on: [power]"
    ) in text


def test_sheets_are_not_written_over(quickwin: Quickwin, study: Path) -> None:
    words = ["worksheet", "--for", "Bappeda", "--for", "PDAM"]
    assert quickwin(words).status == 0
    (study / "worksheets" / "PDAM.xlsx").unlink()
    fill(study / "worksheets" / "Bappeda.xlsx", counter=(4,))
    typed = files(study)
    ending = quickwin(words)
    assert (ending.status, ending.stdout) == (2, "")
    assert "worksheets/Bappeda.xlsx is there already" in ending.stderr
    assert files(study) == typed
    assert quickwin([*words, "--force"]).status == 0
    assert (study / "worksheets" / "PDAM.xlsx").exists()
    assert (study / "worksheets" / "Bappeda.xlsx").read_bytes() != typed["worksheets/Bappeda.xlsx"]


def test_a_sheet_that_is_not_sound_keeps_all_from_being_written(quickwin: Quickwin, study: Path) -> None:
    before = files(study)
    ending = quickwin(["worksheet", "--read", "sheets", "bad/one.csv", "--replace"])
    assert (ending.status, ending.stdout) == (1, "")
    assert "bad/one.csv" in ending.stderr
    assert "sheets/" not in ending.stderr
    assert files(study) == before


def test_without_openpyxl_sheets_are_csv_and_the_way_to_it_is_said(
    quickwin: Quickwin, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quickwin.commands.worksheet.OPENPYXL", "openpyxl_that_is_not_there")
    ending = quickwin(["worksheet", "--for", "Bappeda"])
    assert ending.status == 0
    assert (study / "worksheets" / "Bappeda.csv").exists()
    assert "pip install 'quickwin[xlsx]'" in ending.stderr
    ending = quickwin(["worksheet", "--for", "Bappeda", "--format", "xlsx"])
    assert ending.status == 2
    assert "pip install 'quickwin[xlsx]'" in ending.stderr


def test_two_sheets_of_one_office_agree_or_are_told(quickwin: Quickwin, study: Path) -> None:
    text = "office;PDAM\nid;ease\ncounter;4\n"
    (study / "a.csv").write_text(text, encoding="utf-8")
    (study / "b.csv").write_text(text.replace("4", "3"), encoding="utf-8")
    ending = quickwin(["worksheet", "--read", "a.csv", "b.csv"])
    assert ending.status == 1
    assert "b.csv: error QW207: B3 (ease of counter): PDAM says 3 here, and 4 in B3 of a.csv." in ending.stderr
    (study / "b.csv").write_text(text, encoding="utf-8")
    assert quickwin(["worksheet", "--read", "a.csv", "b.csv", "--replace"]).status == 0


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("impact: &all {ease: 4}", "An anchor (&), an alias (*) or a tag (!) stands here."),
        ("impact:\n  ease: &e 4\nnote: x", "An anchor (&), an alias (*) or a tag (!) stands here."),
        ("impact: {ease: {low: 3, high: 4, # why\n  assumed: true, note: x}}", "A comment would be lost."),
    ],
)
def test_what_only_a_person_can_change_is_told_with_its_place(
    before: str, said: str, quickwin: Quickwin, study: Path
) -> None:
    text = f"name: Air\ndimension: society\ntime_to_benefit: 3\n{before}\n"
    (study / "programs" / "air.yaml").write_text(text, encoding="utf-8")
    (study / "a.csv").write_text("office;PDAM\nid;ease\nair;4\ncounter;4\n", encoding="utf-8")
    all_before = files(study)
    ending = quickwin(["worksheet", "--read", "a.csv", "--replace"])
    assert (ending.status, ending.stdout) == (1, "")
    assert "programs/air.yaml:4:" in ending.stderr or "programs/air.yaml:5:" in ending.stderr
    assert said in ending.stderr
    assert files(study) == all_before


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(
    quickwin: Quickwin, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, count = mending.write_whole, 0

    def fail_at_second(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count == 2:
            raise OSError(28, "No space left on device")
        write(path, data)

    before = files(study)
    monkeypatch.setattr(mending, "write_whole", fail_at_second)
    ending = quickwin(["worksheet", "--read", "sheets", "--replace"])
    assert ending.status == 2
    assert "All files are as they were." in ending.stderr
    assert files(study) == before


def test_the_patch_is_what_would_be_written(quickwin: Quickwin, study: Path) -> None:
    before = files(study)
    patch = quickwin(["worksheet", "--read", "sheets", "--diff"])
    assert patch.status == 0
    assert files(study) == before
    (study / "a.patch").write_text(patch.stdout, encoding="utf-8")
    subprocess.run(["git", "apply", "a.patch"], cwd=study, check=True)  # noqa: S607  # git is there
    patched = (study / "programs" / "counter.yaml").read_bytes()
    (study / "programs" / "counter.yaml").write_bytes(before["programs/counter.yaml"])
    (study / "programs" / "village.yaml").write_bytes(before["programs/village.yaml"])
    assert quickwin(["worksheet", "--read", "sheets", "--replace"]).status == 0
    assert (study / "programs" / "counter.yaml").read_bytes() == patched


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(columns: int, quickwin: Quickwin) -> None:
    shown = quickwin(["worksheet", "rated"], {"COLUMNS": str(columns)}).stdout
    assert max(map(len, shown.splitlines())) <= columns


def test_json_is_the_document(quickwin: Quickwin) -> None:
    ending = quickwin(["worksheet", "rated", "--format", "json"])
    assert json.loads(ending.stdout) == qw.agreement(qw.load("rated")).document()


def read_text(quickwin: Quickwin, study: Path, text: str, *more: str) -> Ending:
    """Read one sheet with this text."""
    (study / "a.csv").write_text(text, encoding="utf-8")
    return quickwin(["worksheet", "--read", "a.csv", "--replace", *more])


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "counter,4,5,20",
            "Row 3 has 4 cells, its headings have 3.\n  Was “4,5” meant? Put it in quotes, or save with",
        ),
        ("counter,4,5,", "Row 3 has 4 cells, its headings have 3.\n  Was “4,5” meant?"),
        ("counter,,,4", "Row 3 has 4 cells, its headings have 3.\n  Delete what stands beyond the last heading"),
        ('counter,"4,5",20', ""),
        ("counter,4,,,,", ""),
    ],
)
def test_a_number_that_is_cut_at_its_comma_is_told(row: str, told: str, quickwin: Quickwin, study: Path) -> None:
    before = files(study)
    ending = read_text(quickwin, study, f"office,PDAM\nid,ease,wait\n{row}\n")
    (study / "a.csv").unlink()
    assert (ending.status, files(study) == before) == ((1, True) if told else (0, False))
    assert told in ending.stderr
    assert ("error QW108" in ending.stderr) == bool(told)


def test_rows_that_excel_fills_up_with_empty_cells_are_read(quickwin: Quickwin, study: Path) -> None:
    ending = read_text(quickwin, study, "office,PDAM,,\nid,ease,wait,\ncounter,4,20,\n")
    assert (ending.status, raters("counter", "ease")) == (0, {"PDAM": 4})


def test_what_stands_below_no_heading_in_a_workbook_is_told(quickwin: Quickwin, study: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("office", "PDAM"), ("id", "ease"), ("counter", 4, None, "as in 2021")):
        book.active.append(row)  # type: ignore[union-attr]  # a new workbook has a sheet
    book.save(study / "a.xlsx")
    ending = quickwin(["worksheet", "--read", "a.xlsx", "--replace"])
    assert ending.status == 0
    assert "Not read: column D (no heading) of a.xlsx." in ending.stderr


def test_what_is_no_sheet_is_told_by_its_name(quickwin: Quickwin, study: Path) -> None:
    (study / "empty").mkdir()
    (study / "x.xlsx").write_text("Dear all,\nhere are our scores.\n", encoding="utf-8")
    for path, status, told in (
        ("nodir", 2, "nodir: there is no file or folder of this name."),
        ("empty", 2, "There is no sheet (.xlsx, .csv, .txt) in empty."),
        ("programs/power.yaml", 2, "No sheet is named."),
        ("x.xlsx", 1, "x.xlsx: error QW101: This is no Excel workbook"),
    ):
        ending = quickwin(["worksheet", "--read", path])
        assert (ending.status, told in ending.stderr) == (status, True), ending.stderr


def test_cells_of_one_office_on_two_sheets_count_once(quickwin: Quickwin, study: Path) -> None:
    (study / "two").mkdir()
    for name, row in (("PU.csv", "counter,4,"), ("PU - copy.csv", "counter,4,"), ("PU.txt", "power,,20")):
        (study / "two" / name).write_text(f"office,PU\nid,ease,wait\n{row}\n", encoding="utf-8")
    ending = quickwin(["worksheet", "--read", "two", "two/PU.csv", "--diff"])
    assert "PU: 2 scores, 2 left empty, on 3 sheets: two/PU - copy.csv, two/PU.csv and two/PU.txt." in ending.stderr


def test_the_patch_says_what_only_replace_would_write(quickwin: Quickwin) -> None:
    told = "Stated numbers that give way to raters with --replace only:\n  counter: ease 5"
    assert told in quickwin(["worksheet", "--read", "sheets", "--diff"]).stderr
    assert "Stated numbers" not in quickwin(["worksheet", "--read", "sheets", "--diff", "--replace"]).stderr


def test_an_office_that_is_nearly_a_known_one_is_asked_about(quickwin: Quickwin, study: Path) -> None:
    assert quickwin(["worksheet", "--read", "sheets", "--replace"]).status == 0
    told = "“Bapeda” has scored nothing before. Did you mean “Bappeda”? Two spellings are two raters."
    text = "office,{}\nid,ease\ncounter,4\n"
    assert told in read_text(quickwin, study, text.format("Bapeda"), "--diff").stderr
    assert told in quickwin(["worksheet", "--for", "Bapeda"]).stderr
    # the owner of the counter is DPMPTSP; the other name is new, and like nobody's
    assert "Did you mean “DPMPTSP”?" in read_text(quickwin, study, text.format("D.P.M.P.T.S.P."), "--diff").stderr
    for name in ("Bappeda", "DPMPTSP", "Dinsos"):
        assert "Did you mean" not in read_text(quickwin, study, text.format(name), "--diff").stderr


def test_sheets_without_a_score_say_so_when_they_come_back(quickwin: Quickwin, study: Path) -> None:
    before = files(study / "programs")
    assert quickwin(["worksheet", "--for", "Bappeda", "--format", "csv"]).status == 0
    ending = quickwin(["worksheet", "--read", "worksheets"])
    assert "Nothing was written: no score stands in what was read." in ending.stderr
    assert files(study / "programs") == before


def test_a_thousand_pairs_are_written_as_people_write_a_thousand(quickwin: Quickwin) -> None:
    shown = quickwin(["worksheet", "--top", "1.000"])
    assert shown == quickwin(["worksheet", "--top", "1000"])
    assert quickwin(["worksheet", "--top", "0"]).status == 2
