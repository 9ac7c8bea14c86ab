"""Would it still win, if the weights, the estimates or the raters differed? The robustness of a ranking."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from quickwin.answers.deciding import deciding
from quickwin.answers.judged import Judged, asked_rows, in_order, judge
from quickwin.answers.methods import methods as compared
from quickwin.answers.other_form import other_form
from quickwin.answers.over_draws import close_pairs, counts, each, titles
from quickwin.answers.promotion import promotion
from quickwin.answers.robustness import Robustness
from quickwin.answers.worth import knowledge
from quickwin.engine.confidence import confidence as confidence_of
from quickwin.engine.draw import KINDS, Kind, Manner
from quickwin.engine.simulation import MOST_DRAWS, Goal, Simulation, block_size, half_width, simulate
from quickwin.say import say
from quickwin.study.doubt import Doubtful, doubtful
from quickwin.study.study import Study, Usage

MOST_CELLS = 100_000_000
"""Scores that are kept: draws times programs."""
MOST_RANKS = 4_000
"""Programs whose ranks are counted: each may have each of as many ranks."""


def robust(
    study: Study,
    *,
    weights: Kind = "around",
    spread: float = 0.5,
    draws: int = 10_000,
    seed: int = 0,
    top: int = 3,
    precision: float | None = None,
    confidence: bool = True,
    first: str | None = None,
    methods: bool = False,
    tell: Callable[[int, int], None] | None = None,
) -> Robustness:
    """How the programs of a study stand over many draws of all that is uncertain: weights, estimates and raters.

    Stochastic multicriteria acceptability analysis, SMAA-2 (Lahdelma & Salminen 2001, doi:10.1287/opre.49.3.444.11220).

    `weights` says how they are drawn: `around` their points, each within ± `spread` of its own; in the stated `order`;
    `any`; or from their stated `intervals`. `top` is K of the chance to be among the first K. With `precision` draws
    are added to the `draws` until the 95 % half-width of every acceptability is below it. Without `confidence` the
    confidence factors, for which a large study is drawn twice, are left out. `first` names a program, for which the
    smallest change of weights is sought that puts it first; with `methods` other methods rank the same data. `tell`
    hears of the progress, as (draws done, of how many). The same seed gives the same result.

    Raises:
        ValueError: an argument is outside its range.
        Usage: weights are to be drawn from intervals and none has one; there is no program, or there are too many of
            them for so many draws; there is no program `first`.
    """
    check(weights, spread, draws, seed, top, precision)
    judged = judge(study)
    all_doubts = doubtful(study, judged.inputs, intervals=weights == "intervals")
    if weights == "intervals" and not all_doubts.interval:
        raise Usage(
            say(
                "No weight in criteria.yaml has a range, so there are no intervals to draw from. "
                "Write one as “weight: {low: 20, high: 40}”, or draw weights around, order or any."
            )
        )
    ordered = in_order(judged)
    rows = asked_rows(judged)
    check_size(len(rows), draws)
    manner = Manner(weights, spread, seed, block_size(all_doubts.doubt))
    first_of_all = None if first is None else promotion(judged, first)
    goal = Goal(draws, precision, min(MOST_DRAWS, MOST_CELLS // len(rows)))
    result = simulate(all_doubts.doubt, manner, rows, goal, tell)
    answer = told(judged, all_doubts, manner, result, ordered, top=top, precision=precision, confident=confidence)
    return replace(answer, promotion=first_of_all, methods=compared(study) if methods else None)


def check(  # noqa: PLR0917  # the arguments of robust
    weights: str, spread: float, draws: int, seed: int, top: int, precision: float | None
) -> None:
    """Raise ValueError for an argument outside its range."""
    for name, number in (("draws", draws), ("seed", seed), ("top", top)):
        if not isinstance(number, int):
            raise ValueError(f"{name} is a whole number, not {number!r}")  # noqa: TRY004  # as for all others
    if weights not in KINDS:
        raise ValueError(f"weights is one of {', '.join(KINDS)}, not {weights!r}")
    if not 0 <= spread <= 1:
        raise ValueError(f"spread is a share from 0 to 1, not {spread!r}")
    if not 1 <= draws <= MOST_DRAWS:
        raise ValueError(f"draws are from 1 to {MOST_DRAWS}, not {draws!r}")
    if seed < 0:
        raise ValueError(f"seed is 0 or above, not {seed!r}")
    if top < 1:
        raise ValueError(f"top is 1 or above, not {top!r}")
    if precision is not None and not 0 < precision < 1:
        raise ValueError(f"precision is a share above 0 and below 1, not {precision!r}")


def check_size(programs: int, draws: int) -> None:
    """Refuse what would not fit in memory, or where there is nothing to draw."""
    if not programs:
        raise Usage(say("No program is left, so there is nothing to rank."))
    if programs > MOST_RANKS:
        raise Usage(
            say(
                "There are {programs} programs, and robust counts the ranks of at most {most}. Name fewer files.",
                programs=programs,
                most=MOST_RANKS,
            )
        )
    if programs * draws > MOST_CELLS:
        raise Usage(
            say(
                "{draws} draws of {programs} programs are more than fit here. Write --draws {most} or less.",
                draws=draws,
                programs=programs,
                most=MOST_CELLS // programs,
            )
        )


def told(
    judged: Judged,
    doubts: Doubtful,
    manner: Manner,
    result: Simulation,
    ordered: list[tuple[int, int]],
    *,
    top: int,
    precision: float | None,
    confident: bool,
) -> Robustness:
    """What the draws say of a study."""
    study, rows = judged.study, asked_rows(judged)
    share = result.tally.acceptabilities()
    central = result.tally.central_weights(share[:, 0])
    sure = np.full(len(rows), np.nan)
    stopped = result.stopped
    if confident and not stopped:
        try:
            sure = confidence_of(doubts.doubt, manner, rows, central, result.parts, result.draws)
        except KeyboardInterrupt:
            stopped = True
    return Robustness(
        title=study.title,
        set=study.judge.set,
        inputs=study.inputs,
        skipped=study.skipped,
        weights=manner.kind,
        spread=manner.spread if manner.kind == "around" else None,
        draws=result.draws,
        seed=manner.seed,
        top=top,
        half_width=half_width(float((share * (1 - share)).max(initial=0.0)), result.draws),
        precision=precision,
        stopped=stopped,
        programs=tuple(each(judged, result, share, central, sure, ordered, top)),
        pairs=close_pairs(judged, result.scores, rows, [row for _, row in ordered]),
        other_form=other_form(judged),
        deciding=deciding(judged, doubts, top),
        knowledge=knowledge(judged, doubts, manner, result, rows, top),
        raters=doubts.raters if len(doubts.doubt.panels.given) else (),
        drawn=counts(judged, doubts, rows.tolist()),
        criteria=tuple(leaf.key for leaf in study.judge.leaves if not leaf.criterion.factor),
        titles=dict(titles(study.judge.criteria.criteria)),
        reach_multiplies=any(
            leaf.criterion.factor and leaf.criterion.measure == "beneficiaries" for leaf in study.judge.leaves
        ),
    )
