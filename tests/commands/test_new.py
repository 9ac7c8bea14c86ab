"""`quickwin new`: a program with every line that it may have, made for the study and accepted by it."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import quickwin
from quickwin.cli import main
from quickwin.study.backing import Cost, Evidence, Funding, Indicator
from quickwin.study.program import Program
from quickwin.study.study import Study

Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).resolve().parents[2]

PLAIN = "criteria: {mine: {title: Mine, worst: 1, best: 5}}\n"
"""A study with nothing but a criterion: no dimensions, pillars, money, or context."""
STRANGE = """
start: 2022-09-01
context:
  currency: {symbol: "$", decimal: ".", unit: 1 million}
  facts: {people: 1000}
  coverage: {"road: #1": 50%, note: x}
criteria:
  "a: b #c": {title: "Line one\\nid: two \\e[31m", worst: 100, best: -0.5}
  "no": {levels: {"yes": 1, "no, never": 0.2, "{": 0.4}}
  curved: {curve: [[20%, 0], [1%, 1]], per: people}
  dear: {measure: cost_per_beneficiary, worst: 1000, best: 0}
readiness:
  scale: {worst: 10, best: 0}
  pillars: {"one [x]": {items: ["a, b", "1", yes]}, two: }
dimensions: {"no": {subdimensions: ["#1", x]}, "b: c": {aliases: [bee]}}
budget_opens: {secured: 2022-10-01, "next, year": 2023-01-01}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def started(here: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["init"]) == 0
    capsys.readouterr()
    return here


def load(id: str) -> tuple[Study, Program]:
    study = quickwin.load()
    return study, next(one.program for one in study.candidates if one.id == id)


def uncommented(text: str) -> str:
    """The text with every line in use that waits behind a #."""
    return re.sub(r"^#(?=\S|  )", "", text, flags=re.MULTILINE)


