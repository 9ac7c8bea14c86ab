"""What a plan chooses from, as numbers: programs with their months, benefit and money, and what binds the choice.

Sizes: m programs, H months to the horizon. Months are whole, from 0 on; a program that starts in month s delivers at
s + duration and is felt from there on. Programs stand in the order of their ids.
"""

from dataclasses import dataclass, field

import numpy as np

from quickwin.engine.inputs import Flags, Floats, Indices

NEVER = -1
"""The start of a program that is not chosen."""


@dataclass(frozen=True, slots=True)
class Lift:
    """What raises the coverage of a program: other programs that provide its k enablers.

    `bases` (k,) are the coverage of each enabler without them, and `shares` (k, q) what each of q `providers` adds to
    it, times the chance that the provider delivers. The program depends on those that are `sure` (q,): wherever it is
    chosen, they have delivered before.
    """

    bases: Floats
    providers: Indices
    shares: Floats
    sure: Flags

    def coverage(self, delivered: Flags) -> Floats:
        """The coverage (...) where the providers (..., q) have delivered or not."""
        available = self.bases + np.einsum("...q,kq->...k", delivered.astype(np.float64), self.shares)
        scarcest: Floats = np.minimum(available.min(axis=-1), 1.0)
        return scarcest


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Programs, each of these (m,) unless said otherwise.

    `opens` is the month in which their money opens, `durations` are months of work; `worth` [points] is what each would
    bring, felt by all from month 0 to the horizon; `lasts` [months] how long it is felt, `covered` its coverage by the
    context alone; `capex` and `running`, a month [money]. `lifts` holds those whose coverage others raise.
    """

    horizon: int
    discount_rate: float
    opens: Indices
    durations: Indices
    worth: Floats
    lasts: Floats
    covered: Floats
    capex: Floats
    running: Floats
    lifts: dict[int, Lift] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.opens)


@dataclass(frozen=True, slots=True)
class Budget:
    """At most `amount` [money] is spent in the months that count (H,)."""

    months: Flags
    amount: float


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Of some programs at least so many are chosen."""

    programs: Indices
    least: int


@dataclass(frozen=True, slots=True)
class AtMost:
    """Of some programs at most so many are chosen."""

    programs: Indices
    most: int


@dataclass(frozen=True, slots=True)
class Team:
    """Of some programs at most so many are under way in the same month."""

    programs: Indices
    most: int


@dataclass(frozen=True, slots=True)
class Follows:
    """A program starts after another one has delivered, which is chosen with it."""

    program: int
    before: int


@dataclass(frozen=True, slots=True)
class Latest:
    """None of some programs starts after a month."""

    programs: Indices
    month: int


@dataclass(frozen=True, slots=True)
class Starts:
    """A program starts in a month if it is chosen."""

    program: int
    month: int


Constraint = Budget | AtLeast | AtMost | Team | Follows | Latest | Starts
Constraints = tuple[Constraint, ...]
"""What binds a choice. Those that say who follows whom stand in an order in which a program's own come after those of
the program that it follows."""
