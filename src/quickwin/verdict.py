"""How the report of `quickwin check` is written: for people, for CI and code hosts, on the screen or to a file."""

import sys
from collections.abc import Callable
from pathlib import Path

from quickwin import __version__
from quickwin.checking.report import Report
from quickwin.checking.summary import lines, statistics
from quickwin.screen import emit, keep

SUFFIXES = {".json": "json", ".sarif": "sarif", ".xml": "junit"}
"""The format that the name of a file asks for."""


def show(report: Report, *, form: str | None, output: Path | None, count_only: bool = False) -> None:
    """Print a report in a format, or write it to a file; with `count_only` only how many findings each rule has."""
    output = None if output is None or str(output) == "-" else output
    form = form or (SUFFIXES.get(output.suffix.casefold(), "text") if output else "text")
    keep(report.root, report.inputs, output)
    if form == "text":
        count(report, output) if count_only else for_people(report, output)
    else:
        emit(WRITERS[form](report), output)


def for_people(report: Report, output: Path | None) -> None:
    """Print the findings, each with its line and a caret, and what is to be said of them all."""
    from quickwin.cleaning import clean  # noqa: PLC0415  # a format is imported when it is asked for
    from quickwin.formats.cleaning import encodable, in_ascii  # noqa: PLC0415
    from quickwin.formats.terminal import is_ascii_only, wants_color, width_of  # noqa: PLC0415
    from quickwin.formats.text import write  # noqa: PLC0415

    ascii_only = output is None and is_ascii_only(sys.stdout)
    text = write(
        report.findings,
        color=output is None and wants_color(sys.stdout),
        ascii_only=ascii_only,
        marks=True,
        room=width_of(sys.stdout) if output is None and sys.stdout.isatty() else None,
    )
    for line in map(clean, lines(report)):
        text += (encodable(in_ascii(line), "ascii") if ascii_only else line) + "\n"
    emit(text, output)


def count(report: Report, output: Path | None) -> None:
    """Print how many findings each rule has."""
    import io  # noqa: PLC0415  # the same

    from quickwin.formats.terminal import show as show_tables  # noqa: PLC0415  # the same

    if output is None:
        show_tables([statistics(report)], sys.stdout)
    else:
        page = io.StringIO()
        show_tables([statistics(report)], page, width=120, color=False, ascii_only=False)
        emit(page.getvalue(), output)


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


def as_junit(report: Report) -> str:
    """A JUnit test report, a file of the study being a test."""
    from quickwin.formats.junit import write  # noqa: PLC0415  # the same

    return write(report.findings, report.rules, report.files)


WRITERS: dict[str, Callable[[Report], str]] = {
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
}
"""What writes a report for other software."""
