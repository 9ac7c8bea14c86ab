"""`quickwin plan`: which set, in which month, within the budget, the quotas and the people?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quickwin import options
from quickwin.say import say
from quickwin.screen import ERRORS, answer, by_name, emit, endings, keep, opened, stop, tell, working_on

if TYPE_CHECKING:
    from quickwin.answers.planned import Planned
    from quickwin.study.study import Study

DRAWS, MOST_DRAWS = 200, 10_000


def plan(
    paths: options.Paths = None,
    must: options.Must = None,
    without: options.Without = None,
    lock: options.Lock = None,
    unfunded: options.Unfunded = False,
    binds: Annotated[
        bool,
        typer.Option(
            "--binds", help="Also what binds: what more money, one more place or program at a time would bring."
        ),
    ] = False,
    budget: Annotated[
        list[str] | None,
        typer.Option(
            "--budget",
            metavar="MONEY",
            help="Plan for this money, all years together. Several times, or as FROM..TO: benefit against money.",
        ),
    ] = None,
    robust: Annotated[
        bool,
        typer.Option("--robust", help="Also plan in many draws of what is uncertain: who is in every good plan?"),
    ] = False,
    draws: Annotated[
        int | None,
        typer.Option(
            parser=options.whole(1, MOST_DRAWS),
            metavar="N",
            show_default=str(DRAWS),
            help="With --robust: how many draws.",
        ),
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(
            parser=options.whole(0),
            metavar="S",
            show_default="0",
            help="With --robust: the same seed, the same draws.",
        ),
    ] = None,
    time_limit: options.TimeLimit = 300,
    settings: options.Sets = None,
    weights: options.Weights = None,
    criteria: options.Criteria = None,
    skip_invalid: options.SkipInvalid = False,
    form: Annotated[
        options.PlanFormat | None,
        typer.Option(
            "--format",
            "-f",
            case_sensitive=False,
            show_default="by the name of the --output file, else table",
            help="table to read, csv for a spreadsheet, markdown for a document, ics for a calendar, or json.",
        ),
    ] = None,
    output: options.Output = None,
) -> None:
    """Find the set of programs and the months of their starts that bring most, within money, quotas and people.

    Examples: quickwin plan programs/ · quickwin plan --must village-power · quickwin plan --budget "0..20 miliar"
    """
    with endings():
        from quickwin.answers.amounts import amounts, as_setting
        from quickwin.answers.plan import plan as best_plan
        from quickwin.answers.plan_table import sheet

        if not robust and (draws, seed) != (None, None):
            stop(say("--draws and --seed go with --robust; add it, or leave them out."))
        settings = [*(settings or ()), *as_setting(budget or ())]
        study = opened(paths, criteria, settings, weights, skip_invalid=skip_invalid)
        before = opened(paths, criteria, (), (), skip_invalid=skip_invalid) if study.judge.set else None
        tell(study.findings)
        kind = form or ("ics" if output and output.suffix.casefold() == ".ics" else by_name(output))
        check_output(study, kind, output)
        budgets, between = amounts(study, budget or ())
        with working_on(say("Planning"), say("Planning again")) as (hears, steps):
            result = best_plan(
                study,
                must=must or (),
                without=without or (),
                lock=lock or (),
                unfunded=unfunded,
                binds=binds,
                budgets=budgets,
                between=between,
                robust=robust,
                draws=draws or DRAWS,
                seed=seed or 0,
                time_limit=time_limit,
                before=before,
                tell=hears,
                tell_steps=steps,
            )
        if result.benefit is None and kind in {"csv", "ics"}:
            told_elsewhere()
        elif kind == "ics":
            show_events(study, result, output)
        else:
            answer(study, result.tables(), result.document, kind, output, sheet=lambda: sheet(result))
        if result.benefit is None:
            raise typer.Exit(ERRORS)


def told_elsewhere() -> None:
    """Say on stderr that there is no plan, where the format has no room for the reason."""
    typer.echo(say("There is no plan, so nothing is written. Without --format and --output it is said why."), err=True)


def check_output(study: "Study", form: str, output: Path | None) -> None:
    """Refuse before the search, which may be long, what could not be written after it."""
    from quickwin.answers.plan_events import dated

    keep(Path(study.judge.source.document.file).parent, study.inputs, output)
    if form == "ics":
        dated(study.judge.criteria.start)


def show_events(study: "Study", result: "Planned", output: Path | None) -> None:
    """Print the plan as a calendar, or write it to a file."""
    from quickwin.answers.plan_events import dated, events
    from quickwin.formats.ics import write

    text = write(events(result), result.title, stamp=dated(study.judge.criteria.start))
    emit(text, None if str(output) == "-" else output)
