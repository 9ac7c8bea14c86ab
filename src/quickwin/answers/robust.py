"""Would it still win, if the weights, the estimates or the raters differed? The robustness of a ranking."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np

from quickwin.answers.deciding import deciding
from quickwin.answers.gaps import assumed
from quickwin.answers.judged import Judged, asked_rows, in_order, judge
from quickwin.answers.methods import methods as compared
from quickwin.answers.other_form import other_form
from quickwin.answers.promotion import promotion
from quickwin.answers.rank import CLASSES
from quickwin.answers.ranked_table import at_home
from quickwin.answers.robustness import Drawn, Pair, Robust, Robustness
from quickwin.answers.worth import knowledge
from quickwin.engine.confidence import confidence as confidence_of
from quickwin.engine.draw import KINDS, Kind, Manner
from quickwin.engine.inputs import Floats, Indices
from quickwin.engine.quantiles import ahead, quantiles
from quickwin.engine.score import Class
from quickwin.engine.simulation import MOST_DRAWS, Goal, Simulation, block_size, half_width, simulate
from quickwin.say import say
from quickwin.study.criterion import Criterion
from quickwin.study.doubt import Doubtful, doubtful
from quickwin.study.study import Study, Usage

MOST_CELLS = 100_000_000
"""Scores that are kept: draws times programs."""
MOST_RANKS = 4_000
"""Programs whose ranks are counted: each may have each of as many ranks."""
CLOSE = 0.05
"""Two programs are a close pair if either is ahead in this share of the draws or more."""
NOBODY = np.array([], dtype=np.intp)
NEIGHBOURS = 12
"""Every two of so many first programs are looked at as a pair."""


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


def counts(judged: Judged, doubts: Doubtful, rows: list[int]) -> Drawn:
    """How many numbers were drawn that the scores of some programs read, and how many assumed ones were not."""
    study, many = judged.study, len(doubts.doubt.spreads.low)
    read = {*rows, *(one for row in rows for one in judged.ancestors.get(row, NOBODY).tolist())}
    spread = [label for label in doubts.labels[:many] if label[0] in read]
    rated = [label for label in doubts.labels[many:] if label[0] in read]
    known = {
        f"{study.candidates[row].id}:{'.'.join(map(str, path))}" for row, path in (*spread, *rated) if row is not None
    }
    stands_on = {
        at_home(path, study.candidates[row].id)
        for row in rows
        for path in assumed(study.candidates[row], judged.unsure_above(row), study.judge, judged.reads)
    }
    unstated = sum(label in doubts.unstated for label in spread)
    return Drawn(len(spread) - unstated, len(rated), unstated, len(stands_on - known))


def each(  # noqa: PLR0917  # all that is known of the programs
    judged: Judged,
    result: Simulation,
    share: Floats,
    central: Floats,
    sure: Floats,
    ordered: list[tuple[int, int]],
    top: int,
) -> list[Robust]:
    """The programs in the order of their ranks."""
    weighed = [(column, leaf.key) for column, leaf in enumerate(judged.study.judge.leaves) if not leaf.criterion.factor]
    between = quantiles(result.scores, (0.05, 0.95)).tolist()
    means, quick = result.scores.mean(axis=1).tolist(), (result.quick_wins / result.draws).tolist()
    found = []
    places = {row: place for place, row in enumerate(asked_rows(judged).tolist())}
    for rank, row in ordered:
        place = places[row]
        candidate = judged.study.candidates[row]
        is_ever_first = not np.isnan(central[place]).any()
        found.append(
            Robust(
                rank=rank,
                id=candidate.id,
                name=candidate.program.name,
                class_=CLASSES[Class(judged.scores.classes[row])],
                score=float(judged.scores.score[row]),
                acceptability=tuple(share[place].tolist()),
                top=min(float(share[place, :top].sum()), 1.0),
                quick_win=quick[place],
                expected_score=means[place],
                interval=(between[place][0], between[place][1]),
                central_weights={key: float(central[place, column]) for column, key in weighed}
                if is_ever_first
                else None,
                confidence=None if np.isnan(sure[place]) else float(sure[place]),
            )
        )
    return found


def titles(criteria: Mapping[str, Criterion]) -> Iterator[tuple[str, str]]:
    """The key of each criterion, groups included, with its name for people."""
    for key, one in criteria.items():
        yield key, one.title or key
        yield from titles(one.criteria or {})


def close_pairs(judged: Judged, scores: Floats, rows: Indices, ordered: list[int]) -> tuple[Pair, ...]:
    """The pairs of programs of which either may be ahead: among the first, and neighbours in rank."""
    first = range(min(NEIGHBOURS, len(ordered)))
    pairs = sorted({*combinations(first, 2), *pairwise(range(len(ordered)))})
    one, other = np.searchsorted(rows, np.array(ordered))[np.array(pairs, dtype=np.intp).reshape(-1, 2)].T
    ids = [judged.study.candidates[row].id for row in ordered]
    return tuple(
        Pair(ids[above], ids[below], share)
        for (above, below), share in zip(pairs, ahead(scores, one, other).tolist(), strict=True)
        if CLOSE <= share <= 1 - CLOSE
    )
