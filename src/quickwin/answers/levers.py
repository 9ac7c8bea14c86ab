"""What would make a program a quick win, and how much may slip before it is none: one number at a time.

Each number that a program's class depends on is a lever: it can be moved from where it stands towards its best
end or its worst. The class never gets worse on the way to the best end, so the place where it turns is found by
bisection, all levers at once, with the engine itself: a lever is a row of draws.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from quickwin.answers.gaps import below
from quickwin.answers.judged import Judged
from quickwin.engine.inputs import Enabler, Flags, Floats, Inputs
from quickwin.engine.score import Class, score
from quickwin.engine.subset import subset
from quickwin.study.criterion import Leaf
from quickwin.study.estimate import Estimate
from quickwin.study.program import Program
from quickwin.study.scalar import MONTHS_LIMIT

HALVINGS = 60


@dataclass(frozen=True, slots=True)
class Lever:
    """A number that may be moved: its path in the program (or `ID:path`, `coverage.KEY`), its place and its ends.

    `array` and `index` say which entry of the inputs it moves, `share` by how much when it moves by one, and
    `origin` where that entry is 0. `levels` are the only places of a named scale. `now` is None where nothing is
    stated; the lever then starts from its worst end.
    """

    path: str
    kind: str
    now: float | None
    worst: float
    best: float
    array: str
    index: tuple[int, ...]
    share: float = 1.0
    origin: float = 0.0
    levels: tuple[tuple[str, float], ...] = ()

    @property
    def start(self) -> float:
        """Where the lever stands before it is moved."""
        return self.worst if self.now is None else self.now


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

    @property
    def change(self) -> float | None:
        """How far the number must, or may, move."""
        return None if self.needed is None else self.needed - (self.now or 0.0)


def turns(judged: Judged, row: int) -> tuple[Turn, ...]:
    """For each lever of a program, where it becomes a quick win; for a quick win, where it still is one."""
    rows = np.array(sorted({row, *judged.ancestors.get(row, ())}), dtype=np.intp)
    small, target = subset(judged.inputs, rows), rows.tolist().index(row)
    levers = tuple(every_lever(judged, row, rows.tolist()))
    if not levers:
        return ()
    is_win = judged.scores.classes[row] == Class.QUICK_WIN
    ends = np.array([lever.worst if is_win else lever.best for lever in levers])
    now = np.array([lever.start for lever in levers])

    def wins(positions: Floats) -> Flags:
        moved = now + (ends - now) * positions
        won: Flags = score(moved_inputs(small, levers, moved)).classes[:, target] == Class.QUICK_WIN
        return won

    at_end = wins(np.ones(len(levers)))
    low, high = np.zeros(len(levers)), np.ones(len(levers))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        turned = wins(middle) != is_win
        low, high = np.where(turned, low, middle), np.where(turned, middle, high)
    position = low if is_win else high
    needed = now + (ends - now) * position
    return tuple(
        turn(lever, float(number), turned=bool(reached) != is_win)
        for lever, number, reached in zip(levers, needed, at_end, strict=True)
    )


def turn(lever: Lever, needed: float, *, turned: bool) -> Turn:
    """What the place found by bisection means for a lever; None where the class does not turn up to its end."""
    if not turned:
        return Turn(lever.path, lever.kind, lever.now, None)
    if lever.levels:
        reached = [(name, value) for name, value in lever.levels if value >= needed - 1e-9]
        name, value = min(reached, key=lambda level: level[1])
        return Turn(lever.path, lever.kind, lever.now, value, name)
    return Turn(lever.path, lever.kind, lever.now, needed)


def moved_inputs(inputs: Inputs, levers: tuple[Lever, ...], moved: Floats) -> Inputs:
    """The inputs with a draw for each lever, in which its number alone is moved."""
    count = len(levers)
    arrays: dict[str, Floats] = {}
    coverage = {place: np.repeat(one.coverage[None], count) for place, one in enumerate(inputs.enablers)}
    for draw, lever in enumerate(levers):
        if lever.array == "coverage":
            coverage[lever.index[0]][draw] = moved[draw]
            continue
        if lever.array not in arrays:
            arrays[lever.array] = np.repeat(getattr(inputs, lever.array)[None], count, axis=0)
        entry = (draw, *lever.index)
        before = arrays[lever.array][entry]
        stated = (moved[draw] - lever.origin) * lever.share
        arrays[lever.array][entry] = np.where(
            np.isnan(before), stated, before + (moved[draw] - lever.start) * lever.share
        )
    enablers = tuple(Enabler(coverage[place], one.needed_by, one.provided) for place, one in enumerate(inputs.enablers))
    return replace(inputs, enablers=enablers, **arrays)  # type: ignore[arg-type]  # the names are fields that hold floats


def every_lever(judged: Judged, row: int, rows: list[int]) -> Iterator[Lever]:
    """The levers of a program: its own numbers, the coverage of its needs, and the months of all it waits for."""
    program, target = judged.study.candidates[row].program, rows.index(row)
    yield from month_levers("", program, target)
    for column, leaf in enumerate(judged.study.judge.leaves):
        yield criterion_lever(judged, leaf, row, (target, column))
    yield from coverage_levers(judged, program, row, target)
    yield from readiness_levers(judged, program, target)
    for one in rows:
        if one != row:
            yield from month_levers(
                f"{judged.study.candidates[one].id}:", judged.study.candidates[one].program, rows.index(one)
            )


def month_levers(prefix: str, program: Program, target: int) -> Iterator[Lever]:
    """The planned months of a program, phase by phase."""
    for path, phase in below(("time_to_benefit",), program.time_to_benefit):
        name = prefix + ".".join(map(str, path))
        yield Lever(name, "months", phase.point, MONTHS_LIMIT, 0.0, "planned", (target,))


def criterion_lever(judged: Judged, leaf: Leaf, row: int, index: tuple[int, int]) -> Lever:
    """The performance on a criterion, before it is divided; one that is missing starts from where its value is 0."""
    worst, best = (
        point[0] for point in sorted(leaf.scale.points, key=lambda point: point[1])[:: len(leaf.scale.points) - 1]
    )
    number, divisor = float(judged.inputs.performances[row][index[1]]), leaf.scale.divisor
    return Lever(
        leaf.criterion.measure or f"impact.{leaf.key}",
        "level" if leaf.scale.levels else "number",
        None if np.isnan(number) else number * divisor,
        worst * divisor,
        best * divisor,
        "performances",
        index,
        share=1 / divisor,
        origin=0.0,
        levels=tuple(leaf.scale.levels.items()),
    )


def coverage_levers(judged: Judged, program: Program, row: int, target: int) -> Iterator[Lever]:
    """The share that is reached, as stated, or the coverage of each need."""
    if program.reachable is not None:
        yield Lever("reachable", "share", program.reachable.point, 0.0, 1.0, "reachable", (target,))
        return
    for place, enabler in enumerate(judged.inputs.enablers):
        if row in enabler.needed_by:
            name = f"coverage.{judged.enablers[place]}"
            yield Lever(name, "share", float(enabler.coverage), 0.0, 1.0, "coverage", (place,))


def readiness_levers(judged: Judged, program: Program, target: int) -> Iterator[Lever]:
    """Each number of readiness, on the scale on which it is written."""
    judge, stated = judged.study.judge.criteria.readiness, program.readiness
    worst, best = judge.scale

    def lever(path: str, now: Estimate | None, index: tuple[int, ...], of: int = 1) -> Lever:
        written = None if now is None else worst + now.point * (best - worst)
        return Lever(
            path, "number", written, worst, best, "pillars", index, share=1 / (best - worst) / of, origin=worst
        )

    if not isinstance(stated, dict) or not judge.pillars:
        yield lever("readiness", stated if isinstance(stated, Estimate) else None, (target,))
        return
    for place, key in enumerate(judge.pillars):
        of_pillar = stated.get(key)
        if isinstance(of_pillar, dict):
            for name, item in of_pillar.items():
                yield lever(f"readiness.{key}.{name}", item, (target, place), len(of_pillar))
        else:
            yield lever(f"readiness.{key}", of_pillar, (target, place))


def with_money(judged: Judged, row: int) -> bool:
    """Whether a program that is none would be a quick win if its money were secured and open at once."""
    inputs = judged.inputs
    money, opens = inputs.money.copy(), inputs.opens.copy()
    money[row], opens[row] = True, 0.0
    return bool(score(replace(inputs, money=money, opens=opens)).classes[row] == Class.QUICK_WIN)
