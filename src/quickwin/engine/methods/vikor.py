"""VIKOR: a compromise between the regret of all criteria together and that of the one that regrets most."""

from dataclasses import dataclass

import numpy as np

from quickwin.engine.inputs import Flags, Floats, Indices
from quickwin.engine.methods.matrix import local, shares, upward
from quickwin.engine.score import DIGITS


@dataclass(frozen=True, slots=True)
class Compromise:
    """What VIKOR says of m programs; lower is better throughout.

    `regrets` (m, n) are weighted shares of the way from the best candidate to the worst; `together` (m,) their sum
    (S), `largest` (m,) the largest (R), `index` (m,) the mean of both, each between its best and its worst (Q).
    """

    regrets: Floats
    together: Floats
    largest: Floats
    index: Floats
    advantage: bool
    """C1: the first is ahead of the second by at least 1 / (m - 1)."""
    stability: bool
    """C2: the first is also first by S or by R."""
    proposed: Indices
    """The rows of the compromise: the first alone where C1 and C2 hold; the first two where only C1 does; else all
    that are behind the first by less than 1 / (m - 1)."""


def vikor(performances: Floats, weights: Floats, less: Flags, strategy: float = 0.5) -> Compromise:
    """The compromise ranking of performances (m, n) by S, R and Q.

    `weights` (n,) are not negative; `less` (n,) says where less is better; `strategy` in [0, 1] is v, the weight of S
    against R. A missing performance (NaN) counts as the worst. Where all are equal on a criterion, nobody regrets it;
    where all have the same S (or R), it adds 0 to Q, so that one program alone has Q = 0 and is the compromise.
    Comparisons are of numbers rounded to 9 decimals; programs with equal Q stand in the order of their rows.

    Source: Opricovic, S. & Tzeng, G.-H. (2004). Compromise solution by MCDM methods: a comparative analysis of VIKOR
    and TOPSIS. *European Journal of Operational Research* 156(2), 445–455, doi:10.1016/S0377-2217(03)00020-1.

    >>> found = vikor(np.array([[1.0, 3000.0], [2.0, 3750.0], [5.0, 4500.0]]), np.ones(2), np.array([True, False]))
    >>> found.together.tolist(), found.largest.tolist(), found.index.tolist(), found.proposed.tolist()
    ([0.5, 0.375, 0.5], [0.5, 0.25, 0.5], [1.0, 0.0, 1.0], [1])
    """
    turned = upward(performances, less)
    spread = turned.max(axis=0, initial=-np.inf) > turned.min(axis=0, initial=np.inf)
    regrets = shares(weights) * np.where(spread, 1 - local(turned), 0.0)
    together, largest = regrets.sum(axis=1), regrets.max(axis=1, initial=0.0)
    index = strategy * _between(together) + (1 - strategy) * _between(largest)
    return Compromise(regrets, together, largest, index, *_proposed(together, largest, index))


def _between(regret: Floats) -> Floats:
    return local(np.round(regret, DIGITS)[:, None])[:, 0]


def _proposed(together: Floats, largest: Floats, index: Floats) -> tuple[bool, bool, Indices]:
    """Whether C1 and C2 hold, and the rows of the compromise."""
    behind = np.round(index, DIGITS)
    order = np.argsort(behind, kind="stable")
    if len(order) < 2:
        return True, True, order
    first, second = order[:2]
    least = np.round(1 / (len(order) - 1), DIGITS)
    gaps = np.round(behind - behind[first], DIGITS)
    advantage = bool(gaps[second] >= least)
    stability = any(np.round(one[first], DIGITS) <= np.round(one.min(), DIGITS) for one in (together, largest))
    if not advantage:
        return False, stability, order[gaps[order] < least]
    return True, stability, order[:1] if stability else order[gaps[order] <= gaps[second]]
