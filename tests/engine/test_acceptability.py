"""Ranks of many draws at once, against counting them one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from quickwin.engine.acceptability import MOST_PROGRAMS, Tally, bits, ordered

SCORES = arrays(
    np.float64,
    st.tuples(st.integers(1, 6), st.integers(1, 6)),
    elements=st.sampled_from([0.0, 1.0, 1.0 + 4e-10, 1.0 + 6e-10, 2.5, 99.999999999, 100.0]),
)


def counted(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Acceptabilities one draw and one program at a time, and each program's share of the first place in each draw."""
    draws, many = scores.shape
    found, firsts = np.zeros((many, many)), np.zeros((draws, many))
    for draw, row in enumerate(np.round(scores, 9)):
        for program, score in enumerate(row):
            better, level = int((row > score).sum()), int((row == score).sum())
            found[program, better : better + level] += 1 / level / draws
            firsts[draw, program] = (better == 0) / level
    return found, firsts


@given(SCORES)
def test_acceptabilities_are_those_counted_one_by_one(scores: np.ndarray) -> None:
    weights = np.random.default_rng(0).random((len(scores), 3))
    tally = Tally(scores.shape[1], 3)
    for part in (slice(0, None, 2), slice(1, None, 2)):
        if len(scores[part]):
            tally.add(ordered(scores[part]), weights[part])
    expected, _ = counted(scores)
    np.testing.assert_allclose(tally.acceptabilities(), expected, atol=1e-12)


@given(SCORES)
def test_central_weights_are_means_over_the_draws_that_put_a_program_first(scores: np.ndarray) -> None:
    weights = np.random.default_rng(0).random((len(scores), 3))
    tally = Tally(scores.shape[1], 3)
    tally.add(ordered(scores), weights)
    _, firsts = counted(scores)
    central = tally.central_weights(tally.acceptabilities()[:, 0])
    for program, shares in enumerate(firsts.T):
        if shares.any():
            np.testing.assert_allclose(central[program], shares @ weights / shares.sum())
        else:
            assert np.isnan(central[program]).all()


def test_what_is_no_number_never_wins() -> None:
    scores = np.array([[np.nan, 0.0, 5.0], [np.nan, 0.0, 0.0]])
    tally = Tally(3, 1)
    tally.add(ordered(scores), np.ones((2, 1)))
    assert tally.acceptabilities()[0].tolist() == [0, 0, 1]


def test_rows_and_columns_sum_to_one_with_many_ties() -> None:
    rng = np.random.default_rng(1)
    tally = Tally(40, 2)
    for _ in range(5):
        tally.add(ordered(rng.integers(0, 12, (50, 40)).astype(float)), rng.random((50, 2)))
    found = tally.acceptabilities()
    np.testing.assert_allclose(found.sum(axis=0), 1, atol=1e-12)
    np.testing.assert_allclose(found.sum(axis=1), 1, atol=1e-12)
    assert (found >= 0).all()


def test_keys_hold_the_largest_scores_and_places_exactly() -> None:
    """100 points and the last of so many programs fit in one number: neighbours stay apart."""
    scores = np.full((1, MOST_PROGRAMS), 100.0)
    scores[0, -1] = 100.0 - 1e-9
    keys = ordered(scores)[0]
    assert int(keys[-1] & (MOST_PROGRAMS - 1)) == MOST_PROGRAMS - 1
    assert len(set(keys.tolist())) == MOST_PROGRAMS
    with pytest.raises(ValueError, match="at most"):
        bits(MOST_PROGRAMS + 1)
