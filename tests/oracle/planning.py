"""Every plan of a small study, one after the other, and the best of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.oracle.planning_facts import NEARLY, Candidate, Facts, Plan
from tests.oracle.planning_rules import binding, limits, reasons, within
from tests.oracle.studies import Study

EQUAL = 0.001
"""Points within which two plans are equal."""


@dataclass(frozen=True)
class Choice:
    """A plan, what it brings and costs, and the sum of its start months."""

    plan: dict[str, int]
    benefit: float
    spending: Fraction
    starts: int


@dataclass(frozen=True)
class Outcome:
    """All plans, by falling benefit; none where no plan is possible."""

    facts: Facts
    choices: list[Choice]

    @property
    def best(self) -> float:
        """The highest benefit that a plan has."""
        return self.choices[0].benefit

    def within(self, points: float, benefit: float | None = None) -> list[Choice]:
        """The plans at most so far below the best, or below a benefit: the preferred come first."""
        least = (self.best if benefit is None else benefit) - points
        near = [each for each in self.choices if each.benefit >= least]
        return sorted(near, key=lambda each: (each.spending, each.starts, -each.benefit))


def planned(study: Study, *, unfunded: bool = False) -> Outcome:
    """All plans of a study, worked out one by one."""
    facts = Facts(study, unfunded=unfunded)
    found = [
        Choice(plan, facts.benefit_of(plan), facts.spending(plan), sum(plan.values())) for plan in every_plan(facts)
    ]
    return Outcome(facts, sorted(found, key=lambda each: -each.benefit))


def every_plan(facts: Facts) -> Iterator[dict[str, int]]:
    """Every plan that keeps all constraints."""
    order = sorted(facts.candidates.values(), key=lambda each: (len(each.before), each.program.id))
    yield from extended(facts, order, {}, {})


def extended(
    facts: Facts, order: list[Candidate], plan: dict[str, int], spent: dict[int, Fraction]
) -> Iterator[dict[str, int]]:
    """The plans that come of one by choosing among the programs that are left, or not.

    What is broken once stays broken whatever is added, save that too few can become enough.
    """
    if not order:
        if enough(facts, plan):
            yield dict(plan)
        return
    one, rest = order[0], order[1:]
    yield from extended(facts, rest, plan, spent)
    if not may_join(facts, one, plan):
        return
    key = one.program.id
    after = max((facts.delivers(other, plan[other]) for other in one.before), default=0)
    for start in one.window:
        if start < after or not has_room(facts, one, start, plan):
            continue
        together = dict(spent)
        for year, amount in facts.cost(key, start).items():
            together[year] = together.get(year, Fraction(0)) + amount
        if all(amount <= most for _, amount, most in limits(facts, together)):
            yield from extended(facts, rest, {**plan, key: start}, together)


def enough(facts: Facts, plan: Plan) -> bool:
    """Whether a plan has as many programs as it must, in all and in each dimension."""
    counts = dict.fromkeys(facts.study.dimensions, 0)
    for key in plan:
        dimension = facts.candidates[key].program.dimension
        if dimension is not None:
            counts[dimension] += 1
    quotas = facts.study.dimensions.items()
    return within(binding(facts).total, len(plan)) and all(within(one.quota, counts[key]) for key, one in quotas)


def may_join(facts: Facts, one: Candidate, plan: Plan) -> bool:
    """Whether a program may be chosen beside these, whenever it starts and whatever it costs."""
    dimension = one.program.dimension
    quota = facts.study.dimensions[dimension].quota if dimension is not None else None
    alike = sum(facts.candidates[key].program.dimension == dimension for key in plan)
    return (
        one.funded
        and one.before <= plan.keys()
        and not one.conflicts & plan.keys()
        and not (quota is not None and quota[1] is not None and alike >= quota[1])
        and not (binding(facts).total is not None and len(plan) >= most_in_all(facts))
    )


def most_in_all(facts: Facts) -> int:
    """How many programs a plan may have."""
    total = binding(facts).total
    return len(facts.candidates) if total is None or total[1] is None else total[1]


def has_room(facts: Facts, one: Candidate, start: int, plan: Plan) -> bool:
    """Whether the owner can have the program under way beside those it has."""
    most, owner = binding(facts).per_owner, one.program.owner
    if most is None or owner is None:
        return True
    theirs = [
        range(begun, facts.delivers(key, begun))
        for key, begun in plan.items()
        if facts.candidates[key].program.owner == owner
    ]
    return all(sum(month in each for each in theirs) < most for month in range(start, start + one.takes))


def account(facts: Facts, plan: Plan) -> list[dict[str, Any]]:
    """The `programs` of the document of a plan, money exact."""
    rows = []
    for key, start in sorted(plan.items(), key=lambda each: (each[1], each[0])):
        benefit = facts.benefit(key, start, facts.providers(key, plan))
        rows.append(
            {
                "id": key,
                "start": start,
                "delivers": facts.delivers(key, start),
                "benefit": benefit,
                "cost": {str(year): amount for year, amount in facts.cost(key, start).items()},
                "unlocked": benefit - facts.benefit(key, start, []),
            }
        )
    return rows


def left_out(facts: Facts, plan: Plan) -> dict[str, set[str]]:
    """For each program that a plan leaves out, the reasons that may be given."""
    return {key: reasons(facts, plan, key) for key in facts.candidates if key not in plan}


def document_of(study: Study) -> dict[str, Any]:
    """The document of the plan that is preferred here."""
    outcome = planned(study)
    kept: dict[str, Any] = {"schema": "quickwin/plan/1", "gap": 0.0, "programs": [], "left_out": []}
    if not outcome.choices:
        return {**kept, "status": "infeasible"}
    plan = outcome.within(NEARLY)[0].plan
    rows = account(outcome.facts, plan)
    chosen = [{**row, "cost": {year: float(amount) for year, amount in row["cost"].items()}} for row in rows]
    out = [{"id": key, "reason": min(found)} for key, found in left_out(outcome.facts, plan).items()]
    benefit = outcome.facts.benefit_of(plan)
    return {**kept, "status": "optimal", "benefit": benefit, "programs": chosen, "left_out": out}
