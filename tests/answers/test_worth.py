"""What is worth finding out, against gains worked out by hand and by integration."""

from pathlib import Path

import numpy as np
import pytest
from tests.oracle.inventing import invented
from tests.oracle.writing import write
from tests.written import study

import quickwin
from quickwin.answers.worth import Known
from quickwin.engine.draw import Manner
from quickwin.engine.information import NEGLIGIBLE
from quickwin.engine.simulation import Goal, block_size, simulate
from quickwin.study.arrays import arrays
from quickwin.study.doubt import doubtful

DRAWS = 40_000
CRITERIA = """
    criteria:
      a: {worst: 0, best: 1, weight: 50}
      b: {worst: 0, best: 1, weight: 50}
    readiness: {delay: 0, loss: 0}
"""


def program(a: str, b: str, more: str = "") -> str:
    return f"name: P\ntime_to_benefit: 0\nreadiness: 5\nimpact:\n  a: {a}\n  b: {b}\n{more}"


def told(
    folder: Path, programs: dict[str, str], *, top: int = 1, spread: float = 0.0, criteria: str = CRITERIA
) -> quickwin.Robustness:
    return quickwin.robust(study(folder, criteria, programs), draws=DRAWS, top=top, spread=spread)


def known(result: quickwin.Robustness) -> dict[tuple[str | None, str], Known]:
    return {(one.program, one.path): one for one in result.knowledge.numbers}


def close(one: Known, gain: float) -> bool:
    """Within 4.5 standard errors, and a little for the bends of the line."""
    return abs(one.gain - gain) <= 4.5 * one.error + 0.02 * gain + 0.01


def test_a_lone_number_is_worth_what_the_better_choice_brings(tmp_path: Path) -> None:
    # p: 50; q: uniform from 30 to 80, expected 55, so q is chosen. Known, p is taken below 50: ∫ (50 − x) / 50 dx = 4
    programs = {"p": program("0.5", "0.5"), "q": program("{low: 0, high: 1}", "0.6")}
    result = told(tmp_path, programs)
    (one,) = result.knowledge.numbers
    assert (one.program, one.path, one.stated) == ("q", "impact.a", True)
    assert close(one, 4.0)
    everything = result.knowledge.everything
    assert everything.gain == pytest.approx(4.0, abs=4.5 * everything.error)
    assert result.knowledge.expected == pytest.approx(55, abs=0.5)


def test_of_two_numbers_each_is_worth_its_own_and_both_together_more(tmp_path: Path) -> None:
    programs = {"p": program("0.5", "0.5"), "q": program("{low: 0, high: 1}", "{low: 0.3, high: 0.7}")}
    result = told(tmp_path, programs)
    x, y = np.meshgrid((np.arange(2000) + 0.5) / 20, 30 + (np.arange(2000) + 0.5) / 50)  # q is (x + y) / 2; p is 50
    means = known(result)
    base = 50.0
    wide = np.maximum((x[0] + 50) / 2, 50).mean() - base
    narrow = np.maximum((50 + y[:, 0]) / 2, 50).mean() - base
    assert close(means["q", "impact.a"], wide)
    assert close(means["q", "impact.b"], narrow)
    both = np.maximum((x + y) / 2, 50).mean() - base
    everything = result.knowledge.everything
    assert everything.gain == pytest.approx(both, abs=4.5 * everything.error + 0.01)
    assert wide > narrow
    assert both > wide


def test_a_number_that_changes_no_choice_is_worth_nothing(tmp_path: Path) -> None:
    programs = {"p": program("0.2", "{low: 0, high: 0.2}"), "q": program("{low: 0.6, high: 1}", "0.5")}
    result = told(tmp_path, programs)
    assert result.knowledge.numbers == ()
    assert result.knowledge.everything.gain == 0
    assert result.tables()[-1].rows == ()


def test_two_are_chosen_of_three(tmp_path: Path) -> None:
    # q (uniform 30 to 70, expected 50) competes with p (48) for the second place; r is in anyway
    programs = {"p": program("0.48", "0.48"), "q": program("{low: 0.1, high: 0.9}", "0.5"), "r": program("1", "1")}
    result = told(tmp_path, programs, top=2)
    (one,) = result.knowledge.numbers
    assert (one.program, one.path) == ("q", "impact.a")
    assert close(one, (48 - 30) ** 2 / 2 / 40)
    assert told(tmp_path, programs, top=3).knowledge.numbers == ()


def test_an_ancestors_months_are_worth_what_they_do_to_those_who_wait(tmp_path: Path) -> None:
    programs = {
        "base": program("0", "0").replace("time_to_benefit: 0", "time_to_benefit: {low: 0, high: 24}"),
        "p": program("0.4", "0.5"),
        "q": program("1", "1", "depends_on: [base]\n"),  # uniform from 0 to 100
    }
    result = told(tmp_path, programs)
    (one,) = result.knowledge.numbers
    assert (one.program, one.path) == ("base", "time_to_benefit")
    assert close(one, 45**2 / 2 / 100)


