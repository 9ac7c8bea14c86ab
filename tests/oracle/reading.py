"""The single numbers that the score is made of: an estimate's point, planned months, cost."""

from collections.abc import Mapping
from fractions import Fraction

from tests.oracle.studies import Estimate, Program, Study, Value


def point(estimate: Estimate, levels: Mapping[str, Fraction] | None = None) -> Fraction:
    """The value that stands for an estimate, names of levels having become values first."""
    if estimate.value is not None:
        return number(estimate.value, levels)
    if estimate.raters:
        given = [number(value, levels) for _, value in estimate.raters]
        return sum(given, Fraction(0)) / len(given)
    assert estimate.low is not None
    assert estimate.high is not None
    return (number(estimate.low, levels) + number(estimate.high, levels)) / 2


def number(value: Value, levels: Mapping[str, Fraction] | None) -> Fraction:
    """A plain number, or the value of a level."""
    if isinstance(value, Fraction):
        return value
    assert levels is not None
    return levels[value]


def planned_months(program: Program) -> float:
    """Planned months: one estimate, or the sum of the phases."""
    stated = program.time_to_benefit
    if isinstance(stated, Estimate):
        return float(point(stated))
    return float(sum(point(phase) for phase in stated.values()))


def cost_part(program: Program, part: str) -> Fraction | None:
    """`capex` or `opex_per_year` as stated; a lone cost is capex."""
    stated = program.cost
    if stated is None:
        return None
    if isinstance(stated, Estimate):
        return point(stated) if part == "capex" else None
    return point(stated[part]) if part in stated else None


def cost_of(study: Study, program: Program) -> float | None:
    """Cost up to the horizon; None where neither part is stated."""
    capex, opex = cost_part(program, "capex"), cost_part(program, "opex_per_year")
    if capex is None and opex is None:
        return None
    return float((capex or 0) + (opex or 0) * Fraction(study.horizon, 12))


def money_unit(study: Study) -> float:
    """The money in which the context counts."""
    return 1e9 if study.locality is None else float(study.locality.unit)
