"""A random study from a seed: criteria and the place here, programs in `candidates`."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

from tests.oracle.candidates import candidates
from tests.oracle.estimating import some
from tests.oracle.impact import leaves, performance_of
from tests.oracle.inventing_criteria import top_level
from tests.oracle.scoring import ranking
from tests.oracle.studies import Dimension, Fact, Locality, Pillar, Readiness, Study

PILLARS = {
    "structure": ("people", "bureaucracy", "budget"),
    "infrastructure": ("physical", "digital", "social"),
    "suprastructure": ("policy", "institutions", "implementation"),
    "bare": (),
}
DIMENSIONS = {
    "governance": ("tata kelola", "Pemerintahan"),
    "economy": ("ekonomi",),
    "society": ("masyarakat", "social affairs"),
    "environment": (),
    "no": ("tidak",),
}
SUBDIMENSIONS = ("public service", "learning", "Bureaucracy", "air bersih")
ENABLERS = ("road", "electricity", "tower", "internet", "literacy")
CURRENCIES = (
    ("Rp", ",", 10**9),
    ("Rp", ",", 10**9),
    ("Rp", ",", 10**6),
    ("$", ".", 10**6),
    ("RM", ".", 1000),
    ("€", ",", 10**6),
)
DEFAULT_HORIZON = 24


def invented(seed: int) -> Study:
    """A valid study that uses a random choice of the features of a study."""
    rng = Random(seed)  # noqa: S311  # the same study again from the same seed
    locality = invented_locality(rng) if rng.random() < 0.9 else None
    start = date(2020, 1, 1) + timedelta(days=rng.randrange(2000)) if rng.random() < 0.85 else None
    horizon = rng.choice([DEFAULT_HORIZON, DEFAULT_HORIZON, 12, 18, 36, 60])
    criteria = tuple(top_level(rng, locality))
    dimensions = invented_dimensions(rng) if rng.random() < 0.85 else {}
    readiness = invented_readiness(rng)
    opens = invented_budget_opens(rng, start) if start and rng.random() < 0.6 else {}
    frame = Study(
        criteria=criteria,
        programs=(),
        start=start,
        deadline=invented_deadline(rng, start),
        horizon=horizon,
        discount_rate=some(rng, Fraction(0), Fraction(rng.randrange(1, 31), 100)),
        model=invented_model(rng),
        quick_impact=some(rng, Fraction(2, 5), Fraction(rng.randrange(61), 100)),
        quick_readiness=some(rng, Fraction(2, 5), Fraction(rng.randrange(61), 100)),
        readiness=readiness,
        dimensions=dimensions,
        budget_opens=opens,
        locality=locality,
    )
    return at_the_edge(rng, without_doubtful_facts(candidates(rng, frame)))


def without_doubtful_facts(study: Study) -> Study:
    """The study with no fact assumed that divides a missing performance.

    Whether such a fact is read, and so listed as assumed, the contract leaves open.
    """
    if study.locality is None:
        return study
    divided = [leaf for leaf, _ in leaves(study.criteria, 1.0) if leaf.per]
    doubtful = {
        leaf.per for leaf in divided for program in study.programs if performance_of(study, program, leaf) is None
    }
    facts = {key: Fact(fact.value, fact.assumed and key not in doubtful) for key, fact in study.locality.facts.items()}
    return replace(study, locality=replace(study.locality, facts=facts))


def at_the_edge(rng: Random, study: Study) -> Study:
    """The study with some thresholds at what one of its programs reaches, to 9 decimals: that is enough."""
    row = rng.choice(ranking(study))
    edges: dict[str, float] = {"quick_impact": row["impact"] * row["coverage"]}
    if row["weakest_pillar"] is not None:
        edges["quick_readiness"] = row["weakest_pillar"]
    if row["months"] <= study.horizon:
        edges["deadline"] = row["months"]
    changed: dict[str, Any] = {name: Fraction(f"{edge:.9f}") for name, edge in edges.items() if rng.random() < 0.2}
    return replace(study, **changed)


def invented_model(rng: Random) -> tuple[Fraction, Fraction] | None:
    """The weights of impact and time in a sum, or None for the product."""
    if rng.random() < 0.7:
        return None
    return Fraction(rng.randrange(100)), Fraction(rng.randrange(1, 100))


def invented_deadline(rng: Random, start: date | None) -> Fraction | date:
    """The default, months, or a date within a year of the start, so that no horizon is sooner."""
    if start and rng.random() < 0.3:
        return start + timedelta(days=rng.randrange(10, 330))
    return some(rng, Fraction(12), Fraction(rng.randrange(2, 24), 2))


def invented_locality(rng: Random) -> Locality:
    """A context: its currency, what enablers are there, and facts."""
    symbol, decimal, unit = rng.choice(CURRENCIES)
    enablers = rng.sample(ENABLERS, rng.randrange(1, 6))
    coverage = {key: Fact(known_share(rng), rng.random() < 0.4) for key in enablers}
    facts = {
        key: Fact(Fraction(rng.randrange(500, 900_000)), rng.random() < 0.4)
        for key in rng.sample(["population", "households", "villages", "adults"], rng.randrange(4))
    }
    return Locality(symbol, decimal, Fraction(unit), facts, coverage)


def known_share(rng: Random) -> Fraction:
    """A share as a context states it: counted over a base, or in hundredths."""
    base = rng.choice([185, 12, 100, 100, 1000])
    return Fraction(rng.choice([rng.randrange(base + 1), rng.randrange(base // 2, base + 1)]), base)


def invented_budget_opens(rng: Random, start: date | None) -> dict[str, date]:
    """When kinds of money open: some before the start, and now and then a date for secured money too."""
    assert start
    kinds = rng.sample(["revised", "next", "grant", "secured"], rng.randrange(1, 4))
    return {kind: start + timedelta(days=rng.randrange(-60, 240)) for kind in kinds}


def invented_dimensions(rng: Random) -> dict[str, Dimension]:
    """Dimensions with and without a priority, other names and subdimensions."""
    return {
        key: Dimension(
            some(rng, None, Fraction(rng.choice([0, *range(8, 21)]), 20)),
            DIMENSIONS[key][: rng.randrange(3)],
            tuple(rng.sample(SUBDIMENSIONS, rng.randrange(4))),
        )
        for key in rng.sample(sorted(DIMENSIONS), rng.randrange(1, 5))
    }


def invented_readiness(rng: Random) -> Readiness:
    """Pillars with items or without, or none at all."""
    keys = rng.sample(sorted(PILLARS), rng.choice([0, 1, 2, 3, 3, 4]))
    pillars = tuple(Pillar(key, some(rng, None, Fraction(rng.randrange(1, 9), 2)), PILLARS[key]) for key in keys)
    scale = rng.choice([(1, 5), (1, 5), (1, 5), (0, 10), (-2, 2), (0, 100), (5, 1)])
    return Readiness(
        scale=(Fraction(scale[0]), Fraction(scale[1])),
        assumed=some(rng, Fraction(1, 2), Fraction(rng.randrange(101), 100)),
        delay=some(rng, Fraction(1), Fraction(rng.randrange(101), 100)),
        loss=some(rng, Fraction(3, 10), Fraction(rng.randrange(101), 100)),
        pillars=pillars,
    )
