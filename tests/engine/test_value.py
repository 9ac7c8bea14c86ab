"""Value functions and the weighted tree, by numbers worked out by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickwin.engine.inputs import Curve
from quickwin.engine.value import impact, values, weighted_sum

NAN = float("nan")
shares = st.floats(0, 1)


def curve(*points: tuple[float, float]) -> Curve:
    performances, heights = zip(*points, strict=True)
    return Curve(np.array(performances), np.array(heights))


REACH = curve((0, 0), (0.01, 0.3), (0.05, 0.6), (0.2, 1))


@pytest.mark.parametrize(
    ("function", "performance", "value"),
    [
        (curve((1, 0), (5, 1)), 1, 0),
        (curve((1, 0), (5, 1)), 2, 0.25),
        (curve((1, 0), (5, 1)), 5, 1),
        (curve((1, 0), (5, 1)), 7, 1),  # beyond the ends their value
        (curve((1, 0), (5, 1)), -3, 0),
        (curve((1, 1), (5, 0)), 2, 0.75),  # less is better
        (curve((1, 1), (5, 0)), 0, 1),
        (curve((1, 1), (5, 0)), 9, 0),
        (curve((-2, 0), (2, 1)), 0, 0.5),
        (REACH, 0.005, 0.15),
        (REACH, 0.01, 0.3),
        (REACH, 0.0275, 0.43125),  # 0.3 + 0.3 · 0.0175 / 0.04
        (REACH, 0.35, 1),
        (curve((0, 0.2), (10, 0.8)), 5, 0.5),
        (curve((0, 0.2), (10, 0.8)), -1, 0.2),  # the end's value, not 0
        (curve((0, 0.9), (100, 0.5), (300, 0.1)), 200, 0.3),
        (curve((0, 0.9), (100, 0.5), (300, 0.1)), 301, 0.1),
        (curve((0, 1), (100, 1), (300, 0)), 50, 1),  # flat, then falling
        (curve((0, 1), (10, 1)), 3, 1),
        (curve((0, 0), (10, 0)), 3, 0),
    ],
)
def test_a_value_lies_on_its_curve(function: Curve, performance: float, value: float) -> None:
    assert values(np.array([[performance]]), (function,))[0, 0] == pytest.approx(value, abs=1e-15)


@pytest.mark.parametrize("function", [curve((1, 0), (5, 1)), curve((1, 1), (5, 0)), REACH, curve((0, 0.5), (1, 1))])
def test_a_missing_performance_has_value_0(function: Curve) -> None:
    found = values(np.array([[NAN], [function.performances[-1]]]), (function,))
    assert found[:, 0].tolist() == [0, function.values[-1]]


@given(st.lists(st.tuples(st.floats(-1e6, 1e6), shares), min_size=2, max_size=6), st.floats(-2e6, 2e6))
def test_a_value_stays_between_the_ends_of_its_curve(points: list[tuple[float, float]], performance: float) -> None:
    xs = sorted({round(x, 3) for x, _ in points})
    if len(xs) < 2:
        xs = [0.0, 1.0]
    ys = np.resize(np.sort([y for _, y in points]), len(xs))
    ys.sort()
    value = values(np.array([[performance]]), (Curve(np.array(xs), ys),))[0, 0]
    assert ys[0] - 1e-15 <= value <= min(ys[-1] + 1e-15, 1)


def test_each_criterion_has_its_own_curve() -> None:
    performances = np.array([[2.0, 50.0], [5.0, 0.0], [NAN, 25.0]])
    found = values(performances, (curve((1, 0), (5, 1)), curve((0, 1), (100, 0))))
    assert found.tolist() == [[0.25, 0.5], [1, 1], [0, 0.75]]


# Weights 30, 40·60 %, 40·40 %, 30 of the contract's example, normalised: 0.3, 0.24, 0.16, 0.3.
WEIGHTS = np.array([0.3, 0.24, 0.16, 0.3])


def test_an_additive_value_model_by_hand() -> None:
    # reach 2.75 % → 0.43125, ease 4 → 0.75, government 3 → 0.5, most → 1:
    # 0.129375 + 0.18 + 0.08 + 0.3 = 0.689375
    found = impact(np.array([[0.43125, 0.75, 0.5, 1.0], [0, 0, 0, 0], [1, 1, 1, 1]]), WEIGHTS, np.zeros(4, bool))
    assert found == pytest.approx([0.689375, 0, 1])


def test_factors_multiply_the_sum_of_the_others() -> None:
    # 0.5 · 0.8 · (0.75 · 0.4 + 0.25 · 1) = 0.22
    found = impact(np.array([[0.5, 0.4, 0.8, 1.0]]), np.array([0, 0.75, 0, 0.25]), np.array([True, False, True, False]))
    assert found == pytest.approx([0.22])


def test_where_all_are_factors_the_sum_is_1() -> None:
    of_factors = np.array([[0.5, 0.4], [1.0, 1.0]])
    assert impact(of_factors, np.zeros(2), np.ones(2, bool)) == pytest.approx([0.2, 1])
    assert weighted_sum(of_factors, np.zeros((3, 2)), np.ones(2, bool)).tolist() == [[1, 1]] * 3


def test_a_sum_of_weights_with_a_rounding_error_is_no_more_than_1() -> None:
    weights = np.array([0.1] * 10) * (1 + 2e-16)
    assert weights.sum() > 0.99999
    assert weighted_sum(np.ones((1, 10)), weights, np.zeros(10, bool))[0] <= 1


@given(st.lists(st.tuples(shares, shares, st.floats(0.001, 1)), min_size=1, max_size=8))
def test_a_dominated_program_has_no_more_impact(rows: list[tuple[float, float, float]]) -> None:
    low, high = (np.array([[pick(one[:2]) for one in rows]]) for pick in (min, max))
    weights = np.array([weight for *_, weight in rows])
    weights /= weights.sum()
    factors = np.zeros(len(rows), bool)
    assert impact(low, weights, factors)[0] <= impact(high, weights, factors)[0]


def test_a_value_just_below_the_end_of_a_curve_does_not_pass_1() -> None:
    function = curve((0.09, 0), (0.3, 0.22), (0.96, 1))
    assert values(np.array([[np.nextafter(0.96, 0)]]), (function,))[0, 0] <= 1
