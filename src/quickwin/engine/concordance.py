"""How far raters agree on an order: Kendall's coefficient of concordance W, and how easily chance gives as much.

m raters judge n objects; each rater's judgements are turned into ranks, equal ones sharing the mean of theirs.

Sources: Kendall & Babington Smith 1939, doi:10.1214/aoms/1177732186 (W); Siegel & Castellan 1988, Nonparametric
Statistics for the Behavioral Sciences, ch. 9.7 (ties); Legendre 2005, doi:10.1198/108571105X46642 (the test by
permutation: with few raters that by chi-square finds too little).
"""

import math
from dataclasses import dataclass
from itertools import permutations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from quickwin.engine.inputs import Floats

Integers = NDArray[np.int64]
Test = Literal["exact", "permutation", "chi-square"]

DRAWS = 9_999
"""Random orders by which chance is judged where all of them are too many."""
MOST_STATES = 400_000
"""So many sums of ranks are enumerated at a time at most; more are left to random orders."""
MOST_JUDGEMENTS = 10_000
"""With more judgements than these chi-square is near enough, and random orders would take long."""
MOST_ENUMERATED = 7
"""Objects of which all orders (5,040) are enumerated at most."""
CHANCE = 0.05
"""Agreement that chance gives more often than this is called no more than chance."""
AMONG_OTHERS = 0.3
"""The least mean rank correlation of others who agree, so that somebody can be unlike them."""
FEWEST = 3
"""Raters from which one can be unlike all others."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """Kendall's W of m raters over n objects, corrected for ties, in [0, 1], and what speaks for it.

    `w` is NaN where each rater holds all objects equal. `p` is the chance of at least this agreement among raters who
    order at random, by `test`; `chi_square` = m (n - 1) W has n - 1 degrees of freedom, and `p_chi_square` is its tail.
    """

    w: float
    raters: int
    objects: int
    chi_square: float
    p_chi_square: float
    p: float
    test: Test


def concordance(judgements: Floats, *, seed: int = 0) -> Concordance:
    """The concordance of judgements (m, n): m raters, two or more, over n objects, two or more; none is NaN.

    >>> found = concordance(np.array([[1.0, 2.0, 3.0], [1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]))
    >>> found.w, found.test, round(found.p, 4)
    (1.0, 'exact', 0.0278)
    """
    ranks = doubled_ranks(judgements)
    raters, objects = ranks.shape
    w = coefficient(ranks)
    if math.isnan(w):
        return Concordance(w, raters, objects, w, 1.0, 1.0, "exact")
    chi_square = raters * (objects - 1) * w
    tail = chi_square_tail(chi_square, objects - 1)
    exact = enumerated(ranks)
    if exact is not None:
        return Concordance(w, raters, objects, chi_square, tail, exact, "exact")
    if ranks.size > MOST_JUDGEMENTS:
        return Concordance(w, raters, objects, chi_square, tail, tail, "chi-square")
    return Concordance(w, raters, objects, chi_square, tail, by_permutation(ranks, seed), "permutation")


def doubled_ranks(judgements: Floats) -> Integers:
    """Twice the rank (m, n) of each judgement in its row, 2 for the lowest; equal ones share the mean of their ranks.

    >>> doubled_ranks(np.array([[5.0, 1.0, 5.0, 7.0]])).tolist()
    [[5, 2, 5, 8]]
    """
    doubled = np.empty(judgements.shape, dtype=np.int64)
    for row, judged in enumerate(judgements):
        _, which, counts = np.unique(judged, return_inverse=True, return_counts=True)
        doubled[row] = (2 * np.cumsum(counts) - counts + 1)[which.reshape(-1)]
    return doubled


def coefficient(doubled: Integers) -> float:
    """W of doubled ranks (m, n): the variance of their sums, over what it is where all raters agree.

    With T the sum of t³ - t over each rater's groups of t equal ranks, W = 12 S / (m² (n³ - n) - m T), S being the sum
    of the squared distances of the rank sums from their mean. NaN where that would divide by 0.
    """
    raters, objects = doubled.shape
    sums = doubled.sum(axis=0) / 2
    spread = float(((sums - sums.mean()) ** 2).sum())
    ties = sum(int((counts**3 - counts).sum()) for counts in map(group_sizes, doubled))
    most = raters**2 * (objects**3 - objects) - raters * ties
    return min(12 * spread / most, 1.0) if most else math.nan


def group_sizes(row: Integers) -> Integers:
    """How many ranks of a row are the same, for each that there is."""
    sizes: Integers = np.unique(row, return_counts=True)[1].astype(np.int64)
    return sizes


def chi_square_tail(x: float, degrees: int) -> float:
    """The chance that chi-square with so many degrees of freedom, 1 or more, is at least x.

    Whole degrees have a finite sum: Abramowitz & Stegun 1964, 26.4.4 and 26.4.5.

    >>> round(chi_square_tail(3.841458820694124, 1), 9), round(chi_square_tail(18.307038053275146, 10), 9)
    (0.05, 0.05)
    """
    if x <= 0:
        return 1.0
    half, odd = x / 2, degrees % 2
    powers = [index + odd / 2 for index in range(degrees // 2)]
    terms = [math.exp(power * math.log(half) - half - math.lgamma(power + 1)) for power in powers]
    return min(math.fsum([*terms, math.erfc(math.sqrt(half)) if odd else 0.0]), 1.0)


def enumerated(doubled: Integers) -> float | None:
    """The chance of sums at least as far apart among all orders of each rater's ranks; None where these are too many.

    Raters are added one by one. What counts is how often each set of sums comes up, whichever object has which.
    """
    raters, objects = doubled.shape
    base = 2 * raters * objects + 1
    if objects > MOST_ENUMERATED or base**objects >= 2**63:
        return None
    places = base ** np.arange(objects, dtype=np.int64)
    states: Integers = np.sort(doubled[:1], axis=1)
    chances: Floats = np.ones(1)
    for row in doubled[1:]:
        orders = np.array(sorted(set(permutations(row.tolist()))), dtype=np.int64)
        if len(states) * len(orders) > MOST_STATES:
            return None
        sums = np.sort((states[:, None, :] + orders[None, :, :]).reshape(-1, objects), axis=1)
        _, first, which = np.unique(sums @ places, return_index=True, return_inverse=True)
        each = np.repeat(chances / len(orders), len(orders))
        states, chances = sums[first], np.bincount(which.reshape(-1), weights=each).astype(np.float64)
    far = (states**2).sum(axis=1) >= int((doubled.sum(axis=0) ** 2).sum())
    return min(float(chances[far].sum()), 1.0)


def by_permutation(doubled: Integers, seed: int) -> float:
    """The chance of sums at least as far apart, judged by random orders of each rater's ranks, these among them."""
    generator = np.random.default_rng(seed)
    observed = int((doubled.sum(axis=0) ** 2).sum())
    size = max(1, 1_000_000 // doubled.shape[1])
    hits = 0
    for start in range(0, DRAWS, size):
        count = min(size, DRAWS - start)
        sums = np.broadcast_to(doubled[0], (count, doubled.shape[1])).copy()
        for row in doubled[1:]:
            sums += generator.permuted(np.broadcast_to(row, sums.shape), axis=1)
        hits += int(((sums**2).sum(axis=1) >= observed).sum())
    return (hits + 1) / (DRAWS + 1)


def rank_correlations(judgements: Floats) -> Floats:
    """Spearman's rank correlation (m, m) of each two raters, with ties; NaN for a rater who holds all objects equal.

    >>> rank_correlations(np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])).tolist()
    [[1.0, -1.0], [-1.0, 1.0]]
    """
    ranks = doubled_ranks(judgements).astype(np.float64)
    centred = ranks - ranks.mean(axis=1, keepdims=True)
    lengths = np.sqrt((centred**2).sum(axis=1))
    lengths[lengths == 0] = np.nan
    units = centred / lengths[:, None]
    correlations: Floats = np.clip(np.round(units @ units.T, 12), -1, 1)
    return correlations


@dataclass(frozen=True, slots=True)
class Unlike:
    """A rater's mean rank correlation with all others, and theirs among themselves; NaN where nobody has one.

    `clearly` says that the rater is unlike all others: these agree (by 0.3 or more, and more than chance would have
    it), and the rater's correlation with them is less than half of theirs, by more than 2 / √(n - 1), twice the
    standard error of a single rank correlation of n objects where there is none.
    """

    with_others: float
    among_others: float
    clearly: bool


def unlike(judgements: Floats, *, seed: int = 0) -> list[Unlike]:
    """How each of m raters of n objects stands to all others, from judgements (m, n) without NaN."""
    correlations = rank_correlations(judgements)
    return [one_against(row, judgements, correlations, seed) for row in range(len(judgements))]


def one_against(row: int, judgements: Floats, correlations: Floats, seed: int) -> Unlike:
    """How one rater stands to all others."""
    others = np.array([other for other in range(len(judgements)) if other != row])
    with_others = mean_of(correlations[row, others])
    inner = correlations[np.ix_(others, others)]
    among = mean_of(inner[np.triu_indices(len(others), 1)])
    is_far = with_others < among / 2 and among - with_others > 2 / math.sqrt(judgements.shape[1] - 1)
    clearly = (
        len(judgements) >= FEWEST
        and among >= AMONG_OTHERS
        and is_far
        and concordance(judgements[others], seed=seed).p <= CHANCE
    )
    return Unlike(with_others, among, clearly)


def mean_of(numbers: Floats) -> float:
    """The mean of those that are not NaN; NaN where none is left."""
    left = numbers[~np.isnan(numbers)]
    return float(left.mean()) if len(left) else math.nan
