"""What is said of a report as a whole, below its findings."""

from collections.abc import Iterator

from quickwin.checking.report import Report
from quickwin.checking.rulebook import rule
from quickwin.finding import GRAVITY
from quickwin.say import counted, say
from quickwin.table import Column, Row, Table

NAMED = 3
"""So many files are named in a sentence."""


def lines(report: Report) -> Iterator[str]:
    """Sentences on what was checked, what was not told, and what can be mended at once."""
    if report.findings:
        gravest = min(report.findings, key=lambda one: GRAVITY.index(one.severity))
        yield say("Why it matters, and what it has cost: quickwin rule {code}", code=gravest.code)
    elif not report.applied:
        yield say("No rule is applied: what is selected is ignored too.")
    elif not report.unchecked:
        files = counted(len(report.files), say("file"), say("files"))
        rules = counted(len(report.applied), say("rule"), say("rules"))
        yield say("All well: {files}, {rules}.", files=files, rules=rules)
    yield from of_mends(report)
    yield from of_errors(report)
    if report.silenced:
        yield say("{count} silenced by comments.", count=report.silenced)
    if report.known:
        yield say("{count} known to the baseline.", count=report.known)
    if report.gone:
        yield say("The baseline knows {count} that are met no more: write it again.", count=report.gone)


def of_mends(report: Report) -> Iterator[str]:
    """What can be mended at once, and what once the user has chosen."""
    fixable = sum(one.fixable for one in report.findings)
    if fixable:
        yield say("{count} can be mended by “quickwin check --fix”; --diff shows how.", count=fixable)
    choices = sum(any(fix.when for fix in one.fixes) for one in report.findings)
    if choices:
        numbers = counted(choices, say("number"), say("numbers"))
        yield say(
            "{numbers} may mean two things: say which with --fix --numbers thousands, or decimal.", numbers=numbers
        )


def of_errors(report: Report) -> Iterator[str]:
    """What the rules could not look at, and errors that nobody was told of."""
    if report.study is None:
        yield say("What judges the programs has errors, so that no rule could look at them. Mend these first.")
    elif report.unchecked:
        files = say("this file") if len(report.unchecked) == 1 else say("these {n} files", n=len(report.unchecked))
        yield say("Rules look at no program with errors: mend {files} and check again.", files=files)
    if report.elsewhere:
        errors = counted(report.elsewhere, say("error"), say("errors"))
        yield say("Not told: {errors} in files that were not asked for. “quickwin check” tells all.", errors=errors)
    hidden = set(report.unchecked) - {one.place.file for one in report.findings if one.severity == "error"}
    if hidden:
        names = ", ".join(sorted(hidden)[:NAMED]) + (", …" if len(hidden) > NAMED else "")
        yield say("Errors in {names} are ignored or known; “quickwin rank” refuses them all the same.", names=names)


def statistics(report: Report) -> Table:
    """How many findings each rule has, the most first."""
    counts = sorted(report.counts().items(), key=lambda pair: (-pair[1], pair[0]))
    columns = (
        Column("count", say("Findings"), "count"),
        Column("code", say("Rule")),
        Column("severity", say("Severity")),
        Column("title", say("What it finds")),
    )
    rows = tuple(Row((count, code, rule(code).severity, rule(code).title)) for code, count in counts)
    return Table(say("Findings by rule"), columns, rows)
