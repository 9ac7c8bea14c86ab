"""`quickwin explain`: what it prints, where, and how it ends."""

import json
from pathlib import Path

import pytest
from tests.commands.conftest import Quickwin
from tests.commands.golden_runs import expected, ran, texts

import quickwin as qw


@pytest.mark.parametrize("text", texts("explain"), ids=lambda text: text.stem)
def test_golden(text: Path, quickwin: Quickwin, *, update_golden: bool) -> None:
    assert ran(text, quickwin, update=update_golden) == expected(text)


def test_json_is_the_document_of_the_explanation(quickwin: Quickwin) -> None:
    ending = quickwin(["explain", "internet", "--versus", "app", "-f", "json"])
    assert (ending.status, ending.stderr) == (0, "")
    assert json.loads(ending.stdout) == qw.explain(qw.load(), "internet", versus="app").document()


@pytest.mark.parametrize("form", ["table", "markdown", "json"])
def test_output_is_what_is_shown(form: str, study: Path, quickwin: Quickwin) -> None:
    shown = quickwin(["explain", "internet", "-f", form], {"COLUMNS": "120"}).stdout
    ending = quickwin(["explain", "internet", "-f", form, "-o", "why.out"])
    assert (ending.status, ending.stdout, ending.stderr) == (0, "", "")
    assert (study / "why.out").read_text(encoding="utf-8") == shown


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
@pytest.mark.parametrize("arguments", [["internet"], ["counter"], ["app"], ["counter", "--versus", "app"]])
def test_no_line_is_wider_than_the_terminal(columns: int, arguments: list[str], quickwin: Quickwin) -> None:
    shown = quickwin(["explain", *arguments], {"COLUMNS": str(columns)}).stdout
    assert max(map(len, shown.splitlines())) <= columns


def test_csv_is_refused_with_what_there_is(quickwin: Quickwin) -> None:
    ending = quickwin(["explain", "counter", "-f", "csv", "--output", "x.csv"])
    assert (ending.status, ending.stdout) == (2, "")
    assert "table, json or markdown" in ending.stderr


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["explain"], 2),
        (["explain", "nobody"], 2),
        (["explain", "counter", "--versus", "nobody"], 2),
        (["explain", "counter", "nowhere/"], 2),
        (["explain", "counter", "--set", "x=1"], 2),
        (["explain", "counter", "programs/", "broken/"], 1),
        (["explain", "counter", "programs/", "broken/", "--skip-invalid"], 0),
        (["explain", "power", "programs/village.yaml"], 0),
    ],
)
def test_exit_statuses(arguments: list[str], status: int, quickwin: Quickwin) -> None:
    ending = quickwin(arguments)
    assert ending.status == status
    assert bool(ending.stdout) == (status == 0)
    assert ending.stderr or status == 0
