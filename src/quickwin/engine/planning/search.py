"""The best plan. What the solver finds is looked at again by the exact arithmetic, and sought anew where a hair off."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

import numpy as np

from quickwin.engine.inputs import Indices
from quickwin.engine.planning.binding import bind
from quickwin.engine.planning.formulation import Formulation, empty
from quickwin.engine.planning.outcome import left, outcome, spending_by_start
from quickwin.engine.planning.portfolio import NEVER, AtMost, Budget, Constraints, Portfolio
from quickwin.engine.planning.solver import Status, Tell, solve
from quickwin.engine.planning.valuing import Dislike, value
from quickwin.engine.planning.windows import exceeds

EQUAL = 0.001
"""Plans whose benefit differs by less are equal [points]."""
FOR_MONEY, FOR_MONTHS = 0.9 * EQUAL, 1e-4 * EQUAL
"""The parts of it that the dearest plan and the latest one would be put back by."""
PROVEN = 1e-12
"""The relative gap to which plans are solved."""


@dataclass(frozen=True, slots=True)
class Found:
    """A plan: the starts (m,) of its programs, and how sure it is that none is better.

    `bound` [points] is what no plan can exceed; `starts` are None where no plan was found.
    """

    status: Status
    starts: Indices | None
    benefit: float
    bound: float

    @property
    def gap(self) -> float:
        """By how much a better plan could still be better, as a share of this one's benefit."""
        if self.status == "optimal" or self.bound <= self.benefit:
            return 0.0
        return (self.bound - self.benefit) / self.benefit if self.benefit > 0 else np.inf


def best(
    portfolio: Portfolio,
    constraints: Constraints,
    *,
    start: Indices | None = None,
    gap: float = PROVEN,
    time_limit: float = np.inf,
    draws: Sequence[Portfolio] = (),
    tell: Tell | None = None,
) -> Found:
    """The plan of most benefit; of equal ones the cheaper, then the one whose programs start earlier.

    With `draws` it is the mean benefit over them, as far as it is the programs' own: who waits for whom, and what they
    bring each other, is as in the portfolio. `start` is a plan from which to begin, `time_limit` [seconds] ends the
    search with the best found until then.
    Raises ImportError without the package highspy.
    """
    ends = monotonic() + time_limit
    one = empty(portfolio, constraints)
    value(one, dislike(one, constraints), draws)
    bind(one, constraints)
    while True:
        known = None if start is None else one.columns(start)
        solution = solve(one, gap=gap, time_limit=max(ends - monotonic(), 0.0), start=known, tell=tell)
        if solution.columns is None:
            return Found(solution.status, None, -np.inf, solution.bound)
        starts = one.starts(solution.columns)
        broken = overspent(portfolio, constraints, starts)
        if not broken:
            break
        for budget in broken:
            forbid(one, budget, starts)
    total = outcome(portfolio, starts).total
    most = min(solution.bound + EQUAL, by_itself(one, constraints))
    return Found(solution.status, starts, total, max(most, total))


def by_itself(one: Formulation, constraints: Constraints) -> float:
    """What the best programs would bring, each alone and as early as it can: what no plan exceeds [points]."""
    portfolio, able = one.portfolio, one.able
    delivers = (one.first + portfolio.durations)[able].astype(np.float64)
    worth = portfolio.worth[able] * left(portfolio, delivers)
    return float(np.sort(worth)[::-1][: most_chosen(constraints, len(portfolio))].sum())


def dislike(one: Formulation, constraints: Constraints) -> Dislike:
    """How much money and months count against a plan, all of them together less than what makes plans equal."""
    able, portfolio = one.able, one.portfolio
    if not able:
        return Dislike()
    costs = np.array([spending_by_start(portfolio, row, one.months(row)).sum(axis=1).max() for row in able])
    chosen = most_chosen(constraints, len(portfolio))
    dearest = np.sort(costs)[::-1][:chosen].sum()
    latest = np.sort(one.last[able] + 1)[::-1][:chosen].sum()
    return Dislike(FOR_MONEY / dearest if dearest else 0.0, FOR_MONTHS / latest)


def most_chosen(constraints: Constraints, many: int) -> int:
    """How many programs a plan could hold, as far as those constraints say that count all of them."""
    return min((one.most for one in constraints if isinstance(one, AtMost) and len(one.programs) == many), default=many)


def overspent(portfolio: Portfolio, constraints: Constraints, starts: Indices) -> list[Budget]:
    """The budgets that a plan exceeds, by however little."""
    budgets = [one for one in constraints if isinstance(one, Budget)]
    by_month = outcome(portfolio, starts).spending.sum(axis=0) if budgets else np.zeros(0)
    return [one for one in budgets if bool(exceeds(by_month[one.months].sum(), one))]


def forbid(one: Formulation, budget: Budget, starts: Indices) -> None:
    """Add the row that the programs which spend in a budget's months do not all start when they do in a plan."""
    terms: dict[int, float] = {}
    many = 0
    for program in np.flatnonzero(starts != NEVER).tolist():
        month = int(starts[program])
        if spending_by_start(one.portfolio, program, np.array([month]))[0, budget.months].any():
            terms |= one.between(program, month - 1, month)
            many += 1
    one.rows.add(terms, high=float(many - 1))
