"""What would make a program a quick win: each number that is said is written into the files and judged again."""

import json
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest

import quickwin
from quickwin.answers.explain import Explanation
from quickwin.answers.turns import Turn

Files = dict[str, Any]
"""criteria.yaml as `criteria`, and the programs by id, as plain data (JSON is YAML)."""
LEVELS = {"none": 0, "some": 0.4, "many": 0.6, "most": 1}
TARGET = "counter"


def explained(files: Files, folder: Path) -> Explanation:
    return quickwin.explain(written(files, folder), TARGET)


def written(files: Files, folder: Path) -> quickwin.Study:
    (folder / "programs").mkdir(parents=True, exist_ok=True)
    for id, data in files.items():
        file = folder / ("criteria.yaml" if id == "criteria" else f"programs/{id}.yaml")
        file.write_text(json.dumps(data), encoding="utf-8")
    return quickwin.load(folder / "programs")


def class_with(files: Files, path: str, value: object, folder: Path) -> str:
    """The class of the target when one number is another."""
    changed = deepcopy(files)
    id, _, inner = path.rpartition(":")
    id = id or TARGET
    if path.startswith("coverage."):
        id, inner = "criteria", f"context.{path}"
    holder = changed[id]
    *way, last = inner.split(".")
    for part in way:
        holder = holder.setdefault(part, {})
    holder[last] = value
    return quickwin.rank(written(changed, folder))[TARGET].class_


def invented(seed: int) -> Files:
    """A program, one that it depends on, and another one, near the thresholds more often than not."""
    rng = Random(seed)  # noqa: S311  # the same study again from the same seed

    def maybe(chance: float, usual: Any, other: Any) -> Any:
        return usual if rng.random() >= chance else other

    def score() -> float:
        return rng.randrange(25, 51) / 10

    criteria: dict[str, Any] = {
        "ease": {"worst": 1, "best": 5, "weight": rng.randrange(10, 60)},
        "wait": {"worst": 60, "best": 10, "weight": rng.randrange(10, 30)},
        "equity": {"levels": LEVELS, "weight": rng.randrange(10, 60)},
        "reach": {"measure": "beneficiaries", "per": "people", "curve": [[0, 0.1], ["5%", 0.6], ["20%", 1]]},
    }
    criteria["reach"] |= maybe(0.2, {"weight": rng.randrange(10, 40)}, {"factor": True})
    pillars = {"structure": {"items": ["staff", "budget"]}, "digital": {"weight": 2}}
    readiness: Any = {"structure": {"staff": score(), "budget": score()}, "digital": score()}
    readiness = rng.choice([readiness, readiness, score(), {"structure": {"staff": score()}}, None])
    program: dict[str, Any] = {
        "name": "Counter",
        "time_to_benefit": rng.choice([rng.randrange(1, 9), {"buy": rng.randrange(4), "build": rng.randrange(1, 6)}]),
        "impact": {"ease": score(), "wait": rng.randrange(10, 61), "equity": rng.choice(list(LEVELS))},
        "beneficiaries": rng.choice([rng.randrange(300, 6000), {"low": 500, "likely": 900, "high": 2500}, None]),
        "readiness": readiness,
        "needs": rng.choice([[], ["internet"], ["internet", "power"]]),
        "depends_on": rng.choice([[], ["tower"]]),
        "funding": {"status": rng.choice(["secured", "secured", "next", "none", "none"])},
    }
    if rng.random() < 0.2:
        program["impact"].pop(rng.choice(["ease", "wait", "equity"]))
    if rng.random() < 0.2:
        program["reachable"] = rng.randrange(30, 100) / 100
    tower = {"name": "Tower", "time_to_benefit": rng.randrange(1, 6), "readiness": score(), "provides": {"power": 0.2}}
    return {
        "criteria": {
            "start": "2022-09-01",
            "deadline": rng.randrange(8, 19),
            "quick_win": {"impact": rng.randrange(10, 50) / 100, "readiness": rng.randrange(10, 50) / 100},
            "context": {"facts": {"people": 20_000}, "coverage": {"internet": 0.7, "power": 0.55}},
            "readiness": {"pillars": pillars},
            "criteria": criteria,
            "budget_opens": {"next": "2023-01-01"},
        },
        TARGET: program,
        "tower": tower | {"funding": {"status": "secured"}},
        "other": {"name": "Other", "time_to_benefit": 5, "depends_on": ["tower"]},
    }


ENDS = {
    "time_to_benefit": (1200.0, 0.0),
    "impact.ease": (1.0, 5.0),
    "impact.wait": (60.0, 10.0),
    "beneficiaries": (0.0, 4000.0),
    "readiness": (1.0, 5.0),
    "coverage": (0.0, 1.0),
    "reachable": (0.0, 1.0),
}
"""The worst and the best that can be written at paths that begin so."""


