"""Plans of small portfolios: what they bring by hand, and the best of them against trying all."""

from itertools import chain, combinations

import numpy as np
import pytest
from tests.engine.portfolios import every_plan, excess, invented, keeps, portfolio

from quickwin.engine.planning.clash import least_to_give_way, room, smallest_clash
from quickwin.engine.planning.exchange import from_the_top
from quickwin.engine.planning.keeping import Keeper
from quickwin.engine.planning.outcome import outcome
from quickwin.engine.planning.portfolio import NEVER, AtLeast, AtMost, Budget, Constraints, Follows, Lift, Team
from quickwin.engine.planning.search import EQUAL, best

MONTHS = np.arange(10)


def test_what_a_plan_brings_is_worked_out_month_by_month() -> None:
    """Of ten months the first is felt in 2, 3, 4 and half of 5, and reaches half; the second lifts it from 5 on."""
    lift = Lift(np.array([0.5]), np.array([1]), np.array([[0.2]]), np.array([False]))
    made = portfolio(
        2, opens=[0, 3], lasts=[3.5, np.inf], covered=[0.5, 1.0], capex=[7.0, 1.0], running=[2.0, 0.0], lifts={0: lift}
    )
    result = outcome(made, np.array([0, 3]))
    assert result.alone.tolist() == pytest.approx([17.5, 50.0])
    assert result.benefit.tolist() == pytest.approx([17.5 + 0.2 * 5, 50.0])
    assert result.spending[0].tolist() == [7, 0, 2, 2, 2, 2, 0, 0, 0, 0]  # a month begun costs a month
    assert result.coverage[0, 2:6].tolist() == pytest.approx([0.5, 0.5, 0.5, 0.7])
    assert np.isnan(result.coverage[0, [0, 1, 6]]).all()


def test_a_later_month_is_worth_less_where_it_is_discounted() -> None:
    made = portfolio(1, horizon=2, discount_rate=0.21, durations=[1])
    monthly = 1.21 ** (1 / 12)
    assert outcome(made, np.array([0])).total == pytest.approx(100 / (1 + monthly))


def test_a_plan_that_is_not_there_brings_and_costs_nothing() -> None:
    result = outcome(portfolio(2, capex=[5.0, 5.0]), np.array([NEVER, NEVER]))
    assert (result.total, result.spent) == (0.0, 0.0)


@pytest.mark.parametrize("seed", range(60))
def test_no_plan_is_better_than_the_best(seed: int) -> None:
    made, constraints = invented(seed)
    tried = [starts for starts in every_plan(made) if all(keeps(made, starts, one) for one in constraints)]
    found = best(made, constraints)
    if not tried:
        assert found.status == "infeasible"
        return
    assert found.starts is not None
    assert found.status == "optimal"
    assert all(keeps(made, found.starts, one) for one in constraints)
    benefits = np.array([outcome(made, starts).total for starts in tried])
    assert found.benefit == pytest.approx(benefits.max(), abs=EQUAL)
    assert found.bound >= benefits.max() - 1e-9
    as_good = [outcome(made, starts).spent for starts in tried if outcome(made, starts).total >= found.benefit - 1e-9]
    assert outcome(made, found.starts).spent == pytest.approx(min(as_good))


@pytest.mark.parametrize("seed", range(40))
def test_the_keeper_knows_what_one_more_program_would_break(seed: int) -> None:
    made, constraints = invented(seed)
    rng = np.random.default_rng(seed)
    plans = [starts for starts in every_plan(made) if (starts == NEVER).any()]
    for starts in (plans[at] for at in rng.integers(len(plans), size=5)):
        if not all(keeps(made, starts, one) for one in constraints if not isinstance(one, AtLeast)):
            continue
        keeper = Keeper(made, constraints, starts)
        for program in np.flatnonzero(starts == NEVER).tolist():
            for month in keeper.months(program).tolist():
                more = starts.copy()
                more[program] = month
                told = set(keeper.broken(program, month))
                broken = {
                    place
                    for place, one in enumerate(constraints)
                    if isinstance(one, (AtMost, Team, Budget)) and not keeps(made, more, one)
                }
                assert told == broken


