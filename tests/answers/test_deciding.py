"""Which weights decide, and what would put a program first: against ranking again with other weights."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from tests.oracle.inventing import invented
from tests.oracle.writing import write
from tests.written import study

import quickwin

SMALL = 1e-5


def sets(ranking: quickwin.Ranking, top: int) -> dict[str, set[str]]:
    """The first place, the top and the quick wins of a ranking."""
    return {
        "first": {one.id for one in ranking if one.rank == 1},
        "top": {one.id for one in ranking if one.rank <= top},
        "quick_wins": {one.id for one in ranking if one.class_ == "quick win"},
    }


@pytest.mark.parametrize("seed", range(50))
def test_within_its_span_a_set_stays_and_beyond_it_turns(seed: int, tmp_path: Path) -> None:
    folder = write(invented(seed), tmp_path, seed)
    given = quickwin.load(folder)
    deciding = quickwin.robust(given, draws=20).deciding
    now = sets(quickwin.rank(given), 3)
    for weight in deciding.weights[:4]:
        for name, stays in now.items():
            span = getattr(weight, name)
            assert 0 <= span.low <= weight.share <= span.high <= 1
            for share, turn in ((span.low + SMALL, span.below), (span.high - SMALL, span.above)):
                if span.low + SMALL < share + SMALL / 2 < span.high:
                    assert sets(ranked(folder, weight.criterion, share), 3)[name] == stays
                beyond = share - 2 * SMALL if turn is span.below else share + 2 * SMALL
                if turn is not None and SMALL < beyond < 1 - SMALL:
                    after = sets(ranked(folder, weight.criterion, beyond), 3)[name]
                    assert after != stays, (weight.criterion, name, turn)
                    assert turn.program in after ^ stays or turn.passes in after ^ stays


def ranked(folder: Path, key: str, share: float) -> quickwin.Ranking:
    return quickwin.rank(quickwin.load(folder, weights={key: f"{share:.12f}"}))


CRITERIA = """
    criteria:
      a: {worst: 0, best: 1, weight: 50}
      b: {worst: 0, best: 1, weight: 30}
      c: {worst: 0, best: 1, weight: 20}
    readiness: {delay: 0, loss: 0}
