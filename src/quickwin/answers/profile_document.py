"""A profile sheet as JSON has it."""

from dataclasses import asdict
from datetime import date
from typing import Any

from quickwin.answers.profiles import Assumed, Indicator, Pillar, Profile
from quickwin.study.estimate import About, Estimate


def document(sheet: Profile) -> dict[str, Any]:
    """A sheet of the schema quickwin/profile/1."""
    stated, explanation = sheet.stated, sheet.explanation
    wins = explanation.program.class_ == "quick win"
    return {
        "program": explanation.program.document(),
        "of": explanation.of,
        "subdimension": stated.subdimension,
        "partners": list(stated.partners),
        "problem": stated.problem,
        "target_group": stated.target_group,
        "beneficiaries": number(stated.beneficiaries),
        "fallback": stated.fallback,
        "needs": [asdict(need) for need in sheet.needs],
        "reachable": number(stated.reachable),
        "provides": [{"enabler": name, **with_number(gain)} for name, gain in stated.provides.items()],
        "depends_on": [asdict(other) for other in sheet.depends_on],
        "conflicts_with": [asdict(other) for other in sheet.conflicts_with],
        "time": times(sheet),
        "money": money(sheet),
        "readiness": [pillar(one) for one in sheet.pillars],
        "chain": [asdict(step) for step in explanation.chain],
        "kpi": [indicator(one) for one in sheet.kpi],
        "legal_basis": list(stated.legal_basis),
        "evidence": [
            {"title": one.title, "url": one.url, "date": one.date, "note": one.note} for one in stated.evidence
        ],
        "note": stated.note,
        "assumed": [assumption(one) for one in sheet.assumed],
        "missing": [".".join(map(str, path)) for path in sheet.missing],
        "would_win_at": None
        if wins
        else [
            {"path": turn.path, "now": turn.now, "needed": turn.needed, "level": turn.level}
            for turn in explanation.turns
            if turn.needed is not None
        ],
        "money_alone": explanation.money_alone,
    }


def number(estimate: Estimate | None) -> dict[str, Any] | None:
    """A number with its range; None where it is not stated."""
    return None if estimate is None else with_number(estimate)


def with_number(estimate: Estimate) -> dict[str, Any]:
    """The parts of a number."""
    return {"value": estimate.point, "low": estimate.low, "high": estimate.high, "assumed": estimate.assumed}


def times(sheet: Profile) -> dict[str, Any]:
    """When it starts, how long it takes, and when it is felt."""
    planned, one = sheet.stated.time_to_benefit, sheet.explanation.program
    phases = {None: planned} if isinstance(planned, Estimate) else planned
    return {
        "phases": [{"name": name, **with_number(phase)} for name, phase in phases.items()],
        "own_months": one.months - one.start,
        "begins": day(sheet.times.begins),
        "felt": day(sheet.times.felt),
        "deadline": sheet.explanation.gates["deadline"],
        "deadline_on": day(sheet.times.deadline),
        "in_time": sheet.in_time,
        "horizon": sheet.times.horizon,
    }


def money(sheet: Profile) -> dict[str, Any]:
    """What it costs, who pays, and from when on."""
    stated, funding = sheet.stated, sheet.stated.funding
    return {
        "capex": number(stated.capex),
        "opex_per_year": number(stated.opex_per_year),
        "cost_per_beneficiary": sheet.cost_per_beneficiary,
        "source": funding.source if funding else None,
        "status": funding.status if funding else None,
        "opens": sheet.times.opens,
        "opens_on": day(sheet.times.opens_on),
    }


def day(one: date | None) -> str | None:
    """A day as 2022-09-01."""
    return None if one is None else one.isoformat()


def pillar(one: Pillar) -> dict[str, Any]:
    """A pillar of readiness with its items."""
    items = [
        {"name": name, "share": item.point if item else None, "assumed": bool(item and item.assumed)}
        for name, item in one.items
    ]
    return {"name": one.name, "share": one.share, "items": items, "note": one.note or None}


def indicator(one: Indicator) -> dict[str, Any]:
    """A KPI."""
    return {
        "name": one.name,
        "unit": one.unit,
        "baseline": number(one.baseline),
        "target": number(one.target),
        "by": one.by,
        "note": one.note,
    }


def assumption(one: Assumed) -> dict[str, Any]:
    """An assumed number, and what is noted beside it."""
    about: About | None = one.about
    return {
        "path": ".".join(map(str, one.path)),
        "taken_as": one.taken,
        "source": about.source if about else None,
        "note": about.note if about else None,
    }
