"""What would other methods say of the same data? Their orders, how near they are to ours, and why they differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from quickwin.answers.judged import judge
from quickwin.answers.method_reading import Reading, matrix, read
from quickwin.answers.method_reversal import Reversal, reversal
from quickwin.answers.method_steps import Step, main_cause, ranks_of, steps
from quickwin.answers.method_words import clause, name_of
from quickwin.answers.wording import joined, place
from quickwin.engine.methods.vikor import vikor
from quickwin.engine.places import Ranks, kendall
from quickwin.say import say
from quickwin.study.study import Study

TITLES = {
    "local_sum": say("Weighted sum, local scales"),
    "topsis": "TOPSIS",
    "vikor": "VIKOR",
    "promethee": "PROMETHEE II",
    "rice": "RICE",
    "wsjf": "WSJF",
    "usg": "USG",
}
MANNERS = {
    "local_sum": say("It adds criteria and time, each on a scale from the worst candidate to the best."),
    "topsis": say("It looks for what is near the best candidate and far from the worst."),
    "vikor": say("It weighs all shortfalls together against the largest single one."),
    "promethee": say("It compares in pairs and counts wins on each criterion."),
    "rice": say("It divides people · impact · chance by cost."),
    "wsjf": say("It divides what a month of delay costs by the months of work."),
    "usg": say("It adds marks for urgency, seriousness and growth, read here from months, impact and people."),
}
TOP = 3
MOST_IN_COMPROMISE = 5
"""More names than these say less than their number."""


@dataclass(frozen=True, slots=True)
class Method:
    """What one method says: `ranks` by id in our order, `tau_b` None where it tells no programs apart."""

    method: str
    title: str
    tau_b: float | None
    ranks: dict[str, int]
    top: tuple[str, ...]
    """The ids ranked third or better, best first."""
    cause: str
    """The step from ours that takes most agreement away, as a key of `CAUSES`; empty where none does."""
    why: str

    def document(self) -> dict[str, Any]:
        """The method as JSON has it."""
        return {
            "method": self.method,
            "title": self.title,
            "tau_b": self.tau_b,
            "ranks": dict(self.ranks),
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Other methods beside ours: the programs that were asked for, in our order, with our `ranks` by id."""

    title: str
    names: dict[str, str]
    ranks: dict[str, int]
    methods: tuple[Method, ...]
    weight_of_time: float
    reversal: Reversal | None = None
    without_cost: int = 0

    def document(self) -> dict[str, Any]:
        """The part of the JSON of `robust` that is about methods."""
        return {"methods": [method.document() for method in self.methods]}


def methods(study: Study) -> Comparison:
    """The other methods on a study's own data, against our ranking.

    >>> import quickwin
    >>> [method.method for method in methods(quickwin.load("programs/")).methods][:3]
    ['local_sum', 'topsis', 'vikor']
    """
    reading = read(judge(study))
    ids = ids_of(reading)
    return Comparison(
        title=study.title,
        names={id: name_of(reading, at) for at, id in enumerate(ids)},
        ranks=dict(zip(ids, reading.ranks.tolist(), strict=True)),
        methods=tuple(method(key, reading) for key in TITLES),
        weight_of_time=float(matrix(reading)[1][-1]),
        reversal=reversal(reading),
        without_cost=int(np.isnan(reading.cost).sum()),
    )


def ids_of(reading: Reading) -> list[str]:
    """The ids of the programs that were asked for, in our order."""
    return [reading.judged.study.candidates[row].id for row in reading.rows.tolist()]


def method(key: str, reading: Reading) -> Method:
    """One method's ranks, and why they are not ours."""
    found = steps(key, reading)
    ranks = ranks_of(found)
    ids, own = ids_of(reading), ranks[-1]
    first = [at for at in np.argsort(own, kind="stable").tolist() if own[at] <= TOP]
    return Method(
        key,
        TITLES[key],
        kendall(reading.ranks, own),
        dict(zip(ids, own.tolist(), strict=True)),
        tuple(ids[at] for at in first),
        costs_most_agreement(reading, found, ranks),
        " ".join([MANNERS[key], *reasons(key, reading, found, ranks)]),
    )


def costs_most_agreement(reading: Reading, found: tuple[Step, ...], ranks: list[Ranks]) -> str:
    """The step that lowers τ_b to ours most; empty where none lowers it."""
    agreement = [kendall(reading.ranks, after) or 0.0 for after in ranks]
    lost = [before - after for before, after in pairwise(agreement)]
    most = max(range(len(lost)), key=lambda step: lost[step])
    return found[most + 1].cause if lost[most] > 0 else ""


def reasons(key: str, reading: Reading, found: tuple[Step, ...], ranks: list[Ranks]) -> Iterator[str]:
    """Why a method's order is not ours: its first program, and the one that moves most, each with its main cause."""
    own = ranks[-1]
    if key == "vikor" and len(own):
        yield compromise(reading)
    if (own == reading.ranks).all():
        yield say("Its order is ours.")
        return
    if (own == 1).all():
        yield say("It ties all programs.")
        return
    leader = int(np.argmin(own))  # of those that tie there, our highest
    if reading.ranks[leader] > 1:
        yield moved(say("It puts {name} {there} and we {here}: {cause}."), reading, found, ranks, leader)
    most = int(np.argmax(np.abs(own - reading.ranks)))
    if most != leader or reading.ranks[leader] == 1:
        yield moved(
            say("Furthest apart is {name}, {there} there and {here} here: {cause}."), reading, found, ranks, most
        )


def moved(template: str, reading: Reading, found: tuple[Step, ...], ranks: list[Ranks], at: int) -> str:
    """Where a program stands there and here, and the main cause."""
    there, here = int(ranks[-1][at]), int(reading.ranks[at])
    cause = clause(main_cause(found, ranks, at), reading, at, up=there < here)
    return template.format(name=name_of(reading, at), there=place(there), here=place(here), cause=cause)


def compromise(reading: Reading) -> str:
    """The set that VIKOR proposes as a compromise."""
    proposed = vikor(*matrix(reading)).proposed.tolist()
    if len(proposed) > MOST_IN_COMPROMISE:
        return say("Its compromise is {n} programs that it does not tell apart.", n=len(proposed))
    return say("Its compromise: {names}.", names=joined([name_of(reading, at) for at in proposed]))
