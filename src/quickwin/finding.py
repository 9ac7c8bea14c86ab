"""What is wrong, where, and how to mend it: the one shape of every message about a file."""

from dataclasses import dataclass
from typing import Literal

from quickwin.cleaning import clean

Severity = Literal["error", "warning", "note"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file that a person can go to.

    `line` and `column` count from 1 and are 0 where the whole file (or an option of the command) is
    meant; `path` names the value inside the file, and `excerpt` is that line as it was written.
    """

    file: str
    line: int = 0
    column: int = 0
    path: Path = ()
    excerpt: str = ""

    def __str__(self) -> str:
        return clean(f"{self.file}:{self.line}:{self.column}" if self.line else self.file)


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake: `what` was found where something else was expected, and `mend` says what to do.

    `what` and `mend` are plain sentences. They may hold text from a file as it was written, so
    whoever prints them cleans them for the place they go to.
    """

    code: str
    place: Place
    what: str
    mend: str = ""
    severity: Severity = "error"


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings in the order a reader meets them: by file, line and column, each once.

    >>> late, early = Finding("QW105", Place("a", 2, 1), "y"), Finding("QW105", Place("a", 1, 1), "x")
    >>> [finding.what for finding in in_order([late, early, late])]
    ['x', 'y']
    """

    def key(finding: Finding) -> tuple[str, int, int, str, str]:
        place = finding.place
        return place.file, place.line, place.column, finding.code, finding.what

    return tuple(sorted(dict.fromkeys(findings), key=key))
