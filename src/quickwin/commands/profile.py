"""`quickwin profile`: the sheet of a program, with which it goes into the master plan."""

from pathlib import Path
from typing import Annotated

import typer

from quickwin import options
from quickwin.say import say
from quickwin.screen import answer, by_name, endings, opened, stop, tell


def profile(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID",
            show_default="every quick win, best first",
            help="Programs by id (the name of the file without .yaml), or by name in quotes.",
            autocompletion=options.program_ids,
        ),
    ] = None,
    programs: Annotated[
        list[Path] | None,
        typer.Option(
            "--programs",
            metavar="PATH",
            show_default="programs/",
            help="A file of programs, or a folder that holds them; repeatable.",
        ),
    ] = None,
    settings: options.Sets = None,
    weights: options.Weights = None,
    criteria: options.Criteria = None,
    skip_invalid: options.SkipInvalid = False,
    form: Annotated[
        options.Format | None,
        typer.Option(
            "--format",
            "-f",
            case_sensitive=False,
            show_default="by the name of the --output file, else markdown",
            help="markdown for a document, table to read in the terminal, json for other software.",
        ),
    ] = None,
    output: options.Output = None,
) -> None:
    """Write the profile sheet of programs, for the master plan: all that is known, assumed and not stated of each.

    Examples: quickwin profile nib-drive · quickwin profile -o quick-wins.md · quickwin profile "Market app" -f table
    """
    wanted = form or by_name(output)
    if wanted == options.Format.CSV:
        stop(say("--format csv is for lists of programs; profile writes markdown, table or json."))
    for word in ids or ():
        if is_path(word):
            stop(say("{word} is a file or a folder. profile takes ids: write --programs {word} for these.", word=word))
    with endings():
        from quickwin.answers.profile import profile as profile_programs

        study = opened(programs, criteria, settings, weights, skip_invalid=skip_invalid)
        profiles = profile_programs(study, ids or ())
        tell(study.findings)
        answer(study, profiles.tables(), profiles.document, form or without_table(wanted), output)


def is_path(word: str) -> bool:
    """Whether somebody wrote a path where an id is expected, as other commands take it."""
    return ("/" in word or "\\" in word or word.endswith((".yaml", ".yml"))) and Path(word).exists()


def without_table(form: str) -> str:
    """The format that a file's name asks for; a document where it asks for none."""
    return "markdown" if form == "table" else form
