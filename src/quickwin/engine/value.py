"""Performances → values → impact: an additive value model with factors (Keeney & Raiffa 1976)."""

import numpy as np

from quickwin.engine.inputs import Curve, Flags, Floats


def values(performances: Floats, curves: tuple[Curve, ...]) -> Floats:
    """The values in [0, 1] of performances (..., m, n) by n value functions; 0 where one is NaN.

    >>> curve = Curve(np.array([1.0, 5.0]), np.array([0.0, 1.0]))
    >>> values(np.array([[1.0], [4.0], [9.0], [np.nan]]), (curve,)).T
    array([[0.  , 0.75, 1.  , 0.  ]])
    """
    by_criterion = np.empty_like(np.moveaxis(performances, -1, 0), dtype=np.float64)
    for column, curve in enumerate(curves):
        value(performances[..., column], curve, by_criterion[column])
    return np.moveaxis(by_criterion, 0, -1)


def value(performance: Floats, curve: Curve, out: Floats) -> None:
    """Write the values in [0, 1] of performances (...) by one value function into `out` (...)."""
    first, last = curve.performances[0], curve.performances[-1]
    low, high = curve.values[0], curve.values[-1]
    if len(curve.performances) == 2 and {low, high} == {0.0, 1.0}:
        worst, best = (first, last) if high else (last, first)
        np.subtract(performance, worst, out=out)
        out /= best - worst
    else:
        out[...] = np.interp(performance, curve.performances, curve.values)
    np.fmax(out, 0.0, out=out)  # fmax and fmin pass over NaN, so that a missing performance becomes 0
    np.fmin(out, 1.0, out=out)  # a line between two points may pass its end by the last digit
    out += 0.0  # whether fmax leaves -0.0 depends on the place in the array


def impact(values: Floats, weights: Floats, factors: Flags) -> Floats:
    """Impact (..., m) in [0, 1] of values (..., m, n): the weighted sum, times the value of each factor.

    `weights` (..., n) sum to 1 where any criterion is no factor; `factors` (n,) are those that multiply. Where all
    are factors the sum is 1.

    >>> impact(np.array([[0.5, 1.0]]), np.array([1.0, 0.0]), np.array([False, True]))
    array([0.5])
    """
    total = weighted_sum(values, weights, factors)
    for column in np.flatnonzero(factors):
        total = total * values[..., column]
    return total


def weighted_sum(values: Floats, weights: Floats, factors: Flags) -> Floats:
    """The weighted sum (..., m) of the values (..., m, n) of the criteria that are no factors, or 1."""
    if factors.all():
        return np.ones(np.broadcast_shapes(values.shape[:-1], (*weights.shape[:-1], 1)))
    return np.minimum(mixed(values, weights), 1.0)


def mixed(parts: Floats, weights: Floats) -> Floats:
    """The sum (..., m) of parts (..., m, n) times weights (..., n), always added in the same order.

    A matrix product may add in another order on another number of processors.

    >>> mixed(np.array([[0.5, 1.0], [0.0, 0.5]]), np.array([0.5, 0.5]))
    array([0.75, 0.25])
    """
    total: Floats = np.einsum("...mn,...n->...m", parts, weights)
    return total
