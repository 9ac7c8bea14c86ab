"""What would make a program a quick win, or how far its numbers may slip, as a table."""

import math
import re
from collections.abc import Iterator

from quickwin.answers.explanation import Explanation
from quickwin.answers.judged import rounded
from quickwin.answers.turns import Turn
from quickwin.answers.wording import beside, joined
from quickwin.say import say
from quickwin.table import Column, Row, Table

TOLERANCE = 1e-9
THREE_DECIMALS = re.compile(r"-?[0-9]{1,3}\.[0-9]{3}")


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
    lack = rounded(gates["impact"] - one.effective_impact)
    if lack > 0:
        yield say("Its effective impact is {lack} percentage points short.", lack=some(100 * lack))
    late = rounded(one.months - gates["deadline"])
    if late > 0:
        waits = say(", and it cannot start before month {start:.1f}", start=one.start) if one.start > 0 else ""
        yield say("It is felt {late} months too late{waits}.", late=some(late), waits=waits)
    for gate in one.held_by:
        yield say("A gate holds it: {why}.", why=held(explanation, gate))


def some(number: float) -> str:
    """A number above 0 with one decimal, or as many as show that it is not 0."""
    return beside(number, 0.0, least=1)


def held(explanation: Explanation, gate: str) -> str:
    """Why a gate is shut, in words that follow "since"."""
    if gate == "money":
        return say("there is no money for it") if explanation.no_money else say("nothing is stated about its money")
    unstated = [name for name, share in explanation.pillars if share is None]
    if unstated and len(explanation.pillars) == 1:
        return say("nothing is stated about its readiness")
    if unstated:
        return say("nothing is stated about the readiness of {names}", names=joined(unstated))
    name, share = min(explanation.pillars, key=lambda pillar: pillar[1] or 0.0)
    least = explanation.gates["readiness"]
    return say(
        "its weakest pillar of readiness, {name}, is at {share:.0%} (the gate is {gate:.0%})",
        name=name,
        share=share,
        gate=least,
    )


def now(turn: Turn) -> str:
    """Where a number stands."""
    if turn.now is None:
        return say("not stated")
    return turn.level_now or written(turn, turn.now, up=None)


def limit(turn: Turn, *, wins: bool) -> str:
    """The number at which the class turns, rounded to the side on which the program is a quick win."""
    if turn.level is not None or turn.needed is None:
        return turn.level or ""
    return written(turn, turn.needed, up=turn.upward != wins)


def written(turn: Turn, number: float, *, up: bool | None) -> str:
    """A number as people write it, rounded up, down or (None) to the nearest."""
    if turn.kind == "share":
        return spelled(rounded_to(100 * number, digits_of(turn), up=up)) + "%"
    return spelled(rounded_to(number, digits_of(turn), up=up))


def spelled(number: float) -> str:
    """A number with a dot before its decimals, which are never three: 8.777 could be taken for thousands."""
    text = f"{number:.10g}"
    return text + "0" if THREE_DECIMALS.fullmatch(text) else text


def digits_of(turn: Turn) -> int:
    """How many decimals show how far a number moves: about three digits of the way, at most nine."""
    way = abs((turn.needed or 0.0) - (turn.now or 0.0)) * (100 if turn.kind == "share" else 1)
    least = 1 if turn.kind in {"months", "share"} else 0
    return least if way == 0 else min(max(2 - math.floor(math.log10(way)), least), 9)


def rounded_to(number: float, digits: int, *, up: bool | None) -> float:
    """A number with some decimals, rounded up, down, or (None) to the nearest."""
    scaled = number * 10.0**digits
    if up is None:
        return round(scaled) / 10.0**digits
    return (math.ceil(scaled - TOLERANCE) if up else math.floor(scaled + TOLERANCE)) / 10.0**digits


def change(turn: Turn, *, wins: bool) -> str:
    """How far a number moves, in words: at least so far, or for a quick win at most."""
    if turn.change is None or turn.kind == "level":
        return ""
    sign = "+" if turn.change > 0 else "−"
    way = abs(turn.change) * (100 if turn.kind == "share" else 1)
    size = spelled(rounded_to(way, digits_of(turn), up=not wins))
    unit = {"share": say(" percentage points"), "months": say(" months")}.get(turn.kind, "")
    return f"{sign}{size}{unit}"
