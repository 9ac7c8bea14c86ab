"""What is said around a plan, against trying every plan of small random studies one by one."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from tests.oracle.inventing_plans import invented_for_plan
from tests.oracle.planning import Choice, Outcome, planned
from tests.oracle.planning_rules import broken
from tests.oracle.studies import Binding, Study
from tests.oracle.writing import write

import quickwin

SEEDS = range(14)
EQUAL = 0.001


def opened(study: Study, folder: Path, seed: int, **options: object) -> quickwin.Study:
    return quickwin.load(write(study, folder, seed), **options)  # type: ignore[arg-type]  # as load takes them


def possible(seed: int) -> tuple[Study, Outcome]:
    """A random study of which some plan is possible."""
    study = invented_for_plan(seed)
    outcome = planned(study)
    return (study, outcome) if outcome.choices else possible(seed + 1000)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_exchange_is_possible_and_loses_what_is_said(seed: int, tmp_path: Path) -> None:
    study, outcome = possible(seed)
    result = quickwin.plan(opened(study, tmp_path, seed))
    mine = {one.id: one.start for one in result}
    for out in result.left_out:
        if out.in_place_of is not None:
            other = {id: start for id, start in mine.items() if id not in out.in_place_of.gone}
            other[out.id] = out.in_place_of.start
            assert broken(outcome.facts, other) == []
            lost = outcome.facts.benefit_of(mine) - outcome.facts.benefit_of(other)
            assert out.in_place_of.loss == pytest.approx(lost, abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_taking_the_ranking_from_the_top_is_told_as_it_is(seed: int, tmp_path: Path) -> None:
    study, outcome = possible(seed)
    top = quickwin.plan(opened(study, tmp_path, seed)).from_the_top
    assert top is not None
    assert top.benefit <= outcome.best + EQUAL or top.short, "only what misses a least number may bring more"


@pytest.mark.parametrize("seed", SEEDS)
def test_what_must_be_costs_what_trying_says(seed: int, tmp_path: Path) -> None:
    study, outcome = possible(seed)
    loaded = opened(study, tmp_path, seed)
    for id in sorted(outcome.facts.candidates)[:3]:
        with_it = [one.benefit for one in outcome.choices if id in one.plan]
        without = [one.benefit for one in outcome.choices if id not in one.plan]
        for wish, tried in (({"must": [id]}, with_it), ({"without": [id]}, without)):
            result = quickwin.plan(loaded, **wish)
            assert result.status == ("optimal" if tried else "infeasible")
            if tried:
                assert result.benefit == pytest.approx(max(tried), abs=EQUAL)
                assert result.against is not None
                assert result.against.benefit == pytest.approx(outcome.best, abs=EQUAL)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_locked_program_starts_in_its_month(seed: int, tmp_path: Path) -> None:
    study, outcome = possible(seed)
    loaded = opened(study, tmp_path, seed)
    for id, candidate in sorted(outcome.facts.candidates.items())[:2]:
        for month in candidate.window[:2]:
            tried = [one.benefit for one in outcome.choices if one.plan.get(id) == month]
            result = quickwin.plan(loaded, lock=[f"{id}@{month}"])
            assert result.benefit == (pytest.approx(max(tried), abs=EQUAL) if tried else None)


def in_all(study: Study) -> Study:
    """The study without any limit of money."""
    return replace(study, plan=replace(study.plan or Binding(), budget=None))


def nondominated(choices: list[Choice]) -> Iterator[Choice]:
    """The plans than which none brings as much for less, or more for as much."""
    most = -1.0
    for one in sorted(choices, key=lambda one: (one.spending, -one.benefit)):
        if one.benefit > most + EQUAL:
            most = one.benefit
            yield one


@pytest.mark.parametrize("seed", SEEDS)
def test_every_efficient_set_is_found_and_no_other(seed: int, tmp_path: Path) -> None:
    study, _ = possible(seed)
    tried = list(nondominated(planned(in_all(study)).choices))
    dearest = float(max(one.spending for one in tried))
    result = quickwin.plan(opened(study, tmp_path, seed), between=(0.0, dearest + 1.0))
    wanted = {(round(float(one.spending)), round(one.benefit, 2)) for one in tried}
    shown = {(round(one.spent or 0.0), round(one.benefit or 0.0, 2)) for one in result.frontier}
    assert shown <= wanted
    assert {benefit for _, benefit in shown} >= {round(tried[-1].benefit, 2)}
    for one, other in pairwise(result.frontier):
        assert (one.spent or 0) < (other.spent or 0)
        assert (one.benefit or 0) < (other.benefit or 0)
    stretches = [(one.least or 0, one.spent or 0) for one in result.frontier]
    for money, _ in wanted - shown:  # the same programs, starting later; or nearer to another than a billionth
        assert any(least - 10 <= money <= spent + 10 for least, spent in stretches)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plan_for_an_amount_is_the_best_for_it(seed: int, tmp_path: Path) -> None:
    study, _ = possible(seed)
    choices = planned(in_all(study)).choices
    amounts = [0.0, float(max(one.spending for one in choices)) / 2]
    result = quickwin.plan(opened(study, tmp_path, seed), budgets=amounts)
    for one in result.frontier:
        tried = [choice.benefit for choice in choices if choice.spending <= one.budget]
        assert one.benefit == (pytest.approx(max(tried), abs=EQUAL) if tried else None)


def paths(limit: str, of: str, study: Study) -> dict[str, object] | None:
    """What a step more of a limit is as a setting, where one setting is that step."""
    plan = study.plan or Binding()
    if limit.startswith("dimensions.") and plan is not None:
        quota = study.dimensions[of].quota
        return None if quota is None else {limit: quota_plus(quota)}
    return None


def quota_plus(quota: object) -> object:
    return [quota[0], quota[1] + 1] if isinstance(quota, tuple) else int(str(quota)) + 1


@pytest.mark.parametrize("seed", SEEDS)
def test_a_step_more_brings_what_planning_with_it_brings(seed: int, tmp_path: Path) -> None:
    study, outcome = possible(seed)
    folder = write(study, tmp_path, seed)
    result = quickwin.plan(quickwin.load(folder), binds=True)
    for one in result.binds or ():
        if one.kind == "quota":
            settings = paths(one.constraint, one.of, study)
            if settings is not None:
                again = quickwin.plan(quickwin.load(folder, set=settings))
                assert one.gain == pytest.approx(max((again.benefit or 0) - outcome.best, 0.0), abs=2 * EQUAL)
        elif one.kind == "money":
            freed = planned(study, unfunded=True)
            assert one.gain == pytest.approx(freed.best - outcome.best, abs=2 * EQUAL)
