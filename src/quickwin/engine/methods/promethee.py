"""PROMETHEE II: how much a program is preferred to each of the others, less how much each of them is to it."""

from collections.abc import Callable, Sequence

import numpy as np

from quickwin.engine.inputs import Flags, Floats
from quickwin.engine.methods.matrix import shares, upward

Preference = Callable[[Floats], Floats]
"""How much a difference of two performances is preferred, in [0, 1]; 0 for a difference of 0 or below."""
BLOCK = 2**18
"""Pairs that are compared at a time."""


def usual(differences: Floats) -> Floats:
    """The usual criterion: any difference above 0 counts in full.

    >>> usual(np.array([-1.0, 0.0, 0.1])).tolist()
    [0.0, 0.0, 1.0]
    """
    return (differences > 0).astype(np.float64)


def linear(indifferent: float, strict: float) -> Preference:
    """The linear criterion: nothing up to q = `indifferent`, in full from p = `strict` on, a straight line between.

    Both in the units of the criterion, 0 ≤ q ≤ p; with q = 0 this is the V-shape, with q = p > 0 the U-shape, and with
    both 0 the usual criterion.

    Raises:
        ValueError: q is below 0 or above p.

    >>> linear(1.0, 3.0)(np.array([1.0, 2.0, 9.0])).tolist()
    [0.0, 0.5, 1.0]
    """
    if not 0 <= indifferent <= strict:
        raise ValueError(f"0 ≤ q ≤ p must hold, not q = {indifferent} and p = {strict}")
    if indifferent == strict:
        return lambda differences: (differences > indifferent).astype(np.float64)
    return lambda differences: np.clip((differences - indifferent) / (strict - indifferent), 0.0, 1.0)


def net_flows(
    performances: Floats, weights: Floats, less: Flags, preferences: Sequence[Preference] | None = None
) -> Floats:
    """The net flows (m,) in [-1, 1] of performances (m, n), which sum to 0; higher is better.

    `weights` (n,) are not negative; `less` (n,) says where less is better; `preferences` are n functions, the usual
    criterion for all where left out. A missing performance (NaN) counts as the worst. A flow is the mean over the
    m - 1 other programs; one program alone has 0. Pairs are taken in blocks, so that memory grows with m, not m².

    Source: Brans, J. P. & Vincke, P. (1985). A preference ranking organisation method. *Management Science* 31(6),
    647–656, doi:10.1287/mnsc.31.6.647.

    >>> net_flows(np.array([[3.0], [2.0], [2.0]]), np.array([1.0]), np.array([False])).tolist()
    [1.0, -0.5, -0.5]
    """
    turned, weight = upward(performances, less), shares(weights)
    size, count = turned.shape
    flows = np.zeros(size)
    step = max(1, BLOCK // max(size, 1))
    for column, preference in enumerate(preferences or [usual] * count):
        of_column = turned[:, column]
        for start in range(0, size if weight[column] else 0, step):
            rows = slice(start, start + step)
            differences = of_column[rows, None] - of_column
            flows[rows] += weight[column] * (preference(differences) - preference(-differences)).sum(axis=1)
    flows /= max(size - 1, 1)
    return flows
