"""The ranking as a document, its order, what costs most, and its parts."""

import hashlib
import io
import json
from math import prod
from pathlib import Path
from typing import Any

import pytest
from tests.oracle.inventing import invented
from tests.oracle.writing import write as write_oracle
from tests.written import study as written
from tests.written import write

import quickwin
from quickwin.answers.rank import against
from quickwin.answers.ranked_table import sheet
from quickwin.answers.selection import select
from quickwin.formats.terminal import show

SEEDS = range(400, 410)

# The keys of DESIGN's example, in its order.
DOCUMENT = ["schema", "title", "model", "set", "inputs", "skipped", "programs"]
PROGRAM = """
    rank id name dimension owner score class held_by impact coverage planned_months start waits_for months lasts
    timeliness readiness weakest_pillar delivery priority cost score_per_cost costs_most missing assumed criteria
""".split()  # noqa: SIM905  # as it stands there, and no 26 lines
ON_CRITERION = ["performance", "value", "weight", "points"]


def studies(seed: int, folder: Path) -> quickwin.Study:
    return quickwin.load(write_oracle(invented(seed), folder, seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_document_has_the_keys_of_the_contract_in_its_order(seed: int, tmp_path: Path) -> None:
    study = studies(seed, tmp_path)
    document = quickwin.rank(study).document()
    assert list(document) == DOCUMENT
    assert (document["schema"], document["set"], document["skipped"]) == ("quickwin/rank/1", {}, [])
    assert document["model"] == ("product" if invented(seed).model is None else "sum")
    for program in document["programs"]:
        assert list(program) == PROGRAM
        assert list(program["criteria"]) == [leaf.key for leaf in study.judge.leaves]
        assert all(list(on) == ON_CRITERION for on in program["criteria"].values())
        assert program["costs_most"] is None or list(program["costs_most"]) == ["factor", "points"]
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    files = {file.relative_to(tmp_path).as_posix(): file for file in tmp_path.rglob("*.y*ml")}
    assert document["inputs"] == {
        name: f"sha256:{hashlib.sha256(files[name].read_bytes()).hexdigest()}" for name in sorted(files)
    }
    assert list(document["inputs"]) == sorted(files)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_costs_most_is_the_smallest_factor_and_what_1_would_add(seed: int, tmp_path: Path) -> None:
    model = invented(seed).model
    for one in quickwin.rank(studies(seed, tmp_path)):
        factors = {name: getattr(one, name) for name in ("coverage", "timeliness", "delivery", "priority")}

        def score(factors: dict[str, float], impact: float = one.impact) -> float:
            if model is None:
                return 100 * impact * prod(factors.values())
            weight = float(model[0] / sum(model))
            rest = factors["coverage"] * factors["delivery"] * factors["priority"]
            return 100 * rest * (weight * impact + (1 - weight) * factors["timeliness"])

        gains = {name: score(factors | {name: 1.0}) - score(factors) for name in factors}
        least = min(round(factor, 9) for factor in factors.values())
        if least == 1:
            assert one.costs_most is None
        else:
            first = next(name for name, factor in factors.items() if round(factor, 9) == least)
            assert one.costs_most
            assert one.costs_most.factor == first
            assert one.costs_most.points == pytest.approx(gains[first], abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_by_value_goes_by_score_per_cost_and_puts_those_without_last(seed: int, tmp_path: Path) -> None:
    study = studies(seed, tmp_path)
    by_score, by_value = quickwin.rank(study), quickwin.rank(study, by="value")
    assert {one.id for one in by_value} == {one.id for one in by_score}
    priced = [one for one in by_value if one.score_per_cost is not None]
    assert list(by_value)[: len(priced)] == priced
    for place, one in enumerate(by_value):
        if one.score_per_cost is not None:
            assert one.cost
            assert one.rank == 1 + sum(
                round(other.score_per_cost or 0, 9) > round(one.score_per_cost, 9) for other in priced
            )
        else:
            assert not one.cost
            assert one.rank > len(priced)
        assert place == 0 or one.rank >= by_value[place - 1].rank
    free = [one.id for one in by_score if one.score_per_cost is None]
    assert [one.id for one in by_value][len(priced) :] == free


def test_by_is_score_or_value(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="'score' or 'value', not 'name'"):
        quickwin.rank(written(tmp_path), by="name")


CRITERIA = """
    title: Round
    criteria: {ease: {worst: 1, best: 5}}
    dimensions:
      governance: {priority: 90%, aliases: [Tata Kelola, city hall]}
      economy: {}
    context: {coverage: {internet: 50%, power: 80%, water: 100%}}
"""


def program(dimension: str, ease: float, months: float = 6, **more: str) -> str:
    lines = [f"name: {ease} after {months}", f"dimension: {dimension}", f"time_to_benefit: {months}"]
    return "\n".join([*lines, f"impact: {{ease: {ease}}}", *(f"{key}: {value}" for key, value in more.items())])


PROGRAMS = {
    "a": program("governance", 5, readiness="5", owner="Diskominfo"),
    "b": program("tata kelola", 5, readiness="5", owner="Bappeda"),
    "c": program("CITY HALL", 5, readiness="5", owner="diskominfo"),
    "d": program("economy", 4, readiness="5"),
    "e": program("economy", 4, 14, owner="Bappeda"),
    "f": program("economy", 1),
    "g": program("economy", 2, 24),
    "h": program("economy", 5, 3),
}
# Scores: a, b, c 100 · 1 · 0.75 · 1 · 0.9 = 67.5; d 0.75 · 0.75 = 56.25;
# h 0.8125 (3 · 1.5 = 4.5 months) · 0.85 = 69.0625;
# e takes 21 months: 0.75 · 0.125 · 0.85 = 7.96875; f 0; g 36 months: 0.
ORDER = ["h", "a", "b", "c", "d", "e", "g", "f"]  # g before f: more effective impact
RANKS = [1, 2, 2, 2, 5, 6, 7, 7]


@pytest.fixture
def round_(tmp_path: Path) -> quickwin.Study:
    return written(tmp_path, CRITERIA, PROGRAMS)


def test_order_ranks_and_classes_by_hand(round_: quickwin.Study) -> None:
    ranking = quickwin.rank(round_)
    assert [one.id for one in ranking] == ORDER
    assert [one.rank for one in ranking] == RANKS
    assert ranking["a"].score == pytest.approx(67.5)
    assert ranking["h"].score == pytest.approx(69.0625)
    assert [one.class_ for one in ranking] == [
        "prepare",  # nothing is stated about its readiness
        *["quick win"] * 4,
        "major project",
        "reconsider",
        "fill-in",
    ]
    assert [one.dimension for one in ranking][:4] == ["economy", *["governance"] * 3]


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        ({}, ORDER),
        ({"top": 1}, ["h"]),
        ({"top": 2}, ["h", "a", "b", "c"]),  # all tied with the second
        ({"top": 4}, ["h", "a", "b", "c"]),
        ({"top": 5}, ["h", "a", "b", "c", "d"]),
        ({"top": 7}, ORDER),
        ({"top": 99}, ORDER),
        ({"classes": ["quick-win"]}, ["a", "b", "c", "d"]),
        ({"classes": ["Quick Win", "fill-in"]}, ["a", "b", "c", "d", "f"]),
        ({"classes": ["major project"]}, ["e"]),
        ({"classes": ["prepare"], "top": 1}, ["h"]),
        ({"dimensions": ["governance"]}, ["a", "b", "c"]),
        ({"dimensions": ["city hall"]}, ["a", "b", "c"]),
        ({"dimensions": ["TATA KELOLA", "economy"]}, ORDER),
        ({"owners": ["Bappeda"]}, ["b", "e"]),
        ({"owners": ["diskominfo"]}, ["a", "c"]),
        ({"owners": ["Bappeda"], "classes": ["quick-win"]}, ["b"]),
        ({"dimensions": ["economy"], "top": 2}, ["h", "d"]),
        ({"classes": ["quick-win"], "dimensions": ["economy"], "owners": ["Bappeda"]}, []),
    ],
)
def test_a_part_of_a_ranking_keeps_the_ranks_of_the_whole(
    chosen: dict[str, Any], ids: list[str], round_: quickwin.Study
) -> None:
    whole = quickwin.rank(round_)
    part = select(whole, round_, **chosen)
    assert [one.id for one in part] == ids
    assert all(one == whole[one.id] for one in part)
    assert part.of == len(whole)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"classes": ["quick-wins"]}, "quick-win"),
        ({"dimensions": ["governence"]}, "governance"),
        ({"owners": ["Bapeda"]}, "Bappeda"),
    ],
)
def test_a_name_that_there_is_not_is_wrong_usage(chosen: dict[str, Any], said: str, round_: quickwin.Study) -> None:
    with pytest.raises(quickwin.Usage, match=said):
        select(quickwin.rank(round_), round_, **chosen)


