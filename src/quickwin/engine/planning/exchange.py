"""Plans made by hand: from the top of an order, and with one program in the place of another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from quickwin.engine.inputs import Indices
from quickwin.engine.planning.keeping import Keeper
from quickwin.engine.planning.outcome import outcome
from quickwin.engine.planning.portfolio import NEVER, Constraints, Follows, Portfolio


def from_the_top(portfolio: Portfolio, constraints: Constraints, order: Sequence[int]) -> Indices:
    """The plan (m,) that takes programs in an order, each in the first month that breaks nothing, or not at all.

    What follows another program is passed by until that one is taken. Constraints that ask for a least number of
    programs are not looked at.
    """
    starts = np.full(len(portfolio), NEVER, dtype=np.intp)
    waiting, taken = list(order), True
    while taken:
        taken = False
        keeper = Keeper(portfolio, constraints, starts)
        for program in list(waiting):
            if keeper.lacks(program):
                continue
            waiting.remove(program)
            month = first_free(keeper, program)
            if month is not None:
                starts[program] = month
                taken = True
                break
    return starts


@dataclass(frozen=True, slots=True)
class Exchange:
    """A program put into a plan at a month in the place of others, and the benefit [points] that is lost by it."""

    program: int
    month: int
    gone: tuple[int, ...]
    loss: float


def exchanges(portfolio: Portfolio, constraints: Constraints, starts: Indices) -> dict[int, Exchange]:
    """For each program that is not chosen the exchange against one that is, which loses least.

    Together with the one those go that follow it. A program for which no exchange makes room is left out.
    """
    total = outcome(portfolio, starts).total
    found: dict[int, Exchange] = {}
    for gone in without_one(constraints, starts):
        rest = starts.copy()
        rest[list(gone)] = NEVER
        keeper = Keeper(portfolio, constraints, rest)
        for program in np.flatnonzero(starts == NEVER).tolist():
            month = None if keeper.short(program) else first_free(keeper, program)
            if month is None:
                continue
            rest[program] = month
            loss = total - outcome(portfolio, rest).total
            if program not in found or loss < found[program].loss:
                found[program] = Exchange(program, month, gone, loss)
            rest[program] = NEVER
    return found


def without_one(constraints: Constraints, starts: Indices) -> Iterator[tuple[int, ...]]:
    """Each chosen program with all chosen ones that follow it, directly or through others."""
    after: dict[int, list[int]] = {}
    for one in constraints:
        if isinstance(one, Follows) and starts[one.program] != NEVER:
            after.setdefault(one.before, []).append(one.program)
    for program in np.flatnonzero(starts != NEVER).tolist():
        gone, waiting = {program}, [program]
        while waiting:
            new = set(after.get(waiting.pop(), ())) - gone
            gone |= new
            waiting += new
        yield tuple(sorted(gone))


def first_free(keeper: Keeper, program: int) -> int | None:
    """The first month in which a program could start beside a plan without breaking anything."""
    if keeper.lacks(program):
        return None
    return next((one for one in keeper.months(program).tolist() if not keeper.broken(program, one)), None)
