"""What binds a plan, each with where it is written: in criteria.yaml, in a program's file, or as an option."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from quickwin.answers.judged import Judged
from quickwin.answers.wishes import Wishes
from quickwin.answers.wording import joined, priced
from quickwin.engine.inputs import Indices
from quickwin.engine.planning.portfolio import (
    AtLeast,
    AtMost,
    Budget,
    Constraint,
    Constraints,
    Follows,
    Latest,
    Starts,
    Team,
)
from quickwin.finding import Place
from quickwin.say import counted, say
from quickwin.study.context import unit_of_money
from quickwin.study.dimension import Range

A_HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Bond:
    """A constraint in words: `key` names what it is, `of` what it is about, and `place` where it stands.

    Most are one constraint of the engine; that a program must start in a month are two.
    """

    kind: str
    key: str
    what: str
    place: Place
    parts: Constraints
    of: str = ""

    def document(self) -> dict[str, object]:
        """The bond as JSON has it."""
        return {
            "constraint": self.key,
            "kind": self.kind,
            "of": self.of or None,
            "what": self.what,
            "file": self.place.file,
            "line": self.place.line or None,
        }


@dataclass(frozen=True, slots=True)
class Bonds:
    """All that binds a plan, in the order in which it is told."""

    every: tuple[Bond, ...] = field(default=())

    @property
    def constraints(self) -> Constraints:
        """The constraints as the engine takes them."""
        return tuple(part for bond in self.every for part in bond.parts)

    def bond(self, place: int) -> Bond:
        """The bond to which the constraint at a place belongs."""
        owners = [bond for bond in self.every for _ in bond.parts]
        return owners[place]

    def of_kind(self, *kinds: str) -> list[Bond]:
        """The bonds of some kinds."""
        return [bond for bond in self.every if bond.kind in kinds]


@dataclass(frozen=True, slots=True)
class Binder:
    """What is needed to say what binds: a study, the rows that a plan chooses from, their months."""

    judged: Judged
    rows: Indices
    years: tuple[str, ...]
    """The year in which each month to the horizon lies."""

    @property
    def ids(self) -> list[str]:
        """The ids of the programs, in their order."""
        return [self.judged.study.candidates[row].id for row in self.rows.tolist()]

    def place(self, *path: str | int) -> Place:
        """Where something stands in criteria.yaml."""
        return self.judged.study.judge.source.place(path)

    def where(self, number: int, *path: str | int) -> Place:
        """Where something stands in the file of a program."""
        return self.judged.study.candidates[int(self.rows[number])].source.place(path)

    def bonds(self, wishes: Wishes) -> Bonds:
        """All that binds."""
        return Bonds(
            (
                *self.follows(),
                *self.apart(),
                *self.money(wishes),
                *self.latest(),
                *self.quotas(),
                *self.total(),
                *self.teams(),
                *self.budgets(),
                *self.wished(wishes),
            )
        )

    def follows(self) -> Iterator[Bond]:
        """Programs that depend on others, those first that others depend on."""
        place = {int(row): number for number, row in enumerate(self.rows)}
        for row, parents in self.judged.parents.items():
            if row not in place:
                continue
            number, program = place[row], self.judged.study.candidates[row].program
            for parent in parents.tolist():
                kid, before = self.ids[number], self.judged.study.candidates[parent].id
                at = self.where(number, "depends_on", program.depends_on.index(before))
                what = say("{kid} depends on {before}", kid=kid, before=before)
                yield Bond("dependency", f"{kid}.depends_on", what, at, (Follows(number, place[parent]),), before)

    def apart(self) -> Iterator[Bond]:
        """Pairs of which one is chosen at most."""
        places = {id: number for number, id in enumerate(self.ids)}
        seen = set[frozenset[int]]()
        for number, row in enumerate(self.rows.tolist()):
            for at, other in enumerate(self.judged.study.candidates[row].program.conflicts_with):
                pair = frozenset((number, places.get(other, number)))
                if len(pair) == 2 and pair not in seen:
                    seen.add(pair)
                    what = say("{one} conflicts with {other}", one=self.ids[number], other=other)
                    where = self.where(number, "conflicts_with", at)
                    part = AtMost(np.array(sorted(pair)), 1)
                    yield Bond("conflict", f"{self.ids[number]}.conflicts_with", what, where, (part,), other)

    def money(self, wishes: Wishes) -> Iterator[Bond]:
        """Where money is judged, programs without any are not chosen."""
        shut = np.flatnonzero(~self.judged.inputs.money[self.rows])
        if len(shut) and not wishes.unfunded:
            names = joined([self.ids[number] for number in shut.tolist()])
            what = say("no money is stated for {names}, so that they are not chosen", names=names)
            yield Bond("money", "budget_opens", what, self.place("budget_opens"), (AtMost(shut, 0),))

    def latest(self) -> Iterator[Bond]:
        """The latest start."""
        latest = self.judged.study.judge.criteria.plan.latest_start
        if latest is not None:
            what = say("no program starts after month {month:.4g}", month=latest)
            part = Latest(np.arange(len(self.rows)), int(np.floor(latest + A_HAIR)))
            yield Bond("latest", "plan.latest_start", what, self.place("plan", "latest_start"), (part,))

    def quotas(self) -> Iterator[Bond]:
        """How many programs of each dimension are chosen."""
        programs = [self.judged.study.candidates[row].program for row in self.rows.tolist()]
        for key, dimension in self.judged.study.judge.criteria.dimensions.items():
            members = np.flatnonzero([one.dimension == key for one in programs])
            at = self.place("dimensions", key, "quota")
            yield from self.counted("quota", f"dimensions.{key}.quota", members, dimension.quota, at, key)

    def total(self) -> Iterator[Bond]:
        """How many programs are chosen in all."""
        total = self.judged.study.judge.criteria.plan.total
        yield from self.counted("total", "plan.total", np.arange(len(self.rows)), total, self.place("plan", "total"))

    def counted(  # noqa: PLR0917  # the parts of a sentence
        self, kind: str, key: str, members: Indices, stated: Range | None, at: Place, of: str = ""
    ) -> Iterator[Bond]:
        """At least and at most so many of some programs."""
        if stated is None:
            return
        where = say("of {dimension}", dimension=of) if of else say("in all")
        one, many = say("program"), say("programs")
        if stated.least:
            what = say("at least {n} {where}", n=counted(stated.least, one, many), where=where)
            yield Bond(f"{kind} least", key, what, at, (AtLeast(members, stated.least),), of)
        if stated.most is not None:
            what = say("at most {n} {where}", n=counted(stated.most, one, many), where=where)
            yield Bond(kind, key, what, at, (AtMost(members, stated.most),), of)

    def teams(self) -> Iterator[Bond]:
        """How many programs of one owner are under way at a time."""
        most = self.judged.study.judge.criteria.plan.per_owner
        owners: dict[str, list[int]] = {}
        for number, row in enumerate(self.rows.tolist()):
            owner = self.judged.study.candidates[row].program.owner
            if owner is not None:
                owners.setdefault(owner, []).append(number)
        for owner, members in owners.items() if most is not None else ():
            what = say("{owner} has at most {n} under way at a time", owner=owner, n=most)
            part = Team(np.array(members), int(most or 0))
            yield Bond("capacity", "plan.per_owner", what, self.place("plan", "per_owner"), (part,), owner)

    def budgets(self) -> Iterator[Bond]:
        """The money, by calendar year or in all."""
        budget = self.judged.study.judge.criteria.plan.budget
        unit = unit_of_money(self.judged.study.judge.context)
        if isinstance(budget, dict):
            for year, money in sorted(budget.items()):
                months = np.array([one == str(year) for one in self.years])
                what = say("at most {money} is spent in {year}", money=priced(money, unit), year=year)
                at = self.place("plan", "budget", str(year))
                yield Bond("budget", f"plan.budget.{year}", what, at, (Budget(months, money),), str(year))
        elif budget is not None:
            what = say("at most {money} is spent to the horizon", money=priced(budget, unit))
            part = Budget(np.ones(len(self.years), dtype=bool), budget)
            yield Bond("budget", "plan.budget", what, self.place("plan", "budget"), (part,))

    def wished(self, wishes: Wishes) -> Iterator[Bond]:
        """What the room wants."""
        place = {int(row): number for number, row in enumerate(self.rows)}
        for kind, wished in (("must", wishes.must), ("without", wishes.without), ("lock", wishes.locked)):
            for row in wished:
                number = place[row]
                id = self.ids[number]
                alone = np.array([number])
                parts: tuple[Constraint, ...] = (AtLeast(alone, 1),)
                option, what = f"--must {id}", say("{id} must be in the plan", id=id)
                if kind == "without":
                    parts = (AtMost(alone, 0),)
                    option, what = f"--without {id}", say("{id} must not be in the plan", id=id)
                elif kind == "lock":
                    month = wishes.locked[row]
                    parts = (*parts, Starts(number, month))
                    option, what = f"--lock {id}@{month}", say("{id} starts in month {month}", id=id, month=month)
                yield Bond(kind, option, what, Place(option), parts, id)
