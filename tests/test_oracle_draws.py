"""The scores of single draws of random studies against a ranking worked out apart from the product."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.oracle.drawing import as_drawn
from tests.oracle.impact import leaves
from tests.oracle.inventing import invented
from tests.oracle.scoring import ranking
from tests.oracle.studies import Study
from tests.oracle.writing import write

import quickwin
from quickwin.engine.draw import KINDS, Drawn, Manner, drawn
from quickwin.engine.score import Class, score
from quickwin.study.arrays import arrays
from quickwin.study.doubt import Doubtful, doubtful

SEEDS, DRAWS = 40, 3


def numbers_of(study: Study, product: quickwin.Study, doubts: Doubtful, made: Drawn, draw: int) -> dict[str, Any]:
    """The numbers of a draw, by program and path; those of performances that nobody stated are left out."""
    scales = {leaf.key: leaf.scale for leaf, _ in leaves(study.criteria, 1.0) if leaf.scale and not leaf.measure}
    scales |= {leaf.key: (Fraction(0), Fraction(1)) for leaf, _ in leaves(study.criteria, 1.0) if leaf.levels}
    found: dict[str, Any] = {}
    for number, (row, path) in enumerate(doubts.labels):
        value = float(made.numbers[draw, number])
        if row is None:
            continue
        if path[0] == "impact" and path[1] in scales:  # these are drawn as values
            worst, best = (float(end) for end in scales[path[1]])
            value = worst + value * (best - worst)
        elif (row, path) in doubts.unstated and path[0] != "readiness":
            continue  # no performance is known that has this value
        found.setdefault(product.candidates[row].id, {})[path] = value
    return found


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_draw_is_ranked_as_the_contract_says(seed: int, tmp_path: Path) -> None:
    study = invented(seed)
    product = quickwin.load(write(study, tmp_path, seed))
    inputs = arrays(product)
    kind = KINDS[seed % len(KINDS)]
    doubts = doubtful(product, inputs, intervals=kind == "intervals")
    made = drawn(doubts.doubt, Manner(kind, 0.5, seed, 16), seed)
    scores = score(made.inputs)
    values = np.broadcast_to(scores.score, (16, len(product.candidates)))
    classes = np.broadcast_to(scores.classes, values.shape)
    missing = doubts.unstated
    blurred = {product.candidates[row].id for row, path in missing if row is not None and path[0] != "impact"}
    known = {leaf.key for leaf, _ in leaves(study.criteria, 1.0) if not leaf.measure and not leaf.curve}
    unread = {
        product.candidates[row].id
        for row, path in missing
        if row is not None and path[0] != "readiness" and (path[0] != "impact" or path[1] not in known)
    }
    for draw in range(DRAWS):
        shares = {path: float(made.shares[draw, node]) for node, path in enumerate(doubts.nodes)}
        as_one = as_drawn(study, shares, numbers_of(study, product, doubts, made, draw))
        expected = {row["id"]: row for row in ranking(as_one)}
        for row, candidate in enumerate(product.candidates):
            if candidate.id in unread:
                continue
            assert values[draw, row] == pytest.approx(expected[candidate.id]["score"], abs=1e-8), candidate.id
            if candidate.id not in blurred:  # a pillar that is drawn still fails its gate
                is_win = expected[candidate.id]["class"] == "quick win"
                assert (classes[draw, row] == Class.QUICK_WIN) == is_win, candidate.id
