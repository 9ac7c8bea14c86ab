"""Findings for people: where, what, how to mend it, and the line with a caret below the place."""

from collections.abc import Sequence
from dataclasses import dataclass

from quickwin.cleaning import as_line, clean
from quickwin.finding import Finding, Place, Severity
from quickwin.formats.cleaning import encodable, in_ascii
from quickwin.formats.wrapping import width, wrap
from quickwin.say import say

BOLD, DIM, END = "\x1b[1m", "\x1b[2m", "\x1b[0m"
COLORS: dict[Severity, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;34m"}
MENDABLE, MARK = "\x1b[32m", "[--fix]"
PLURALS: dict[Severity, str] = {"error": "errors", "warning": "warnings", "note": "notes"}
NARROWEST = 40
SHOWN = 90
"""Characters of a long line that are shown, five parts of nine of them before the column."""


@dataclass(frozen=True, slots=True)
class Page:
    """How findings are written: in colours, in ASCII, lines broken at `room` columns, and marked if `--fix` mends them.

    Without a `room` a sentence is one line, however long, as programs that read them expect.
    """

    color: bool = False
    ascii_only: bool = False
    marks: bool = False
    room: int | None = None

    def plain(self, text: str) -> str:
        """The text with nothing in it that acts."""
        return self.typed(clean(text))

    def typed(self, text: str) -> str:
        """The cleaned text as the reader's screen has it."""
        return encodable(in_ascii(text), "ascii") if self.ascii_only else text

    def paint(self, text: str, style: str) -> str:
        """The text in a style, where there are colours."""
        return f"{style}{text}{END}" if self.color and text else text

    def broken(self, text: str, indent: str = "") -> list[str]:
        """The lines of a sentence, those after the first further in."""
        further = " " * 4
        first, *rest = [text] if self.room is None else wrap(text, max(self.room, NARROWEST) - len(further))
        return [indent + first, *(further + line for line in rest)]


def write(
    findings: Sequence[Finding], *, color: bool, ascii_only: bool, marks: bool = False, room: int | None = None
) -> str:
    """The findings in their order, and a last line that counts them; empty without any.

    With `marks`, those that `quickwin check --fix` mends say so; with `room`, no line is wider than so many columns.

    >>> from quickwin.finding import Fix
    >>> place = Place("programs/a.yaml", 3, 1, excerpt="ownr: Bappeda")
    >>> bad = Finding("QW105", place, "“ownr” is no key.", "Did you mean “owner”?", fixes=(Fix("owner"),))
    >>> print(write([bad], color=False, ascii_only=True, marks=True), end="")
    programs/a.yaml:3:1: error QW105: "ownr" is no key.
      Did you mean "owner"? [--fix]
      3 | ownr: Bappeda
        | ^
    <BLANKLINE>
    1 error in 1 file
    """
    if not findings:
        return ""
    page = Page(color=color, ascii_only=ascii_only, marks=marks, room=room)
    blocks = ["".join(f"{page.typed(as_line(line))}\n" for line in of_finding(one, page)) for one in findings]
    return "\n".join([*blocks, page.paint(counted(findings), BOLD) + "\n"])


def of_finding(finding: Finding, page: Page) -> list[str]:
    """The lines of one finding."""
    place, kind = page.plain(str(finding.place)), f"{finding.severity} {page.plain(finding.code)}"
    lines = page.broken(f"{place}: {kind}: {page.plain(finding.what)}")
    painted = f"{page.paint(place, BOLD)}: {page.paint(kind, COLORS[finding.severity])}:"
    lines[0] = lines[0].replace(f"{place}: {kind}:", painted, 1)
    mark = [MARK] if page.marks and finding.fixable else []
    if finding.mend or mark:
        lines += page.broken(" ".join([*filter(None, [page.plain(finding.mend)]), *mark]), "  ")
    if mark:
        lines[-1] = lines[-1].removesuffix(MARK) + page.paint(MARK, MENDABLE)
    if finding.place.line and finding.place.excerpt.strip():
        lines += excerpt(finding.place, page, COLORS[finding.severity])
    return lines


def excerpt(place: Place, page: Page, style: str) -> list[str]:
    """The line as it was written, a long one cut around the column, and a caret below the column.

    No caret where the column is beyond the excerpt, which was then cut on its left.
    """
    line = clean(place.excerpt.rstrip())
    number = str(place.line)
    shown = SHOWN if page.room is None else min(SHOWN, max(page.room, NARROWEST) - len(number) - 7)
    at = min(max(place.column - 1, 0), len(line))
    begin = max(at - shown * 5 // 9, 0) if len(line) > shown else 0
    end = min(begin + shown, len(line))
    before = page.typed(("…" if begin else "") + line[begin:at])
    after = page.typed(line[at:end] + ("…" if end < len(line) else ""))
    lines = [f"  {page.paint(f'{number} |', DIM)} {before}{after}"]
    if 0 < place.column <= len(place.excerpt) + 1:
        bar = page.paint(f"{' ' * len(number)} |", DIM)
        lines.append(f"  {bar} {' ' * width(before)}{page.paint('^', style)}")
    return lines


def concise(findings: Sequence[Finding]) -> str:
    """A line a finding, and one that counts them; empty without any.

    >>> bad = Finding("QW105", Place("programs/a.yaml", 3, 1), "“ownr” is no key.", "Did you mean “owner”?")
    >>> print(concise([bad]), end="")
    programs/a.yaml:3:1: error QW105: “ownr” is no key. Did you mean “owner”?
    1 error in 1 file
    """
    lines = [
        clean(f"{one.place}: {one.severity} {one.code}: {' '.join(filter(None, (one.what, one.mend)))}")
        for one in findings
    ]
    return "".join(f"{line}\n" for line in [*lines, counted(findings)]) if findings else ""


def counted(findings: Sequence[Finding]) -> str:
    """How many findings of each severity there are, and in how many files.

    >>> counted([Finding("QW105", Place("a"), ""), Finding("QW301", Place("b"), "", severity="warning")])
    '1 error and 1 warning in 2 files'
    """
    numbers = {severity: sum(one.severity == severity for one in findings) for severity in PLURALS}
    parts = [f"{n} {severity if n == 1 else PLURALS[severity]}" for severity, n in numbers.items() if n]
    files = len({one.place.file for one in findings})
    first = ", ".join(parts[:-1])
    what = say("{first} and {last}", first=first, last=parts[-1]) if first else parts[-1]
    return say("{what} in {files} {noun}", what=what, files=files, noun="file" if files == 1 else "files")
