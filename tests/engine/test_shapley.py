"""The split of a difference against an average over all orders in which the factors may change."""

from fractions import Fraction
from itertools import permutations
from math import factorial, prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickwin.engine.inputs import Floats
from quickwin.engine.shapley import shapley

shares = st.fractions(0, 1, max_denominator=200)


def enumerated(low: list[Fraction], high: list[Fraction], weight: Fraction | None) -> list[Fraction]:
    """The exact mean, over all orders, of what each factor adds when it moves from low to high."""
    parts = [Fraction(0)] * len(low)
    for way in permutations(range(len(low))):
        now = list(low)
        for factor in way:
            before = model(now, weight)
            now[factor] = high[factor]
            parts[factor] += model(now, weight) - before
    return [part / factorial(len(low)) for part in parts]


def model(factors: list[Fraction], weight: Fraction | None) -> Fraction:
    """100 times the product; with a weight, of the weighted sum of the first two with the rest."""
    if weight is None:
        return 100 * prod(factors, start=Fraction(1))
    first, second, *rest = factors
    return 100 * (weight * first + (1 - weight) * second) * prod(rest, start=Fraction(1))


def as_arrays(weight: Fraction | None, factors: Floats) -> Floats:
    if weight is None:
        return np.asarray(100 * factors.prod(axis=-1))
    sums = float(weight) * factors[..., 0] + float(1 - weight) * factors[..., 1]
    return np.asarray(100 * sums * factors[..., 2:].prod(axis=-1))


@given(st.lists(st.tuples(shares, shares), min_size=2, max_size=4), st.none() | shares)
def test_parts_are_those_of_all_orders(pairs: list[tuple[Fraction, Fraction]], weight: Fraction | None) -> None:
    low, high = [one for one, _ in pairs], [other for _, other in pairs]
    parts = shapley(
        np.array(low, dtype=np.float64), np.array(high, dtype=np.float64), lambda factors: as_arrays(weight, factors)
    )
    assert parts == pytest.approx([float(part) for part in enumerated(low, high, weight)], abs=1e-11)
    assert parts.sum() == pytest.approx(float(model(high, weight) - model(low, weight)), abs=1e-11)


def test_two_factors_by_hand() -> None:
    # From 0.5 · 0.4 to 1 · 0.6: the first adds 0.5 · 0.4 or 0.5 · 0.6, on average 0.25; the second 0.15.
    parts = shapley(np.array([0.5, 0.4]), np.array([1.0, 0.6]), lambda factors: factors.prod(axis=-1))
    assert parts == pytest.approx([0.25, 0.15])


@pytest.mark.parametrize("count", [1, 2, 3, 7, 12])
def test_alike_factors_have_alike_parts_however_many(count: int) -> None:
    parts = shapley(np.full(count, 0.25), np.full(count, 0.75), lambda factors: factors.prod(axis=-1))
    assert parts == pytest.approx([(0.75**count - 0.25**count) / count] * count, abs=1e-14)
