"""How the report of `quickwin check` is written: for people, for CI and code hosts, on the screen or to a file."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from quickwin import __version__
from quickwin.checking.report import GRAVE, Report
from quickwin.checking.summary import lines, statistics
from quickwin.files.names import in_repository, repository
from quickwin.finding import Finding
from quickwin.say import say
from quickwin.screen import emit, keep, print_tables, stop

HOSTED = frozenset({"github", "gitlab", "sarif", "junit"})
"""Formats for those who know a file by its place in a repository."""
SUFFIXES = {".json": "json", ".sarif": "sarif", ".xml": "junit"}
"""The format that the name of a file asks for."""


def show(
    report: Report, *, form: str | None, output: Path | None, count_only: bool = False, fail_on: str = "warning"
) -> None:
    """Print a report in a format, or write it to a file; with `count_only` only how many findings each rule has.

    A test report has those tests fail that have a finding as grave as `fail_on`.
    """
    output = None if output is None or str(output) == "-" else output
    form = form or by_name(output)
    keep(report.root, report.inputs, output)
    report = placed(report, root=repository() if form in HOSTED else None)
    if form == "text":
        count(report, output) if count_only else for_people(report, output)
    elif form == "junit":
        emit(as_junit(report, fail_on), output)
    else:
        emit(WRITERS[form](report), output)


def placed(report: Report, root: str | None) -> Report:
    """The report with each file named from a root, if there is one, and settings of this run told of criteria.yaml."""
    criteria = report.study.judge.source.document.file if report.study else ""  # settings are told of sound ones only

    def named(file: str) -> str:
        return in_repository(file, root) if root else file

    def at_home(one: Finding) -> Finding:
        if one.place.file.startswith("--set "):
            return replace(one, place=replace(one.place, file=named(criteria)), what=f"{one.place.file}: {one.what}")
        return replace(one, place=replace(one.place, file=named(one.place.file))) if root else one

    return replace(report, findings=tuple(map(at_home, report.findings)), files=tuple(map(named, report.files)))


def by_name(output: Path | None) -> str:
    """The format that a file's name asks for; text where it asks for none.

    >>> by_name(Path("report.SARIF")), by_name(None)
    ('sarif', 'text')
    """
    suffix = output.suffix.casefold() if output else ""
    if suffix not in {*SUFFIXES, "", ".txt", ".log"}:
        known = ", ".join(SUFFIXES)
        stop(say("A report is no {suffix} file. Name one that ends in {known} or .txt.", suffix=suffix, known=known))
    return SUFFIXES.get(suffix, "text")


def for_people(report: Report, output: Path | None) -> None:
    """Print the findings, each with its line and a caret, and what is to be said of them all."""
    from quickwin.formats.terminal import is_ascii_only, wants_color, width_of  # noqa: PLC0415  # only what is asked for
    from quickwin.formats.text import write  # noqa: PLC0415  # the same

    text = write(
        report.findings,
        color=output is None and wants_color(sys.stdout),
        ascii_only=output is None and is_ascii_only(sys.stdout),
        marks=True,
        room=width_of(sys.stdout) if output is None and sys.stdout.isatty() else None,
    )
    emit(text + summary(report, output), output)


def summary(report: Report, output: Path | None) -> str:
    """The sentences on a report as a whole, as the terminal can show them."""
    from quickwin.cleaning import clean  # noqa: PLC0415  # only what is asked for
    from quickwin.formats.cleaning import encodable, in_ascii  # noqa: PLC0415  # the same
    from quickwin.formats.terminal import is_ascii_only  # noqa: PLC0415  # the same

    text = "".join(f"{clean(line)}\n" for line in lines(report))
    return encodable(in_ascii(text), "ascii") if output is None and is_ascii_only(sys.stdout) else text


def count(report: Report, output: Path | None) -> None:
    """Print how many findings each rule has."""
    print_tables([statistics(report)] if report.findings else [], output, below=summary(report, output))


def as_json(report: Report) -> str:
    """The versioned document of a report."""
    from quickwin.formats.json import write  # noqa: PLC0415  # the same

    return write(report.document())


def as_github(report: Report) -> str:
    """Commands for the log of a GitHub workflow."""
    from quickwin.formats.github import write  # noqa: PLC0415  # the same

    return write(report.findings, report.rules)


def as_gitlab(report: Report) -> str:
    """A GitLab code quality report."""
    from quickwin.formats.gitlab import write  # noqa: PLC0415  # the same

    return write(report.findings, report.rules)


def as_sarif(report: Report) -> str:
    """A SARIF 2.1.0 log."""
    from quickwin.formats.sarif import write  # noqa: PLC0415  # the same

    return write(report.findings, report.rules, __version__)


def as_junit(report: Report, fail_on: str) -> str:
    """A JUnit test report, a file of the study being a test."""
    from quickwin.formats.junit import write  # noqa: PLC0415  # the same

    return write(report.findings, report.rules, report.files, GRAVE[fail_on])


def as_lines(report: Report) -> str:
    """A line a finding, and one that counts them."""
    from quickwin.formats.text import concise  # noqa: PLC0415  # the same

    return concise(report.findings)


WRITERS: dict[str, Callable[[Report], str]] = {
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "concise": as_lines,
}
"""What writes a report for other software."""
