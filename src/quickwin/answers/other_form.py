"""The order if reach were judged in the other way: if it multiplied where it adds, or added where it multiplies."""

from dataclasses import dataclass, replace

import numpy as np

from quickwin.answers.judged import Judged, in_order
from quickwin.engine.score import score


@dataclass(frozen=True, slots=True)
class InOtherForm:
    """A program's rank and score in the other form."""

    rank: int
    id: str
    score: float


def other_form(judged: Judged) -> tuple[InOtherForm, ...] | None:
    """The programs in the other form, best first; None where no top-level criterion measures beneficiaries.

    As a factor the criterion has no weight, and the others share it; made to add, it has the mean weight of its
    siblings. None also where the others would be left without a weight.
    """
    inputs, leaves = judged.inputs, judged.study.judge.leaves
    reach = [column for column, leaf in enumerate(leaves) if leaf.criterion.measure == "beneficiaries"]
    column = next((one for one in reach if len(leaves[one].path) == 2), None)
    if column is None:
        return None
    weights, factors = inputs.weights.copy(), inputs.factors.copy()
    siblings = sum(not one.factor for one in judged.study.judge.criteria.criteria.values())
    if factors[column]:
        weights *= siblings / (siblings + 1)
        weights[column] = 1 / (siblings + 1)
    else:
        rest = 1 - weights[column]
        if siblings > 1 and rest <= 0:
            return None
        weights[column] = 0.0
        weights = weights / rest if siblings > 1 else weights
    factors[column] = not factors[column]
    scores = score(replace(inputs, weights=weights, factors=factors))
    turned = replace(judged, scores=scores)
    ids = judged.study.candidates
    return tuple(InOtherForm(rank, ids[row].id, float(np.asarray(scores.score)[row])) for rank, row in in_order(turned))
