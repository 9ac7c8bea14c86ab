"""Times of a round: dates, months from its start, and when money opens."""

import re
from datetime import date

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.duration import months_between, parse_date
from quickwin.study.named import NOTHING, each
from quickwin.study.problem import quoted, refuse
from quickwin.study.quantity import Unreadable
from quickwin.study.reading import Reading
from quickwin.study.scalar import months, text
from quickwin.study.spoken_date import spelled

SECURED, NONE = "secured", "none"
"""Statuses of funding that every study knows: there is money, and there is none."""


def read_date(data: Data, reading: Reading) -> date:
    """A day, such as 2022-09-01."""
    try:
        return parse_date(text(data, reading))
    except Unreadable as error:
        raise refuse("QW110", error.what, error.mend, fixes=error.fixes) from None


def months_or_date(data: Data, reading: Reading) -> float:
    """Months from the start of the round: a span of time, or a date."""
    if not (isinstance(data, str) and re.fullmatch(r"\d{4}-\d\d?-\d\d?", spelled(data) or data)):
        return months(data, reading)
    return months_to(read_date(data, reading), reading)


def months_to(day: date, reading: Reading) -> float:
    """Months from the start of the round to a day; 0 where the start is there and cannot be read."""
    if reading.start is None and "start" in reading.doubtful:
        return 0.0
    if reading.start is None:
        raise refuse(
            "QW106", say("A date needs the start of the round."), say("Add “start:” with a date to criteria.yaml.")
        )
    return months_between(reading.start, day)


def whole_months(data: Data, reading: Reading) -> int:
    """A whole number of months, at least one."""
    span = months(data, reading)
    if span != int(span) or span < 1:
        raise refuse(
            "QW109",
            say("{data} is not a whole number of months.", data=quoted(str(data))),
            say("Write whole months, at least 1, such as 24."),
        )
    return int(span)


def opening_dates(data: Data, reading: Reading) -> dict[str, float]:
    """When money of each kind can first be spent, in months from the start."""
    dates = each(months_from_start, say("a kind of money"), reserved=NOTHING)(data, reading)
    if NONE in dates:
        raise refuse(
            "QW112",
            say("Money that is not there (“none”) has no date."),
            say("Delete the line."),
            path=(NONE,),
            at_key=True,
        )
    if not dates:
        raise refuse("QW106", say("There is no date."), say("Write at least one, such as “next: 2023-01-01”."))
    return dates


def months_from_start(data: Data, reading: Reading) -> float:
    """The months from the start to a date."""
    return months_to(read_date(data, reading), reading)
