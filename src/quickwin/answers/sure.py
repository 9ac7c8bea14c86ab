"""Which programs belong in every good plan, and which plan can be expected to bring most?"""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from quickwin.answers.planning import Planning, costs
from quickwin.answers.wording import joined
from quickwin.engine.draw import Kind, Manner, drawn, laid_out
from quickwin.engine.inputs import Indices
from quickwin.engine.planning.gathering import at_draw, gathered
from quickwin.engine.planning.portfolio import NEVER, Portfolio
from quickwin.engine.planning.sampling import Carried, best_in_each, carried_out, core_index, most_expected
from quickwin.engine.score import score
from quickwin.engine.simulation import block_size
from quickwin.say import counted, say
from quickwin.study.doubt import CAPEX, RUNNING, doubtful
from quickwin.table import Column, Row, Table

DRAWS = 200
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
    worlds = list(worlds_of(planning, manner))
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
    )


def worlds_of(planning: Planning, asked: Drawing) -> Iterator[Portfolio]:
    """The portfolio in each draw: weights, estimates, raters and costs."""
    judged = planning.judged
    capex, running = costs(planning.study)
    doubt = doubtful(planning.study, judged.inputs, intervals=asked.weights == "intervals", money=True).doubt
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
            yield gathered(*at_draw(made.inputs, scores, draw), planning.rows, judged.ancestors, *paid)


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


def tables(found: Sure) -> tuple[Table, Table]:
    """The core of all good plans, and the plans over the draws, as people read them."""
    columns = (
        Column("name", say("Program")),
        Column("draws", say("In the best plan of"), "text"),
        Column("what", say("So it is")),
        Column("planned", say("In the plan")),
        Column("expected", say("In the plan expected to bring most")),
    )
    shown = [one for one in found.programs if one.core_index > NONE]
    rows = tuple(
        Row((one.name, held_by(one, found), kind(one), mark(inside=one.planned), mark(inside=one.expected)))
        for one in shown
    )
    core = Table(say("Sure things"), columns, rows, notes=tuple(on_core(found)))
    heads = (
        Column("plan", say("Plan")),
        Column("expected", say("Expected"), "points"),
        Column("interval", say("90% within")),
        Column("mean_loss", say("Mean loss"), "points"),
        Column("worst_loss", say("Worst loss"), "points"),
        Column("overspent", say("Over budget"), "share"),
    )
    plans = tuple(
        Row(
            (
                name,
                one.expected,
                say("{low:.0f}–{high:.0f}", low=one.interval[0], high=one.interval[1]),
                one.mean_loss,
                one.worst_loss,
                one.overspent,
            )
        )
        for name, one in ((say("the plan above"), found.plan), (say("most expected benefit"), found.best_expected))
    )
    return core, Table(say("What becomes of the plans"), heads, plans, notes=tuple(on_plans(found)))


def held_by(one: Core, found: Sure) -> str:
    """How many of the draws have a best plan that holds a program."""
    return say("{n} of {draws} draws", n=round(one.core_index * found.possible), draws=found.possible)


def kind(one: Core) -> str:
    """Whether a program is in every good plan, or in some."""
    return say("in every good plan") if one.core_index >= ALL else say("in some")


def mark(*, inside: bool) -> str | None:
    """Whether a program is in a plan."""
    return say("yes") if inside else None


def on_core(found: Sure) -> Iterator[str]:
    """What is said of the core."""
    yield say(
        "The best plan was sought in each of {draws}, in which weights, estimates, raters and costs differ "
        "(seed {seed}).",
        draws=counted(found.draws, say("draw"), say("draws")),
        seed=found.seed,
    )
    never = [one.name for one in found.programs if one.core_index <= NONE]
    if never:
        yield say("In no good plan: {names}.", names=joined(never))
    if found.possible < found.draws:
        yield say("In {n} of the draws no plan was possible.", n=found.draws - found.possible)


def on_plans(found: Sure) -> Iterator[str]:
    """What is said of the plans."""
    yield say(
        "A loss is what the best plan of a draw, which nobody knows beforehand, brings more. No plan can be expected "
        "to bring more than {bound:.1f}.",
        bound=found.bound,
    )
    if found.plan.starts == found.best_expected.starts:
        yield say("The plan above is also the one of most expected benefit.")
        return
    changed = [
        say("{name} in month {month}", name=one.name, month=found.best_expected.starts[one.id])
        for one in found.programs
        if one.expected and found.plan.starts.get(one.id) != found.best_expected.starts[one.id]
    ]
    gone = [one.name for one in found.programs if one.planned and not one.expected]
    if changed:
        yield say("The plan of most expected benefit starts {programs}.", programs=joined(changed))
    if gone:
        yield say("It leaves out {names}.", names=joined(gone))
