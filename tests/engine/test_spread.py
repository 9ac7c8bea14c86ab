"""Extremes of values and performances beyond a scale, by numbers counted by hand."""

import numpy as np

from quickwin.engine.inputs import Curve
from quickwin.engine.spread import beyond, extremes

NAN = float("nan")


def test_extremes_are_of_those_that_state_a_criterion() -> None:
    performances = np.array([[1.0, NAN], [3.0, NAN], [NAN, NAN]])
    values = np.array([[0.25, 0.0], [0.75, 0.0], [0.0, 0.0]])
    lowest, highest, counts = extremes(values, performances)
    assert lowest.tolist() == [0.25, np.inf]
    assert highest.tolist() == [0.75, -np.inf]
    assert counts.tolist() == [2, 0]


def test_extremes_of_nobody() -> None:
    lowest, highest, counts = extremes(np.empty((0, 1)), np.empty((0, 1)))
    assert (lowest.item(), highest.item(), counts.item()) == (np.inf, -np.inf, 0)


def test_beyond_is_strictly_beyond_as_both_sides_are_rounded() -> None:
    curves = (Curve(np.array([0.0, 0.3]), np.array([0.0, 1.0])), Curve(np.array([1.0, 5.0]), np.array([1.0, 0.0])))
    performances = np.array([[0.1 + 0.2, 0.9], [0.3, 1.0], [0.31, 6.0], [-0.1, 7.0], [NAN, NAN]])
    below, above = beyond(performances, curves)
    assert below.tolist() == [1, 1]
    assert above.tolist() == [1, 2]
