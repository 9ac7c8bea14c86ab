"""Why a program is not in the plan, and by how much."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from quickwin.answers.constraints import Bond
from quickwin.answers.judged import in_order
from quickwin.answers.planned import InPlaceOf, LeftOut
from quickwin.answers.planning import Planning
from quickwin.answers.wording import joined, priced
from quickwin.engine.inputs import Indices
from quickwin.engine.planning.exchange import Exchange, exchanges
from quickwin.engine.planning.keeping import Keeper
from quickwin.engine.planning.portfolio import NEVER, Team
from quickwin.engine.planning.windows import windows
from quickwin.say import counted, say
from quickwin.study.context import unit_of_money

ORDER = ("conflict", "quota", "total", "capacity", "budget")
"""Of what a program would break, the first of these is the reason."""


def left_out(planning: Planning, starts: Indices) -> Iterator[LeftOut]:
    """The programs that a plan leaves out, in the order of the ranking."""
    teller = Teller.of(planning, starts)
    places = {row: place for place, row in in_order(planning.judged)}
    numbers = np.flatnonzero(starts == NEVER).tolist()
    last = len(planning.judged.study.candidates)
    for number in sorted(numbers, key=lambda one: (places.get(int(planning.rows[one]), last), one)):
        reason, why = teller.reason(number)
        exchange = teller.exchanges.get(number) if reason in {*ORDER, "dependency"} else None
        gone = None if exchange is None else in_place_of(planning, exchange)
        program = planning.study.candidates[int(planning.rows[number])].program
        yield LeftOut(planning.ids[number], program.name, program.dimension, program.owner, reason, why, gone)


def in_place_of(planning: Planning, exchange: Exchange) -> InPlaceOf:
    """An exchange by ids."""
    return InPlaceOf(tuple(planning.ids[one] for one in exchange.gone), exchange.month, exchange.loss)


def too_late(planning: Planning, number: int, first: int) -> str:
    """Why a program that could start in a month at the earliest has no month in which to start."""
    portfolio, calendar = planning.portfolio, planning.calendar
    delivers = first + int(portfolio.durations[number])
    if delivers >= portfolio.horizon:
        return say(
            "It could deliver in {month} at the earliest, and benefits are counted to the end of {last} only.",
            month=calendar.spoken(delivers),
            last=calendar.spoken(portfolio.horizon - 1),
        )
    return say("It could start in {month} at the earliest, which is too late.", month=calendar.spoken(first))


@dataclass(frozen=True, slots=True)
class Teller:
    """A plan, seen by those who are not in it."""

    planning: Planning
    starts: Indices
    keeper: Keeper
    exchanges: dict[int, Exchange]
    first: Indices
    last: Indices
    """The first and the last month of each by itself."""

    @classmethod
    def of(cls, planning: Planning, starts: Indices) -> "Teller":
        """What is needed to tell of a plan."""
        portfolio, constraints = planning.portfolio, planning.bonds.constraints
        by_itself = tuple(
            part for bond in planning.bonds.of_kind("dependency", "latest", "lock") for part in bond.parts
        )
        return cls(
            planning,
            starts,
            Keeper(portfolio, constraints, starts),
            exchanges(portfolio, constraints, starts),
            *windows(portfolio, by_itself),
        )

    def reason(self, number: int) -> tuple[str, str]:
        """The reason of a program, as a word and as a sentence."""
        for kind, sentence in (("without", say("It was asked to be left out.")), ("money", self.no_money(number))):
            for bond in self.planning.bonds.of_kind(kind):
                if number in bond.parts[0].programs:  # type: ignore[union-attr]  # both close programs
                    return kind, sentence
        if self.last[number] < self.first[number]:
            return "too late", too_late(self.planning, number, int(self.first[number]))
        lacking = self.keeper.lacks(number)
        if lacking:
            names = joined([self.planning.name(one) for one in lacking])
            return "dependency", say("It depends on {names}, which is not in the plan.", names=names)
        months = self.keeper.months(number).tolist()
        if not months:
            return "too late", say("What it depends on delivers too late for it to start in time.")
        return self.displaced(number, min((self.broken(number, month) for month in months), key=len))

    def no_money(self, number: int) -> str:
        """Why the gate of money is shut for a program."""
        funding = self.planning.study.candidates[int(self.planning.rows[number])].program.funding
        if funding is None or funding.status is None:
            return say("It does not say who pays for it.")
        return say("There is no money for it.")

    def broken(self, number: int, month: int) -> list[tuple[Bond, int]]:
        """What a program would break if it started in a month, each kind once, in the order of reasons."""
        bonds = [self.planning.bonds.bond(place) for place in self.keeper.broken(number, month)]
        first = {bond.kind: (bond, month) for bond in reversed(bonds) if bond.kind in ORDER}
        return [first[kind] for kind in ORDER if kind in first]

    def displaced(self, number: int, broken: list[tuple[Bond, int]]) -> tuple[str, str]:
        """The reason of a program for which the plan has no room, and by how much it is worse than who has it."""
        if not broken:
            return "lower benefit", say("It would add nothing that is felt before the horizon.")
        bond, month = broken[0]
        lacks = self.lacking_money(bond, number, month) if bond.kind == "budget" else self.full(bond)
        return bond.kind, f"{lacks} {self.instead(number)}".rstrip()

    def instead(self, number: int) -> str:
        """What would be lost by putting it in another's place."""
        exchange = self.exchanges.get(number)
        if exchange is None:
            return say("No one program makes room for it.") if (self.starts != NEVER).any() else ""
        names = joined([self.planning.name(one) for one in exchange.gone])
        return say("In place of {names} the plan loses {loss:.1f} points.", names=names, loss=max(exchange.loss, 0.0))

    def members(self, bond: Bond) -> list[int]:
        """The chosen programs that a bond is about."""
        programs = bond.parts[0].programs.tolist()  # type: ignore[union-attr]  # counts and teams have them
        return [one for one in programs if self.starts[one] != NEVER]

    def full(self, bond: Bond) -> str:
        """What leaves no room for one program more."""
        n = len(self.members(bond))
        part = bond.parts[0]
        if bond.kind == "conflict":
            return say("It excludes {names}.", names=joined([self.planning.name(one) for one in self.members(bond)]))
        if bond.kind in {"quota", "total"} and not n:
            return say("None may be chosen{of}.", of=say(" of {dimension}", dimension=bond.of) if bond.of else "")
        if bond.kind == "quota":
            return say("{dimension} has its {n}.", dimension=bond.of, n=n)
        if isinstance(part, Team) and not part.most:
            return say("{owner} may have none under way.", owner=bond.of)
        if isinstance(part, Team):
            return say("{owner} is at work on {n} others whenever it could start.", owner=bond.of, n=part.most)
        return say("The plan has its {n}.", n=counted(n, say("program"), say("programs")))

    def lacking_money(self, bond: Bond, number: int, month: int) -> str:
        """By how much the money falls short."""
        unit = unit_of_money(self.planning.study.judge.context)
        short = next(
            money - budget.amount
            for place, budget, money in self.keeper.spent(number, month)
            if self.planning.bonds.bond(place) == bond
        )
        year = say(" of {year}", year=bond.of) if bond.of else ""
        return say("The budget{year} lacks {money} for it.", year=year, money=priced(short, unit))
