"""Monte Carlo over all that is uncertain: block after block of draws.

Every block is made and scored by itself, and what they add up to is added in the order of their numbers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from quickwin.engine.acceptability import Keys, Tally, ordered
from quickwin.engine.confidence import keeps
from quickwin.engine.doubt import Doubt
from quickwin.engine.draw import Manner, drawn
from quickwin.engine.inputs import Floats, Indices, every
from quickwin.engine.interruption import held_back
from quickwin.engine.parts import Parts, parts_of
from quickwin.engine.score import Class, score
from quickwin.engine.sharing import in_order, workers

CELLS_OF_A_BLOCK = 1 << 17
NUMBERS_TO_A_CELL = 16
LEAST_BLOCK, MOST_BLOCK = 16, 1024
CELLS_WORTH_SHARING = 1 << 22
MOST_DRAWS = 1_000_000
IN_95_PERCENT = 1.959963984540054
"""Standard errors on either side within which 95 % of a normal distribution lies."""

OF_THREE = 3.0
"""What was never seen in N draws may still have a chance of 3 / N (Hanley & Lippman-Hand 1983)."""

Tell = Callable[[int, int], None]
"""Is told how many draws are done, of how many."""


@dataclass(frozen=True, slots=True)
class Goal:
    """How many draws to make: `draws`, and with a `precision` more of them, up to `most`.

    They are enough when the 95 % half-width of every acceptability is below the precision.
    """

    draws: int
    precision: float | None = None
    most: int = MOST_DRAWS


@dataclass(frozen=True, slots=True)
class Simulation:
    """N draws of a programs: their scores (a, N), the tally of their ranks, how often each was a quick win (a,).

    `shares` (nodes, N) are what each criterion weighed among its siblings. `stopped` says whether the work was broken
    off before all draws were made.
    """

    scores: Floats
    tally: Tally
    quick_wins: Floats
    shares: Floats
    parts: tuple[Parts, ...]
    stopped: bool = False

    @property
    def draws(self) -> int:
        """N."""
        return self.tally.draws


@dataclass(frozen=True, slots=True)
class Block:
    """What one block of d draws says of a programs."""

    keys: Keys
    scores: Floats
    quick_wins: Floats
    weights: Floats
    shares: Floats
    parts: Parts | None


def block_size(doubt: Doubt) -> int:
    """Draws in a block: a power of two for which what is made in it stays near the processor.

    Smaller blocks would stay nearer, but then processors that share the work wait for each other.
    """
    many, criteria = len(doubt.inputs.planned), len(doubt.inputs.curves)
    cells = max(
        many,
        (many * criteria if doubt.beyond_weights else 0) // NUMBERS_TO_A_CELL,
        doubt.numbers // NUMBERS_TO_A_CELL,
        1,
    )
    return min(max(1 << max(CELLS_OF_A_BLOCK // cells, 1).bit_length() - 1, LEAST_BLOCK), MOST_BLOCK)


def one_block(doubt: Doubt, manner: Manner, rows: Indices, task: tuple[int, int], *, keep: bool) -> Block:
    """The block of that number, cut to so many draws, for the programs in `rows` (a,).

    With `keep` it has the parts of which their scores are made.
    """
    number, count = task
    made = drawn(doubt, manner, number)
    scores = score(made.inputs)
    shape = (manner.block, len(doubt.inputs.planned))
    of_all = np.broadcast_to(scores.score, shape)
    points = of_all if every(rows, shape[1]) else of_all[:, rows]
    quick = np.broadcast_to(scores.classes == Class.QUICK_WIN, shape)[:count, rows].sum(axis=0)
    keys = ordered(np.ascontiguousarray(points[:count]))
    parts = parts_of(scores, made.inputs, rows, count) if keep else None
    weights, shares = made.inputs.weights[:count], made.shares[:count].T
    return Block(keys, points[:count].T, quick.astype(np.float64), weights, shares, parts)


def simulate(doubt: Doubt, manner: Manner, rows: Indices, goal: Goal, tell: Tell | None = None) -> Simulation:
    """Scores and ranks of the programs in `rows` (a,) over many draws.

    Broken off by KeyboardInterrupt, what was drawn until then is the result; before the first block is done the
    interruption goes on.
    """
    tally = Tally(len(rows), len(doubt.inputs.curves))
    quick = np.zeros(len(rows))
    target = goal.draws if goal.precision is None else min(whole_blocks(goal.draws, manner.block), goal.most)
    scores, shares = np.empty((len(rows), target)), np.empty((doubt.tree.size, target))
    many = workers() if target * max(len(doubt.inputs.planned), doubt.numbers) > CELLS_WORTH_SHARING else 1
    keep, parts = goal.precision is None and keeps(doubt, rows, target), list[Parts]()
    stopped = False
    while not stopped and tally.draws < target:
        numbers = range(tally.draws // manner.block, -(-target // manner.block))
        tasks = ((number, min(manner.block, target - number * manner.block)) for number in numbers)
        try:
            for block in in_order(partial(one_block, doubt, manner, rows, keep=keep), tasks, many=many):
                with held_back():
                    begin = tally.draws
                    tally.add(block.keys, block.weights)
                    scores[:, begin : tally.draws] = block.scores
                    shares[:, begin : tally.draws] = block.shares
                    quick += block.quick_wins
                    parts += [block.parts] if block.parts else []
                if tell:
                    tell(tally.draws, target)
        except KeyboardInterrupt:
            if not tally.draws:
                raise
            stopped = True
        if goal.precision is not None and not stopped:
            target = further(tally, goal.precision, manner.block, goal.most)
            scores, shares = enlarged(scores, target), enlarged(shares, target)
    done = slice(tally.draws)
    return Simulation(scores[:, done], tally, quick, shares[:, done], tuple(parts), stopped)


def further(tally: Tally, precision: float, block: int, most: int) -> int:
    """How many draws there must be for a precision, judged by those that there are; as many as there are if met."""
    share = tally.acceptabilities()
    largest = float((share * (1 - share)).max())
    if left_open(half_width(largest, tally.draws), tally.draws) < precision or tally.draws >= most:
        return tally.draws
    needed = int(max(largest * (IN_95_PERCENT / precision) ** 2, OF_THREE / precision)) + 1
    return min(whole_blocks(max(needed, tally.draws + 1), block), most)


def half_width(variance: float, draws: int) -> float:
    """The 95 % half-width of a share whose variance in one draw is known, over so many draws."""
    return float(IN_95_PERCENT * np.sqrt(variance / draws))


def left_open(width: float, draws: int) -> float:
    """A half-width, but never below 3 / draws: so much an event leaves open that was seen in every draw, or in none."""
    return max(width, OF_THREE / draws)


def whole_blocks(draws: int, block: int) -> int:
    """The next number of draws that fills its blocks."""
    return -(-draws // block) * block


def enlarged(array: Floats, width: int) -> Floats:
    """The array (k, N) with room for more columns."""
    if array.shape[1] >= width:
        return array
    wider = np.empty((len(array), width))
    wider[:, : array.shape[1]] = array
    return wider
