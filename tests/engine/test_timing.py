"""Start, months and timeliness, by hand and against a sum over many small steps of time."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickwin.engine.inputs import Families
from quickwin.engine.timing import remaining, starts, stretched, timeliness

NOTHING = np.array([], dtype=np.intp)


def family(members: dict[int, list[int]]) -> Families:
    lengths = [len(of_one) for of_one in members.values()]
    return Families(
        np.array(list(members), dtype=np.intp),
        np.array([sum(lengths[:place]) for place in range(len(lengths))], dtype=np.intp),
        np.array([one for of_one in members.values() for one in of_one], dtype=np.intp),
    )


@pytest.mark.parametrize(
    ("planned", "readiness", "delay", "months"),
    [(5, 1, 1, 5), (5, 0, 1, 10), (5, 0.68, 1, 6.6), (4, 0.5, 0.5, 5), (4, 0.25, 0, 4), (0, 0, 1, 0), (3, 0.5, 2, 6)],
)
def test_work_takes_longer_by_what_is_not_ready(planned: float, readiness: float, delay: float, months: float) -> None:
    assert stretched(np.array(planned), np.array(readiness), delay) == pytest.approx(months)


def test_without_dependencies_a_program_starts_when_its_money_opens() -> None:
    assert starts(np.array([3.0, 4.0]), np.array([0.0, 4.0]), ()).tolist() == [0, 4]


def test_a_chain_a_diamond_and_money_by_hand() -> None:
    # 0 power: opens 1, takes 2.25 → 3.25.      1 tower: after power, takes 5 → 8.25.
    # 2 office: after power, money opens in 4, takes 2 → 6.      3 internet: after tower and office → starts 8.25.
    # 4 alone, 5 after it though its own money opens later: 9.
    own = np.array([2.25, 5, 2, 1, 3, 1])
    opens = np.array([1.0, 0, 4, 4, 0, 9])
    generations = (family({1: [0], 2: [0], 5: [4]}), family({3: [1, 2]}))
    assert starts(own, opens, generations).tolist() == [1, 3.25, 4, 8.25, 0, 9]


def test_the_start_is_a_copy_of_the_months_in_which_money_opens() -> None:
    opens = np.array([0.0, 0.0])
    starts(np.array([2.0, 2.0]), opens, (family({1: [0]}),))
    assert opens.tolist() == [0, 0]


@pytest.mark.parametrize(
    ("months", "horizon", "share"), [(0, 24, 1), (6, 24, 0.75), (23.5, 24, 0.5 / 24), (24, 24, 0), (99, 24, 0)]
)
def test_without_a_discount_every_month_counts_alike(months: float, horizon: float, share: float) -> None:
    assert remaining(np.array(months), horizon, 0.0) == pytest.approx(share)


def test_a_discount_of_100_percent_halves_a_month_each_year() -> None:
    # S(12) = (1/2 − 1/4) / (1 − 1/4) = 1/3; S(6) = (√½ − ¼) / ¾
    found = remaining(np.array([0.0, 6, 12, 24, 30]), 24, 1.0)
    assert found == pytest.approx([1, (math.sqrt(0.5) - 0.25) / 0.75, 1 / 3, 0, 0])


@pytest.mark.parametrize("rate", [0.03, 0.1, 1.0])
@pytest.mark.parametrize(("month", "lasts"), [(0.0, math.inf), (7.5, math.inf), (7.5, 6.0), (20.0, 12.0), (25.0, 3.0)])
def test_timeliness_is_a_present_value_summed_month_by_month(rate: float, month: float, lasts: float) -> None:
    horizon, steps = 24, 240_000
    middles = (np.arange(steps) + 0.5) * horizon / steps
    worth = (1 + rate) ** (-middles / 12)
    felt = (middles >= month) & (middles < month + lasts)
    found = timeliness(np.array([month]), np.array([lasts]), horizon, rate)[0]
    assert found == pytest.approx(worth[felt].sum() / worth.sum(), abs=2e-5)


def test_a_rate_near_0_is_no_other_than_0() -> None:
    months = np.linspace(0, 30, 61)
    assert remaining(months, 24, 1e-13) == pytest.approx(remaining(months, 24, 0.0), abs=1e-10)


@pytest.mark.parametrize(
    ("months", "lasts", "share"),
    [(10, 6, 0.25), (20, 6, 4 / 24), (30, 6, 0), (0, 24, 1), (0, 1200, 1), (10, math.inf, 14 / 24)],
)
def test_a_benefit_that_ends_counts_while_it_is_felt(months: float, lasts: float, share: float) -> None:
    # beside a program whose benefit does not end, so that both go through one line
    found = timeliness(np.array([months, 12.0]), np.array([lasts, math.inf]), 24, 0.0)
    assert found == pytest.approx([share, 0.5])


@given(st.floats(0, 60), st.floats(0, 60), st.floats(0.01, 60), st.sampled_from([0.0, 1e-9, 0.05, 1.0]))
def test_later_is_never_worth_more(one: float, other: float, lasts: float, rate: float) -> None:
    months = np.array(sorted([one, other]))
    early, late = timeliness(months, np.array([math.inf, math.inf]), 24, rate)
    assert 0 <= late <= early <= 1
    for month in months:
        with_end, without = timeliness(np.array([month, month]), np.array([lasts, math.inf]), 24, rate)
        assert -1e-12 <= with_end <= without + 1e-12
