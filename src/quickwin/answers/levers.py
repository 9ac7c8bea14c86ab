"""The numbers that a program's class depends on, each of which can be moved alone.

A lever knows where its number stands, the ends between which it makes sense, and what the engine's arrays hold
once it is moved.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from quickwin.answers.judged import Judged
from quickwin.study.arrays import performance
from quickwin.study.backing import Cost
from quickwin.study.criterion import Leaf
from quickwin.study.estimate import Estimate
from quickwin.study.numbers import below
from quickwin.study.program import Program
from quickwin.study.scalar import MONTHS_LIMIT

Entries = list[tuple[str, tuple[int, ...], float]]
"""What arrays hold: the name of an array of the inputs (or "coverage"), the place in it, and the number there."""
MANY = 200
"""Programs, and criteria, that are levers at most: a room hears no more, and thousands would take minutes."""
FAR = 1000.0
"""How many times what it is now a number of people or an amount may become."""


@dataclass(frozen=True, slots=True)
class Lever:
    """A number that may be moved: its path in the program (or `ID:path`, `coverage.KEY`), its place and its ends.

    `kind` is months, share, level or number; `now` is None where nothing is stated, and the lever then starts from
    its worst end. `put` says what the arrays hold when the number is moved. `levels` are the only places of a
    named scale.
    """

    path: str
    kind: str
    now: float | None
    worst: float
    best: float
    put: Callable[[float], Entries]
    levels: tuple[tuple[str, float], ...] = ()

    @property
    def start(self) -> float:
        """Where the lever stands before it is moved."""
        return self.worst if self.now is None else self.now


def every_lever(judged: Judged, row: int, rows: list[int]) -> Iterator[Lever]:
    """The levers of the program in a row; `rows` are the programs that the arrays hold, in their order.

    They are its own numbers, the coverage of its needs, and the months of all that it depends on, if these are no
    more than MANY.
    """
    program, target = judged.study.candidates[row].program, rows.index(row)
    yield from month_levers("", program, target)
    yield from criterion_levers(judged, program, target)
    yield from measured_levers(judged, program, target)
    yield from coverage_levers(judged, program, row, target)
    yield from readiness_levers(judged, program, target)
    for place, one in enumerate(rows if len(rows) <= MANY else ()):
        if one != row:
            other = judged.study.candidates[one]
            yield from month_levers(f"{other.id}:", other.program, place)


def month_levers(prefix: str, program: Program, target: int) -> Iterator[Lever]:
    """The planned months of a program, phase by phase."""
    phases = list(below(("time_to_benefit",), program.time_to_benefit))
    planned = sum(phase.point for _, phase in phases)
    for path, phase in phases:
        name, put = prefix + ".".join(map(str, path)), put_at("planned", (target,), plus=planned - phase.point)
        yield Lever(name, "months", phase.point, MONTHS_LIMIT, 0.0, put)


def put_at(array: str, index: tuple[int, ...], *, plus: float = 0.0, over: float = 1.0) -> Callable[[float], Entries]:
    """What one array holds when a number is moved: the number over something, and plus something."""
    return lambda number: [(array, index, number / over + plus)]


def criterion_levers(judged: Judged, program: Program, target: int) -> Iterator[Lever]:
    """The performances on criteria that nothing is measured for; of very many, those that count most."""
    judged_by = (
        (column, leaf) for column, leaf in enumerate(judged.study.judge.leaves) if leaf.criterion.measure is None
    )
    heaviest = sorted(judged_by, key=lambda one: (not one[1].criterion.factor, -one[1].weight))[:MANY]
    for column, leaf in sorted(heaviest, key=lambda one: one[0]):
        performance = program.impact.get(leaf.key)
        yield criterion_lever(leaf, None if performance is None else performance.point, (target, column))


def criterion_lever(leaf: Leaf, now: float | None, index: tuple[int, int]) -> Lever:
    """The performance on one criterion, before it is divided."""
    divisor, levels = leaf.scale.divisor, tuple(leaf.scale.levels.items())
    by_value = sorted(leaf.scale.points, key=lambda point: point[1])
    worst, best = by_value[0][0] * divisor, by_value[-1][0] * divisor
    if levels:
        worst, best = min(value for _, value in levels), max(value for _, value in levels)
    return Lever(
        f"impact.{leaf.key}",
        "level" if levels else "number",
        now,
        worst,
        best,
        put_at("performances", index, over=divisor),
        levels,
    )


def measured_levers(judged: Judged, program: Program, target: int) -> Iterator[Lever]:
    """The people and the amounts that criteria measure; one may move several criteria."""
    horizon = judged.study.judge.criteria.horizon
    measured = [(column, leaf) for column, leaf in enumerate(judged.study.judge.leaves) if leaf.criterion.measure]

    def put(changed: Callable[[float], Program]) -> Callable[[float], Entries]:
        return lambda number: [
            ("performances", (target, column), performance(changed(number), leaf, horizon)) for column, leaf in measured
        ]

    if ("beneficiaries",) in judged.reads:
        yield measured_lever(
            judged, "beneficiaries", program.beneficiaries, put(lambda people: with_people(program, people))
        )
    for key, amount in (("capex", program.capex), ("opex_per_year", program.opex_per_year)):
        if ("cost",) in judged.reads or ("cost", key) in judged.reads:
            path = "cost" if isinstance(program.cost, Estimate) and key == "capex" else f"cost.{key}"
            moved = put(lambda money, key=key: with_amount(program, key, money))  # type: ignore[misc]  # not inferred
            yield measured_lever(judged, path, amount, moved)


def measured_lever(judged: Judged, path: str, stated: Estimate | None, put: Callable[[float], Entries]) -> Lever:
    """A number of people or an amount, its best end the one at which the criteria that it moves are worth more."""
    now = None if stated is None else stated.point
    ends = [
        point[0] * leaf.scale.divisor
        for leaf in judged.study.judge.leaves
        for point in leaf.scale.points
        if leaf.criterion.measure
    ]
    most = max([FAR * (now or 0.0), *ends])
    worst, best = sorted((0.0, most), key=lambda number: worth(judged, put(number)))
    return Lever(path, "number", now, worst, best, put)


def worth(judged: Judged, entries: Entries) -> float:
    """What performances are worth together, by the criteria's weights, a factor counting like all others together."""
    total = 0.0
    for _, (_, column), number in entries:
        curve, leaf = judged.inputs.curves[column], judged.study.judge.leaves[column]
        value = float(np.interp(number, curve.performances, curve.values)) if not np.isnan(number) else 0.0
        total += value * (1.0 if leaf.criterion.factor else leaf.weight)
    return total


