"""USG: urgency, seriousness and growth, a mark from 1 to 5 each, added."""

import numpy as np

from quickwin.engine.inputs import Floats
from quickwin.engine.score import DIGITS

MARKS = (1, 5)


def usg(urgency: Floats, seriousness: Floats, growth: Floats) -> Floats:
    """The sum (m,), 3 to 15, of three marks (m,), each a whole number from 1 to 5; higher is better.

    The method of Kepner and Tregoe's situation appraisal (Kepner, C. H. & Tregoe, B. B. (1981). *The New Rational
    Manager*. Princeton Research Press), in the form in which Indonesian offices vote on problems. The marks weigh
    alike and the sums are few, so that many programs tie.

    Raises:
        ValueError: a mark is no whole number from 1 to 5.

    >>> usg(np.array([5.0, 1.0]), np.array([4.0, 1.0]), np.array([3.0, 1.0])).tolist()
    [12.0, 3.0]
    """
    low, high = MARKS
    for marks in (urgency, seriousness, growth):
        if not ((marks >= low) & (marks <= high) & (marks == np.floor(marks))).all():
            raise ValueError(f"a mark is a whole number from {low} to {high}")
    return urgency + seriousness + growth


def mark(shares: Floats) -> Floats:
    """The mark (m,) nearest to a share (m,) in [0, 1] of the way from 1 to 5, the higher one from a half on.

    >>> mark(np.array([0.0, 0.124, 0.125, 0.5, 1.0])).tolist()
    [1.0, 1.0, 2.0, 3.0, 5.0]
    """
    low, high = MARKS
    return np.floor(np.round(low + (high - low) * np.clip(shares, 0.0, 1.0), DIGITS) + 0.5)
