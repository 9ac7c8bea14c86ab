"""`quickwin rank`: what it prints, where, and how it ends."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.commands.conftest import Quickwin
from tests.commands.golden_runs import expected, ran, texts

import quickwin as qw

Run = Callable[..., subprocess.CompletedProcess[str]]
ORDER = ["counter", "clinic", "internet", "power", "app"]


@pytest.mark.parametrize("text", texts("rank"), ids=lambda text: text.stem)
def test_golden(text: Path, quickwin: Quickwin, *, update_golden: bool) -> None:
    assert ran(text, quickwin, update=update_golden) == expected(text)


def test_json_is_the_document_of_the_ranking(quickwin: Quickwin) -> None:
    ending = quickwin(["rank", "--format", "json"])
    assert (ending.status, ending.stderr) == (0, "")
    assert json.loads(ending.stdout) == qw.rank(qw.load()).document()
    assert ending.stdout.startswith('{\n  "schema": "quickwin/rank/1",\n  "title"')


def test_csv_read_back_is_the_document(quickwin: Quickwin) -> None:
    rows = list(csv.DictReader(io.StringIO(quickwin(["rank", "-f", "csv"]).stdout)))
    programs = json.loads(quickwin(["rank", "-f", "json"]).stdout)["programs"]
    assert [row["id"] for row in rows] == [one["id"] for one in programs]
    for row, one in zip(rows, programs, strict=True):
        for key in ("score", "impact", "coverage", "months", "readiness", "delivery", "priority", "cost", "rank"):
            assert float(row[key]) == one[key], key
        assert (row["name"], row["class"], row["held_by"]) == (one["name"], one["class"], "; ".join(one["held_by"]))
        assert [float(row[f"value_{key}"]) for key in one["criteria"]] == [
            on["value"] for on in one["criteria"].values()
        ]


def test_markdown_has_a_row_for_each_program(quickwin: Quickwin) -> None:
    lines = quickwin(["rank", "-f", "markdown"]).stdout.splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert len(rows) == 2 + len(ORDER)
    assert len({line.count("|") for line in rows}) == 1


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
@pytest.mark.parametrize("arguments", [["rank"], ["rank", "--by", "value", "--by-dimension", "--show-settings"]])
def test_no_line_is_wider_than_the_terminal(columns: int, arguments: list[str], quickwin: Quickwin) -> None:
    shown = quickwin(arguments, {"COLUMNS": str(columns)}).stdout
    assert max(map(len, shown.splitlines())) <= columns
    for name in ("clinic", "app", "power", "counter"):
        assert name in shown.casefold()


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
def test_output_is_what_is_shown_and_nothing_else_is_printed(form: str, study: Path, quickwin: Quickwin) -> None:
    shown = quickwin(["rank", "--format", form], {"COLUMNS": "120"}).stdout
    ending = quickwin(["rank", "--format", form, "--output", "ranking.out"], {"COLUMNS": "40", "LC_ALL": "C"})
    assert (ending.status, ending.stdout, ending.stderr) == (0, "", "")
    encoding = "utf-8-sig" if form == "csv" else "utf-8"  # a spreadsheet knows UTF-8 by its mark
    assert (study / "ranking.out").read_bytes().decode(encoding) == shown


def test_output_that_fails_leaves_the_old_file_and_no_other(study: Path, quickwin: Quickwin) -> None:
    (study / "old.json").write_text("old")
    ending = quickwin(["rank", "--set", "dedline=6", "--output", "old.json"])
    assert ending.status == 2
    ending = quickwin(["rank", "broken/", "--output", "old.json"])
    assert ending.status == 1
    assert (study / "old.json").read_text() == "old"
    assert not [name for name in study.iterdir() if "tmp" in name.name]


@pytest.mark.parametrize("place", ["nowhere/ranking.json", "programs", "."])
def test_output_that_cannot_be_written_is_wrong_usage(place: str, study: Path, quickwin: Quickwin) -> None:
    before = sorted(study.rglob("*"))
    ending = quickwin(["rank", "--output", place])
    assert (ending.status, ending.stdout) == (2, "")
    assert place in ending.stderr
    assert ending.stderr.count("\n") == 1
    assert sorted(study.rglob("*")) == before


def test_given_files_only_these_are_ranked_and_the_others_are_known(quickwin: Quickwin) -> None:
    alone = json.loads(quickwin(["rank", "programs/village.yaml", "-f", "json"]).stdout)
    whole = json.loads(quickwin(["rank", "-f", "json"]).stdout)
    assert [one["id"] for one in alone["programs"]] == ["clinic", "internet", "app"]
    by_id = {one["id"]: one for one in whole["programs"]}
    for one in alone["programs"]:
        assert {**one, "rank": 0} == {**by_id[one["id"]], "rank": 0}
    assert "programs/power.yaml" in alone["inputs"]


@pytest.mark.parametrize("here", [".", "programs"])
@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_a_folder_is_found_from_where_one_stands(
    here: str, form: str, study: Path, quickwin: Quickwin, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = quickwin(["rank", "-f", form]).stdout
    monkeypatch.chdir(study / here)
    assert quickwin(["rank", ".", "-f", form]).stdout == expected


def test_inside_programs_the_study_is_found_above(
    study: Path, quickwin: Quickwin, monkeypatch: pytest.MonkeyPatch
) -> None:
    above = quickwin(["rank", "-f", "json"])
    monkeypatch.chdir(study / "programs")
    assert quickwin(["rank", "-f", "json"]) == above


def test_in_a_folder_without_a_study_the_usage_is_wrong(
    tmp_path: Path, quickwin: Quickwin, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "empty")
    ending = quickwin(["rank"])
    assert (ending.status, ending.stdout) == (2, "")
    assert "criteria.yaml" in ending.stderr


def test_nothing_is_written_over_a_file_of_the_study(study: Path, quickwin: Quickwin) -> None:
    for name in ("criteria.yaml", "programs/counter.yaml"):
        before = (study / name).read_bytes()
        ending = quickwin(["rank", "--output", name])
        assert (ending.status, ending.stdout) == (2, "")
        assert "nothing is written over it" in ending.stderr
        assert (study / name).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "begins"), [("a.json", "{"), ("a.csv", "\ufeffrank,"), ("a.md", "## "), ("a.txt", "Quick wins")]
)
def test_the_name_of_the_file_says_the_format(name: str, begins: str, study: Path, quickwin: Quickwin) -> None:
    assert quickwin(["rank", "--output", name]).status == 0
    assert (study / name).read_text(encoding="utf-8").startswith(begins)
    assert quickwin(["rank", "--output", "a.xlsx"]).status == 2


def test_without_criteria_the_usage_is_wrong(study: Path, quickwin: Quickwin) -> None:
    (study / "criteria.yaml").rename(study / "kriteria.yml")
    ending = quickwin(["rank"])
    assert (ending.status, ending.stdout) == (2, "")
    assert "criteria.yaml" in ending.stderr
    assert quickwin(["rank", "--criteria", "kriteria.yml"]).status == 0


def test_criteria_of_another_folder(study: Path, quickwin: Quickwin) -> None:
    (study / "other").mkdir()
    (study / "other/criteria.yaml").write_text(
        "criteria: {ease: {worst: 1, best: 5}, wait: {worst: 60, best: 10}, "
        "equity: {levels: {none: 0, some: 0.4, most: 1}}}\n"
        "context: {coverage: {electricity: 1, internet: 1}}\n"
        "readiness: {pillars: {structure: {items: [people, budget]}, infrastructure: {}}}\n"
    )
    ending = quickwin(["rank", "--criteria", "other/criteria.yaml", "-f", "json"])
    assert ending.status == 0
    assert list(json.loads(ending.stdout)["programs"][0]["criteria"]) == ["ease", "wait", "equity"]


def test_findings_go_to_stderr_and_the_answer_to_stdout(quickwin: Quickwin) -> None:
    ending = quickwin(["rank", "programs/", "broken/", "--skip-invalid", "-f", "json"])
    document = json.loads(ending.stdout)
    assert ending.status == 0
    assert "broken/road.yaml:3:18" in ending.stderr
    assert {(one["id"], one["file"]) for one in document["skipped"]} == {
        ("road", "broken/road.yaml"),
        ("market", "broken/market.yaml"),
    }
    assert {one["id"] for one in document["programs"]} == {*ORDER, "bench"}


def test_errors_end_with_1_and_nothing_on_stdout(quickwin: Quickwin) -> None:
    ending = quickwin(["rank", "broken/"])
    assert (ending.status, ending.stdout) == (1, "")
    assert "broken/road.yaml:3:18" in ending.stderr


def test_arrows_are_against_the_files_own_settings(quickwin: Quickwin) -> None:
    rows = list(csv.DictReader(io.StringIO(quickwin(["rank", "-f", "csv", "--weight", "equity=95%"]).stdout)))
    before = {
        row["id"]: int(row["rank"]) for row in csv.DictReader(io.StringIO(quickwin(["rank", "-f", "csv"]).stdout))
    }
    assert [int(row["moved"]) for row in rows] == [before[row["id"]] - int(row["rank"]) for row in rows]
    assert any(row["moved"] != "0" for row in rows)


def test_a_setting_may_mend_what_the_file_gets_wrong(study: Path, quickwin: Quickwin) -> None:
    criteria = (study / "criteria.yaml").read_text()
    (study / "criteria.yaml").write_text(criteria.replace("deadline: 12", "deadline: 90"))
    assert quickwin(["rank"]).status == 1
    ending = quickwin(["rank", "--set", "deadline=9"])
    assert (ending.status, ending.stderr) == (0, "")
    assert "deadline = 9" in ending.stdout


def test_in_a_pipe_there_are_no_colours_and_the_same_bytes_each_time(study: Path, run_python: Run) -> None:
    first, second = (run_python("-m", "quickwin", "rank", cwd=study, env={"PYTHONHASHSEED": seed}) for seed in "12")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == second.stdout
    assert "\x1b" not in first.stdout
    assert "One counter for all permits" in first.stdout


def test_in_a_locale_without_lines_and_arrows_all_is_ascii(study: Path, run_python: Run) -> None:
    ran = run_python("-m", "quickwin", "rank", "--weight", "equity=95%", cwd=study, env={"LC_ALL": "C", "LANG": "C"})
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.isascii()


def test_warnings_are_errors(study: Path, run_python: Run) -> None:
    for command in (["rank", "-f", "json"], ["explain", "internet"], ["explain", "counter", "--versus", "app"]):
        ran = run_python("-W", "error", "-m", "quickwin", *command, cwd=study)
        assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
@pytest.mark.parametrize(("variables", "colored"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_has_colours_unless_it_wants_none(variables: dict[str, str], colored: bool, study: Path) -> None:  # noqa: FBT001
    import pty  # noqa: PLC0415  # Windows has none

    main_end, terminal = pty.openpty()
    source = str(Path(qw.__file__).parents[1])
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    env = kept | {"PYTHONPATH": source, "TERM": "xterm", "LANG": "C.UTF-8", "COLUMNS": "80"} | variables
    with subprocess.Popen(
        [sys.executable, "-m", "quickwin", "rank", "--top", "1"], cwd=study, env=env, stdout=terminal, stderr=terminal
    ) as process:
        os.close(terminal)
        shown = b""
        while True:
            try:
                part = os.read(main_end, 65536)
            except OSError:  # Linux says so where the other end is closed
                break
            if not part:
                break
            shown += part
    os.close(main_end)
    assert process.returncode == 0
    assert (b"\x1b[" in shown) == colored
    assert b"One counter for all permits" in shown
