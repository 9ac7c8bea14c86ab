"""A random study, small enough that all its plans can be tried, with all that binds a plan."""

import math
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from tests.oracle.candidates import A_DAY, IDS, NAMES, hundredths, invented_impact, people, said_of_readiness
from tests.oracle.estimating import estimated, some
from tests.oracle.inventing import DIMENSIONS, ENABLERS, invented_locality, invented_readiness
from tests.oracle.inventing_criteria import top_level
from tests.oracle.planning_facts import Facts
from tests.oracle.studies import (
    Binding,
    Criterion,
    Dimension,
    Estimate,
    Fact,
    Program,
    Quota,
    Readings,
    Study,
)

OWNERS = ("Diskominfo", "Bappeda", "Dinas PU & Penataan Ruang")
KINDS = ("revised", "next", "grant")
FEWEST, MOST = 500, 30_000
"""How many plans are tried for a study, before constraints."""

A_YEARS_UNIT = 12
"""Running costs are multiples of it, so that a month's share is whole."""


def invented_for_plan(seed: int) -> Study:
    """A study with what binds a plan; every third has round numbers and twins, so that plans tie."""
    rng = Random(seed)  # noqa: S311  # the same study again from the same seed
    least = 1 if seed % 10 == 9 else FEWEST
    while True:
        study = invented_programs(rng, even=seed % 3 == 0)
        study = replace(study, plan=invented_binding(rng, study))
        if least <= unbound_plans(study) <= MOST:
            return study


def unbound_plans(study: Study) -> int:
    """How many plans there would be if programs did not bind one another."""
    candidates = Facts(study).candidates.values()
    return math.prod(1 + len(each.window) for each in candidates if each.funded)


def invented_programs(rng: Random, *, even: bool) -> Study:
    """Three to six programs and all that they are judged by."""
    frame = invented_frame(rng, even=even)
    programs: list[Program] = []
    for key in rng.sample(IDS, rng.choice([3, 4, 4, 5, 5, 6])):
        if programs and rng.random() < (0.3 if even else 0.05):
            programs.append(twin(rng, rng.choice(programs), key))
        else:
            programs.append(candidate(rng, frame, key, programs, even=even))
    rng.shuffle(programs)
    return with_later_providers(rng, replace(frame, programs=tuple(programs)))


def invented_frame(rng: Random, *, even: bool) -> Study:
    """The study without programs and without what binds a plan."""
    locality = replace(invented_locality(rng), coverage=invented_coverage(rng)) if rng.random() < 0.9 else None
    day = date(2022, rng.choice([1, 4, 7, 8, 9, 10, 11, 12]), rng.choice([1, 1, 15, 28]))
    start = day if rng.random() < 0.94 else None
    horizon = rng.choice([5, 6, 7, 7, 8, 8, 9])
    days = [day + timedelta(days=rng.randrange(-40, 12 * horizon)) for _ in range(4)]
    kinds = rng.sample([*KINDS, "secured"], rng.randrange(1, 4)) if start and rng.random() < 0.6 else []
    simple = (Criterion("ease", scale=(Fraction(1), Fraction(5))),)
    frame = Study(
        criteria=simple if even or rng.random() < 0.6 else tuple(top_level(rng, locality)),
        programs=(),
        start=start,
        deadline=Fraction(rng.randrange(1, horizon + 1)),
        horizon=horizon,
        discount_rate=some(rng, Fraction(0), Fraction(rng.randrange(1, 31), 100)),
        model=None if rng.random() < 0.8 else (Fraction(60), Fraction(40)),
        dimensions=invented_dimensions(rng) if rng.random() < 0.85 else {},
        budget_opens=dict(zip(kinds, days, strict=False)),
        locality=locality,
    )
    return frame if even else replace(frame, readiness=invented_readiness(rng))


