"""iCalendar: read back by another parser, line by line within the format, and with texts that would do harm."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from tests.formats.hostile import TEXTS

from quickwin.cleaning import clean
from quickwin.event import Event
from quickwin.formats.ics import write

STAMP = date(2022, 9, 1)
DAYS = st.dates()
EVENTS = st.builds(Event, TEXTS, TEXTS, DAYS, DAYS, TEXTS, TEXTS)
NAMED = Event(
    "plan/village-power@quickwin",
    "Village power (listrik desa); work",
    date(2023, 1, 1),
    date(2023, 12, 1),
    "Owner: Dinas ESDM, with PLN\nCost: Rp1,5 miliar\n\nPath C:\\new",
    "Sampit, Kotawaringin Timur",
)


def parsed(text: str) -> Calendar:
    calendar = Calendar.from_ical(text)
    assert isinstance(calendar, Calendar)
    return calendar


def name_of(calendar: Calendar) -> str:
    """Its name, which is an extension: the parser hands it over as it is written."""
    return re.sub(r"\\(.)", r"\1", calendar["x-wr-calname"])


def in_lines(text: str) -> str:
    """A description as it must come back: cleaned line by line."""
    return "\n".join(map(clean, text.splitlines()))


def test_another_parser_reads_every_part_of_an_event() -> None:
    calendar = parsed(write([NAMED], "Plan, 2022", stamp=STAMP))
    assert not calendar.errors
    assert (calendar["version"], name_of(calendar)) == ("2.0", "Plan, 2022")
    assert calendar["prodid"]
    assert "method" not in calendar
    (event,) = calendar.events
    assert not event.errors
    assert event["uid"] == NAMED.uid
    assert (event["dtstart"].dt, event["dtend"].dt) == (NAMED.begins, NAMED.ends)
    assert event["dtstamp"].dt.isoformat() == "2022-09-01T00:00:00+00:00"
    assert (event["summary"], event["description"]) == (NAMED.title, NAMED.text)
    assert (event["location"], event["transp"]) == (NAMED.place, "TRANSPARENT")


def test_events_keep_their_order_and_what_is_empty_is_left_out() -> None:
    bare = Event("b", "Bare", date(2023, 1, 1), date(2023, 1, 2), "")
    one, other = parsed(write([NAMED, bare], "Plan", stamp=STAMP)).events
    assert [one["uid"], other["uid"]] == [NAMED.uid, "b"]
    assert "description" not in other
    assert "location" not in other


@pytest.mark.parametrize("ends", [date(2022, 12, 31), date(2023, 1, 1)])
def test_what_ends_no_later_than_it_begins_takes_one_day(ends: date) -> None:
    (event,) = parsed(write([Event("a", "A", date(2023, 1, 1), ends, "")], "", stamp=STAMP)).events
    assert (event.DTSTART, event.end) == (date(2023, 1, 1), date(2023, 1, 2))


def test_the_same_events_give_the_same_bytes_and_another_stamp_others() -> None:
    assert write([NAMED], "Plan", stamp=STAMP) == write([NAMED], "Plan", stamp=STAMP)
    assert write([NAMED], "Plan", stamp=STAMP) != write([NAMED], "Plan", stamp=STAMP + timedelta(days=1))


def test_without_events_it_is_an_empty_calendar() -> None:
    assert not parsed(write([], "Plan", stamp=STAMP)).events


@given(st.lists(EVENTS, max_size=2), TEXTS)
def test_hostile_texts_come_back_as_text_and_add_nothing(events: list[Event], name: str) -> None:
    text = write(events, name, stamp=STAMP)
    lines = text.encode("utf-8").split(b"\r\n")
    assert lines.pop() == b""
    assert not [line for line in lines if b"\r" in line or b"\n" in line or len(line) > 75]
    assert all(line.decode("utf-8") for line in lines)
    calendar = parsed(text)
    assert name_of(calendar) == clean(name)
    assert len(calendar.subcomponents) == len(events)
    for event, read in zip(events, calendar.events, strict=True):
        assert not read.errors
        assert (read["uid"], read["summary"]) == (clean(event.uid), clean(event.title))
        assert read["dtstart"].dt == event.begins
        assert read.get("description", "") == in_lines(event.text)
        assert read.get("location", "") == clean(event.place)
        assert set(read) <= {
            *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "TRANSP"),
        }


@given(st.text(st.sampled_from("aé漢😀,;\\ \n"), max_size=400))
def test_no_fold_splits_a_character(text: str) -> None:
    written = write([Event("a", text, STAMP, STAMP, text)], text, stamp=STAMP)
    for line in written.encode("utf-8").split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    (event,) = parsed(written).events
    assert (event["summary"], event.get("description", "")) == (clean(text), in_lines(text))
