"""The ranking of a study, worked out from the contract's sentences in the order in which they stand there."""

import math
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.oracle.impact import criteria_of, impact_of
from tests.oracle.numbers_read import assumed_numbers
from tests.oracle.readiness import Ready, readiness_of
from tests.oracle.reading import cost_of, money_unit, planned_months, point
from tests.oracle.studies import Program, Study

DAYS_A_MONTH = 30.4375


def ranking(study: Study) -> list[dict[str, Any]]:
    """The `programs` of `rank --format json`, in rank order, equal scores sharing a rank."""
    rows = [row_of(study, program) for program in study.programs]
    rows.sort(
        key=lambda row: (
            -rounded(row["score"]),
            -rounded(row["impact"] * row["coverage"]),
            rounded(row["months"]),
            row["id"],
        )
    )
    for row in rows:
        row["rank"] = 1 + sum(rounded(other["score"]) > rounded(row["score"]) for other in rows)
    return rows


def row_of(study: Study, program: Program) -> dict[str, Any]:
    """One program's entry, all but its rank."""
    leaves, missing_criteria = criteria_of(study, program)
    ready = readiness_of(study, program)
    own_months = planned_months(program)
    start, waits_for = start_of(study, program)
    months = start + lengthened(study, own_months, ready)
    lasts = None if program.lasts is None else float(point(program.lasts))
    factors = {
        "coverage": coverage_of(study, program),
        "timeliness": timeliness_of(study, months, lasts),
        "delivery": delivery_of(study, program),
        "priority": priority_of(study, program),
    }
    impact = impact_of(leaves)
    score = score_of(study, impact, factors)
    kind, held_by = class_of(study, program, impact * factors["coverage"], months, ready)
    cost = cost_of(study, program)
    return {
        "id": program.id,
        "name": program.name,
        "dimension": program.dimension,
        "owner": program.owner,
        "score": score,
        "class": kind,
        "held_by": held_by,
        "impact": impact,
        **factors,
        "planned_months": own_months,
        "start": start,
        "waits_for": waits_for,
        "months": months,
        "lasts": lasts,
        "readiness": ready.value,
        "weakest_pillar": ready.weakest,
        "cost": cost,
        "score_per_cost": score / (cost / money_unit(study)) if cost else None,
        "costs_most": costs_most(study, impact, factors),
        "missing": [*missing_criteria, *ready.missing],
        "assumed": assumed_numbers(study, program, dependencies(study, program)),
        "criteria": leaves,
    }


def rounded(number: float) -> float:
    """Computed numbers are compared as both sides rounded to 9 decimals."""
    return round(number, 9)


def direct_dependencies(study: Study, program: Program) -> Iterator[Program]:
    """The programs that this one names in depends_on."""
    return (other for other in study.programs if other.id in program.depends_on)


def dependencies(study: Study, program: Program) -> list[Program]:
    """All that a program depends on, directly or through others, each once, by id."""
    found: dict[str, Program] = {}
    for other in direct_dependencies(study, program):
        found[other.id] = other
        found.update((further.id, further) for further in dependencies(study, other))
    return [found[key] for key in sorted(found)]


def coverage_of(study: Study, program: Program) -> float:
    """The scarcest of the enablers that a program needs, after what its dependencies provide."""
    if program.reachable is not None:
        return float(point(program.reachable))
    before = dependencies(study, program)
    shares = [1.0]
    for enabler in program.needs:
        assert study.locality is not None
        there = float(study.locality.coverage[enabler].value)
        shares.append(
            there + sum(float(point(other.provides[enabler])) for other in before if enabler in other.provides)
        )
    return min(shares)


def months_until(study: Study, day: date) -> float:
    """Months from the study's start to a date, not below 0."""
    assert study.start is not None
    whole = 12 * (day.year - study.start.year) + day.month - study.start.month
    return max(0.0, whole + (day.day - study.start.day) / DAYS_A_MONTH)


