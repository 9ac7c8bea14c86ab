"""The explanation of a program as sentences and tables that a room can follow."""

import math
from collections.abc import Iterator

from quickwin.answers.explain import Explanation, Number
from quickwin.answers.levers import Turn
from quickwin.answers.ranked_table import joined
from quickwin.answers.versus import Cause
from quickwin.say import say
from quickwin.table import Cell, Column, Row, Table

LOSS = {
    "impact": "of what an ideal program would do",
    "coverage": "people whom it cannot reach yet",
    "timeliness": "months that pass before it is felt",
    "delivery": "the chance that it, or what it depends on, never delivers",
    "priority": "its dimension is not the one put first",
}
GATES = {
    "money": "there is no money for it, or nothing is stated about money",
    "readiness": "its weakest pillar of readiness is below the gate, or one is not stated",
}


def tables(explanation: Explanation) -> tuple[Table, ...]:
    """The explanation, from the one sentence to every number."""
    if explanation.versus is not None:
        return (versus(explanation),)
    return (chain(explanation), criteria(explanation), path(explanation), decide(explanation), numbers(explanation))


def headline(explanation: Explanation) -> str:
    """Why the program stands where it does, in one sentence."""
    one = explanation.program
    most = one.costs_most
    cost = say("; {factor} costs it most, {points:.1f} points", factor=most.factor, points=most.points) if most else ""
    return say("{name} is {rank} of {of} with {score:.1f} points: {class_}{cost}.", name=one.name, rank=place(one.rank),
               of=explanation.of, score=one.score, class_=class_in_words(explanation), cost=cost)


def place(rank: int) -> str:
    """A rank in words: 1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if rank % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}" if rank else say("not ranked")


def class_in_words(explanation: Explanation) -> str:
    """The class, with the two comparisons or the gates that make it."""
    one, gates = explanation.program, explanation.gates
    effective = say("its effective impact is {impact:.0%} (the gate is {gate:.0%})", impact=one.effective_impact, gate=gates["impact"])
    soon = say("it is felt after {months:.1f} months (the deadline is {deadline:.4g})", months=one.months, deadline=gates["deadline"])
    held = "".join(say(", held since {why}", why=GATES[gate]) for gate in one.held_by)
    return say("{name}, since {effective} and {soon}{held}", name=one.class_, effective=effective, soon=soon, held=held)


def chain(explanation: Explanation) -> Table:
    """From 100 to the score, loss by loss."""
    rows = [Row((say("ideal program"), None, 100.0, None, (0.0, 1.0), ""))]
    for step in explanation.chain:
        lost = step.before - step.after
        rows.append(Row((step.name, step.factor, step.after, -lost if lost else 0.0, (step.after / 100, step.before / 100), LOSS[step.name] if lost > 0.05 else "")))
    rows.append(Row((say("score"), None, explanation.program.score, None, (0.0, explanation.program.score / 100), ""), "good"))
    columns = (Column("step", ""), Column("factor", "Factor", "share"), Column("points", "Points", "points"),
               Column("loss", "Loss", "points"), Column("bar", "", "bar", spare=2), Column("why", "What is lost", spare=1))
    return Table(explanation.program.name, columns, tuple(rows), lead=(headline(explanation),))


def criteria(explanation: Explanation) -> Table:
    """Each criterion's performance, value, weight and points."""
    rows = []
    for key, one in explanation.program.criteria.items():
        weight: Cell = say("factor") if one.weight is None else f"{one.weight:.0%}"
        performance = say("missing") if one.performance is None else one.performance if isinstance(one.performance, str) else f"{one.performance:.4g}"
        rows.append(Row((explanation.titles[key], performance, one.value, weight, one.points)))
    columns = (Column("criterion", "Criterion"), Column("performance", "Performance"), Column("value", "Value", "share"),
               Column("weight", "Weight"), Column("points", "Points", "points"))
    return Table(say("Impact, {impact:.0%}", impact=explanation.program.impact), columns, tuple(rows))


def path(explanation: Explanation) -> Table:
    """The critical path in months."""
    last = max([stretch.ends for stretch in explanation.critical_path] + [1.0])
    rows = tuple(
        Row((stretch.what, stretch.begins, stretch.ends, stretch.planned, (stretch.begins / last, stretch.ends / last)))
        for stretch in explanation.critical_path
    )
    columns = (Column("what", "Critical path"), Column("begins", "From", "months"), Column("ends", "To", "months"),
               Column("planned", "Planned", "months"), Column("bar", "", "bar", spare=1))
    one = explanation.program
    note = say("Readiness is {readiness:.0%}, so the work takes {own:.1f} months where {planned:.1f} are planned.",
               readiness=one.readiness, own=one.months - one.start, planned=one.planned_months)
    return Table(say("Months to benefit, {months:.1f}", months=one.months), columns, rows, notes=(note,))


