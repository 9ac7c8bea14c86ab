"""Kendall's W, its chance and who is unlike all others, against published numbers and against counting everything."""

import math
from fractions import Fraction
from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickwin.engine.concordance import (
    by_permutation,
    chi_square_tail,
    coefficient,
    concordance,
    doubled_ranks,
    enumerated,
    rank_correlations,
    unlike,
)

WINGS = [10.4, 10.8, 11.1, 10.2, 10.3, 10.2, 10.7, 10.5, 10.8, 11.2, 10.6, 11.4]
TAILS = [7.4, 7.6, 7.9, 7.2, 7.4, 7.1, 7.4, 7.2, 7.8, 7.7, 7.8, 8.3]
BILLS = [17.0, 17.0, 20.0, 14.5, 15.5, 13.0, 19.5, 16.0, 21.0, 20.0, 18.0, 22.0]
BIRDS = np.array([WINGS, TAILS, BILLS])
"""Zar 2010, Biostatistical Analysis, 5th ed., example 20.5: three measures of twelve birds, with ties."""
RANK_SUMS = [14.5, 21.0, 30.5, 6.0, 11.0, 3.5, 20.0, 11.5, 29.0, 28.5, 22.5, 36.0]
"""The same as UNISTAT prints it, section 6.5.6 of its guide."""


def by_fractions(judgements: np.ndarray) -> Fraction:
    """W by the definition, in fractions: ranks by counting, ties by counting."""
    raters, objects = judgements.shape
    ranks = [
        [Fraction(2 * sum(a < one for a in row) + sum(a == one for a in row) + 1, 2) for one in row]
        for row in judgements.tolist()
    ]
    sums = [sum(column) for column in zip(*ranks, strict=True)]
    mean = sum(sums) / Fraction(objects)
    ties = sum(row.count(one) ** 3 - row.count(one) for row in judgements.tolist() for one in set(row))
    spread = sum((one - mean) ** 2 for one in sums)
    return 12 * spread / (raters**2 * (objects**3 - objects) - raters * ties)


def by_counting(judgements: np.ndarray) -> float:
    """The chance of at least this W, by going through every order of every rater's ranks."""
    ranks = doubled_ranks(judgements)
    orders = [list(permutations(row)) for row in ranks.tolist()]
    sums = [sum(sum(column) ** 2 for column in zip(*one, strict=True)) for one in product(*orders)]
    observed = int((ranks.sum(axis=0) ** 2).sum())
    return sum(one >= observed for one in sums) / len(sums)


def test_the_birds_of_zar() -> None:
    assert (doubled_ranks(BIRDS).sum(axis=0) / 2).tolist() == RANK_SUMS
    found = concordance(BIRDS)
    assert found.w == pytest.approx(float(by_fractions(BIRDS)), abs=1e-12)
    assert round(found.w, 3) == 0.924
    assert round(found.chi_square, 2) == 30.50
    assert round(found.p_chi_square, 4) == 0.0013
    assert (found.test, found.p) == ("permutation", 1 / 10_000)


SIEGEL = [
    (3, 3, {6.0: 0.028, 4.667: 0.194, 2.667: 0.361, 2.0: 0.528, 0.667: 0.944}),
    (4, 3, {8.0: 0.0046, 6.5: 0.042, 6.0: 0.069, 4.5: 0.125, 3.5: 0.273, 2.0: 0.431, 1.5: 0.653, 0.5: 0.931}),
    (3, 4, {9.0: 0.0017, 8.2: 0.017, 7.4: 0.033, 7.0: 0.054}),
]
"""Siegel 1956, Nonparametric Statistics, table N: the exact chances of Friedman's χ² = m (n - 1) W, by m and n."""


@pytest.mark.parametrize(("raters", "objects", "chances"), SIEGEL)
def test_exact_chances_are_those_of_the_table(raters: int, objects: int, chances: dict[float, float]) -> None:
    first = tuple(range(1, objects + 1))
    found = {}
    for others in product(permutations(first), repeat=raters - 1):
        one = concordance(np.array([first, *others], dtype=float))
        assert one.test == "exact"
        found[round(one.chi_square, 3)] = one.p
    for chi_square, p in chances.items():
        assert found[chi_square] == pytest.approx(p, abs=6e-4 if p > 0.01 else 6e-5)


def test_the_table_of_kendall_and_babington_smith_at_its_end() -> None:
    """All m orders alike: of (n!)^m cases n! are so (Kendall & Babington Smith 1939)."""
    for raters, objects in ((2, 5), (3, 4), (4, 4), (6, 3), (3, 5)):
        same = np.tile(np.arange(float(objects)), (raters, 1))
        assert concordance(same).p == pytest.approx(math.factorial(objects) ** (1 - raters), rel=1e-12)


@pytest.mark.parametrize(
    ("x", "degrees", "p"),
    [
        (3.841, 1, 0.05),
        (6.635, 1, 0.01),
        (5.991, 2, 0.05),
        (7.815, 3, 0.05),
        (16.919, 9, 0.05),
        (18.307, 10, 0.05),
        (43.773, 30, 0.05),
        (59.703, 30, 0.001),
        (124.342, 100, 0.05),
        (0.00393, 1, 0.95),
        (77.929, 100, 0.95),
    ],
)
def test_chi_square_is_that_of_the_tables(x: float, degrees: int, p: float) -> None:
    """Abramowitz & Stegun 1964, table 26.8."""
    assert chi_square_tail(x, degrees) == pytest.approx(p, rel=2e-3)


