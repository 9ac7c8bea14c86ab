"""Other methods on a study's own data: what each reads, worked out by hand, and why it is said to differ."""

import io
import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from tests.oracle.inventing import invented
from tests.oracle.writing import write as write_oracle
from tests.written import study as written
from tests.written import write

import quickwin
from quickwin.answers.judged import judge
from quickwin.answers.method_reading import Reading, beside_reach, effort, marks, matrix, read
from quickwin.answers.method_steps import main_cause, ranks_of, steps
from quickwin.answers.method_words import ALIKE, BOTH_WAYS, CAUSES, NUMBERS, ONE_WAY, clause
from quickwin.answers.methods import TITLES, Comparison, methods
from quickwin.answers.methods_table import SHORT, tables
from quickwin.engine.methods.local_sum import local_sum
from quickwin.engine.places import places
from quickwin.formats.terminal import show

SEEDS = range(300, 330)
TREE = """
    start: 2022-09-01
    deadline: 12
    horizon: 24
    context: {facts: {population: 100000}, coverage: {web: 50%}}
    criteria:
      reach: {weight: 50, measure: beneficiaries, per: population, curve: [[0%, 0], [20%, 1]]}
      ease: {weight: 30, worst: 1, best: 5}
      felt: {weight: 20, worst: 1, best: 5}
    readiness: {delay: 100%, loss: 20%, pillars: {office: {}}}
"""
PROGRAMS = {
    "a": "{name: A, time_to_benefit: 4, beneficiaries: 10000, impact: {ease: 5, felt: 3}, readiness: 5, "
    "cost: Rp2 miliar}",
    "b": "{name: B, time_to_benefit: 8, beneficiaries: 4000, impact: {ease: 3, felt: 5}, readiness: 3, needs: [web]}",
    "c": "{name: C, time_to_benefit: 2, impact: {ease: 2}, readiness: 5, lasts: 2, cost: Rp500 juta}",
}


def reading(folder: Path, criteria: str = TREE, programs: dict[str, str] = PROGRAMS) -> Reading:
    return read(judge(written(folder, criteria, programs)))


def ids(reading: Reading) -> list[str]:
    return [reading.judged.study.candidates[row].id for row in reading.rows]


def test_the_matrix_holds_expected_values_and_the_months_in_which_it_is_felt(tmp_path: Path) -> None:
    found = reading(tmp_path)
    assert ids(found) == ["a", "b", "c"]
    columns, weights, less = matrix(found)
    # b: 4% of 20%, 3 of 1 to 5, 5 of 1 to 5, and 24 - 8 · 1.5 of 24 months; half are reached, and 0.9 is its chance.
    assert columns == pytest.approx(
        np.array([[0.5, 1, 0.5, 20 / 24], [0.2 * 0.45, 0.5 * 0.45, 1 * 0.45, 12 / 24 * 0.45], [0, 0.25, 0, 2 / 24]])
    )
    assert weights == pytest.approx([0.25, 0.15, 0.1, 0.5])
    assert not less.any()


def test_a_factor_adds_with_the_mean_weight_of_its_siblings(tmp_path: Path) -> None:
    # reach beside ease and felt, 0.6 and 0.4 of the sum: 0.5, 0.6 and 0.4 of 1.5.
    found = reading(tmp_path, TREE.replace("weight: 50,", "factor: true,"))
    assert matrix(found)[1] == pytest.approx([1 / 6, 1 / 5, 2 / 15, 1 / 2])


def test_time_has_its_weight_in_the_sum_model_and_fixed_scales_then_give_our_score(tmp_path: Path) -> None:
    found = reading(tmp_path, TREE + "    model: {kind: sum, impact: 75, time: 25}\n")
    columns, weights, _ = matrix(found)
    assert weights[-1] == pytest.approx(0.25)
    assert 100 * columns @ weights == pytest.approx(found.of("score"))
    assert [step.cause for step in steps("local_sum", found)] == ["ours", "local"]


def test_rice_divides_people_impact_and_chance_by_cost_or_planned_months(tmp_path: Path) -> None:
    found = reading(tmp_path)
    # The others' weights are 30 and 20: a 0.6 · 1 + 0.4 · 0.5, b 0.6 · 0.5 + 0.4 · 1, c 0.6 · 0.25.
    assert beside_reach(found) == pytest.approx([0.8, 0.7, 0.15])
    # 2 miliar in 4 months and 0.5 in 2: the median month costs 0.375, and b plans 8.
    assert effort(found) == pytest.approx([2e9, 8 * 0.375e9, 0.5e9])
    ratios = np.exp(steps("rice", found)[-1].values)
    assert ratios == pytest.approx([10000 * 0.8 / 2e9, 4000 * 0.5 * 0.7 * 0.9 / 3e9, 0])  # c states no people


