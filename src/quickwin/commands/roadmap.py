"""`quickwin roadmap`: the plan as the document with which a workshop ends."""

from typing import Annotated

import typer

from quickwin import options
from quickwin.say import say
from quickwin.screen import ERRORS, answer, by_name, endings, opened, tell, working


def roadmap(
    paths: options.Paths = None,
    must: options.Must = None,
    without: options.Without = None,
    lock: options.Lock = None,
    unfunded: options.Unfunded = False,
    time_limit: options.TimeLimit = 300,
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
            help="markdown for a document, csv for a spreadsheet, table to read here, json for other software.",
        ),
    ] = None,
    output: options.Output = None,
) -> None:
    """Write the roadmap of the best plan: its programs by dimension, and what begins and is felt month by month.

    Examples: quickwin roadmap programs/ · quickwin roadmap -o roadmap.md · quickwin roadmap -o roadmap.csv
    """
    with endings():
        from quickwin.answers.roadmap import roadmap as best_roadmap
        from quickwin.answers.roadmap import sheet

        named = None if output is None else by_name(output)
        study = opened(paths, criteria, settings, weights, skip_invalid=skip_invalid)
        tell(study.findings)
        with working(say("Planning")) as hears:
            road = best_roadmap(
                study,
                must=must or (),
                without=without or (),
                lock=lock or (),
                unfunded=unfunded,
                time_limit=time_limit,
                tell=hears,
            )
        kind = form or named or "markdown"
        if road.plan.benefit is None and kind == "csv":
            typer.echo(say("There is no plan, so nothing is written. “quickwin plan” says why."), err=True)
            raise typer.Exit(ERRORS)
        answer(study, road.tables(), road.document, kind, output, sheet=lambda: sheet(road))
        if road.plan.benefit is None:
            raise typer.Exit(ERRORS)
