"""Every rule fires where its cases say, is silent where they say nothing, and its page shows both."""

import re
from pathlib import Path

import pytest
from tests import gallery
from tests.rules.rule_cases import CASES, Case, Place, cases, examples

from quickwin.checking.check import check
from quickwin.checking.rulebook import check_of, files, rule
from quickwin.cli import main

EVERY = cases()
LOOKING = [code for code in files() if check_of(code)]
READING = [code for code in files() if not check_of(code)]
"""What is found while files are read, and in the comments that silence."""
OF_COMMENTS = {"QW115", "QW116"}
"""These are tested in `tests/checking/test_silence.py`."""
SECTIONS = ["What it finds", "Why it matters", "Bad", "Good", "How to mend"]
JARGON = re.compile(
    r"\b(scalar|sequence|null|boolean|python|pydantic|string|float|integer|dict|regex)\b", re.IGNORECASE
)


def found(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> set[Place]:
    """Where a rule fires in the study of a folder, which has no errors besides."""
    monkeypatch.chdir(folder)
    report = check([], select=[code])
    others = [one for one in report.findings if one.code != code]
    assert not others
    return {(one.place.file, one.place.line, one.place.column, one.code) for one in report.findings}


@pytest.mark.parametrize("case", EVERY, ids=lambda case: f"{case.code}-{case.title}")
def test_a_rule_fires_where_its_case_says(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = case.build(tmp_path)
    assert found(tmp_path, monkeypatch, case.code) == expected


@pytest.mark.parametrize("code", LOOKING)
def test_every_rule_has_a_case_that_fires_and_one_that_is_silent(code: str, tmp_path: Path) -> None:
    own = [case for case in EVERY if case.code == code]
    fires = [bool(case.build(tmp_path / str(number))) for number, case in enumerate(own)]
    assert True in fires
    assert False in fires


def test_every_file_of_cases_is_of_a_rule() -> None:
    assert {path.stem.upper() for path in CASES.glob("*.txt")} <= set(files())


@pytest.mark.parametrize("code", LOOKING)
def test_the_bad_example_of_a_page_fires_and_the_good_one_is_silent(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title, case in examples(code, rule(code).page).items():
        case.build(tmp_path / title)
        assert bool(found(tmp_path / title, monkeypatch, code)) == (title == "Bad"), title


@pytest.mark.parametrize("code", READING)
def test_so_it_is_where_something_is_found_while_files_are_read(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title, case in examples(code, rule(code).page).items():
        case.build(tmp_path / title)
        monkeypatch.chdir(tmp_path / title)
        findings = check([]).findings
        assert (code in {one.code for one in findings}) == (title == "Bad"), title
        assert {one.code for one in findings if one.severity == "error"} <= {code}


@pytest.mark.parametrize("code", READING)
def test_every_error_of_reading_is_in_the_gallery_and_is_as_grave_as_its_page_says(code: str) -> None:
    severities = {found[1] for case in gallery.cases() for found in re.finditer(rf"(\w+) {code}: ", case.stderr)}
    assert severities == (set() if code in OF_COMMENTS else {rule(code).severity})


@pytest.mark.parametrize("code", list(files()))
def test_a_page_has_its_parts_and_a_title_in_one_sentence(code: str) -> None:
    page = rule(code).page
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == SECTIONS
    assert re.fullmatch(r"[A-Z][^.]+\.", rule(code).title)
    assert rule(code).severity in {"error", "warning", "note"}
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule(code).name)


@pytest.mark.parametrize("code", LOOKING)
def test_messages_are_plain(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, case in enumerate(case for case in EVERY if case.code == code):
        case.build(tmp_path / str(number))
        monkeypatch.chdir(tmp_path / str(number))
        for one in check([], select=[code]).findings:
            assert one.what.endswith((".", "?", "!"))
            assert one.mend.endswith((".", "?"))
            assert not JARGON.search(f"{one.what} {one.mend}")
            assert len(one.what) <= 240
            assert len(one.mend) <= 240


def test_every_rule_is_silent_about_the_sound_study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Case("", "", ()).build(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert not check([]).findings


def test_what_init_and_new_write_leaves_nothing_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init"]) == 0
    assert main(["new", "water"]) == 0
    assert not check([], select=["QW1"], ignore=["QW118"]).findings


def test_what_init_and_new_write_says_what_is_to_be_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init"]) == 0
    assert main(["new", "water"]) == 0
    left = {one.place.file: one for one in check([], select=["QW118"]).findings}
    assert set(left) == {
        "contexts/our-place.yaml",
        "programs/example-online-letters.yaml",
        "programs/example-queue-numbers.yaml",
        "programs/example-village-internet.yaml",
        "programs/water.yaml",
    }
    for file, one in left.items():
        assert ("came with “quickwin init”" in one.mend) == ("example-" in file)
        assert one.place.path[-1] == "note"


def test_what_init_writes_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init"]) == 0
    assert main(["check", "--fail-on", "warning"]) == 0


def test_what_an_option_empties_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Case("", "", ()).build(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert not check([], select=["QW1"], settings=["horizon="]).findings


@pytest.mark.parametrize("code", ["QW606", "QW613", "QW617"])
def test_what_no_program_says_may_be_said_by_one_with_errors(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = examples(code, rule(code).page)["Bad"]
    broken = "{id: broken, name: Broken, dimension: society, time_to_benefit: soon}\n"
    bad.build(tmp_path)
    assert found(tmp_path, monkeypatch, code)
    (tmp_path / "programs" / "broken.yaml").write_text(broken, encoding="utf-8")
    assert {one.severity for one in check([], select=[code]).findings} == {"error"}


def test_there_are_at_least_forty_rules() -> None:
    assert len(LOOKING) >= 40