def test_without_dimensions_in_criteria_programs_name_their_own(tmp_path: Path) -> None:
    programs = {
        "a": program("Pasar", 5),
        "b": program("pasar", 4),
        "c": program("jalan", 3),
        "d": "{name: D, time_to_benefit: 1}",
    }
    study = written(tmp_path, "criteria: {ease: {worst: 1, best: 5}}\n", programs)
    ranking = quickwin.rank(study)
    assert [one.id for one in select(ranking, study, dimensions=["PASAR"])] == ["a", "b"]
    assert ranking["d"].dimension is None
    assert ranking["d"].priority == 1


def test_what_missing_enablers_cost_by_hand(tmp_path: Path) -> None:
    # Each is 75 points before coverage and priority 1: a needs the internet (half have it) and power (80 %): were all
    # on the internet, power would bind: 80 %. b needs power only. Water is everywhere.
    programs = {
        "a": program("economy", 5, readiness="5", needs="[internet, power]"),
        "b": program("economy", 5, readiness="5", needs="[power, water]"),
        "c": program("economy", 5, readiness="5", needs="[internet]", reachable="90%"),
    }
    ranking = quickwin.rank(written(tmp_path, CRITERIA, programs))
    found = {
        one.enabler: ([(gain.id, round(gain.points, 9)) for gain in one.gains], one.coverage)
        for one in ranking.missing_enablers
    }
    assert found == {"internet": ([("a", 22.5)], 0.5), "power": ([("b", 15.0)], 0.8)}
    notes = " ".join(ranking.table().notes)
    assert (
        "50% have internet: where it is missing, 1 program loses 22.5 points, most 5 after 6 (22.5)."
        in notes.replace("lose ", "loses ")
    )
    assert "water" not in notes


