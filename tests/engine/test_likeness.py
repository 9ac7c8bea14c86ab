"""Which criteria say the same, against numpy's own correlation and by cases made by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from quickwin.engine.likeness import alike, correlations, least_without_one

NAN = float("nan")
RISING = np.linspace(0, 1, 10)
OTHER = np.array([0.5, 0.1, 0.9, 0.3, 0.2, 0.8, 0.4, 0.7, 0.0, 0.6])


def test_the_same_twice_is_found_at_the_later_one() -> None:
    values = np.column_stack([OTHER, RISING, RISING**2 / 2, 1 - RISING])
    found = alike(values, values, 0.95, 10)
    assert [(later, earlier) for later, earlier, _ in found] == [(2, 1)]
    assert found[0][2] == pytest.approx(np.corrcoef(RISING, RISING**2)[0, 1])


def test_only_those_that_state_both_count_and_ten_of_them_are_needed() -> None:
    values = np.column_stack([np.append(RISING, 0.0), np.append(RISING, 1.0)])
    performances = values.copy()
    performances[10, 1] = NAN
    assert alike(values, performances, 1.0, 10) == [(1, 0, pytest.approx(1.0))]
    performances[9, 0] = NAN
    assert not alike(values, performances, 1.0, 10)


def test_one_that_stands_apart_does_not_make_a_likeness() -> None:
    alone = np.zeros(20)
    alone[3] = 1.0
    assert not alike(np.column_stack([alone, alone]), np.zeros((20, 2)), 0.95, 10)
    alone[4] = 0.9
    assert alike(np.column_stack([alone, alone]), np.zeros((20, 2)), 0.95, 10)


def test_equal_values_are_like_nothing() -> None:
    values = np.column_stack([np.full(12, 0.1), np.full(12, 0.1)])
    assert not alike(values, values, 0.0, 10)


@given(arrays(np.float64, (12, 2), elements=st.integers(0, 8).map(lambda step: step / 8)), st.integers(0, 11))
def test_correlations_are_those_of_numpy(values: np.ndarray, unstated: int) -> None:
    stated = np.ones((12, 2), dtype=bool)
    stated[unstated, 0] = False
    found = correlations(values, stated, 1, 10)[0]
    both = np.delete(values, unstated, axis=0)
    if both.std(axis=0).min() == 0:
        assert np.isnan(found)
    else:
        assert found == pytest.approx(np.corrcoef(both.T)[0, 1])


@given(arrays(np.float64, (10, 2), elements=st.integers(0, 8).map(lambda step: step / 8)))
def test_leaving_out_each_by_hand_is_the_same(values: np.ndarray) -> None:
    without = [np.delete(values, row, axis=0) for row in range(10)]
    found = least_without_one(*values.T)
    if min(part.std(axis=0).min() for part in without) == 0:
        assert np.isnan(found)
    else:
        assert found == pytest.approx(min(np.corrcoef(part.T)[0, 1] for part in without))
