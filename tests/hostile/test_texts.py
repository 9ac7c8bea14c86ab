"""Hostile texts: a clear finding or none, never a traceback, never a hang."""

from pathlib import Path

import pytest
from tests.hostile.expecting import sound_report
from tests.hostile.texts import CASES, IN, SOUND, Case

from quickwin.checking.check import check


@pytest.fixture
def texts(sound: Path) -> dict[str, bytes]:
    """The small study into which the texts are put, as the current folder has it."""
    for file in sound.glob("programs/*"):
        file.unlink()
    for role, name in IN.items():
        (sound / name).write_bytes(SOUND[role])
    return {name: SOUND[role] for role, name in IN.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_hostile_text_is_told_about(case: Case, texts: dict[str, bytes]) -> None:
    hostile = case.text()
    report = check([], texts={Path(IN[case.role]).absolute(): hostile})
    told = {one.code for one in report.findings if one.severity == "error" or one.code in {"QW115", "QW116"}}
    assert told == set(case.codes.split())
    sound_report(report, texts | {IN[case.role]: hostile})
