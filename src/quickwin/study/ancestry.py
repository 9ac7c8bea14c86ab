"""Who depends on whom: the dependencies of a study's programs as the ragged arrays that the engine takes."""

from collections.abc import Mapping, Sequence

import numpy as np

from quickwin.engine.inputs import Families, Indices
from quickwin.study.study import Candidate


def parent_rows(candidates: Sequence[Candidate]) -> list[list[int]]:
    """For each candidate the rows of those that it depends on directly, each once."""
    rows = {candidate.id: row for row, candidate in enumerate(candidates)}
    return [[rows[id] for id in dict.fromkeys(candidate.program.depends_on)] for candidate in candidates]


def families(parents: Sequence[Sequence[int]]) -> tuple[tuple[Families, ...], Families]:
    """Generations of programs with their direct dependencies, and each program with all of its own.

    A generation holds the programs all of whose dependencies stand in earlier ones; those without any are in none.
    """
    children: dict[int, list[int]] = {}
    for row, of_row in enumerate(parents):
        for parent in of_row:
            children.setdefault(parent, []).append(row)
    waiting = [len(of_row) for of_row in parents]
    every: dict[int, Indices] = {}
    generations, current = [], [row for row, count in enumerate(waiting) if not count]
    while current:
        following = []
        for row in current:
            for child in children.get(row, ()):
                waiting[child] -= 1
                if not waiting[child]:
                    following.append(child)
                    every[child] = ancestors(parents[child], every)
        if following:
            generations.append(ragged({row: np.array(parents[row], dtype=np.intp) for row in following}))
        current = following
    return tuple(generations), ragged({row: every[row] for row in sorted(every)})


def ancestors(parents: Sequence[int], every: Mapping[int, Indices]) -> Indices:
    """All that a program depends on, by its direct dependencies and what each of these depends on, each once."""
    parts = [np.array(parents, dtype=np.intp), *(every[parent] for parent in parents if parent in every)]
    return np.concatenate(parts) if len(parents) == 1 else np.unique(np.concatenate(parts))


def ragged(members: Mapping[int, Indices]) -> Families:
    """Rows of members as one array with the start of each row."""
    lengths = np.array([len(of_row) for of_row in members.values()], dtype=np.intp)
    starts = np.concatenate((np.zeros(1, dtype=np.intp), np.cumsum(lengths)[:-1])) if len(lengths) else lengths
    flat = np.concatenate(list(members.values())) if members else np.array([], dtype=np.intp)
    return Families(np.array(list(members), dtype=np.intp), starts, flat)
