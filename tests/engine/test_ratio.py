"""RICE, WSJF and USG by hand, and at the ends of their scales."""

import numpy as np
import pytest

from quickwin.engine.methods.ratio import magnitude, per, rice, wsjf
from quickwin.engine.methods.usg import mark, usg
from quickwin.engine.places import places


def test_rice_by_hand() -> None:
    # 500 · 3 · 0.8 / 2 = 600, 1500 · 1 · 1 / 5 = 300, 2000 · 2 · 0.5 / 4 = 500.
    found = rice(np.array([500.0, 1500, 2000]), np.array([3.0, 1, 2]), np.array([0.8, 1, 0.5]), np.array([2.0, 5, 4]))
    assert found == pytest.approx([600, 300, 500])


def test_wsjf_by_hand() -> None:
    # 8 / 2 = 4 and 13 / 5 = 2.6: the shorter job goes first although its delay costs less.
    assert wsjf(np.array([8.0, 13]), np.array([2.0, 5])) == pytest.approx([4, 2.6])


def test_no_effort_is_infinitely_good_unless_nothing_is_gained() -> None:
    ratios = per(np.array([1.0, 2, 0, 0, 1]), np.array([0.0, 0, 0, 2, 2]))
    assert ratios.tolist() == [np.inf, np.inf, 0, 0, 0.5]
    assert places(magnitude(ratios)).tolist() == [1, 1, 4, 4, 3]


def test_small_ratios_do_not_tie_whatever_the_unit() -> None:
    ratios = np.array([3e-13, 2e-13, 2e-13 * (1 + 1e-15)])
    assert places(magnitude(ratios)).tolist() == [1, 2, 2]
    assert places(magnitude(1e15 * ratios)).tolist() == [1, 2, 2]


def test_usg_by_hand() -> None:
    assert usg(np.array([5.0, 4]), np.array([4.0, 4]), np.array([3.0, 5])).tolist() == [12, 13]


@pytest.mark.parametrize("wrong", [0.0, 6.0, 2.5, np.nan])
def test_a_mark_off_its_scale_is_refused(wrong: float) -> None:
    good = np.array([3.0])
    with pytest.raises(ValueError, match="from 1 to 5"):
        usg(good, np.array([wrong]), good)


def test_marks_are_the_nearest_and_keep_to_their_scale() -> None:
    assert mark(np.array([-3.0, 0.37, 0.375, 0.624, 0.3 + 0.325, 2.0])).tolist() == [1, 2, 3, 3, 4, 5]
