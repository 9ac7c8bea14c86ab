"""`quickwin check`: are the files right?"""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quickwin import options
from quickwin.say import counted, say
from quickwin.screen import ERRORS, endings, stop

if TYPE_CHECKING:
    from quickwin.checking.report import Report

Look = Callable[..., "Report"]


def check(
    paths: options.Checked = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help="Only these rules: QW401, or QW4 for all that begin so; repeatable."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODES", help="Not these rules; repeatable.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Write what has one certain mend into the files.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would write, and write nothing.")] = False,
    numbers: Annotated[
        options.Numbers | None,
        typer.Option(help="With --fix or --diff: what the dot or comma of an ambiguous number is, as in 1.200."),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Do not tell the findings that this file knows.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what is found today to this file, as known from now on.")
    ] = None,
    fail_on: Annotated[
        options.FailOn, typer.Option(help="How grave a finding makes the exit status 1.")
    ] = options.FailOn.ERROR,
    statistics: Annotated[bool, typer.Option("--statistics", help="Only count the findings of each rule.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again each time that a file is saved, until Ctrl-C.")
    ] = False,
    stdin_filename: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="With -: the file of the study that standard input stands for."),
    ] = None,
    settings: options.Sets = None,
    criteria: options.Criteria = None,
    form: options.CheckForm = None,
    output: options.CheckOutput = None,
) -> None:
    """Check the files: what is wrong, where, why it matters and how to mend it.

    Examples: quickwin check programs/ · quickwin check --fail-on warning · quickwin check --fix · quickwin rule QW401
    """
    with endings():
        from quickwin.checking.check import check as check_files
        from quickwin.verdict import show

        refuse_together(
            {
                "--watch": watch,
                "--write-baseline": write_baseline is not None,
                "--fix": fix and not diff,
                "--diff": diff,
                "-": Path("-") in (paths or []),
                "--output": output is not None,
                "--format": form is not None,
                "--statistics": statistics,
                "--select": bool(select),
                "--ignore": bool(ignore),
            }
        )
        if watch and form not in {None, options.CheckFormat.TEXT, options.CheckFormat.CONCISE}:
            stop(say("--watch is for people: leave out --format, or write concise."))
        if numbers and not (fix or diff):
            stop(say("--numbers goes with --fix, which writes the number, or with --diff, which shows it."))
        files, texts = given(paths or [], stdin_filename)
        look: Look = partial(
            check_files,
            files,
            criteria=criteria,
            settings=settings or (),
            select=select or (),
            ignore=ignore or (),
            known=baseline,
        )
        tell = partial(show, form=form, output=output, count_only=statistics, fail_on=fail_on)
        if watch:
            keep_watching(look, tell, files, criteria)
        elif write_baseline:
            know(look, write_baseline)
        elif fix or diff:
            mend(look, tell, texts, numbers, fail_on, only_show=diff)
        else:
            report = look(texts=texts)
            tell(report)
            end(report, fail_on)


APART = {
    "--watch": ("--write-baseline", "--fix", "--diff", "-", "--output"),
    "--write-baseline": ("--fix", "--diff", "-", "--output", "--format", "--statistics", "--select", "--ignore"),
    "--fix": ("-",),
    "--diff": ("--output", "--format", "--statistics"),
    "--statistics": ("--format",),
}
"""Options that cannot go together, since one of them would do nothing or know a part only."""


def refuse_together(options: Mapping[str, bool]) -> None:
    """Refuse options of which one would be passed over in silence."""
    for one, others in APART.items():
        for other in others if options[one] else ():
            if options[other]:
                stop(say("{one} does not go with {other}. Leave one of them out.", one=one, other=other))


def end(report: "Report", fail_on: str) -> None:
    """End with the exit status that a report has."""
    if report.fails(fail_on):
        raise typer.Exit(ERRORS)


def given(paths: list[Path], name: Path | None) -> tuple[list[Path], dict[Path, bytes]]:
    """The paths to check; where standard input stands for one, also its text by absolute path."""
    if Path("-") not in paths:
        if name:
            stop(say("--stdin-filename goes with “-”: quickwin check - --stdin-filename {name}", name=name))
        return paths, {}
    if len(paths) > 1 or name is None:
        stop(say("“-” stands alone, with the file that it is: quickwin check - --stdin-filename programs/water.yaml"))
    from quickwin.files.disk import read_stream
    from quickwin.files.paths import absolute

    return [name], {absolute(name): read_stream(sys.stdin.buffer)}


def mend(
    look: Look,
    tell: Callable[["Report"], None],
    texts: Mapping[Path, bytes],
    numbers: str | None,
    fail_on: str,
    *,
    only_show: bool,
) -> None:
    """Mend what can be mended for certain, or show how; then tell what is left."""
    from quickwin.checking import mending
    from quickwin.screen import emit

    mended = mending.mend(lambda new: look(texts={**texts, **new}), choice=numbers or "", texts=texts)
    if only_show:
        emit(mending.diff(mended), None)
        if mended.changed:
            raise typer.Exit(ERRORS)
        return
    mending.write(mended)
    tell(mended.report)
    typer.echo(outcome(mended.count, len(mended.changed)), err=True)
    if mended.held:
        typer.echo(say("Left as it was, since mending would bring new errors: {count}.", count=mended.held), err=True)
    end(mended.report, fail_on)


def outcome(mends: int, files: int) -> str:
    """How much was mended."""
    if not mends:
        return say("Nothing was mended.")
    return say("Mended {count} in {files}.", count=mends, files=counted(files, say("file"), say("files")))


def know(look: Look, file: Path) -> None:
    """Write a baseline of all that is found now."""
    from quickwin.checking import baseline
    from quickwin.cleaning import clean
    from quickwin.screen import keep, written

    report = look(known=None)
    if not report.whole:
        stop(say("A baseline knows a whole study: write it without naming files."))
    keep(report.root, report.inputs, file)
    written(file, lambda: baseline.write(file, report.keys))
    told = say("Known from now on: {count}. Check with --baseline {file}", count=len(report.keys), file=file)
    typer.echo(clean(told))


def keep_watching(look: Look, tell: Callable[["Report"], None], paths: list[Path], criteria: Path | None) -> None:
    """Check again and again, each time that a file was saved."""
    from quickwin.files.folder import CONTEXTS, PROGRAMS
    from quickwin.files.watch import saves
    from quickwin.screen import again
    from quickwin.study.load import criteria_of

    last: list[Report] = []

    def places() -> list[Path]:
        """All that the last report was made of, and the folders in which more may come."""
        found = criteria_of(paths, criteria)
        here = [] if paths else [Path(PROGRAMS)]
        own = [found, found.parent / PROGRAMS, found.parent / CONTEXTS, *paths, *here]
        return own + [one.root / name for one in last for name in one.inputs]

    def tell_again() -> None:
        before, report = last[:1], look()
        last[:] = [report]
        tell(report)
        if before:
            typer.echo(since(before[0], report), err=True)

    again(tell_again, saves(places))


def since(before: "Report", now: "Report") -> str:
    """What has come and gone between two reports."""
    from quickwin.finding import fingerprints

    old, new = set(fingerprints(before.findings)), set(fingerprints(now.findings))
    return say("Since the last save: {new} new, {gone} gone.", new=len(new - old), gone=len(old - new))