def test_rice_without_any_cost_divides_by_months_and_without_any_people_by_shares(tmp_path: Path) -> None:
    plain = {
        "a": "{name: A, time_to_benefit: 4, impact: {ease: 5, felt: 3}, readiness: 5}",
        "b": "{name: B, time_to_benefit: 8, impact: {ease: 3, felt: 5}, readiness: 5, needs: [web]}",
    }
    found = reading(tmp_path, programs=plain)
    assert effort(found).tolist() == [4, 8]
    assert np.exp(steps("rice", found)[-1].values) == pytest.approx([0.8 / 4, 0.5 * 0.7 / 8])


def test_wsjf_divides_the_benefit_of_a_month_by_the_months_of_work(tmp_path: Path) -> None:
    criteria = TREE.replace("start:", "budget_opens: {next: 2023-01-01}\n    start:")
    programs = {
        "a": "{name: A, time_to_benefit: 4, impact: {ease: 5, felt: 5}, readiness: 5, funding: {status: next}}",
        "b": "{name: B, time_to_benefit: 6, impact: {ease: 5, felt: 5}, readiness: 5, funding: {status: secured}}",
    }
    found = reading(tmp_path, criteria, programs)
    assert ids(found) == ["b", "a"]  # month 6 against month 8
    last = steps("wsjf", found)[-1]
    assert np.exp(last.values) == pytest.approx([100 * 0.5 / 24 / 6, 100 * 0.5 / 24 / 4])
    assert main_cause(steps("wsjf", found), ranks_of(steps("wsjf", found)), 1) == "waiting"


def test_usg_reads_months_impact_and_people(tmp_path: Path) -> None:
    urgency, seriousness, growth = marks(reading(tmp_path))
    # a in month 4 of 12 is 1 + 4 · 2/3, b in month 12 is 1; a 0.8, b 0.7, c 0.15; people 0.5, 0.2 and none.
    assert urgency.tolist() == [4, 1, 4]
    assert seriousness.tolist() == [4, 4, 2]
    assert growth.tolist() == [3, 2, 1]


def test_usg_gives_everybody_the_middle_where_no_criterion_measures_people(tmp_path: Path) -> None:
    assert marks(read(judge(written(tmp_path))))[2].tolist() == [3]


def test_the_steps_of_a_program_add_up_and_the_main_cause_is_the_largest() -> None:
    found = read(judge(quickwin.load("programs/")))
    for method in TITLES:
        way = steps(method, found)
        ranks = ranks_of(way)
        assert ranks[0].tolist() == found.ranks.tolist()
        for at in range(len(found.rows)):
            moves = [int(after[at] - before[at]) for before, after in pairwise(ranks)]
            total = int(ranks[-1][at] - found.ranks[at])
            assert sum(moves) == total
            cause = main_cause(way, ranks, at)
            if total:
                largest = max(moves) if total > 0 else min(moves)
                assert moves[[step.cause for step in way[1:]].index(cause)] == largest


@pytest.mark.parametrize(
    ("method", "cause", "good", "weak"),
    [
        ("rice", "months", {"time_to_benefit": 20}, {"time_to_benefit": 2}),
        ("rice", "cost", {"cost": "Rp10 miliar"}, {"cost": "Rp1 juta"}),
        ("rice", "heads", {"beneficiaries": 10000}, {"beneficiaries": 15000}),
        ("wsjf", "lasts", {"lasts": 2}, {}),
        ("usg", "coverage", {"needs": "[web]"}, {}),
    ],
)
def test_a_cause_is_named_where_nothing_else_turns_the_order(
    method: str, cause: str, good: dict[str, object], weak: dict[str, object], tmp_path: Path
) -> None:
    alike = {"time_to_benefit": 4, "beneficiaries": 10000, "cost": "Rp1 miliar", "readiness": 5}
    programs = {}
    for id, ease, own in (("good", 5, good), ("weak", 3, weak)):
        text = ", ".join(f"{key}: {value}" for key, value in (alike | own).items())
        programs[id] = f"{{name: {id}, {text}, impact: {{ease: {ease}, felt: 5}}}}"
    study = written(tmp_path, TREE, programs)
    compared = methods(study)
    found = next(one for one in compared.methods if one.method == method)
    assert {id: 3 - rank for id, rank in compared.ranks.items()} == found.ranks
    assert (found.tau_b, found.cause) == (pytest.approx(-1), cause)
    first = read(judge(study))
    at = 1  # behind in ours, first there
    assert clause(cause, first, at, up=True) in found.why


def test_every_cause_has_a_clause_both_ways_on_every_program() -> None:
    found = read(judge(quickwin.load("programs/")))
    assert set(CAUSES) == {*ALIKE, *NUMBERS, *ONE_WAY, *BOTH_WAYS}
    for cause in CAUSES:
        for at in range(len(found.rows)):
            for up in (True, False):
                said = clause(cause, found, at, up=up)
                assert said
                assert "nan" not in said.replace("finance", "")


