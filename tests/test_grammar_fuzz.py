"""Studies by a grammar and texts of its words: whatever they hold, a report comes back that is as it should be."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.grammar import checked, mended, study
from tests.grammar_words import CONTEXT, CRITERIA, NUMBERS, PROGRAM, TEXTS, TROUBLE, WRONG
from tests.rules.rule_cases import SOUND

from quickwin.checking.check import check
from quickwin.checking.rulebook import files
from quickwin.finding import CHOICES

ROLES = {"programs/water.yaml": PROGRAM, "criteria.yaml": CRITERIA, "contexts/place.yaml": CONTEXT}
BETWEEN = (
    ": ",
    ":",
    "\n",
    "\n  ",
    "\n- ",
    "\n    ",
    ", ",
    ",",
    "{",
    "}",
    "[",
    "]",
    " ",
    "#",
    " # quickwin: ignore[",
    "---\n",
)
SOUND_TEXTS = {file.relative_to(SOUND).as_posix(): file.read_bytes() for file in SOUND.rglob("*.yaml")}

ONE_FOLDER = [HealthCheck.function_scoped_fixture]
"""The folder serves all examples: each empties it and writes all of its files."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def emptied(folder: Path) -> Path:
    """The folder without the files of the example before."""
    for file in folder.rglob("*.yaml"):
        file.unlink()
    return folder


@settings(max_examples=400, suppress_health_check=ONE_FOLDER)
@given(seed=st.integers(0, 2**32))
def test_a_study_of_the_grammar_is_checked(seed: int, here: Path) -> None:
    checked(study(Random(seed)), emptied(here))  # noqa: S311  # python -m tests.grammar SEED 1 shows it


@settings(max_examples=150, suppress_health_check=ONE_FOLDER)
@given(seed=st.integers(0, 2**32), choice=st.sampled_from(("", *CHOICES)))
def test_mends_of_a_study_of_the_grammar_hold(seed: int, choice: str, here: Path) -> None:
    texts = study(Random(seed))  # noqa: S311  # python -m tests.grammar SEED 1 shows it
    checked(texts, emptied(here))
    mended(texts, here, choice)


@pytest.mark.parametrize("role", ROLES)
@settings(max_examples=200, suppress_health_check=ONE_FOLDER)
@given(data=st.data())
def test_a_text_of_our_words_is_checked(role: str, data: st.DataObject, here: Path) -> None:
    keys = sorted({key for key, _ in ROLES[role]})
    words = st.sampled_from((*keys, *BETWEEN, *NUMBERS, *TEXTS, *WRONG, *TROUBLE))
    text = "".join(data.draw(st.lists(words, max_size=40)))
    checked(SOUND_TEXTS | {role: text.encode("utf-8", "surrogatepass")}, emptied(here))


def test_the_grammar_reaches_far(here: Path) -> None:
    reports = [checked(study(Random(seed)), emptied(here)) for seed in range(250)]  # noqa: S311  # the same again
    codes = {one.code for report in reports for one in report.findings}
    sound = [report for report in reports if all(one.severity != "error" for one in report.findings)]
    assert len(codes) > len(files()) / 2
    assert len(sound) > 20
    assert any(report.silenced for report in reports)
    assert check([]).findings == reports[-1].findings
