"""What must hold of every ranking, whatever the study."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.oracle.inventing import invented
from tests.oracle.studies import Criterion, Estimate, Program, Study
from tests.oracle.writing import write
from tests.written import study as written

import quickwin

SEEDS = range(200, 212)


def ranked(study: Study, folder: Path, spelling: int = 1) -> dict[str, dict[str, Any]]:
    """The programs of a study's ranking by id, in its order."""
    folder.mkdir(exist_ok=True)
    document = quickwin.rank(quickwin.load(write(study, folder, spelling))).document()
    return {one["id"]: one for one in document["programs"]}


def assert_alike(one: Mapping[str, dict[str, Any]], other: Mapping[str, dict[str, Any]]) -> None:
    """The same programs in the same order with the same numbers."""
    assert list(one) == list(other)
    for id, row in one.items():
        for key, value in row.items():
            if key == "assumed":
                assert sorted(value) == sorted(other[id][key])
            elif key in {"criteria", "costs_most"} and value is not None:
                assert other[id][key] == approximately(value), (id, key)
            else:
                assert other[id][key] == (
                    pytest.approx(value, rel=1e-12, abs=1e-9) if isinstance(value, float) else value
                )


def approximately(document: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: approximately(value)
        if isinstance(value, Mapping)
        else pytest.approx(value, rel=1e-12, abs=1e-9)
        if isinstance(value, float)
        else value
        for key, value in document.items()
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_spelling_order_of_files_keys_and_criteria_do_not_matter(seed: int, tmp_path: Path) -> None:
    study = invented(seed)

    def reversed_below(one: Criterion) -> Criterion:
        return replace(one, children=tuple(map(reversed_below, reversed(one.children))))

    other = replace(
        study,
        criteria=tuple(map(reversed_below, reversed(study.criteria))),
        programs=tuple(reversed(study.programs)),
    )
    one, two = ranked(study, tmp_path / "one"), ranked(other, tmp_path / "two", spelling=2)
    for row in [*one.values(), *two.values()]:
        row["missing"].sort()
    assert_alike(one, two)


@pytest.mark.parametrize("seed", SEEDS)
def test_scores_and_their_factors_lie_between_their_ends(seed: int, tmp_path: Path) -> None:
    for row in ranked(invented(seed), tmp_path).values():
        assert 0 <= row["score"] <= 100
        for key in ("impact", "coverage", "timeliness", "delivery", "priority", "readiness"):
            assert 0 <= row[key] <= 1, key
        assert sum(one["weight"] or 0 for one in row["criteria"].values()) == pytest.approx(
            0 if all(one["weight"] is None for one in row["criteria"].values()) else 1
        )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_dominated_program_never_ranks_above_its_dominator(seed: int, tmp_path: Path) -> None:
    study = invented(seed)
    before = study.programs[0]
    better = replace(
        before,
        id="aa-better",
        time_to_benefit=Estimate(value=Fraction(0)),
        readiness=Estimate(value=study.readiness.scale[1]),
        funding="secured",
        reachable=Estimate(value=Fraction(1)),
        lasts=None,
    )
    rows = ranked(replace(study, programs=(*study.programs, better)), tmp_path)
    high, low = rows["aa-better"], rows[before.id]
    assert high["rank"] <= low["rank"]
    for key in ("score", "coverage", "timeliness", "delivery", "readiness"):
        assert high[key] >= low[key] - 1e-12, key
    assert list(rows).index("aa-better") < list(rows).index(before.id)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_program_less_changes_no_other_score(seed: int, tmp_path: Path) -> None:
    study = invented(seed)
    named = {id for one in study.programs for id in (*one.depends_on, *one.conflicts_with)}
    without: tuple[Program, ...] = tuple(one for one in study.programs if one.id in named) or study.programs[:1]
    whole = ranked(study, tmp_path / "whole")
    few = ranked(replace(study, programs=without), tmp_path / "few")
    for row in [*whole.values(), *few.values()]:
        del row["rank"]
    assert_alike(few, {id: whole[id] for id in whole if id in few})


@pytest.mark.parametrize("seed", SEEDS)
def test_doubling_all_weights_changes_nothing(seed: int, tmp_path: Path) -> None:
    study = invented(seed)

    def doubled(one: Criterion) -> Criterion:
        weight = one.weight or Estimate(value=Fraction(1))
        twice = {
            key: None if (number := getattr(weight, key)) is None else 2 * number for key in ("value", "low", "high")
        }
        return replace(
            one,
            weight=None
            if one.factor
            else replace(weight, **twice, raters=tuple((who, 2 * number) for who, number in weight.raters)),
            children=tuple(map(doubled, one.children)),
        )

    pillars = tuple(
        replace(one, weight=2 * (1 if one.weight is None else one.weight)) for one in study.readiness.pillars
    )
    other = replace(
        study,
        criteria=tuple(map(doubled, study.criteria)),
        readiness=replace(study.readiness, pillars=pillars),
        model=None if study.model is None else (2 * study.model[0], 2 * study.model[1]),
    )
    assert_alike(ranked(study, tmp_path / "one"), ranked(other, tmp_path / "two"))


CRITERIA = """
    start: 2022-09-01
    context: {facts: {people: 1000}, coverage: {internet: 60%}}
    dimensions: {society: {priority: 90%}}
    readiness: {pillars: {structure: {items: [staff, budget]}, digital: {}}}
    budget_opens: {next: 2023-01-01}
    criteria:
      ease: {worst: 1, best: 5, weight: 60}
      reach: {measure: beneficiaries, per: people, curve: [[0, 0], [1, 1]], weight: 40}
"""
PROGRAM = """
    name: Counter
    dimension: society
    time_to_benefit: 6
"""
OPTIONAL = """
    id subdimension owner partners problem target_group fallback beneficiaries lasts impact needs provides reachable
    cost funding readiness depends_on conflicts_with kpi legal_basis evidence note
"""


@pytest.mark.parametrize("key", OPTIONAL.split())
def test_null_is_the_same_as_left_out_in_a_program(key: str, tmp_path: Path) -> None:
    bare = written(tmp_path / "bare", CRITERIA, {"counter": PROGRAM})
    null = written(tmp_path / "null", CRITERIA, {"counter": PROGRAM + f"    {key}: null\n"})
    assert quickwin.rank(bare).programs == quickwin.rank(null).programs


@pytest.mark.parametrize(
    "below",
    ["impact: {ease: null}", "readiness: {structure: {staff: }, digital: ~}", "cost: {capex: null, opex_per_year: ~}"],
)
def test_null_is_the_same_as_left_out_below(below: str, tmp_path: Path) -> None:
    bare = written(tmp_path / "bare", CRITERIA, {"counter": PROGRAM})
    null = written(tmp_path / "null", CRITERIA, {"counter": PROGRAM + f"    {below}\n"})
    assert quickwin.rank(bare).programs == quickwin.rank(null).programs


CRITERIA_KEYS = """
    quickwin title round start deadline horizon discount_rate context quick_win readiness dimensions budget_opens
    plan model
"""


@pytest.mark.parametrize("key", CRITERIA_KEYS.split())
def test_null_is_the_same_as_left_out_in_criteria(key: str, tmp_path: Path) -> None:
    bare = "criteria: {ease: {worst: 1, best: 5, weight: null, note: ~}}\n"
    programs = {"counter": "name: Counter\ntime_to_benefit: 6\nimpact: {ease: 4}\n"}
    one = written(tmp_path / "bare", bare, programs)
    other = written(tmp_path / "null", f"{key}: null\n{bare}", programs)
    assert quickwin.rank(one).programs == quickwin.rank(other).programs