@pytest.mark.parametrize("seed", SEEDS)
def test_every_study_can_be_compared_and_written(seed: int, tmp_path: Path) -> None:
    study = quickwin.load(write_oracle(invented(seed), tmp_path, seed))
    found = methods(study)
    ranking = {program.id: program.rank for program in quickwin.rank(study)}
    assert found.ranks == ranking
    assert [one.method for one in found.methods] == list(TITLES) == list(SHORT)
    document = found.document()
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    for one in document["methods"]:
        assert list(one) == ["method", "title", "tau_b", "ranks", "why"]
        assert list(one["ranks"]) == list(ranking)
        placed = sorted(one["ranks"].values())
        assert all(rank == 1 + sum(other < rank for other in placed) for rank in placed)
        assert one["tau_b"] is None or -1 <= one["tau_b"] <= 1
    page = io.StringIO()
    show(tables(found), page, width=80)
    assert "Ours stays the answer" in page.getvalue()


def by_id(found: Comparison) -> dict[str, tuple[float | None, dict[str, int]]]:
    return {one.method: (one.tau_b, dict(sorted(one.ranks.items()))) for one in found.methods}


def test_order_of_files_does_not_matter(tmp_path: Path) -> None:
    one = methods(written(tmp_path / "one", TREE, PROGRAMS))
    named = {f"{9 - at}-{id}": f"{{id: {id}, {text[1:]}" for at, (id, text) in enumerate(PROGRAMS.items())}
    assert by_id(methods(written(tmp_path / "two", TREE, named))) == by_id(one)


def test_only_the_programs_that_were_asked_for_are_candidates(tmp_path: Path) -> None:
    folder = write(tmp_path, TREE, PROGRAMS)
    found = methods(quickwin.load([folder / "a.yaml", folder / "c.yaml"]))
    assert list(found.ranks) == ["a", "c"]
    assert all(set(one.ranks) == {"a", "c"} for one in found.methods)


def test_one_program_alone_is_first_everywhere_and_agreement_has_no_meaning(tmp_path: Path) -> None:
    found = methods(written(tmp_path))
    assert found.reversal is None
    for one in found.methods:
        assert (one.ranks, one.tau_b, one.top, one.cause) == ({"counter": 1}, None, ("counter",), "")
        assert "Its order is ours." in one.why


def test_the_reversal_that_is_shown_happens_and_ours_does_not_move() -> None:
    study = quickwin.load("programs/")
    found = methods(study)
    turned = found.reversal
    assert turned
    reached = read(judge(study))
    names = [found.names[id] for id in ids(reached)]
    columns, weights, less = matrix(reached)
    kept = [at for at, name in enumerate(names) if name != turned.dropped]
    before, after = local_sum(columns, weights, less), local_sum(columns[kept], weights, less)
    higher, lower = names.index(turned.higher), names.index(turned.lower)
    assert before[higher] > before[lower]
    assert after[kept.index(higher)] < after[kept.index(lower)]
    assert places(before)[higher] == turned.rank
    dropped = next(id for id, name in found.names.items() if name == turned.dropped)
    files = [
        Path(file) for file in study.inputs if file.startswith("programs/") and not file.endswith(f"/{dropped}.yaml")
    ]
    scores = {one.id: one.score for one in quickwin.rank(study)}
    assert len(files) == len(scores) - 1
    assert all(one.score == scores[one.id] for one in quickwin.rank(quickwin.load(files)))


def test_what_compensation_does_is_said_of_the_program_that_it_moves_most() -> None:
    found = {one.method: one for one in methods(quickwin.load("programs/")).methods}
    assert found["local_sum"].cause == "sum"
    assert "Friday waste buying, " in found["local_sum"].why
    assert "makes up for an impact of 11%" in found["local_sum"].why
    assert "Its compromise: " in found["vikor"].why


@pytest.mark.parametrize(
    ("costs", "said"),
    [
        (0, "RICE: no program states a cost; planned months stand in."),
        (1, "RICE: 2 programs state no cost; planned months stand in, each at the others' median cost of a month."),
        (2, "RICE: 1 program states no cost; planned months stand in, each at the others' median cost of a month."),
        (3, None),
    ],
)
def test_what_stands_in_for_costs_is_said_truly(costs: int, said: str | None, tmp_path: Path) -> None:
    programs = {
        name: f"{{name: {name}, time_to_benefit: {at + 2}, impact: {{ease: 3}}{', cost: Rp1 miliar' * (at < costs)}}}"
        for at, name in enumerate("abc")
    }
    notes = tables(methods(written(tmp_path, TREE, programs)))[0].notes
    assert [one for one in notes if "planned months stand in" in one] == ([said] if said else [])
