"""Draws of all that is uncertain: a block of draws is made by its number and the seed alone.

So the same seed gives the same draws however many processors share the work, and a draw does not depend on how many
follow it.
"""

from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from quickwin.engine.doubt import Doubt, Panels, Ratio, Spreads, Sums, Tree, performance, provided
from quickwin.engine.inputs import Enabler, Floats, Inputs
from quickwin.engine.value import value, values

Kind = Literal["around", "order", "any", "intervals"]
"""How weights are drawn."""
KINDS: tuple[Kind, ...] = get_args(Kind)


CELLS_AT_ONCE = 1 << 17
"""Numbers that are drawn at once, so that they stay near the processor."""
STEPS = 2.0**32
"""A uniform number is one of so many, each in the middle of its step."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How to draw: the kind of weights, their spread as a share of each, the seed, and the draws in a block."""

    kind: Kind
    spread: float
    seed: int
    block: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A block of d draws: inputs with the draws as their leading axis, and what they are made of.

    `numbers` (d, q) are the uncertain numbers and `shares` (d, nodes) what each node of the tree weighs among its
    siblings.
    """

    inputs: Inputs
    numbers: Floats
    shares: Floats


def drawn(doubt: Doubt, manner: Manner, block: int) -> Drawn:
    """The block of draws of that number."""
    rng = generator(manner, block)
    numbers = numbers_of(doubt, manner, rng)
    shares = shares_of(doubt.tree, manner, rng, numbers)
    return Drawn(inputs_of(doubt, numbers, leaf_weights(doubt.tree, shares)), numbers, shares)


def generator(manner: Manner, block: int) -> np.random.Generator:
    """The random numbers of a block."""
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(manner.seed, spawn_key=(block,))))


def numbers_of(doubt: Doubt, manner: Manner, rng: np.random.Generator) -> Floats:
    """The uncertain numbers (d, q) of a block: the first that its generator is asked for."""
    numbers = np.empty((manner.block, doubt.numbers))
    many = len(doubt.spreads.low)
    spread_out(doubt.spreads, rng, numbers[:, :many])
    by_raters(doubt.panels, rng, numbers[:, many:])
    return numbers


def spread_out(spreads: Spreads, rng: np.random.Generator, out: Floats) -> None:
    """Fill `out` (d, q) with draws of numbers, triangular or uniform.

    A triangular number is a mean of the smaller and the larger of two uniform ones, weighted by how far its peak lies
    from the two ends (Stein & Keblis 2009, doi:10.1016/j.mcm.2008.07.025): exact, and without a root or a case. Both
    uniform ones come of one step of the generator, as whole numbers of 32 bits around 0.
    """
    low, high = spreads.low, spreads.high
    uniform = np.flatnonzero(np.isnan(spreads.peak))
    of_smaller, of_larger = (high - spreads.peak) / STEPS, (spreads.peak - low) / STEPS
    of_smaller[uniform], of_larger[uniform] = (high - low)[uniform] / STEPS, 0.0
    middle = low + (high - low) * (0.5 + 0.5 / STEPS)
    rows = max(CELLS_AT_ONCE // max(len(low), 1), 1)
    other = np.empty((rows, len(low)))
    for first in range(0, len(out) if len(low) else 0, rows):
        smaller = out[first : first + rows]
        larger = other[: len(smaller)]
        pair = rng.integers(1 << 64, size=smaller.size, dtype=np.uint64).view("<i4").reshape(2, *smaller.shape)
        np.minimum(pair[0], pair[1], out=smaller, dtype=np.int32, casting="unsafe")
        np.maximum(pair[0], pair[1], out=larger, dtype=np.int32, casting="unsafe")
        smaller[:, uniform] = pair[0][:, uniform]
        smaller *= of_smaller
        larger *= of_larger
        smaller += larger
        smaller += middle


def by_raters(panels: Panels, rng: np.random.Generator, out: Floats) -> None:
    """Fill `out` (d, k) with means over as many raters as there are, drawn with replacement, the same for all numbers.

    A number that none of the drawn raters gave keeps the mean of all who gave it (Efron 1979,
    doi:10.1214/aos/1176344552).
    """
    if not out.shape[1]:
        return
    raters = panels.given.shape[1]
    heard = rng.integers(raters, size=(raters, len(out)))
    gave = ~np.isnan(panels.given)
    given = np.where(gave, panels.given, 0.0)
    out[:] = 0.0
    votes = np.zeros_like(out)
    for rater in range(raters):  # in this order, whatever the processor
        times = (heard == rater).sum(axis=0)[:, None]
        out += given[:, rater] * times
        votes += gave[:, rater] * times
    means = given.sum(axis=1) / gave.sum(axis=1)
    np.divide(out, votes, out=out, where=votes > 0)
    np.copyto(out, means, where=votes == 0)


def shares_of(tree: Tree, manner: Manner, rng: np.random.Generator, numbers: Floats) -> Floats:
    """What each node weighs among its siblings (d, nodes); these sum to 1, and a weight of 0 stays 0.

    Where all weights of a group are drawn as 0, they are those that were stated.
    """
    shares = np.zeros((len(numbers), tree.size))
    for group in tree.groups:
        shares[:, group.nodes] = group.weights
    if manner.kind == "intervals":
        put(tree.drawn, numbers, shares)
    for group in tree.groups:
        some = group.nodes[group.weights > 0] if manner.kind != "intervals" else group.nodes
        size = (len(shares), len(some))
        if manner.kind == "around":
            shares[:, some] *= 1 + manner.spread * (2 * rng.random(size) - 1)
        elif manner.kind == "any":
            shares[:, some] = rng.standard_exponential(size)
        elif manner.kind == "order":
            shares[:, some] = in_stated_order(group.weights[group.weights > 0], rng.standard_exponential(size), rng)
        total = shares[:, group.nodes].sum(axis=1, keepdims=True)
        stated = group.weights / group.weights.sum()
        shares[:, group.nodes] = np.where(total > 0, shares[:, group.nodes] / np.where(total > 0, total, 1.0), stated)
    return shares


def in_stated_order(weights: Floats, sizes: Floats, rng: np.random.Generator) -> Floats:
    """The sizes (d, k) given to weights (k,) so that a larger weight has a larger one; equal ones share by lot."""
    _, ranks = np.unique(weights, return_inverse=True)
    lots = ranks + rng.random(sizes.shape)
    places = np.argsort(np.argsort(lots, axis=1), axis=1)
    return np.take_along_axis(np.sort(sizes, axis=1), places, axis=1)


def leaf_weights(tree: Tree, shares: Floats) -> Floats:
    """The global weights (d, n) of the leaves: the product of the shares on the way to each; 0 for a factor."""
    return np.stack(
        [shares[:, path].prod(axis=1) if len(path) else np.zeros(len(shares)) for path in tree.paths], axis=1
    )


def put(sums: Sums, numbers: Floats, out: Floats) -> None:
    """Write the entries (e,) that are made of uncertain numbers (d, q) into an array (d, size)."""
    if not len(sums.entries):
        return
    runs = sums.runs()
    for run in runs:
        first, number = sums.entries[run.start], sums.numbers[run.start]
        length = run.stop - run.start
        out[:, first : first + length] = numbers[:, number : number + length]
    if runs:
        return
    parts = numbers[:, sums.numbers]
    if not (sums.coefficients == 1).all():
        parts *= sums.coefficients
    if len(sums.starts) != len(sums.numbers):
        parts = np.add.reduceat(parts, sums.starts, axis=1)
    if sums.constants.any():
        parts += sums.constants
    out[:, sums.entries] = parts


def laid_out(points: Floats, sums: Sums | None, numbers: Floats) -> Floats:
    """An array (...) at its points, or with draws as a leading axis (d, ...) where any entry is uncertain."""
    if sums is None or not len(sums.entries):
        return points
    if len(sums.entries) == points.size and len(sums.runs()) == 1:
        out = numbers[:, sums.numbers[0] : sums.numbers[-1] + 1]
    else:
        out = np.repeat(points.reshape(1, -1), len(numbers), axis=0)
        put(sums, numbers, out)
    return out.reshape(len(numbers), *points.shape)


def inputs_of(doubt: Doubt, numbers: Floats, weights: Floats) -> Inputs:
    """The inputs with all that is uncertain as drawn; weights are (d, n)."""
    points, sums = doubt.inputs, doubt.sums
    nothing = np.zeros_like(points.pillars)
    return replace(
        points,
        values=drawn_values(doubt, numbers),
        weights=weights,
        planned=laid_out(points.planned, sums.get("planned"), numbers),
        lasts=laid_out(points.lasts, sums.get("lasts"), numbers),
        pillars=np.moveaxis(laid_out(points.pillars.T, sums.get("pillars"), numbers), -1, -2),
        assumed=np.moveaxis(laid_out(nothing.T, sums["assumed"], numbers), -1, -2) if "assumed" in sums else None,
        reachable=laid_out(points.reachable, sums.get("reachable"), numbers),
        enablers=tuple(
            Enabler(one.coverage, one.needed_by, laid_out(one.provided, sums.get(provided(place)), numbers))
            if one.provided is not None
            else one
            for place, one in enumerate(points.enablers)
        ),
    )


def drawn_values(doubt: Doubt, numbers: Floats) -> Floats:
    """The values (m, n), or (d, m, n) where any of them is uncertain."""
    points, sums = doubt.inputs, doubt.sums
    known = values(points.performances, points.curves)
    bent = [column for column in range(len(points.curves)) if performance(column) in sums]
    if not (bent or doubt.ratios or "values" in sums):
        return known
    if not (bent or doubt.ratios):
        return np.moveaxis(laid_out(known.T, sums["values"], numbers), -1, -2)
    found = np.empty((len(numbers), *known.T.shape))
    flat, certain = found.reshape(len(numbers), -1), np.ones(known.size, dtype=bool)
    if "values" in sums:
        put(sums["values"], numbers, flat)
        certain[sums["values"].entries] = False
    flat[:, certain] = known.T.ravel()[certain]
    for column in bent:
        of_column = sums[performance(column)]
        drawn_performances = np.repeat(points.performances[None, :, column], len(numbers), axis=0)
        put(of_column, numbers, drawn_performances)
        rows = of_column.entries
        by_curve = np.empty((len(numbers), len(rows)))
        value(drawn_performances[:, rows], points.curves[column], by_curve)
        found[:, column, rows] = by_curve
    for ratio in doubt.ratios:
        rows = np.union1d(ratio.sums_above.entries, ratio.sums_below.entries)
        by_curve = np.empty((len(numbers), len(rows)))
        value(divided(ratio, numbers)[:, rows], points.curves[ratio.criterion], by_curve)
        found[:, ratio.criterion, rows] = by_curve
    return np.moveaxis(found, -1, -2)


def divided(ratio: Ratio, numbers: Floats) -> Floats:
    """The performances (d, m) that are one sum over another; NaN where there is nobody to divide by."""
    above, below = (
        laid_out(points, sums, numbers)
        for points, sums in ((ratio.above, ratio.sums_above), (ratio.below, ratio.sums_below))
    )
    return np.where(below > 0, above, np.nan) / np.where(below > 0, below, 1.0) / ratio.divisor
