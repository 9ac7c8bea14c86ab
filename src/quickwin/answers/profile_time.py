"""When a program is felt, and how ready its owner is, as chapters of its profile sheet."""

from collections.abc import Iterator
from datetime import date

from quickwin.answers.figures import estimated, in_months, month_of, percent, spoken
from quickwin.answers.judged import rounded
from quickwin.answers.profile_words import NOT_STATED
from quickwin.answers.profiles import Profile
from quickwin.answers.wording import beside, joined
from quickwin.say import say
from quickwin.study.estimate import Estimate
from quickwin.table import Column, Row, Table


def time(sheet: Profile) -> Iterator[Table]:
    """When it starts and is felt, and the phases in between."""
    one, times = sheet.explanation.program, sheet.times
    planned = sheet.stated.time_to_benefit
    in_all = estimated(planned, in_months) if isinstance(planned, Estimate) else in_months(one.planned_months)
    entries = (
        (say("Planned"), in_all),
        (say("Expected, with a readiness of {share}", share=percent(one.readiness)), in_months(one.months - one.start)),
        (say("Work starts"), at(one.start, times.begins) + waiting(sheet)),
        (say("Benefit is felt from"), at(one.months, times.felt)),
        (say("Deadline"), deadline(sheet)),
        (say("Benefit lasts"), lasting(sheet)),
    )
    columns = (Column("item", say("Item")), Column("entry", say("Entry")))
    yield Table(say("Time"), columns, tuple(map(Row, entries)), depth=1)
    if not isinstance(planned, Estimate):
        yield phases(planned)


def phases(planned: dict[str, Estimate]) -> Table:
    """The phases, below the times without a title of their own."""
    columns = (
        Column("phase", say("Phase")),
        Column("planned", say("Planned months"), "months"),
        Column("low", say("At least"), "months"),
        Column("high", say("At most"), "months"),
        Column("standing", say("Standing")),
    )
    rows = tuple(Row((spaced(key), one.point, one.low, one.high, standing(one))) for key, one in planned.items())
    return Table("", columns, rows, depth=1)


def spaced(key: str) -> str:
    """A key as words."""
    return key.replace("_", " ")


def standing(stated: Estimate | None) -> str:
    """Whether a number is assumed."""
    return say("assumed") if stated and stated.assumed else ""


def at(months: float, day: date | None) -> str:
    """A time as a month of the calendar, and as months from the start of the round."""
    return (
        say("{month} (month {number:.1f})", month=month_of(day), number=months)
        if day
        else say("month {number:.1f}", number=months)
    )


def waiting(sheet: Profile) -> str:
    """What the start waits for."""
    one = sheet.explanation.program
    if sheet.times.waits_for:
        return say(", after {name}", name=sheet.times.waits_for)
    return say(", when its money opens") if one.waits_for == "money" else ""


def deadline(sheet: Profile) -> str:
    """The deadline, and by how much it is kept or missed."""
    months, limit = rounded(sheet.explanation.program.months), sheet.explanation.gates["deadline"]
    where = say("month {limit:.4g}", limit=limit)
    when = say("{day} ({where})", day=spoken(sheet.times.deadline), where=where) if sheet.times.deadline else where
    if sheet.in_time:
        return say("{when}: kept, with {months} to spare", when=when, months=in_months(limit - months))
    return say("{when}: missed by {months} months", when=when, months=beside(months - limit, 0.0, least=1))


def lasting(sheet: Profile) -> str:
    """How long the benefit is felt."""
    stated = estimated(sheet.stated.lasts, in_months)
    return stated or say("not stated; counted to month {horizon}", horizon=sheet.times.horizon)


def readiness(sheet: Profile) -> Table:
    """How ready the owner is, by pillar and item."""
    rows = []
    for pillar in sheet.pillars:
        rows.append(Row((spaced(pillar.name), "", NOT_STATED if pillar.share is None else pillar.share, pillar.note)))
        rows += [
            Row(("", spaced(name), NOT_STATED if item is None else item.point, standing(item)))
            for name, item in pillar.items
        ]
    columns = (
        Column("pillar", say("Pillar")),
        Column("item", say("Item")),
        Column("ready", say("Ready"), "share"),
        Column("remark", say("Remark")),
    )
    return Table(say("Readiness"), columns, tuple(rows), notes=(weakest(sheet),), depth=1)


def weakest(sheet: Profile) -> str:
    """The weakest pillar against the gate."""
    gate = sheet.explanation.gates["readiness"]
    unstated = [spaced(pillar.name) for pillar in sheet.pillars if pillar.share is None]
    if unstated:
        return say(
            "Nothing is stated about {names}, so the gate of readiness ({gate:.4g}%) is shut.",
            names=joined(unstated),
            gate=100 * gate,
        )
    pillar = min(sheet.pillars, key=lambda one: one.share or 0.0)
    share = rounded(pillar.share or 0.0)
    verdict = say("passes") if share >= rounded(gate) else say("does not pass")
    return say(
        "The weakest is {name}, at {share}: it {verdict} the gate of {gate:.4g}%.",
        name=spaced(pillar.name),
        share=beside(share, gate, percent=True),
        verdict=verdict,
        gate=100 * gate,
    )
