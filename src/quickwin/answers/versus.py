"""Why does one program stand above another? The difference of two scores, split exactly among its causes."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from quickwin.answers.judged import Judged
from quickwin.engine.inputs import Floats
from quickwin.engine.score import total
from quickwin.engine.shapley import shapley
from quickwin.engine.value import weighted_sum
from quickwin.study.criterion import Leaf

CHAIN = ("coverage", "timeliness", "delivery", "priority")


@dataclass(frozen=True, slots=True)
class Cause:
    """A part of the difference: what differs, its share in [0, 1] or value for each program, and the points it causes.

    `kind` is criterion, factor (a criterion that multiplies) or chain.
    """

    key: str
    title: str
    kind: str
    one: float
    other: float
    points: float


@dataclass(frozen=True, slots=True)
class Difference:
    """The scores of two programs and the causes of their difference, the largest first; they sum to it."""

    id: str
    other: str
    score: float
    other_score: float
    causes: tuple[Cause, ...]

    @property
    def points(self) -> float:
        """How many points the first program has more."""
        return self.score - self.other_score

    def document(self) -> dict[str, Any]:
        """The difference as JSON has it."""
        return {
            "id": self.other,
            "score": self.other_score,
            "points": self.points,
            "causes": [asdict(one) for one in self.causes],
        }


def difference(judged: Judged, row: int, other: int) -> Difference:
    """Why the program in one row scores other than that in another row."""
    inputs, scores = judged.inputs, judged.scores
    factors = [column for column, leaf in enumerate(judged.study.judge.leaves) if leaf.criterion.factor]
    sums = weighted_sum(scores.values, inputs.weights, inputs.factors)

    def parts(of: int) -> Floats:
        return np.array(
            [sums[of], *(scores.values[of, column] for column in factors), *(getattr(scores, key)[of] for key in CHAIN)]
        )

    def scored(parts: Floats) -> Floats:
        coverage, timeliness, delivery, priority = (parts[..., column] for column in range(-4, 0))
        return total(
            parts[..., :-4].prod(axis=-1), coverage, timeliness, delivery, priority, inputs.rules.weight_of_impact
        )

    one, two = parts(row), parts(other)
    points = shapley(two, one, scored)
    leaves = judged.study.judge.leaves
    by_sum = np.array([two[0] + 1, *one[1:]])  # a score's slope by the sum does not depend on the sum itself
    causes = among_criteria(judged, row, other, float(shapley(two, by_sum, scored)[0]))
    causes += [
        Cause(
            leaves[column].key,
            leaves[column].title,
            "factor",
            float(one[place]),
            float(two[place]),
            float(points[place]),
        )
        for place, column in enumerate(factors, 1)
    ]
    causes += [
        Cause(key, key, "chain", float(one[place]), float(two[place]), float(points[place]))
        for place, key in zip(range(-4, 0), CHAIN, strict=True)
    ]
    candidates = judged.study.candidates
    return Difference(
        candidates[row].id,
        candidates[other].id,
        float(scores.score[row]),
        float(scores.score[other]),
        tuple(sorted(causes, key=lambda cause: -abs(cause.points))),
    )


def among_criteria(judged: Judged, row: int, other: int, per_value: float) -> list[Cause]:
    """The part that the weighted sums cause, split by w·Δv: `per_value` points for each unit of it."""
    values = judged.scores.values

    def cause(column: int, leaf: Leaf) -> Cause:
        one, two = float(values[row, column]), float(values[other, column])
        return Cause(leaf.key, leaf.title, "criterion", one, two, per_value * leaf.weight * (one - two))

    leaves = judged.study.judge.leaves
    return [cause(column, leaf) for column, leaf in enumerate(leaves) if not leaf.criterion.factor]
