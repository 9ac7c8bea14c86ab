"""Rank acceptabilities: how often each program has each rank over many draws.

They are those of SMAA-2 (Lahdelma & Salminen 2001, doi:10.1287/opre.49.3.444.11220). Scores are compared as everywhere:
rounded to DIGITS decimals. Programs that tie share their ranks evenly.
"""

import numpy as np
from numpy.typing import NDArray

from quickwin.engine.inputs import Floats, Indices
from quickwin.engine.score import DIGITS

WORST = 1.0
"""Below every score, negated: where a score is no number it can never win."""
MOST_PROGRAMS = 1 << 16
"""A rounded score and a place stand in one number of 53 bits together: 10**(DIGITS + 2) · 2**16 < 2**53."""

Keys = NDArray[np.int64]


def ordered(scores: Floats) -> Keys:
    """For each draw of scores (d, m) the programs from the best to the worst, as keys (d, m).

    A key holds a rounded score, negated, above `bits(m)` bits of the program's place: sorting the keys themselves is
    quicker than sorting places by scores.

    >>> keys = ordered(np.array([[1.0, 3.0, np.nan, 3.0]]))
    >>> (keys & 3).tolist(), ties(keys, 4).tolist()
    ([[1, 3, 0, 2]], [[False, True, False, False]])
    """
    many = scores.shape[-1]
    keys = scores * -(10.0**DIGITS)
    np.rint(keys, out=keys)
    np.fmin(keys, WORST, out=keys)
    keys *= 1 << bits(many)
    keys += np.arange(many)
    keys.sort(axis=-1)
    return keys.astype(np.int64)


def bits(many: int) -> int:
    """The bits that hold the place of one of so many programs."""
    if many > MOST_PROGRAMS:
        raise ValueError(f"at most {MOST_PROGRAMS} programs can be ranked at once, not {many}")
    return max(many - 1, 1).bit_length()


def places(keys: Keys, many: int) -> Indices:
    """The places of the programs in keys that were made of so many."""
    return (keys & ((1 << bits(many)) - 1)).astype(np.intp, copy=False)


def ties(keys: Keys, many: int) -> NDArray[np.bool_]:
    """Which of the sorted keys (d, m) have the score of the one before them."""
    scores = keys >> bits(many)
    tied = np.zeros(keys.shape, dtype=bool)
    np.equal(scores[:, 1:], scores[:, :-1], out=tied[:, 1:])
    return tied


class Tally:
    """The ranks of m programs, counted over draws that come in blocks.

    `once` (m, m) counts for each program the draws in which it alone had a rank; `shared` (m, m + 1) holds, where it
    tied, what it gains from one rank to the next. `firsts` (m, n) sums the leaf weights of the draws that put it first,
    by its share of them.
    """

    def __init__(self, many: int, criteria: int) -> None:
        self.draws = 0
        self.once = np.zeros(many * many, dtype=np.int64)
        self.shared = np.zeros(many * (many + 1))
        self.any_shared = False
        self.firsts = np.zeros((many, criteria))
        self.many = many

    def add(self, keys: Keys, weights: Floats) -> None:
        """Count the ranks of draws, as keys (d, m), with their leaf weights (d, n)."""
        many = self.many
        at = places(keys, many)
        tied = ties(keys, many)
        cells = at * many
        cells += np.arange(many)
        self.draws += len(keys)
        if not tied.any():
            np.add.at(self.once, cells.ravel(), 1)
            np.add.at(self.firsts, at[:, 0], weights)
            return
        starts = np.flatnonzero(~tied.ravel())
        sizes = np.diff(np.append(starts, tied.size))
        size = np.repeat(sizes, sizes)
        alone = size == 1
        np.add.at(self.once, cells.ravel()[alone], 1)
        self._share(at.ravel(), np.repeat(starts % many, sizes), size, ~alone)
        of_first = size.reshape(keys.shape)
        leading = np.arange(many) < of_first[:, :1]
        draw, place = np.nonzero(leading)
        np.add.at(self.firsts, at[draw, place], weights[draw] / of_first[draw, 0][:, None])

    def _share(self, at: Indices, first: Indices, size: Indices, tied: NDArray[np.bool_]) -> None:
        """Give each of tied programs its part of each of the ranks that they share."""
        self.any_shared = True
        cell, part = at[tied] * (self.many + 1) + first[tied], 1 / size[tied]
        np.add.at(self.shared, cell, part)
        np.subtract.at(self.shared, cell + size[tied], part)

    def acceptabilities(self) -> Floats:
        """The share (m, m) of draws in which program i has rank r + 1; rows and columns sum to 1."""
        counts = self.once.reshape(self.many, self.many).astype(np.float64)
        if self.any_shared:
            counts += np.cumsum(self.shared.reshape(self.many, -1), axis=1)[:, :-1]
            counts = np.maximum(counts, 0.0)
        return counts / self.draws

    def central_weights(self, first: Floats) -> Floats:
        """The mean leaf weights (m, n) of the draws that put a program first, `first` (m,) of all; NaN for none."""
        ever = first > 0
        return np.where(ever[:, None], self.firsts / np.where(ever, first * self.draws, 1.0)[:, None], np.nan)
