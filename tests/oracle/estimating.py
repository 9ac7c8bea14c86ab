"""Random estimates, in every form in which a program may state one."""

from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import TypeVar

from tests.oracle.studies import Estimate

T = TypeVar("T")
OFFICES = ("Diskominfo", "Bappeda", "Dinas Sosial", "no", "Rater 3")


def some(rng: Random, usual: T, other: T) -> T:
    """The usual value in half of all studies."""
    return usual if rng.random() < 0.5 else other


def estimated(rng: Random, draw: Callable[[], Fraction], *, may_be_assumed: bool = True) -> Estimate:
    """A number as a value alone, with low and high beside it, as a range, or by raters."""
    assumed = may_be_assumed and rng.random() < 0.2
    form = rng.random()
    if form < 0.6:
        return Estimate(value=draw(), assumed=assumed)
    if form < 0.9:
        low, likely, high = sorted(draw() for _ in range(3))
        return Estimate(value=likely if form < 0.75 else None, low=low, high=high, assumed=assumed)
    offices = rng.sample(OFFICES, rng.randrange(1, 4))
    return Estimate(raters=tuple((office, draw()) for office in offices), assumed=assumed)


def estimated_level(rng: Random, levels: dict[str, Fraction]) -> Estimate:
    """A level by name, alone or in the same forms as a number."""
    assumed = rng.random() < 0.2
    names = sorted(levels)
    form = rng.random()
    if form < 0.6:
        return Estimate(value=rng.choice(names), assumed=assumed)
    if form < 0.9:
        low, likely, high = sorted((rng.choice(names) for _ in range(3)), key=lambda name: levels[name])
        return Estimate(value=likely if form < 0.75 else None, low=low, high=high, assumed=assumed)
    offices = rng.sample(OFFICES, rng.randrange(1, 4))
    return Estimate(raters=tuple((office, rng.choice(names)) for office in offices), assumed=assumed)
