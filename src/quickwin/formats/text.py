"""Findings for people: where, what, how to mend it, and the line with a caret below the place."""

from collections.abc import Callable, Sequence

from quickwin.cleaning import as_line, clean
from quickwin.finding import Finding, Place, Severity
from quickwin.formats.cleaning import encodable, in_ascii
from quickwin.formats.wrapping import width
from quickwin.say import say

BOLD, DIM, END = "\x1b[1m", "\x1b[2m", "\x1b[0m"
COLORS: dict[Severity, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;34m"}
PLURALS: dict[Severity, str] = {"error": "errors", "warning": "warnings", "note": "notes"}
BEFORE, AFTER = 50, 40
"""Characters of a long line that are shown before and after the column."""

Paint = Callable[[str, str], str]


def write(findings: Sequence[Finding], *, color: bool, ascii_only: bool) -> str:
    """The findings in their order, and a last line that counts them; empty without any.

    >>> place = Place("programs/a.yaml", 3, 1, excerpt="ownr: Bappeda")
    >>> bad = Finding("QW105", place, "“ownr” is no key.", "Did you mean “owner”?")
    >>> print(write([bad], color=False, ascii_only=True), end="")
    programs/a.yaml:3:1: error QW105: "ownr" is no key.
      Did you mean "owner"?
      3 | ownr: Bappeda
        | ^
    <BLANKLINE>
    1 error in 1 file
    """
    if not findings:
        return ""

    def typed(text: str) -> str:
        return encodable(in_ascii(text), "ascii") if ascii_only else text

    def paint(text: str, style: str) -> str:
        return f"{style}{text}{END}" if color and text else text

    blocks = ["".join(f"{as_line(line)}\n" for line in of_finding(one, typed, paint)) for one in findings]
    return "\n".join([*blocks, paint(counted(findings), BOLD) + "\n"])


def of_finding(finding: Finding, typed: Callable[[str], str], paint: Paint) -> list[str]:
    """The lines of one finding."""

    def plain(text: str) -> str:
        return typed(clean(text))

    severity = paint(f"{finding.severity} {plain(finding.code)}", COLORS[finding.severity])
    lines = [f"{paint(plain(str(finding.place)), BOLD)}: {severity}: {plain(finding.what)}"]
    if finding.mend:
        lines.append(f"  {plain(finding.mend)}")
    if finding.place.line and finding.place.excerpt.strip():
        lines += excerpt(finding.place, typed, paint, COLORS[finding.severity])
    return lines


def excerpt(place: Place, typed: Callable[[str], str], paint: Paint, style: str) -> list[str]:
    """The line as it was written, a long one cut around the column, and a caret below the column."""
    line = clean(place.excerpt.rstrip())
    at = min(max(place.column - 1, 0), len(line))
    begin, end = max(at - BEFORE, 0) if len(line) > BEFORE + AFTER else 0, len(line)
    if end - begin > BEFORE + AFTER:
        end = begin + BEFORE + AFTER
    before = typed(("…" if begin else "") + line[begin:at])
    after = typed(line[at:end] + ("…" if end < len(line) else ""))
    number = str(place.line)
    lines = [f"  {paint(f'{number} |', DIM)} {before}{after}"]
    if place.column:
        bar = paint(f"{' ' * len(number)} |", DIM)
        lines.append(f"  {bar} {' ' * width(before)}{paint('^', style)}")
    return lines


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
