"""Readiness, coverage, delivery, the score, classes and ranks, by numbers worked out by hand."""

from collections.abc import Sequence

import numpy as np
import pytest
from tests.engine.test_timing import NOTHING, family

from quickwin.engine.inputs import Enabler, Rules
from quickwin.engine.score import (
    Class,
    Scores,
    at_least,
    classify,
    competition_ranks,
    coverage,
    order,
    readiness,
    times_ancestors,
    total,
)

NAN = float("nan")
NO_FAMILY = family({})


def test_readiness_is_the_weighted_mean_of_the_pillars() -> None:
    # (3·1 + 1·0.5 + 0·0.2) / 4 = 0.875
    ready, weakest = readiness(np.array([[1.0, 0.5, 0.2]]), np.array([3.0, 1, 0]), 0.5)
    assert (ready.tolist(), weakest.tolist()) == ([0.875], [0.2])


def test_a_pillar_not_stated_counts_as_assumed_and_leaves_the_weakest_open() -> None:
    ready, weakest = readiness(np.array([[1.0, NAN], [NAN, NAN], [0.5, 0.5]]), np.array([1.0, 3]), 0.2)
    assert ready == pytest.approx([0.4, 0.2, 0.5])
    assert np.isnan(weakest).tolist() == [True, True, False]


def test_delivery_counts_each_ancestor_once() -> None:
    # 3 depends on 1 and 2, both on 0: of 0, though reached by two ways, one factor.
    ancestors = family({1: [0], 2: [0], 3: [0, 1, 2]})
    own = np.array([0.9, 0.8, 0.7, 0.6])
    assert times_ancestors(own, ancestors) == pytest.approx([0.9, 0.72, 0.63, 0.9 * 0.8 * 0.7 * 0.6])
    assert own.tolist() == [0.9, 0.8, 0.7, 0.6]
    assert times_ancestors(own, NO_FAMILY) == pytest.approx(own)


def enabler(coverage: float, needed_by: Sequence[int], provided: Sequence[float] | None = None) -> Enabler:
    rows = np.array(needed_by, dtype=np.intp)
    return Enabler(np.array(coverage), rows, None if provided is None else np.array(provided))


def test_coverage_is_that_of_the_scarcest_enabler_with_what_all_dependencies_provide() -> None:
    # 0 power brings 20 % electricity and 5 % internet; 1 tower (after 0) brings 10 % internet; 2 needs both,
    # after 1, and so after 0. Electricity 50 + 20 = 70 %, internet 40 + 5 + 10 = 55 %: 55 %. What it brings itself does
    # not count. 3 needs electricity and depends on nothing: 50 %.
    ancestors = family({1: [0], 2: [0, 1]})
    enablers = (enabler(0.5, [2, 3], [0.2, 0, 0, 0]), enabler(0.4, [2], [0.05, 0.1, 0.3, 0]))
    assert coverage(enablers, ancestors, np.full(4, NAN)) == pytest.approx([1, 1, 0.55, 0.5])


def test_coverage_is_at_most_1_and_reachable_stands_in_its_place() -> None:
    ancestors = family({1: [0], 2: [0]})
    enablers = (enabler(0.9, [1, 2], [0.3, 0, 0]),)
    assert coverage(enablers, ancestors, np.array([NAN, NAN, 0.25])) == pytest.approx([1, 1, 0.25])
    assert coverage((), NO_FAMILY, np.array([NAN, 0.0])).tolist() == [1, 0]
    assert coverage((enabler(0.4, [0]),), ancestors, np.full(3, NAN)).tolist() == [0.4, 1, 1]


def test_what_programs_provide_helps_nobody_without_dependencies() -> None:
    assert coverage((enabler(0.4, [1], [0.3, 0]),), NO_FAMILY, np.full(2, NAN)).tolist() == [1, 0.4]


FACTORS = tuple(np.array([number]) for number in (0.6, 0.8, 0.5, 0.9, 0.95))


