"""No text of a file acts in Python's own terminal, or in the log of a CI job."""

import csv
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from tests.written import CRITERIA, PROGRAM, study, write

import quickwin
from quickwin.cli import main

Run = Callable[..., subprocess.CompletedProcess[str]]
ACTS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]|##\w*\[|^\s*::", re.MULTILINE)
EVIL = r"\e[31m\u202e::error::no ##[error]no"
NAMED = PROGRAM.replace("Counter", f'"{EVIL}"')
PLANNED = (
    NAMED
    + f"""
    owner: "{EVIL}"
    partners: ["{EVIL}"]
    target_group: "{EVIL}"
    cost: 1000
    kpi: [{{name: "=1+1 {EVIL}", unit: "{EVIL}", target: 3}}]
"""
)
LIMITS = """
    start: 2022-09-01
    plan: {budget: {2022: 1000, 2023: 1000}, per_owner: 1, total: [1, 3]}
"""
BROKEN = f'"{EVIL}": 1' + PROGRAM


def test_what_python_shows_of_results_and_errors_does_not_act(tmp_path: Path) -> None:
    found = study(tmp_path, f'title: "{EVIL}"' + CRITERIA.replace("\n    ", "\n"), {"counter": NAMED})
    with pytest.raises(quickwin.Usage) as usage:
        quickwin.load(tmp_path / "programs", set={"\x1b[31m::error::no": 1})
    with pytest.raises(quickwin.Usage) as unknown:
        quickwin.explain(found, "\x1b[31m##[error]no")
    with pytest.raises(quickwin.Broken) as broken:
        study(tmp_path, programs={"counter": '"\\e[31m##[error]no": 1\n' + PROGRAM.replace("\n    ", "\n")})
    sheets = quickwin.profile(found, "counter")
    plans = (quickwin.plan(found), quickwin.roadmap(found))
    ours = (quickwin.rank(found), quickwin.explain(found, "counter"), found, sheets, sheets[0], *plans)
    for shown in map(repr, ours):
        assert "error" in shown
        assert not ACTS.search(shown)
    for error in (usage, unknown, broken):
        assert "no" in str(error.value)
        assert not ACTS.search(str(error.value))


def test_a_place_that_is_shown_does_not_act() -> None:
    assert str(quickwin.Place("::error\x1b[0m::x", 1, 2)) == ":\ufffderror\ufffd[0m::x:1:2"


@pytest.mark.parametrize(
    "words",
    [
        ["rank"],
        ["rank", "--format", "csv"],
        ["rank", "--format", "json"],
        ["rank", "--format", "markdown"],
        ["rank", "--show-settings"],
        ["rank", "--set", "::error::no=1"],
        ["explain", "counter"],
        ["explain", "counter", "--versus", "other"],
        ["explain", "##[error]no"],
        ["profile", "counter"],
        ["profile", "counter", "--format", "table"],
        ["profile", "##[error]no"],
        ["explain", "broken"],
        ["plan", "--binds", "--robust", "--draws", "2", "--budget", "1000", "--budget", "2000"],
        ["plan", "--format", "markdown", "--without", "other"],
        ["plan", "--format", "csv"],
        ["plan", "--format", "json", "--lock", "other@3"],
        ["plan", "--must", "other", "--must", "counter", "--set", "plan.total=1"],
        ["plan", "--must", "##[error]no"],
        ["plan", "--lock", "counter@::error::no"],
        ["plan", "--budget", "::error::no"],
        ["roadmap"],
        ["roadmap", "--format", "table"],
        ["roadmap", "--format", "csv"],
        ["roadmap", "--format", "json"],
    ],
)
@pytest.mark.parametrize("columns", ["30", "60", "200"])
def test_no_command_prints_what_acts(
    words: list[str], columns: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key = f'"::warning::{EVIL}": {{worst: 1, best: 5}}'
    criteria = CRITERIA.replace("ease: {", f"{key}\n      ease: {{")
    text = PLANNED if words[0] in {"plan", "roadmap"} else NAMED
    programs = {"counter": text, "other": text.replace("ease: 4", "ease: 3")}
    criteria += LIMITS if text is PLANNED else ""
    write(tmp_path, criteria, programs | ({"broken": BROKEN} if "broken" in words else {}))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", columns)
    main(words)
    said = capsys.readouterr()
    for text in (said.out, said.err):
        assert not ACTS.search(text)
    assert "no" in said.out + said.err


def test_no_text_of_a_file_is_more_than_text_in_a_calendar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    evil = rf"{EVIL}\nEND:VEVENT\r\nBEGIN:VALARM;,\\n\u2028ATTACH:file:///etc/passwd"
    write(tmp_path, f'title: "{evil}"\n' + dedent(CRITERIA + LIMITS), {"counter": PLANNED.replace(EVIL, evil)})
    monkeypatch.chdir(tmp_path)
    assert main(["plan", "--format", "ics"]) == 0
    lines = capfdbinary.readouterr().out.decode("utf-8").replace("\r\n ", "").split("\r\n")
    for line in lines:
        assert not ACTS.search(line)
        assert not re.search(r"[\u2028\u2029]", line)
    names = [re.split("[:;]", line)[0] for line in lines]
    assert names.count("BEGIN") == names.count("END") == 3
    assert not {"ATTACH", "TRIGGER"} & set(names)
    assert sum("VALARM" in line for line in lines) >= 2


def test_no_text_of_a_file_is_a_formula_in_a_spreadsheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = PLANNED.replace(EVIL, "=1+1").replace("=1+1 =1+1", "@SUM(1)")
    write(tmp_path, CRITERIA + LIMITS, {"counter": evil, "other": evil})
    monkeypatch.chdir(tmp_path)
    for command in ("plan", "roadmap"):
        assert main([command, "--format", "csv", "--without", "other"]) == 0
        rows = list(csv.reader(capsys.readouterr().out.splitlines()))
        texts = [cell for row in rows for cell in row if not re.fullmatch(r"-?[0-9.]*", cell)]
        assert any("=1+1" in cell for cell in texts)
        assert not [cell for cell in texts if cell.startswith(("=", "+", "-", "@"))]


def test_a_fault_of_our_own_that_quotes_a_file_does_not_act(run_python: Run) -> None:
    program = (
        "import quickwin.cli as cli\n"
        "def fail(_): raise RuntimeError('\\x1b[31m ##[error]no\\n::error::no')\n"
        "cli.ended = fail\n"
        "raise SystemExit(cli.main([]))\n"
    )
    for debug in ("", "1"):
        run = run_python("-c", program, env={"QUICKWIN_DEBUG": debug})
        assert run.returncode == 70
        assert "no" in run.stderr
        assert not ACTS.search(run.stderr)
