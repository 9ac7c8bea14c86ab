"""A random study from a seed: criteria and the place here, programs in `candidates`."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from tests.oracle.candidates import candidates
from tests.oracle.estimating import some
from tests.oracle.inventing_criteria import top_level
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
        quick_impact=some(rng, Fraction(2, 5), Fraction(rng.randrange(101), 100)),
        quick_readiness=some(rng, Fraction(2, 5), Fraction(rng.randrange(101), 100)),
        readiness=readiness,
        dimensions=dimensions,
        budget_opens=opens,
        locality=locality,
    )
    return candidates(rng, frame)


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
    return Fraction(rng.randrange(base + 1), base)


def invented_budget_opens(rng: Random, start: date | None) -> dict[str, date]:
    """When kinds of money open: some before the start, and now and then a date for secured money too."""
    assert start
    kinds = rng.sample(["revised", "next", "grant", "secured"], rng.randrange(1, 4))
    return {kind: start + timedelta(days=rng.randrange(-60, 300)) for kind in kinds}


def invented_dimensions(rng: Random) -> dict[str, Dimension]:
    """Dimensions with and without a priority, other names and subdimensions."""
    return {
        key: Dimension(
            some(rng, None, Fraction(rng.randrange(0, 21), 20)),
            DIMENSIONS[key][: rng.randrange(3)],
            tuple(rng.sample(SUBDIMENSIONS, rng.randrange(4))),
        )
        for key in rng.sample(sorted(DIMENSIONS), rng.randrange(1, 5))
    }


def invented_readiness(rng: Random) -> Readiness:
    """Pillars with items or without, or none at all."""
    keys = rng.sample(sorted(PILLARS), rng.choice([0, 1, 2, 3, 3, 4]))
    pillars = tuple(
        Pillar(key, some(rng, None, Fraction(rng.randrange(1, 9), 2)), PILLARS[key]) for key in keys
    )
    scale = rng.choice([(1, 5), (1, 5), (1, 5), (0, 10), (-2, 2), (0, 100)])
    return Readiness(
        scale=(Fraction(scale[0]), Fraction(scale[1])),
        assumed=some(rng, Fraction(1, 2), Fraction(rng.randrange(101), 100)),
        delay=some(rng, Fraction(1), Fraction(rng.randrange(101), 100)),
        loss=some(rng, Fraction(3, 10), Fraction(rng.randrange(101), 100)),
        pillars=pillars,
    )
