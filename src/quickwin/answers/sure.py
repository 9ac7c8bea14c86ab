"""Which programs belong in every good plan, and which plan can be expected to bring most?"""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from quickwin.answers.over_draws import titles
from quickwin.answers.planning import Planning, costs
from quickwin.engine.doubt import Doubt
from quickwin.engine.draw import Kind, Manner, drawn, laid_out
from quickwin.engine.inputs import Floats, Indices
from quickwin.engine.planning.gathering import at_draw, gathered
from quickwin.engine.planning.portfolio import NEVER, Portfolio
from quickwin.engine.planning.sampling import Carried, best_in_each, carried_out, core_index, most_expected
from quickwin.engine.score import score
from quickwin.engine.simulation import block_size
from quickwin.finding import Path
from quickwin.study.doubt import CAPEX, RUNNING, Doubtful, doubtful

DRAWS = 200
MOST_TOLD = 3
"""So many numbers are told on which a plan hangs."""
WORTH_TELLING = 0.05
"""The share of a plan's variance that a number must account for to be told."""
MIRRORED = 0.999
"""The correlation from which on two numbers are one: two weights of a group, each what the other leaves."""
CHANCE = 3.0
"""Standard errors beyond which a correlation is no chance."""
ALL, NONE = 1 - 1e-9, 1e-9
"""Shares that are 1 and 0 but for rounding."""


@dataclass(frozen=True, slots=True)
class InDraws:
    """A plan carried out in all draws.

    Its start by id, the mean benefit and its 5 % and 95 % quantiles, what it loses against the best plan of each draw
    on average and at worst, and how often it spends more than there is.
    """

    starts: dict[str, int]
    expected: float
    interval: tuple[float, float]
    mean_loss: float
    worst_loss: float
    overspent: float


@dataclass(frozen=True, slots=True)
class Hangs:
    """A number on which a plan hangs.

    Its program, None for a weight, the name of the program or criterion, its path, and the share of the variance of
    the plan's benefit over the draws that it accounts for alone. Where it is `better`, the plan brings more where the
    number is high.
    """

    id: str | None
    name: str
    path: str
    share: float
    better: bool


@dataclass(frozen=True, slots=True)
class Core:
    """A program and the share of draws whose best plan holds it."""

    id: str
    name: str
    core_index: float
    planned: bool
    expected: bool


@dataclass(frozen=True, slots=True)
class Sure:
    """Plans over draws. `possible` is how many draws had a plan at all, `bound` the mean of the best in each."""

    draws: int
    seed: int
    weights: str
    spread: float
    possible: int
    bound: float
    programs: tuple[Core, ...]
    plan: InDraws
    best_expected: InDraws
    hangs_on: tuple[Hangs, ...] = ()

    def document(self) -> dict[str, Any]:
        """It as JSON has it."""
        document = asdict(self)
        for key in ("plan", "best_expected"):
            document[key]["interval"] = list(document[key]["interval"])
        return document


@dataclass(frozen=True, slots=True)
class Drawing:
    """How many draws, from which seed, and how weights are drawn."""

    draws: int = DRAWS
    seed: int = 0
    weights: Kind = "around"
    spread: float = 0.5


def sure(
    planning: Planning,
    starts: Indices,
    manner: Drawing,
    *,
    time_limit: float,
    tell: Callable[[int, int], None] | None = None,
) -> Sure:
    """What becomes of a plan, and of the best plan, over draws of all that is uncertain."""
    doubts = doubtful(planning.study, planning.judged.inputs, intervals=manner.weights == "intervals", money=True)
    made = list(worlds_of(planning, doubts.doubt, manner))
    worlds = [portfolio for portfolio, _ in made]
    constraints = planning.bonds.constraints
    found = best_in_each(worlds, constraints, starts, time_limit=time_limit, tell=tell)
    optimum = np.array([np.nan if one.starts is None else one.benefit for one in found])
    planned = carried_out(worlds, constraints, starts)
    expected = most_expected(planning.portfolio, worlds, constraints, found, starts, time_limit=time_limit)
    index = core_index(found, len(planning.rows))
    return Sure(
        manner.draws,
        manner.seed,
        manner.weights,
        manner.spread,
        int(np.isfinite(optimum).sum()),
        float(np.nanmean(optimum)) if np.isfinite(optimum).any() else 0.0,
        tuple(cores(planning, index.tolist(), starts, expected.starts)),
        in_draws(planning, planned, optimum),
        in_draws(planning, expected, optimum),
        tuple(hangs_on(planning, doubts, planned.benefit, np.array([numbers for _, numbers in made]))),
    )