def with_people(program: Program, people: float) -> Program:
    """The program with another number of beneficiaries."""
    return program.model_copy(update={"beneficiaries": Estimate(people)})


def with_amount(program: Program, key: str, money: float) -> Program:
    """The program with another capex or running cost."""
    cost = Cost.model_construct(capex=program.capex, opex_per_year=program.opex_per_year)
    return program.model_copy(update={"cost": cost.model_copy(update={key: Estimate(money)})})


def coverage_levers(judged: Judged, program: Program, row: int, target: int) -> Iterator[Lever]:
    """The share that is reached, as stated, or the coverage of each need."""
    if program.reachable is not None:
        stated = program.reachable.point
        yield Lever("reachable", "share", stated, 0.0, 1.0, put_at("reachable", (target,)))
        return
    for place, enabler in enumerate(judged.inputs.enablers):
        if row in enabler.needed_by:
            name, put = f"coverage.{judged.enablers[place]}", put_at("coverage", (place,))
            yield Lever(name, "share", float(enabler.coverage), 0.0, 1.0, put)


def readiness_levers(judged: Judged, program: Program, target: int) -> Iterator[Lever]:
    """Each number of readiness, on the scale on which it is written."""
    judge, stated = judged.study.judge.criteria.readiness, program.readiness
    worst, best = judge.scale
    every = range(len(judge.pillars) or 1)

    def lever(path: str, now: Estimate | None, places: range | list[int], rest: float = 0.0, of: int = 1) -> Lever:
        def put(number: float) -> Entries:
            share = (rest + (number - worst) / (best - worst)) / of
            return [("pillars", (target, place), share) for place in places]

        return Lever(path, "number", None if now is None else worst + now.point * (best - worst), worst, best, put)

    if not isinstance(stated, dict) or not judge.pillars:
        yield lever("readiness", stated if isinstance(stated, Estimate) else None, every)
        return
    for place, key in enumerate(judge.pillars):
        of_pillar = stated.get(key)
        if isinstance(of_pillar, dict):
            total = sum(item.point for item in of_pillar.values())
            for name, item in of_pillar.items():
                yield lever(f"readiness.{key}.{name}", item, [place], total - item.point, len(of_pillar))
        else:
            yield lever(f"readiness.{key}", of_pillar, [place])