def ends(path: str) -> tuple[float, float]:
    inner = path.rpartition(":")[2]
    return next(pair for beginning, pair in ENDS.items() if inner.startswith(beginning))


def plain(printed: str) -> object:
    """What stands in a file as it was printed, without quotes."""
    return float(printed) if printed.replace(".", "").isdecimal() else printed


def worse(turn: Turn) -> object:
    """Something a little worse than what is needed; None where there is nothing worse."""
    assert turn.needed is not None
    if turn.level is not None:
        lower = [name for name, value in LEVELS.items() if value < turn.needed]
        return lower[-1] if lower else None
    worst, best = ends(turn.path)
    number = turn.needed + (worst - best) * 1e-6
    return number if min(worst, best) <= number <= max(worst, best) else None


SEEDS = (*range(17), 22, 35, 77)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_would_make_it_a_quick_win_does_and_a_little_less_does_not(seed: int, tmp_path: Path) -> None:
    files = invented(seed)
    explanation = explained(files, tmp_path)
    wins = explanation.program.class_ == "quick win"
    turns = {turn.path: turn for turn in explanation.turns}
    decide = explanation.tables()[3]
    said = {str(row.cells[0]): str(row.cells[2]) for row in decide.rows}
    assert set(said) == {path for path, turn in turns.items() if turn.needed is not None}
    for path, printed in said.items():
        turn = turns[path]
        assert class_with(files, path, plain(printed), tmp_path) == "quick win", (path, printed)
        short = worse(turn)
        assert short is None or class_with(files, path, short, tmp_path) != "quick win", (path, short)
        if turn.level is None and turn.now is not None:
            number = float(printed.removesuffix("%")) / (100 if printed.endswith("%") else 1)
            way = abs(turn.needed - turn.now)
            assert number == pytest.approx(turn.needed, abs=0.01 * way + 1e-8), "needlessly coarse"
    if not said and not wins:
        assert ("No single number" in " ".join(decide.notes)) != explanation.money_alone


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_said_to_change_nothing_alone_changes_nothing(seed: int, tmp_path: Path) -> None:
    files = invented(seed)
    explanation = explained(files, tmp_path)
    wins = explanation.program.class_ == "quick win"
    for path in [turn.path for turn in explanation.turns if turn.needed is None]:
        grid: list[object] = list(LEVELS)
        if path != "impact.equity":
            worst, best = ends(path)
            grid = [round(worst + (best - worst) * place, 4) for place in (0, 0.31, 0.77, 1)]
        for value in grid:
            assert (class_with(files, path, value, tmp_path) == "quick win") == wins, (path, value)


def paths(data: Any, path: tuple[str, ...] = ()) -> list[str]:
    """The paths of all numbers, levels and estimates in plain data."""
    if isinstance(data, dict) and "likely" not in data:
        return [found for key, value in data.items() for found in paths(value, (*path, key))]
    return [".".join(path)] if isinstance(data, (int, float, str, dict)) else []


@pytest.mark.parametrize("seed", SEEDS)
def test_every_number_that_the_class_depends_on_is_weighed(seed: int, tmp_path: Path) -> None:
    files = invented(seed)
    weighed = {turn.path for turn in explained(files, tmp_path).turns}
    program = files[TARGET]
    kinds = ("time_to_benefit", "impact", "beneficiaries", "readiness")
    stated = set(paths({key: value for key, value in program.items() if key in kinds}))
    stated |= {"reachable"} if "reachable" in program else {f"coverage.{name}" for name in program["needs"]}
    stated |= {"tower:time_to_benefit"} if program["depends_on"] else set()
    assert stated <= weighed
    assert len(weighed) == len(explained(files, tmp_path).turns), "a number is weighed twice"


@pytest.mark.parametrize("seed", SEEDS)
def test_secured_money_alone_does_what_is_said(seed: int, tmp_path: Path) -> None:
    files = invented(seed)
    explanation = explained(files, tmp_path)
    if explanation.program.class_ != "quick win":
        with_money = class_with(files, "funding.status", "secured", tmp_path)
        assert explanation.money_alone == (with_money == "quick win")
    else:
        assert not explanation.money_alone


def test_the_seeds_turn_each_kind_of_number_both_ways(tmp_path: Path) -> None:
    turned, classes, money = set[str](), set[str](), 0
    for seed in SEEDS:
        explanation = explained(invented(seed), tmp_path)
        wins = explanation.program.class_ == "quick win"
        classes.add(explanation.program.class_)
        money += explanation.money_alone
        for turn in explanation.turns:
            if turn.needed is not None:
                turned.add(f"{'slips' if wins else 'lifts'} {turn.path.rpartition(':')[2].partition('.')[0]}")
    both = {
        f"{way} {what}" for way in ("slips", "lifts") for what in ("impact", "readiness", "coverage", "beneficiaries")
    }
    assert both | {"slips time_to_benefit", "lifts time_to_benefit"} <= turned
    assert {"quick win", "prepare", "major project", "fill-in"} <= classes
    assert money


