"""What is said of a report as a whole, below its findings."""

from collections.abc import Iterator

from quickwin.checking.report import Report
from quickwin.checking.rulebook import rule
from quickwin.finding import Severity
from quickwin.say import say
from quickwin.table import Column, Row, Table

GRAVITY: tuple[Severity, ...] = ("error", "warning", "note")


def lines(report: Report) -> Iterator[str]:
    """Sentences on what was checked, what was not told, and what can be mended at once."""
    if not report.findings:
        files = say("1 file") if len(report.files) == 1 else say("{count} files", count=len(report.files))
        rules = say("1 rule") if report.applied == 1 else say("{count} rules", count=report.applied)
        yield say("All well: {files}, {rules}.", files=files, rules=rules)
    else:
        gravest = min(report.findings, key=lambda one: GRAVITY.index(one.severity))
        yield say("Why it matters, and what it has cost: quickwin rule {code}", code=gravest.code)
    fixable = sum(any(not fix.when for fix in one.fixes) for one in report.findings)
    if fixable:
        yield say("{count} can be mended by “quickwin check --fix”; --diff shows how.", count=fixable)
    choices = sum(any(fix.when for fix in one.fixes) for one in report.findings)
    if choices:
        yield say(
            "{count} are numbers that may mean two things: say which with --fix --numbers thousands, or decimal.",
            count=choices,
        )
    if report.study is None:
        yield say("What judges the programs has errors, so that no rule could look at them. Mend these first.")
    elif report.unchecked:
        yield say(
            "Rules look at no program with errors: mend {count} and check again.",
            count=say("this file") if len(report.unchecked) == 1 else say("these {n} files", n=len(report.unchecked)),
        )
    if report.silenced:
        yield say("{count} silenced by comments.", count=report.silenced)
    if report.known:
        yield say("{count} known to the baseline.", count=report.known)
    if report.gone:
        yield say("The baseline knows {count} that are met no more: write it again.", count=report.gone)


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
