"""What it would take to put a program first: the smallest change of weights that does."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np

from quickwin.answers.explain import row_of
from quickwin.answers.judged import Judged, in_order
from quickwin.engine.least_change import least_change
from quickwin.engine.parts import parts_of
from quickwin.say import say
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
            Column("change", say("Change")),
        )
        moved = [
            (key, share, self.then[key])
            for key, share in self.now.items()
            if self.then and abs(self.then[key] - share) >= WORTH_A_LINE
        ]
        rows = tuple(
            Row((self.titles[key], f"{now:.1%}", f"{then:.1%}", f"{then - now:+.1%}".replace("-", "−")))
            for key, now, then in moved
        )
        title = say("What would put {name} first", name=self.name)
        return Table(title, columns if rows else (), rows, notes=tuple(self.sentences()))

    def sentences(self) -> Iterator[str]:
        """What the change comes to."""
        if self.then is None:
            yield say(
                "No weights put {name} first: whatever counts, another program is ahead. Its months, its coverage or "
                "its readiness would have to change; “quickwin explain {id}” says which.",
                name=self.name,
                id=self.id,
            )
        elif (self.change or 0.0) < WORTH_A_LINE:
            yield say("{name} is first with the weights as they are.", name=self.name)
        else:
            yield say(
                "{name} comes first, or level with the first, if weights move by {change:.1%} of the whole together; "
                "no smaller change does it. Other criteria keep their weights.",
                name=self.name,
                change=self.change,
            )


def promotion(judged: Judged, id: str) -> Promotion:
    """The smallest change of weights, by the sum of the changes, that puts a program first: a linear programme.

    Raises:
        Usage: there is no program of such an id or name, it was not asked for, or highspy is not installed.
    """
    row = row_of(judged, id)
    rows = np.array(sorted(one for _, one in in_order(judged)), dtype=np.intp)
    if row not in rows:
        raise Usage(say("{id} is not among the programs that are ranked here. Name its file too.", id=id))
    if find_spec("highspy") is None:
        raise Usage(say("--first needs the package highspy. Install it with: pip install 'quickwin[plan]'"))
    leaves = [leaf for leaf in judged.study.judge.leaves if not leaf.criterion.factor]
    now = {leaf.key: leaf.weight for leaf in leaves}
    found = None
    if leaves:
        parts = parts_of(judged.scores, judged.inputs, rows, 1)
        found = least_change(parts, int(np.flatnonzero(rows == row)[0]), np.array(list(now.values())))
    candidate = judged.study.candidates[row]
    then = None if found is None else dict(zip(now, found.tolist(), strict=True))
    return Promotion(candidate.id, candidate.program.name, now, then, {leaf.key: leaf.title for leaf in leaves})
