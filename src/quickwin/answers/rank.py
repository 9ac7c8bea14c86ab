"""Which programs come first? The ranking of a study."""

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from quickwin.answers.enabling import missing_enablers
from quickwin.answers.gaps import assumed, missing_readiness
from quickwin.answers.judged import Judged, in_order, judge, rounded
from quickwin.answers.ranking import Loss, OnCriterion, Ranked, Ranking
from quickwin.engine.score import Class, total
from quickwin.study.arrays import total_cost
from quickwin.study.context import unit_of_money
from quickwin.study.study import Study

CLASSES = {
    Class.QUICK_WIN: "quick win",
    Class.PREPARE: "prepare",
    Class.MAJOR_PROJECT: "major project",
    Class.FILL_IN: "fill-in",
    Class.RECONSIDER: "reconsider",
}
LOSSES = ("coverage", "timeliness", "delivery", "priority")
"""The factors that may cost a program points, beside its impact."""


def rank(study: Study, *, by: str = "score") -> Ranking:
    """The programs of a study, best first: by score, or by value, the score per unit of cost.

    Raises:
        ValueError: `by` is neither.
    """
    if by not in {"score", "value"}:
        raise ValueError(f"by is 'score' or 'value', not {by!r}")
    judged = judge(study)
    programs = [ranked(judged, row, place) for place, row in in_order(judged)]
    criteria = study.judge.criteria
    return Ranking(
        title=study.title,
        model=criteria.model.kind,
        set=study.judge.set,
        inputs=study.inputs,
        skipped=study.skipped,
        programs=tuple(by_value(programs) if by == "value" else programs),
        of=len(programs),
        by=by,
        money=unit_of_money(study.judge.context),
        dimensions=tuple(criteria.dimensions),
        least_impact=criteria.quick_win.impact,
        missing_enablers=missing_enablers(judged),
    )


def by_value(programs: list[Ranked]) -> list[Ranked]:
    """The programs by score per cost, those without one last in the order of their scores."""

    def value(program: Ranked) -> tuple[bool, float]:
        known = program.score_per_cost
        return (True, -rounded(program.score)) if known is None else (False, -rounded(known))

    ordered = sorted(programs, key=value)  # stable: ties keep the order of scores
    first: dict[tuple[bool, float], int] = {}
    return [replace(program, rank=first.setdefault(value(program), place)) for place, program in enumerate(ordered, 1)]


def ranked(judged: Judged, row: int, place: int) -> Ranked:
    """One program with its rank and all that its score is made of."""
    study, scores = judged.study, judged.scores
    candidate = study.candidates[row]
    program, cost = candidate.program, total_cost(candidate.program, study.judge.criteria.horizon)
    score, weakest = float(scores.score[row]), float(scores.weakest[row])
    class_ = Class(scores.classes[row])
    on_criteria = criteria(judged, row)
    unstated = [key for key, one in on_criteria.items() if one.performance is None]
    return Ranked(
        rank=place,
        id=candidate.id,
        name=program.name,
        dimension=program.dimension,
        owner=program.owner,
        score=score,
        class_=CLASSES[class_],
        held_by=held_by(judged, row) if class_ is Class.PREPARE else (),
        impact=float(scores.impact[row]),
        coverage=float(scores.coverage[row]),
        planned_months=float(judged.inputs.planned[row]),
        start=float(scores.start[row]),
        waits_for=judged.waits_for(row),
        months=float(scores.months[row]),
        lasts=program.lasts.point if program.lasts else None,
        timeliness=float(scores.timeliness[row]),
        readiness=float(scores.readiness[row]),
        weakest_pillar=None if math.isnan(weakest) else weakest,
        delivery=float(scores.delivery[row]),
        priority=float(scores.priority[row]),
        cost=None if math.isnan(cost) else cost,
        score_per_cost=score / (cost / unit_of_money(study.judge.context)[0]) if cost > 0 else None,
        costs_most=costs_most(judged, row),
        missing=(*unstated, *missing_readiness(program, study.judge)),
        assumed=tuple(assumed(candidate, judged.unsure_above(row), study.judge, judged.reads)),
        criteria=on_criteria,
    )


def criteria(judged: Judged, row: int) -> dict[str, OnCriterion]:
    """How a program does on each criterion, in the order of the file."""
    found = {}
    program = judged.study.candidates[row].program
    for column, leaf in enumerate(judged.study.judge.leaves):
        number, value = float(judged.inputs.performances[row, column]), float(judged.scores.values[row, column])
        stated = program.impact.get(leaf.key)
        level = stated.level if stated else None
        factor = leaf.criterion.factor
        found[leaf.key] = OnCriterion(
            None if math.isnan(number) else level or number,
            value,
            None if factor else leaf.weight,
            None if factor else 100 * leaf.weight * value,
        )
    return found


def held_by(judged: Judged, row: int) -> tuple[str, ...]:
    """The gates that are shut for a program."""
    gates = (("money", judged.inputs.money[row]), ("readiness", judged.scores.ready[row]))
    return tuple(name for name, is_open in gates if not is_open)


def costs_most(judged: Judged, row: int) -> Loss | None:
    """The smallest of coverage, timeliness, delivery and priority, and the points that it costs."""
    factors = {name: float(getattr(judged.scores, name)[row]) for name in LOSSES}
    smallest = min(LOSSES, key=lambda name: rounded(factors[name]))
    if rounded(factors[smallest]) == 1:
        return None
    whole = points(judged, row, factors | {smallest: 1.0})
    return Loss(smallest, whole - float(judged.scores.score[row]))


def points(judged: Judged, row: int, factors: Mapping[str, float]) -> float:
    """The score that a program would have with other factors."""
    coverage, timeliness, delivery, priority = (np.array(factors[name]) for name in LOSSES)
    impact = judged.scores.impact[row]
    return float(total(impact, coverage, timeliness, delivery, priority, judged.inputs.rules.weight_of_impact))


def against(before: Ranking, after: Ranking) -> Ranking:
    """The later of two rankings, with the ranks that each program gained and the classes that changed."""
    earlier = {program.id: program for program in before.programs}
    both = [(program, earlier[program.id]) for program in after.programs if program.id in earlier]
    return replace(
        after,
        moved={program.id: old.rank - program.rank for program, old in both},
        was={program.id: old.class_ for program, old in both if old.class_ != program.class_},
    )
