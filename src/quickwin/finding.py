"""What is wrong, where, and how to mend it: the one shape of every message about a file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from quickwin.cleaning import clean

Severity = Literal["error", "warning", "note"]
GRAVITY: tuple[Severity, ...] = get_args(Severity)
"""The gravest first."""
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file that a person can go to.

    `line` and `column` count from 1 and are 0 where the whole file (or an option of the command) is
    meant; `path` names the value inside the file, and `excerpt` is that line as it was written. `within` is the id of
    the program that it lies in, where that states one.
    """

    file: str
    line: int = 0
    column: int = 0
    path: Path = ()
    excerpt: str = ""
    within: str = ""

    def __str__(self) -> str:
        return clean(f"{self.file}:{self.line}:{self.column}" if self.line else self.file)


CHOICES = ("thousands", "decimal")
"""What a mark in a number may stand for: between thousands, or before decimals. Only its author knows."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend that can be written into the file: what to write at the place of its finding.

    With a `length`, so many characters from the place on give way to `text` as it is; 0 inserts it there. Without
    one, the word that begins at the place, a key or a value, gives way to `text` and keeps its quotes if it has any.
    `when` names the choice that the user has to make first; it is empty where the mend is certain.
    """

    text: str
    length: int | None = None
    when: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake: `what` was found where something else was expected, and `mend` says what to do.

    `what` and `mend` are plain sentences. They may hold text from a file as it was written, so
    whoever prints them cleans them for the place they go to. `fixes` are the mends that can be written for the user.
    """

    code: str
    place: Place
    what: str
    mend: str = ""
    severity: Severity = "error"
    fixes: tuple[Fix, ...] = ()

    @property
    def fixable(self) -> bool:
        """Whether a mend is certain, so that nothing need be asked."""
        return any(not fix.when for fix in self.fixes)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code stands for: its name, how grave it is, one sentence, and the whole page of its manual (Markdown)."""

    code: str
    name: str
    severity: Severity
    title: str
    page: str


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order a reader meets them: by file, line and column, each once.

    >>> late, early = Finding("QW105", Place("a", 2, 1), "y"), Finding("QW105", Place("a", 1, 1), "x")
    >>> [finding.what for finding in in_order([late, early, late])]
    ['x', 'y']
    """

    def key(finding: Finding) -> tuple[str, int, int, str, str]:
        place = finding.place
        return place.file, place.line, place.column, finding.code, finding.what

    return tuple(sorted(dict.fromkeys(findings), key=key))


def at_path(path: Path) -> str:
    """A path inside a file as people write it.

    >>> at_path(("kpi", 0, "by"))
    'kpi.0.by'
    """
    return ".".join(map(str, path))


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """A short text for each finding that stays the same while lines above it come and go.

    It is made of the file, the program, the code, the path and, where these are the same, of which one it is.
    """
    from hashlib import sha256  # noqa: PLC0415  # only documents need it

    seen: Counter[tuple[str, ...]] = Counter()
    prints = []
    for one in findings:
        key = (one.place.file, *filter(None, [one.place.within]), one.code, at_path(one.place.path))
        seen[key] += 1
        prints.append(sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return prints
