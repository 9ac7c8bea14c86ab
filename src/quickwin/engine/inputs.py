"""The numbers that the engine takes: a study as arrays, without a name in them.

Sizes: m programs, n criteria, p pillars of readiness. A leading axis, written `...`, is draws: any array
that has one is as long there as every other that has one, and those without are the same in each draw.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Curve:
    """A value function: the value in [0, 1] of a performance, linear between points and flat beyond them.

    `performances` (k,) rise strictly; `values` (k,) are monotone.
    """

    performances: Floats
    values: Floats


@dataclass(frozen=True, slots=True)
class Families:
    """Programs with others that they depend on, in ragged rows.

    The members of the program `kids[i]` are `members[starts[i]:starts[i + 1]]`, the last row going to the end.
    """

    kids: Indices
    starts: Indices
    members: Indices


@dataclass(frozen=True, slots=True)
class Enabler:
    """An enabler that some programs need: its coverage (...) [share] and what programs add to it.

    `needed_by` (k,) are the programs that need it, `provided` (..., m) the shares that programs add.
    """

    coverage: Floats
    needed_by: Indices
    provided: Floats | None


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings of a round: times [months], rates [a year], shares in [0, 1] and the model's weights."""

    deadline: float
    horizon: float
    discount_rate: float
    least_impact: float
    least_readiness: float
    assumed: float
    delay: float
    loss: float
    weight_of_impact: float | None = None
    """Share of impact in the sum model, the rest being time's; None: the product model."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """A study as arrays."""

    rules: Rules
    performances: Floats
    """(..., m, n), on each criterion's own scale; NaN where missing."""
    curves: tuple[Curve, ...]
    """n value functions."""
    weights: Floats
    """(..., n), global: they sum to 1, a factor's being 0."""
    factors: Flags
    """(n,): the criteria that multiply."""
    planned: Floats
    """(..., m) planned months."""
    lasts: Floats
    """(..., m) months for which the benefit is felt; infinite: to the horizon."""
    opens: Floats
    """(..., m) months from the start until the money opens."""
    pillars: Floats
    """(..., m, p) readiness in [0, 1]; NaN where not stated."""
    pillar_weights: Floats
    """(p,), not all 0."""
    reachable: Floats
    """(..., m) shares stated in place of coverage; NaN where not stated."""
    enablers: tuple[Enabler, ...]
    generations: tuple[Families, ...]
    """Programs with those that they depend on directly, in an order in which these come earlier."""
    ancestors: Families
    """Programs with all that they depend on, directly or through others, each once."""
    priorities: Floats
    """(m,) shares in [0, 1]."""
    money: Flags
    """(..., m): the money gate is open."""
    values: Floats | None = None
    """(..., m, n) values in [0, 1] in place of those of the performances; None: as the curves say."""
    assumed: Floats | None = None
    """(..., m, p) what a pillar counts for that is not stated; None: as the rules say."""


def every(rows: Indices, many: int) -> bool:
    """Whether `rows` are all of so many programs in their order."""
    return len(rows) == many and bool((rows == np.arange(many)).all())
