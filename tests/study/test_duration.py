"""Dates and the months between them."""

from datetime import date

import pytest

from quickwin.study.duration import months_between, parse_date, parse_when
from quickwin.study.quantity import Unreadable


def test_a_date_is_year_month_day() -> None:
    assert parse_date(" 2024-02-29 ") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("01/09/2022", ["2022-09-01", "2022-01-09"]),
        ("25-12-2022", ["2022-12-25"]),
        ("2022-9-1", ["2022-09-01"]),
        ("2022/09/01", ["2022-09-01"]),
        ("2022-09", ["2022-09-01"]),
        ("20220901", ["2022-09-01"]),
        ("2022-W35-4", ["2022-09-01"]),
        ("", ["2022-09-01"]),
        ("\u0662022-09-01", ["2022-09-01"]),
    ],
)
def test_a_date_written_otherwise_is_refused_with_what_it_may_mean(text: str, meant: list[str]) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse_date(text)
    for day in meant:
        assert day in refusal.value.mend


@pytest.mark.parametrize("text", ["2023-02-29", "2023-13-01", "0000-01-01", "2023-00-10"])
def test_a_day_that_the_calendar_has_not_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="no day"):
        parse_date(text)


@pytest.mark.parametrize("text", ["2023", "2023-06", "2023-06-30"])
def test_when_is_a_year_a_month_or_a_day(text: str) -> None:
    assert parse_when(f" {text}\n") == text


@pytest.mark.parametrize("text", ["23", "2023-13", "2023-6", "June 2023", "2023-06-31", "0000", ""])
def test_another_when_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="2023-06"):
        parse_when(text)


def test_months_between_days() -> None:
    start = date(2022, 9, 1)
    assert months_between(start, date(2023, 1, 1)) == 4
    assert months_between(start, date(2022, 9, 16)) == pytest.approx(15 / 30.4375)
    assert months_between(date(2022, 8, 31), date(2022, 9, 1)) == pytest.approx(1 - 30 / 30.4375)
    assert months_between(start, date(2022, 8, 31)) == 0
