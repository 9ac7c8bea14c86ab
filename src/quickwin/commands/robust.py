"""`quickwin robust`: would it still win, if the weights, the estimates or the raters differed?"""

from enum import StrEnum
from typing import Annotated

import typer

from quickwin import options
from quickwin.say import say
from quickwin.screen import answer, by_name, endings, opened, progress, stop, tell

MOST_DRAWS = 1_000_000


class Kind(StrEnum):
    """How weights are drawn."""

    AROUND = "around"
    ORDER = "order"
    ANY = "any"
    INTERVALS = "intervals"


def robust(
    paths: options.Paths = None,
    kind: Annotated[
        Kind,
        typer.Option(
            "--weights",
            help="How weights are drawn: around their values, in their stated order, any, or from their intervals.",
        ),
    ] = Kind.AROUND,
    spread: Annotated[
        str | None,
        typer.Option(
            metavar="SHARE", show_default="50%", help="With around: how far each weight may lie from its own value."
        ),
    ] = None,
    draws: Annotated[
        int,
        typer.Option(
            parser=options.whole(1, MOST_DRAWS),
            metavar="N",
            help="How many draws, up to 1000000; with --precision as many at least.",
        ),
    ] = 10_000,
    precision: Annotated[
        str | None,
        typer.Option(metavar="SHARE", help="Draw on until every share is this exact (95%): 0.01 is ±1 in 100."),
    ] = None,
    top: Annotated[
        int, typer.Option(parser=options.whole(1), metavar="K", help="Also the chance to be among the first K.")
    ] = 3,
    first: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Also the smallest change of weights that puts this program first.",
            autocompletion=options.program_ids,
        ),
    ] = None,
    methods: Annotated[
        bool, typer.Option("--methods", help="Also what other methods make of the same data, and why they differ.")
    ] = False,
    seed: Annotated[
        int, typer.Option(parser=options.whole(0), metavar="S", help="The same seed gives the same draws.")
    ] = 0,
    settings: options.Sets = None,
    weights: options.Weights = None,
    criteria: options.Criteria = None,
    skip_invalid: options.SkipInvalid = False,
    form: options.Form = None,
    output: options.Output = None,
) -> None:
    """Say which quick wins hold if weights, estimates and raters differ, what decides it, and what to find out.

    Examples: quickwin robust programs/ · quickwin robust --weights order --top 5 · quickwin robust --precision 0.5%
    """
    with endings():
        from quickwin.answers.robust import robust as robustness_of
        from quickwin.answers.robust_table import sheet
        from quickwin.study.option import checked
        from quickwin.study.reading import Reading
        from quickwin.study.scalar import share

        if spread is not None and kind is not Kind.AROUND:
            stop(say("--spread goes with --weights around only; leave it out."))
        within = 0.5 if spread is None else checked(spread, "--spread", Reading(), share)
        exact = None if precision is None else checked(precision, "--precision", Reading(), share)
        if exact is not None and not 0 < exact < 1:
            stop(say("--precision is a share above 0 and below 1, such as 0.01 or 1%."))
        study = opened(paths, criteria, settings, weights, skip_invalid=skip_invalid)
        tell(study.findings)
        with progress(say("Drawing")) as hears:
            result = robustness_of(
                study,
                weights=kind.value,
                spread=within,
                draws=draws,
                seed=seed,
                top=top,
                precision=exact,
                confidence=(form or by_name(output)) in {"json", "csv"},
                first=first,
                methods=methods,
                tell=hears,
            )
        answer(study, result.tables(), result.document, form, output, sheet=lambda: sheet(result))
        if result.stopped:
            typer.echo(say("The answer is that of the {draws} draws until then.", draws=result.draws), err=True)
            raise KeyboardInterrupt  # so that it ends as every command does that is broken off
