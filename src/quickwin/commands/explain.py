"""`quickwin explain`: why this score, and what would change it?"""

from pathlib import Path
from typing import Annotated

import typer

from quickwin import options
from quickwin.screen import answer, endings, stop, tell


def explain(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="The program's id: the name of its file without .yaml.")
    ],  # the word of the files
    paths: options.Paths = None,
    versus: Annotated[
        str | None, typer.Option(metavar="ID", help="Why it stands above or below this other program.")
    ] = None,
    settings: options.Sets = None,
    weights: options.Weights = None,
    criteria: options.Criteria = None,
    skip_invalid: options.SkipInvalid = False,
    form: options.Form = options.Format.TABLE,
    output: options.Output = None,
) -> None:
    """Say why a program has its score and its class, and what would make it a quick win.

    Examples: quickwin explain village-internet · quickwin explain village-internet --versus call-centre-112
    """
    with endings():
        from quickwin.answers.explain import explain as explain_program
        from quickwin.study.load import load

        study = load(
            paths or [Path("programs")],
            criteria=criteria,
            settings=settings or (),
            weights=weights or (),
            skip_invalid=skip_invalid,
        )
        if form is options.Format.CSV:
            stop("--format csv is for lists of programs; explain prints table, json or markdown.")
        explanation = explain_program(study, id, versus=versus)
        tell(study.findings)
        answer(explanation.tables(), explanation.document, form, output)
