"""Comments that silence a finding: `# quickwin: ignore[QW401] why`, on its line or alone on the line above."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quickwin.files.comments import Comment, comments
from quickwin.files.text import Text
from quickwin.finding import Finding, Fix
from quickwin.say import say
from quickwin.study.problem import did_you_mean, quoted

MARK = "quickwin:"
FORM = re.compile(r"#\s*quickwin:\s*ignore\s*\[([^\]]*)\]", re.IGNORECASE)
WORD = re.compile(r"[^\s,]+")
UNUSED, UNKNOWN = "QW115", "QW116"


@dataclass(slots=True)
class Silence:
    """A comment that silences the findings of some codes in the line `over`; `used` are those that it did silence."""

    text: Text
    comment: Comment
    over: int
    codes: tuple[str, ...]
    used: set[str] = field(default_factory=set)


def silences(text: Text) -> Iterator[Silence]:
    """The silencing comments of a file."""
    lines = text.written.split("\n")
    for comment in comments(text, MARK):
        found = FORM.match(comment.text)
        codes = tuple(word.upper() for word in WORD.findall(found[1])) if found else ()
        yield Silence(text, comment, below(lines, comment.line) if comment.alone else comment.line, codes)


def below(lines: Sequence[str], line: int) -> int:
    """The first line (from 1) below one that says something."""
    for number in range(line, len(lines)):
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            return number + 1
    return line


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
            yield unknown(one, "", known)
        for code in one.codes:
            if code not in known:
                yield unknown(one, code, known)
        idle = [code for code in one.codes if code in applied and code not in one.used]
        if idle:
            yield unused(one, idle)


def unknown(one: Silence, code: str, known: Sequence[str]) -> Finding:
    """The finding for a comment that names no rule."""
    place = one.text.place(one.comment.offset + max(one.comment.text.upper().find(code or "#"), 0))
    if not code:
        what = say("This comment is meant to silence a finding and does not say which.")
        return Finding(UNKNOWN, place, what, say("Write # quickwin: ignore[QW401] and why."), "warning")
    what = say("There is no rule {code}, so that this comment does not silence it.", code=quoted(code))
    return Finding(UNKNOWN, place, what, did_you_mean(code, known, say("rules")), "warning")


def unused(one: Silence, idle: Sequence[str]) -> Finding:
    """The finding for a comment that silences nothing; its mend is to delete it, or the codes that do nothing."""
    place = one.text.place(one.comment.offset)
    left = [code for code in one.codes if code not in idle]
    written = FORM.match(one.comment.text)
    fix = Fix("", len(one.comment.text))
    if left and written:
        fix = Fix(f"# quickwin: ignore[{', '.join(left)}]", len(written[0]))
    what = say("Nothing is wrong here for {codes} to silence.", codes=", ".join(idle))
    mend = say("Delete the comment.") if not left else say("Delete {codes} from it.", codes=", ".join(idle))
    return Finding(UNUSED, place, what, mend, "warning", (fix,))
