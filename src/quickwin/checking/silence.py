"""Comments that silence a finding: `# quickwin: ignore[QW401] why`, on its line or alone on the line above."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quickwin.checking.naming import code_of, meant_rule
from quickwin.files.comments import comments
from quickwin.files.text import Text
from quickwin.finding import Finding, Fix
from quickwin.say import say
from quickwin.study.problem import enumerated, quoted

MARK = "quickwin:"
FORM = re.compile(r"#\s*quickwin:\s*ignore\s*\[([^\]#]*)\]", re.IGNORECASE)
MEANT = re.compile(r"#\s*quickwin:[^#]*?(?:ignore|\[|qw\d)", re.IGNORECASE)
"""A comment that was meant to silence something, and not one about a key, such as `# quickwin: 1`."""
WORD = re.compile(r"[^\s,]+")
SAYS_NOTHING = re.compile(r"(?:---|\.\.\.)?[ \t]*(?:#.*)?")
MOST_UNKNOWN = 20
"""So many unknown codes of one comment are told."""
UNUSED, UNKNOWN = "QW115", "QW116"


@dataclass(slots=True)
class Silence:
    """A comment that silences the findings of some codes in the line `over`.

    `offset` is where its # stands and `written` its text from there on; `codes` maps each code to its offset in the
    file; `used` are those that it did silence.
    """

    text: Text
    offset: int
    written: str
    over: int
    codes: dict[str, int]
    used: set[str] = field(default_factory=set)


def silences(text: Text) -> Iterator[Silence]:
    """The silencing comments of a file."""
    below: Sequence[int] = ()
    for comment in comments(text, MARK):
        below = below or lines_below(text.written.split("\n"))
        over = below[comment.line - 1] if comment.alone else comment.line
        forms = list(FORM.finditer(comment.text))
        ends = [*(form.start() for form in forms[1:]), len(comment.text)]
        for found, end in zip(forms, ends, strict=False):
            written = comment.text[found.start() : end]
            at = comment.offset + found.start(1)
            codes = {code_of(word[0]): at + word.start() for word in WORD.finditer(found[1])}
            yield Silence(text, comment.offset + found.start(), written, over, codes)
        meant = None if forms else MEANT.search(comment.text)
        if meant:
            yield Silence(text, comment.offset + meant.start(), comment.text[meant.start() :], over, {})


def lines_below(lines: Sequence[str]) -> list[int]:
    """For each line the number (from 1) of the first one below it that says something; its own where none does.

    >>> lines_below(["# why", "# and how", "---", "name: Water", "# the end"])
    [4, 4, 4, 4, 5]
    """
    below = list(range(1, len(lines) + 1))
    next_one = 0
    for number in range(len(lines), 0, -1):
        below[number - 1] = next_one or number
        if not SAYS_NOTHING.fullmatch(lines[number - 1]):
            next_one = number
    return below


def unsilenced(findings: Iterable[Finding], every: Sequence[Silence]) -> list[Finding]:
    """The findings that no comment silences; each comment is marked with the codes for which it is used."""
    over: dict[tuple[str, int], list[Silence]] = {}
    for one in every:
        over.setdefault((one.text.file, one.over), []).append(one)
    left = []
    for finding in findings:
        covering = [one for one in over.get((finding.place.file, finding.place.line), ()) if finding.code in one.codes]
        for one in covering:
            one.used.add(finding.code)
        if not covering:
            left.append(finding)
    return left


def about(every: Iterable[Silence], known: Sequence[str], applied: Container[str]) -> Iterator[Finding]:
    """What is wrong with the comments: codes that no rule has, and those of `applied` rules that silence nothing."""
    for one in every:
        if not one.codes:
            yield malformed(one)
        for code in [code for code in one.codes if code not in known][:MOST_UNKNOWN]:
            yield unknown(one, code, known)
        idle = [code for code in one.codes if code in applied and code not in one.used]
        if idle:
            yield unused(one, idle)


def malformed(one: Silence) -> Finding:
    """The finding for a comment that names no rule."""
    what = say("This comment is meant to silence a finding and does not say which.")
    mend = say("Write # quickwin: ignore[QW401] and why, with the code of the finding.")
    return Finding(UNKNOWN, one.text.place(one.offset), what, mend, "warning")


def unknown(one: Silence, code: str, known: Sequence[str]) -> Finding:
    """The finding for a code that no rule has."""
    what = say("There is no rule {code}, so that this comment does not silence it.", code=quoted(code))
    return Finding(UNKNOWN, one.text.place(one.codes[code]), what, meant_rule(code, known), "warning")


def unused(one: Silence, idle: Sequence[str]) -> Finding:
    """The finding for a comment that silences nothing; its mend is to delete it, or the codes that do nothing."""
    left = [code for code in one.codes if code not in idle]
    form = FORM.match(one.written)
    fix = Fix("", len(one.written))
    if left and form:
        fix = Fix(f"# quickwin: ignore[{', '.join(left)}]", len(form[0]))
    what = say("Nothing is wrong here for {codes} to silence.", codes=enumerated(idle))
    mend = say("Delete the comment.") if not left else say("Delete {codes} from it.", codes=enumerated(idle))
    return Finding(UNUSED, one.text.place(one.offset), what, mend, "warning", (fix,))
