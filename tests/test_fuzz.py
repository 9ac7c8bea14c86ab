"""Two thousand damaged studies: every run ends in status 0, 1 or 2, and says where the mistake is."""

from pathlib import Path

import pytest
from tests.fuzz import COMMANDS, FILES, endings, faults, run, study

RUNS, BATCH = 2000, 100


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


@pytest.mark.parametrize("first", range(0, RUNS, BATCH))
def test_no_damage_ends_in_a_traceback(first: int, tmp_path: Path) -> None:
    wrong = {
        seed: found for seed, ending in endings(tmp_path, range(first, first + BATCH)) if (found := faults(ending))
    }
    assert not wrong, "python -m tests.fuzz SEED 1 shows it"


def test_damage_does_what_it_is_for(tmp_path: Path) -> None:
    ends = [ending for _, ending in endings(tmp_path, range(100))]
    assert {ending.file for ending in ends} == set(FILES)
    assert {0, 1} <= {ending.status for ending in ends}
    said = " ".join(ending.stderr for ending in ends)
    assert {code for code in ("QW102", "QW103", "QW105", "QW107", "QW108", "QW109") if code in said} >= {
        "QW102",
        "QW108",
    }


def test_the_study_is_sound_before_it_is_damaged(tmp_path: Path) -> None:
    with study(tmp_path):
        assert run(COMMANDS[0])[::2] == (0, "")
