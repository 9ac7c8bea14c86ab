"""What it would take to put a program first: the smallest change of weights that does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np

from quickwin.answers.explain import row_of
from quickwin.answers.judged import Judged, asked_rows, in_order
from quickwin.answers.wording import joined, signed
from quickwin.engine.least_change import least_change
from quickwin.engine.parts import parts_of
from quickwin.say import say
from quickwin.study.criterion import Criterion
from quickwin.study.study import Usage
from quickwin.table import Column, Row, Table

WORTH_A_LINE = 5e-5
"""A change of a share that shows with one decimal of a percentage."""


@dataclass(frozen=True, slots=True)
class Promotion:
    """The weights nearest to the stated ones with which a program is first, as shares of the whole.

    `now` and `then` hold them by criterion; `then` is None where no weights put it first.
    """

    id: str
    name: str
    now: dict[str, float]
    then: dict[str, float] | None
    titles: dict[str, str]
    level: tuple[str, ...] = ()
    """The names of those with which it shares the first place already."""
    settings: tuple[str, ...] = ()
    """The weights as `--set` takes them, so that the change can be tried."""

    @property
    def change(self) -> float | None:
        """The sum of all changes, each as a share of the whole, without its sign."""
        return None if self.then is None else sum(abs(share - self.now[key]) for key, share in self.then.items())

    def document(self) -> dict[str, Any]:
        """The change as JSON has it."""
        return {"id": self.id, "change": self.change, "weights": self.then}

    def table(self) -> Table:
        """The change as people read it."""
        columns = (
            Column("criterion", say("Criterion")),
            Column("now", say("Now")),
            Column("then", say("Then")),
            Column("change", say("Points")),
        )
        moved = [
            (key, share, self.then[key])
            for key, share in self.now.items()
            if self.then and abs(self.then[key] - share) >= WORTH_A_LINE
        ]
        rows = tuple(
            Row((self.titles[key], f"{now:.1%}", f"{then:.1%}", signed(100 * (then - now)))) for key, now, then in moved
        )
        title = say("What would put {name} first", name=self.name)
        return Table(title, columns if rows else (), rows, notes=tuple(self.sentences()))

    def sentences(self) -> Iterator[str]:
        """What the change comes to."""
        if self.then is None:
            yield say(
                "No weights put {name} first: whatever counts, another program is ahead. Its own numbers would have to "
                "change: its scores, its months, its coverage or its readiness; “quickwin explain {id}” shows what "
                "each costs it.",
                name=self.name,
                id=self.id,
            )
        elif (self.change or 0.0) < WORTH_A_LINE:
            yield (
                say("{name} is first already, level with {others}.", name=self.name, others=joined(list(self.level)))
                if self.level
                else say("{name} is first with the weights as they are.", name=self.name)
            )
        else:
            yield say(
                "{name} comes level with the first if {points:.1f} of 100 points of weight move so; no smaller change "
                "does it, and a little more puts it ahead. Shares are those of the whole.",
                name=self.name,
                points=50 * (self.change or 0.0),
            )
            settings = " ".join(f"--set {one}" for one in self.settings)
            yield say("To try it, call quickwin rank as you called this, and with: {settings}", settings=settings)


def sets(judged: Judged, then: dict[str, float] | None) -> tuple[str, ...]:
    """The weights of all criteria of the groups in which any has changed, as `--set` takes them."""
    if not then:
        return ()
    return tuple(of_group(judged.study.judge.criteria.criteria, then))


def of_group(group: Mapping[str, Criterion], then: Mapping[str, float]) -> Iterator[str]:
    """The settings of one group and of those below it."""
    weighed = {key: one for key, one in group.items() if not one.factor}
    after = {key: share_of(key, one, then) for key, one in weighed.items()}
    total, now = sum(after.values()), sum(one.weight.point for one in weighed.values())
    if total and any(abs(after[key] / total - one.weight.point / now) > WORTH_A_LINE for key, one in weighed.items()):
        yield from (f"{key}.weight={100 * share:.4g}" for key, share in after.items())
    for one in weighed.values():
        yield from of_group(one.criteria or {}, then)


def share_of(key: str, one: Criterion, then: Mapping[str, float]) -> float:
    """What a criterion, or all below it, weighs of the whole."""
    if one.criteria is None:
        return then[key]
    return sum(share_of(below, inner, then) for below, inner in one.criteria.items())


def promotion(judged: Judged, id: str) -> Promotion:
    """The smallest change of weights, by the sum of the changes, that puts a program first: a linear programme.

    Raises:
        Usage: there is no program of such an id or name, it was not asked for, or highspy is not installed.
    """
    row = row_of(judged, id)
    rows = asked_rows(judged)
    if row not in rows:
        raise Usage(say("{id} is not among the programs that are ranked here. Name its file too.", id=id))
    if find_spec("highspy") is None:
        raise Usage(say("--first needs the package highspy. Install it with: pip install 'quickwin[plan]'"))
    leaves = [leaf for leaf in judged.study.judge.leaves if not leaf.criterion.factor]
    now = {leaf.key: leaf.weight for leaf in leaves}
    first = [one for rank, one in in_order(judged) if rank == 1]
    found = np.array([]) if not leaves and row in first else None
    if leaves:
        parts = parts_of(judged.scores, judged.inputs, rows, 1)
        found = least_change(parts, int(np.flatnonzero(rows == row)[0]), np.array(list(now.values())))
    candidate = judged.study.candidates[row]
    level = tuple(judged.study.candidates[one].program.name for one in first if one != row) if row in first else ()
    then = None if found is None else dict(zip(now, found.tolist(), strict=True))
    return Promotion(
        candidate.id,
        candidate.program.name,
        now,
        then,
        {leaf.key: leaf.title for leaf in leaves},
        level,
        sets(judged, then),
    )
