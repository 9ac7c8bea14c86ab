"""The product's plan against every plan of a small random study, tried one by one."""

from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from tests.oracle.comparing_plans import judged, plan_differences
from tests.oracle.inventing_plans import invented_for_plan, unbound_plans
from tests.oracle.planning import document_of, every_plan
from tests.oracle.planning_facts import Facts
from tests.oracle.planning_rules import broken
from tests.oracle.scoring import ranking
from tests.oracle.studies import Binding, Estimate

BUNDLES, SEEDS = 30, 10


@pytest.mark.parametrize("bundle", range(BUNDLES))
def test_no_plan_of_a_random_study_is_better_than_the_product_s(bundle: int, tmp_path: Path) -> None:
    seeds = range(bundle * SEEDS, (bundle + 1) * SEEDS)
    assert [line for seed in seeds for line in plan_differences(seed, tmp_path / str(seed))] == []


@pytest.mark.parametrize("seed", range(40))
def test_where_months_are_whole_a_benefit_is_the_score(seed: int) -> None:
    made = invented_for_plan(seed)
    whole = [
        replace(each, time_to_benefit=Estimate(value=Fraction(1 + index))) for index, each in enumerate(made.programs)
    ]
    readiness = replace(made.readiness, delay=Fraction(0))
    plain = replace(made, programs=tuple(whole), readiness=readiness, budget_opens={}, model=None, plan=Binding())
    facts = Facts(plain)
    rows = {row["id"]: row for row in ranking(plain)}
    for key, row in rows.items():
        plan = {each: round(rows[each]["start"]) for each in (key, *facts.candidates[key].before)}
        benefit = facts.benefit(key, plan[key], facts.providers(key, plan))
        assert benefit == pytest.approx(row["score"], abs=1e-9)


SMALL = [seed for seed in range(60) if unbound_plans(invented_for_plan(seed)) < 1200]


@pytest.mark.parametrize("seed", SMALL)
def test_the_plans_are_all_that_break_nothing(seed: int) -> None:
    facts = Facts(invented_for_plan(seed))
    keys = sorted(facts.candidates)
    starts = [[None, *facts.candidates[key].window] for key in keys]
    plans = [
        {key: start for key, start in zip(keys, chosen, strict=True) if start is not None}
        for chosen in product(*starts)
    ]
    possible = [plan for plan in plans if not broken(facts, plan)]
    found = list(every_plan(facts))
    assert len(found) == len(possible)
    assert all(plan in possible for plan in found)


@pytest.mark.parametrize("bundle", range(6))
def test_the_preferred_plan_has_no_fault(bundle: int) -> None:
    for seed in range(bundle * SEEDS, (bundle + 1) * SEEDS):
        made = invented_for_plan(seed)
        assert list(judged(made, document_of(made))) == []