def invented_coverage(rng: Random) -> dict[str, Fact]:
    """Enablers that are mostly scarce, so that what provides them matters."""
    return {key: Fact(Fraction(rng.randrange(11), 12)) for key in rng.sample(ENABLERS, rng.randrange(1, 4))}


def invented_dimensions(rng: Random) -> dict[str, Dimension]:
    """Dimensions with and without quotas."""
    return {
        key: Dimension(
            some(rng, None, Fraction(rng.randrange(8, 21), 20)), DIMENSIONS[key][:1], quota=invented_quota(rng, 3)
        )
        for key in rng.sample(sorted(DIMENSIONS), rng.randrange(1, 4))
    }


def invented_quota(rng: Random, most: int) -> Quota | None:
    """No quota, at most so many, or at least and at most."""
    form = rng.random()
    if form < 0.5:
        return None
    last = rng.choice([rng.randrange(most + 1), rng.randrange(1, most + 1)])
    return (0, last) if form < 0.75 else (rng.randrange(min(last, 2) + 1), last)


def candidate(rng: Random, frame: Study, key: str, earlier: list[Program], *, even: bool) -> Program:
    """One program; with even numbers its months are whole and its impact and readiness among few values."""
    others = [each.id for each in earlier]
    depends = tuple(rng.sample(others, min(len(others), rng.choice([0, 0, 0, 0, 1, 1, 2]))))
    apart = [each for each in others if each not in depends]
    enablers = sorted(frame.locality.coverage) if frame.locality else []
    dated = [each for each in frame.budget_opens if each != "secured"]
    impact: Readings = {"ease": plain(rng.choice([1, 3, 3, 5, 5]))} if even else invented_impact(rng, frame)
    return Program(
        id=key,
        name=rng.choice(NAMES),
        time_to_benefit=plain(rng.choice([0, 1, 1, 2, 2, 3])) if even else invented_months(rng, frame.horizon),
        dimension=rng.choice(sorted(frame.dimensions)) if frame.dimensions else None,
        owner=rng.choice(OWNERS[: rng.choice([1, 3])]) if rng.random() < 0.8 else None,
        beneficiaries=estimated(rng, lambda: people(rng)) if rng.random() < 0.9 else None,
        lasts=invented_lasts(rng, even=even),
        impact=impact if rng.random() < 0.93 else {},
        needs=tuple(rng.sample(enablers, min(len(enablers), rng.choice([0, 1, 1, 2])))),
        provides=provided(rng, enablers),
        reachable=plain(hundredths(rng)) if rng.random() < 0.1 else None,
        cost=invented_cost(rng, even=even),
        funding=rng.choice([*["secured"] * 7, "none", None, *dated, *dated]),
        readiness=plain(rng.choice([3, 5, 5])) if even else said_of_readiness(rng, frame),
        depends_on=depends,
        conflicts_with=tuple(rng.sample(apart, min(len(apart), rng.choice([0, 0, 0, 0, 1])))),
    )


def plain(value: float | Fraction) -> Estimate:
    """A number without doubt."""
    return Estimate(value=Fraction(value))


def invented_months(rng: Random, horizon: int) -> Estimate | Readings:
    """Planned months: none, whole, halves or weeks, as one number or in phases; at times beyond the horizon."""
    weeks = 7 * A_DAY * rng.randrange(1, 8)

    def some_months() -> Fraction:
        return rng.choice([Fraction(0), Fraction(1), Fraction(2), Fraction(rng.randrange(7), 2), weeks])

    if rng.random() < 0.06:
        return plain(horizon + rng.randrange(3))
    if rng.random() < 0.75:
        return estimated(rng, some_months)
    return {phase: estimated(rng, lambda: some_months() / 2) for phase in ("procurement", "rollout")}


def invented_lasts(rng: Random, *, even: bool) -> Estimate | None:
    """Months in which the benefit is felt, whole or in quarters."""
    if rng.random() < 0.5:
        return None
    return plain(rng.randrange(1, 4)) if even or rng.random() < 0.4 else plain(Fraction(rng.randrange(1, 25), 4))


