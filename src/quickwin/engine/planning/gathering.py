"""From a study's arrays and scores to what a plan chooses from."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from quickwin.engine.inputs import Floats, Indices, Inputs
from quickwin.engine.planning.portfolio import Lift, Portfolio
from quickwin.engine.score import Scores
from quickwin.engine.timing import stretched

A_HAIR = 1e-9
"""Months that are above a whole number by less are that number."""


def whole_months(months: Floats) -> Indices:
    """Months, begun ones counting whole.

    >>> whole_months(np.array([3.0, 3.2, 3.0000000001]))
    array([3, 4, 3])
    """
    return np.ceil(months - A_HAIR).astype(np.intp)


def gathered(  # noqa: PLR0917  # all that a portfolio is made of
    inputs: Inputs,
    scores: Scores,
    rows: Indices,
    ancestors: Mapping[int, Indices],
    capex: Floats,
    running: Floats,
) -> Portfolio:
    """The portfolio of the programs in `rows` (k,), in this order, of one draw.

    `ancestors` hold the rows of all that a program depends on, `capex` (m,) and `running` (m,) a month are money.
    """
    rules = inputs.rules
    own = stretched(inputs.planned, scores.readiness, rules.delay)
    place = {int(row): number for number, row in enumerate(rows)}
    chances = 1 - rules.loss * (1 - scores.readiness)
    lineage = {row: {row, *(ancestors[row].tolist() if row in ancestors else ())} for row in place}
    return Portfolio(
        int(rules.horizon),
        rules.discount_rate,
        whole_months(inputs.opens[rows]),
        whole_months(own[rows]),
        100 * (scores.impact * scores.delivery * scores.priority)[rows],
        inputs.lasts[rows],
        by_context_alone(inputs)[rows],
        capex[rows],
        running[rows],
        {place[row]: lift for row in place if (lift := lift_of(inputs, row, place, lineage, chances))},
    )


def at_draw(inputs: Inputs, scores: Scores, draw: int) -> tuple[Inputs, Scores]:
    """The inputs and scores of one draw: as much of them as a portfolio is gathered from."""

    def picked(array: Floats) -> Floats:
        return array[draw] if array.ndim == 2 else array

    enablers = tuple(
        replace(one, provided=None if one.provided is None else picked(one.provided)) for one in inputs.enablers
    )
    return (
        replace(
            inputs,
            planned=picked(inputs.planned),
            lasts=picked(inputs.lasts),
            reachable=picked(inputs.reachable),
            enablers=enablers,
        ),
        replace(
            scores,
            impact=picked(scores.impact),
            readiness=picked(scores.readiness),
            delivery=picked(scores.delivery),
        ),
    )


def by_context_alone(inputs: Inputs) -> Floats:
    """The coverage (m,) of each program as if no other provided anything."""
    covered = np.ones(len(inputs.planned))
    for enabler in inputs.enablers:
        rows = enabler.needed_by
        covered[rows] = np.minimum(covered[rows], enabler.coverage)
    return np.where(np.isnan(inputs.reachable), covered, inputs.reachable)


def lift_of(
    inputs: Inputs, row: int, place: Mapping[int, int], lineage: Mapping[int, set[int]], chances: Floats
) -> Lift | None:
    """What raises the coverage of the program in a row; None where nothing does."""
    needed = [one for one in inputs.enablers if row in one.needed_by]
    provided = np.array([np.zeros(len(chances)) if one.provided is None else one.provided for one in needed])
    if not needed or not np.isnan(inputs.reachable[row]):
        return None
    providers = [other for other in place if other != row and provided[:, other].any()]
    if not providers:
        return None
    delivers = [np.prod(chances[sorted(lineage[other] - lineage[row])]) for other in providers]
    return Lift(
        np.array([float(one.coverage) for one in needed]),
        np.array([place[other] for other in providers], dtype=np.intp),
        provided[:, providers] * np.array(delivers),
        np.array([other in lineage[row] for other in providers]),
    )
