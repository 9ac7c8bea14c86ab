"""Criteria on which candidates are valued so much alike that they say the same."""

import numpy as np

from quickwin.engine.inputs import Flags, Floats
from quickwin.engine.score import DIGITS

LEAST_SPREAD = 1e-12
"""A smaller sum of squares is the last digit of equal numbers."""


def alike(values: Floats, performances: Floats, least: float, rows: int) -> list[tuple[int, int, float]]:
    """The criteria that say the same as an earlier one: (criterion, the earlier one most like it, correlation).

    Values (m, n) are compared by Pearson's correlation over the candidates whose performances (m, n) on both are
    not NaN, at least `rows` of them. Two are alike from the correlation `least` on, and only where it stays so high
    without any one candidate: otherwise one that stands apart would make all the likeness.
    """
    stated = ~np.isnan(performances)
    found = []
    for column in range(1, values.shape[1]):
        likeness = correlations(values, stated, column, rows)
        for other in np.argsort(-likeness, kind="stable"):
            if not np.round(likeness[other], DIGITS) >= least:  # NaN comes last
                break
            both = stated[:, column] & stated[:, other]
            if np.round(least_without_one(values[both, column], values[both, other]), DIGITS) >= least:
                found.append((column, int(other), float(likeness[other])))
                break
    return found


def correlations(values: Floats, stated: Flags, column: int, rows: int) -> Floats:
    """The correlation (column,) of a criterion's values with those of each earlier one, over rows that state both.

    NaN where fewer than `rows` do, and where the values on one of the two are all the same.
    """
    both = (stated[:, :column] & stated[:, [column]]).astype(np.float64)
    count = both.sum(axis=0)
    own, others = values[:, column] - 0.5, values[:, :column] - 0.5
    sums, other_sums = own @ both, (others * both).sum(axis=0)
    size = np.maximum(count, 1.0)
    squares = own**2 @ both - sums**2 / size
    other_squares = (others**2 * both).sum(axis=0) - other_sums**2 / size
    products = own @ (others * both) - sums * other_sums / size
    return np.where(count >= rows, _ratio(products, squares, other_squares), np.nan)


def least_without_one(first: Floats, second: Floats) -> float:
    """The smallest correlation of two rows of values (k,) that leaving out any one of the k makes; NaN for no spread.

    >>> alone = np.array([0.0, 0.0, 0.0, 1.0])
    >>> least_without_one(alone, alone)
    nan
    """
    left = len(first) - 1
    first, second = first - first.mean(), second - second.mean()
    sums, other_sums = first.sum() - first, second.sum() - second
    squares = (first**2).sum() - first**2 - sums**2 / left
    other_squares = (second**2).sum() - second**2 - other_sums**2 / left
    products = (first * second).sum() - first * second - sums * other_sums / left
    return float(_ratio(products, squares, other_squares).min())


def _ratio(products: Floats, squares: Floats, other_squares: Floats) -> Floats:
    spread = (squares > LEAST_SPREAD) & (other_squares > LEAST_SPREAD)
    scale = np.sqrt(np.where(spread, squares, 1.0) * np.where(spread, other_squares, 1.0))
    return np.where(spread, products / scale, np.nan)
