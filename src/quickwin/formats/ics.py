"""Events as iCalendar (RFC 5545), which every calendar imports."""

from collections.abc import Iterator, Sequence
from datetime import date

from quickwin.cleaning import clean
from quickwin.event import Event

MAKER = "-//quickwin//quickwin//EN"
LONGEST = 75
"""Octets of a line, without its end: a longer one goes on in the next, behind a space (section 3.1)."""
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})


def write(events: Sequence[Event], name: str, *, stamp: date) -> str:
    r"""A calendar of that name with the events in their order, each for whole days and leaving them free.

    `stamp` is the day that the events say they were written on: taken from no clock, so that the same plan gives the
    same bytes. No text in it is anything but text.

    >>> event = Event("a@quickwin", "Power, first; then \\internet", date(2022, 9, 1), date(2022, 12, 1), "One\ntwo")
    >>> for line in write([event], "Plan", stamp=date(2022, 9, 1)).split("\r\n")[4:-2]:
    ...     print(line)
    X-WR-CALNAME:Plan
    BEGIN:VEVENT
    UID:a@quickwin
    DTSTAMP:20220901T000000Z
    DTSTART;VALUE=DATE:20220901
    DTEND;VALUE=DATE:20221201
    SUMMARY:Power\, first\; then \\internet
    DESCRIPTION:One\ntwo
    TRANSP:TRANSPARENT
    END:VEVENT
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{MAKER}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{text(name)}",
        *(line for event in events for line in of_event(event, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def of_event(event: Event, stamp: date) -> Iterator[str]:
    """The lines of one event, before they are folded."""
    yield "BEGIN:VEVENT"
    yield f"UID:{text(event.uid)}"
    yield f"DTSTAMP:{day(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day(event.begins)}"
    if event.ends > event.begins:  # without an end it takes one day
        yield f"DTEND;VALUE=DATE:{day(event.ends)}"
    yield f"SUMMARY:{text(event.title)}"
    if event.text:
        yield f"DESCRIPTION:{paragraphs(event.text)}"
    if event.place:
        yield f"LOCATION:{text(event.place)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def day(one: date) -> str:
    """A day as a calendar has it.

    >>> day(date(2022, 9, 1))
    '20220901'
    """
    return one.isoformat().replace("-", "")


def text(content: str) -> str:
    r"""Text on one line in which nothing acts.

    >>> text("a;b,c\\d\ne\x1b")
    'a\\;b\\,c\\\\d e�'
    """
    return clean(content).translate(ESCAPES)


def paragraphs(content: str) -> str:
    r"""Text that keeps its line breaks, written as the format writes them.

    >>> paragraphs("Who: Diskominfo\r\nCost: Rp1,5 juta\n")
    'Who: Diskominfo\\nCost: Rp1\\,5 juta'
    """
    return "\\n".join(map(text, content.splitlines()))


def folded(line: str) -> Iterator[str]:
    """A line in parts of 75 octets at most, none of which breaks a character.

    >>> list(folded("x" * 74 + "é"))
    ['xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', ' é']
    """
    part, taken = "", 0
    for character in line:
        octets = len(character.encode("utf-8"))
        if taken + octets > LONGEST:
            yield part
            part, taken = " ", 1
        part += character
        taken += octets
    yield part