def test_a_program_is_written_and_ranked(started: Path, capsys: pytest.CaptureFixture[str], run_python: Run) -> None:
    assert main(["new", "my-program", "--owner", "Office for health", "--dimension", "Society"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Written: programs/my-program.yaml\n")
    assert "run quickwin check and quickwin rank\n" in out
    text = (started / "programs" / "my-program.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schemas/program.schema.json\n")
    _, program = load("my-program")
    assert (program.id, program.name, program.dimension, program.owner) == (
        "my-program",
        "My program",
        "society",
        "Office for health",
    )
    assert set(program.impact) == {"ease", "government", "equity"}
    assert all(one.assumed and one.about and one.about.note == "replace this" for one in program.impact.values())
    ran = run_python("-m", "quickwin", "rank", cwd=started)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "My program" in ran.stdout


def test_a_program_that_nobody_filled_in_is_no_quick_win(started: Path, run_python: Run) -> None:
    assert main(["new", "empty"]) == 0
    ran = run_python("-m", "quickwin", "rank", "--format", "csv", cwd=started)
    last = ran.stdout.splitlines()[-1]
    assert "Empty" in last
    assert "reconsider" in last


@pytest.mark.parametrize("criteria", [PLAIN, STRANGE, None], ids=["plain", "strange", "kotim"])
def test_it_fits_any_study_also_with_every_line_in_use(here: Path, criteria: str | None) -> None:
    if criteria is None:
        (here / "contexts").mkdir()
        for name in ("criteria.yaml", "contexts/kotim.yaml"):
            (here / name).write_bytes((ROOT / name).read_bytes())
    else:
        (here / "criteria.yaml").write_text(criteria, encoding="utf-8")
    for id in ("first", "second", "third"):
        assert main(["new", id]) == 0
    study, program = load("third")
    assert study.findings == ()
    judged = {leaf.key for leaf in study.judge.leaves if not leaf.criterion.measure}
    assert set(program.impact) == judged
    path = here / "programs" / "third.yaml"
    path.write_text(uncommented(path.read_text(encoding="utf-8")), encoding="utf-8")
    _, program = load("third")
    assert (program.depends_on, program.conflicts_with) == (("first",), ("second",))
    assert program.cost is not None
    assert program.funding is not None
    assert program.funding.source == "This year's budget"
    assert program.kpi[0].target is not None
    assert program.kpi[0].target.point == 30
    assert set(program.model_fields_set) == set(Program.model_fields)


def test_every_field_stands_there_with_what_it_means(started: Path) -> None:
    assert main(["new", "full"]) == 0
    text = (started / "programs" / "full.yaml").read_text(encoding="utf-8")
    unwrapped = re.sub(r"\n *# ", " ", text)
    for model in (Program, Cost, Funding, Indicator, Evidence):
        for key, info in model.model_fields.items():
            assert re.search(rf"^#? *(?:- )?{key}:", text, re.MULTILINE), key
            assert str(info.description) in unwrapped
    for said in ("Easier for the people who need the service: from 1 (worst) to 5 (best)", "one of none, some, most"):
        assert said in text
    assert "electricity 95%, internet 70%" in text
    assert "revised (from month 3 on), next (from month 6 on), none (nobody pays yet)" in unwrapped
    assert "One of: governance, branding, economy, living, society, environment." in text


NAMES = [
    'Phase 1: "trial" #2',
    "it's {100%} [new], & *more",
    "two\nlines\tand a tab",
    "no",
    "2022",
    "1,5",
    "- dash",
    "? what",
    "! bang",
    "@at",
    "Jalan \\n 🎉 👩‍👩‍👧 é 漢字 \u2028 \u00a0 \x07 \u202e",
    " spaces ",
    "ends:",
    "a #b",
    "x" * 500,
]


@pytest.mark.parametrize("name", NAMES)
def test_names_come_back_as_they_were_typed(started: Path, name: str) -> None:
    assert main(["new", "named", "--name", name, "--owner", name]) == 0
    _, program = load("named")
    assert (program.name, program.owner) == (name, name)
    text = (started / "programs" / "named.yaml").read_text(encoding="utf-8")
    assert not [sign for sign in text if sign != "\n" and not sign.isprintable()]
    path = started / "programs" / "named.yaml"
    path.write_text(uncommented(text), encoding="utf-8")
    assert load("named")[1].name == name


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bad id"], "for example bad-id."),
        (["../up"], "cannot be an id"),
        ([".hidden"], "cannot be an id"),
        (["money"], "names the wait for money"),
        (["x" * 101], "at most 100"),
        (["ok", "--dimension", "sociaty"], "Did you mean “society”?"),
        (["ok", "--name", " "], "The text is empty."),
        (["ok", "--owner", ""], "The text is empty."),
        (["ok", "--name", "\udcff"], "no text"),
        (["ok", "--folder", "contexts"], "Choose a folder in programs, such as programs/health."),
        (["ok", "--folder", ".hidden"], "not read from .hidden"),
        (["ok", "--folder", "programs/../.."], "There is no criteria.yaml"),
        (["example-queue-numbers"], "in programs/example-queue-numbers.yaml. Choose another id."),
        (["other"], "in programs/health/several.yaml. Choose another id."),
    ],
)
def test_what_does_not_fit_is_wrong_usage_and_writes_nothing(
    started: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (started / ".git").mkdir()
    (started / "programs" / "health").mkdir()
    (started / "programs" / "health" / "several.yaml").write_text("id: other\nnmae: broken\n", encoding="utf-8")
    before = sorted(started.rglob("*"))
    assert main(["new", *words]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err
    assert len(shown.err.splitlines()) == 1
    assert sorted(started.rglob("*")) == before


def test_a_file_of_that_name_is_kept(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = started / "programs" / "mine.yaml"
    path.write_text("id: another\n", encoding="utf-8")
    assert main(["new", "mine"]) == 2
    assert "programs/mine.yaml" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "id: another\n"


def test_without_a_study_init_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / ".git").mkdir()
    assert main(["new", "a"]) == 2
    assert "quickwin init" in capsys.readouterr().err


def test_a_broken_criteria_yaml_is_shown_first(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "criteria.yaml").write_text("criteria: {a: {worst: 1}}\n", encoding="utf-8")
    assert main(["new", "a"]) == 1
    assert "criteria.yaml:1" in capsys.readouterr().err
    assert not (here / "programs").exists()


@pytest.mark.parametrize("folder", [".", "programs", "programs/health/new"])
def test_a_folder_can_be_chosen(started: Path, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "a", "--folder", folder]) == 0
    out = capsys.readouterr().out
    path = Path("programs" if folder == "." else folder) / "a.yaml"
    assert path.as_posix() in out
    assert path.is_file()
    schema = path.read_text(encoding="utf-8").splitlines()[0].partition("=")[2]
    assert (path.parent / schema).resolve() == started / "schemas" / "program.schema.json"
    assert load("a")[1].name == "A"


@pytest.mark.usefixtures("started")
def test_a_folder_that_rank_does_not_search_is_named_in_what_to_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "a", "--folder", "more ideas"]) == 0
    assert 'quickwin rank "more ideas"' in capsys.readouterr().out
    assert len(quickwin.load("more ideas")) == 1


def test_it_works_from_inside_of_the_study_and_from_outside(
    started: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(started / "contexts")
    assert main(["new", "inside"]) == 0
    monkeypatch.chdir(tmp_path.parent)
    assert main(["new", "outside", "--criteria", str(started / "criteria.yaml")]) == 0
    assert {path.stem for path in (started / "programs").iterdir()} >= {"inside", "outside"}


def test_a_place_that_cannot_be_written_is_said(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (started / "programs" / "file").write_text("x", encoding="utf-8")
    assert main(["new", "a", "--folder", "programs/file"]) == 2
    assert "programs/file/a.yaml cannot be written" in capsys.readouterr().err
