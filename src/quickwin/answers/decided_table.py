"""What would make a program a quick win, or how far its numbers may slip, as a table."""

import math
from collections.abc import Iterator

from quickwin.answers.explanation import Explanation
from quickwin.answers.levers import Turn
from quickwin.answers.wording import joined
from quickwin.say import say
from quickwin.table import Column, Row, Table

GATES = {
    "money": "there is no money for it, or nothing is stated about money",
    "readiness": "its weakest pillar of readiness is below the gate, or one is not stated",
}


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
