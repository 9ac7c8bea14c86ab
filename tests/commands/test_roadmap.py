"""`quickwin roadmap`: what it prints, where, and how it ends."""

import csv
import json
from pathlib import Path

import pytest
from tests.commands.conftest import Quickwin
from tests.commands.golden_runs import expected, ran, texts

import quickwin as qw

PROGRAMS = "planning/programs"


@pytest.mark.parametrize("text", texts("roadmap"), ids=lambda text: text.stem)
def test_golden(text: Path, quickwin: Quickwin, *, update_golden: bool) -> None:
    assert ran(text, quickwin, update=update_golden) == expected(text)


def test_json_is_the_document_of_the_result(quickwin: Quickwin) -> None:
    words = ["--must", "queue", "--without", "signs", "--lock", "counter@3", "--unfunded", "-f", "json"]
    ending = quickwin(["roadmap", PROGRAMS, *words])
    assert (ending.status, ending.stderr) == (0, "")
    result = qw.roadmap(qw.load(PROGRAMS), must=["queue"], without=["signs"], lock=["counter@3"], unfunded=True)
    assert json.loads(ending.stdout) == json.loads(json.dumps(result.document()))


def test_it_is_the_plan_that_plan_finds(quickwin: Quickwin) -> None:
    road, plan = (
        json.loads(quickwin([command, PROGRAMS, "--must", "kiosks", "-f", "json"]).stdout)
        for command in ("roadmap", "plan")
    )
    assert (road["benefit"], road["years"], road["wishes"]) == (plan["benefit"], plan["years"], plan["wishes"])
    starts = [{one["id"]: one["start"] for one in document["programs"]} for document in (road, plan)]
    assert starts[0] == starts[1]


@pytest.mark.parametrize(
    ("name", "form"), [("road", "markdown"), ("road.md", "markdown"), ("road.csv", "csv"), ("road.json", "json")]
)
def test_a_file_gets_the_format_that_its_name_says(name: str, form: str, study: Path, quickwin: Quickwin) -> None:
    shown = quickwin(["roadmap", PROGRAMS, "-f", form]).stdout
    ending = quickwin(["roadmap", PROGRAMS, "-f", form, "-o", name])
    assert (ending.status, ending.stdout, ending.stderr) == (0, "", "")
    encoding = "utf-8-sig" if form == "csv" else "utf-8"
    assert (study / name).read_bytes().decode(encoding) == shown
    if "." in name:
        assert quickwin(["roadmap", PROGRAMS, "-o", f"other.{name}"]).status == 0
        assert (study / f"other.{name}").read_bytes() == (study / name).read_bytes()


def test_a_column_a_month_holds_what_the_plan_has_in_it(quickwin: Quickwin) -> None:
    sheet = list(csv.DictReader(quickwin(["roadmap", PROGRAMS, "-f", "csv"]).stdout.splitlines()))
    power = next(row for row in sheet if row["id"] == "power")
    months = [key for key in power if key.startswith("20")]
    assert (months[0], months[-1], len(months)) == ("2022-09", "2024-08", 24)
    assert [power[month] for month in months] == [""] * 4 + ["1"] * 5 + ["2"] * 15


def test_no_roadmap_is_written_over_a_file_of_the_study(study: Path, quickwin: Quickwin) -> None:
    file = study / PROGRAMS / "power.yaml"
    before = file.read_bytes()
    assert quickwin(["roadmap", PROGRAMS, "-o", str(file)]).status == 2
    assert file.read_bytes() == before


@pytest.mark.parametrize("columns", [50, 80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int, quickwin: Quickwin) -> None:
    shown = quickwin(["roadmap", PROGRAMS, "-f", "table"], {"COLUMNS": str(columns)}).stdout
    assert max(map(len, shown.splitlines())) <= columns


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--must", "coutner"], 2, "Did you mean “counter”?"),
        (["--lock", "counter"], 2, "ID@MONTH"),
        (["-f", "ics"], 2, "ics"),
        (["-o", "road.docx"], 2, ".docx"),
        (["planning/broken"], 1, "bench.yaml"),
    ],
)
def test_what_cannot_work_says_why(words: list[str], status: int, said: str, quickwin: Quickwin) -> None:
    ending = quickwin(["roadmap", PROGRAMS, *words])
    assert (ending.status, ending.stdout) == (status, "")
    assert said in ending.stderr


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
def test_where_no_plan_is_possible_it_fails_in_every_format(form: str, quickwin: Quickwin) -> None:
    ending = quickwin(["roadmap", PROGRAMS, "--must", "counter", "--must", "kiosks", "-f", form])
    told = "There is no plan, so nothing is written. “quickwin plan” says why.\n" if form == "csv" else ""
    assert (ending.status, ending.stderr) == (1, told)
    assert bool(ending.stdout) == (form != "csv")
    if form == "json":
        document = json.loads(ending.stdout)
        assert (document["status"], len(document["clash"]), len(document["relaxations"])) == ("infeasible", 3, 2)


def test_it_says_what_costs_nothing_and_what_was_not_read(quickwin: Quickwin) -> None:
    shown = quickwin(["roadmap", PROGRAMS, "planning/broken", "--skip-invalid"]).stdout
    assert "No budget is stated for 2024" in shown
    assert "since no cost is stated: Training for market women." in shown
    assert "bench.yaml (bench)" in shown


def test_the_order_in_which_files_are_named_changes_nothing(study: Path, quickwin: Quickwin) -> None:
    files = sorted(str(file.relative_to(study)) for file in (study / PROGRAMS).iterdir())
    usual = quickwin(["roadmap", PROGRAMS, "-f", "json"])
    for order in (files[::-1], [*files[2:], *files[:2]]):
        assert quickwin(["roadmap", *order, "-f", "json"]) == usual
