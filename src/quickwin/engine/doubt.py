"""What is uncertain in a study, as arrays: numbers with a spread, raters, weights, and what nobody has stated.

Uncertain numbers have places in one row: first those of `Spreads`, then those of `Panels`. Sizes: m programs,
n criteria, p pillars.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from quickwin.engine.inputs import Floats, Indices, Inputs

SHORT = 16
"""Entries below which a stretch is not worth a step of its own."""


def performance(criterion: int) -> str:
    """The name under which performances on a criterion stand."""
    return f"performance.{criterion}"


def above(criterion: int) -> str:
    """The name under which costs stand that a criterion divides by people."""
    return f"above.{criterion}"


def below(criterion: int) -> str:
    """The name under which the people stand by whom it divides them."""
    return f"below.{criterion}"


def provided(enabler: int) -> str:
    """The name under which it stands what programs provide of an enabler."""
    return f"provided.{enabler}"


@dataclass(frozen=True, slots=True)
class Spreads:
    """Numbers between `low` and `high` (q,): triangular with a `peak` (q,), uniform where that is NaN."""

    low: Floats
    peak: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class Panels:
    """Numbers that raters gave (k, raters); NaN where one of them gave none. Each number has a rater."""

    given: Floats


@dataclass(frozen=True, slots=True)
class Sums:
    """Entries of an array that are made of uncertain numbers.

    The entry at the flat position `entries[i]` is `constants[i]` plus the sum of the uncertain numbers
    `numbers[starts[i]:starts[i + 1]]`, each times its coefficient; the last row goes to the end.
    """

    entries: Indices
    constants: Floats
    starts: Indices
    numbers: Indices
    coefficients: Floats

    def runs(self) -> list[slice]:
        """Stretches in which entries that follow each other are nothing but numbers that follow each other.

        None where they are more than plain numbers, or where the stretches are short.
        """
        plain = len(self.entries) == len(self.numbers) and bool((self.coefficients == 1).all())
        if not plain or self.constants.any():
            return []
        breaks = 1 + np.flatnonzero((np.diff(self.entries) != 1) | (np.diff(self.numbers) != 1))
        ends = [*breaks.tolist(), len(self.entries)]
        runs = [slice(begin, end) for begin, end in zip([0, *ends[:-1]], ends, strict=True)]
        return runs if len(runs) * SHORT <= len(self.entries) else []


@dataclass(frozen=True, slots=True)
class Ratio:
    """A criterion on which a performance is one uncertain sum over another: money for each person.

    `above` and `below` (m,) are the points, NaN where nothing is stated.
    """

    criterion: int
    above: Floats
    below: Floats
    sums_above: Sums
    sums_below: Sums
    divisor: float


@dataclass(frozen=True, slots=True)
class Siblings:
    """Criteria that are weighed against each other: their nodes in the tree (k,) and their stated weights (k,)."""

    nodes: Indices
    weights: Floats


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree of criteria: its nodes, groups and leaves alike, have places in one row.

    `paths` holds for each of n leaves the nodes on the way from the top to it, itself included; a factor, which has
    no weight, has none. `drawn` are the weights that are uncertain numbers, the entries being nodes.
    """

    size: int
    groups: tuple[Siblings, ...]
    paths: tuple[Indices, ...]
    drawn: Sums


@dataclass(frozen=True, slots=True)
class Doubt:
    """A study at its points, and all that may be otherwise.

    `sums` holds, by the name of an array of the inputs, the entries of it that are uncertain. What is provided of the
    enabler e stands under `provided(e)`. Values (n, m) are counted criterion by criterion and readiness (p, m) pillar
    by pillar. Values are uncertain by themselves where the scale is straight or nothing is stated, else by performances
    (m,), which stand under `performance(criterion)`.
    """

    inputs: Inputs
    tree: Tree
    spreads: Spreads
    panels: Panels
    sums: Mapping[str, Sums]
    ratios: tuple[Ratio, ...]

    @property
    def numbers(self) -> int:
        """How many uncertain numbers there are."""
        return len(self.spreads.low) + len(self.panels.given)

    @property
    def beyond_weights(self) -> bool:
        """Whether anything but weights differs from draw to draw."""
        return bool(self.sums or self.ratios)
