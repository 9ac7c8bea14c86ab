"""Random programs for a frame of criteria and context."""

from dataclasses import replace
from fractions import Fraction
from random import Random

from tests.oracle.estimating import estimated, estimated_level
from tests.oracle.impact import leaves
from tests.oracle.studies import Criterion, Estimate, Program, Readings, Study

IDS = (
    "village-internet",
    "village-power",
    "call-centre-112",
    "1",
    "no",
    "A.b_c",
    "bus",
    "Bus",
    "pasar",
    "air-bersih",
    "007",
    "z",
    "permit-desk",
    "posyandu-2",
)
NAMES = (
    "Satellite internet for village offices",
    "no",
    "1",
    "Pasar: los baru #2",
    "*bold* <b>x</b>",
    "'quoted' \"twice\"",
    "Air bersih – tahap II",
    "=SUM(A1)",
    "- dash",
    "水",
    "null",
    "2022-09-01",
    "50%",
    "{a, b}",
    "~",
)
OWNERS = ("Diskominfo", "Bappeda", "no", "Dinas PU & Penataan Ruang", "1.200")
PHASES = ("procurement", "rollout", "no", "phase 2", "uji coba")
A_DAY = Fraction(16, 487)  # 1 / 30.4375 of a month
TIME_UNITS = (Fraction(1), Fraction(1), Fraction(12), A_DAY, 7 * A_DAY)


def candidates(rng: Random, frame: Study) -> Study:
    """The frame with one to ten programs, which depend only on earlier ones before they are shuffled."""
    ids = rng.sample(IDS, rng.randrange(1, 11))
    programs: list[Program] = []
    for key in ids:
        if programs and rng.random() < 0.1:
            programs.append(replace(rng.choice(programs), id=key, conflicts_with=()))  # a twin, so that ranks tie
        else:
            programs.append(candidate(rng, frame, key, [each.id for each in programs]))
    rng.shuffle(programs)
    return replace(frame, programs=tuple(programs))


def candidate(rng: Random, frame: Study, key: str, earlier: list[str]) -> Program:
    """One program."""
    depends = tuple(rng.sample(earlier, min(len(earlier), rng.choice([0, 0, 0, 0, 1, 1, 3]))))
    others = [each for each in earlier if each not in depends]
    enablers = sorted(frame.locality.coverage) if frame.locality else []
    reachable = estimated(rng, lambda: hundredths(rng)) if rng.random() < 0.15 else None
    needed = rng.sample(enablers, min(len(enablers), rng.choice([0, 0, 1, 1, 2])))
    return Program(
        id=key,
        name=rng.choice(NAMES),
        time_to_benefit=invented_months(rng),
        dimension=rng.choice(sorted(frame.dimensions)) if frame.dimensions else None,
        owner=rng.choice(OWNERS) if rng.random() < 0.8 else None,
        beneficiaries=estimated(rng, lambda: people(rng)) if rng.random() < 0.92 else None,
        lasts=estimated(rng, lambda: duration(rng, 1, 20)) if rng.random() < 0.25 else None,
        impact=invented_impact(rng, frame),
        needs=tuple(needed),
        provides=provided(rng, enablers),
        reachable=reachable,
        cost=invented_cost(rng),
        funding=invented_funding(rng, frame),
        readiness=said_of_readiness(rng, frame),
        depends_on=depends,
        conflicts_with=tuple(rng.sample(others, min(len(others), rng.choice([0, 0, 0, 1])))),
    )


def hundredths(rng: Random) -> Fraction:
    """A share."""
    return Fraction(rng.randrange(101), 100)


def people(rng: Random) -> Fraction:
    """A count of people, round or not, at times nobody."""
    return Fraction(rng.choice([0, rng.randrange(2000), rng.randrange(400) * 1000, rng.randrange(500_000)]))


def money(rng: Random) -> Fraction:
    """An amount of money, at times 0."""
    return Fraction(rng.choice([0, rng.randrange(5000), rng.randrange(3000) * 10**6, rng.randrange(10**10)]))


def duration(rng: Random, least: int, most: int) -> Fraction:
    """Months that are whole or half in some unit of time."""
    unit = rng.choice(TIME_UNITS)
    count = Fraction(rng.randrange(1, 1 + max(2, int(2 * most / unit))), 2)
    return max(unit * count, Fraction(least))


def invented_months(rng: Random) -> Estimate | Readings:
    """Planned months: one number, or phases."""
    if rng.random() < 0.6:
        return estimated(rng, lambda: duration(rng, 0, rng.choice([3, 10])))
    phases = rng.sample(PHASES, rng.randrange(1, 4))
    return {phase: estimated(rng, lambda: duration(rng, 0, rng.choice([1, 4]))) for phase in phases}


def invented_impact(rng: Random, frame: Study) -> Readings:
    """What the program does on each criterion that is not measured, a few of them not said."""
    judged = [leaf for leaf, _ in leaves(frame.criteria, 1.0) if leaf.measure is None]
    rng.shuffle(judged)
    return {leaf.key: performance(rng, leaf) for leaf in judged if rng.random() < 0.95}


def performance(rng: Random, leaf: Criterion) -> Estimate:
    """A level, a place on the scale, or a number on or beyond the curve."""
    if leaf.levels is not None:
        return estimated_level(rng, dict(leaf.levels))
    if leaf.scale is not None:
        worst, best = leaf.scale
        return estimated(rng, lambda: worst + (best - worst) * Fraction(rng.choice([rng.randrange(21), 18]), 20))
    assert leaf.curve is not None
    furthest = max(x for x, _ in leaf.curve)
    return estimated(rng, lambda: furthest * Fraction(rng.randrange(61), 50))


def provided(rng: Random, enablers: list[str]) -> Readings:
    """Coverage that the program adds for others."""
    count = min(len(enablers), rng.choice([0, 0, 1, 2]))
    return {each: estimated(rng, lambda: Fraction(rng.randrange(75), 185)) for each in rng.sample(enablers, count)}


def invented_cost(rng: Random) -> Estimate | Readings | None:
    """No cost, capex alone in the short form, or either or both parts."""
    form = rng.random()
    if form < 0.15:
        return None
    if form < 0.35:
        return estimated(rng, lambda: money(rng))
    parts = rng.sample(["capex", "opex_per_year"], rng.choice([1, 2, 2]))
    return {part: estimated(rng, lambda: money(rng)) for part in parts}


def invented_funding(rng: Random, frame: Study) -> str | None:
    """The status of the first money."""
    dated = [each for each in frame.budget_opens if each != "secured"]
    return rng.choice([None, "none", "secured", "secured", *dated, *dated])


def said_of_readiness(rng: Random, frame: Study) -> Estimate | dict[str, Estimate | Readings] | None:
    """One estimate for all, an estimate a pillar, items, or nothing."""
    worst, best = frame.readiness.scale

    def score() -> Fraction:
        return worst + (best - worst) * Fraction(rng.randrange(rng.choice([0, 10]), 21), 20)

    if rng.random() < 0.15:
        return None
    if not frame.readiness.pillars or rng.random() < 0.2:
        return estimated(rng, score)
    said: dict[str, Estimate | Readings] = {}
    for pillar in frame.readiness.pillars:
        if rng.random() < 0.12:
            continue
        if not pillar.items or rng.random() < 0.3:
            said[pillar.key] = estimated(rng, score)
            continue
        size = rng.choice([len(pillar.items), rng.randrange(len(pillar.items) + 1)])
        said[pillar.key] = {item: estimated(rng, score) for item in rng.sample(pillar.items, size)}
    return said
