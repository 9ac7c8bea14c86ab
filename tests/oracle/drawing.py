"""A study as one draw has it: every uncertain number a plain one, so that it can be ranked apart from the product."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from tests.oracle.impact import leaves
from tests.oracle.studies import Criterion, Estimate, Program, Study

Path = tuple[Any, ...]
Numbers = Mapping[Path, float]
"""By path; readiness as its place on the scale, a level as its value."""


def as_drawn(study: Study, shares: Numbers, numbers: Mapping[str, Numbers]) -> Study:
    """The study with drawn weights, by the path of the criterion, and drawn numbers, by program."""
    programs = tuple(of_program(study, program, numbers.get(program.id, {})) for program in study.programs)
    criteria = tuple(of_criterion(one, ("criteria",), shares) for one in study.criteria)
    return replace(study, criteria=criteria, programs=programs)


def of_criterion(one: Criterion, above: Path, shares: Numbers) -> Criterion:
    """A criterion with its drawn weight; levels become a scale from 0 to 1."""
    path = (*above, one.key)
    weight = Estimate(value=Fraction(shares[path])) if path in shares else one.weight
    children = tuple(of_criterion(child, (*path, "criteria"), shares) for child in one.children)
    scale = (Fraction(0), Fraction(1)) if one.levels is not None else one.scale
    return replace(one, weight=weight, children=children, levels=None, scale=scale)


def of_program(study: Study, program: Program, numbers: Numbers) -> Program:
    """A program with plain numbers."""

    def drawn(stated: Any, path: Path) -> Any:
        if path in numbers:
            value = Fraction(numbers[path])
            worst, best = study.readiness.scale
            return Estimate(value=worst + value * (best - worst) if path[0] == "readiness" else value)
        if isinstance(stated, Mapping):
            named = {key: drawn(part, (*path, key)) for key, part in stated.items()}
            return named | {one[-1]: drawn(None, one) for one in numbers if one[:-1] == path and one[-1] not in named}
        return stated

    levels = {leaf.key: leaf.levels for leaf, _ in leaves(study.criteria, 1.0) if leaf.levels is not None}
    plain = {key: in_numbers(one, levels[key]) if key in levels else one for key, one in program.impact.items()}
    known = {"impact": plain}
    fields = ("beneficiaries", "time_to_benefit", "lasts", "impact", "provides", "reachable", "cost", "readiness")
    stated = {name: known.get(name, getattr(program, name)) for name in fields}
    if stated["readiness"] is None and any(path[0] == "readiness" and len(path) > 1 for path in numbers):
        stated["readiness"] = {}
    return replace(program, **{name: drawn(one, (name,)) for name, one in stated.items()})


def in_numbers(estimate: Estimate, levels: Mapping[str, Fraction]) -> Estimate:
    """An estimate on levels by their values."""

    def value(name: Any) -> Any:
        return None if name is None else levels[name]

    raters = tuple((office, value(name)) for office, name in estimate.raters)
    return Estimate(value(estimate.value), value(estimate.low), value(estimate.high), raters)
