"""A study with its scores: what every answer about single programs starts from."""

from dataclasses import dataclass, field

import numpy as np

from quickwin.answers.gaps import own_reads, unsure
from quickwin.engine.inputs import Families, Indices, Inputs
from quickwin.engine.score import DIGITS, Scores, competition_ranks, order, score
from quickwin.finding import Path
from quickwin.study.arrays import arrays, needed
from quickwin.study.study import Study


@dataclass(frozen=True, slots=True)
class Judged:
    """A study, its arrays and its scores; a program is a row in all of them."""

    study: Study
    inputs: Inputs
    scores: Scores
    parents: dict[int, Indices] = field(default_factory=dict)
    """What each program depends on directly; those that depend on nothing are left out."""
    ancestors: dict[int, Indices] = field(default_factory=dict)
    """All that each depends on, directly or through others."""
    enablers: tuple[str, ...] = ()
    """The names of the inputs' enablers."""
    unsure: dict[int, tuple[Path, ...]] = field(default_factory=dict)
    """The programs with assumed numbers that those who depend on them may read, and the paths of these numbers."""

    reads: set[Path] = field(default_factory=set)
    """The fields of a program that its own score reads."""

    def row(self, id: str) -> int | None:
        """The row of a program, None where there is none with this id."""
        return next((row for row, one in enumerate(self.study.candidates) if one.id == id), None)

    def with_ancestors(self, row: int) -> list[int]:
        """The row of a program and those of all that it depends on, rising."""
        return sorted({row, *(self.ancestors[row].tolist() if row in self.ancestors else ())})

    def unsure_above(self, row: int) -> list[tuple[str, tuple[Path, ...]]]:
        """The programs with assumed numbers among all that one depends on, by id, and the paths of these numbers."""
        above = self.unsure.keys() & set(self.ancestors[row].tolist()) if row in self.ancestors else ()
        return sorted((self.study.candidates[one].id, self.unsure[one]) for one in above)

    def waits_for(self, row: int) -> str | None:
        """What a program's start waits for: `money`, the id of a program, or nothing."""
        blocker = self.blocker(row)
        if blocker is not None:
            return self.study.candidates[blocker].id
        return "money" if rounded(self.scores.start[row]) else None

    def blocker(self, row: int) -> int | None:
        """The row of the program that another one's start waits for; None where that is money, or nothing."""
        start = rounded(self.scores.start[row])
        if rounded(self.inputs.opens[row]) == start or row not in self.parents:
            return None
        parents = self.parents[row]
        last: list[int] = parents[np.round(self.scores.months[parents], DIGITS) == start].tolist()
        return min(last, key=lambda one: self.study.candidates[one].id)


def judge(study: Study) -> Judged:
    """The scores of a study."""
    inputs = arrays(study)
    names = tuple(needed(candidate.program for candidate in study.candidates))
    parents = {row: members for family in inputs.generations for row, members in rows(family).items()}
    return Judged(
        study,
        inputs,
        score(inputs),
        parents,
        rows(inputs.ancestors),
        names,
        unsure(study.candidates),
        own_reads(study.judge),
    )


def rows(family: Families) -> dict[int, Indices]:
    """The members of each program of a family."""
    parts = np.split(family.members, family.starts[1:]) if len(family.kids) else []
    return dict(zip(family.kids.tolist(), parts, strict=True))


def rounded(number: float) -> float:
    """A number as it is compared with others."""
    return float(np.round(number, DIGITS))


def in_order(judged: Judged) -> list[tuple[int, int]]:
    """The programs that were asked for, as (rank, row), best first."""
    candidates = judged.study.candidates
    by_id = {id: number for number, id in enumerate(sorted(candidate.id for candidate in candidates))}
    numbers = np.array([by_id[candidate.id] for candidate in candidates], dtype=np.float64)
    ordered = [row for row in order(judged.scores, numbers).tolist() if candidates[row].asked]
    ranks = competition_ranks(judged.scores.score[ordered])
    return list(zip(ranks.tolist(), ordered, strict=True))


def asked_rows(judged: Judged) -> Indices:
    """The rows of the programs that were asked for, in the order of the study."""
    return np.flatnonzero([candidate.asked for candidate in judged.study.candidates])
