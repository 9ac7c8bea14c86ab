"""The plan that the ranking gives: its programs from the top, each as early as it can, until nothing more fits."""

from collections.abc import Collection

import numpy as np

from quickwin.answers.judged import in_order
from quickwin.answers.planned import FromTheTop
from quickwin.answers.planning import Planning
from quickwin.engine.inputs import Indices
from quickwin.engine.planning.exchange import from_the_top
from quickwin.engine.planning.keeping import Keeper
from quickwin.engine.planning.outcome import outcome
from quickwin.engine.planning.portfolio import NEVER, AtLeast

TRIES = 12
"""So often a plan is sought that has as many programs as it must."""


def possible_by_rank(desk: Planning, by_rank: Keeper) -> Indices | None:
    """The starts (m,) of the ranking's plan, or of one that first takes the best of those of which it has too few.

    None where none is found.
    """
    first: list[int] = []
    for _ in range(TRIES):
        if not by_rank.short():
            return by_rank.starts
        for place in by_rank.short():
            lacking = desk.bonds.constraints[place]
            members = set(lacking.programs.tolist()) if isinstance(lacking, AtLeast) else set()
            first += [program for program in ranked(desk) if program in members and program not in first][:1]
        by_rank = top(desk, first)
    return None


def ranked(desk: Planning) -> list[int]:
    """The programs in the order of the ranking, then those that were not asked for."""
    places = {int(row): number for number, row in enumerate(desk.rows)}
    asked = [places[row] for _, row in in_order(desk.judged)]
    return [*asked, *sorted(set(places.values()) - set(asked))]


def top(desk: Planning, first: Collection[int] = ()) -> Keeper:
    """The plan that takes the ranking from the top, each as early as it can, until nothing more fits.

    Some may come `first`, in the order of the ranking too.
    """
    constraints = desk.bonds.constraints
    order = sorted(ranked(desk), key=lambda program: program not in first)
    starts = from_the_top(desk.portfolio, constraints, order)
    return Keeper(desk.portfolio, constraints, starts)


def as_ranked(desk: Planning, by_rank: Keeper) -> FromTheTop:
    """What taking the ranking from the top gives."""
    return FromTheTop(
        outcome(desk.portfolio, by_rank.starts).total,
        tuple(desk.ids[number] for number in np.flatnonzero(by_rank.starts != NEVER).tolist()),
        tuple(desk.bonds.bond(place).what for place in by_rank.short()),
    )
