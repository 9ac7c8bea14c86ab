"""Every error of the gallery says exactly what its file says, and the page of errors shows them all.

After a sentence was changed on purpose: `pytest tests/test_gallery.py --update-golden -n 0`, and read the diff.
"""

import shutil
from pathlib import Path

import pytest
from tests.gallery import GALLERY, SOUND, TITLES, Case, cases, page

from quickwin.cli import main

JARGON = ("scalar", "sequence", "null", "boolean", "python", "pydantic", "traceback")
CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_an_error_says_what_the_gallery_says(
    case: Case,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    update_golden: bool,
) -> None:
    case.build(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    status = main(case.command[1:])
    said = capsys.readouterr().err
    if update_golden:
        case.record(status, said)
        return
    assert (status, said) == (case.status, case.stderr)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_an_error_is_said_without_jargon(case: Case) -> None:
    said = [line for line in case.stderr.splitlines() if "|" not in line]
    assert said
    assert not [word for word in JARGON if word in " ".join(said).casefold()]


def test_the_gallery_is_large_and_shows_every_code() -> None:
    assert len(CASES) >= 90
    assert {case.code for case in CASES} == set(TITLES)
    assert len({case.title for case in CASES}) == len(CASES)


def test_the_page_of_errors_is_made_from_the_gallery(root: Path, *, update_golden: bool) -> None:
    written = root / "docs" / "errors.md"
    if update_golden:
        written.write_text(page(), encoding="utf-8")
    assert written.read_text(encoding="utf-8") == page(), f"made from {GALLERY.name} with --update-golden"


def test_of_a_file_with_many_mistakes_the_first_hundred_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    misspelt = "".join(f"ownr{number}: PDAM\n" for number in range(30_000))
    unknown = ", ".join(f"raod-{number}" for number in range(20_000))
    Path("programs/keys.yaml").write_text(f"name: Water\ndimension: society\ntime_to_benefit: 6\n{misspelt}")
    Path("programs/ids.yaml").write_text(
        f"name: Sand\ndimension: society\ntime_to_benefit: 6\ndepends_on: [{unknown}]\n"
    )
    assert main(["rank"]) == 1
    said = capsys.readouterr().err
    assert said.count("more than 100 mistakes in this file; only the first are shown.") == 2
    assert said.endswith("202 errors in 2 files\n")


def test_the_study_that_the_cases_break_is_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    assert main(["rank"]) == 0
    assert capsys.readouterr().err == ""
