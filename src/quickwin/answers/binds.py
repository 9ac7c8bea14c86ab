"""What binds a plan: what a little more of each limit would bring, found by planning again."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from quickwin.answers.constraints import Bond
from quickwin.answers.planning import Planning
from quickwin.answers.wording import joined, priced
from quickwin.engine.inputs import Indices
from quickwin.engine.planning.portfolio import NEVER, AtLeast, AtMost, Budget, Constraint, Latest, Team
from quickwin.engine.planning.search import EQUAL, Found, best
from quickwin.engine.sharing import in_order, workers
from quickwin.say import say
from quickwin.study.context import unit_of_money
from quickwin.table import Column, Row, Table


@dataclass(frozen=True, slots=True)
class Binding:
    """A limit, what it would be to have a little more of it, the points gained, and who would come and go.

    `proven` says that no more can be gained.
    """

    constraint: str
    kind: str
    of: str
    what: str
    gain: float
    comes: tuple[str, ...]
    goes: tuple[str, ...]
    proven: bool = True

    def document(self) -> dict[str, Any]:
        """It as JSON has it."""
        return asdict(self)


def binds(
    planning: Planning, found: Found, *, time_limit: float, tell: Callable[[int, int], None] | None = None
) -> tuple[Binding, ...]:
    """What each limit costs the plan that was found, the most first."""
    every = planning.bonds.every
    tasks = [(place, more) for place, bond in enumerate(every) if (more := a_little_more(planning, bond))]
    done: list[Binding] = []

    def again(task: tuple[int, tuple[Constraint | None, str]]) -> Binding:
        place, (part, what) = task
        bond = replace(every[place], parts=() if part is None else (part,))
        other = planning.with_bonds((*every[:place], bond, *every[place + 1 :]))
        solved = best(planning.portfolio, other.bonds.constraints, start=found.starts, time_limit=time_limit)
        return binding(planning, every[place], what, found, solved)

    for one in in_order(again, tasks, many=workers()):
        done.append(one)
        if tell:
            tell(len(done), len(tasks))
    return tuple(sorted(done, key=lambda one: -round(one.gain, 9)))  # stable: ties keep the order of the limits


def binding(planning: Planning, bond: Bond, what: str, found: Found, solved: Found) -> Binding:
    """What planning again has shown."""
    now = chosen(planning, found.starts)
    then = chosen(planning, solved.starts)
    gain = solved.benefit - found.benefit
    if gain < EQUAL:
        gain, then = 0.0, now
    comes, goes = (tuple(id for id in one if id not in other) for one, other in ((then, now), (now, then)))
    return Binding(bond.key, bond.kind, bond.of, what, gain, comes, goes, proven=solved.status == "optimal")


def chosen(planning: Planning, starts: Indices | None) -> list[str]:
    """The ids of the programs of a plan."""
    return [] if starts is None else [planning.ids[number] for number in np.flatnonzero(starts != NEVER).tolist()]


def a_little_more(planning: Planning, bond: Bond) -> tuple[Constraint | None, str] | None:
    """A limit with a little more room, and in words; the constraint is None where it would be gone.

    None where it is no limit that gives, or where it cannot bind.
    """
    part = bond.parts[0]
    unit = unit_of_money(planning.study.judge.context)
    match part:
        case Budget():
            more = priced(unit[0], unit)
            year = say(" in {year}", year=bond.of) if bond.of else ""
            return replace(part, amount=part.amount + unit[0]), say("{more} more{year}", more=more, year=year)
        case Team() if len(part.programs) > part.most:
            return replace(part, most=part.most + 1), say("one more at a time for {owner}", owner=bond.of)
        case Latest():
            return replace(part, month=part.month + 1), say("one more month in which to start")
        case AtLeast() if bond.kind in {"quota least", "total least"}:
            of = bond.of or say("all")
            return replace(part, least=part.least - 1), say("one fewer that {of} must have", of=of)
        case AtMost() if bond.kind in {"quota", "total"} and len(part.programs) > part.most:
            of = say("for {dimension}", dimension=bond.of) if bond.of else say("in all")
            return replace(part, most=part.most + 1), say("one more place {of}", of=of)
        case AtMost() if bond.kind == "money":
            return None, say("money for programs that have none (--unfunded)")
    return None


def table(found: tuple[Binding, ...], names: dict[str, str]) -> Table:
    """What binds as people read it."""
    gains = [one for one in found if one.gain > 0]
    columns = (
        Column("what", say("One step more")),
        Column("gain", say("Points gained"), "points"),
        Column("comes", say("Comes in")),
        Column("goes", say("Goes out")),
    )
    rows = tuple(
        Row((one.what, one.gain, names_of(one.comes, names) or say("(the same, sooner)"), names_of(one.goes, names)))
        for one in gains
    )
    return Table(say("What binds"), columns if rows else (), rows, notes=tuple(sentences(found)))


def names_of(ids: tuple[str, ...], names: dict[str, str]) -> str | None:
    """Programs by their names."""
    return joined([names[id] for id in ids]) or None


def sentences(found: tuple[Binding, ...]) -> Iterator[str]:
    """What is said below."""
    idle = [one for one in found if not one.gain]
    money = [one.of or say("all years") for one in idle if one.kind == "budget"]
    places = [one.of or say("the plan as a whole") for one in idle if one.kind in {"quota", "total"}]
    owners = [one.of for one in idle if one.kind == "capacity"]
    if money:
        yield say("More money for {years} brings nothing.", years=joined(money))
    if places:
        yield say("One more place brings nothing for {dimensions}.", dimensions=joined(places))
    if owners:
        yield say("One more program at a time brings nothing for {owners}.", owners=joined(owners))
    if any(not one.proven for one in found):
        yield say("Time was up for some of these: they may bring more.")
