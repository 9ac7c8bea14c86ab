"""Dates as they are written in a study, and the months between them."""

import math
import re
from calendar import monthrange
from datetime import MAXYEAR, date

from quickwin.finding import Fix
from quickwin.say import say
from quickwin.study.phrase import Unreadable, choices, quote
from quickwin.study.spoken_date import spelled

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
WHEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
YEAR_LAST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
DAYS_A_MONTH = 30.4375
MONTH_DIGITS, DAY_DIGITS = 9, 6
"""Decimals beyond which months, and days, are taken for the nearest."""


def parse_date(text: str) -> date:
    """The day that a text such as `2022-09-01` names.

    Raises:
        Unreadable: it is written otherwise, or there is no such day.

    >>> parse_date("2022-09-01")
    datetime.date(2022, 9, 1)
    """
    stripped = text.strip()
    day = _day(stripped) if DATE.fullmatch(stripped) else None
    if day is None:
        spoken = spelled(stripped)
        raise _no_date(
            stripped,
            say("Write the year, the month and the day: 2022-09-01."),
            spoken=spoken if DATE.fullmatch(spoken) and _day(spoken) else "",
        )
    return day


def parse_when(text: str) -> str:
    """A year, a month or a day (`2023`, `2023-06`, `2023-06-30`), without the spaces around it.

    Raises:
        Unreadable: it is written otherwise, or there is no such month or day.

    >>> parse_when(" 2023-06 ")
    '2023-06'
    """
    stripped = text.strip()
    match = WHEN.fullmatch(stripped)
    if match is None or _day(f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}") is None:
        raise _no_date(
            stripped,
            say("Write a year, a month or a day: 2023, 2023-06 or 2023-06-30."),
            spoken=spelled(stripped) if WHEN.fullmatch(spelled(stripped)) else "",
        )
    return stripped


def months_between(start: date, day: date) -> float:
    """Months from `start` to `day`: 12·Δyear + Δmonth + Δday/30.4375, and 0 where `day` is earlier.

    >>> months_between(date(2022, 9, 1), date(2023, 1, 1))
    4.0
    """
    months = 12 * (day.year - start.year) + day.month - start.month + (day.day - start.day) / DAYS_A_MONTH
    return max(0.0, months)


def day_after(start: date, months: float) -> date | None:
    """The day that lies some months after `start`, as `months_between` counts them; None beyond the calendar.

    >>> day_after(date(2022, 9, 1), 4.0), day_after(date(2022, 9, 15), 3.5)
    (datetime.date(2023, 1, 1), datetime.date(2022, 12, 30))
    """
    at = round(12 * start.year + start.month - 1 + (start.day - 1) / DAYS_A_MONTH + months, MONTH_DIGITS)
    year, month = divmod(math.floor(at), 12)
    if year > MAXYEAR:
        return None
    days = math.floor(round((at - math.floor(at)) * DAYS_A_MONTH, DAY_DIGITS))
    return date(year, month + 1, min(1 + days, monthrange(year, month + 1)[1]))


def _day(text: str) -> date | None:
    """The day of a text of the right shape, or None where the calendar has no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _no_date(text: str, mend: str, *, spoken: str = "") -> Unreadable:
    """A refusal with the days that the text may mean, if its order of day and month can be guessed; or as `spoken`."""
    if not text:
        return Unreadable(say("There is nothing where a date is expected."), mend)
    meant: list[str] = []
    if match := YEAR_FIRST.fullmatch(text):
        meant = [f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"]
    elif match := YEAR_LAST.fullmatch(text):
        meant = [f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}", f"{match[3]}-{match[1]:0>2}-{match[2]:0>2}"]
    days = list(dict.fromkeys(day for day in meant if _day(day)))
    if days:
        mend = say("Write {days} (year, month, day).", days=choices(days))
    fixes = (Fix(days[0]),) if len(days) == 1 else ()
    if spoken and not days:
        mend, fixes = say("Write {date}.", date=spoken), (Fix(spoken),)
    what = say("{text} is not a date.", text=quote(text))
    if DATE.fullmatch(text):
        what = say("There is no day {text} in the calendar.", text=quote(text))
    return Unreadable(what, mend, fixes)
