"""An alarm for what must never hang, and the study into which hostile files are put."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.rules.rule_cases import Case

ALARM = 60
"""Seconds after which a test counts as hung: no measure of speed, as any of them takes a few at most."""


@pytest.fixture(autouse=True)
def _alarm() -> Iterator[None]:
    """Ends a test that hangs; systems without this signal have to wait."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def hung(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, hung)
    signal.alarm(ALARM)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a study about which nothing is to be said, which is the current one."""
    Case("", "", ()).build(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path
