"""How far one weight may move before the order changes: exact, since a score is linear in the share of a criterion.

The criterion's share of its group goes from 0 to 1 while its siblings share the rest in proportion; all else stays.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from quickwin.engine.doubt import Tree
from quickwin.engine.draw import leaf_weights
from quickwin.engine.inputs import Flags, Floats, Indices
from quickwin.engine.score import DIGITS

EDGE = 1e-9
"""What happens only where a criterion has all of its group, or nothing, is no turn."""


@dataclass(frozen=True, slots=True)
class Flip:
    """The share in [0, 1] at which a set changes: `program` draws level with `other`, or, at -1, with a limit."""

    share: float
    program: int
    other: int = -1


@dataclass(frozen=True, slots=True)
class Span:
    """The shares between which a set stays the same, and what happens at either end; None: nothing, up to 0 or 1."""

    low: Flip | None
    high: Flip | None


def movable(tree: Tree) -> list[tuple[int, float]]:
    """The nodes that can gain or lose weight against a sibling, with their share of their group at the points."""
    found = []
    for group in tree.groups:
        total = group.weights.sum()
        for node, weight in zip(group.nodes.tolist(), group.weights.tolist(), strict=True):
            if weight < total:  # some sibling has a weight
                found.append((node, float(weight / total)))
    return sorted(found)


def ends(tree: Tree, node: int) -> tuple[Floats, Floats]:
    """The leaf weights (n,) where a node has nothing of its group, and where it has all of it."""
    shares = np.zeros((2, tree.size))
    for group in tree.groups:
        shares[:, group.nodes] = group.weights / group.weights.sum()
        if node in group.nodes:
            others = group.nodes[group.nodes != node]
            shares[0, others] /= 1 - shares[0, node]
            shares[1, others] = 0.0
            shares[:, node] = (0.0, 1.0)
    nothing, everything = leaf_weights(tree, shares)
    return nothing, everything


def span_of_top(at_zero: Floats, at_one: Floats, share: float, count: int) -> Span:
    """Between which shares the same programs have one of the first `count` ranks.

    `at_zero` and `at_one` (a,) are the scores at the shares 0 and 1.

    >>> span_of_top(np.array([3.0, 1.0]), np.array([1.0, 3.0]), 0.25, 1).high
    Flip(share=0.5, program=1, other=0)
    """
    slopes, now = at_one - at_zero, at_zero + share * (at_one - at_zero)
    inside = in_top(now, count)
    members = np.flatnonzero(inside)
    if len(members) > count:
        return span_among_equals(at_zero, at_one, share, count)
    others = np.flatnonzero(~inside)
    gaps = np.round(now[members, None] - now[others], DIGITS)
    closing = slopes[others] - slopes[members, None]
    return span(gaps.ravel(), closing.ravel(), share, np.tile(others, len(members)), np.repeat(members, len(others)))


def in_top(scores: Floats, count: int) -> Flags:
    """Which programs (a,) have fewer than `count` others strictly ahead."""
    rounded = np.round(scores, DIGITS)
    if count >= len(rounded):
        return np.ones(len(rounded), dtype=bool)
    flags: Flags = rounded >= np.sort(rounded)[-count]
    return flags


def span_among_equals(at_zero: Floats, at_one: Floats, share: float, count: int) -> Span:
    """The same where programs tie for the last place of the top, so that there are more than `count`.

    Then the top may also change where two of its own draw level: between all such places it is looked at anew.
    """
    slopes, now = at_one - at_zero, at_zero + share * (at_one - at_zero)
    stays = in_top(now, count)
    members = np.flatnonzero(stays)
    gaps = np.round(now[members, None] - now, DIGITS)
    closing = slopes - slopes[members, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        at = share + gaps / closing
    found: list[Flip | None] = []
    for end in (0.0, 1.0):
        on_the_way = (closing != 0) & ((at <= share) & (at > EDGE) if end == 0 else (at >= share) & (at < 1 - EDGE))
        turn = None
        places = sorted(set(at[on_the_way].tolist()), key=lambda place: abs(place - share))
        for place, following in pairwise([*places, end]):
            between = (place + following) / 2
            if between != place and (in_top(at_zero + between * slopes, count) != stays).any():
                member, other = np.argwhere(on_the_way & (at == place))[0]
                turn = Flip(place, int(other), int(members[member]))
                break
        found.append(turn)
    return Span(found[0], found[1])


def span_of_gate(at_zero: Floats, at_one: Floats, share: float, least: float, able: Flags) -> Span:
    """Between which shares the same of the programs that are `able` (a,) reach a limit."""
    slopes, now = at_one - at_zero, at_zero + share * (at_one - at_zero)
    rows = np.flatnonzero(able)
    gaps = np.round(now[rows] - least, DIGITS)
    reaches = gaps >= 0
    return span(np.abs(gaps), np.where(reaches, -slopes[rows], slopes[rows]), share, rows, np.full(len(rows), -1))


def span(gaps: Floats, closing: Floats, share: float, programs: Indices, others: Indices) -> Span:
    """The nearest places on both sides of a share at which a gap (k,) that closes at some speed is gone."""
    with np.errstate(divide="ignore", invalid="ignore"):
        at = share + gaps / closing
    found: list[Flip | None] = []
    for upward in (False, True):
        ahead = (closing > 0) & (at < 1 - EDGE) if upward else (closing < 0) & (at > EDGE)
        places = np.where(ahead, at, np.inf if upward else -np.inf)
        place = int(places.argmin() if upward else places.argmax()) if len(places) else -1
        met = place >= 0 and bool(np.isfinite(places[place]))
        found.append(Flip(float(places[place]), int(programs[place]), int(others[place])) if met else None)
    return Span(found[0], found[1])
