"""Findings as people read them on stderr."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.hostile import MANY

from quickwin.finding import Finding, Fix, Place, Severity
from quickwin.formats.text import write
from quickwin.formats.wrapping import width


def finding(
    line: int = 3,
    column: int = 1,
    excerpt: str = "ownr: Bappeda",
    what: str = "“ownr” is no key here.",
    severity: Severity = "error",
) -> Finding:
    return Finding(
        "QW105",
        Place("programs/a.yaml", line, column, excerpt=excerpt),
        what,
        "Did you mean “owner”?",
        severity,
    )


def caret(text: str) -> tuple[str, int]:
    """The excerpt's line, and the place of the caret in the terminal's columns."""
    lines = text.splitlines()
    place = next(number for number, line in enumerate(lines) if line.endswith("| ^") or line.strip(" |^") == "")
    return lines[place - 1], width(lines[place].rstrip("^"))


def test_place_what_mend_line_caret_and_count() -> None:
    other = finding(12, 5, "    x: y", "Odd.", "warning")
    assert write([finding(), other], color=False, ascii_only=False) == (
        "programs/a.yaml:3:1: error QW105: “ownr” is no key here.\n"
        "  Did you mean “owner”?\n"
        "  3 | ownr: Bappeda\n"
        "    | ^\n"
        "\n"
        "programs/a.yaml:12:5: warning QW105: Odd.\n"
        "  Did you mean “owner”?\n"
        "  12 |     x: y\n"
        "     |     ^\n"
        "\n"
        "1 error and 1 warning in 1 file\n"
    )


def test_a_whole_file_has_no_line_and_nothing_found_is_nothing_said() -> None:
    whole = Finding("QW101", Place("b.yaml"), "There is no such file.")
    assert (
        write([whole], color=False, ascii_only=False)
        == "b.yaml: error QW101: There is no such file.\n\n1 error in 1 file\n"
    )
    assert not write([], color=True, ascii_only=False)


def test_the_caret_stands_below_its_character_after_tabs_and_wide_ones() -> None:
    line, at = caret(write([finding(1, 5, "\t村村:x")], color=False, ascii_only=False))
    assert width(line[: line.index("x")]) == at
    line, at = caret(write([finding(1, 5, "\t村…:x")], color=False, ascii_only=True))
    assert line.index("x") == at


def test_a_long_line_is_cut_around_the_column() -> None:
    text = write([finding(1, 501, "a" * 500 + "X" + "b" * 5000)], color=False, ascii_only=False)
    line, at = caret(text)
    assert line[at] == "X"
    assert line.startswith("  1 | …a")
    assert line.endswith("b…")
    assert width(line) <= 100


def test_no_caret_below_a_line_that_was_cut_on_its_left() -> None:
    text = write([finding(1, 231, "…yyy, bad: 99, zz: w…")], color=False, ascii_only=False)
    assert text.splitlines()[2:] == ["  1 | …yyy, bad: 99, zz: w…", "", "1 error in 1 file"]


def test_what_can_be_mended_without_a_choice_is_marked() -> None:
    sure, choice = (
        Finding("QW105", Place("a.yaml"), "Odd.", mend, fixes=(fix,))
        for mend, fix in [("", Fix("owner")), ("Mend it.", Fix("1,200", when="thousands"))]
    )
    assert write([sure, choice], color=False, ascii_only=False, marks=True) == (
        "a.yaml: error QW105: Odd.\n  [--fix]\n\na.yaml: error QW105: Odd.\n  Mend it.\n\n2 errors in 1 file\n"
    )
    assert "--fix" not in write([sure], color=False, ascii_only=False)
    assert "  \x1b[32m[--fix]\x1b[0m\n" in write([sure], color=True, ascii_only=False, marks=True)


def test_sentences_break_at_the_edge_of_a_screen() -> None:
    place = Place("programs/a.yaml", 3, 60, excerpt="note: " + "x" * 100)
    long = Finding("QW105", place, "A sentence that goes on.", "And a mend that does so too.", fixes=(Fix("y"),))
    assert write([long], color=False, ascii_only=False, marks=True, room=50) == (
        "programs/a.yaml:3:60: error QW105: A sentence\n"
        "    that goes on.\n"
        "  And a mend that does so too. [--fix]\n"
        "  3 | …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\n"
        "    |                         ^\n"
        "\n"
        "1 error in 1 file\n"
    )


@given(MANY, st.sampled_from([None, 1, 80]), st.booleans())
def test_any_findings_are_told_harmlessly(some: list[Finding], room: int | None, ascii_only: bool) -> None:  # noqa: FBT001  # drawn
    text = write(some, color=False, ascii_only=ascii_only, marks=True, room=room)
    text.encode("ascii" if ascii_only else "utf-8")
    assert len(text.split("\n")) == len([*text.splitlines(), ""])
    assert not set(text) & {"\x1b", "\u202e", "\r", "\x00"}
    assert not re.search(r"##\w*\[|^\s*::", text, re.MULTILINE)
    if ascii_only and room:
        assert all(len(line) <= max(room, 40) for line in text.splitlines()[:-1] if " | " not in line)


def test_texts_cannot_act_and_ascii_is_ascii() -> None:
    evil = "\x1b[31m\u202e\nfake.yaml:1:1: error\r\ud800"
    bad = Finding("QW1", Place(evil, 1, 20, excerpt=evil), evil, evil)
    text = write([bad], color=False, ascii_only=False)
    assert not set(text) & {"\x1b", "\u202e", "\r", "\ud800"}
    assert len(text.splitlines()) == 6
    assert write([bad], color=False, ascii_only=True).isascii()


@pytest.mark.parametrize("column", [1, 2, 3, 4, 9])
@pytest.mark.parametrize("evil", ["::error::pwned", "##[error]pwned", "a: ##vso[x]y", ":"])
def test_texts_cannot_act_in_the_log_of_a_ci_job(evil: str, column: int) -> None:
    text = write([Finding("QW1", Place(evil, 1, column, excerpt=evil), evil, evil)], color=False, ascii_only=False)
    text += write([Finding("QW1", Place(evil), evil, evil)], color=False, ascii_only=True)
    assert not re.search(r"##\w*\[|^\s*::", text, re.MULTILINE)


def test_an_excerpt_is_shown_as_written_where_it_does_no_harm() -> None:
    assert "  3 | ease::4\n" in write([finding(3, 5, "ease::4")], color=False, ascii_only=False)


def test_colour_only_adds_codes() -> None:
    plain, colored = (write([finding()], color=color, ascii_only=False) for color in (False, True))
    assert "\x1b[1;31merror QW105\x1b[0m" in colored
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m"):
        colored = colored.replace(code, "")
    assert colored == plain
