"""What missing enablers cost, and what a program that brings one would unlock."""

from dataclasses import dataclass, replace

import numpy as np

from quickwin.answers.judged import Judged
from quickwin.engine.inputs import Enabler, Floats, Inputs
from quickwin.engine.score import score
from quickwin.engine.subset import subset


@dataclass(frozen=True, slots=True)
class Gain:
    """The points that a program gains, or owes, by an enabler."""

    id: str
    name: str
    points: float


@dataclass(frozen=True, slots=True)
class Missing:
    """An enabler that is not everywhere, and the programs that would gain points if it were, the largest gain first."""

    enabler: str
    coverage: float
    gains: tuple[Gain, ...]


def missing_enablers(judged: Judged) -> tuple[Missing, ...]:
    """For each enabler that some program needs and not everyone has: what each program would gain if all had it."""
    inputs = judged.inputs
    found = []
    for place, (name, enabler) in enumerate(zip(judged.enablers, inputs.enablers, strict=True)):
        if enabler.coverage < 1:
            everywhere = Enabler(np.ones(()), enabler.needed_by, enabler.provided)
            enablers = (*inputs.enablers[:place], everywhere, *inputs.enablers[place + 1 :])
            after = score(replace(inputs, enablers=enablers)).score
            found.append(Missing(name, float(enabler.coverage), _gains(judged, after - judged.scores.score)))
    return tuple(found)


def unlocked_by(judged: Judged, row: int) -> tuple[Gain, ...]:
    """The points that other programs owe to the coverage that a program provides, the largest first."""
    kids = [kid for kid, members in judged.ancestors.items() if row in members]
    if not kids or not judged.study.candidates[row].program.provides:
        return ()
    rows = np.array(sorted({row, *kids, *(member for kid in kids for member in judged.ancestors[kid])}), dtype=np.intp)
    small = subset(judged.inputs, rows)
    without = score(_without(small, rows.tolist().index(row))).score
    change = np.zeros(len(judged.scores.score))
    change[rows] = judged.scores.score[rows] - without
    return _gains(judged, change)


def _without(inputs: Inputs, row: int) -> Inputs:
    """The inputs in which the program in a row provides nothing."""

    def silent(enabler: Enabler) -> Enabler:
        if enabler.provided is None:
            return enabler
        provided = enabler.provided.copy()
        provided[..., row] = 0.0
        return replace(enabler, provided=provided)

    return replace(inputs, enablers=tuple(silent(one) for one in inputs.enablers))


def _gains(judged: Judged, change: Floats) -> tuple[Gain, ...]:
    candidates = judged.study.candidates
    rows = [row for row in np.flatnonzero(change > 5e-10).tolist() if candidates[row].asked]
    gains = [Gain(candidates[row].id, candidates[row].program.name, float(change[row])) for row in rows]
    return tuple(sorted(gains, key=lambda gain: (-gain.points, gain.id)))
