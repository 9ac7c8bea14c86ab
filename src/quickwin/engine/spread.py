"""How far candidates lie apart on each criterion, and how many lie beyond the ends of its scale."""

import numpy as np

from quickwin.engine.inputs import Curve, Floats, Indices
from quickwin.engine.score import DIGITS


def extremes(values: Floats, performances: Floats) -> tuple[Floats, Floats, Indices]:
    """The lowest and highest value (n,) of the candidates that state a criterion, and how many these are (n,).

    Of values (m, n) count those whose performances (m, n) are not NaN; inf and -inf where none is.

    >>> lowest, highest, counts = extremes(np.array([[0.2], [0.7], [0.0]]), np.array([[2.0], [7.0], [np.nan]]))
    >>> lowest.item(), highest.item(), counts.item()
    (0.2, 0.7, 2)
    """
    stated = ~np.isnan(performances)
    return (
        np.where(stated, values, np.inf).min(axis=0, initial=np.inf),
        np.where(stated, values, -np.inf).max(axis=0, initial=-np.inf),
        stated.sum(axis=0),
    )


def beyond(performances: Floats, curves: tuple[Curve, ...]) -> tuple[Indices, Indices]:
    """How many performances (m, n) lie strictly below the first point of each of n curves (n,), and above the last.

    >>> curve = Curve(np.array([1.0, 5.0]), np.array([0.0, 1.0]))
    >>> below, above = beyond(np.array([[0.0], [1.0], [5.0], [7.0]]), (curve,))
    >>> below.tolist(), above.tolist()
    ([1], [1])
    """
    rounded = np.round(performances, DIGITS)
    first = np.round(np.array([curve.performances[0] for curve in curves]), DIGITS)
    last = np.round(np.array([curve.performances[-1] for curve in curves]), DIGITS)
    return (rounded < first).sum(axis=0), (rounded > last).sum(axis=0)
