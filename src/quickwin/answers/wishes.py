"""What a room wants of a plan: programs that must be in it, must not, or start in a month."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from quickwin.answers.explain import row_of
from quickwin.answers.judged import Judged
from quickwin.say import say
from quickwin.study.duration import months_between
from quickwin.study.problem import quoted
from quickwin.study.spoken_date import spelled
from quickwin.study.study import Usage

COUNTED = re.compile(r"[0-9]{1,4}")
DATED = re.compile(r"([0-9]{4})-([0-9]{2})(?:-01)?")


@dataclass(frozen=True, slots=True)
class Wishes:
    """Rows of programs that must be chosen or must not, and the months in which some must start.

    With `unfunded` those may be chosen for which no money is stated.
    """

    must: tuple[int, ...] = ()
    without: tuple[int, ...] = ()
    locked: dict[int, int] = field(default_factory=dict)
    unfunded: bool = False

    def __bool__(self) -> bool:
        return bool(self.must or self.without or self.locked)


def wishes(
    judged: Judged, must: Iterable[str], without: Iterable[str], locks: Iterable[str], *, unfunded: bool
) -> Wishes:
    """The wishes that options say: ids or names, and for a lock `ID@MONTH`.

    Raises:
        Usage: there is no such program, or what stands behind the @ is no month of the plan.
    """
    locked: dict[int, int] = {}
    for lock in locks:
        id, mark, month = lock.rpartition("@")
        if not mark:
            raise Usage(
                say("--lock {lock}: write ID@MONTH, such as {id}@3 or {id}@2023-01.", lock=quoted(lock), id=month)
            )
        row = row_of(judged, id)
        when = month_of(month, judged, lock)
        if locked.setdefault(row, when) != when:
            raise Usage(say("{id} is locked at two months. Leave one of them out.", id=quoted(id)))
    found = Wishes(
        tuple(dict.fromkeys(row_of(judged, id) for id in must)),
        tuple(dict.fromkeys(row_of(judged, id) for id in without)),
        locked,
        unfunded,
    )
    for row in found.without:
        if row in found.must or row in locked:
            id = quoted(judged.study.candidates[row].id)
            raise Usage(say("{id} must be in the plan and must not. Leave one of the two options out.", id=id))
    return found


def month_of(text: str, judged: Judged, lock: str) -> int:
    """The month of a plan that a text names: its number from 0 on, or a month of the calendar."""
    criteria = judged.study.judge.criteria
    said = text.strip()
    number: int | None = int(said) if COUNTED.fullmatch(said) and not calendar_year(said) else None
    dated = DATED.fullmatch(spelled(said) or said)
    if dated and criteria.start is not None and 1 <= int(dated[2]) <= 12:
        day, first = date(int(dated[1]), int(dated[2]), 1), criteria.start.replace(day=1)
        number = round(months_between(first, day)) if day >= first else -1
    if number is None or not 0 <= number < criteria.horizon:
        last = criteria.horizon - 1
        raise Usage(
            say(
                "--lock {lock}: {month} is no month of the plan. Write its number, 0 to {last}{or_date}.",
                lock=quoted(lock),
                month=quoted(said),
                last=last,
                or_date=say(", or a month such as {month}", month=f"{criteria.start:%Y-%m}") if criteria.start else "",
            )
        )
    return number


def calendar_year(text: str) -> bool:
    """Whether a number is more likely a year than a month of a plan."""
    return len(text) == 4