def provided(rng: Random, enablers: list[str]) -> Readings:
    """Coverage that the program adds for others."""
    count = min(len(enablers), rng.choice([0, 0, 1, 1, 2]))
    return {each: plain(Fraction(rng.randrange(1, 8), 12)) for each in rng.sample(enablers, count)}


def invented_cost(rng: Random, *, even: bool) -> Estimate | Readings | None:
    """No cost, capex alone in the short form, or either or both parts."""

    def amount() -> int:
        return (
            12_000_000 * rng.randrange(1, 4) if even else rng.choice([0, rng.randrange(5000), rng.randrange(3 * 10**9)])
        )

    form = rng.random()
    if form < 0.15:
        return None
    if form < 0.35:
        return plain(amount())
    running = plain(amount() // A_YEARS_UNIT * A_YEARS_UNIT)
    return {"capex": plain(amount()), "opex_per_year": running} if form < 0.85 else {"opex_per_year": running}


def twin(rng: Random, other: Program, key: str) -> Program:
    """The same program again; at times it costs twice as much, or nothing."""
    times = rng.choice([1, 2])

    def multiple(amount: Estimate) -> Estimate:
        return plain(times * (amount.value if isinstance(amount.value, Fraction) else 0))

    cost = other.cost
    if cost is not None:
        cost = multiple(cost) if isinstance(cost, Estimate) else {part: multiple(each) for part, each in cost.items()}
    return replace(other, id=key, cost=None if rng.random() < 0.15 else cost, conflicts_with=())


def with_later_providers(rng: Random, study: Study) -> Study:
    """The study in which some programs provide what those need that they depend on."""
    by_id = {each.id: each for each in study.programs}

    def more(one: Program) -> Program:
        needed = [enabler for other in one.depends_on for enabler in by_id[other].needs]
        if not needed or rng.random() < 0.5:
            return one
        return replace(one, provides={**one.provides, rng.choice(needed): plain(Fraction(rng.randrange(1, 6), 12))})

    return replace(study, programs=tuple(more(each) for each in study.programs))


def invented_binding(rng: Random, study: Study) -> Binding:
    """What binds the plan."""
    latest: Fraction | date | None = None
    if rng.random() < 0.3:
        latest = Fraction(rng.randrange(study.horizon // 2, 2 * study.horizon), 2)
        if study.start and rng.random() < 0.5:
            days = rng.randrange(20 if rng.random() < 0.8 else -20, 25 * study.horizon)
            latest = study.start + timedelta(days=days)
    return Binding(
        budget=invented_budget(rng, study) if rng.random() < 0.75 else None,
        total=None if rng.random() < 0.2 else invented_quota(rng, len(study.programs)),
        per_owner=rng.choice([None, None, 1, 1, 2, 0 if rng.random() < 0.2 else 1]),
        latest_start=latest,
    )


def invented_budget(rng: Random, study: Study) -> dict[int, Fraction] | Fraction:
    """One amount, or money by year, some years not listed: often what some programs cost exactly, or Rp1 less."""
    facts = Facts(study, unfunded=True)
    spent = {facts.year(0): Fraction(0), facts.year(study.horizon - 1): Fraction(0)}
    for key, one in facts.candidates.items():
        if one.window and rng.random() < 0.6:
            for year, amount in facts.cost(key, rng.choice(one.window)).items():
                spent[year] += amount

    def near(amount: Fraction) -> Fraction:
        share = rng.choice([Fraction(1), Fraction(1), Fraction(7, 10), Fraction(13, 10)])
        return max(Fraction(0), Fraction(int(amount * share) - rng.choice([0, 0, 1])))

    if study.start is None or rng.random() < 0.3:
        return near(sum(spent.values(), Fraction(0)))
    spent[study.start.year + 2] = Fraction(10**9)
    return {year: near(amount) for year, amount in spent.items() if rng.random() < 0.85}
