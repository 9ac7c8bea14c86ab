"""In which months a program could start at all."""

from collections.abc import Sequence

import numpy as np

from quickwin.engine.inputs import Flags, Floats, Indices
from quickwin.engine.planning.outcome import spending_by_start
from quickwin.engine.planning.portfolio import AtMost, Budget, Constraints, Follows, Latest, Portfolio, Starts

NO_MONTH = -1
"""A last month before every first one."""
EXACT = 1e-12
"""How far, as a share of a budget, sums of money may be off by rounding."""


def windows(portfolio: Portfolio, constraints: Constraints) -> tuple[Indices, Indices]:
    """The first and the last month (m,) in which each could start; the last is before the first where there is none.

    Its money is open and all that it depends on could have delivered; it delivers before the horizon.
    """
    first, last = portfolio.opens.copy(), portfolio.horizon - 1 - portfolio.durations
    for one in constraints:
        if isinstance(one, Latest):
            last[one.programs] = np.minimum(last[one.programs], one.month)
        elif isinstance(one, Starts):
            first[one.program] = max(first[one.program], one.month)
            last[one.program] = min(last[one.program], one.month)
        elif isinstance(one, AtMost) and not one.most:
            last[one.programs] = NO_MONTH
    for one in constraints:
        if isinstance(one, Follows):
            first[one.program] = max(first[one.program], first[one.before] + portfolio.durations[one.before])
            if last[one.before] < first[one.before]:
                last[one.program] = NO_MONTH
    return first, last


def affordable(portfolio: Portfolio, budgets: Sequence[Budget], first: Indices, last: Indices) -> None:
    """Narrow the windows (m,) to the first and the last month in which each program by itself is within budgets."""
    for program in np.flatnonzero(last >= first).tolist() if budgets else ():
        months = np.arange(first[program], last[program] + 1)
        money = spending_by_start(portfolio, program, months)
        within = np.all([~exceeds(money[:, one.months].sum(axis=1), one) for one in budgets], axis=0)
        able = months[within]
        first[program], last[program] = (able[0], able[-1]) if len(able) else (months[0], NO_MONTH)


def exceeds(money: Floats, budget: Budget) -> Flags:
    """Whether sums of money are above a budget, by however little."""
    return np.asarray(money > budget.amount * (1 + EXACT))