def test_what_nobody_stated_can_be_asked(tmp_path: Path) -> None:
    programs = {"p": program("0.5", "0.4"), "q": "name: Q\ntime_to_benefit: 0\nreadiness: 5\nimpact: {b: 0.5}\n"}
    result = told(tmp_path, programs)  # q: uniform from 25 to 75
    (one,) = result.knowledge.numbers
    assert (one.program, one.path, one.stated) == ("q", "impact.a", False)
    assert close(one, (45 - 25) ** 2 / 2 / 50)


def test_a_weight_that_decides_is_worth_agreeing_on(tmp_path: Path) -> None:
    # w from 25 % to 75 % of the whole at most: u / (u + v), u and v uniform from 0.5 to 1.5
    programs = {"p": program("0.9", "0.2"), "q": program("0.2", "0.9")}
    result = told(tmp_path, programs, spread=0.5)
    (one,) = result.knowledge.numbers
    assert (one.program, one.path) == (None, "a.weight")  # that of b is the rest
    u, v = np.meshgrid(0.5 + (np.arange(1000) + 0.5) / 1000, 0.5 + (np.arange(1000) + 0.5) / 1000)
    share = u / (u + v)
    best = np.maximum(90 * share + 20 * (1 - share), 20 * share + 90 * (1 - share)).mean()
    assert close(one, best - 55)


def test_what_raters_said_is_worth_knowing_together(tmp_path: Path) -> None:
    raters = "{raters: {A: 0.2, B: 1}}"
    programs = {"p": program("0.5", "0.6"), "q": program(raters, "0.5")}
    result = told(tmp_path, programs)  # q: 35, 55 or 75 with chances 1/4, 1/2, 1/4; p: 55
    (one,) = result.knowledge.numbers
    assert (one.program, one.path) == ("q", "impact.a")
    assert close(one, 5.0)


def test_two_that_are_uncertain_by_themselves_are_worth_knowing_together(tmp_path: Path) -> None:
    programs = {"p": program("{low: 0.5, high: 0.6}", "0.5"), "q": program("{low: 0.44, high: 0.55}", "0.5")}
    knowledge = told(tmp_path, programs).knowledge
    x, y = np.meshgrid(50 + 5 * (np.arange(2000) + 0.5) / 2000, 47 + 5.5 * (np.arange(2000) + 0.5) / 2000)
    exact = np.maximum(x, y).mean() - x.mean()
    assert knowledge.everything.gain == pytest.approx(exact, abs=4.5 * knowledge.everything.error)
    assert knowledge.numbers == ()  # known alone, neither turns the choice


def test_a_weight_may_turn_the_choice_to_one_that_is_far_behind_in_the_mean(tmp_path: Path) -> None:
    programs = {"p": program("1", "0.3"), "q": program("0", "0.55"), "r": program("0.1", "0.1")}
    result = quickwin.robust(study(tmp_path, CRITERIA, programs), draws=DRAWS, top=1, weights="any")
    share = (np.arange(100_000) + 0.5) / 100_000
    exact = np.maximum(100 * share + 30 * (1 - share), 55 * (1 - share)).mean() - 65
    (one,) = result.knowledge.numbers
    assert close(one, exact)
    assert result.knowledge.everything.gain == pytest.approx(exact, abs=4.5 * one.error)


def test_what_both_wait_for_turns_nothing(tmp_path: Path) -> None:
    base = program("0", "0").replace("time_to_benefit: 0", "time_to_benefit: {low: 4.8, high: 19.2}")
    programs = {"base": base, **{id: program(a, a, "depends_on: [base]\n") for id, a in (("p", "1"), ("q", "0.6"))}}
    knowledge = told(tmp_path, programs).knowledge
    assert (knowledge.everything.gain, knowledge.numbers) == (0, ())


def test_of_weights_with_ranges_that_which_varies_is_named(tmp_path: Path) -> None:
    criteria = CRITERIA.replace(
        "b: {worst: 0, best: 1, weight: 50}", "b: {worst: 0, best: 1, weight: {value: 0, low: 0, high: 300}}"
    )
    programs = {"p": program("0.6", "0.2"), "q": program("0.2", "0.6")}
    result = quickwin.robust(study(tmp_path, criteria, programs), draws=2000, top=1, weights="intervals")
    assert [one.path for one in result.knowledge.numbers] == ["a.weight"]


@pytest.mark.parametrize("seed", range(15))
def test_knowing_everything_is_worth_the_best_of_each_draw(seed: int, tmp_path: Path) -> None:
    given = quickwin.load(write(invented(seed), tmp_path, seed))
    inputs = arrays(given)
    doubts = doubtful(given, inputs)
    many, top = len(given), 2
    result = simulate(doubts.doubt, Manner("any", 0.5, seed, block_size(doubts.doubt)), np.arange(many), Goal(2000))
    if top >= many:
        return
    means = np.sort(result.scores.mean(axis=1))
    exact = np.sort(result.scores, axis=0)[-top:].sum(axis=0).mean() - means[-top:].sum()
    knowledge = quickwin.robust(given, weights="any", draws=2000, top=top, seed=seed).knowledge
    assert knowledge.everything.gain == pytest.approx(max(exact, 0), abs=many * NEGLIGIBLE)
    for one in knowledge.numbers:
        assert one.gain <= exact + 4.5 * one.error + many * NEGLIGIBLE
