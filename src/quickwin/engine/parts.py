"""The parts of which scores are made, one a criterion, so that programs can be weighed anew when all draws are done."""

from dataclasses import dataclass

import numpy as np

from quickwin.engine.inputs import Flags, Floats, Indices, Inputs, every
from quickwin.engine.quantiles import NEAR
from quickwin.engine.score import DIGITS, Scores

CELLS_AT_ONCE = 1 << 19
"""Scores that are compared at once."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Scores of a programs in d draws: `bases` (d, a) plus the sum over k weights of `grown` (d, k, a) times each.

    The k criteria are those that have weights; `bases`, the part of time in the sum model, may be None for 0. `best`
    (d, b) are the places of some programs that stand high in each draw; None where no better order is known.
    """

    grown: Floats
    bases: Floats | None
    best: Indices | None = None


def parts_of(scores: Scores, inputs: Inputs, rows: Indices, draws: int) -> Parts:
    """The parts of the programs in `rows` (a,) in the first draws of a block; of a study without draws there is one."""

    def picked(array: Floats) -> Floats:
        of_draws = array[:draws] if array.ndim == 2 else array[None]
        return of_draws if every(rows, of_draws.shape[1]) else of_draws[:, rows]

    by_impact = inputs.rules.weight_of_impact
    slopes = 100 * picked(scores.coverage) * picked(scores.delivery) * picked(scores.priority)
    timely = picked(scores.timeliness)
    bases = None if by_impact is None else np.broadcast_to(slopes * (1 - by_impact) * timely, (draws, len(rows)))
    slopes = slopes * (timely if by_impact is None else by_impact)
    for column in np.flatnonzero(inputs.factors):
        slopes = slopes * picked(scores.values[..., column])
    columns = np.flatnonzero(~inputs.factors)
    if not len(columns):
        return Parts(np.broadcast_to(slopes, (draws, len(rows)))[:, None], bases)
    values = np.moveaxis(scores.values, -1, -2)
    of_draws = values[:draws] if values.ndim == 3 else values[None]
    if not every(columns, of_draws.shape[1]) or not every(rows, of_draws.shape[2]):
        of_draws = of_draws[:, columns[:, None], rows]
    return Parts(of_draws * slopes[:, None], bases)


def first_shares(parts: Parts, programs: Indices, weights: Floats) -> Floats:
    """In how many draws each of c programs (places among a) is first if it has weights (c, k) of its own: (c,).

    Where it ties for the first place it counts by its share.
    """
    if parts.best is None:
        return among_all(parts, programs, weights)
    found = np.zeros(len(programs))
    hopeful = ahead_of_best(parts, programs, weights)
    for draw in np.flatnonzero(hopeful.any(axis=1)).tolist():
        some = np.flatnonzero(hopeful[draw])
        scores = np.einsum("ck,ka->ca", weights[some], parts.grown[draw])
        if parts.bases is not None:
            scores += parts.bases[draw]
        found[some] += shares_of_first(scores, scores[np.arange(len(some)), programs[some]], scores.max(axis=1))
    return found


def shares_of_first(scores: Floats, own: Floats, best: Floats) -> Floats:
    """What each of c programs has of the first place among scores (c, a); `own` (c,) is its own, `best` (c,) theirs."""
    shares = (own >= best - NEAR).astype(np.float64)
    level = (scores >= best[:, None] - NEAR).sum(axis=1)
    rows = np.flatnonzero((shares > 0) & (level > 1))
    for some in np.array_split(rows, max(len(rows) * scores.shape[1] // CELLS_AT_ONCE, 1)):
        close = np.round(scores[some], DIGITS)
        top = close.max(axis=1, initial=-np.inf)
        shares[some] = (np.round(own[some], DIGITS) == top) / np.maximum((close == top[:, None]).sum(axis=1), 1)
    return shares


def among_all(parts: Parts, programs: Indices, weights: Floats) -> Floats:
    """The same, each program compared with all others in each draw."""
    draws, _, many = parts.grown.shape
    found = np.zeros(len(programs))
    at_once = max(CELLS_AT_ONCE // (many * draws), 1)
    for begin in range(0, len(programs), at_once):
        some = slice(begin, begin + at_once)
        scores = weights[some] @ parts.grown
        if parts.bases is not None:
            scores += parts.bases[:, None]
        own, best = scores[:, np.arange(scores.shape[1]), programs[some]], scores.max(axis=2)
        draw, program = np.nonzero(own >= best - NEAR)
        shares = shares_of_first(scores[draw, program], own[draw, program], best[draw, program])
        found[some] = np.bincount(program, weights=shares, minlength=scores.shape[1])
    return found


def ahead_of_best(parts: Parts, programs: Indices, weights: Floats) -> Flags:
    """Whether c programs are level with, or ahead of, those that stand high in each draw, by their weights: (d, c)."""
    best: Indices = parts.best  # type: ignore[assignment]  # asked for only where it is known
    at = np.arange(len(best))[:, None]
    own = np.einsum("dkc,ck->dc", parts.grown[:, :, programs], weights)
    others = np.einsum("dbk,ck->dcb", parts.grown.transpose(0, 2, 1)[at, best], weights)
    if parts.bases is not None:
        own += parts.bases[:, programs]
        others += parts.bases[at, best][:, None]
    flags: Flags = (own[..., None] >= others - NEAR).all(axis=2)
    return flags
