"""PROMETHEE II against its authors' table, by a second computation, and in blocks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickwin.engine.inputs import Floats
from quickwin.engine.methods import promethee
from quickwin.engine.methods.promethee import linear, net_flows, usual
from quickwin.engine.places import places

# The hydroelectric power station of Brans, Vincke & Mareschal (1986), How to select and how to rank projects: the
# PROMETHEE method, EJOR 24(2), 228-238, doi:10.1016/0377-2217(86)90044-5: manpower, power (MW), cost to build and to
# maintain, villages to evacuate and safety of sites in Italy, Belgium, Germany, Sweden, Austria and France.
STATIONS = np.array(
    [
        [80, 90, 6.0, 5.4, 8, 5],
        [65, 58, 2.0, 9.7, 1, 1],
        [83, 60, 4.0, 7.2, 4, 7],
        [40, 80, 10.0, 7.5, 7, 10],
        [52, 72, 6.0, 2.0, 3, 8],
        [94, 96, 7.0, 3.6, 5, 6],
    ]
)
LESS = np.array([True, False, True, True, True, False])


def level(differences: Floats) -> Floats:
    """Type IV with q = 1 and p = 6."""
    return np.where(differences > 6, 1.0, np.where(differences > 1, 0.5, 0.0))


def gaussian(differences: Floats) -> Floats:
    """Type VI with σ = 5."""
    return np.where(differences > 0, 1 - np.exp(-(differences**2) / 50), 0.0)


SIX = (linear(10, 10), linear(0, 30), linear(0.5, 5), level, usual, gaussian)
"""One of each type, as in the paper; U-shape, V-shape, linear and usual are ours, the other two stand above."""


def test_net_flows_are_those_of_brans_vincke_and_mareschals_power_stations() -> None:
    # Printed as sums over the other five, worked out of indices rounded to three decimals.
    found = 5 * net_flows(STATIONS, np.ones(6), LESS, SIX)
    assert found == pytest.approx([-0.728, 0.085, -0.447, -0.102, 1.466, -0.274], abs=2.5e-3)
    assert places(found).tolist() == [6, 2, 5, 3, 1, 4]


@pytest.mark.parametrize(("weights", "first"), [([10, 50, 10, 10, 10, 10], 5), ([9, 9, 9, 9, 55, 9], 1)])
def test_other_weights_put_france_or_belgium_first(weights: list[float], first: int) -> None:
    # Mareschal (2019), Exercises with Visual PROMETHEE, on the same table.
    found = net_flows(STATIONS, np.array(weights, dtype=np.float64), LESS, SIX)
    assert int(np.argmax(found)) == first


rows = st.lists(st.lists(st.integers(0, 6), min_size=3, max_size=3), min_size=1, max_size=8)


@given(rows)
def test_net_flows_are_what_plain_loops_give_and_sum_to_0(table: list[list[int]]) -> None:
    shapes = (lambda d: float(d > 0), lambda d: min(max(d - 1, 0) / 2, 1), lambda d: min(max(d, 0) / 4, 1))
    weights, less = [0.5, 0.2, 0.3], [False, True, False]
    flows = []
    for one in table:
        flow = 0.0
        for other in table:
            for weight, down, shape, a, b in zip(weights, less, shapes, one, other, strict=True):
                difference = b - a if down else a - b
                flow += weight * (shape(difference) - shape(-difference))
        flows.append(flow / max(len(table) - 1, 1))
    found = net_flows(
        np.array(table, dtype=np.float64), np.array(weights), np.array(less), (usual, linear(1, 3), linear(0, 4))
    )
    assert found == pytest.approx(flows)
    assert found.sum() == pytest.approx(0)


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(0)
    table, weights = random.random((50, 4)), random.random(4)
    less = np.zeros(4, dtype=bool)
    whole = net_flows(table, weights, less)
    monkeypatch.setattr(promethee, "BLOCK", 130)
    assert net_flows(table, weights, less).tolist() == whole.tolist()


def test_a_linear_criterion_over_the_whole_range_is_the_weighted_sum() -> None:
    # Mareschal (2015), Note on the PROMETHEE net flow computation: flows are then linear in the weighted sum.
    random = np.random.default_rng(1)
    table, weights = random.random((20, 3)), np.array([0.5, 0.3, 0.2])
    found = net_flows(table, weights, np.zeros(3, dtype=bool), [linear(0, 1)] * 3)
    total = table @ weights
    assert found == pytest.approx((total - total.mean()) * 20 / 19)


def test_thresholds_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="q = 3 and p = 1"):
        linear(3, 1)
