"""A batch of draws is no other than its draws one by one, and a few programs no other than among all."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.oracle.inventing import invented
from tests.oracle.writing import write

import quickwin
from quickwin.engine.inputs import Curve, Enabler, Families, Inputs, Rules
from quickwin.engine.score import Scores, score
from quickwin.engine.subset import subset
from quickwin.study.arrays import arrays

DRAWS = 4
DRAWN = ("performances", "weights", "planned", "lasts", "opens", "pillars", "reachable", "money")


def inputs_of(seed: int, folder: Path) -> Inputs:
    return arrays(quickwin.load(write(invented(seed), folder, seed)))


def draws(inputs: Inputs, names: tuple[str, ...], rng: np.random.Generator) -> list[Inputs]:
    """The inputs a few times, with other numbers in the arrays of these names (and in all that enablers hold)."""

    def another(name: str) -> Any:
        array = getattr(inputs, name)
        if name == "money":
            return rng.random(array.shape) < 0.5
        if name == "weights":
            drawn = array * rng.random(array.shape)
            return drawn / drawn.sum() if drawn.sum() else array
        if name in {"pillars", "reachable"}:
            return np.where(rng.random(array.shape) < 0.3, np.nan, rng.random(array.shape))
        return array * (0.5 + rng.random(array.shape))

    def enabler(one: Enabler) -> Enabler:
        provided = None if one.provided is None else one.provided * rng.random()
        return Enabler(one.coverage * rng.random(), one.needed_by, provided)

    one_by_one = []
    for _ in range(DRAWS):
        drawn = {name: another(name) for name in DRAWN if name in names}
        if "enablers" in names:
            drawn["enablers"] = tuple(enabler(one) for one in inputs.enablers)
        one_by_one.append(replace(inputs, **drawn))
    return one_by_one


def together(one_by_one: list[Inputs], names: tuple[str, ...]) -> Inputs:
    """The draws as a leading axis of the arrays of these names, the others being as they are."""

    def stacked(of: Callable[[Inputs], Any]) -> Any:
        return np.stack([of(one) for one in one_by_one])

    first = one_by_one[0]
    drawn: dict[str, Any] = {
        name: stacked(lambda one, name=name: getattr(one, name)) for name in names if name in DRAWN
    }
    if "enablers" in names:
        drawn["enablers"] = tuple(
            Enabler(
                stacked(lambda each, place=place: each.enablers[place].coverage),
                one.needed_by,
                None if one.provided is None else stacked(lambda each, place=place: each.enablers[place].provided),
            )
            for place, one in enumerate(first.enablers)
        )
    return replace(first, **drawn)


def assert_same(batch: Scores, draw: int, alone: Scores) -> None:
    for field in Scores.__dataclass_fields__:
        whole, one = np.asarray(getattr(batch, field)), np.asarray(getattr(alone, field))
        got = whole[draw] if whole.ndim > one.ndim else whole
        np.testing.assert_allclose(got, one, rtol=1e-12, atol=1e-12, err_msg=field)


@pytest.mark.parametrize("names", [*((name,) for name in (*DRAWN, "enablers")), (*DRAWN, "enablers")])
@pytest.mark.parametrize("seed", [0, 1, 2, 5])
def test_a_batch_of_draws_is_its_draws_one_by_one(seed: int, names: tuple[str, ...], tmp_path: Path) -> None:
    one_by_one = draws(inputs_of(seed, tmp_path), names, np.random.default_rng(seed))
    batch = score(together(one_by_one, names))
    for draw, inputs in enumerate(one_by_one):
        assert_same(batch, draw, score(inputs))


@pytest.mark.parametrize("names", list(combinations(("performances", "weights", "planned", "opens"), 2)))
def test_arrays_with_and_without_draws_go_together(names: tuple[str, ...], tmp_path: Path) -> None:
    one_by_one = draws(inputs_of(3, tmp_path), names, np.random.default_rng(3))
    batch = score(together(one_by_one, names))
    for draw, inputs in enumerate(one_by_one):
        assert_same(batch, draw, score(inputs))


@pytest.mark.parametrize("seed", range(12))
def test_a_few_programs_score_as_among_all(seed: int, tmp_path: Path) -> None:
    inputs = inputs_of(seed, tmp_path)
    whole = score(inputs)
    family = inputs.ancestors
    ends = [*family.starts[1:].tolist(), len(family.members)]
    above = {
        kid: family.members[start:end].tolist()
        for kid, start, end in zip(family.kids.tolist(), family.starts.tolist(), ends, strict=False)
    }
    for row in range(len(inputs.planned)):
        rows = np.array(sorted({row, *above.get(row, [])}), dtype=np.intp)
        few = score(subset(inputs, rows))
        for field in Scores.__dataclass_fields__:
            np.testing.assert_allclose(
                getattr(few, field), getattr(whole, field)[rows], rtol=1e-12, atol=1e-12, err_msg=field
            )


def test_a_few_programs_of_a_study_in_which_none_depends_on_another() -> None:
    nothing = np.array([], dtype=np.intp)
    inputs = one_criterion(np.array([2.0, 5.0]), nothing)
    assert score(subset(inputs, np.array([1]))).score.tolist() == [100 * 18 / 24]


def one_criterion(performances: Any, nothing: Any) -> Inputs:
    """Wholly ready programs judged from 1 to 5, that take half a year."""
    every = np.ones(performances.shape)
    return Inputs(
        rules=Rules(
            deadline=12,
            horizon=24,
            discount_rate=0,
            least_impact=0.4,
            least_readiness=0.4,
            assumed=0.5,
            delay=1,
            loss=0.3,
        ),
        performances=performances[..., None],
        curves=(Curve(np.array([1.0, 5.0]), np.array([0.0, 1.0])),),
        weights=np.array([1.0]),
        factors=np.array([False]),
        planned=6 * every,
        lasts=np.inf * every,
        opens=0 * every,
        pillars=every[..., None],
        pillar_weights=np.array([1.0]),
        reachable=np.nan * every,
        enablers=(),
        generations=(),
        ancestors=Families(nothing, nothing, nothing),
        priorities=every,
        money=every.astype(bool),
    )
