"""Numbers in sentences and in cells of text: amounts, people, shares, and the months of the calendar."""

from collections.abc import Callable
from datetime import date

from quickwin.say import say
from quickwin.study.estimate import Estimate

GROUPED_FROM = 9999.5
FINE_BELOW = 1000
MONTHS = (
    say("January"),
    say("February"),
    say("March"),
    say("April"),
    say("May"),
    say("June"),
    say("July"),
    say("August"),
    say("September"),
    say("October"),
    say("November"),
    say("December"),
)


def figure(number: float, most: int = 2) -> str:
    r"""A number as people write it, in groups of three from 10 000 on; a large one with `most` decimals at most.

    >>> figure(436079), figure(2.5), figure(1234.567), figure(1234.567, most=0)
    ('436\xa0079', '2.5', '1234.57', '1235')
    """
    if abs(number) < FINE_BELOW:
        text = f"{number:.4g}"
    else:
        text = f"{number:,.{most}f}" if abs(number) >= GROUPED_FROM else f"{number:.{most}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(",", "\u00a0").replace("-", "−")


def amount(number: float, symbol: str) -> str:
    r"""Money in full, in whole units of the currency.

    >>> amount(226500000, "Rp"), amount(2.5, "Rp")
    ('Rp226\xa0500\xa0000', 'Rp2.5')
    """
    return f"{symbol}{figure(number, most=0)}"


def percent(share: float) -> str:
    """A share with up to one decimal.

    >>> percent(0.4), percent(0.0432)
    ('40%', '4.3%')
    """
    return f"{100 * share:.1f}".removesuffix(".0") + "%"


def in_months(number: float) -> str:
    """A span of months.

    >>> in_months(5.25), in_months(1)
    ('5.2 months', '1.0 month')
    """
    return say("{n:.1f} {noun}", n=number, noun=say("month") if number == 1 else say("months"))


def month_of(day: date | None) -> str:
    """A day's month with its year, empty where there is none.

    >>> month_of(date(2023, 1, 1))
    'January 2023'
    """
    return "" if day is None else f"{MONTHS[day.month - 1]} {day.year}"


def spoken(day: date | None) -> str:
    """A day in words, empty where there is none.

    >>> spoken(date(2023, 1, 1))
    '1 January 2023'
    """
    return "" if day is None else f"{day.day} {month_of(day)}"


def estimated(estimate: Estimate | None, show: Callable[[float], str]) -> str:
    """A number with its range and its standing, empty where there is none.

    >>> estimated(Estimate(3000.0, 1500.0, 4500.0, keys={"assumed": "true"}), figure)
    '3000 (1500 to 4500), assumed'
    """
    if estimate is None:
        return ""
    text = show(estimate.point)
    if estimate.low is not None and estimate.high is not None:
        text = say("{point} ({low} to {high})", point=text, low=show(estimate.low), high=show(estimate.high))
    if estimate.raters:
        text = say("{point}, the mean of {n} raters", point=text, n=len(estimate.raters))
    return say("{number}, assumed", number=text) if estimate.assumed else text