"""


def programs(*values: tuple[float, float, float], months: tuple[int, ...] = ()) -> dict[str, str]:
    return {
        f"p{at}": f"name: P{at}\ntime_to_benefit: {months[at] if months else 0}\nreadiness: 5\n"
        f"impact: {{a: {a}, b: {b}, c: {c}}}\n"
        for at, (a, b, c) in enumerate(values)
    }


def test_a_turn_is_where_two_scores_meet(tmp_path: Path) -> None:
    given = study(tmp_path, CRITERIA, programs((0.9, 0.2, 0.2), (0.4, 0.8, 0.6)))
    by_key = {one.criterion: one for one in quickwin.robust(given, draws=20).deciding.weights}
    # p0: 0.9 s + 0.2 (1 − s); p1: 0.4 s + (0.3 · 0.8 + 0.2 · 0.6) / 0.5 · (1 − s): level at s = 0.52 / 1.02
    assert by_key["a"].first.below is None
    level = 0.52 / 1.02
    assert by_key["a"].share == 0.5
    assert by_key["a"].first.above
    assert by_key["a"].first.above.share == pytest.approx(level)
    assert (by_key["a"].first.above.program, by_key["a"].first.above.passes) == ("p0", "p1")


def test_a_criterion_without_a_rival_cannot_be_moved(tmp_path: Path) -> None:
    criteria = "criteria: {a: {worst: 0, best: 1}, f: {worst: 0, best: 1, factor: true}}\n"
    given = study(tmp_path, criteria, {"p": "name: P\ntime_to_benefit: 1\nimpact: {a: 1, f: 1}\n"})
    result = quickwin.robust(given, draws=20)
    assert result.deciding.weights == ()
    assert [table.title for table in result.tables()] == ["", "What is worth finding out"]


VALUES = [(0.9, 0.2, 0.3), (0.3, 0.8, 0.4), (0.4, 0.4, 0.8), (0.5, 0.5, 0.5), (0.2, 0.2, 0.2)]
MONTHS = (2, 4, 0, 3, 0)


@pytest.mark.parametrize("model", ["", "model: {kind: sum, impact: 60, time: 40}\n"])
@pytest.mark.parametrize("program", range(5))
def test_no_smaller_change_puts_a_program_first(program: int, model: str, tmp_path: Path) -> None:
    given = study(tmp_path, CRITERIA + f"    {model}", programs(*VALUES, months=MONTHS))
    found = quickwin.robust(given, draws=20, first=f"p{program}").promotion
    assert found
    values, left = np.array(VALUES), 1 - np.array(MONTHS) / 24
    steps = 200
    grid = np.array([(x, y, steps - x - y) for x, y in product(range(steps + 1), repeat=2) if x + y <= steps]) / steps
    scores = (0.6 * grid @ values.T + 0.4 * left) if model else grid @ values.T * left
    wins = (scores[:, [program]] >= scores - 1e-12).all(axis=1)
    changes = np.abs(grid - [0.5, 0.3, 0.2]).sum(axis=1)
    if found.then is None:
        assert not wins.any()
        assert found.change is None
        return
    assert found.change == pytest.approx(sum(abs(found.then[key] - found.now[key]) for key in "abc"))
    assert found.change <= changes[wins].min() + 1e-9
    assert found.change >= changes[wins].min() - 4 / steps
    assert sum(found.then.values()) == pytest.approx(1)
    again = quickwin.load(
        tmp_path / "programs", set={f"{key}.weight": f"{100 * share:.9f}" for key, share in found.then.items()}
    )
    ranking = quickwin.rank(again)
    assert ranking[f"p{program}"].score >= ranking[0].score - 1e-6


def test_a_program_that_is_first_needs_no_change(tmp_path: Path) -> None:
    given = study(tmp_path, CRITERIA, programs(*VALUES))
    found = quickwin.robust(given, draws=20, first="P0").promotion
    assert found
    assert found.change == pytest.approx(0, abs=1e-9)
    assert list(found.sentences()) == ["P0 is first with the weights as they are."]


def test_the_settings_that_are_told_put_it_level(tmp_path: Path) -> None:
    criteria = """
        criteria:
          g: {weight: 3, criteria: {a: {worst: 0, best: 1, weight: 10}, b: {worst: 0, best: 1, weight: 30}}}
          c: {worst: 0, best: 1, weight: 2}
        readiness: {delay: 0, loss: 0}
    """
    given = study(tmp_path, criteria, programs((0.9, 0.2, 0.3), (0.3, 0.8, 0.4), (0.4, 0.4, 0.8)))
    found = quickwin.robust(given, draws=20, first="p0").promotion
    assert found
    changes = dict(one.split("=") for one in found.settings)
    ranking = quickwin.rank(quickwin.load(tmp_path / "programs", set=changes))
    assert ranking["p0"].score == pytest.approx(ranking[0].score, abs=0.02)
    assert "To try it, call quickwin rank as you called this, and with: --set " in "\n".join(found.sentences())


def test_who_shares_the_first_place_is_told_so(tmp_path: Path) -> None:
    given = study(tmp_path, CRITERIA, programs(VALUES[0], VALUES[0], VALUES[4]))
    found = quickwin.robust(given, draws=20, first="p1").promotion
    assert found
    assert list(found.sentences()) == ["P1 is first already, level with P0."]


def test_where_all_criteria_are_factors_no_weight_is_moved(tmp_path: Path) -> None:
    criteria = "criteria: {f: {worst: 0, best: 1, factor: true}}\nreadiness: {delay: 0, loss: 0}\n"
    texts = {f"p{at}": f"name: P{at}\ntime_to_benefit: 0\nimpact: {{f: {f}}}\n" for at, f in enumerate((1, 0.5))}
    given = study(tmp_path, criteria, texts)
    first, second = (quickwin.robust(given, draws=20, first=id).promotion for id in ("p0", "p1"))
    assert first
    assert second
    assert list(first.sentences()) == ["P0 is first with the weights as they are."]
    assert second.then is None


@pytest.mark.parametrize("seed", range(40))
def test_the_other_form_is_the_order_with_reach_turned(seed: int, tmp_path: Path) -> None:
    folder = write(invented(seed), tmp_path, seed)
    given = quickwin.load(folder)
    form = quickwin.robust(given, draws=10).other_form
    criteria = given.judge.criteria.criteria
    reach = [key for key, one in criteria.items() if one.measure == "beneficiaries"]
    if not reach:
        assert form is None
        return
    key = reach[0]
    others = [one.weight.point for name, one in criteria.items() if name != key and not one.factor]
    if criteria[key].factor:
        turned: dict[str, object] = {f"{key}.factor": None, f"{key}.weight": sum(others) / len(others) if others else 1}
    else:
        turned = {f"{key}.weight": None, f"{key}.factor": True}
    if not criteria[key].factor and others and not sum(others):
        assert form is None
        return
    ranking = quickwin.rank(quickwin.load(folder, set=turned))
    assert form
    assert [one.id for one in form] == [one.id for one in ranking]
    assert [one.score for one in form] == pytest.approx([one.score for one in ranking], abs=1e-9)
    assert [one.rank for one in form] == [one.rank for one in ranking]
