"""The confidence factor: how sure it is that a program is first if its own central weights are taken.

Lahdelma & Salminen 2001, doi:10.1287/opre.49.3.444.11220: the share of the same draws of all else in which it is
first. A tie for the first place counts by its share, as everywhere.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

import numpy as np

from quickwin.engine.doubt import Doubt
from quickwin.engine.draw import Manner, drawn
from quickwin.engine.inputs import Floats, Indices
from quickwin.engine.parts import Parts, first_shares, parts_of
from quickwin.engine.score import score
from quickwin.engine.sharing import in_order, workers

FEW, HIGH = 100, 4
"""Among more programs than a few, each is compared first with as many as these that stand high in the draw."""
MOST_KEPT = 1 << 23
"""Numbers that are kept of all draws (64 MiB); where there are more, the draws are made again."""


def keeps(doubt: Doubt, rows: Indices, draws: int) -> bool:
    """Whether the parts of all scores are kept for the confidence factors."""
    return doubt.beyond_weights and draws * len(rows) * len(doubt.inputs.curves) <= MOST_KEPT


def confidence(  # noqa: PLR0917  # what was drawn, how, for whom, by which weights, what of it is known, how often
    doubt: Doubt, manner: Manner, rows: Indices, central: Floats, known: Sequence[Parts], draws: int
) -> Floats:
    """The confidence factor (a,) of the programs in `rows` (a,) by their central weights (a, n), NaN with these.

    `known` are the parts of all scores, block by block; empty where they were not kept.
    """
    some = np.flatnonzero(~np.isnan(central).any(axis=1))
    weights = central[some][:, ~doubt.inputs.factors] if (~doubt.inputs.factors).any() else np.ones((len(some), 1))
    found = np.full(len(rows), np.nan)
    if not doubt.beyond_weights:
        alone = parts_of(score(doubt.inputs), doubt.inputs, rows, 1)
        found[some] = first_shares(alone, some, weights)
        return found
    sums = np.zeros(len(some))
    blocks = [] if known else [(at, min(manner.block, draws - at)) for at in range(0, draws, manner.block)]
    again = in_order(partial(once_more, doubt, manner, rows), blocks, many=workers())
    for parts in chain(known, again):
        sums += first_shares(parts, some, weights)
    found[some] = sums / draws
    return found


def once_more(doubt: Doubt, manner: Manner, rows: Indices, block: tuple[int, int]) -> Parts:
    """The parts of all scores of a block, by its first draw and their number; of many programs the best of each too."""
    begin, count = block
    inputs = drawn(doubt, manner, begin // manner.block).inputs
    scores = score(inputs)
    parts = parts_of(scores, inputs, rows, count)
    if len(rows) > FEW:
        of_rows = scores.score[:count][:, rows]
        parts = replace(parts, best=np.argpartition(of_rows, -HIGH, axis=1)[:, -HIGH:])
    return parts
