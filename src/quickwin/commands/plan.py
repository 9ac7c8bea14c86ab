"""`quickwin plan`: which set, in which month, within the budget, the quotas and the people?"""

import typer

from quickwin import options
from quickwin.say import say
from quickwin.screen import ERRORS, answer, endings, opened, tell, working


def plan(
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
    form: options.Form = None,
    output: options.Output = None,
) -> None:
    """Find the set of programs and the months of their starts that bring most, within money, quotas and people.

    Examples: quickwin plan programs/ · quickwin plan --must village-power · quickwin plan -o plan.ics
    """
    with endings():
        from quickwin.answers.plan import plan as best_plan
        from quickwin.answers.plan_table import sheet

        study = opened(paths, criteria, settings, weights, skip_invalid=skip_invalid)
        before = opened(paths, criteria, (), (), skip_invalid=skip_invalid) if study.judge.set else None
        tell(study.findings)
        with working(say("Planning")) as hears:
            result = best_plan(
                study,
                must=must or (),
                without=without or (),
                lock=lock or (),
                unfunded=unfunded,
                time_limit=time_limit,
                before=before,
                tell=hears,
            )
        answer(study, result.tables(), result.document, form, output, sheet=lambda: sheet(result))
        if result.benefit is None:
            raise typer.Exit(ERRORS)
