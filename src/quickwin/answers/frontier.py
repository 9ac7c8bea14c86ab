"""Benefit against money: the best plan for each budget, and every efficient set between two of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby, pairwise
from typing import Any

import numpy as np

from quickwin.answers.binds import chosen
from quickwin.answers.constraints import Bond
from quickwin.answers.planning import Planning
from quickwin.answers.wording import joined, priced
from quickwin.engine.planning.outcome import outcome
from quickwin.engine.planning.portfolio import Budget
from quickwin.engine.planning.search import EQUAL, best
from quickwin.engine.sharing import in_order, workers
from quickwin.finding import Place
from quickwin.say import say
from quickwin.table import Column, Row, Table

PARTS = 8
"""Into so many parts a range of money is cut, so that processors can share the work."""
A_HAIR = 1e-9
"""By which share the next budget is below what a plan spends."""


@dataclass(frozen=True, slots=True)
class Point:
    """The best plan for a budget [money]: what it spends and brings, None where none is possible, and who is in it.

    Where it stands for all efficient plans with its programs, `least` is what the cheapest of these spends.
    """

    budget: float
    spent: float | None
    benefit: float | None
    ids: tuple[str, ...] = ()
    proven: bool = True
    least: float | None = None

    def document(self) -> dict[str, Any]:
        """It as JSON has it."""
        return asdict(self) | {"ids": list(self.ids)}


Tell = Callable[[int, int], None]


def for_budgets(
    planning: Planning, amounts: Sequence[float], *, time_limit: float, tell: Tell | None
) -> tuple[Point, ...]:
    """The best plan for each of some amounts for all years together, the smallest first."""
    found = []
    for point in in_order(lambda money: point_at(planning, money, time_limit), sorted(set(amounts)), many=workers()):
        found.append(point)
        if tell:
            tell(len(found), len(set(amounts)))
    return tuple(found)


def efficient(
    planning: Planning, least: float, most: float, *, time_limit: float, tell: Tell | None
) -> tuple[Point, ...]:
    """Every set of programs with which some plan that spends between two amounts is efficient, the cheapest first.

    A plan is efficient if none brings as much for less, or more for as much. Of each set that plan stands for it which
    brings most, with the least money for which it is the set to choose.
    """
    bounds = np.linspace(least, most, PARTS + 1).tolist()
    found: list[Point] = []
    for part in in_order(lambda pair: plans_between(planning, *pair, time_limit), pairwise(bounds), many=workers()):
        found += part
        if tell:
            tell(bounds.index(max(one for one in bounds if one <= (found[-1].budget if found else least))), PARTS)
    points = list(by_set(without_dominated(found)))
    if points and points[0].least and points[0].least <= least:  # for less money nothing was sought
        points[0] = replace(points[0], least=None)
    return tuple(points)


def plans_between(planning: Planning, least: float, most: float, time_limit: float) -> list[Point]:
    """The efficient plans that spend more than one amount and at most another, the cheapest first.

    The ε-constraint method (Haimes, Lasdon & Wismer 1971): the best plan, then the best of those that spend less.
    """
    found: list[Point] = []
    money = most
    while True:
        point = point_at(planning, money, time_limit)
        if point.benefit is None or point.spent is None:
            break
        found.append(point)
        if point.spent <= least or not point.spent:
            break
        money = point.spent * (1 - A_HAIR)
    return found[::-1]


def without_dominated(points: Iterable[Point]) -> Iterator[Point]:
    """Of plans in the order of what they spend those that bring more than all before."""
    most = -np.inf
    for point in sorted(points, key=lambda one: (one.spent or 0.0, -(one.benefit or 0.0))):
        if point.benefit is not None and point.benefit - most >= EQUAL:
            most = point.benefit
            yield point


def by_set(points: Iterable[Point]) -> Iterator[Point]:
    """Of neighbours with the same programs the last, with what the first of them spends."""
    for _, same in groupby(points, key=lambda one: one.ids):
        plans = list(same)
        yield replace(plans[-1], least=plans[0].spent)


def point_at(planning: Planning, money: float, time_limit: float) -> Point:
    """The best plan for an amount for all years together."""
    kept = [bond for bond in planning.bonds.every if bond.kind != "budget"]
    budget = Budget(np.ones(planning.portfolio.horizon, dtype=bool), money)
    bound = planning.with_bonds((*kept, Bond("budget", "--budget", "", Place("--budget"), (budget,))))
    found = best(planning.portfolio, bound.bonds.constraints, time_limit=time_limit)
    if found.starts is None:
        return Point(money, None, None, proven=found.status == "infeasible")
    spent = outcome(planning.portfolio, found.starts).spent
    ids = tuple(chosen(planning, found.starts))
    return Point(money, spent, found.benefit, ids, proven=found.status == "optimal")


def table(points: Sequence[Point], names: dict[str, str], money: tuple[float, str]) -> Table:
    """The frontier as people read it."""
    every = any(one.least is not None for one in points)
    columns = (
        Column("from", say("From") if every else say("Budget")),
        Column("spent", say("Spent")),
        Column("benefit", say("Benefit"), "points"),
        Column("comes", say("Comes in")),
        Column("goes", say("Goes out")),
    )
    title = say("Benefit against money: every efficient set") if every else say("Benefit against money")
    return Table(
        title, columns, tuple(rows(points, names, money, every=every)), notes=tuple(sentences(points, every=every))
    )


def rows(points: Sequence[Point], names: dict[str, str], unit: tuple[float, str], *, every: bool) -> Iterator[Row]:
    """A row for each plan, set against the one before."""
    before: Point | None = None
    for one in points:
        first = one.budget if not every else one.least
        money = None if first is None else priced(first, unit)
        if one.benefit is None or one.spent is None:
            yield Row((money, None, None, say("no plan is possible"), None), "muted")
            continue
        old = before.ids if before else ()
        comes, goes = ([names[id] for id in a if id not in b] for a, b in ((one.ids, old), (old, one.ids)))
        yield Row((money, priced(one.spent, unit), one.benefit, joined(comes) or None, joined(goes) or None))
        before = one


def sentences(points: Sequence[Point], *, every: bool) -> Iterator[str]:
    """What is said below."""
    yield say("Money is counted to the horizon, all years together; limits by year are not looked at here.")
    if every:
        yield say("A set is the one to choose from the first amount on; with less than the second it starts later.")
    if any(not one.proven for one in points):
        yield say("Time was up for some of these: a better plan may exist for their money.")