def test_the_score_of_both_models() -> None:
    # 100 · 0.6 · 0.8 · 0.5 · 0.9 · 0.95 = 20.52; 100 · 0.8 · 0.9 · 0.95 · (0.75 · 0.6 + 0.25 · 0.5) = 39.33
    assert total(*FACTORS, None) == pytest.approx([20.52])
    assert total(*FACTORS, 0.75) == pytest.approx([39.33])
    assert total(*FACTORS, 0.0) == pytest.approx([34.2])
    assert total(*FACTORS, 1.0) == pytest.approx([41.04])


RULES = Rules(
    deadline=12,
    horizon=24,
    discount_rate=0,
    least_impact=0.4,
    least_readiness=0.4,
    assumed=0.5,
    delay=1,
    loss=0.3,
)


@pytest.mark.parametrize(
    ("effective", "months", "gates", "expected"),
    [
        (0.4, 12, True, Class.QUICK_WIN),
        (0.4, 12, False, Class.PREPARE),
        (0.4, 12.1, True, Class.MAJOR_PROJECT),
        (0.4, 12.1, False, Class.MAJOR_PROJECT),
        (0.39, 12, True, Class.FILL_IN),
        (0.39, 12, False, Class.FILL_IN),
        (0.39, 12.1, True, Class.RECONSIDER),
        # both sides rounded to 9 decimals
        (0.4 - 4e-10, 12 + 4e-10, True, Class.QUICK_WIN),
        (0.4 - 6e-10, 12, True, Class.FILL_IN),
        (0.4, 12 + 6e-10, True, Class.MAJOR_PROJECT),
        (0.1 + 0.3, 0.1 * 120, True, Class.QUICK_WIN),
        (0.7 - 0.3, 4 * 3.0000000000001, True, Class.QUICK_WIN),
        (0, 0, True, Class.FILL_IN),
    ],
)
def test_classes_at_their_thresholds(effective: float, months: float, gates: bool, expected: Class) -> None:  # noqa: FBT001
    assert classify(np.array([effective]), np.array([months]), np.array([gates]), RULES).tolist() == [expected]


def test_nothing_is_at_least_what_is_not_known() -> None:
    assert at_least(np.array([NAN, 0.5, 0.4999999996, 0.4999999994]), 0.5).tolist() == [False, True, True, False]


def test_equal_rounded_scores_share_a_rank() -> None:
    assert competition_ranks(np.array([9.0, 7, 7, 1])).tolist() == [1, 2, 2, 4]
    assert competition_ranks(np.array([7 + 4e-10, 7, 7 - 4e-10])).tolist() == [1, 1, 1]
    assert competition_ranks(np.array([7 + 2e-9, 7, 3, 3, 3, 0])).tolist() == [1, 2, 3, 3, 3, 6]
    assert competition_ranks(np.array([])).tolist() == []


def scored(scores: Sequence[float], impacts: Sequence[float], months: Sequence[float]) -> Scores:
    every = np.ones(len(scores))
    return Scores(
        values=every[:, None],
        impact=np.array(impacts),
        coverage=every / 2,
        readiness=every,
        weakest=every,
        start=every,
        months=np.array(months),
        timeliness=every,
        delivery=every,
        priority=every,
        score=np.array(scores),
        ready=every.astype(bool),
        classes=every.astype(np.int8),
    )


def test_ties_go_by_effective_impact_then_months_then_id() -> None:
    # 0 and 1 tie in score, 1 has more impact; 2, 3, 4 tie in both, 4 is sooner; 2 and 3 tie in all, the id decides.
    found = order(
        scored([5, 5 + 1e-11, 3, 3, 3 - 1e-11, 9], [0.2, 0.4, 0.6, 0.6 + 1e-11, 0.6, 0], [1, 2, 7, 7 + 1e-12, 6, 30]),
        np.array([0.0, 1, 5, 4, 3, 2]),
    )
    assert found.tolist() == [5, 1, 0, 4, 3, 2]


def test_nothing_is_in_order() -> None:
    assert order(scored([], [], []), np.array([])).tolist() == NOTHING.tolist()