def test_chi_square_holds_far_out() -> None:
    assert chi_square_tail(0, 5) == 1
    assert chi_square_tail(1e5, 999) == 0
    assert chi_square_tail(2000.0, 2000) == pytest.approx(0.4958, abs=1e-3)


JUDGEMENTS = st.integers(2, 3).flatmap(
    lambda raters: st.integers(2, 4).flatmap(
        lambda objects: st.lists(
            st.lists(st.integers(1, 4), min_size=objects, max_size=objects), min_size=raters, max_size=raters
        )
    )
)


@given(JUDGEMENTS)
def test_w_and_its_exact_chance_are_what_counting_gives(rows: list[list[int]]) -> None:
    judgements = np.array(rows, dtype=float)
    if all(len(set(row)) == 1 for row in rows):
        assert math.isnan(concordance(judgements).w)
        return
    found = concordance(judgements)
    assert found.w == pytest.approx(float(by_fractions(judgements)), abs=1e-12)
    assert found.test == "exact"
    assert found.p == pytest.approx(by_counting(judgements), rel=1e-9)


@given(JUDGEMENTS)
def test_neither_the_order_of_raters_nor_that_of_programs_matters(rows: list[list[int]]) -> None:
    judgements = np.array(rows, dtype=float)
    generator = np.random.default_rng(len(rows))
    shuffled = judgements[generator.permutation(len(rows))][:, generator.permutation(judgements.shape[1])]
    one, other = concordance(judgements), concordance(shuffled)
    assert (one.w, one.p) == pytest.approx((other.w, other.p), nan_ok=True)


@given(st.integers(2, 6), st.integers(3, 9), st.integers(0, 10**6))
def test_without_ties_w_is_the_mean_rank_correlation(raters: int, objects: int, seed: int) -> None:
    """(m W - 1) / (m - 1): Kendall & Babington Smith 1939."""
    generator = np.random.default_rng(seed)
    judgements = np.array([generator.permutation(objects) for _ in range(raters)], dtype=float)
    w = coefficient(doubled_ranks(judgements))
    above = rank_correlations(judgements)[np.triu_indices(raters, 1)]
    assert (raters * w - 1) / (raters - 1) == pytest.approx(above.mean(), abs=1e-9)


def test_random_orders_come_near_the_exact_chance() -> None:
    judgements = np.array([[1, 2, 3, 4, 5], [2, 1, 3, 5, 4], [1, 3, 2, 5, 5.0]])
    exact = enumerated(doubled_ranks(judgements))
    assert exact is not None
    drawn = by_permutation(doubled_ranks(judgements), 0)
    assert drawn == pytest.approx(exact, abs=0.01)
    assert drawn == by_permutation(doubled_ranks(judgements), 0)


def test_many_programs_are_left_to_chi_square() -> None:
    judgements = np.tile(np.arange(6000.0), (2, 1))
    assert (concordance(judgements).test, concordance(judgements).w) == ("chi-square", 1)


def room(odd: np.ndarray, *, others: int = 4, seed: int = 1) -> np.ndarray:
    """Raters who see the same with a little noise, and one more."""
    generator = np.random.default_rng(seed)
    truth = np.arange(float(len(odd)))
    return np.array([*(truth + generator.normal(0, 3, len(odd)) for _ in range(others)), odd])


def test_a_rater_who_turns_the_scale_round_is_named_and_nobody_else() -> None:
    found = unlike(room(-np.arange(30.0)))
    assert [one.clearly for one in found] == [False, False, False, False, True]
    assert found[-1].with_others < -0.8
    assert found[-1].among_others > 0.8


def test_nobody_is_named_where_nobody_agrees_or_all_do() -> None:
    generator = np.random.default_rng(2)
    assert not any(one.clearly for one in unlike(generator.random((5, 30))))
    assert not any(one.clearly for one in unlike(room(np.arange(30.0))))


def test_of_two_raters_neither_is_unlike_all_others() -> None:
    assert not any(one.clearly for one in unlike(np.array([np.arange(30.0), -np.arange(30.0)])))


def test_one_of_three_can_be_named_by_few_programs_only_if_it_is_clear() -> None:
    same = np.arange(5.0)
    assert not unlike(np.array([same, same, same[::-1] * 0 + [0, 2, 1, 4, 3]]))[2].clearly
    assert not any(one.clearly for one in unlike(np.array([same, same, same])))


def test_a_rater_who_holds_all_equal_has_no_order_and_is_not_named() -> None:
    found = unlike(room(np.ones(30)))
    assert math.isnan(found[-1].with_others)
    assert not found[-1].clearly


def test_chance_names_somebody_rarely() -> None:
    """Among raters who see the same with as much noise as sense, one in a hundred rooms at most."""
    named = 0
    for seed in range(100):
        generator = np.random.default_rng(seed)
        truth = generator.normal(0, 1, 20)
        judgements = truth + generator.normal(0, 0.8, (5, 20))
        named += any(one.clearly for one in unlike(judgements))
    assert named <= 2
