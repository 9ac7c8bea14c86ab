"""`quickwin profile`: what it prints, where, and how it ends."""

import json
from pathlib import Path

import pytest
from tests.commands.conftest import Quickwin
from tests.commands.golden_runs import expected, ran, texts

import quickwin as qw


@pytest.mark.parametrize("text", texts("profile"), ids=lambda text: text.stem)
def test_golden(text: Path, quickwin: Quickwin, *, update_golden: bool) -> None:
    assert ran(text, quickwin, update=update_golden) == expected(text)


def test_json_is_the_document_of_the_sheets(quickwin: Quickwin) -> None:
    ending = quickwin(["profile", "internet", "app", "-f", "json"])
    assert (ending.status, ending.stderr) == (0, "")
    assert json.loads(ending.stdout) == qw.profile(qw.load(), ["internet", "app"]).document()


@pytest.mark.parametrize("name", ["sheet.md", "sheet.txt", "sheet"])
def test_a_file_gets_a_document_unless_its_name_asks_for_more(name: str, study: Path, quickwin: Quickwin) -> None:
    shown = quickwin(["profile", "internet"]).stdout
    ending = quickwin(["profile", "internet", "-o", name])
    assert (ending.status, ending.stdout, ending.stderr) == (0, "", "")
    assert (study / name).read_text(encoding="utf-8") == shown
    assert shown.startswith("## Internet for village offices")


def test_a_file_of_json_gets_json(study: Path, quickwin: Quickwin) -> None:
    assert quickwin(["profile", "internet", "-o", "sheet.json"]).status == 0
    assert json.loads((study / "sheet.json").read_text(encoding="utf-8"))["schema"] == "quickwin/profile/1"


def test_no_sheet_is_written_over_a_file_of_the_study(study: Path, quickwin: Quickwin) -> None:
    before = (study / "programs" / "power.yaml").read_bytes()
    assert quickwin(["profile", "power", "-o", "programs/power.yaml"]).status == 2
    assert (study / "programs" / "power.yaml").read_bytes() == before


@pytest.mark.parametrize("columns", [50, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int, quickwin: Quickwin) -> None:
    shown = quickwin(["profile", "internet", "clinic", "-f", "table"], {"COLUMNS": str(columns)}).stdout
    assert max(map(len, shown.splitlines())) <= columns


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["profile", "nobody"], 2),
        (["profile", "counter", "nobody"], 2),
        (["profile", "counter", "-f", "csv"], 2),
        (["profile", "counter", "-o", "x.csv"], 2),
        (["profile", "counter", "-o", "x.docx"], 2),
        (["profile", "programs/counter.yaml"], 2),
        (["profile", "counter", "--programs", "nowhere/"], 2),
        (["profile", "counter", "--set", "x=1"], 2),
        (["profile", "counter", "--programs", "broken/"], 1),
        (["profile", "counter", "--programs", "programs/", "--programs", "broken/", "--skip-invalid"], 0),
        (["profile", "power", "--programs", "programs/village.yaml"], 0),
        (["profile", "--set", "deadline=1"], 0),
    ],
)
def test_exit_statuses(arguments: list[str], status: int, quickwin: Quickwin) -> None:
    ending = quickwin(arguments)
    assert ending.status == status
    assert bool(ending.stdout) == (status == 0)
    assert ending.stderr or status == 0
