"""TOPSIS: near to the best that there is among the candidates, far from the worst."""

import numpy as np

from quickwin.engine.inputs import Flags, Floats
from quickwin.engine.methods.matrix import shares, upward


def topsis(performances: Floats, weights: Floats, less: Flags) -> Floats:
    """The relative closeness (m,) in [0, 1] of performances (m, n) to the ideal; higher is better.

    Each column is divided by the root of its sum of squares and multiplied by its weight. The ideal takes the best of
    each column, the anti-ideal the worst; closeness is D⁻ / (D⁺ + D⁻), by straight-line distances to both. `weights`
    (n,) are not negative; `less` (n,) says where less is better. A missing performance (NaN) counts as the worst. A
    criterion on which all are equal tells nobody apart; where all are equal on all, or there is one program alone,
    ideal and anti-ideal are the same point and everybody has 1.

    Source: Hwang, C.-L. & Yoon, K. (1981). *Multiple Attribute Decision Making: Methods and Applications*. Springer,
    doi:10.1007/978-3-642-48318-9.

    >>> topsis(np.array([[3.0, 4.0], [4.0, 3.0], [0.0, 0.0]]), np.array([1.0, 1.0]), np.array([False, False])).round(3)
    array([0.833, 0.833, 0.   ])
    """
    turned = upward(performances, less)
    length = np.sqrt((turned**2).sum(axis=0))
    weighted = shares(weights) * np.divide(turned, length, out=np.zeros_like(turned), where=length > 0)
    to_ideal = _distance(weighted, weighted.max(axis=0, initial=-np.inf))
    to_worst = _distance(weighted, weighted.min(axis=0, initial=np.inf))
    both = to_ideal + to_worst
    return np.divide(to_worst, both, out=np.ones_like(both), where=both > 0)


def _distance(weighted: Floats, point: Floats) -> Floats:
    distance: Floats = np.sqrt(((weighted - point) ** 2).sum(axis=1))
    return distance
