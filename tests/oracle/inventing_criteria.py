"""Random criteria: nested groups, and leaves of every shape, judged or measured."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import chain, count
from random import Random

from tests.oracle.estimating import estimated
from tests.oracle.studies import Criterion, Estimate, Locality

CRITERION_KEYS = (
    "reach",
    "ease",
    "service",
    "equity",
    "trust",
    "jobs",
    "safety",
    "learning",
    "health",
    "air",
    "speed",
    "openness",
    "government",
    "1",
    "no",
    "waktu_tunggu",
    "x-1",
    "cheapness",
    "savings",
    "layanan",
)
LEVELS = (("none", "some", "most"), ("low", "medium", "high"), ("no", "yes"), ("1", "2", "3", "4"))
MEASURES = (
    "beneficiaries",
    "beneficiaries",
    "cost",
    "cost.capex",
    "cost.opex_per_year",
    "cost_per_beneficiary",
)
ENDS = ((1, 5), (1, 5), (0, 10), (5, 1), (-3, 3), (100, 0))


def top_level(rng: Random, locality: Locality | None) -> Iterator[Criterion]:
    """The criteria; in some studies a few leaves are factors, in some all."""
    keys = chain(rng.sample(CRITERION_KEYS, len(CRITERION_KEYS)), (f"further-{number}" for number in count(1)))
    siblings = siblings_of(rng, keys, locality, 0)
    if rng.random() < 0.1:
        siblings = [each for each in siblings if not each.children] or [leaf(rng, next(keys), locality)]
        yield from (as_factor(each) for each in siblings)
        return
    yield from siblings
    for _ in range(rng.choice([0, 0, 0, 1, 2])):
        yield as_factor(leaf(rng, next(keys), locality))


def as_factor(each: Criterion) -> Criterion:
    """The same leaf as a factor, which has no weight."""
    return replace(each, weight=None, factor=True)


def siblings_of(rng: Random, keys: Iterator[str], locality: Locality | None, depth: int) -> list[Criterion]:
    """One to four criteria, up to three levels deep, of which not all weigh nothing."""
    found = []
    for place in range(rng.randrange(1, 5 - depth)):
        weight = invented_weight(rng, may_be_zero=place > 0)
        key = next(keys)
        if depth < 2 and rng.random() < (0.3, 0.2)[depth]:
            found.append(Criterion(key, weight, children=tuple(siblings_of(rng, keys, locality, depth + 1))))
        else:
            found.append(replace(leaf(rng, key, locality), weight=weight))
    rng.shuffle(found)
    return found


def invented_weight(rng: Random, *, may_be_zero: bool) -> Estimate | None:
    """A weight, left out at times, at times an estimate, at times 0."""
    if rng.random() < 0.2:
        return None
    if may_be_zero and rng.random() < 0.1:
        return Estimate(value=Fraction(0))
    return estimated(rng, lambda: Fraction(rng.randrange(1, 201), 2), may_be_assumed=False)


def leaf(rng: Random, key: str, locality: Locality | None) -> Criterion:
    """A criterion with levels, a curve or a scale, judged or measured."""
    if rng.random() < 0.35:
        return measured_leaf(rng, key, locality)
    shape = rng.random()
    if shape < 0.3:
        return Criterion(key, levels=invented_levels(rng))
    if shape < 0.5:
        furthest = Fraction(rng.choice([1, 10, 100]))
        return Criterion(key, curve=invented_curve(rng, furthest, falling=rng.random() < 0.4))
    return Criterion(key, scale=scale_of(rng, rng.choice(ENDS)))


def scale_of(rng: Random, ends: tuple[int, int]) -> tuple[Fraction, Fraction]:
    """A scale, at times with halves."""
    half = Fraction(rng.choice([0, 0, 1]), 2)
    return Fraction(ends[0]) + half, Fraction(ends[1]) + half


def measured_leaf(rng: Random, key: str, locality: Locality | None) -> Criterion:
    """A criterion that measures a field, at times over a fact; less cost is better, more people are."""
    measure = rng.choice(MEASURES)
    people = measure == "beneficiaries"
    largest = Fraction(rng.choice([20_000, 500_000] if people else [10**6, 3 * 10**9]))
    if measure == "cost_per_beneficiary":
        largest = Fraction(200_000)
    per = rng.choice(sorted(locality.facts)) if locality and locality.facts and rng.random() < 0.6 else None
    if per:
        largest = Fraction(1) if people else Fraction(40_000)
    if rng.random() < 0.6:
        return Criterion(key, curve=invented_curve(rng, largest, falling=not people), measure=measure, per=per)
    ends = (Fraction(0), largest) if people else (largest, Fraction(0))
    return Criterion(key, scale=ends, measure=measure, per=per)


def invented_levels(rng: Random) -> dict[str, Fraction]:
    """Named levels, best last or best first."""
    names = rng.choice(LEVELS)
    values = sorted(Fraction(rng.randrange(101), 100) for _ in names)
    return dict(zip(names, values if rng.random() < 0.7 else reversed(values), strict=True))


def invented_curve(rng: Random, largest: Fraction, *, falling: bool) -> tuple[tuple[Fraction, Fraction], ...]:
    """Two to five points up to the largest, the first numbers written rising or falling."""
    size = rng.randrange(2, 6)
    across = [largest * hundredth / 100 for hundredth in sorted(rng.sample(range(101), size))]
    up = sorted((Fraction(rng.randrange(21), 20) for _ in range(size)), reverse=falling)
    points = tuple(zip(across, up, strict=True))
    return points if rng.random() < 0.7 else points[::-1]
