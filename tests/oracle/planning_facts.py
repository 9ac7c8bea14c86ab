"""What a plan counts with: each program in whole months, what it costs by year, what it brings beside others."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.impact import criteria_of, impact_of
from tests.oracle.readiness import readiness_of
from tests.oracle.reading import cost_part, planned_months, point
from tests.oracle.scoring import (
    delivery_of,
    dependencies,
    lengthened,
    money_opens,
    months_until,
    priority_of,
    share_left,
)
from tests.oracle.studies import Program, Study

Plan = Mapping[str, int]
"""The start month of each program chosen, by id."""

NEARLY = 1e-9


@dataclass(frozen=True)
class Candidate:
    """A program as a plan sees it; months are whole."""

    program: Program
    takes: int
    funded: bool
    window: range
    before: frozenset[str]
    conflicts: frozenset[str]
    chance: float
    worth: float
    lasts: Fraction | None
    capex: Fraction
    running: Fraction


def candidate_of(study: Study, program: Program, *, unfunded: bool = False) -> Candidate:
    """One program; `unfunded` lets programs without money be chosen."""
    ready = readiness_of(study, program)
    takes = math.ceil(lengthened(study, planned_months(program), ready) - NEARLY)
    impact = impact_of(criteria_of(study, program)[0])
    return Candidate(
        program=program,
        takes=takes,
        funded=unfunded or not study.budget_opens or program.funding not in (None, "none"),
        window=window_of(study, program, takes),
        before=frozenset(other.id for other in dependencies(study, program)),
        conflicts=frozenset(
            other.id
            for other in study.programs
            if other.id in program.conflicts_with or program.id in other.conflicts_with
        ),
        chance=1 - float(study.readiness.loss) * (1 - ready.value),
        worth=100 * impact * delivery_of(study, program) * priority_of(study, program),
        lasts=None if program.lasts is None else point(program.lasts),
        capex=cost_part(program, "capex") or Fraction(0),
        running=(cost_part(program, "opex_per_year") or Fraction(0)) / 12,
    )


def window_of(study: Study, program: Program, takes: int) -> range:
    """The starts that money, the latest start and the horizon leave to a program by itself."""
    first = math.ceil(money_opens(study, program) - NEARLY)
    last = study.horizon - 1 - takes
    if study.plan is not None and study.plan.latest_start is not None:
        latest = study.plan.latest_start
        until = months_until(study, latest) if isinstance(latest, date) else latest
        last = min(last, math.floor(until + Fraction(NEARLY)))
    return range(first, last + 1)


def helpers_of(study: Study, program: Program) -> list[str]:
    """The other programs that provide what this one needs."""
    needs = set(program.needs)
    return sorted(other.id for other in study.programs if other.id != program.id and needs & other.provides.keys())


class Facts:
    """A study's candidates by id, and what they bring and cost in a plan."""

    def __init__(self, study: Study, *, unfunded: bool = False) -> None:
        self.study = study
        self.candidates = {program.id: candidate_of(study, program, unfunded=unfunded) for program in study.programs}
        self.helpers = {program.id: helpers_of(study, program) for program in study.programs}
        self.benefits: dict[tuple[object, ...], float] = {}
        self.costs: dict[tuple[str, int], dict[int, Fraction]] = {}

    def delivers(self, key: str, start: int) -> int:
        """The month from which a program that starts in this one is felt."""
        return start + self.candidates[key].takes

    def felt(self, key: str, start: int) -> range:
        """The months, up to the horizon, in which a program is felt."""
        lasts = self.candidates[key].lasts
        first = self.delivers(key, start)
        # t < d + lasts, and d is whole.
        until = self.study.horizon if lasts is None else min(self.study.horizon, first + math.ceil(lasts))
        return range(first, until)

    def year(self, month: int) -> int:
        """The calendar year in which a month lies; without a start the months are all in one."""
        day = self.study.start
        return 0 if day is None else day.year + (day.month - 1 + month) // 12

    def cost(self, key: str, start: int) -> dict[int, Fraction]:
        """Capex in the year of the start, and a twelfth of a year's running cost for each month felt."""
        if (key, start) not in self.costs:
            one = self.candidates[key]
            spent = {self.year(start): one.capex}
            for month in self.felt(key, start):
                year = self.year(month)
                spent[year] = spent.get(year, Fraction(0)) + one.running
            self.costs[key, start] = {year: amount for year, amount in spent.items() if amount}
        return self.costs[key, start]

    def chance_given(self, key: str, other: str) -> float:
        """D_{j|i}: the chance that another delivers where this one and all before it have."""
        mine, theirs = self.candidates[key], self.candidates[other]
        further = ({other} | theirs.before) - ({key} | mine.before)
        return math.prod(self.candidates[each].chance for each in sorted(further))

    def providers(self, key: str, plan: Plan) -> list[tuple[str, int]]:
        """The other programs of a plan that provide what this one needs, and when each delivers."""
        return [(other, self.delivers(other, plan[other])) for other in self.helpers[key] if other in plan]

    def covered(self, key: str, providers: list[tuple[str, int]], month: int) -> float:
        """c_i(t): `reachable`, or the scarcest of what it needs after what is provided by this month."""
        program = self.candidates[key].program
        if program.reachable is not None:
            return float(point(program.reachable))
        shares = [1.0]
        for enabler in program.needs:
            assert self.study.locality is not None
            share = float(self.study.locality.coverage[enabler].value)
            for other, delivered in providers:
                given = self.candidates[other].program.provides
                if enabler in given and delivered <= month:
                    share += float(point(given[enabler])) * self.chance_given(key, other)
            shares.append(share)
        return min(shares)

    def benefit(self, key: str, start: int, providers: list[tuple[str, int]]) -> float:
        """The points that a program brings beside these providers."""
        asked = (key, start, *providers)
        if asked not in self.benefits:
            one = self.candidates[key]
            first = self.delivers(key, start)
            points = 0.0
            for month in self.felt(key, start):
                until = Fraction(month + 1) if one.lasts is None else min(Fraction(month + 1), first + one.lasts)
                lived = share_left(self.study, month) - share_left(self.study, float(until))
                points += lived * self.covered(key, providers, month)
            self.benefits[asked] = one.worth * points
        return self.benefits[asked]

    def benefit_of(self, plan: Plan) -> float:
        """The points that a whole plan brings."""
        return sum(self.benefit(key, start, self.providers(key, plan)) for key, start in plan.items())

    def spending(self, plan: Plan) -> Fraction:
        """What a whole plan costs in all years together."""
        return sum((amount for key, start in plan.items() for amount in self.cost(key, start).values()), Fraction(0))
