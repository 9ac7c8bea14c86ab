"""Small studies for numbers that are worked out by hand."""

from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.studies import Criterion, Estimate, Fact, Locality, Program, Study

READY, HALF_READY = 5, 3


def number(value: float) -> Estimate:
    """An estimate without doubt."""
    return Estimate(value=Fraction(str(value)))


def program(key: str, months: float, ease: float = READY, **further: Any) -> Program:
    """A program that is ready and that does all the good there is, unless it says otherwise."""
    return Program(
        **{
            "id": key,
            "name": key,
            "time_to_benefit": number(months),
            "impact": {"ease": number(ease)},
            "readiness": number(READY),
            **further,
        }
    )


def cost(capex: float, opex_per_year: float = 0) -> dict[str, Estimate]:
    """Cost in two parts."""
    return {"capex": number(capex), "opex_per_year": number(opex_per_year)}


def study(*programs: Program, **further: Any) -> Study:
    """Month 0 is September 2022 and month 4 January 2023; a month is an eighth of all to the horizon."""
    return Study(
        **{
            "criteria": (Criterion("ease", scale=(Fraction(1), Fraction(5))),),
            "programs": programs,
            "start": date(2022, 9, 15),
            "deadline": Fraction(8),
            "horizon": 8,
            **further,
        }
    )


def place(**coverage: float) -> Locality:
    """A context with these enablers."""
    return Locality(coverage={key: Fact(Fraction(str(share))) for key, share in coverage.items()})
