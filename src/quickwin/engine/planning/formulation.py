"""A plan as a mixed-integer linear programme, indexed by time.

A step variable says of each program and month whether it has started by then; steps give relaxations as tight as
pulses, which say whether it starts in that month, and branch better (Artigues 2017, doi:10.1016/j.orl.2017.02.001).
What others add to a program's coverage is a continuous gain for each month in which it is felt, below what each of its
enablers allows: exact at whole points, since more is never worse.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from quickwin.engine.inputs import Floats, Indices
from quickwin.engine.planning.portfolio import NEVER, Budget, Constraints, Portfolio
from quickwin.engine.planning.windows import affordable, windows

Terms = Mapping[int, float]
"""Coefficients by column."""
HALF = 0.5
"""Above it a column that is 0 or 1 is 1."""


@dataclass(slots=True)
class Rows:
    """Rows of a linear programme, one after another: low ≤ terms ≤ high."""

    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def add(self, terms: Terms, *, low: float = -np.inf, high: float = np.inf) -> None:
        """One row more."""
        self.columns.extend(terms.keys())
        self.values.extend(terms.values())
        self.starts.append(len(self.columns))
        self.low.append(low)
        self.high.append(high)


@dataclass(slots=True)
class Programme:
    """Maximise `gains` · columns within `rows`; columns that are `whole` are 0 or 1, the others at least 0."""

    gains: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: Rows = field(default_factory=Rows)

    def column(self, gain: float, *, whole: bool = False) -> int:
        """A new column, by its number."""
        self.gains.append(gain)
        self.whole.append(whole)
        return len(self.gains) - 1


@dataclass(slots=True)
class Formulation(Programme):
    """The programme of a plan, whose first columns are steps.

    That program i has started by the month s says the column offsets[i] + s − first[i], from its first month to its
    last.
    """

    portfolio: Portfolio = field(kw_only=True)
    first: Indices = field(kw_only=True)
    last: Indices = field(kw_only=True)
    offsets: Indices = field(kw_only=True)

    @property
    def able(self) -> list[int]:
        """The programs that could be chosen."""
        return np.flatnonzero(self.last >= self.first).tolist()

    def months(self, program: int) -> Indices:
        """The months (k,) in which a program could start."""
        return np.arange(self.first[program], self.last[program] + 1)

    def started(self, program: int, month: int) -> int | None:
        """The column that says whether a program has started by a month; None where it cannot have."""
        first, last = int(self.first[program]), int(self.last[program])
        if month < first or last < first:
            return None
        return int(self.offsets[program]) + min(month, last) - first

    def delivered(self, program: int, month: int) -> int | None:
        """The column that says whether a program has delivered by a month; None where it cannot have."""
        return self.started(program, month - int(self.portfolio.durations[program]))

    def chosen(self, program: int) -> int | None:
        """The column that says whether a program is chosen; None where it cannot be."""
        return self.started(program, int(self.last[program]))

    def steps(self, program: int, pulses: Floats) -> dict[int, float]:
        """Terms that are worth pulses[k] when a program starts in the k-th of its months."""
        begin = int(self.offsets[program])
        steps = pulses.copy()
        steps[:-1] -= pulses[1:]
        return {begin + place: value for place, value in enumerate(steps.tolist()) if value}

    def between(self, program: int, begin: int, end: int) -> dict[int, float]:
        """Terms that are 1 if a program starts after the month `begin` and by the month `end`, else 0."""
        upper, lower = self.started(program, end), self.started(program, begin)
        if upper is None or upper == lower:
            return {}
        return {upper: 1.0} if lower is None else {upper: 1.0, lower: -1.0}

    def starts(self, columns: Floats) -> Indices:
        """The start (m,) of each program by a solution."""
        steps = np.concatenate(([0], np.cumsum(columns[: self.offsets[-1]] > HALF)))
        months = np.diff(steps[self.offsets])  # in so many of its months it has started
        return np.where(months > 0, self.last + 1 - months, NEVER).astype(np.intp)

    def columns(self, starts: Indices) -> Floats:
        """The steps of a plan as a solution has them."""
        steps = np.zeros(int(self.offsets[-1]))
        for program in np.flatnonzero(starts != NEVER).tolist():
            begin = self.started(program, int(starts[program]))
            if begin is not None:
                steps[begin : int(self.offsets[program + 1])] = 1.0
        return steps


def empty(portfolio: Portfolio, constraints: Constraints) -> Formulation:
    """A programme with its steps, in which a program that has started stays so, and nothing else."""
    first, last = windows(portfolio, constraints)
    affordable(portfolio, [one for one in constraints if isinstance(one, Budget)], first, last)
    offsets = np.concatenate(([0], np.cumsum(np.maximum(last - first + 1, 0))))
    many = int(offsets[-1])
    one = Formulation([0.0] * many, [True] * many, portfolio=portfolio, first=first, last=last, offsets=offsets)
    for program in one.able:
        for column in range(int(offsets[program]), int(offsets[program + 1]) - 1):
            one.rows.add({column: 1.0, column + 1: -1.0}, high=0.0)
    return one
