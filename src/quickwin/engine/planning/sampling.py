"""Plans over draws of all that is uncertain: who is in every good plan, and which plan can be expected to bring most.

The core index of a program is the share of draws whose best plan holds it (robust portfolio modelling: Liesiö, Mild &
Salo 2007, doi:10.1016/j.ejor.2005.12.041). The plan of most expected benefit is sought by sample average
approximation (Kleywegt, Shapiro & Homem-de-Mello 2002, doi:10.1137/S1052623499363220).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from quickwin.engine.inputs import Flags, Floats, Indices
from quickwin.engine.planning.outcome import outcome
from quickwin.engine.planning.portfolio import (
    NEVER,
    AtLeast,
    AtMost,
    Budget,
    Constraints,
    Follows,
    Portfolio,
)
from quickwin.engine.planning.search import Found, best
from quickwin.engine.planning.windows import exceeds
from quickwin.engine.sharing import in_order, workers

NEAR = 1e-4
"""The relative gap to which the plan of a draw is solved: what a draw tells is far less exact."""
MOST_SETS = 12
"""So many of the sets that were best most often are looked at as plans for all draws."""

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Carried:
    """A plan carried out in each of N draws: its benefit (N,), and whether it spends more than there is (N,)."""

    starts: Indices
    benefit: Floats
    overspent: Floats

    @property
    def expected(self) -> float:
        """The mean benefit."""
        return float(self.benefit.mean())


def best_in_each(
    draws: Sequence[Portfolio],
    constraints: Constraints,
    start: Indices | None,
    *,
    time_limit: float,
    tell: Tell | None = None,
) -> list[Found]:
    """The best plan of each draw, sought from a plan `start` (m,) on."""
    follows = [one for one in constraints if isinstance(one, Follows)]

    def one_draw(portfolio: Portfolio) -> Found:
        known = None if start is None else as_it_goes(portfolio, follows, start)
        return best(portfolio, constraints, start=known, gap=NEAR, time_limit=time_limit)

    found: list[Found] = []
    for one in in_order(one_draw, draws, many=workers()):
        found.append(one)
        if tell:
            tell(len(found), len(draws))
    return found


def core_index(found: Sequence[Found], many: int) -> Floats:
    """The share (m,) of the plans that were found which hold each program."""
    plans = [one.starts for one in found if one.starts is not None]
    if not plans:
        return np.zeros(many)
    shares: Floats = np.mean([starts != NEVER for starts in plans], axis=0)
    return shares


def as_it_goes(portfolio: Portfolio, follows: Sequence[Follows], starts: Indices) -> Indices:
    """The starts (m,) of a plan where work takes as long as in a portfolio: who follows another waits for it.

    What could no longer start before the horizon is not begun.
    """
    real = starts.copy()
    for one in follows:
        if real[one.program] != NEVER:
            before = real[one.before]
            ready = portfolio.horizon if before == NEVER else before + portfolio.durations[one.before]
            real[one.program] = max(real[one.program], ready)
            if real[one.program] >= portfolio.horizon:
                real[one.program] = NEVER
    return real


def carried_out(draws: Sequence[Portfolio], constraints: Constraints, starts: Indices) -> Carried:
    """What becomes of a plan in each draw."""
    follows = [one for one in constraints if isinstance(one, Follows)]
    budgets = [one for one in constraints if isinstance(one, Budget)]
    benefits, overspent = [], []
    for portfolio in draws:
        result = outcome(portfolio, as_it_goes(portfolio, follows, starts))
        by_month = result.spending.sum(axis=0)
        benefits.append(result.total)
        overspent.append(any(bool(exceeds(by_month[one.months].sum(), one)) for one in budgets))
    return Carried(starts, np.array(benefits), np.array(overspent, dtype=np.float64))


def most_expected(
    portfolio: Portfolio,
    draws: Sequence[Portfolio],
    constraints: Constraints,
    found: Sequence[Found],
    known: Indices,
    *,
    time_limit: float,
) -> Carried:
    """The plan of most expected benefit among those that keep the constraints by the stated numbers.

    Looked at are the plan of most mean benefit, a plan that is known, and the sets that were best most often, each with
    the calendar of most mean benefit.
    """
    sets = Counter(tuple(one.starts != NEVER) for one in found if one.starts is not None)
    asked = [constraints, *(only(constraints, np.array(one, dtype=bool)) for one, _ in sets.most_common(MOST_SETS))]
    solved = in_order(
        lambda bound: best(portfolio, bound, gap=NEAR, time_limit=time_limit, draws=draws), asked, many=workers()
    )
    plans = [known, *(one.starts for one in solved if one.starts is not None)]
    carried = [carried_out(draws, constraints, starts) for starts in distinct(plans)]
    return max(carried, key=lambda one: round(one.expected, 9))  # the first of equal ones


def only(constraints: Constraints, chosen: Flags) -> Constraints:
    """The constraints, and that just these programs are chosen."""
    inside, outside = np.flatnonzero(chosen), np.flatnonzero(~chosen)
    return (*constraints, AtLeast(inside, len(inside)), AtMost(outside, 0))


def distinct(plans: Sequence[Indices]) -> Iterator[Indices]:
    """Each plan once."""
    seen = set[bytes]()
    for starts in plans:
        if starts.tobytes() not in seen:
            seen.add(starts.tobytes())
            yield starts
