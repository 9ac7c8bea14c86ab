"""What would make a program a quick win, and how much may slip before it is none: one number at a time.

The class of a program never gets worse on the way of a lever to its best end, so the place where it turns is
found by bisection, all levers at once, with the engine itself: each lever is a draw.
"""

from dataclasses import dataclass, replace

import numpy as np

from quickwin.answers.judged import Judged
from quickwin.answers.levers import Lever, every_lever
from quickwin.engine.inputs import Flags, Floats, Inputs
from quickwin.engine.score import Class, score
from quickwin.engine.subset import subset
from quickwin.study.times import SECURED

HALVINGS = 80
TOLERANCE = 1e-9
MOVED = ("performances", "planned", "pillars", "reachable")
"""The arrays that levers move, beside the coverage of enablers."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a lever turns the class: the number at which the program becomes, or still is, a quick win.

    `needed` is None where moving this number alone changes nothing. `level` names it on a named scale.
    """

    path: str
    kind: str
    now: float | None
    needed: float | None
    level: str | None = None
    level_now: str | None = None
    upward: bool = True
    """Whether the number rises on its way."""

    @property
    def change(self) -> float | None:
        """How far the number must, or may, move; None where it is not stated yet."""
        return None if self.needed is None or self.now is None else self.needed - self.now


def turns(judged: Judged, row: int) -> tuple[Turn, ...]:
    """For each lever of a program, where it becomes a quick win; for a quick win, where it still is one."""
    rows = np.array(judged.with_ancestors(row), dtype=np.intp)
    small, target = subset(judged.inputs, rows), rows.tolist().index(row)
    levers = tuple(every_lever(judged, row, rows.tolist()))
    is_win = bool(judged.scores.classes[row] == Class.QUICK_WIN)
    ends = np.array([lever.worst if is_win else lever.best for lever in levers])
    now = np.array([lever.start for lever in levers])

    def wins(positions: Floats) -> Flags:
        won: Flags = score(moved(small, levers, now + (ends - now) * positions)).classes[:, target] == Class.QUICK_WIN
        return won

    at_end = wins(np.ones(len(levers)))
    low, high = np.zeros(len(levers)), np.ones(len(levers))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        turned = wins(middle) != is_win
        low, high = np.where(turned, low, middle), np.where(turned, middle, high)
    needed = now + (ends - now) * (low if is_win else high)
    return tuple(
        turn(lever, float(number), turned=bool(reached) != is_win)
        for lever, number, reached in zip(levers, needed, at_end, strict=True)
    )


def turn(lever: Lever, needed: float, *, turned: bool) -> Turn:
    """What the place found by bisection means for a lever; None where the class does not turn up to its end."""
    names = {value: name for name, value in lever.levels}
    known = Turn(
        lever.path, lever.kind, lever.now, None, level_now=names.get(lever.now) if lever.now is not None else None
    )
    if not turned:
        return known
    if lever.levels:
        needed = min(value for value in names if value >= needed - TOLERANCE)
    return replace(known, needed=needed, level=names.get(needed) if lever.levels else None, upward=needed > lever.start)


def moved(inputs: Inputs, levers: tuple[Lever, ...], numbers: Floats) -> Inputs:
    """The inputs with a draw for each lever, in which its number alone is moved."""
    arrays = {name: np.repeat(getattr(inputs, name)[None], len(levers), axis=0) for name in MOVED}
    arrays["coverage"] = np.repeat([[float(one.coverage) for one in inputs.enablers]], len(levers), axis=0)
    for draw, lever in enumerate(levers):
        for name, index, number in lever.put(float(numbers[draw])):
            arrays[name][(draw, *index)] = number
    return replace(
        inputs,
        performances=arrays["performances"],
        planned=arrays["planned"],
        pillars=arrays["pillars"],
        reachable=arrays["reachable"],
        enablers=tuple(
            replace(one, coverage=arrays["coverage"][:, place]) for place, one in enumerate(inputs.enablers)
        ),
    )


def with_money(judged: Judged, row: int) -> bool:
    """Whether a program that is none would be a quick win if its money were secured."""
    opens_at = (judged.study.judge.criteria.budget_opens or {}).get(SECURED, 0.0)
    inputs = judged.inputs
    money, opens = inputs.money.copy(), inputs.opens.copy()
    money[row], opens[row] = True, opens_at
    return bool(score(replace(inputs, money=money, opens=opens)).classes[row] == Class.QUICK_WIN)
