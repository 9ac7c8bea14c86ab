"""What is worth finding out: for each uncertain number, what the choice would gain if it were known."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from quickwin.answers.judged import Judged
from quickwin.engine.draw import Manner, generator, numbers_of
from quickwin.engine.information import Worth, choice, of_everything, of_number
from quickwin.engine.inputs import Floats, Indices
from quickwin.engine.simulation import Simulation
from quickwin.study.doubt import Doubtful

MOST_NUMBERS, FEWEST_DRAWS = 1 << 24, 1000
"""Numbers that are drawn again at most: where a study has so many, fewer of its draws say what they are worth."""
TOLD = 0.005
"""Points of gain below which a number is not told."""


@dataclass(frozen=True, slots=True)
class Known:
    """An uncertain number, and the points that the choice gains if it is known, with their standard error.

    `program` is None where it is a weight, as `--set` names it; `stated` is false where the program says nothing of it.
    """

    program: str | None
    path: str
    stated: bool
    gain: float
    error: float


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What knowing would be worth to the choice of the K best programs, in points of their scores together.

    `expected` is what they are expected to have, `everything` what it would be worth to know all; `numbers` begin with
    the one most worth knowing.
    """

    expected: float
    everything: Worth
    numbers: tuple[Known, ...]

    def document(self) -> dict[str, Any]:
        """The gains as JSON has them."""
        return {
            "expected": self.expected,
            "everything": asdict(self.everything),
            "numbers": [asdict(one) for one in self.numbers],
        }


def knowledge(  # noqa: PLR0917  # what was drawn, how, for whom, and what is chosen
    judged: Judged, doubtful: Doubtful, manner: Manner, simulation: Simulation, rows: Indices, count: int
) -> Knowledge:
    """What it is worth to know each uncertain number for the choice of `count` programs, by the draws there are."""
    draws = min(simulation.draws, max(MOST_NUMBERS // max(doubtful.doubt.numbers, 1), FEWEST_DRAWS))
    one = choice(simulation.scores[:, :draws], min(count, len(rows)))
    found = []
    for node in apart(doubtful, simulation.shares):
        worth = of_number(one, simulation.shares[node, :draws], one.contenders)
        if worth.gain >= TOLD:
            weight = f"{doubtful.nodes[node][-1]}.weight"
            found.append(Known(None, weight, stated=True, gain=worth.gain, error=worth.error))
    wanted = relevant(judged, doubtful, rows, one.contenders)
    for (number, affected), drawn in zip(
        wanted.items(), drawn_again(doubtful, manner, list(wanted), draws), strict=True
    ):
        worth = of_number(one, drawn, affected)
        row, path = doubtful.labels[number]
        if worth.gain >= TOLD and row is not None:
            id = judged.study.candidates[row].id
            found.append(
                Known(
                    id,
                    ".".join(map(str, path)),
                    doubtful.labels[number] not in doubtful.unstated,
                    worth.gain,
                    worth.error,
                )
            )
    ordered = sorted(found, key=lambda known: (-known.gain, known.program or "", known.path))
    return Knowledge(float(one.expected[one.chosen].sum()), of_everything(one), tuple(ordered))


def apart(doubtful: Doubtful, shares: Floats) -> list[int]:
    """The criteria whose shares (nodes, N) say something of their own: of two siblings that vary the first says all."""
    found: list[int] = []
    for group in doubtful.doubt.tree.groups:
        varied = [node for node in group.nodes.tolist() if np.ptp(shares[node]) > 0]
        found += varied[:1] if len(varied) == 2 else varied
    return found


def relevant(judged: Judged, doubtful: Doubtful, rows: Indices, contenders: Indices) -> dict[int, Indices]:
    """The uncertain numbers that contenders' scores read, with the places of the programs that each may move.

    What raters gave moves together, as they are drawn together.
    """
    readers: dict[int, set[int]] = {}
    for place in contenders.tolist():
        for one in judged.with_ancestors(int(rows[place])):
            readers.setdefault(one, set()).add(place)
    rated = len(doubtful.doubt.spreads.low)
    of_raters = {place for row, _ in doubtful.labels[rated:] if row is not None for place in readers.get(row, ())}
    found = {}
    for number, (row, _) in enumerate(doubtful.labels):
        if row is not None and row in readers:
            places = of_raters if number >= rated else readers[row]
            found[number] = np.array(sorted(places), dtype=np.intp)
    return found


def drawn_again(doubtful: Doubtful, manner: Manner, numbers: list[int], draws: int) -> Floats:
    """The draws (k, N) of some uncertain numbers, as they were; nothing is scored again."""
    if not numbers:
        return np.empty((0, draws))
    blocks = [
        numbers_of(doubtful.doubt, manner, generator(manner, block))[:, numbers].T
        for block in range(-(-draws // manner.block))
    ]
    return np.concatenate(blocks, axis=1)[:, :draws]
