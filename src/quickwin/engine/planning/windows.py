"""In which months a program could start at all."""

import numpy as np

from quickwin.engine.inputs import Indices
from quickwin.engine.planning.portfolio import AtMost, Constraints, Follows, Latest, Portfolio, Starts

NO_MONTH = -1
"""A last month before every first one."""


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
