"""When a program starts, when its benefit is felt, and what that leaves of the time to the horizon."""

import math

import numpy as np

from quickwin.engine.families import reduced
from quickwin.engine.inputs import Families, Floats

MONTHS_A_YEAR = 12


def stretched(planned: Floats, readiness: Floats, delay: float) -> Floats:
    """Expected months of work: planned ones, longer by `delay` times what is missing of readiness.

    >>> float(stretched(np.array(4.0), np.array(0.5), 1.0))
    6.0
    """
    return planned * (1 + delay * (1 - readiness))


def starts(own: Floats, opens: Floats, generations: tuple[Families, ...]) -> Floats:
    """The month (..., m) in which each program starts: its money is open, and all it depends on has delivered.

    `own` (..., m) are expected months of work and `opens` (m,) the months in which money opens.
    """
    start = np.array(np.broadcast_to(opens, np.broadcast_shapes(own.shape, opens.shape)))
    delivered = start + own
    for family in generations:
        latest = reduced(np.maximum, delivered, family)
        start[..., family.kids] = np.maximum(start[..., family.kids], latest)
        delivered[..., family.kids] = start[..., family.kids] + own[..., family.kids]
    return start


def remaining(months: Floats, horizon: float, discount_rate: float) -> Floats:
    """S(t): the present value of all months from t to the horizon, as a share of that from month 0.

    >>> remaining(np.array([0.0, 6.0, 30.0]), 24, 0.0)
    array([1.  , 0.75, 0.  ])
    """
    left = np.minimum(months, horizon)
    rate = math.log1p(discount_rate) / MONTHS_A_YEAR
    if rate == 0:
        return (horizon - left) / horizon
    # (e^(-ρt) - e^(-ρH)) / (1 - e^(-ρH)), written so that small rates lose no digits
    return np.exp(-rate * left) * np.expm1(-rate * (horizon - left)) / math.expm1(-rate * horizon)


def timeliness(months: Floats, lasts: Floats, horizon: float, discount_rate: float) -> Floats:
    """The share in [0, 1] of the time to the horizon in which a benefit is felt: from `months` on, for `lasts`."""
    felt = remaining(months, horizon, discount_rate)
    if np.isinf(lasts).all():
        return felt
    return felt - remaining(months + lasts, horizon, discount_rate)
