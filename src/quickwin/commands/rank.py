"""`quickwin rank`: which programs come first?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quickwin import options
from quickwin.screen import answer, endings, opened, tell

if TYPE_CHECKING:
    from quickwin.study.study import Study


def rank(
    paths: options.Paths = None,
    by: Annotated[
        options.By, typer.Option(help="Order by score, or by value: the score for each unit of cost.")
    ] = options.By.SCORE,
    by_dimension: Annotated[
        bool, typer.Option("--by-dimension", help="Show the programs of each dimension together.")
    ] = False,
    top: Annotated[
        int | None,
        typer.Option(parser=options.whole(1), metavar="N", help="Only the first N, and all tied with the Nth."),
    ] = None,
    class_: Annotated[
        list[str] | None,
        typer.Option(
            "--class",
            metavar="CLASS",
            help="Only quick-win, prepare, major-project, fill-in or reconsider; repeatable.",
        ),
    ] = None,
    dimension: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only this dimension; repeatable.")
    ] = None,
    owner: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only programs of this owner; repeatable.")
    ] = None,
    settings: options.Sets = None,
    weights: options.Weights = None,
    criteria: options.Criteria = None,
    skip_invalid: options.SkipInvalid = False,
    show_settings: Annotated[
        bool,
        typer.Option(
            "--show-settings", help="Also show the weights, gates and dates that count, and where each is written."
        ),
    ] = False,
    form: options.Form = None,
    output: options.Output = None,
) -> None:
    """Rank the programs: which are the quick wins, and what costs each of them most.

    Examples: quickwin rank programs/ --by-dimension · quickwin rank --set deadline=6 · quickwin rank --weight reach=40%
    """
    with endings():
        from quickwin.answers.rank import against
        from quickwin.answers.rank import rank as rank_study
        from quickwin.answers.ranked_table import sheet, table
        from quickwin.answers.selection import select

        study = opened(paths, criteria, settings, weights, skip_invalid=skip_invalid)
        ranking = rank_study(study, by=by)
        if study.judge.set:
            before = unchanged(paths, criteria, skip_invalid=skip_invalid)
            ranking = against(rank_study(before, by=by) if before else ranking, ranking)
        chosen = select(ranking, study, classes=class_ or (), dimensions=dimension or (), owners=owner or (), top=top)
        tables = [table(chosen, by_dimension=by_dimension)]
        if show_settings:
            from quickwin.answers.settings import settings_table

            tables.append(settings_table(study))
        tell(study.findings)
        answer(study, tables, chosen.document, form, output, sheet=lambda: sheet(chosen))


def unchanged(paths: list[Path] | None, criteria: Path | None, *, skip_invalid: bool) -> "Study | None":
    """The study by the file's own settings; None where these are not sound."""
    from quickwin.study.study import Broken

    try:
        return opened(paths, criteria, (), (), skip_invalid=skip_invalid)
    except Broken:
        return None