def decide(explanation: Explanation) -> Table:
    """What would make it a quick win; for a quick win, how far each number may slip."""
    wins = explanation.program.class_ == "quick win"
    able = [turn for turn in explanation.turns if turn.needed is not None]
    rows = tuple(Row((turn.path, amount(turn, turn.now), amount(turn, turn.needed, wins=wins), change(turn, wins=wins))) for turn in able)
    unable = [turn.path for turn in explanation.turns if turn.needed is None]
    notes = []
    if not wins and explanation.money_alone:
        notes.append(say("Secured money alone would make it a quick win."))
    if wins:
        title = say("How far each number may slip alone before it is no quick win")
        if unable:
            notes.append(say("These may be anything: {names}.", names=joined(unable)))
    else:
        title = say("What would make it a quick win, one number at a time")
        if not able and not explanation.money_alone:
            notes.append(say("No single number would: it takes two or more."))
        elif unable:
            notes.append(say("None of these would alone: {names}.", names=joined(unable)))
    columns = (Column("number", "Number"), Column("now", "Now"), Column("needed", "May be" if wins else "Needed"), Column("change", "Change"))
    return Table(title, columns if rows else (), rows, notes=tuple(notes))


def amount(turn: Turn, number: float | None, *, wins: bool | None = None) -> str:
    """A number of a lever as people write it; where it is a limit, rounded to the side on which it holds."""
    if number is None:
        return say("not stated")
    if turn.kind == "level":
        return turn.level or f"{number:.2f}" if wins is not None else f"{number:.2f}"
    up = None if wins is None else (number > (turn.now or 0.0)) != wins
    if turn.kind == "share":
        return f"{rounded_to(100 * number, 1, up=up):g}%"
    digits = 1 if turn.kind == "months" else max(0, 3 - math.ceil(math.log10(abs(number)))) if abs(number) > 1e-9 else 0
    return f"{rounded_to(number, digits, up=up):,.{digits}f}".replace(",", " ") if digits == 0 else f"{rounded_to(number, digits, up=up):g}"


def rounded_to(number: float, digits: int, *, up: bool | None) -> float:
    """A number with some decimals, rounded up, down, or (None) to the nearest."""
    scale = 10.0**digits
    scaled = number * scale
    if up is None:
        return round(scaled) / scale
    return (math.ceil(scaled - 1e-6) if up else math.floor(scaled + 1e-6)) / scale


def change(turn: Turn, *, wins: bool) -> str:
    """How far a number moves, in words."""
    if turn.change is None or turn.kind == "level":
        return ""
    up = (turn.change > 0) != wins
    sign = "+" if turn.change > 0 else "−"
    size = abs(turn.change)
    if turn.kind == "share":
        return say("{sign}{points:g} percentage points", sign=sign, points=rounded_to(100 * size, 1, up=not wins))
    if turn.kind == "months":
        return say("{sign}{months:g} months", sign=sign, months=rounded_to(size, 1, up=not wins))
    return f"{sign}{rounded_to(size, 2, up=not wins) if size < 1000 else math.ceil(size):g}" if up or not up else ""


def numbers(explanation: Explanation) -> Table:
    """Where each number was written, and what is assumed or missing."""
    rows = tuple(Row((one.path, f"{one.value:.6g}", str(one.place).rsplit(":", 1)[0], standing(one))) for one in explanation.numbers)
    columns = (Column("number", "Number"), Column("value", "Read as"), Column("place", "Written in"), Column("standing", "Source"))
    program, notes = explanation.program, []
    if program.missing:
        notes.append(say("Missing, and counted as least: {names}.", names=joined(list(program.missing))))
    if program.assumed:
        notes.append(say("Assumed: {names}.", names=joined(list(program.assumed))))
    return Table(say("Where each number was written"), columns, rows, notes=tuple(notes))


def standing(number: Number) -> str:
    """Where a number comes from, or that it is assumed and why."""
    about = number.about
    if about is None:
        return ""
    source = ", ".join(part for part in (about.source, about.date or about.year) if part)
    if about.assumed:
        return say("assumed: {note}", note=about.note or source) if about.note or source else say("assumed")
    return source or about.note or ""


def versus(explanation: Explanation) -> Table:
    """The difference of two programs, split among its causes."""
    split, one, other = explanation.versus, explanation.program, explanation.other
    if split is None or other is None:
        raise ValueError("an explanation without another program has no difference")
    rows = [Row((cause.title, cause.one, cause.other, cause.points)) for cause in split.causes if abs(cause.points) > 5e-10]
    rows.append(Row((say("sum"), None, None, split.points), "good"))
    columns = (Column("cause", "Cause"), Column("one", one.name, "share"), Column("other", other.name, "share"), Column("points", "Points", "points"))
    return Table(say("{one} against {other}", one=one.name, other=other.name), columns, tuple(rows), lead=tuple(versus_in_words(explanation)))


def versus_in_words(explanation: Explanation) -> Iterator[str]:
    """The difference in one sentence: what speaks for the one, and what for the other."""
    split, one, other = explanation.versus, explanation.program, explanation.other
    if split is None or other is None:
        return
    word = say("more") if split.points >= 0 else say("fewer")
    sentence = say("{one} ({score:.1f}) has {points:.1f} points {word} than {other} ({other_score:.1f})", one=one.name, score=split.score,
                   points=abs(split.points), word=word, other=other.name, other_score=split.other_score)
    gains = [said(cause) for cause in split.causes if cause.points > 0.05][:3]
    losses = [said(cause) for cause in split.causes if cause.points < -0.05][:3]
    if gains:
        sentence += say(": for it speak {gains}", gains=joined(gains))
    if losses:
        sentence += say("{and_} against it {losses}", and_="; " if gains else ": ", losses=joined(losses))
    yield sentence + "."


def said(cause: Cause) -> str:
    """A cause with its points."""
    return say("{title} ({points:+.1f})", title=cause.title, points=cause.points)