def test_what_the_table_says_in_words(round_: quickwin.Study) -> None:
    ranking = quickwin.rank(round_)
    notes = ranking.table().notes
    assert notes[0] == "Quick wins: 5 after 6, 5 after 6, 5 after 6 and 4 after 6."
    assert notes[1] == "8 programs: 4 quick wins, 1 prepare, 1 major project, 1 fill-in, 1 reconsider."
    assert "readiness" in notes[-1]
    assert "and 1 more" in notes[-1]
    none = select(ranking, round_, classes=["reconsider"]).table().notes
    assert none[0].startswith("No program here is a quick win.")
    assert none[1] == "1 of 8 programs: 1 reconsider."
    empty = select(ranking, round_, classes=["quick-win"], dimensions=["economy"], owners=["Bappeda"]).table()
    assert empty.rows == ()
    assert empty.notes[1] == "0 of 8 programs: none of these."


def test_by_dimension_groups_in_the_order_of_criteria(round_: quickwin.Study) -> None:
    table = quickwin.rank(round_).table(by_dimension=True)
    place = [column.key for column in table.columns].index("dimension")
    assert table.group == "dimension"
    assert [row.cells[place] for row in table.rows] == ["governance"] * 3 + ["economy"] * 5
    assert [row.cells[0] for row in table.rows] == [2, 2, 2, 1, 5, 6, 7, 7]


def test_assumed_numbers_are_counted(tmp_path: Path) -> None:
    programs = {"a": program("economy", 5, readiness="{value: 5, assumed: true}", cost="{value: 3, assumed: true}")}
    notes = quickwin.rank(written(tmp_path, CRITERIA, programs)).table().notes
    assert any(note.startswith("1 score stands on 1 assumed number;") for note in notes), notes


def test_a_sheet_has_every_number_of_the_document(tmp_path: Path) -> None:
    programs = {"a": program("economy", 5, cost="Rp500 juta", lasts="6"), "b": program("economy", 2)}
    ranking = quickwin.rank(written(tmp_path, CRITERIA, programs))
    table = sheet(ranking)
    keys = [column.key for column in table.columns]
    assert len(set(keys)) == len(keys)
    assert set(PROGRAM) - {"criteria"} <= set(keys)
    for row, one in zip(table.rows, ranking, strict=True):
        cells = dict(zip(keys, row.cells, strict=True))
        document = one.document()
        for key in set(PROGRAM) - {"criteria", "costs_most", "held_by", "missing", "assumed"}:
            assert cells[key] == document[key], key
        assert cells["value_ease"] == one.criteria["ease"].value
        assert (cells["costs_most"], cells["costs_points"]) == (one.costs_most.factor, one.costs_most.points)  # type: ignore[union-attr]  # something always costs
        assert cells["missing"] == "; ".join(one.missing)


def test_moves_are_ranks_gained(tmp_path: Path) -> None:
    folder = write(tmp_path, CRITERIA, PROGRAMS)
    before = quickwin.rank(quickwin.load(folder))
    after = quickwin.rank(quickwin.load(folder, set={"dimensions.governance.priority": "100%"}))
    # a, b, c come to 75 and first, and h from 1 to 4
    assert against(before, after).moved == {"a": 1, "b": 1, "c": 1, "h": -3, "d": 0, "e": 0, "f": 0, "g": 0}


def test_what_falls_short_of_its_gate_does_not_look_as_if_it_reached_it(tmp_path: Path) -> None:
    # (0.5 + 0.29) / 2 = 39.5 %
    criteria = "criteria: {a: {worst: 0, best: 100}, b: {worst: 0, best: 100}}\n"
    programs = {"a": "{name: A, time_to_benefit: 1, impact: {a: 50, b: 29}}"}
    page = io.StringIO()
    show([quickwin.rank(written(tmp_path, criteria, programs)).table()], page, width=100, color=False)
    assert "39.5%" in page.getvalue()
    assert "40%" not in page.getvalue()
