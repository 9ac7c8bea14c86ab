"""A decision matrix as the methods take it: more is better in every column, nothing missing, weights sum to 1.

Sizes: m programs, n criteria.
"""

import numpy as np

from quickwin.engine.inputs import Flags, Floats
from quickwin.engine.score import DIGITS


def upward(performances: Floats, less: Flags) -> Floats:
    """Performances (m, n) turned so that more is better: those of criteria where `less` (n,) is better change sign.

    A missing one (NaN) counts as the worst of its criterion, and as 0 where all are missing. All are rounded to 9
    decimals, so that what differs by the last digit of a sum does not differ.

    >>> upward(np.array([[1.0, 5.0], [np.nan, 3.0]]), np.array([False, True])).tolist()
    [[1.0, -5.0], [1.0, -3.0]]
    """
    turned = np.round(np.where(less, -performances, performances), DIGITS) + 0.0
    missing = np.isnan(turned)
    worst = np.where(missing, np.inf, turned).min(axis=0, initial=np.inf)
    return np.where(missing, np.where(np.isinf(worst), 0.0, worst), turned)


def shares(weights: Floats) -> Floats:
    """Weights (n,), none below 0, as shares that sum to 1; all 0 stay 0, and then nothing tells programs apart.

    >>> shares(np.array([3.0, 1.0, 0.0])).tolist()
    [0.75, 0.25, 0.0]
    """
    total = weights.sum()
    return weights / total if total > 0 else np.zeros_like(weights)


def local(upward: Floats) -> Floats:
    """Each column (m, n) on a scale from its worst candidate (0) to its best (1); 0 where all are equal.

    >>> local(np.array([[2.0, 7.0], [4.0, 7.0], [3.0, 7.0]])).tolist()
    [[0.0, 0.0], [1.0, 0.0], [0.5, 0.0]]
    """
    worst = upward.min(axis=0, initial=np.inf)
    spread = upward.max(axis=0, initial=-np.inf) - worst
    placed: Floats = np.divide(upward - worst, spread, out=np.zeros_like(upward), where=spread > 0)
    return placed
