"""Sums, products and maxima over the programs that others depend on."""

from collections.abc import Iterator

import numpy as np

from quickwin.engine.inputs import Families, Floats

BLOCK = 1 << 22
"""Members that are gathered at once: long chains of programs would fill the memory otherwise."""


def reduced(ufunc: np.ufunc, numbers: Floats, family: Families) -> Floats:
    """What `ufunc` makes of the numbers (..., m) of the members of each of k programs: (..., k).

    >>> family = Families(np.array([2]), np.array([0]), np.array([0, 1]))
    >>> reduced(np.add, np.array([1.0, 2.0, 4.0]), family)
    array([3.])
    """
    parts = [
        ufunc.reduceat(numbers[..., family.members[begin:end]], family.starts[first:last] - begin, axis=-1)
        for first, last, begin, end in blocks(family)
    ]
    return parts[0] if len(parts) == 1 else np.concatenate(parts, axis=-1)


def blocks(family: Families) -> Iterator[tuple[int, int, int, int]]:
    """Runs of programs with at most BLOCK members, or one program: (first, last, first member, last member)."""
    ends = np.append(family.starts[1:], len(family.members))
    first = 0
    while first < len(family.kids):
        begin = int(family.starts[first])
        last = max(first + 1, int(np.searchsorted(ends, begin + BLOCK, side="right")))
        yield first, last, begin, int(ends[last - 1])
        first = last
