"""Plans over draws, where the chances are known exactly; and what carrying a plan out comes to, by hand."""

from pathlib import Path

import numpy as np
import pytest
from tests.engine.portfolios import portfolio

import quickwin
from quickwin.engine.planning.portfolio import NEVER, Budget, Follows
from quickwin.engine.planning.sampling import as_it_goes, carried_out, core_index
from quickwin.engine.planning.search import Found

DRAWS = 400
ERRORS = 4.5
"""Standard errors that a share may be off."""

CRITERIA = "criteria: {ease: {worst: 1, best: 5}}\nhorizon: 12\nplan: {total: 1}\n"
PROGRAM = "name: {name}\ntime_to_benefit: 0\nreadiness: 5\nimpact: {{ease: {ease}}}\n"


@pytest.fixture
def study(tmp_path: Path) -> quickwin.Study:
    """One of two: the first brings 75 points, the second anything from 0 to 100."""
    (tmp_path / "criteria.yaml").write_text(CRITERIA)
    (tmp_path / "programs").mkdir()
    for name, ease in (("sure", "4"), ("open", "{low: 1, high: 5}")):
        (tmp_path / "programs" / f"{name}.yaml").write_text(PROGRAM.format(name=name, ease=ease))
    return quickwin.load(tmp_path / "programs")


def test_the_core_index_is_the_chance_to_be_in_the_best_plan(study: quickwin.Study) -> None:
    found = quickwin.plan(study, robust=True, draws=DRAWS).sure
    assert found is not None
    index = {one.id: one.core_index for one in found.programs}
    assert index["open"] == pytest.approx(0.25, abs=ERRORS * np.sqrt(0.25 * 0.75 / DRAWS))
    assert index["sure"] == pytest.approx(1 - index["open"])
    assert found.possible == DRAWS


def test_expected_benefit_and_loss_are_those_of_the_distribution(study: quickwin.Study) -> None:
    """The better of 75 and of anything up to 100 is 75 in three of four draws, else 87.5 on average: 78.125."""
    found = quickwin.plan(study, robust=True, draws=DRAWS).sure
    assert found is not None
    assert found.plan.starts == found.best_expected.starts == {"sure": 0}
    assert found.plan.expected == pytest.approx(75)
    assert found.plan.interval == pytest.approx((75, 75))
    spread = np.sqrt(75**2 * 0.75 + (100**3 - 75**3) / 300 - 78.125**2)
    assert found.bound == pytest.approx(78.125, abs=ERRORS * spread / np.sqrt(DRAWS))
    assert found.plan.mean_loss == pytest.approx(found.bound - 75)
    assert 20 < found.plan.worst_loss <= 25
    assert found.plan.overspent == 0


def test_a_plan_that_hangs_on_one_number_names_it(study: quickwin.Study) -> None:
    found = quickwin.plan(study, robust=True, draws=DRAWS, must=["open"]).sure
    assert found is not None
    assert [(one.id, one.path) for one in found.hangs_on] == [("open", "impact.ease")]
    assert found.hangs_on[0].share == pytest.approx(1)
    assert found.hangs_on[0].better


def test_the_same_seed_gives_the_same_and_another_does_not(study: quickwin.Study) -> None:
    one, same, other = (quickwin.plan(study, robust=True, draws=50, seed=seed).document() for seed in (1, 1, 2))
    assert one == same
    assert one["robust"] != other["robust"]


def test_costs_are_drawn_too(tmp_path: Path) -> None:
    """Up to 200 where there are 100: it is too dear in half of the draws, and then the best plan is to do nothing."""
    (tmp_path / "criteria.yaml").write_text(CRITERIA.replace("total: 1", "budget: 100"))
    (tmp_path / "programs").mkdir()
    text = PROGRAM.format(name="dear", ease="5") + "cost: {capex: {low: 0, likely: 100, high: 200}}\n"
    (tmp_path / "programs" / "dear.yaml").write_text(text)
    found = quickwin.plan(quickwin.load(tmp_path / "programs"), robust=True, draws=DRAWS).sure
    assert found is not None
    off = ERRORS * np.sqrt(0.25 / DRAWS)
    assert found.plan.overspent == pytest.approx(0.5, abs=off)
    assert found.programs[0].core_index == pytest.approx(1 - found.plan.overspent)


def test_who_follows_another_waits_and_what_cannot_begin_does_not() -> None:
    """Work of 4 months in place of 2: the second waits until 4; the third would begin at the horizon."""
    follows = (Follows(1, 0), Follows(2, 1))
    slow = portfolio(3, horizon=8, durations=[4, 4, 4])
    planned = np.array([0, 2, 4])
    assert as_it_goes(slow, follows, planned).tolist() == [0, 4, NEVER]
    carried = carried_out([portfolio(3, horizon=8), slow], follows, planned)
    assert carried.benefit.tolist() == pytest.approx([100 * (6 + 4 + 2) / 8, 100 * 4 / 8])


def test_a_plan_that_spends_too_much_is_counted() -> None:
    cheap, dear = portfolio(1, capex=[5.0]), portfolio(1, capex=[6.0])
    carried = carried_out([cheap, dear, dear], (Budget(np.arange(10) >= 0, 5.0),), np.array([0]))
    assert carried.overspent.tolist() == [0, 1, 1]


def test_draws_without_a_plan_do_not_count_in_the_core_index() -> None:
    plans = [np.array([0, NEVER]), np.array([3, 1]), None]
    found = [Found("optimal" if starts is not None else "infeasible", starts, 1.0, 1.0) for starts in plans]
    assert core_index(found, 2).tolist() == [1.0, 0.5]
    assert core_index(found[2:], 2).tolist() == [0, 0]
