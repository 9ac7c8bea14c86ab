"""A plan as events of a calendar: the work on each program, and the day from which it is felt."""

from collections.abc import Iterator
from datetime import date

from quickwin.answers.planned import Chosen, Planned
from quickwin.answers.wording import priced
from quickwin.event import Event
from quickwin.say import say
from quickwin.study.study import Usage


def events(result: Planned) -> tuple[Event, ...]:
    """The events of a plan, in the order of its programs.

    Raises:
        Usage: the round has no start, so that no month has a date.
    """
    dated(result.calendar.start)
    return tuple(event for one in result for event in of_program(one, result))


def dated(start: date | None) -> date:
    """The start of a round, which a calendar must have.

    Raises:
        Usage: it has none.
    """
    if start is None:
        raise Usage(say("A calendar needs dates. Add “start:” with a date to criteria.yaml."))
    return start


def of_program(one: Chosen, result: Planned) -> Iterator[Event]:
    """The work on a program, if it takes any, and its delivery."""
    begins, delivers = (result.calendar.day(month) for month in (one.start, one.delivers))
    if begins is None or delivers is None:
        return
    text = "\n".join(facts(one, result))
    if delivers > begins:
        title = say("{name}: work", name=one.name)
        yield Event(f"{one.id}.work@quickwin", title, begins, delivers, text, one.owner or "")
    title = say("{name}: felt from now on", name=one.name)
    yield Event(f"{one.id}.felt@quickwin", title, delivers, delivers, text, one.owner or "")


def facts(one: Chosen, result: Planned) -> Iterator[str]:
    """What is said of a program in its events."""
    if one.dimension:
        yield say("Dimension: {dimension}", dimension=one.dimension)
    if one.owner:
        yield say("Owner: {owner}", owner=one.owner)
    for year, money in one.cost.items():
        if money:
            yield say("Cost in {year}: {money}", year=year, money=priced(money, result.money))
    yield say("Benefit: {benefit:.1f} points", benefit=one.benefit)
