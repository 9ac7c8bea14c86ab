"""What a plan brings and costs, month by month: the exact arithmetic, in which no solver has a part."""

from dataclasses import dataclass

import numpy as np

from quickwin.engine.inputs import Flags, Floats, Indices
from quickwin.engine.planning.portfolio import NEVER, Portfolio
from quickwin.engine.score import DIGITS
from quickwin.engine.timing import remaining


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a plan brings and costs.

    `benefit` (m,) [points] and what it would be with the context's coverage `alone` (m,); `coverage` (m, H), NaN in
    months in which a program is not felt; `spending` (m, H) [money].
    """

    benefit: Floats
    alone: Floats
    coverage: Floats
    spending: Floats

    @property
    def total(self) -> float:
        """The benefit of all programs together."""
        return float(self.benefit.sum())

    @property
    def spent(self) -> float:
        """The money spent on all programs to the horizon."""
        return float(self.spending.sum())


def outcome(portfolio: Portfolio, starts: Indices) -> Outcome:
    """What a plan brings; `starts` (m,) are months, NEVER for a program that is not chosen."""
    chosen = starts != NEVER
    delivers = np.where(chosen, starts + portfolio.durations, np.inf)
    weights = felt_shares(portfolio, delivers, portfolio.lasts) * portfolio.worth[:, None]
    coverage = np.repeat(portfolio.covered[:, None], portfolio.horizon, axis=1)
    months = np.arange(portfolio.horizon)
    for program, lift in portfolio.lifts.items():
        if chosen[program]:
            coverage[program] = lift.coverage(delivers[lift.providers] <= months[:, None])
    felt = is_felt(portfolio, delivers, portfolio.lasts)
    spending = np.where(felt, portfolio.running[:, None], 0.0)
    spending[chosen, starts[chosen]] += portfolio.capex[chosen]
    return Outcome(
        (weights * coverage).sum(axis=1),
        (weights * portfolio.covered[:, None]).sum(axis=1),
        np.where(felt, coverage, np.nan),
        spending,
    )


def is_felt(portfolio: Portfolio, delivers: Floats, lasts: Floats | float) -> Flags:
    """Whether what delivers at some months (k,) and lasts so long is felt in each month (k, H)."""
    months = np.arange(portfolio.horizon)
    ends = np.round(delivers + lasts, DIGITS)
    return (delivers[:, None] <= months) & (months < ends[:, None])


def felt_shares(portfolio: Portfolio, delivers: Floats, lasts: Floats | float) -> Floats:
    """The share of all time to the horizon in which it is felt in each month (k, H); a last month may be a part."""
    months = np.arange(portfolio.horizon, dtype=np.float64)
    ends = np.clip((delivers + lasts)[:, None], months, months + 1)
    shares = left(portfolio, months) - left(portfolio, ends)
    return np.where(is_felt(portfolio, delivers, lasts), shares, 0.0)


def left(portfolio: Portfolio, months: Floats) -> Floats:
    """The present value of the months from t to the horizon, as a share of all."""
    return remaining(months, portfolio.horizon, portfolio.discount_rate)


def spending_by_start(portfolio: Portfolio, program: int, starts: Indices) -> Floats:
    """The money that a program spends in each month (k, H), by the month in which it starts (k,)."""
    delivers = (starts + portfolio.durations[program]).astype(np.float64)
    money = np.where(is_felt(portfolio, delivers, float(portfolio.lasts[program])), portfolio.running[program], 0.0)
    money[np.arange(len(starts)), starts] += portfolio.capex[program]
    return money
