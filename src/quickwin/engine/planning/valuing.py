"""What a programme is to maximise: the benefit of a plan, month by month, less a little for money and for lateness."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quickwin.engine.inputs import Floats, Indices
from quickwin.engine.planning.formulation import Formulation, Terms
from quickwin.engine.planning.outcome import felt_shares, left, spending_by_start
from quickwin.engine.planning.portfolio import Lift, Portfolio
from quickwin.engine.score import DIGITS


@dataclass(frozen=True, slots=True)
class Dislike:
    """What is taken off the benefit, so that of equal plans the cheaper is preferred, then the earlier.

    `money` [points for each unit of it] and `months` [points for each month of a start].
    """

    money: float = 0.0
    months: float = 0.0


def value(one: Formulation, dislike: Dislike, draws: Sequence[Portfolio] = ()) -> None:
    """Set what the programme maximises, and add the columns and rows of lifted coverage.

    With `draws` of the portfolio it is their mean that each program brings by itself.
    """
    for program in one.able:
        months = one.months(program)
        worlds = draws or (one.portfolio,)
        pulses = np.mean([in_itself(world, program, months) for world in worlds], axis=0)
        money = spending_by_start(one.portfolio, program, months).sum(axis=1)
        pulses -= dislike.money * money + dislike.months * (months + 1)
        for column, worth in one.steps(program, pulses).items():
            one.gains[column] += worth
        lift = one.portfolio.lifts.get(program)
        if lift is not None and one.portfolio.worth[program] > 0:
            Lifting(one, program, lift, float(lift.coverage(lift.sure))).add()


def in_itself(portfolio: Portfolio, program: int, months: Indices) -> Floats:
    """What a program brings by its start (k,), with the coverage that it has whatever else is chosen [points]."""
    lift = portfolio.lifts.get(program)
    coverage = float(portfolio.covered[program] if lift is None else lift.coverage(lift.sure))
    delivers = (months + portfolio.durations[program]).astype(np.float64)
    shares = felt_shares(portfolio, delivers, float(portfolio.lasts[program]))
    worth: Floats = portfolio.worth[program] * coverage * shares.sum(axis=1)
    return worth


@dataclass(frozen=True, slots=True)
class Lifting:
    """A program whose coverage others raise above the least that it has."""

    one: Formulation
    program: int
    lift: Lift
    least: float

    def add(self) -> None:
        """A gain for each month in which the program may be felt, the last of which may be a part of a month."""
        one, duration = self.one, int(self.one.portfolio.durations[self.program])
        lasts = float(self.one.portfolio.lasts[self.program])
        whole = int(min(np.floor(np.round(lasts, DIGITS)), one.portfolio.horizon))
        rest = 0.0 if np.isinf(lasts) else round(lasts - whole, DIGITS)
        for month in range(int(one.first[self.program]) + duration, one.portfolio.horizon):
            most, bases, shares = self.within(month)
            if round(most, DIGITS) <= 0:
                continue
            start = month - duration
            for begin, end, part in ((start - whole, start, 1.0), (start - whole - 1, start - whole, rest)):
                felt = one.between(self.program, begin, end)
                if felt and part > 0:
                    self.gain(felt, self.worth(month, part), most, bases, shares)

    def within(self, month: int) -> tuple[float, Floats, list[Terms]]:
        """By how much coverage may be raised in a month: at most; by each enabler without others; by these."""
        lift, one = self.lift, self.one
        others = [place for place in np.flatnonzero(~lift.sure).tolist() if lift.shares[:, place].any()]
        columns = [one.delivered(int(lift.providers[place]), month) for place in others]
        able = [(place, column) for place, column in zip(others, columns, strict=True) if column is not None]
        bases = lift.bases + lift.shares[:, lift.sure].sum(axis=1) - self.least
        most = min((bases + lift.shares[:, [place for place, _ in able]].sum(axis=1)).min(), 1 - self.least)
        by_others: list[Terms] = [
            {column: share for place, column in able if (share := float(lift.shares[enabler, place]))}
            for enabler in range(len(bases))
        ]
        return float(most), bases, by_others

    def worth(self, month: int, part: float) -> float:
        """What a month, or the first part of it, is worth to the program at full coverage [points]."""
        portfolio = self.one.portfolio
        begins, ends = left(portfolio, np.array([month, month + part]))
        return float(portfolio.worth[self.program] * (begins - ends))

    def gain(self, felt: Terms, worth: float, most: float, bases: Floats, others: list[Terms]) -> None:
        """One gain: none where the program is not felt, and never above what each enabler allows."""
        one = self.one
        column = one.column(worth)
        one.rows.add({column: 1.0} | {step: -most * sign for step, sign in felt.items()}, high=0.0)
        for base, raised in zip(bases.tolist(), others, strict=True):
            if base < most:
                terms = {step: -base * sign for step, sign in felt.items() if base}
                for step, share in raised.items():
                    terms[step] = terms.get(step, 0.0) - share
                one.rows.add({column: 1.0} | terms, high=0.0)
