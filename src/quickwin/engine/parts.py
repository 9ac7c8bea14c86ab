"""The parts of which scores are made, one a criterion, so that programs can be weighed anew when all draws are done."""

from dataclasses import dataclass

import numpy as np

from quickwin.engine.inputs import Floats, Indices, Inputs, every
from quickwin.engine.score import DIGITS, Scores

CELLS_AT_ONCE = 1 << 19
"""Scores that are compared at once."""
NEAR = 2 * 10.0**-DIGITS
"""Scores that lie further apart than this do not tie."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Scores of a programs in d draws: `bases` (a, d) plus the sum over k weights of `grown` (k, a, d) times each.

    The k criteria are those that have weights; `bases`, the part of time in the sum model, may be None for 0.
    """

    grown: Floats
    bases: Floats | None


def parts_of(scores: Scores, inputs: Inputs, rows: Indices, draws: int) -> Parts:
    """The parts of the programs in `rows` (a,) in the first draws of a block; of a study without draws there is one."""

    def picked(array: Floats) -> Floats:
        by_program = array.T[:, :draws] if array.ndim == 2 else array[:, None]  # draws are next to each other
        return by_program if every(rows, len(by_program)) else by_program[rows]

    by_impact = inputs.rules.weight_of_impact
    slopes = 100 * picked(scores.coverage) * picked(scores.delivery) * picked(scores.priority)
    timely = picked(scores.timeliness)
    bases = None if by_impact is None else np.broadcast_to(slopes * (1 - by_impact) * timely, (len(rows), draws))
    slopes = slopes * (timely if by_impact is None else by_impact)
    for column in np.flatnonzero(inputs.factors):
        slopes = slopes * picked(scores.values[..., column])
    columns = np.flatnonzero(~inputs.factors)
    grown = np.empty((max(len(columns), 1), len(rows), draws))
    grown[:] = slopes
    for place, column in enumerate(columns):
        grown[place] *= picked(scores.values[..., column])
    return Parts(grown, bases)


def first_shares(parts: Parts, programs: Indices, weights: Floats) -> Floats:
    """In how many draws each of c programs (places among a) is first if it has weights (c, k) of its own: (c,).

    Where it ties for the first place it counts by its share.
    """
    many, draws = parts.grown.shape[1:]
    found = np.zeros(len(programs))
    at_once = max(CELLS_AT_ONCE // (many * draws), 1)
    for begin in range(0, len(programs), at_once):
        some = slice(begin, begin + at_once)
        scores = np.tensordot(weights[some], parts.grown, axes=1)
        if parts.bases is not None:
            scores += parts.bases
        best = scores.max(axis=1)
        own = scores[np.arange(len(scores)), programs[some]]
        program, draw = np.nonzero(own >= best - NEAR)
        close = np.round(scores[program, :, draw], DIGITS)
        is_first = np.round(own[program, draw], DIGITS) == close.max(axis=1)
        shares = is_first / (close == close.max(axis=1, keepdims=True)).sum(axis=1)
        found[some] = np.bincount(program, weights=shares, minlength=len(scores))
    return found
