"""Who depends on whom, against a search for every way through random programs."""

from random import Random

import numpy as np
import pytest

from quickwin.engine.inputs import Families
from quickwin.study.ancestry import families
from quickwin.study.links import Link, cycles, spoiled


def members(family: Families) -> dict[int, list[int]]:
    ends = [*family.starts[1:].tolist(), len(family.members)][: len(family.kids)]
    return {
        int(kid): family.members[start:end].tolist()
        for kid, start, end in zip(family.kids, family.starts, ends, strict=True)
    }


def reached(parents: list[list[int]]) -> list[set[int]]:
    """All that can be reached from each program, by a plain repeated search."""
    found = [set(of_one) for of_one in parents]
    for _ in parents:
        found = [of_one | {further for other in of_one for further in found[other]} for of_one in found]
    return found


def acyclic(rng: Random, size: int) -> list[list[int]]:
    places = list(range(size))
    rng.shuffle(places)
    return [[one for one in range(size) if places[one] < places[row] and rng.random() < 0.25] for row in range(size)]


@pytest.mark.parametrize("seed", range(30))
def test_generations_come_after_what_they_depend_on_and_ancestors_are_all_once(seed: int) -> None:
    rng = Random(seed)  # noqa: S311  # the same programs again from the same seed
    parents = acyclic(rng, rng.randrange(1, 15))
    generations, ancestors = families(parents)
    assert {row: sorted(of_row) for row, of_row in members(ancestors).items()} == {
        row: sorted(found) for row, found in enumerate(reached(parents)) if found
    }
    done = {row for row, of_row in enumerate(parents) if not of_row}
    for generation in generations:
        for row, of_row in members(generation).items():
            assert of_row == parents[row]
            assert set(of_row) <= done
        done |= set(members(generation))
    assert done == set(range(len(parents)))
    assert sum(len(generation.kids) for generation in generations) == sum(map(bool, parents))


def test_nobody_depends_on_nobody() -> None:
    generations, ancestors = families([[], []])
    assert generations == ()
    assert (len(ancestors.kids), len(ancestors.starts), len(ancestors.members)) == (0, 0, 0)
    assert ancestors.members.dtype == np.intp


def links(parents: list[list[int]]) -> list[Link]:
    return [
        Link(f"p{row}", "f.yaml", depends_on=tuple(f"p{one}" for one in of_row)) for row, of_row in enumerate(parents)
    ]


@pytest.mark.parametrize("seed", range(60))
def test_circles_are_real_and_every_group_of_them_is_named(seed: int) -> None:
    rng = Random(seed)  # noqa: S311  # the same programs again from the same seed
    size = rng.randrange(1, 9)
    parents = [[one for one in range(size) if one != row and rng.random() < 0.2] for row in range(size)]
    known = {f"p{row}": row for row in range(size)}
    found = cycles(links(parents), known)
    for circle in found:
        assert circle[0] == min(circle)
        assert len(set(circle)) == len(circle) >= 2
        for here, there in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert there in parents[here]
    of_all = reached(parents)
    waiting_for_itself = {row for row in range(size) if row in of_all[row]}
    named = {row for circle in found for row in circle}
    assert named <= waiting_for_itself
    for row in waiting_for_itself:
        assert any(one in named for one in of_all[row] if row in of_all[one]), "a group without a circle named"
    # and so none is judged that waits for itself
    assert waiting_for_itself <= named | set(spoiled(links(parents), named))


@pytest.mark.parametrize("seed", range(40))
def test_what_depends_on_the_broken_is_lost_and_nothing_else(seed: int) -> None:
    rng = Random(seed)  # noqa: S311  # the same programs again from the same seed
    parents = acyclic(rng, rng.randrange(1, 15))
    broken = {row for row in range(len(parents)) if rng.random() < 0.2}
    lost = spoiled(links(parents), broken)
    of_all = reached(parents)
    assert set(lost) == {row for row in range(len(parents)) if of_all[row] & broken} - broken
    for row, id in lost.items():
        assert id in {f"p{one}" for one in parents[row]}, "the reason is no direct dependency"


def test_a_long_chain_is_no_trouble() -> None:
    size = 5000
    parents = [[row + 1] if row + 1 < size else [] for row in range(size)]
    assert cycles(links(parents), {f"p{row}": row for row in range(size)}) == []
    assert len(spoiled(links(parents), {size - 1})) == size - 1
    generations, _ = families([[row + 1] if row < 299 else [] for row in range(300)])
    assert len(generations) == 299
