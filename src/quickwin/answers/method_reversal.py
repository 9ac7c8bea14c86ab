"""Rank reversal, shown on the study itself: dropping one candidate turns the order of two others on local scales."""

from dataclasses import dataclass

import numpy as np

from quickwin.answers.method_reading import Reading, matrix
from quickwin.answers.method_words import name_of
from quickwin.engine.inputs import Floats
from quickwin.engine.methods.local_sum import local_sum
from quickwin.engine.methods.matrix import upward
from quickwin.engine.places import Ranks, places


@dataclass(frozen=True, slots=True)
class Reversal:
    """Without `dropped`, the weighted sum with local scales puts `lower` before `higher`, all by name.

    `rank` is that of `higher` while nobody is dropped.
    """

    dropped: str
    higher: str
    lower: str
    rank: int


def reversal(reading: Reading) -> Reversal | None:
    """The reversal nearest to the top that dropping one candidate makes; None where none does.

    Only a candidate that alone is the worst or the best on a criterion moves the ends of a scale, and only one on which
    no other depends can be dropped without a change of other scores; those two kinds are not looked at.
    """
    performances, weights, less = matrix(reading)
    before = places(local_sum(performances, weights, less))
    needed = {int(parent) for parents in reading.judged.parents.values() for parent in parents}
    best: Reversal | None = None
    for dropped in ends(upward(performances, less)):
        if int(reading.rows[dropped]) in needed:
            continue
        kept = np.delete(np.arange(len(before)), dropped)
        after = places(local_sum(performances[kept], weights, less))
        pair = first_turned(before[kept], after)
        if pair is None:
            continue
        higher, lower = (int(kept[at]) for at in pair)
        rank = int(before[higher])
        if best is None or rank < best.rank:
            best = Reversal(name_of(reading, dropped), name_of(reading, higher), name_of(reading, lower), rank)
    return best


def ends(turned: Floats) -> list[int]:
    """The rows that alone are the worst or the best of a column."""
    found = set()
    for column in turned.T:
        for end in (column.min(initial=np.inf), column.max(initial=-np.inf)):
            rows = np.flatnonzero(column == end)
            if len(rows) == 1:
                found.add(int(rows[0]))
    return sorted(found)


def first_turned(before: Ranks, after: Ranks) -> tuple[int, int] | None:
    """The highest program (by ranks before) that one behind it overtakes, and the best placed of those that do."""
    for higher in np.argsort(before, kind="stable").tolist():
        overtaking = np.flatnonzero((before > before[higher]) & (after < after[higher]))
        if len(overtaking):
            return higher, int(overtaking[np.argmin(after[overtaking])])
    return None
