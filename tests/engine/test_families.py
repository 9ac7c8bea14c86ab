"""Sums, products and maxima over the programs that others depend on."""

import numpy as np
import pytest
from tests.engine.test_timing import family

from quickwin.engine import families
from quickwin.engine.families import reduced

NUMBERS = np.array([[2.0, 3, 5, 7, 11], [1, 0.5, 4, 0.25, 8]])
MEMBERS = {1: [0], 3: [0, 1, 2], 4: [0, 1, 2, 3]}


@pytest.mark.parametrize("block", [1, 3, 4, 5, 7, 100])
def test_in_blocks_it_is_the_same_as_at_once(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(families, "BLOCK", block)
    of_all = family(MEMBERS)
    assert reduced(np.add, NUMBERS[0], of_all).tolist() == [2, 10, 17]
    assert reduced(np.multiply, NUMBERS, of_all).tolist() == [[2, 30, 210], [1, 2, 0.5]]
    assert reduced(np.maximum, NUMBERS, of_all).tolist() == [[2, 5, 7], [1, 4, 4]]