def test_a_budget_is_kept_to_the_last_unit() -> None:
    """A solver takes a share of a billionth of a large budget for nothing; the plan is sought anew."""
    made = portfolio(2, capex=[10_000_000_000.0, 15_000_000_001.0], worth=[60.0, 70.0])
    within = (Budget(MONTHS >= 0, 25_000_000_000.0),)
    found = best(made, within)
    assert found.starts is not None
    assert found.starts.tolist() == [NEVER, 0]
    enough = best(made, (Budget(MONTHS >= 0, 25_000_000_001.0),))
    assert enough.starts is not None
    assert enough.starts.tolist() == [0, 0]


def test_of_equal_plans_the_cheaper_is_taken_and_then_the_earlier() -> None:
    twins = portfolio(3, capex=[3.0, 2.0, 2.0], lasts=[2.0, 2.0, 2.0], opens=[0, 3, 1])
    found = best(twins, (AtMost(np.arange(3), 1),))
    assert found.starts is not None
    assert found.starts.tolist() == [NEVER, NEVER, 1]  # felt for two months in any case


def test_who_follows_another_waits_for_it() -> None:
    made = portfolio(2, durations=[3, 1])
    found = best(made, (Follows(1, 0),))
    assert found.starts is not None
    assert found.starts.tolist() == [0, 3]


def test_from_the_top_each_is_taken_as_early_as_it_fits() -> None:
    made = portfolio(4, capex=[5.0, 5.0, 5.0, 1.0])
    constraints: Constraints = (Follows(3, 2), Budget(MONTHS >= 0, 11.0), Team(np.array([0, 1]), 1))
    assert from_the_top(made, constraints, [3, 0, 1, 2]).tolist() == [0, 2, NEVER, NEVER]
    assert from_the_top(made, constraints, [3, 2, 0, 1]).tolist() == [0, NEVER, 0, 2]


@pytest.mark.parametrize("seed", range(100))
def test_the_smallest_clash_is_the_smallest(seed: int) -> None:
    made, constraints = invented(seed, many=3, horizon=4)
    plans = every_plan(made)
    kept = [[keeps(made, starts, one) for one in constraints] for starts in plans]
    if any(all(row) for row in kept):
        return
    groups = [(one,) for one in constraints]
    clash = smallest_clash(made, groups)

    def clashes(places: tuple[int, ...]) -> bool:
        return not any(all(row[place] for place in places) for row in kept)

    subsets = chain.from_iterable(combinations(range(len(constraints)), size) for size in range(len(clash)))
    assert clashes(clash)
    assert not any(clashes(subset) for subset in subsets)
    fewest = min(sum(not one for one in row) for row in kept)
    given_way = least_to_give_way(made, groups)
    assert given_way is not None
    assert len(given_way) == fewest


@pytest.mark.parametrize("seed", range(100))
def test_a_limit_need_give_way_so_far_and_no_farther(seed: int) -> None:
    made, constraints = invented(seed, many=3, horizon=4)
    plans = every_plan(made)
    if any(all(keeps(made, starts, one) for one in constraints) for starts in plans):
        return
    groups = [(one,) for one in constraints]
    for place, one in enumerate(constraints):
        others = [other for number, other in enumerate(constraints) if number != place]
        able = [starts for starts in plans if all(keeps(made, starts, other) for other in others)]
        found = room(made, groups, place)
        assert (found is None) == (not able)
        if found is not None:
            assert found.units == pytest.approx(min(excess(made, starts, one) for starts in able), abs=1e-6)


def test_a_search_without_time_says_how_much_better_a_plan_could_be() -> None:
    made, constraints = invented(3, many=7, horizon=9)
    start = np.full(7, NEVER, dtype=np.intp)
    free = tuple(one for one in constraints if not isinstance(one, AtLeast))
    found, proven = best(made, free, start=start, time_limit=0.0), best(made, free)
    assert found.status in {"feasible", "unknown", "optimal"}
    assert found.bound >= proven.benefit - 1e-9
    assert found.gap >= 0
