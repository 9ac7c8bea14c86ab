"""A difference of two scores, split among its causes by Shapley values.

A score is multilinear in its factors, so the Shapley value of a factor is the integral over t in [0, 1] of the
score's derivative by it, all factors standing at t between the two programs (Owen 1972, doi:10.1287/mnsc.18.5.64).
The integrand is a polynomial, and Gauss-Legendre quadrature gives it exactly.
"""

from collections.abc import Callable

import numpy as np

from quickwin.engine.inputs import Floats


def shapley(low: Floats, high: Floats, multilinear: Callable[[Floats], Floats]) -> Floats:
    """The parts (k,) of `multilinear(high) - multilinear(low)` that each of k factors causes; they sum to it.

    `multilinear` takes factors (..., k) to scores (...), and is linear in each factor when the others are held.

    >>> parts = shapley(np.array([0.5, 0.5]), np.array([1.0, 0.5]), lambda factors: 100 * factors.prod(axis=-1))
    >>> parts.round(9).tolist()
    [25.0, 0.0]
    """
    count = len(low)
    nodes, weights = np.polynomial.legendre.leggauss(count // 2 + 1)
    between = low + (high - low) * ((nodes + 1) / 2)[:, None]
    at_high = np.repeat(between[:, None, :], count, axis=1)
    at_low = at_high.copy()
    factor = np.arange(count)
    at_high[:, factor, factor] = high
    at_low[:, factor, factor] = low
    return (weights / 2) @ (multilinear(at_high) - multilinear(at_low))
