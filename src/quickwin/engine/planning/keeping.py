"""What a plan leaves room for: which constraints one more program would break."""

import numpy as np

from quickwin.engine.inputs import Floats, Indices
from quickwin.engine.planning.outcome import outcome, spending_by_start
from quickwin.engine.planning.portfolio import (
    NEVER,
    AtLeast,
    AtMost,
    Budget,
    Constraints,
    Follows,
    Portfolio,
    Team,
)
from quickwin.engine.planning.windows import exceeds, windows


class Keeper:
    """A plan with what its constraints still allow; `starts` (m,) are months, NEVER for what is not chosen."""

    def __init__(self, portfolio: Portfolio, constraints: Constraints, starts: Indices) -> None:
        self.portfolio, self.constraints, self.starts = portfolio, constraints, starts
        self.first, self.last = windows(portfolio, tuple(one for one in constraints if not isinstance(one, AtMost)))
        self.by_month = outcome(portfolio, starts).spending.sum(axis=0)
        self.under_way = under_way(portfolio, starts)
        self.budgets = [(place, one) for place, one in enumerate(constraints) if isinstance(one, Budget)]
        self.of_program: dict[int, list[tuple[int, AtMost | Team]]] = {}
        self.before: dict[int, list[int]] = {}
        self.lacking: list[tuple[int, AtLeast, int]] = []
        for place, one in enumerate(constraints):
            if isinstance(one, AtLeast):
                self.lacking.append((place, one, one.least - int((starts[one.programs] != NEVER).sum())))
            elif isinstance(one, Follows):
                self.before.setdefault(one.program, []).append(one.before)
            elif isinstance(one, (AtMost, Team)):
                for program in one.programs.tolist():
                    self.of_program.setdefault(program, []).append((place, one))

    def lacks(self, program: int) -> list[int]:
        """The programs that a program must follow and that are not chosen."""
        return [one for one in self.before.get(program, ()) if self.starts[one] == NEVER]

    def months(self, program: int) -> Indices:
        """The months in which a program could start, as those that it follows deliver now."""
        durations = self.portfolio.durations
        ready = [int(self.starts[one] + durations[one]) for one in self.before.get(program, ())]
        return np.arange(max([int(self.first[program]), *ready]), int(self.last[program]) + 1)

    def broken(self, program: int, month: int) -> list[int]:
        """The places of the constraints that a program would break if it started in a month beside the plan's own."""
        return [
            *self.crowded(program, month),
            *(place for place, budget, money in self.spent(program, month) if exceeds(np.array(money), budget)),
        ]

    def crowded(self, program: int, month: int) -> list[int]:
        """The places of the constraints on numbers of programs that it would break."""
        busy = slice(month, month + int(self.portfolio.durations[program]))
        found = []
        for place, one in self.of_program.get(program, ()):
            if isinstance(one, AtMost):
                full = int((self.starts[one.programs] != NEVER).sum()) >= one.most
            else:
                full = bool((self.under_way[one.programs, busy].sum(axis=0) >= one.most).any())
            if full:
                found.append(place)
        return found

    def spent(self, program: int, month: int) -> list[tuple[int, Budget, float]]:
        """What would be spent of each budget, as (place, budget, money)."""
        if not self.budgets:
            return []
        more = self.by_month + spending_by_start(self.portfolio, program, np.array([month]))[0]
        return [(place, budget, float(more[budget.months].sum())) for place, budget in self.budgets]

    def short(self, program: int | None = None) -> list[int]:
        """The places of the constraints of which the plan has too few programs, be one more in it or not."""
        return [
            place for place, one, lacking in self.lacking if lacking > (program is not None and program in one.programs)
        ]


def under_way(portfolio: Portfolio, starts: Indices) -> Floats:
    """Whether each program is under way in each month (m, H), as 0 or 1."""
    months = np.arange(portfolio.horizon)
    begins = np.where(starts == NEVER, portfolio.horizon, starts)[:, None]
    return ((begins <= months) & (months < begins + portfolio.durations[:, None])).astype(np.float64)
