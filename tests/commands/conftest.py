"""Runs a command where the golden study is."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.commands.golden_runs import STUDY, Ending

from quickwin.cli import main

Quickwin = Callable[..., Ending]


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the golden study, which is where the test stands."""
    shutil.copytree(STUDY, tmp_path / "study")
    monkeypatch.chdir(tmp_path / "study")
    return tmp_path / "study"


@pytest.fixture
def quickwin(
    study: Path,  # noqa: ARG001  # where it runs
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> Quickwin:
    """Run quickwin, in 80 columns and UTF-8 if nothing else is said: `quickwin(["rank"], {"COLUMNS": "40"})`."""

    def run(arguments: list[str], variables: dict[str, str] | None = None) -> Ending:
        for name in ("NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_CTYPE"):
            monkeypatch.delenv(name, raising=False)
        for name, value in ({"COLUMNS": "80", "LANG": "C.UTF-8"} | (variables or {})).items():
            monkeypatch.setenv(name, value)
        capfdbinary.readouterr()
        status = main(arguments)
        out, err = capfdbinary.readouterr()
        return Ending(status, out.decode("utf-8"), err.decode("utf-8"))

    return run
