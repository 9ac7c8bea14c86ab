"""The explanation of a program as sentences and tables that a room can follow."""

from collections.abc import Iterator

from quickwin.answers.decided_table import decide, held
from quickwin.answers.explanation import Explanation, Step
from quickwin.answers.judged import rounded
from quickwin.answers.numbers_table import numbers
from quickwin.answers.versus_table import versus
from quickwin.answers.wording import beside, joined, place, signed
from quickwin.say import say
from quickwin.table import Column, Row, Table

LOSS = {
    "impact": "of what an ideal program would do",
    "coverage": "people whom it cannot reach yet",
    "timeliness": "months that pass before it is felt",
    "delivery": "the chance that it, or what it depends on, never delivers",
    "priority": "its dimension is not the one put first",
}
WORTH_A_WORD = 0.05
"""Points below which a loss is not explained: they show as 0.0."""


def tables(explanation: Explanation) -> tuple[Table, ...]:
    """The explanation, from the one sentence to every number."""
    if explanation.versus is not None:
        return (versus(explanation),)
    return (chain(explanation), criteria(explanation), path(explanation), decide(explanation), numbers(explanation))


def headline(explanation: Explanation) -> str:
    """Why the program stands where it does, in one sentence."""
    one = explanation.program
    most = one.costs_most
    cost = ""
    if most and most.shows:
        cost = say(
            "; {factor} costs it most, and would give {points:.1f} points if nothing were lost there",
            factor=most.factor,
            points=most.points,
        )
    stands = (
        say("is {rank} of {of}", rank=place(one.rank), of=explanation.of) if one.rank else say("is not ranked here")
    )
    return say(
        "{name} {stands}, with {score:.1f} points: {class_}{cost}.",
        name=one.name,
        stands=stands,
        score=one.score,
        class_=class_in_words(explanation),
        cost=cost,
    )


def class_in_words(explanation: Explanation) -> str:
    """The class, with the two comparisons or the gates that make it."""
    one, gates = explanation.program, explanation.gates
    effective = say(
        "its effective impact is {impact} (the gate is {gate:.4g}%)",
        impact=beside(rounded(one.effective_impact), gates["impact"], percent=True),
        gate=100 * gates["impact"],
    )
    soon = say(
        "it is felt after {months} months (the deadline is {deadline:.4g})",
        months=beside(rounded(one.months), gates["deadline"], least=1),
        deadline=gates["deadline"],
    )
    reasons = joined([held(explanation, gate) for gate in one.held_by])
    shut = say("; it is held since {reasons}", reasons=reasons) if reasons else ""
    return say("{name}, since {effective} and {soon}{shut}", name=one.class_, effective=effective, soon=soon, shut=shut)


def chain(explanation: Explanation) -> Table:
    """From 100 to the score, loss by loss."""
    score = explanation.program.score
    steps = tuple(
        Row(
            (
                step.name,
                step.factor,
                step.after,
                step.after - step.before,
                (step.after / 100, step.before / 100),
                why(step),
            )
        )
        for step in explanation.chain
    )
    first = Row((say("ideal program"), None, 100.0, None, (0.0, 1.0), ""))
    last = Row((say("score"), None, score, None, (0.0, score / 100), ""), "good")
    columns = (
        Column("step", ""),
        Column("factor", say("Factor"), "share"),
        Column("points", say("Points"), "points"),
        Column("loss", say("Loss"), "points"),
        Column("bar", "", "bar", spare=2),
        Column("why", say("What is lost"), spare=1),
    )
    title, lead = explanation.program.name, (headline(explanation),)
    return Table(title, columns, (first, *steps, last), lead=lead, notes=tuple(enabling(explanation)))


def why(step: Step) -> str:
    """What is lost in a step, where it is anything to speak of."""
    return LOSS[step.name] if step.before - step.after > WORTH_A_WORD else ""


def enabling(explanation: Explanation) -> Iterator[str]:
    """What missing enablers do to the program, and what it unlocks for others."""
    for name, covered, added in explanation.enablers:
        more = say(", and what it depends on brings {added:.1%} more", added=added) if added else ""
        yield say("It needs {name}, which {share:.1%} of the place have{more}.", name=name, share=covered, more=more)
    if explanation.unlocks:
        gains = joined(
            [say("{name} ({points})", name=one.name, points=signed(one.points)) for one in explanation.unlocks]
        )
        yield say("What it brings unlocks points of others: {gains}.", gains=gains)


def criteria(explanation: Explanation) -> Table:
    """Each criterion's performance, value, weight and points."""
    rows = tuple(
        Row(
            (
                explanation.titles[key],
                performed(one.performance, explanation.per.get(key)),
                one.value,
                say("factor") if one.weight is None else f"{one.weight:.0%}",
                one.points,
            )
        )
        for key, one in explanation.program.criteria.items()
    )
    columns = (
        Column("criterion", say("Criterion")),
        Column("performance", say("Performance")),
        Column("value", say("Value"), "share"),
        Column("weight", say("Weight")),
        Column("points", say("Points"), "points"),
    )
    return Table(say("Impact, {impact:.0%}", impact=explanation.program.impact), columns, rows)


def performed(performance: float | str | None, per: str | None) -> str:
    """A performance in words: a level's name, a share of what it is divided by, or a number."""
    if performance is None:
        return say("not stated")
    if isinstance(performance, str):
        return performance
    return say("{share:.2%} of {per}", share=performance, per=per) if per else f"{performance:.4g}"


def path(explanation: Explanation) -> Table:
    """The critical path in months."""
    last = max([stretch.ends for stretch in explanation.critical_path] + [1.0])
    rows = tuple(
        Row((stretch.what, stretch.begins, stretch.ends, stretch.planned, (stretch.begins / last, stretch.ends / last)))
        for stretch in explanation.critical_path
    )
    columns = (
        Column("what", "Critical path"),
        Column("begins", "From", "months"),
        Column("ends", "To", "months"),
        Column("planned", "Planned", "months"),
        Column("bar", "", "bar", spare=1),
    )
    one = explanation.program
    note = say(
        "Readiness is {readiness:.0%}, so the work takes {own:.1f} months where {planned:.1f} are planned.",
        readiness=one.readiness,
        own=one.months - one.start,
        planned=one.planned_months,
    )
    return Table(say("Months to benefit, {months:.1f}", months=one.months), columns, rows, notes=(note,))
