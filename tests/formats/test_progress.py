"""A bar for what takes long: not before a second, gone when it is done, and never where nobody looks."""

from io import StringIO

import pytest

from quickwin.formats import progress
from quickwin.formats.progress import Bar
from quickwin.screen import progress as told


class Terminal(StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_what_is_quick_shows_nothing() -> None:
    stream = Terminal()
    bar = Bar("Drawing", stream)
    bar.show(1, 2)
    bar.show(2, 2)
    bar.close()
    assert stream.getvalue() == ""


@pytest.mark.parametrize("plain", [True, False])
def test_what_takes_long_shows_how_far_it_is_and_goes_away(plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setenv("LC_ALL", "C" if plain else "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    bar = Bar("Drawing", stream)
    bar.show(1, 4)
    bar.show(3, 4)
    bar.close()
    said = stream.getvalue()
    assert "Drawing" in said
    assert "75%" in said
    assert said.isascii() == plain
    assert said.rstrip().endswith("\x1b[2K")  # the line is wiped


def test_where_nobody_looks_nothing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with told("Drawing") as hears:
        hears(1, 2)
    assert capsys.readouterr() == ("", "")


def test_a_terminal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setenv("TERM", "xterm")
    with told("Drawing") as hears:
        hears(1, 2)
    assert "50%" in stream.getvalue()