def simple(criteria: str, **program: Any) -> Files:
    """One program without dependencies that is wholly ready and takes three months."""
    return {
        "criteria": json.loads(criteria),
        TARGET: {"name": "Counter", "time_to_benefit": 3, "readiness": 5} | program,
    }


def test_a_scale_whose_best_level_is_not_enough_has_no_turn(tmp_path: Path) -> None:
    criteria = (
        '{"criteria": {"equity": {"levels": {"none": 0, "some": 0.4, "most": 0.7}}}, "quick_win": {"impact": 0.8}}'
    )
    explanation = explained(simple(criteria, impact={"equity": "some"}), tmp_path)
    assert [turn.needed for turn in explanation.turns] == [None] * 3


def test_a_quick_win_whose_lowest_level_is_enough_may_be_anything(tmp_path: Path) -> None:
    criteria = '{"criteria": {"equity": {"levels": {"some": 0.5, "most": 0.7}}}, "quick_win": {"impact": 0.4}}'
    explanation = explained(simple(criteria, impact={"equity": "most"}), tmp_path)
    turn = next(turn for turn in explanation.turns if turn.path == "impact.equity")
    assert turn.needed is None or turn.level == "some"


def test_secured_money_that_opens_late_does_not_help(tmp_path: Path) -> None:
    criteria = (
        '{"start": "2022-09-01", "criteria": {"ease": {"worst": 1, "best": 5}}, '
        '"budget_opens": {"secured": "2023-08-01", "next": "2024-01-01"}}'
    )
    for status in ("next", "secured"):
        files = simple(criteria, impact={"ease": 5}, funding={"status": status})
        assert class_with(files, "funding.status", "secured", tmp_path) == "major project"
        assert not explained(files, tmp_path).money_alone


TWICE = {
    "criteria": {
        "reach": {"factor": True, "measure": "beneficiaries", "curve": [[0, 0], [1000, 1]]},
        "also": {"measure": "beneficiaries", "curve": [[0, 0], [1000, 1]]},
    },
    "quick_win": {"impact": "25%"},
}


@pytest.mark.parametrize("people", [300, 800])
def test_a_number_that_two_criteria_read_moves_both(people: int, tmp_path: Path) -> None:
    # (n / 1000)² reaches 25 % at 500.
    files = simple(json.dumps(TWICE), beneficiaries=people)
    said = [row.cells[2] for row in explained(files, tmp_path).tables()[3].rows if row.cells[0] == "beneficiaries"]
    assert said == ["500"]


@pytest.mark.parametrize("cases", [0.002, 0.008])
def test_a_small_number_is_written_with_its_digits(cases: float, tmp_path: Path) -> None:
    # (x − 0.001) / 0.009 reaches 40 % at 0.0046.
    criteria = '{"criteria": {"cases": {"curve": [[0.001, 0], [0.01, 1]]}}, "quick_win": {"impact": 0.4}}'
    files = simple(criteria, impact={"cases": cases})
    row = next(row for row in explained(files, tmp_path).tables()[3].rows if row.cells[0] == "impact.cases")
    assert float(str(row.cells[1])) == pytest.approx(cases)
    assert float(str(row.cells[2])) == pytest.approx(0.0046, abs=0.0001)
    assert class_with(files, "impact.cases", row.cells[2], tmp_path) == "quick win"


def test_a_cost_that_may_rise(tmp_path: Path) -> None:
    # Wholly cheap at 0, worthless at Rp100 juta: 40 % at Rp60 juta.
    criteria = '{"criteria": {"cheap": {"measure": "cost", "curve": [[0, 1], ["Rp100 juta", 0]]}}}'
    for cost in ("Rp10 juta", "Rp90 juta"):
        files = simple(criteria, cost=cost)
        (row,) = [row for row in explained(files, tmp_path).tables()[3].rows if row.cells[0] == "cost"]
        assert row.cells[2] == "60000000"
        assert class_with(files, "cost", 60_000_000, tmp_path) == "quick win"
        assert class_with(files, "cost", 60_000_001, tmp_path) != "quick win"


def test_each_word_of_an_answer_that_lacks_one_number(tmp_path: Path) -> None:
    criteria = '{"criteria": {"ease": {"worst": 1, "best": 5}}}'
    table = explained(simple(criteria), tmp_path).tables()[3]
    # 40 % of the way from 1 to 5
    assert [row.cells[:3] for row in table.rows] == [("impact.ease", "not stated", "2.6")]
    assert table.notes == ("Its effective impact is 40.0 percentage points short.",)
