"""What every test may use: the command as its users run it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]

# The same examples on every run, and no clock: a slow machine is no fault of the code.
settings.register_profile("house", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("house")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def run_python() -> Run:
    """Run this Python on quickwin's sources: `run_python("-m", "quickwin", "rank", cwd=…, env={…})`."""

    def run(*words: str, cwd: Path = ROOT, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        surroundings = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "0", "COLUMNS": "100"}
        return subprocess.run(
            [sys.executable, *words],
            cwd=cwd,
            env=surroundings | (env or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is said now as what is expected")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be written again, and not compared."""
    return bool(request.config.getoption("--update-golden"))
