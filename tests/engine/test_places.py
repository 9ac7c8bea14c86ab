"""Ranks in the order of the programs, and Kendall's τ_b by its author's example and by counting pairs."""

from itertools import combinations
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickwin.engine import places as module
from quickwin.engine.places import kendall, places


def test_tau_b_of_kendalls_example_with_ties() -> None:
    # Kendall (1970), Rank Correlation Methods, example 3.1: S = 33 of √(41 · 36) pairs, 0.859.
    one = np.array([1, 2.5, 2.5, 4.5, 4.5, 6.5, 6.5, 8, 9.5, 9.5])
    other = np.array([1, 2, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10])
    found = kendall((2 * one).astype(np.intp), (2 * other).astype(np.intp))
    assert found == pytest.approx(33 / sqrt(41 * 36))
    assert round(found or 0, 3) == 0.859


ranks = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), min_size=0, max_size=20)


@given(ranks)
def test_tau_b_counts_pairs(pairs: list[tuple[int, int]]) -> None:
    one, other = (np.array([pair[at] for pair in pairs], dtype=np.intp) for at in (0, 1))
    agreeing = untied = other_untied = 0
    for (a, b), (c, d) in combinations(pairs, 2):
        agreeing += (a > c) * (b > d) + (a < c) * (b < d) - (a > c) * (b < d) - (a < c) * (b > d)
        untied += a != c
        other_untied += b != d
    found = kendall(one, other)
    if not untied * other_untied:
        assert found is None
    else:
        assert found == pytest.approx(agreeing / sqrt(untied * other_untied))
        assert kendall(other, one) == pytest.approx(found)
        assert kendall(one, one) == pytest.approx(1)
        assert kendall(one, -one) == pytest.approx(-1)


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(0)
    one, other = random.integers(0, 40, 90), random.integers(0, 40, 90)
    whole = kendall(one, other)
    monkeypatch.setattr(module, "BLOCK", 200)
    assert kendall(one, other) == whole


@given(st.lists(st.integers(-3, 3), max_size=12))
def test_a_rank_is_one_more_than_those_ahead(values: list[int]) -> None:
    assert places(np.array(values, dtype=np.float64)).tolist() == [1 + sum(o > v for o in values) for v in values]


def test_infinite_values_stand_at_the_ends_and_share_their_ranks() -> None:
    values = np.array([-np.inf, 0.1 + 0.7, np.inf, 0.8, np.inf, -np.inf])
    assert places(values).tolist() == [5, 3, 1, 3, 1, 5]
