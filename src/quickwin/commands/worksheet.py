"""`quickwin worksheet`: sheets for the raters out, their scores back in, their disagreement."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quickwin import options
from quickwin.say import counted, say
from quickwin.screen import answer, by_name, emit, endings, stop

if TYPE_CHECKING:
    from quickwin.study.study import Study

FOLDER = Path("worksheets")
OPENPYXL = "openpyxl"


def worksheet(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATHS",
            show_default="programs/",
            help=say("Programs, as everywhere; with --read also the sheets, or the folders that they are in."),
        ),
    ] = None,
    offices: Annotated[
        list[str] | None,
        typer.Option("--for", metavar="OFFICE", help=say("Write a sheet for this office; repeatable.")),
    ] = None,
    read: Annotated[
        bool, typer.Option("--read", help=say("Take the scores of sheets back into the program files."))
    ] = False,
    readiness: Annotated[
        bool, typer.Option("--readiness", help=say("With --for: also ask about each item of readiness."))
    ] = False,
    force: Annotated[
        bool,
        typer.Option("--force", help=say("With --for: write over sheets that are there, and what is typed in them.")),
    ] = False,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace", help=say("With --read: raters also take the place of numbers that are not marked as assumed.")
        ),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=say("With --read: show what would be written, and write nothing."))
    ] = False,
    top: Annotated[
        int, typer.Option(parser=options.whole(1), metavar="N", help=say("The first N pairs to talk about."))
    ] = 10,
    criteria: options.Criteria = None,
    form: options.WorksheetForm = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            show_default="with --for worksheets/",
            help=say("With --for the folder of the sheets, else the file for the answer."),
        ),
    ] = None,
) -> None:
    """Send sheets to the offices that score, read what comes back, and see where they disagree.

    Without --for and --read: how far the raters in the files agree, and what to talk about.

    Examples: quickwin worksheet --for Diskominfo --for Bappeda · quickwin worksheet --read worksheets/
    """
    refuse_together(
        {"--for": bool(offices), "--read": read},
        {"--readiness": readiness, "--force": force},
        {"--replace": replace, "--diff": diff},
    )
    with endings():
        from quickwin.study.load import load

        if offices:
            send(
                load(paths or (), criteria=criteria), offices, output or FOLDER, form, readiness=readiness, force=force
            )
            return
        if form is options.WorksheetFormat.XLSX:
            stop(say("--format xlsx is for sheets: name the offices with --for."))
        if read:
            study = take_back(paths or (), criteria, replace=replace, only_show=diff)
        else:
            study = load(paths or (), criteria=criteria)
        if study is not None:
            from quickwin.answers.agree import agreement
            from quickwin.answers.agreed_sheet import sheets

            found = agreement(study)
            tables = sheets(found) if (form or by_name(output)) == "csv" else found.tables(top=top)
            answer(study, tables, found.document, form, output)


def refuse_together(ways: dict[str, bool], of_for: dict[str, bool], of_read: dict[str, bool]) -> None:
    """Refuse options that would do nothing."""
    if all(ways.values()):
        stop(say("--for does not go with --read. Leave one of them out."))
    for way, others in (("--for", of_for), ("--read", of_read)):
        for option, given in others.items():
            if given and not ways[way]:
                stop(say("{option} goes with {way}.", option=option, way=way))


def send(
    study: "Study", offices: Sequence[str], folder: Path, form: str | None, *, readiness: bool, force: bool
) -> None:
    """Write a sheet for each office."""
    from quickwin.answers.spelt import misspelt
    from quickwin.answers.worksheet import worksheets
    from quickwin.cleaning import clean
    from quickwin.files.names import shown
    from quickwin.files.starter import write_over

    has_openpyxl = find_spec(OPENPYXL) is not None
    if form not in {None, "csv", "xlsx"}:
        stop(say("Sheets are written as xlsx or csv."))
    if form == "xlsx" and not has_openpyxl:
        stop(say("Excel workbooks need openpyxl. Install it: pip install 'quickwin[xlsx]' – or write --format csv."))
    sheets = worksheets(study, offices, form=form or ("xlsx" if has_openpyxl else "csv"), readiness=readiness)
    there = [] if force else [name for name in sheets if (folder / name).exists()]
    if there:
        stop(
            say(
                "{file} is there already, and there may be scores in it. Nothing was written: name another folder with "
                "--output, or write over it with --force.",
                file=shown(folder / there[0]),
            )
        )
    try:
        write_over(folder, sheets)
    except OSError as error:
        stop(say("{folder} cannot be written: {why}.", folder=shown(folder), why=error.strerror or error))
    lines = [say("Written:"), *(f"  {shown(folder / name)}" for name in sheets), ""]
    lines.append(
        say("Next: send them, and read what comes back: quickwin worksheet --read {folder}", folder=shown(folder))
    )
    emit("".join(f"{clean(line)}\n" for line in lines), None)
    for line in misspelt(study, offices):
        typer.echo(clean(line), err=True)
    if form is None and not has_openpyxl:
        typer.echo(say("With pip install 'quickwin[xlsx]' the sheets are for Excel, with drop-downs."), err=True)


def take_back(paths: Sequence[Path], criteria: Path | None, *, replace: bool, only_show: bool) -> "Study | None":
    """Take the scores of sheets into the program files, or show how; the study with them, if they were written."""
    from quickwin.answers.returned import returned
    from quickwin.answers.spelt import misspelt
    from quickwin.answers.taken import take
    from quickwin.answers.taken_words import came_back, gives_way, outcome
    from quickwin.checking import mending
    from quickwin.cleaning import clean
    from quickwin.files.paths import absolute
    from quickwin.files.sheet import no_sheet, sheets_at
    from quickwin.study.load import load

    sheets = list({absolute(sheet): sheet for path in paths for sheet in sheets_at(path)}.values())
    programs = [path for path in paths if not sheets_at(path)]
    if not sheets:
        stop(no_sheet(paths))
    study = load(programs, criteria=criteria)
    found = returned(study, sheets)
    taken = take(study, found, lambda texts: load(programs, criteria=criteria, texts=texts))
    for line in (
        *came_back(found),
        *misspelt(study, found.answers),
        *gives_way(taken, replace=replace, only_show=only_show),
    ):
        typer.echo(clean(line), err=True)
    stated = [one for one in taken.replaced if not one.assumed]
    if stated and not replace and not only_show:
        stop(
            say(
                "Nothing was written: {numbers}, and not as assumed, where raters would take their place. "
                "With --replace they do; --diff shows how.",
                numbers=counted(len(stated), say("number is stated"), say("numbers are stated")),
            )
        )
    if only_show:
        emit(mending.diff(taken), None)
        return None
    mending.write(taken)
    typer.echo(outcome(taken, found), err=True)
    return taken.study
