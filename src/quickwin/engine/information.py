"""What it would be worth to know an uncertain number: the expected value of partial perfect information.

The decision is which K programs to choose, and its benefit the sum of their scores. Without more knowledge those with
the highest expected scores are chosen; whoever knew a number could choose by the expected scores given it. These are
regressed on the draws that there are (Strong, Oakley & Brennan 2014, doi:10.1177/0272989X13505910).

Half of the draws say what to choose and the other half what that choice brings, and the other way round: so noise is
not taken for knowledge, and the error of the mean is that of plain averages.
"""

from dataclasses import dataclass

import numpy as np

from quickwin.engine.inputs import Flags, Floats, Indices

KNOTS = 7
FARTHEST = 4.0
"""Standard deviations beyond which a number hardly ever takes an expected score."""
NEGLIGIBLE = 0.005
"""Points of score that nobody would miss."""


@dataclass(frozen=True, slots=True)
class Worth:
    """Points that the decision is expected to gain by knowledge, with the standard error of the estimate."""

    gain: float
    error: float


@dataclass(frozen=True, slots=True)
class Choice:
    """K programs to choose out of a, with N draws of their scores (a, N), and their expected scores (a,).

    `chosen` (a,) are the K with the highest expected scores. `contenders` are the places of those that could be
    swapped: of a chosen one against the best of the others in each draw, of another against the weakest chosen one, the
    mean gain is worth a word. Whoever is no contender stays where it is, whatever becomes known.
    """

    scores: Floats
    expected: Floats
    count: int
    chosen: Flags
    contenders: Indices
    worst_in: float = 0.0
    """The lowest expected score of those that are chosen."""
    best_out: float = 0.0
    """The highest of the others."""


def choice(scores: Floats, count: int) -> Choice:
    """The choice of so many programs by their expected scores; of equal ones the first."""
    expected = scores.mean(axis=1)
    order = np.argsort(-expected, kind="stable")
    chosen = np.zeros(len(scores), dtype=bool)
    chosen[order[:count]] = True
    if count >= len(scores):
        return Choice(scores, expected, count, chosen, np.array([], dtype=np.intp))
    weakest, strongest = scores[chosen].min(axis=0), scores[~chosen].max(axis=0)
    lowest, highest = weakest.min(), strongest.max()
    near = np.flatnonzero(np.where(chosen, scores.min(axis=1) < highest, scores.max(axis=1) > lowest))
    swaps = [
        float(np.maximum(strongest - scores[place] if chosen[place] else scores[place] - weakest, 0.0).mean())
        for place in near
    ]
    contenders = near[np.array(swaps) > NEGLIGIBLE]
    limits = float(expected[order[count - 1]]), float(expected[order[count]])
    return Choice(scores, expected, count, chosen, contenders, *limits)


def of_everything(one: Choice) -> Worth:
    """What it would be worth to know all that is uncertain."""
    if not len(one.contenders):
        return Worth(0.0, 0.0)
    places = with_constants(one, one.contenders)
    scores = one.scores[places]
    at_best = np.partition(scores, len(scores) - one.count, axis=0)[-one.count :].sum(axis=0)
    return averaged(at_best - scores[one.chosen[places]].sum(axis=0))


def of_number(one: Choice, number: Floats, affected: Indices) -> Worth:
    """What it would be worth to know a number, drawn as (N,), by which only `affected` contenders (k,) change."""
    if not len(affected) or not may_matter(one, number, affected):
        return Worth(0.0, 0.0)
    places = with_constants(one, affected)
    free = np.isin(places, affected)
    actual = np.where(free[:, None], one.scores[places], one.expected[places][:, None])
    basis = hats(number)
    gains = np.empty(len(number))
    usual = one.chosen[places]
    for half in (slice(0, None, 2), slice(1, None, 2)):
        other = slice(1 - (half.start or 0), None, 2)
        guess = np.repeat(one.expected[places][:, None], len(number[half]), axis=1)
        guess[free] = regressed(basis[other], actual[free][:, other], basis[half])
        chosen = best(guess, one.count)
        gains[half] = (actual[:, half] * (chosen.astype(np.int8) - usual[:, None].astype(np.int8))).sum(axis=0)
    return averaged(gains)


def may_matter(one: Choice, number: Floats, affected: Indices) -> bool:
    """Whether a number moves the expected score of any of the affected programs (k,) by a word's worth.

    A score rises or falls with a number all the way, so that a straight line shows most of what it does.
    """
    apart = number - number.mean()
    spread = float(np.sqrt(apart @ apart))
    if spread == 0:
        return False
    moves = np.abs(one.scores[affected] @ apart) / (spread * np.sqrt(len(number)))
    farthest = FARTHEST * (moves if len(affected) == 1 else 2 * moves.max())  # two that move may meet half way
    to_limit = np.abs(one.expected[affected] - np.where(one.chosen[affected], one.best_out, one.worst_in))
    return bool(((to_limit < farthest) & (farthest > NEGLIGIBLE)).any())


def with_constants(one: Choice, affected: Indices) -> Indices:
    """The affected programs, the K best of the others by expected score, and those that are chosen."""
    others = np.setdiff1d(np.arange(len(one.expected)), affected)
    best_of_others = others[np.argsort(-one.expected[others], kind="stable")[: one.count]]
    return np.unique(np.concatenate([affected, best_of_others, np.flatnonzero(one.chosen)]))


def hats(number: Floats) -> Floats:
    """A basis (N, k) of functions that are linear between k knots, which part the draws of a number (N,) evenly."""
    knots = np.unique(np.quantile(number, np.linspace(0, 1, KNOTS)))
    if len(knots) == 1:
        return np.ones((len(number), 1))
    return np.stack([np.interp(number, knots, one) for one in np.eye(len(knots))], axis=1)


def regressed(basis: Floats, scores: Floats, wanted: Floats) -> Floats:
    """The scores (k, N) regressed on a basis (N, b), at the points of another (M, b): (k, M)."""
    coefficients = np.linalg.lstsq(basis.T @ basis, basis.T @ scores.T, rcond=None)[0]
    return (wanted @ coefficients).T


def best(guess: Floats, count: int) -> Flags:
    """Which of k programs (k, N) are the so many best of each draw."""
    last = len(guess) - count
    order = np.argpartition(guess, last, axis=0)[last:]
    chosen = np.zeros(guess.shape, dtype=bool)
    np.put_along_axis(chosen, order, values=True, axis=0)
    return chosen


def averaged(gains: Floats) -> Worth:
    """The mean of gains, which is never below 0 in truth, and its standard error."""
    error = float(gains.std() / np.sqrt(len(gains)))
    return Worth(max(float(gains.mean()), 0.0), error)