def money_opens(study: Study, program: Program) -> float:
    """The month from which a program's money can be spent."""
    if not study.budget_opens:
        return 0.0
    if program.funding is not None and program.funding in study.budget_opens:
        return months_until(study, study.budget_opens[program.funding])
    if program.funding == "secured":
        return 0.0
    return months_until(study, max(study.budget_opens.values()))


def start_of(study: Study, program: Program) -> tuple[float, str | None]:
    """When a program starts, and what it waits for: money first on a tie, then the first id."""
    waits = [("money", money_opens(study, program))]
    waits += [(other.id, delivered(study, other)) for other in dependencies(study, program)]
    start = max(month for _, month in waits)
    if rounded(start) == 0:
        return start, None
    return start, next(name for name, month in waits if rounded(month) == rounded(start))


def lengthened(study: Study, planned: float, ready: Ready) -> float:
    """Planned months, made longer by what is not ready."""
    return planned * (1 + float(study.readiness.delay) * (1 - ready.value))


def delivered(study: Study, program: Program) -> float:
    """The expected month from which a program's benefit is felt."""
    start, _ = start_of(study, program)
    return start + lengthened(study, planned_months(program), readiness_of(study, program))


def timeliness_of(study: Study, months: float, lasts: float | None) -> float:
    """The present value of the months in which the benefit is felt, as a share of all to the horizon."""
    until_horizon = share_left(study, months)
    return until_horizon if lasts is None else until_horizon - share_left(study, months + lasts)


def share_left(study: Study, month: float) -> float:
    """S: what is left of the present value of all months to the horizon after this month."""
    horizon = study.horizon
    if month >= horizon:
        return 0.0
    rate = math.log(1 + float(study.discount_rate)) / 12
    if rate == 0:
        return (horizon - month) / horizon
    return (math.exp(-rate * month) - math.exp(-rate * horizon)) / (1 - math.exp(-rate * horizon))


def delivery_of(study: Study, program: Program) -> float:
    """The chance that a program and all it depends on deliver."""
    together = [program, *dependencies(study, program)]
    return math.prod(1 - float(study.readiness.loss) * (1 - readiness_of(study, each).value) for each in together)


def priority_of(study: Study, program: Program) -> float:
    """What a unit of benefit is worth in the program's dimension."""
    if program.dimension is None:
        return 1.0
    priority = study.dimensions[program.dimension].priority
    return 1.0 if priority is None else float(priority)


def score_of(study: Study, impact: float, factors: dict[str, float]) -> float:
    """The product of all factors, or with the sum of impact and timeliness in place of their product."""
    coverage, delivery, priority = factors["coverage"], factors["delivery"], factors["priority"]
    if study.model is None:
        return 100 * impact * coverage * factors["timeliness"] * delivery * priority
    of_impact, of_time = (float(weight / sum(study.model)) for weight in study.model)
    return 100 * coverage * delivery * priority * (of_impact * impact + of_time * factors["timeliness"])


def costs_most(study: Study, impact: float, factors: dict[str, float]) -> dict[str, Any] | None:
    """The smallest factor, the first on a tie, and the points that it takes."""
    names = ("coverage", "timeliness", "delivery", "priority")
    name = min(names, key=lambda each: rounded(factors[each]))
    if rounded(factors[name]) == 1:
        return None
    points = score_of(study, impact, {**factors, name: 1.0}) - score_of(study, impact, factors)
    return {"factor": name, "points": points}


def class_of(study: Study, program: Program, effect: float, months: float, ready: Ready) -> tuple[str, list[str]]:
    """The class by effective impact and expected months, and the gates that hold a quick win."""
    deadline = months_until(study, study.deadline) if isinstance(study.deadline, date) else float(study.deadline)
    enough = rounded(effect) >= rounded(float(study.quick_impact))
    if rounded(months) > rounded(deadline):
        return ("major project" if enough else "reconsider"), []
    if not enough:
        return "fill-in", []
    held_by = []
    if study.budget_opens and program.funding in (None, "none"):
        held_by.append("money")
    if ready.weakest is None or rounded(ready.weakest) < rounded(float(study.quick_readiness)):
        held_by.append("readiness")
    return ("prepare" if held_by else "quick win"), held_by
