"""The chain from 100 to the score: impact, coverage, timeliness, delivery, priority; class and rank."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from quickwin.engine.families import reduced
from quickwin.engine.inputs import Enabler, Families, Flags, Floats, Inputs, Rules
from quickwin.engine.timing import starts, stretched, timeliness
from quickwin.engine.value import impact, mixed, values

DIGITS = 9
"""Computed numbers are compared as both sides rounded to this many decimals."""


class Class(IntEnum):
    """What a program is by its effective impact and its expected months."""

    QUICK_WIN = 0
    PREPARE = 1
    MAJOR_PROJECT = 2
    FILL_IN = 3
    RECONSIDER = 4


CLASS_OF_CASE = np.array(
    [
        *[Class.RECONSIDER] * 2,
        *[Class.FILL_IN] * 2,
        *[Class.MAJOR_PROJECT] * 2,
        *[Class.PREPARE, Class.QUICK_WIN],
    ],
    dtype=np.int8,
)
"""The class by impact (4: large), time (2: soon) and gates (1: open)."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything computed of m programs, each (..., m) unless said otherwise.

    `values` are (..., m, n); `weakest` is NaN where a pillar is not stated; `ready` says whether the gate of
    readiness is open.
    """

    values: Floats
    impact: Floats
    coverage: Floats
    readiness: Floats
    weakest: Floats
    start: Floats
    months: Floats
    timeliness: Floats
    delivery: Floats
    priority: Floats
    score: Floats
    ready: Flags
    classes: NDArray[np.int8]


def score(inputs: Inputs) -> Scores:
    """Scores of all programs in all draws."""
    rules = inputs.rules
    of_criteria = values(inputs.performances, inputs.curves) if inputs.values is None else inputs.values
    impacts = impact(of_criteria, inputs.weights, inputs.factors)
    assumed = rules.assumed if inputs.assumed is None else inputs.assumed
    ready, weakest = readiness(inputs.pillars, inputs.pillar_weights, assumed)
    own = stretched(inputs.planned, ready, rules.delay)
    start = starts(own, inputs.opens, inputs.generations)
    months = start + own
    timely = timeliness(months, inputs.lasts, rules.horizon, rules.discount_rate)
    own_delivery = 1 - rules.loss * (1 - ready)
    delivery = times_ancestors(own_delivery, inputs.ancestors)
    covered = coverage(inputs.enablers, inputs.ancestors, inputs.reachable)
    gate = at_least(weakest, rules.least_readiness)
    return Scores(
        of_criteria,
        impacts,
        covered,
        ready,
        weakest,
        start,
        months,
        timely,
        delivery,
        inputs.priorities,
        total(impacts, covered, timely, delivery, inputs.priorities, rules.weight_of_impact),
        gate,
        classify(impacts * covered, months, inputs.money & gate, rules),
    )


def readiness(pillars: Floats, weights: Floats, assumed: Floats | float) -> tuple[Floats, Floats]:
    """Readiness (..., m) in [0, 1] of pillars (..., m, p), those not stated counting as `assumed`, and the weakest.

    The weakest is NaN where a pillar is not stated.
    """
    stated = np.where(np.isnan(pillars), assumed, pillars)
    weakest = pillars[..., 0]
    for pillar in range(1, len(weights)):
        weakest = np.minimum(weakest, pillars[..., pillar])
    return mixed(stated, weights / weights.sum()), weakest


def times_ancestors(delivery: Floats, ancestors: Families) -> Floats:
    """The chance (..., m) that a program and all that it depends on deliver, each counted once."""
    chance = delivery.copy()
    if len(ancestors.kids):
        chance[..., ancestors.kids] *= reduced(np.multiply, delivery, ancestors)
    return chance


def coverage(enablers: tuple[Enabler, ...], ancestors: Families, reachable: Floats) -> Floats:
    """The share (..., m) that a program reaches: by its scarcest enabler, or as stated in `reachable`."""
    provided = [one.provided.shape for one in enablers if one.provided is not None]
    shape = np.broadcast_shapes(reachable.shape, *provided, *((*one.coverage.shape, 1) for one in enablers))
    covered = np.ones(shape)
    for enabler in enablers:
        available = np.array(np.broadcast_to(enabler.coverage[..., None], shape))
        if enabler.provided is not None and len(ancestors.kids):
            available[..., ancestors.kids] += reduced(np.add, enabler.provided, ancestors)
        rows = enabler.needed_by
        covered[..., rows] = np.minimum(covered[..., rows], available[..., rows])
    return np.where(np.isnan(reachable), covered, reachable)


def total(  # noqa: PLR0917  # the factors in the order of the chain
    impact: Floats,
    coverage: Floats,
    timeliness: Floats,
    delivery: Floats,
    priority: Floats,
    weight_of_impact: float | None,
) -> Floats:
    """The score (..., m) in [0, 100], by the product model or, with the weight of impact, by the sum model."""
    rest = coverage * delivery * priority
    if weight_of_impact is None:
        return 100 * impact * timeliness * rest
    return 100 * rest * (weight_of_impact * impact + (1 - weight_of_impact) * timeliness)


def classify(effective_impact: Floats, months: Floats, gates: Flags, rules: Rules) -> NDArray[np.int8]:
    """The class (..., m), as a number of `Class`."""
    large, soon = at_least(effective_impact, rules.least_impact), at_least(rules.deadline, months)
    cases = (
        np.multiply(large, 4, dtype=np.int8) + np.multiply(soon, 2, dtype=np.int8) + np.asarray(gates, dtype=np.int8)
    )
    classes: NDArray[np.int8] = CLASS_OF_CASE[cases]
    return classes


def at_least(left: Floats | float, right: Floats | float) -> Flags:
    """Whether left ≥ right, both rounded; false where one is NaN."""
    return np.round(left, DIGITS) >= np.round(right, DIGITS)


def order(scores: Scores, ids: Floats) -> NDArray[np.intp]:
    """Positions of programs by score falling, effective impact falling, months rising, then `ids` (m,) rising.

    `ids` are numbers in the order of the programs' ids. For one draw.
    """
    effective = np.round(scores.impact * scores.coverage, DIGITS)
    return np.lexsort((ids, np.round(scores.months, DIGITS), -effective, -np.round(scores.score, DIGITS)))


def competition_ranks(ordered: Floats) -> NDArray[np.intp]:
    """Ranks of scores in falling order; equal ones, rounded, share the first rank of theirs (1, 2, 2, 4).

    >>> competition_ranks(np.array([9.0, 7.0, 7.0, 1.0]))
    array([1, 2, 2, 4])
    """
    rounded = np.round(ordered, DIGITS)
    first = np.ones(len(rounded), dtype=bool)
    first[1:] = rounded[1:] != rounded[:-1]
    positions = np.arange(1, len(rounded) + 1)
    return np.maximum.accumulate(np.where(first, positions, 0))