def worlds_of(planning: Planning, doubt: Doubt, asked: Drawing) -> Iterator[tuple[Portfolio, Floats]]:
    """The portfolio in each draw, and what was drawn: weights, estimates, raters and costs."""
    judged = planning.judged
    capex, running = costs(planning.study)
    manner = Manner(asked.weights, asked.spread, asked.seed, block_size(doubt))
    for first in range(0, asked.draws, manner.block):
        made = drawn(doubt, manner, first // manner.block)
        scores = score(made.inputs)
        prices = [
            laid_out(points, doubt.sums.get(name), made.numbers)
            for points, name in ((capex, CAPEX), (running, RUNNING))
        ]
        for draw in range(min(manner.block, asked.draws - first)):
            paid = [money[draw] if money.ndim == 2 else money for money in prices]
            world = gathered(*at_draw(made.inputs, scores, draw), planning.rows, judged.ancestors, *paid)
            yield world, np.concatenate((made.numbers[draw], made.shares[draw]))


def hangs_on(planning: Planning, doubts: Doubtful, benefit: Floats, numbers: Floats) -> Iterator[Hangs]:
    """The numbers, of those drawn (N, k), with which a plan's benefit (N,) varies most, the first of them foremost."""
    spread = numbers.std(axis=0)
    varies = np.flatnonzero(spread > NONE)
    if len(benefit) < 2 or not len(varies) or benefit.std() <= NONE:
        return
    apart = (numbers[:, varies] - numbers[:, varies].mean(axis=0)) / spread[varies]
    correlations = np.einsum("nk,n->k", apart, (benefit - benefit.mean()) / benefit.std()) / len(benefit)
    shares = correlations**2
    least = max(WORTH_TELLING, CHANCE**2 / len(benefit))
    known = [*doubts.labels, *((None, path) for path in doubts.nodes)]
    told: list[int] = []
    for place in np.argsort(-np.round(shares, 9), kind="stable").tolist():
        if shares[place] < least or len(told) == MOST_TOLD:
            return
        mirrored = np.einsum("nk,n->k", apart[:, told], apart[:, place]) / len(benefit)
        if not (np.abs(mirrored) > MIRRORED).any():
            told.append(place)
            yield one_number(planning, *known[int(varies[place])], float(correlations[place]))


def one_number(planning: Planning, row: int | None, path: Path, correlation: float) -> Hangs:
    """A number on which a plan hangs, by its names."""
    key = str(path[-1])
    if row is None:
        name = dict(titles(planning.study.judge.criteria.criteria)).get(key, key)
        return Hangs(None, name, key, correlation**2, better=correlation > 0)
    candidate = planning.study.candidates[row]
    return Hangs(candidate.id, candidate.program.name, ".".join(map(str, path)), correlation**2, better=correlation > 0)


def cores(planning: Planning, index: list[float], planned: Indices, expected: Indices) -> Iterator[Core]:
    """The programs by their core index, the highest first."""
    for number in sorted(range(len(index)), key=lambda one: (-round(index[one], 9), planning.ids[one])):
        in_plan, in_expected = planned[number] != NEVER, expected[number] != NEVER
        yield Core(planning.ids[number], planning.name(number), index[number], bool(in_plan), bool(in_expected))


def in_draws(planning: Planning, carried: Carried, optimum: Any) -> InDraws:
    """A plan carried out, against the best plan of each draw."""
    losses = np.maximum(optimum - carried.benefit, 0.0)
    known = losses[np.isfinite(losses)]
    low, high = np.quantile(carried.benefit, (0.05, 0.95)).tolist()
    return InDraws(
        {planning.ids[one]: int(carried.starts[one]) for one in np.flatnonzero(carried.starts != NEVER).tolist()},
        carried.expected,
        (low, high),
        float(known.mean()) if len(known) else 0.0,
        float(known.max(initial=0.0)),
        float(carried.overspent.mean()),
    )
