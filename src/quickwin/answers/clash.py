"""Where no plan is possible: the constraints that clash, and what would have to give way."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from quickwin.answers.constraints import Bond, Bonds
from quickwin.answers.left_out import too_late
from quickwin.answers.planning import Planning
from quickwin.answers.wording import joined, priced
from quickwin.engine.planning.clash import Room, least_to_give_way, room, smallest_clash
from quickwin.engine.planning.portfolio import NEVER, AtLeast, AtMost, Budget, Latest, Starts, Team
from quickwin.engine.planning.windows import windows
from quickwin.say import counted, say
from quickwin.study.context import unit_of_money

FACTS = ("dependency", "conflict")
"""What programs are to each other, which no decision of the room changes."""


@dataclass(frozen=True, slots=True)
class Relaxation:
    """What may give way for a plan to be possible: the constraints, a sentence, and how far as a share of each."""

    constraints: tuple[str, ...]
    what: str
    units: float | None
    share: float


@dataclass(frozen=True, slots=True)
class Clash:
    """The smallest set of constraints that cannot hold together, and each way out, the smallest change first."""

    bonds: tuple[Bond, ...]
    relaxations: tuple[Relaxation, ...]
    notes: tuple[str, ...] = ()
    """What no constraint says: that months run out."""

    def document(self) -> dict[str, Any]:
        """The clash as JSON has it."""
        ways = [{key: value for key, value in asdict(one).items() if key != "share"} for one in self.relaxations]
        return {"clash": [bond.document() for bond in self.bonds], "relaxations": ways}


def clash(planning: Planning) -> Clash:
    """Why no plan is possible."""
    bonds = planning.bonds.every
    groups = [bond.parts for bond in bonds]
    places = smallest_clash(planning.portfolio, groups)
    told = tuple(bonds[place] for place in places)
    return Clash(told, tuple(ways_out(planning, places)), tuple(out_of_months(planning, told)))


def out_of_months(planning: Planning, told: tuple[Bond, ...]) -> Iterator[str]:
    """That a program which must be chosen has no month in which to start, by itself and what it depends on."""
    chains = tuple(part for bond in planning.bonds.of_kind("dependency") for part in bond.parts)
    first, last = windows(planning.portfolio, chains)
    for bond in told:
        if bond.kind not in {"must", "lock"}:
            continue
        number = planning.ids.index(bond.of)
        begins, ends = int(first[number]), int(last[number])
        month = next((part.month for part in bond.parts if isinstance(part, Starts)), begins)
        name, said = planning.name(number), planning.calendar.spoken
        if ends < begins:
            yield f"{name}: {too_late(planning, number, begins)}"
        elif month < begins:
            yield say("{name}: It could start in {month} at the earliest.", name=name, month=said(begins))
        elif month > ends:
            yield say("{name}: It would have to start in {month} at the latest.", name=name, month=said(ends))


def ways_out(planning: Planning, places: tuple[int, ...]) -> Iterator[Relaxation]:
    """What may give way: one of the constraints that clash, or else the fewest that must together."""
    bonds = planning.bonds.every
    limits = as_written(bonds)
    groups = [bond.parts for bond in limits]
    clashing = {(bonds[place].kind, bonds[place].key) for place in places if bonds[place].kind not in FACTS}
    able = [place for place, bond in enumerate(limits) if (bond.kind, bond.key) in clashing]
    rooms = [room(planning.portfolio, groups, place) for place in able]
    alone = [relaxation(planning, limits[one.group], one) for one in rooms if one is not None]
    if alone:
        yield from sorted(alone, key=lambda one: one.share)
        return
    facts = [place for place, bond in enumerate(bonds) if bond.kind in FACTS]
    together = least_to_give_way(planning.portfolio, [bond.parts for bond in bonds], facts)
    if together:
        names = joined([bonds[place].what for place in together])
        keys = tuple(bonds[place].key for place in together)
        yield Relaxation(keys, say("Give up these together: {names}.", names=names), None, 1.0)


def as_written(bonds: tuple[Bond, ...]) -> list[Bond]:
    """The bonds, those of `per_owner` as the one number that it is."""
    teams = [bond for bond in bonds if bond.kind == "capacity"]
    others = [bond for bond in bonds if bond.kind != "capacity"]
    return others + [replace(bond, parts=Bonds(tuple(teams)).constraints, of="") for bond in teams[:1]]


def relaxation(planning: Planning, bond: Bond, found: Room) -> Relaxation:
    """One constraint's giving way, in a sentence that says how far."""
    part, units = bond.parts[0], found.units
    if isinstance(part, Budget):
        unit = unit_of_money(planning.study.judge.context)
        money, more = priced(part.amount + units, unit, up=True), priced(units, unit, up=True)
        what = say("Raise {key} by {more}, to {money}.", key=bond.key, more=more, money=money)
        return Relaxation((bond.key,), what, units, units / part.amount if part.amount else np.inf)
    units = round(units)
    if bond.kind in {"must", "without", "lock"}:
        return Relaxation((bond.key,), say("Leave out {option}.", option=bond.key), None, 1.0)
    if bond.kind == "money":
        names = joined(let_in(planning, bond, found))
        what = say("Find money for {names}, or add --unfunded.", names=names)
        return Relaxation((bond.key,), what, float(units), 1.0)
    if isinstance(part, Latest):
        month = part.month + units
        day = say(" ({name})", name=planning.calendar.name(month)) if planning.calendar.start else ""
        what = say("Allow starts up to month {month}{day}.", month=month, day=day)
        return Relaxation((bond.key,), what, float(units), units / max(part.month, 1))
    if isinstance(part, AtLeast):
        what = say("Ask for {least} in {key}, {n} fewer.", n=units, least=part.least - units, key=bond.key)
        return Relaxation((bond.key,), what, float(units), units / part.least)
    if isinstance(part, (AtMost, Team)):
        most = counted(part.most + units, say("program"), say("programs"))
        at_a_time = say(" at a time") if isinstance(part, Team) else ""
        what = say("Allow {most}{at_a_time} in {key}.", most=most, key=bond.key, at_a_time=at_a_time)
        return Relaxation((bond.key,), what, float(units), units / max(part.most, 1))
    return Relaxation((bond.key,), say("Give up that {what}.", what=bond.what), None, 1.0)


def let_in(planning: Planning, bond: Bond, found: Room) -> list[str]:
    """The ids of the programs that the gate of money would have to let in."""
    shut = bond.parts[0].programs.tolist() if isinstance(bond.parts[0], AtMost) else []
    return [planning.ids[number] for number in shut if found.starts[number] != NEVER]
