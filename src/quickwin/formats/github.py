"""Findings as commands of a GitHub workflow, which shows each beside its line in the changes of a pull request."""

from collections import Counter
from collections.abc import Mapping, Sequence

from quickwin.cleaning import clean
from quickwin.finding import Finding, Rule, Severity
from quickwin.formats.text import counted
from quickwin.say import say

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
SHOWN = 10
"""Annotations of each kind that GitHub shows of one step; the log has them all."""
IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTY = IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def write(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> str:
    """A command a finding, and a last line that counts them; empty without any.

    >>> from quickwin.finding import Place
    >>> bad = Finding("QW501", Place("programs/a.yaml", 3, 1), "It has no owner.", "Add one.", "note")
    >>> rule = Rule("QW501", "no-owner", "note", "A program has no owner.", "")
    >>> for line in write([bad], {"QW501": rule}).splitlines():
    ...     print(line)
    ::notice file=programs/a.yaml,line=3,col=1,title=QW501 no-owner::programs/a.yaml:3:1: It has no owner.%0AAdd one.
    1 note in 1 file
    """
    if not findings:
        return ""
    lines = [*(command(one, rules[one.code]) for one in findings), counted(findings)]
    if max(Counter(one.severity for one in findings).values()) > SHOWN:
        lines.append(say("GitHub shows the first {n} of a kind beside the files; this log has them all.", n=SHOWN))
    return "\n".join(lines) + "\n"


def command(finding: Finding, rule: Rule) -> str:
    """The one line of a finding.

    Its message begins with the place, since a log shows nothing else of a command.
    """
    place = finding.place
    properties = {
        "file": place.file,
        "line": place.line,
        "col": place.line and place.column,
        "title": f"{rule.code} {rule.name}",
    }
    written = ",".join(
        f"{key}={clean(str(value)).translate(IN_PROPERTY)}" for key, value in properties.items() if value
    )
    message = "\n".join(clean(line) for line in (f"{place}: {finding.what}", finding.mend) if line)
    return f"::{COMMANDS[finding.severity]} {written}::{message.translate(IN_MESSAGE)}"
