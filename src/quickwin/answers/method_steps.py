"""From our score to another method's in steps, so that what moves a program has a name.

Each step takes away or changes one thing. The ranks after each are compared with those before it, so that the moves of
a program add up to the whole way from our rank to the other's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from quickwin.answers.method_reading import (
    Reading,
    adding,
    beside_reach,
    effort,
    marks,
    matrix,
    reached,
)
from quickwin.engine.inputs import Floats
from quickwin.engine.methods.local_sum import local_sum
from quickwin.engine.methods.promethee import net_flows
from quickwin.engine.methods.ratio import magnitude, per, rice, wsjf
from quickwin.engine.methods.topsis import topsis
from quickwin.engine.methods.usg import usg
from quickwin.engine.methods.vikor import vikor
from quickwin.engine.places import Ranks, places
from quickwin.engine.score import total

NOT_READ = ("lasts", "coverage", "delivery", "priority")
"""What has no weight, and is left out first."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what changes, and the values (k,) by which programs are ranked after it, the highest first."""

    cause: str
    values: Floats


def steps(method: str, reading: Reading) -> tuple[Step, ...]:
    """The steps from our score to a method's own values, which are the last.

    Raises:
        KeyError: there is no such method.
    """
    ways = {"rice": to_rice, "wsjf": to_wsjf, "usg": to_usg}
    if method in ways:
        return tuple(ways[method](reading))
    own = OWN[method]
    return tuple(to_local_sum(reading)) if own is None else (*to_local_sum(reading), Step(method, own(reading)))


def without(reading: Reading, *causes: str) -> Floats:
    """Our score, less what is named: `lasts`, `coverage`, `delivery`, `priority`, `months`, `factors`."""
    ones = np.ones_like(reading.months)
    timely = reading.lasting if "lasts" in causes else reading.of("timeliness")
    return total(
        reading.values @ adding(reading) if "factors" in causes else reading.of("impact"),
        ones if "coverage" in causes else reading.of("coverage"),
        ones if "months" in causes else timely,
        ones if "delivery" in causes else reading.of("delivery"),
        ones if "priority" in causes else reading.of("priority"),
        None if "months" in causes else reading.judged.inputs.rules.weight_of_impact,
    )


def leaving_out(reading: Reading, *causes: str) -> Iterator[Step]:
    """Our score, and then less one cause more in each step."""
    yield Step("ours", reading.of("score"))
    for last in range(1, len(causes) + 1):
        yield Step(causes[last - 1], without(reading, *causes[:last]))


def to_local_sum(reading: Reading) -> Iterator[Step]:
    """To the weighted sum: factors added, impact and time added, scales from the worst candidate to the best."""
    inputs, (columns, weights, less) = reading.judged.inputs, matrix(reading)
    yield from leaving_out(reading, *(("factors",) if inputs.factors.any() else ()))
    if inputs.rules.weight_of_impact is None:
        yield Step("sum", columns @ weights)
    yield Step("local", local_sum(columns, weights, less))


def to_rice(reading: Reading) -> Iterator[Step]:
    """To RICE: without time and priority, heads in place of their value, divided by cost."""
    confidence = reading.of("delivery")
    yield from leaving_out(reading, "lasts", "months", "priority")
    yield Step("heads", magnitude(reached(reading) * beside_reach(reading) * confidence))
    yield Step("cost", magnitude(rice(reached(reading), beside_reach(reading), confidence, effort(reading))))


def to_wsjf(reading: Reading) -> Iterator[Step]:
    """To WSJF: benefit as if it lasted, divided by all months, then by the months of its own work."""
    delay = without(reading, "months") / reading.judged.inputs.rules.horizon
    yield from leaving_out(reading, "lasts")
    yield Step("rate", magnitude(per(delay, reading.months)))
    yield Step("waiting", magnitude(wsjf(delay, reading.own)))


def to_usg(reading: Reading) -> Iterator[Step]:
    """To USG: without what has no mark, then three marks."""
    yield from leaving_out(reading, *NOT_READ)
    yield Step("marks", usg(*marks(reading)))


OWN = {
    "local_sum": None,
    "topsis": lambda reading: topsis(*matrix(reading)),
    "vikor": lambda reading: -vikor(*matrix(reading)).index,
    "promethee": lambda reading: net_flows(*matrix(reading)),
}
"""The methods that take the decision matrix, with what follows after the weighted sum."""


def ranks_of(found: tuple[Step, ...]) -> list[Ranks]:
    """The ranks (k,) after each step."""
    return [places(step.values) for step in found]


def main_cause(found: tuple[Step, ...], ranks: list[Ranks], at: int) -> str:
    """The step that moves a program most in the direction in which it moves as a whole; the first on a tie."""
    way = [int(after[at]) - int(before[at]) for before, after in pairwise(ranks)]
    direction = 1 if sum(way) >= 0 else -1
    best = max(range(len(way)), key=lambda step: direction * way[step])
    return found[best + 1].cause
