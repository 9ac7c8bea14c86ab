"""Study → the arrays that the engine takes: the one place where what files say becomes numbers in rows."""

from collections.abc import Iterable, Sequence

import numpy as np

from quickwin.engine.inputs import Curve, Enabler, Floats, Inputs, Rules
from quickwin.study.ancestry import families, parent_rows
from quickwin.study.criteria import Criteria
from quickwin.study.criterion import Leaf
from quickwin.study.estimate import Estimate
from quickwin.study.program import Program
from quickwin.study.readiness import Readiness
from quickwin.study.study import Study
from quickwin.study.times import NONE

MISSING = float("nan")


def arrays(study: Study) -> Inputs:
    """The arrays of a study, a row for each candidate in its order."""
    criteria, programs = study.judge.criteria, [candidate.program for candidate in study.candidates]
    parents = parent_rows(study.candidates)
    generations, ancestors = families(parents)
    leaves = study.judge.leaves
    by_leaf = [[performance(program, leaf, criteria.horizon) for program in programs] for leaf in leaves]
    return Inputs(
        rules=rules(criteria),
        performances=np.array(by_leaf, dtype=np.float64).reshape(len(leaves), len(programs)).T,
        curves=tuple(curve(leaf) for leaf in leaves),
        weights=np.array([leaf.weight for leaf in leaves]),
        factors=np.array([leaf.criterion.factor for leaf in leaves]),
        planned=np.array([planned_months(program) for program in programs]),
        lasts=np.array([program.lasts.point if program.lasts else np.inf for program in programs]),
        opens=np.array([opening(program, study) for program in programs]),
        pillars=np.array([pillars(program, criteria.readiness) for program in programs]).reshape(
            len(programs), len(criteria.readiness.pillars) or 1
        ),
        pillar_weights=np.array([pillar.weight for pillar in criteria.readiness.pillars.values()] or [1.0]),
        reachable=np.array([point(program.reachable) for program in programs]),
        enablers=enablers(study, programs),
        generations=generations,
        ancestors=ancestors,
        priorities=np.array(
            [
                criteria.dimensions[one.dimension].priority if one.dimension in criteria.dimensions else 1.0
                for one in programs
            ]
        ),
        money=np.array(
            [criteria.budget_opens is None or money(program) is not None for program in programs], dtype=bool
        ),
    )


def rules(criteria: Criteria) -> Rules:
    """The settings of the round."""
    model, ready = criteria.model, criteria.readiness
    impact, time = model.impact or 0.0, model.time or 0.0
    return Rules(
        deadline=criteria.deadline,
        horizon=criteria.horizon,
        discount_rate=criteria.discount_rate,
        least_impact=criteria.quick_win.impact,
        least_readiness=criteria.quick_win.readiness,
        assumed=ready.assumed,
        delay=ready.delay,
        loss=ready.loss,
        weight_of_impact=impact / (impact + time) if model.kind == "sum" else None,
    )


def point(estimate: Estimate | None) -> float:
    """An estimate's point, NaN where there is none."""
    return MISSING if estimate is None else estimate.point


def curve(leaf: Leaf) -> Curve:
    """A leaf's value function."""
    performances, values = zip(*leaf.scale.points, strict=True)
    return Curve(np.array(performances), np.array(values))


def performance(program: Program, leaf: Leaf, horizon: int) -> float:
    """A program's performance on a criterion, after `per`; NaN where it is missing."""
    measure = leaf.criterion.measure
    raw = point(program.impact.get(leaf.key)) if measure is None else measured(program, measure, horizon)
    return raw / leaf.scale.divisor


def measured(program: Program, measure: str, horizon: int) -> float:
    """A measure of a program: people, or money; NaN where it is missing."""
    people = point(program.beneficiaries)
    if measure == "beneficiaries":
        return people
    if measure == "cost_per_beneficiary":
        return total_cost(program, horizon) / people if people else MISSING
    if measure == "cost":
        return total_cost(program, horizon)
    return point(program.capex if measure == "cost.capex" else program.opex_per_year)


def total_cost(program: Program, horizon: int) -> float:
    """What a program costs up to the horizon: capex and running cost, NaN where neither is stated."""
    if program.capex is None and program.opex_per_year is None:
        return MISSING
    capex, running = (0.0 if part is None else part.point for part in (program.capex, program.opex_per_year))
    return capex + running * horizon / 12


def planned_months(program: Program) -> float:
    """Planned months, all phases together."""
    time = program.time_to_benefit
    return time.point if isinstance(time, Estimate) else sum(phase.point for phase in time.values())


def money(program: Program) -> str | None:
    """The kind of money that a program has; None where there is none, or nothing is stated about it."""
    status = program.funding.status if program.funding else None
    return None if status == NONE else status


def opening(program: Program, study: Study) -> float:
    """Months from the start until a program's money opens; 0 where money is not judged."""
    dates, kind = study.judge.criteria.budget_opens, money(program)
    if dates is None:
        return 0.0
    return max(dates.values()) if kind is None else dates.get(kind, 0.0)  # secured money without a date is open at once


def pillars(program: Program, readiness: Readiness) -> list[float]:
    """Readiness of each pillar in [0, 1], NaN where nothing of it is stated; one number where there are no pillars."""
    stated = program.readiness
    if stated is None or isinstance(stated, Estimate):
        return [point(stated)] * (len(readiness.pillars) or 1)
    return [of_pillar(stated.get(key)) for key in readiness.pillars]


def of_pillar(stated: Estimate | dict[str, Estimate] | None) -> float:
    """Readiness of one pillar: as stated, or the mean of its stated items."""
    if stated is None or isinstance(stated, Estimate):
        return point(stated)
    return sum(item.point for item in stated.values()) / len(stated)


def enablers(study: Study, programs: Sequence[Program]) -> tuple[Enabler, ...]:
    """The enablers that some program needs and whose coverage counts for it."""
    provided: dict[str, list[tuple[int, float]]] = {}
    for row, program in enumerate(programs):
        for name, gain in program.provides.items():
            provided.setdefault(name, []).append((row, gain.point))
    return tuple(
        Enabler(
            np.array(study.judge.context.coverage[name].value),
            np.array(rows, dtype=np.intp),
            gains(provided.get(name), len(programs)),
        )
        for name, rows in needed(programs).items()
    )


def needed(programs: Iterable[Program]) -> dict[str, list[int]]:
    """The enablers that some program needs and whose coverage counts for it, with the rows of these programs."""
    rows: dict[str, list[int]] = {}
    for row, program in enumerate(programs):
        for name in dict.fromkeys(program.needs) if program.reachable is None else ():
            rows.setdefault(name, []).append(row)
    return rows


def gains(provided: list[tuple[int, float]] | None, size: int) -> Floats | None:
    """What each program adds to an enabler's coverage; None where none does."""
    if not provided:
        return None
    added = np.zeros(size)
    for row, gain in provided:
        added[row] = gain
    return added
