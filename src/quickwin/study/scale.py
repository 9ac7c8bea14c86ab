"""A criterion's scale: how a performance is read from a program, and the value in [0, 1] that it has.

Every scale is in the end a line through points: levels are values already, `worst` and `best` are two
points, and a curve has its own. Beyond its ends the value stays that of the end.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.estimate import Estimate, estimate
from quickwin.study.mapping import describe
from quickwin.study.named import each
from quickwin.study.problem import Gathering, did_you_mean, quoted, refuse
from quickwin.study.quantity import Kind
from quickwin.study.reading import Reading
from quickwin.study.scalar import number, share
from quickwin.study.slip import certain

Points = tuple[tuple[float, float], ...]

MEASURES = ("beneficiaries", "cost", "cost.capex", "cost.opex_per_year", "cost_per_beneficiary")
"""The fields of a program that a criterion may measure."""


class Ends(NamedTuple):
    """The worst and the best performance of a judged scale."""

    worst: float
    best: float

    def place(self, score: float) -> float:
        """The place of a score between worst (0) and best (1)."""
        return (score - self.worst) / (self.best - self.worst)


@dataclass(frozen=True, slots=True)
class Scale:
    """Points (performance, value) with rising performances, and how a performance is written.

    `levels` are the values of named levels; `ends` are those of a scale on which somebody judges;
    `divisor` is the fact by which a performance is divided before it is valued.
    """

    points: Points
    levels: dict[str, float] = field(default_factory=dict)
    ends: Ends | None = None
    divisor: float = 1.0

    def read(self, data: Data, reading: Reading) -> Estimate | None:
        """A performance on this scale, before it is divided.

        Raises:
            Refused: it cannot be read, or a judged score lies outside the scale.
        """
        if self.levels:
            return estimate(data, self.level, reading, named=True)
        return estimate(data, self.judged if self.ends else any_number, reading)

    def level(self, data: Data, reading: Reading) -> float:  # noqa: ARG002  # as every reader of data
        """The value of a level, by its name."""
        if isinstance(data, str) and data in self.levels:
            return self.levels[data]
        raise refuse(
            "QW202",
            say("{found} is not a level of this criterion.", found=describe(data)),
            did_you_mean(data if isinstance(data, str) else "", self.levels, say("levels")),
            fixes=certain(data, self.levels) if isinstance(data, str) else (),
        )

    def judged(self, data: Data, reading: Reading) -> float:
        """A judged score: a number on the scale, or with % its place between worst and best."""
        return judged_score(data, reading, self.ends or Ends(0, 1), self.divisor)


def any_number(data: Data, reading: Reading) -> float:
    """A performance that is a number of any kind but a span of time."""
    return number(data, Kind.NUMBER, reading.grammar).value


def judged_score(data: Data, reading: Reading, ends: Ends, divisor: float = 1.0) -> float:
    """A score on the scale from `ends.worst` to `ends.best`; with % its place on it.

    Raises:
        Refused: it lies outside the scale.
    """
    value, percent = number(data, Kind.SCORE, reading.grammar)
    worst, best = ends
    low, high = (0.0, 1.0) if percent else ends if worst < best else (best, worst)
    if not low <= (value if percent else value / divisor) <= high:
        raise refuse(
            "QW109",
            say("{data} lies outside the scale.", data=quoted(str(data))),
            say(
                "Write a score from {low:g} to {high:g}, or its place on the scale from 0% to 100%.",
                low=min(ends),
                high=max(ends),
            ),
        )
    return (worst + value * (best - worst)) * divisor if percent else value


def line(worst: float, best: float) -> Points:
    """The points of a scale from worst (value 0) to best (value 1), performances rising."""
    return tuple(sorted([(worst, 0.0), (best, 1.0)]))


def read_levels(data: Data, reading: Reading) -> dict[str, float]:
    """The value of each level, by its name as written."""
    levels = each(share, say("a level"), reserved=frozenset())(data, reading)
    if not levels:
        raise refuse("QW107", say("There is no level."), say("Write each level with its value from 0 to 1."))
    return levels


def read_curve(data: Data, reading: Reading) -> Points:
    """The points of a curve, performances rising.

    Raises:
        Refused: fewer than two points, or points out of order.
    """
    if not isinstance(data, list):
        raise refuse(
            "QW107",
            say("Found {found} where the points of a curve are expected.", found=describe(data)),
            say("Write points as [[performance, value], …], for example [[0, 0], [5%, 0.6], [20%, 1]]."),
        )
    gathering = Gathering()
    points = [
        gathering.take((index,), lambda pair=pair: read_point(pair, reading))  # type: ignore[misc]  # not inferred
        for index, pair in enumerate(data)
    ]
    gathering.close()
    curve = tuple(point for point in points if point is not None)
    if len(curve) < 2:
        raise refuse("QW107", say("A curve needs two points or more."), say("For example [[0, 0], [20%, 1]]."))
    steps = [(later[0] - one[0], later[1] - one[1]) for one, later in pairwise(curve)]
    if not (all(step > 0 for step, _ in steps) or all(step < 0 for step, _ in steps)):
        raise refuse(
            "QW109",
            say("The performances of the curve neither rise nor fall from point to point."),
            say("Write its points in order, each performance once."),
        )
    if not (all(step >= 0 for _, step in steps) or all(step <= 0 for _, step in steps)):
        raise refuse(
            "QW109",
            say("The values of the curve rise and fall."),
            say("Values must keep rising, or keep falling, from point to point."),
        )
    return tuple(sorted(curve))


def read_point(data: Data, reading: Reading) -> tuple[float, float]:
    """One point of a curve: a performance and its value."""
    if not isinstance(data, list) or len(data) != 2:
        raise refuse(
            "QW107",
            say("Found {found} where a point is expected.", found=describe(data)),
            say("A point is [performance, value], for example [5%, 0.6]; a comma within a number needs quotes."),
        )
    gathering = Gathering()
    performance = gathering.take((0,), lambda: any_number(data[0], reading))
    value = gathering.take((1,), lambda: share(data[1], reading))
    gathering.close()
    return (performance or 0.0, value or 0.0)
