"""What holds of every report, whatever the files hold."""

import unicodedata
from pathlib import Path

from quickwin.checking.report import Report
from quickwin.checking.rulebook import files
from quickwin.cleaning import clean
from quickwin.finding import in_order

ACTING = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Kinds of characters that act, hide or break the line."""
LONGEST = 400
"""More characters than any sentence of a finding has, so that no file can flood a terminal."""


def sound_report(report: Report, texts: dict[str, bytes]) -> None:
    """Assert that findings are in order, known, complete, short, clean, and lie in their files.

    `texts` are the files of the study by their names from the current folder; others are not looked into.
    """
    assert in_order(report.findings) == report.findings
    counts = {name: lines_of(text) for name, text in texts.items()}
    for one in report.findings:
        assert one.code in files()
        assert one.what.strip(), one
        assert one.mend.strip(), one
        assert len(one.what) <= LONGEST, one.what[:LONGEST]
        assert len(one.mend) <= LONGEST, one.mend[:LONGEST]
        for text in (one.what, one.mend, str(one.place), one.place.excerpt):
            cleaned = clean(text)
            assert len(cleaned) == len(text)
            assert not any(unicodedata.category(sign) in ACTING for sign in cleaned), text
        if one.place.line and one.place.file in counts:
            lines = counts[one.place.file]
            assert 1 <= one.place.line <= len(lines), one
            assert 1 <= one.place.column <= len(lines[one.place.line - 1]) + 1, one
        assert bool(one.place.line) == bool(one.place.column), one


def lines_of(text: bytes) -> list[str]:
    """The lines of a text as an editor shows them; a byte that is no text counts as one character."""
    whole = text.decode("utf-8", "replace").removeprefix("\ufeff")
    return whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def read(folder: Path) -> dict[str, bytes]:
    """The texts of a study's files by their names."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*.yaml"))}
