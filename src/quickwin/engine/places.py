"""Ranks in the order of the programs, and how much two rankings agree: Kendall's τ_b."""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from quickwin.engine.inputs import Floats
from quickwin.engine.score import DIGITS, competition_ranks

Ranks = NDArray[np.intp]
BLOCK = 2**20
"""Pairs that are compared at a time."""


def places(values: Floats) -> Ranks:
    """Competition ranks (m,) of values (m,), the highest first: equal ones share a rank (1, 2, 2, 4).

    Two values are equal where they are so rounded to 9 decimals; an infinite one stands before all others.

    >>> places(np.array([7.0, 9.0, 7.0, np.inf])).tolist()
    [3, 2, 3, 1]
    """
    order = np.argsort(-np.round(values, DIGITS), kind="stable")
    ranks = np.empty(len(values), dtype=np.intp)
    ranks[order] = competition_ranks(values[order])
    return ranks


def kendall(one: Ranks, other: Ranks) -> float | None:
    """Kendall's τ_b in [-1, 1] of two rankings (m,) of the same programs: 1 the same order, -1 the reverse.

    Pairs in the same order less pairs in opposite order, as a share of √(pairs that the one does not tie · pairs that
    the other does not tie). None where a ranking ties all its programs, or has fewer than two: there is no order then.
    Pairs are counted in blocks, so that memory grows with m and time with m².

    Source: Kendall, M. G. (1945). The treatment of ties in ranking problems. *Biometrika* 33(3), 239–251,
    doi:10.1093/biomet/33.3.239.

    >>> kendall(np.array([1, 2, 3, 4]), np.array([1, 3, 2, 4]))
    0.6666666666666666
    >>> kendall(np.array([1, 1]), np.array([1, 2])) is None
    True
    """
    size, agreeing, untied, other_untied = len(one), 0, 0, 0
    step = max(1, BLOCK // max(size, 1))
    for start in range(0, size, step):
        rows = slice(start, start + step)
        signs = np.sign(one[rows, None] - one)
        other_signs = np.sign(other[rows, None] - other)
        agreeing += int((signs * other_signs).sum())
        untied += int(np.count_nonzero(signs))
        other_untied += int(np.count_nonzero(other_signs))
    return agreeing / sqrt(untied * other_untied) if untied and other_untied else None
