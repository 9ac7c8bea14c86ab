"""The explanation of a program as sentences and tables that a room can follow."""

import math
from collections.abc import Iterator

from quickwin.answers.explain import Explanation, Number, Step
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
WORTH_A_WORD = 0.05
"""Points below which a loss is not explained: they show as 0.0."""
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
    return say(
        "{name} is {rank} of {of} with {score:.1f} points: {class_}{cost}.",
        name=one.name,
        rank=place(one.rank),
        of=explanation.of,
        score=one.score,
        class_=class_in_words(explanation),
        cost=cost,
    )


def place(rank: int) -> str:
    """A rank in words: 1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if rank % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}" if rank else say("not ranked")


def class_in_words(explanation: Explanation) -> str:
    """The class, with the two comparisons or the gates that make it."""
    one, gates = explanation.program, explanation.gates
    effective = say(
        "its effective impact is {impact:.0%} (the gate is {gate:.0%})",
        impact=one.effective_impact,
        gate=gates["impact"],
    )
    soon = say(
        "it is felt after {months:.1f} months (the deadline is {deadline:.4g})",
        months=one.months,
        deadline=gates["deadline"],
    )
    held = "".join(say(", held since {why}", why=GATES[gate]) for gate in one.held_by)
    return say("{name}, since {effective} and {soon}{held}", name=one.class_, effective=effective, soon=soon, held=held)


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
    for name, place, added in explanation.enablers:
        more = say(", and what it depends on brings {added:.1%} more", added=added) if added else ""
        yield say("It needs {name}, which {place:.1%} of the place have{more}.", name=name, place=place, more=more)
    if explanation.unlocks:
        gains = joined([say("{name} ({points:+.1f})", name=one.name, points=one.points) for one in explanation.unlocks])
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


def decide(explanation: Explanation) -> Table:
    """What would make it a quick win; for a quick win, how far each number may slip."""
    wins = explanation.program.class_ == "quick win"
    able = [turn for turn in explanation.turns if turn.needed is not None]
    unable = [turn.path for turn in explanation.turns if turn.needed is None]
    rows = tuple(Row((turn.path, now(turn), limit(turn, wins=wins), change(turn, wins=wins))) for turn in able)
    end = Column("needed", say("May be")) if wins else Column("needed", say("Needed"))
    columns = (Column("number", say("Number")), Column("now", say("Now")), end, Column("change", say("Change")))
    if wins:
        title = say("How far each number may slip alone before it is no quick win")
        notes = [say("These may be anything: {names}.", names=joined(unable))] if unable else []
    else:
        title = say("What would make it a quick win, one number at a time")
        notes = list(falls_short(explanation))
        if explanation.money_alone:
            notes.append(say("Secured money alone would make it a quick win."))
        elif not able:
            notes.append(say("No single number would make it a quick win: it takes two or more."))
    return Table(title, columns if rows else (), rows, notes=tuple(notes))


def falls_short(explanation: Explanation) -> Iterator[str]:
    """Each comparison that keeps a program from being a quick win."""
    one, gates = explanation.program, explanation.gates
    if one.effective_impact < gates["impact"]:
        yield say(
            "Its effective impact is {lack:.1f} percentage points short.",
            lack=100 * (gates["impact"] - one.effective_impact),
        )
    late = one.months - gates["deadline"]
    if late > 0:
        waits = say(", and it cannot start before month {start:.1f}", start=one.start) if one.start > 0 else ""
        yield say("It is felt {late:.1f} months too late{waits}.", late=late, waits=waits)
    for gate in one.held_by:
        yield say("A gate holds it: {why}.", why=GATES[gate])


def now(turn: Turn) -> str:
    """Where a number stands."""
    return say("not stated") if turn.now is None else written(turn, turn.now, up=None)


def limit(turn: Turn, *, wins: bool) -> str:
    """The number at which the class turns, rounded to the side on which the program is a quick win."""
    if turn.level is not None:
        return turn.level
    return written(turn, turn.needed or 0.0, up=(turn.change or 0.0) > 0 if not wins else (turn.change or 0.0) < 0)


def written(turn: Turn, number: float, *, up: bool | None) -> str:
    """A number as people write it, rounded up, down or (None) to the nearest."""
    if turn.kind == "share":
        return f"{rounded_to(100 * number, 1, up=up):g}%"
    return f"{rounded_to(number, digits_of(turn, number), up=up):.10g}"


def digits_of(turn: Turn, number: float) -> int:
    """How many decimals a number of a lever is written with."""
    if turn.kind == "months":
        return 1
    return 2 if abs(number) < 100 else 0


def rounded_to(number: float, digits: int, *, up: bool | None) -> float:
    """A number with some decimals, rounded up, down, or (None) to the nearest."""
    scaled = number * 10.0**digits
    if up is None:
        return round(scaled) / 10.0**digits
    return (math.ceil(scaled - 1e-6) if up else math.floor(scaled + 1e-6)) / 10.0**digits


def change(turn: Turn, *, wins: bool) -> str:
    """How far a number moves, in words: at least so far, or for a quick win at most."""
    if turn.change is None or turn.kind == "level":
        return ""
    sign = "+" if turn.change > 0 else "−"
    if turn.kind == "share":
        size = f"{rounded_to(100 * abs(turn.change), 1, up=not wins):g}"
        return say("{sign}{size} percentage points", sign=sign, size=size)
    size = f"{rounded_to(abs(turn.change), digits_of(turn, turn.needed or 0.0), up=not wins):.10g}"
    return say("{sign}{size} months", sign=sign, size=size) if turn.kind == "months" else f"{sign}{size}"


def numbers(explanation: Explanation) -> Table:
    """Where each number was written, and what is assumed or missing."""
    home = explanation.home
    rows = tuple(
        Row((one.path, read_as(one, explanation), place_in(one, home), standing(one))) for one in explanation.numbers
    )
    columns = (
        Column("number", say("Number")),
        Column("value", say("Read as")),
        Column("place", say("Line")),
        Column("standing", say("Source"), spare=1),
    )
    program, notes = explanation.program, []
    if program.missing:
        notes.append(say("Not stated, and counted against it: {names}.", names=joined(list(program.missing))))
    elsewhere: dict[str, int] = {}
    for path in program.assumed:
        if ":" in path:
            elsewhere[path.partition(":")[0]] = elsewhere.get(path.partition(":")[0], 0) + 1
    for id, count in elsewhere.items():
        notes.append(say("It also stands on {count} assumed numbers of {id}, on which it depends.", count=count, id=id))
    return Table(say("Where each number is written: {file}", file=home), columns, rows, notes=tuple(notes))


def read_as(number: Number, explanation: Explanation) -> str:
    """A number as it was read, on the scale on which it is written."""
    value = number.value
    if number.path.partition(".")[0] in {"coverage", "reachable"}:
        return f"{100 * value:.4g}%"
    if number.path.partition(".")[0] == "readiness":
        worst, best = explanation.readiness_scale
        value = worst + value * (best - worst)
    if number.level:
        return number.level
    return f"{value:.10g}" if abs(value) >= 1000 else f"{value:.4g}"


def place_in(number: Number, home: str) -> str:
    """The line of a number, with its file where that is another one."""
    line = str(number.place.line)
    return line if number.place.file == home else f"{number.place.file}:{line}"


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
    rows = [
        Row((cause.title, cause.one, cause.other, cause.points)) for cause in split.causes if abs(cause.points) > 5e-10
    ]
    rows.append(Row((say("sum"), None, None, split.points), "good"))
    columns = (
        Column("cause", "Cause"),
        Column("one", one.name, "share"),
        Column("other", other.name, "share"),
        Column("points", "Points", "points"),
    )
    return Table(
        say("{one} against {other}", one=one.name, other=other.name),
        columns,
        tuple(rows),
        lead=tuple(versus_in_words(explanation)),
    )


def versus_in_words(explanation: Explanation) -> Iterator[str]:
    """The difference in one sentence: what speaks for the one, and what for the other."""
    split, one, other = explanation.versus, explanation.program, explanation.other
    if split is None or other is None:
        return
    word = say("more") if split.points >= 0 else say("fewer")
    sentence = say(
        "{one} ({score:.1f}) has {points:.1f} points {word} than {other} ({other_score:.1f})",
        one=one.name,
        score=split.score,
        points=abs(split.points),
        word=word,
        other=other.name,
        other_score=split.other_score,
    )
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
