"""What the other methods read of a study: the same judged numbers, arranged as each of them wants its own.

The weighted sum, TOPSIS, VIKOR and PROMETHEE II take a decision matrix: a column a criterion, the value in [0, 1]
on its scale, and one for time, the share of the months to the horizon in which the benefit is felt. Both are taken as
they can be expected, times coverage, delivery and priority. So each method is told all that our score is told, and what
differs is how it puts that together. Values and not performances, so that levels and curves count as the room judged
them, what is missing counts as the worst, and 0 is the worst end (TOPSIS divides by a length, which needs a true zero).
The months that are felt and not those until then, since what comes soon and ends soon is no more than that. A factor
criterion gets the mean weight of its siblings. Time gets its weight in `model: {kind: sum}`, and otherwise as much as
all criteria together, since the product says nothing else; with fixed scales the weighted sum is then our sum model.
"""

from dataclasses import dataclass

import numpy as np

from quickwin.answers.judged import Judged, in_order
from quickwin.engine.inputs import Flags, Floats, Indices
from quickwin.engine.methods.matrix import shares
from quickwin.engine.methods.usg import mark
from quickwin.engine.timing import timeliness
from quickwin.engine.value import impact
from quickwin.study.arrays import measured, total_cost

HALF = 0.5
"""The weight of time against all criteria where the model is the product and says none."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The programs that were asked for, k of them in our order, each array (k,) unless said otherwise.

    `ranks` are ours; `values` (k, n) are in [0, 1]; `lasting` is timeliness without `lasts`; `own` are the months of
    the program's own work; `people` and `cost` are NaN where not stated; `reach` is the criterion that measures people.
    """

    judged: Judged
    rows: Indices
    ranks: Indices
    values: Floats
    months: Floats
    own: Floats
    lasting: Floats
    people: Floats
    cost: Floats
    reach: int | None

    def of(self, name: str) -> Floats:
        """A number of the scores, such as `coverage`."""
        found: Floats = getattr(self.judged.scores, name)[self.rows]
        return found


def read(judged: Judged) -> Reading:
    """What the methods read of a judged study."""
    ordered = in_order(judged)
    rows = np.array([row for _, row in ordered], dtype=np.intp)
    scores, rules, leaves = judged.scores, judged.inputs.rules, judged.study.judge.leaves
    months = scores.months[rows]
    programs = [judged.study.candidates[row].program for row in rows.tolist()]
    horizon = judged.study.judge.criteria.horizon
    return Reading(
        judged,
        rows,
        np.array([rank for rank, _ in ordered], dtype=np.intp),
        scores.values[rows],
        months,
        judged.scores.months[rows] - scores.start[rows],
        timeliness(months, np.full(len(rows), np.inf), rules.horizon, rules.discount_rate),
        np.array([measured(program, "beneficiaries", horizon) for program in programs], dtype=np.float64),
        np.array([total_cost(program, horizon) for program in programs], dtype=np.float64),
        next((at for at, leaf in enumerate(leaves) if leaf.criterion.measure == "beneficiaries"), None),
    )


def weight_of_criteria(reading: Reading) -> float:
    """The weight of all criteria together, the rest being that of time."""
    stated = reading.judged.inputs.rules.weight_of_impact
    return HALF if stated is None else stated


def adding(reading: Reading) -> Floats:
    """The weights (n,) of the criteria, summing to 1, where a factor adds with the mean weight of its siblings."""
    inputs = reading.judged.inputs
    top = reading.judged.study.judge.criteria.criteria.values()
    siblings = sum(not criterion.factor for criterion in top)
    return shares(np.where(inputs.factors, 1 / (siblings or 1), inputs.weights))


def matrix(reading: Reading) -> tuple[Floats, Floats, Flags]:
    """The decision matrix (k, n + 1), its weights (n + 1,), and that less is better in no column (n + 1,)."""
    of_criteria = weight_of_criteria(reading)
    expected = reading.of("coverage") * reading.of("delivery") * reading.of("priority")
    columns = np.column_stack((reading.values, reading.of("timeliness"))) * expected[:, None]
    weights = np.append(of_criteria * adding(reading), 1 - of_criteria)
    return columns, weights, np.zeros(len(weights), dtype=bool)


def beside_reach(reading: Reading) -> Floats:
    """The impact (k,) by all criteria but the one that measures people; 1 where there is no other that counts."""
    inputs = reading.judged.inputs
    counts = inputs.factors | (inputs.weights > 0)
    if reading.reach is not None:
        counts[reading.reach] = False
    return impact(reading.values[:, counts], shares(inputs.weights[counts]), inputs.factors[counts])


def reached(reading: Reading) -> Floats:
    """People (k,) reached in a usual month: 0 where not stated, and a share of them where no program states any."""
    people = np.ones_like(reading.people) if np.isnan(reading.people).all() else np.nan_to_num(reading.people)
    return people * reading.of("coverage")


def effort(reading: Reading) -> Floats:
    """The cost (k,) to the horizon, and where it is not stated the planned months at the others' usual monthly cost.

    Usual is the median cost of a planned month among those that state a cost; where none does, months alone.
    """
    planned = reading.judged.inputs.planned[reading.rows]
    stated = ~np.isnan(reading.cost) & (planned > 0)
    monthly = float(np.median(reading.cost[stated] / planned[stated])) if stated.any() else 1.0
    return np.where(np.isnan(reading.cost), planned * monthly, reading.cost)


def marks(reading: Reading) -> tuple[Floats, Floats, Floats]:
    """Marks (k,) of urgency, seriousness and growth, from 1 to 5: proxies, since the room's votes are in no file.

    Urgency: how far before the deadline it is felt. Seriousness: the impact by all criteria but people. Growth: the
    value of the people whom it concerns, as a matter of many spreads further; 3 for all where no criterion measures it.
    """
    deadline = reading.judged.inputs.rules.deadline
    urgency = 1 - reading.months / deadline if deadline else (reading.months == 0).astype(np.float64)
    people = np.full(len(reading.rows), 0.5) if reading.reach is None else reading.values[:, reading.reach]
    return mark(urgency), mark(beside_reach(reading)), mark(people)
