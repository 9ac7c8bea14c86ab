"""Why a score is what it is: the chain, the critical path, and the line of each number."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from tests.answers.connected import CRITERIA, PLACE, PROGRAMS, connected
from tests.oracle.inventing import invented
from tests.oracle.writing import write as write_oracle
from tests.written import study as written
from tests.written import write

import quickwin

SEEDS = range(300, 314)


def studies(seed: int, folder: Path) -> quickwin.Study:
    return quickwin.load(write_oracle(invented(seed), folder, seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_chain_leads_from_100_to_the_score(seed: int, tmp_path: Path) -> None:
    study = studies(seed, tmp_path)
    for one in quickwin.rank(study):
        explanation = quickwin.explain(study, one.id)
        chain = explanation.chain
        assert explanation.program == one
        assert explanation.of == len(study)
        assert chain[0].before == 100
        assert [step.after for step in chain[:-1]] == [step.before for step in chain[1:]]
        assert chain[-1].after == pytest.approx(one.score, abs=1e-9)
        product = study.judge.criteria.model.kind == "product"
        names = ["impact", "coverage", "timeliness", "delivery", "priority"]
        assert [step.name for step in chain] == (
            names if product else ["impact", "timeliness", "coverage", "delivery", "priority"]
        )
        for step in chain if product else chain[2:]:
            assert step.factor == getattr(one, step.name)
            assert step.after == pytest.approx(step.before * step.factor, abs=1e-12)
        assert all(step.after <= step.before + 1e-12 for step in chain)


def test_each_number_is_named_with_its_value_its_line_and_its_source(tmp_path: Path) -> None:
    numbers = quickwin.explain(connected(tmp_path), "internet").numbers
    assert [(one.path, one.value, one.level) for one in numbers] == [
        ("beneficiaries", 1000, None),
        ("time_to_benefit.buy", 2, None),
        ("time_to_benefit.build", 3, None),
        ("impact.ease", 4, None),
        ("impact.equity", 0.4, "some"),
        ("readiness.structure.staff", 4, None),
        ("readiness.structure.budget", 3, None),
        ("readiness.digital", 3, None),
        ("coverage.internet", 0.7, None),
        ("facts.people", 20000, None),
    ]
    for one in numbers:
        file = "place.yaml" if one.path.startswith(("coverage", "facts")) else "programs/internet.yaml"
        assert one.place.file.endswith(file)
        line = (tmp_path / file).read_text().splitlines()[one.place.line - 1]
        key = one.path.rpartition(".")[2]
        if key == "beneficiaries":
            assert line == "  low: 800"  # where its mapping begins
        else:
            assert line[: one.place.column - 1].rstrip().endswith(f"{key}:"), one.path
        assert one.written == line.strip()
    about = {one.path: one.about for one in numbers if one.about}
    assert about["coverage.internet"].assumed
    assert about["facts.people"].source == "BPS"
    document = quickwin.explain(connected(tmp_path), "internet").document()["numbers"]
    assert document[2] == {
        "path": "time_to_benefit.build",
        "value": 3,
        "file": numbers[2].place.file,
        "line": 10,
        "column": 10,
        "assumed": True,
        "source": None,
        "note": "as in Katingan",
    }


def test_the_critical_path_goes_from_money_over_all_that_it_waits_for(tmp_path: Path) -> None:
    # Money of the tower opens in month 4; it takes 2. Readiness of the internet is (0.625 + 0.5) / 2 = 0.5625, so 5
    # planned months take 5 · 1.4375 = 7.1875.
    explanation = quickwin.explain(connected(tmp_path), "internet")
    assert [(one.id, one.begins, one.ends, one.planned) for one in explanation.critical_path] == [
        (None, 0, 4, None),
        ("tower", 4, 6, 2),
        ("internet", 6, 13.1875, 5),
    ]
    assert explanation.critical_path[0].what == "money opens (next)"
    assert explanation.enablers == (("internet", 0.7, pytest.approx(0.1)),)
    text = " ".join([*explanation.tables()[0].notes, *explanation.tables()[2].notes])
    assert "It needs internet, which 70.0% of the place have, and what it depends on brings 10.0% more." in text
    assert "Readiness is 56%, so the work takes 7.2 months where 5.0 are planned." in text


@pytest.mark.parametrize("seed", SEEDS)
def test_a_critical_path_is_without_gaps_from_the_start_to_the_benefit(seed: int, tmp_path: Path) -> None:
    study = studies(seed, tmp_path)
    for one in quickwin.rank(study):
        path = quickwin.explain(study, one.id).critical_path
        assert (path[0].begins, path[-1].id, path[-1].ends) == (0, one.id, one.months)
        for before, after in pairwise(path):
            assert before.ends == pytest.approx(after.begins, abs=1e-9)
        assert (path[0].id is None) == (path[0].what.startswith(("money opens", "no money")))
        assert all(stretch.id for stretch in path[1:])


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_program_unlocks_is_what_others_lose_if_it_provides_nothing(seed: int, tmp_path: Path) -> None:
    plain = invented(seed)
    (tmp_path / "whole").mkdir()
    study = quickwin.load(write_oracle(plain, tmp_path / "whole", seed))
    scores = {one.id: one.score for one in quickwin.rank(study)}
    providers = [one for one in plain.programs if one.provides]
    for place, provider in enumerate(providers):
        folder = tmp_path / str(place)
        folder.mkdir()
        silent = tuple(replace(one, provides={}) if one.id == provider.id else one for one in plain.programs)
        without = quickwin.rank(quickwin.load(write_oracle(replace(plain, programs=silent), folder, seed)))
        lost = {one.id: scores[one.id] - one.score for one in without if scores[one.id] - one.score > 1e-9}
        gains = quickwin.explain(study, provider.id).unlocks
        assert {gain.id: gain.points for gain in gains} == pytest.approx(lost, abs=1e-9)
        assert [gain.points for gain in gains] == sorted((gain.points for gain in gains), reverse=True)


def test_the_explanation_as_a_document(tmp_path: Path) -> None:
    study = connected(tmp_path)
    explanation = quickwin.explain(study, "internet", versus="tower")
    document = explanation.document()
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    assert document["schema"] == "quickwin/explain/1"
    assert document["program"] == quickwin.rank(study)["internet"].document()
    assert document["of"] == 2
    assert document["title"] == "A round"
    assert document["inputs"] == study.inputs
    assert sum(cause["points"] for cause in document["versus"]["causes"]) == pytest.approx(document["versus"]["points"])
    assert document["versus"]["id"] == "tower"
    assert quickwin.explain(study, "internet").document()["versus"] is None


def test_a_program_that_was_not_asked_for_is_explained_but_has_no_rank(tmp_path: Path) -> None:
    folder = write(tmp_path, CRITERIA, PROGRAMS, place__yaml=PLACE)
    study = quickwin.load(folder / "internet.yaml")
    explanation = quickwin.explain(study, "internet", versus="tower")
    assert (explanation.program.rank, explanation.of) == (1, 1)
    assert "not ranked" in quickwin.explain(study, "tower").tables()[0].lead[0]


def test_an_unknown_program_is_wrong_usage_with_the_one_that_was_meant(tmp_path: Path) -> None:
    study = connected(tmp_path)
    with pytest.raises(quickwin.Usage, match="internet"):
        quickwin.explain(study, "intrenet")
    with pytest.raises(quickwin.Usage, match="tower"):
        quickwin.explain(study, "internet", versus="towr")


def test_a_number_that_was_set_names_its_option_and_no_line(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        "criteria: {ease: {worst: 1, best: 5}}\ncontext: {coverage: {internet: 50%}}\n",
        {"x": "{name: X, time_to_benefit: 2, impact: {ease: 5}, needs: [internet]}"},
    )
    explanation = quickwin.explain(quickwin.load(folder, set={"context.coverage.internet": "30%"}), "x")
    rows = {row.cells[0]: row.cells[1:3] for row in explanation.tables()[4].rows}
    assert rows["coverage.internet"] == ("30%", "--set context.coverage.internet=30%")


def test_numbers_are_read_as_they_are_written_on_their_scale(tmp_path: Path) -> None:
    criteria = """
        criteria: {reach: {measure: cost_per_beneficiary, curve: [[0, 1], [1000000, 0]]}}
        readiness: {scale: {worst: 10, best: 0}}
    """
    program = """
        {name: X, time_to_benefit: "1,5", beneficiaries: {low: 100, high: 300}, cost: {capex: 1.2 billion},
         readiness: {raters: {a: 2, b: 3}}, reachable: 37/50, lasts: 2 tahun}
    """
    explanation = quickwin.explain(written(tmp_path, criteria, {"x": program}), "x")
    assert {row.cells[0]: row.cells[1] for row in explanation.tables()[4].rows} == {
        "beneficiaries": "200",
        "time_to_benefit": "1.5",
        "lasts": "24",
        "reachable": "74%",
        "cost.capex": "1200000000",
        "readiness": "2.5",
    }
