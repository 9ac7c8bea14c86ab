"""Where no plan is possible: the smallest set of constraints that cannot hold together, and what would make room.

Constraints come in groups that hold or give way as one. The smallest clash hits every set of groups whose giving way
makes a plan possible; such sets are found one by one, until the smallest set that hits all of them clashes by itself
(Ignatiev et al. 2015, doi:10.1007/978-3-319-23219-5_13).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from quickwin.engine.inputs import Indices
from quickwin.engine.planning.binding import bind, unit_of
from quickwin.engine.planning.formulation import HALF, Formulation, Programme, Terms, empty
from quickwin.engine.planning.portfolio import (
    AtLeast,
    AtMost,
    Budget,
    Constraint,
    Constraints,
    Latest,
    Portfolio,
    Starts,
    Team,
)
from quickwin.engine.planning.solver import solve

Groups = Sequence[Constraints]
LATER = 1e-4
"""By how much more a later group weighs than the first, so that of equal sets the same one is found on every run."""


@dataclass(frozen=True, slots=True)
class Room:
    """A plan that is possible where one group gives way: how far it must, and the starts (m,) of such a plan.

    `units` are money, programs or months; 1 for what holds or not.
    """

    group: int
    units: float
    starts: Indices


def smallest_clash(portfolio: Portfolio, groups: Groups) -> tuple[int, ...]:
    """The smallest set of groups that cannot hold together, by their places; empty where all can."""
    collected: list[tuple[int, ...]] = []
    while True:
        held = hitting(collected, len(groups))
        given_way = least_to_give_way(portfolio, groups, held)
        if given_way is None:
            return held
        if not given_way:
            return ()
        collected.append(given_way)


def hitting(sets: Sequence[tuple[int, ...]], many: int) -> tuple[int, ...]:
    """The smallest set of so many things that has one of each of some sets."""
    programme = Programme([-1 - LATER * place / many for place in range(many)], [True] * many)
    for one in sets:
        programme.rows.add(dict.fromkeys(one, 1.0), low=1.0)
    columns = solve(programme).columns
    return () if columns is None else tuple(np.flatnonzero(columns > HALF).tolist())


def least_to_give_way(portfolio: Portfolio, groups: Groups, held: Iterable[int] = ()) -> tuple[int, ...] | None:
    """The fewest groups that must give way for a plan to be possible, those held apart; None where none is then."""
    firm = set(held)
    one = empty(portfolio, tuple(part for place in sorted(firm) for part in groups[place]))
    bind(one, tuple(part for place in sorted(firm) for part in groups[place]))
    soft = {
        place: one.column(-1 - LATER * place / len(groups), whole=True)
        for place in range(len(groups))
        if place not in firm
    }
    for place, column in soft.items():
        for terms, low, high in rows_of(one, groups[place]):
            loosen(one, terms, low, high, column)
    solution = solve(one)
    if solution.columns is None:
        return None
    return tuple(place for place, column in soft.items() if solution.columns[column] > HALF)


def rows_of(one: Formulation, group: Constraints) -> list[tuple[dict[int, float], float, float]]:
    """The rows of a group, as (terms, low, high), those on single months among them."""
    apart = Formulation(
        list(one.gains),
        list(one.whole),
        portfolio=one.portfolio,
        first=one.first,
        last=one.last,
        offsets=one.offsets,
    )
    bind(apart, group)
    for constraint in group:
        in_time(apart, constraint)
    rows = apart.rows
    return [
        (
            dict(zip(rows.columns[begin:end], rows.values[begin:end], strict=True)),
            rows.low[place],
            rows.high[place],
        )
        for place, (begin, end) in enumerate(zip(rows.starts, rows.starts[1:], strict=False))
    ]


def in_time(one: Formulation, constraint: Constraint) -> None:
    """The rows of a constraint on the months of starts, which as a rule stand in the windows."""
    if isinstance(constraint, Latest):
        for program in constraint.programs.tolist():
            terms = start_of(one, program)
            if terms:
                one.rows.add(terms, high=float(constraint.month))
    elif isinstance(constraint, Starts):
        terms = start_of(one, constraint.program)
        chosen = one.chosen(constraint.program)
        if chosen is not None:
            one.rows.add(shifted(terms, chosen, -constraint.month), low=0.0, high=0.0)


def start_of(one: Formulation, program: int) -> dict[int, float]:
    """Terms that are the month in which a program starts, 0 where it is not chosen."""
    chosen = one.chosen(program)
    if chosen is None:
        return {}
    months = len(one.months(program))
    return shifted(dict.fromkeys(range(chosen - months + 1, chosen + 1), -1.0), chosen, int(one.last[program]) + 1)


def shifted(terms: Terms, column: int, by: float) -> dict[int, float]:
    """Terms with more of one column."""
    return {**terms, column: terms.get(column, 0.0) + by}


def loosen(one: Formulation, terms: Terms, low: float, high: float, column: int) -> None:
    """Add a row that no longer binds where a column is 1."""
    values = np.array(list(terms.values()))
    if np.isfinite(high):
        most = float(values[values > 0].sum())
        if most > high:
            one.rows.add({**terms, column: high - most}, high=high)
    if np.isfinite(low):
        least = float(values[values < 0].sum())
        if least < low:
            one.rows.add({**terms, column: low - least}, low=low)


def room(portfolio: Portfolio, groups: Groups, place: int) -> Room | None:
    """How far one group must give way for a plan to be possible; None where that alone does not help."""
    others = tuple(part for number, group in enumerate(groups) if number != place for part in group)
    one = empty(portfolio, others)
    bind(one, others)
    whole = not is_measured(groups[place])
    slack = one.column(-1.0, whole=whole)
    for terms, low, high in rows_of(one, groups[place]):
        if whole:
            loosen(one, terms, low, high, slack)
        elif np.isfinite(high):
            one.rows.add({**terms, slack: -1.0}, high=high)
        else:
            one.rows.add({**terms, slack: 1.0}, low=low)
    solution = solve(one)
    if solution.columns is None:
        return None
    units = float(solution.columns[slack])
    budget = groups[place][0]
    if isinstance(budget, Budget):
        units *= unit_of(one, budget)
    return Room(place, units, one.starts(solution.columns))


def is_measured(group: Constraints) -> bool:
    """Whether a group may give way by more or less: money, programs or months."""
    alone = len(group) == 1 and isinstance(group[0], (AtLeast, AtMost, Budget, Latest))
    return alone or all(isinstance(one, Team) for one in group)
