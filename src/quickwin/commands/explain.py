"""`quickwin explain`: why this score, and what would change it?"""

from typing import Annotated

import typer

from quickwin import options
from quickwin.say import say
from quickwin.screen import answer, endings, opened, stop, tell


def explain(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The program's id (the name of its file without .yaml), or its name in quotes.",
            autocompletion=options.program_ids,
        ),
    ],
    paths: options.Paths = None,
    versus: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="Why it stands above or below this other program.", autocompletion=options.program_ids
        ),
    ] = None,
    settings: options.Sets = None,
    weights: options.Weights = None,
    criteria: options.Criteria = None,
    skip_invalid: options.SkipInvalid = False,
    form: options.Form = None,
    output: options.Output = None,
) -> None:
    """Say why a program has its score and its class, and what would make it a quick win.

    Examples: quickwin explain village-internet · quickwin explain village-internet --versus call-centre-112
    """
    if form is options.Format.CSV:
        stop(say("--format csv is for lists of programs; explain writes table, json or markdown."))
    with endings():
        from quickwin.answers.explain import explain as explain_program

        study = opened(paths, criteria, settings, weights, skip_invalid=skip_invalid)
        explanation = explain_program(study, id, versus=versus)
        tell(study.findings)
        answer(study, explanation.tables(), explanation.document, form, output)
