"""What many draws of scores say in short: quantiles, means, and how often one of two is ahead."""

import numpy as np

from quickwin.engine.inputs import Floats, Indices
from quickwin.engine.score import DIGITS
from quickwin.engine.sharing import in_order, workers

ROWS_AT_ONCE = 64
CELLS_WORTH_SHARING = 1 << 21
NEAR = 2 * 10.0**-DIGITS
"""Scores that lie further apart than this do not tie."""


def quantiles(scores: Floats, shares: tuple[float, ...]) -> Floats:
    """Quantiles (a, len(shares)) of each row of scores (a, N), linear between two of them.

    >>> quantiles(np.array([[4.0, 1.0, 3.0, 2.0]]), (0.0, 0.5, 1.0))
    array([[1. , 2.5, 4. ]])
    """
    last = scores.shape[1] - 1
    places = [share * last for share in shares]
    below = [int(place) for place in places]
    kth = sorted({min(one + more, last) for one in below for more in (0, 1)})

    def of_rows(begin: int) -> Floats:
        part = np.partition(scores[begin : begin + ROWS_AT_ONCE], kth, axis=1)
        return np.stack(
            [
                part[:, low] + (place - low) * (part[:, min(low + 1, last)] - part[:, low])
                for place, low in zip(places, below, strict=True)
            ],
            axis=1,
        )

    many = workers() if scores.size > CELLS_WORTH_SHARING else 1
    return np.concatenate(list(in_order(of_rows, range(0, len(scores), ROWS_AT_ONCE), many=many)))


def ahead(scores: Floats, first: Indices, second: Indices) -> Floats:
    """The share of draws in which a program is ahead of another, for pairs of rows (k,) of scores (a, N).

    A tie counts half. It is the pairwise winning index (Tervonen & Figueira 2008, doi:10.1002/mcda.407).

    >>> ahead(np.array([[1.0, 2.0], [1.0, 1.0]]), np.array([0]), np.array([1]))
    array([0.75])
    """
    found = np.empty(len(first))
    for place, (one, other) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        difference = scores[one] - scores[other]
        level = np.flatnonzero(np.abs(difference) < NEAR)
        rounded = np.round(scores[one, level], DIGITS) - np.round(scores[other, level], DIGITS)
        difference[level] = rounded
        found[place] = ((difference > 0).sum() + 0.5 * (rounded == 0).sum()) / scores.shape[1]
    return found
