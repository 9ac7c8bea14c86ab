"""Impact: each criterion's performance, its value between the ends of its scale, and their weighted sum."""

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from tests.oracle.reading import cost_of, cost_part, point
from tests.oracle.studies import Criterion, Program, Study


def criteria_of(study: Study, program: Program) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """The leaves in file order as the document shows them, and the keys of those without a performance."""
    shown: dict[str, dict[str, Any]] = {}
    for leaf, weight in leaves(study.criteria, 1.0):
        performance = performance_of(study, program, leaf)
        value = 0.0 if performance is None else value_of(leaf, performance)
        named = program.impact[leaf.key].value if leaf.levels and leaf.key in program.impact else None
        shown[leaf.key] = {
            "performance": performance if named is None else named,
            "value": value,
            "weight": weight,
            "points": None if weight is None else 100 * weight * value,
        }
    return shown, [key for key, entry in shown.items() if entry["performance"] is None]


def impact_of(shown: dict[str, dict[str, Any]]) -> float:
    """The factors' product, times the weighted sum of the others, which is 1 where all are factors."""
    factors = [entry["value"] for entry in shown.values() if entry["weight"] is None]
    parts = [entry["weight"] * entry["value"] for entry in shown.values() if entry["weight"] is not None]
    return float(math.prod(factors) * (sum(parts) if parts else 1))


def leaves(siblings: Iterable[Criterion], share: float) -> Iterator[tuple[Criterion, float | None]]:
    """The leaves below a group that holds this share, with their global weights; None for a factor."""
    siblings = tuple(siblings)
    whole = sum(stated_weight(each) for each in siblings if not each.factor)
    for each in siblings:
        if each.factor:
            yield each, None
            continue
        weight = share * stated_weight(each) / whole
        if each.children:
            yield from leaves(each.children, weight)
        else:
            yield each, weight


def stated_weight(criterion: Criterion) -> float:
    """A criterion's weight as stated, 1 where it is not."""
    return 1.0 if criterion.weight is None else float(point(criterion.weight))


def performance_of(study: Study, program: Program, leaf: Criterion) -> float | None:
    """What the criterion reads of a program, after `per`; a level is already its value."""
    measured = measure_of(study, program, leaf)
    if measured is None or leaf.per is None:
        return measured
    assert study.locality is not None
    return measured / float(study.locality.facts[leaf.per].value)


def measure_of(study: Study, program: Program, leaf: Criterion) -> float | None:
    """The number before `per`."""
    people = None if program.beneficiaries is None else float(point(program.beneficiaries))
    cost = cost_of(study, program)
    if leaf.measure is None:
        stated = program.impact.get(leaf.key)
        return None if stated is None else float(point(stated, leaf.levels))
    if leaf.measure == "beneficiaries":
        return people
    if leaf.measure == "cost":
        return cost
    if leaf.measure == "cost_per_beneficiary":
        return cost / people if cost is not None and people else None
    part = cost_part(program, leaf.measure.removeprefix("cost."))
    return None if part is None else float(part)


def value_of(leaf: Criterion, performance: float) -> float:
    """The value in [0, 1] of a performance."""
    if leaf.levels is not None:
        return performance
    if leaf.scale is not None:
        worst, best = (float(end) for end in leaf.scale)
        return min(1.0, max(0.0, (performance - worst) / (best - worst)))
    assert leaf.curve is not None
    return on_curve(sorted((float(x), float(y)) for x, y in leaf.curve), performance)


def on_curve(points: list[tuple[float, float]], x: float) -> float:
    """The height of a curve of rising points at x: linear between them, the end's value beyond."""
    if x <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in pairwise(points):
        if x <= right:
            return low + (high - low) * (x - left) / (right - left)
    return points[-1][1]
