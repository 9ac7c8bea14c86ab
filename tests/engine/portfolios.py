"""Portfolios for tests: by hand, and at random with constraints of every kind."""

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np

from quickwin.engine.inputs import Indices
from quickwin.engine.planning.portfolio import (
    NEVER,
    AtLeast,
    AtMost,
    Budget,
    Constraint,
    Constraints,
    Follows,
    Latest,
    Lift,
    Portfolio,
    Starts,
    Team,
)


def portfolio(many: int, horizon: int = 10, **further: Any) -> Portfolio:
    """Programs of two months that bring a hundred points each from month 0 on, and cost nothing."""
    zeros = np.zeros(many)
    plain = Portfolio(
        horizon,
        0.0,
        np.zeros(many, dtype=np.intp),
        np.full(many, 2, dtype=np.intp),
        np.full(many, 100.0),
        np.full(many, np.inf),
        np.ones(many),
        zeros,
        zeros,
    )
    arrays = {key: np.array(value) if isinstance(value, list) else value for key, value in further.items()}
    return replace(plain, **arrays)


def invented(seed: int, many: int = 4, horizon: int = 6) -> tuple[Portfolio, Constraints]:
    """A random portfolio with constraints of every kind, money in whole units."""
    rng = np.random.default_rng(seed)
    lifts = {}
    for program in range(many):
        others = [one for one in range(many) if one != program]
        if rng.random() < 0.5:
            bases = rng.uniform(0.3, 0.9, 2)
            shares = rng.uniform(0, 0.4, (2, len(others))) * (rng.random((2, len(others))) < 0.5)
            lifts[program] = Lift(bases, np.array(others), shares, np.zeros(len(others), dtype=bool))
    covered = np.array([lifts[one].bases.min() if one in lifts else 1.0 for one in range(many)])
    made = Portfolio(
        horizon,
        float(rng.choice([0.0, 0.1])),
        rng.integers(0, 3, many),
        rng.integers(0, 4, many),
        rng.choice([0.0, 10.0, 20.0, 33.3], many),
        rng.choice([np.inf, 2.0, 1.5], many),
        covered,
        rng.integers(0, 6, many).astype(np.float64),
        rng.integers(0, 2, many).astype(np.float64),
        lifts,
    )
    every, months = np.arange(many), np.arange(horizon)
    pair = rng.choice(many, 2, replace=False)
    constraints: list[Constraint] = [
        AtMost(pair, 1),
        Latest(every, int(rng.integers(0, horizon))),
        AtLeast(rng.choice(many, 2, replace=False), int(rng.integers(0, 3))),
        AtLeast(every, int(rng.integers(0, many))),
        AtMost(every, int(rng.integers(1, many + 1))),
        Team(every[: many // 2], 1),
        Budget(months < horizon // 2, float(rng.integers(0, 12))),
        Budget(months >= horizon // 2, float(rng.integers(0, 12))),
    ]
    if rng.random() < 0.4:
        constraints.append(Starts(int(pair[0]), int(rng.integers(0, horizon))))
    return made, tuple(constraints)


def keeps(made: Portfolio, starts: Indices, one: Constraint) -> bool:
    """Whether a plan keeps a constraint, read literally."""
    chosen = {row: int(month) for row, month in enumerate(starts) if month != NEVER}
    match one:
        case AtMost():
            return sum(row in chosen for row in one.programs.tolist()) <= one.most
        case AtLeast():
            return sum(row in chosen for row in one.programs.tolist()) >= one.least
        case Latest():
            return all(chosen.get(row, 0) <= one.month for row in one.programs.tolist())
        case Starts():
            return chosen.get(one.program, one.month) == one.month
        case Follows():
            before = chosen.get(one.before)
            if one.program not in chosen:
                return True
            return before is not None and before + made.durations[one.before] <= chosen[one.program]
        case Team():
            return busiest(made, chosen, one) <= one.most
        case Budget():
            return sum(spent(made, row, start, one) for row, start in chosen.items()) <= one.amount


def busiest(made: Portfolio, chosen: dict[int, int], team: Team) -> int:
    """How many programs of a team are under way in the month in which most are."""
    members = [row for row in team.programs.tolist() if row in chosen]
    busy = [range(chosen[row], chosen[row] + int(made.durations[row])) for row in members]
    return max(sum(month in stretch for stretch in busy) for month in range(made.horizon))


def excess(made: Portfolio, starts: Indices, one: Constraint) -> float:
    """By how much a plan exceeds a constraint; 1 where it holds or not."""
    chosen = {row: int(month) for row, month in enumerate(starts) if month != NEVER}
    match one:
        case AtMost():
            return sum(row in chosen for row in one.programs.tolist()) - one.most
        case AtLeast():
            return one.least - sum(row in chosen for row in one.programs.tolist())
        case Latest():
            return max(chosen.get(row, 0) for row in one.programs.tolist()) - one.month
        case Budget():
            return sum(spent(made, row, start, one) for row, start in chosen.items()) - one.amount
        case Team():
            return busiest(made, chosen, one) - one.most
    return 1.0


def spent(made: Portfolio, row: int, start: int, budget: Budget) -> float:
    """What a program spends of a budget."""
    begins = start + int(made.durations[row])
    felt = [month for month in range(begins, made.horizon) if month < begins + made.lasts[row]]
    running = sum(made.running[row] for month in felt if budget.months[month])
    return float(running + (made.capex[row] if budget.months[start] else 0.0))


def every_plan(made: Portfolio) -> list[Indices]:
    """Every plan whose programs start when their money is open and deliver before the horizon."""
    months = [
        [NEVER, *range(int(made.opens[row]), made.horizon - int(made.durations[row]))] for row in range(len(made))
    ]
    return [np.array(starts, dtype=np.intp) for starts in product(*months)]
