"""Why a score is what it is: the chain, the critical path, the difference of two, and the line of each number."""

import json
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise
from math import factorial, prod
from pathlib import Path

import pytest
from tests.oracle.inventing import invented
from tests.oracle.writing import write as write_oracle
from tests.written import study as written
from tests.written import write

import quickwin
from quickwin.answers.rank import Ranked

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


CHAIN = ("coverage", "timeliness", "delivery", "priority")


def as_fractions(of: Ranked) -> dict[str, Fraction]:
    """The weighted sum, the factor criteria and the chain of a program."""
    summed = [Fraction(on.weight) * Fraction(on.value) for on in of.criteria.values() if on.weight is not None]
    return {
        "sum": sum(summed, Fraction(0)) if summed else Fraction(1),
        **{key: Fraction(on.value) for key, on in of.criteria.items() if on.weight is None},
        **{key: Fraction(getattr(of, key)) for key in CHAIN},
    }


def parts_by_enumeration(one: Ranked, other: Ranked, weights: tuple[Fraction, Fraction] | None) -> dict[str, Fraction]:
    """Exact Shapley values, over all sets of factors that may have changed before; the sum split by w·Δv."""
    high, low = as_fractions(one), as_fractions(other)
    names = list(high)

    def score(now: dict[str, Fraction]) -> Fraction:
        impact = prod((now[key] for key in names[:-4]), start=Fraction(1))
        rest = 100 * now["coverage"] * now["delivery"] * now["priority"]
        if weights is None:
            return rest * impact * now["timeliness"]
        return rest * (weights[0] * impact + weights[1] * now["timeliness"]) / sum(weights)

    parts = dict.fromkeys(names, Fraction(0))
    per_sum = Fraction(0)
    for size in range(len(names)):
        share = Fraction(factorial(size) * factorial(len(names) - size - 1), factorial(len(names)))
        for changed in combinations(names, size):
            now = low | {name: high[name] for name in changed}
            for name in names:
                if name not in changed:
                    parts[name] += share * (score(now | {name: high[name]}) - score(now))
            if "sum" not in changed:
                per_sum += share * (score(now | {"sum": Fraction(1)}) - score(now | {"sum": Fraction(0)}))
    del parts["sum"]
    return parts | {
        key: per_sum * Fraction(on.weight) * (Fraction(on.value) - Fraction(other.criteria[key].value))
        for key, on in one.criteria.items()
        if on.weight is not None
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_a_difference_is_split_as_by_enumeration_and_sums_exactly(seed: int, tmp_path: Path) -> None:
    study = studies(seed, tmp_path)
    ranking = quickwin.rank(study)
    one, other = ranking[0], ranking[-1]
    split = quickwin.explain(study, one.id, versus=other.id).versus
    assert split
    model = invented(seed).model
    expected = parts_by_enumeration(one, other, model)
    assert {cause.key: cause.points for cause in split.causes} == pytest.approx(
        {key: float(part) for key, part in expected.items()}, abs=1e-9
    )
    assert sum(cause.points for cause in split.causes) == pytest.approx(one.score - other.score, abs=1e-9)
    assert split.points == one.score - other.score
    sizes = [abs(cause.points) for cause in split.causes]
    assert sizes == sorted(sizes, reverse=True)


def test_a_difference_turned_round_has_the_opposite_parts(tmp_path: Path) -> None:
    study = studies(301, tmp_path)
    ranking = quickwin.rank(study)
    ids = ranking[0].id, ranking[len(ranking) - 1].id
    there, back = (quickwin.explain(study, a, versus=b).versus for a, b in (ids, ids[::-1]))
    assert there
    assert back
    turned = {cause.key: -cause.points for cause in back.causes}
    assert {cause.key: cause.points for cause in there.causes} == pytest.approx(turned, abs=1e-12)


CRITERIA = """\
title: A round
start: 2022-09-01
budget_opens: {next: 2023-01-01}
context: place.yaml
criteria:
  reach:
    title: People
    measure: beneficiaries
    per: people
    curve: [[0, 0], [10%, 1]]
  ease: {worst: 1, best: 5}
  equity: {levels: {none: 0, some: 0.4, most: 1}}
readiness:
  pillars:
    structure: {items: [staff, budget]}
    digital: {}
"""
PLACE = """\
facts:
  people: {value: 20000, source: BPS, year: 2022}
coverage:
  internet: {value: 70%, assumed: true, note: guessed}
"""
TOWER = """\
name: Tower
time_to_benefit: {value: 2, assumed: true}
readiness: 5
funding: {status: next}
provides:
  internet: {value: 10%, assumed: true}
"""
INTERNET = """\
name: Internet
needs: [internet]
depends_on: [tower]
beneficiaries:
  low: 800
  likely: 1000
  high: 2000
time_to_benefit:
  buy: 2
  build: {value: 3, assumed: true, note: as in Katingan}
impact: {ease: 4, equity: some}
funding: {status: secured}
readiness:
  structure: {staff: 4, budget: 3}
  digital: 3
"""
PROGRAMS = {"internet": INTERNET, "tower": TOWER}


def connected(folder: Path) -> quickwin.Study:
    return written(folder, CRITERIA, PROGRAMS, place__yaml=PLACE)


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
        assert (path[0].id is None) == (path[0].what.startswith("money opens"))
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


def words(study: quickwin.Study, id: str) -> str:
    return quickwin.explain(study, id).tables()[0].lead[0]


def test_the_headline_says_rank_score_class_and_what_costs_most(tmp_path: Path) -> None:
    # Impact (0.5 + 0.75 + 0.4) / 3 = 0.55, coverage 0.8: 0.44. Months 13.1875, timeliness 10.8125 / 24 = 0.450521;
    # delivery 1 − 0.3 · 0.4375 = 0.86875. Score 100 · 0.44 · 0.450521 · 0.86875 = 17.2209…;
    # at a timeliness of 1 38.225.
    assert words(connected(tmp_path), "internet") == (
        "Internet is 1st of 2, with 17.2 points: major project, since its effective impact is 44% (the gate is 40%) "
        "and it is felt after 13.2 months (the deadline is 12); timeliness costs it most, 21.0 points."
    )


def test_a_perfect_program_loses_nothing(tmp_path: Path) -> None:
    program = "name: Ideal\ntime_to_benefit: 0\nreadiness: 5\nimpact: {ease: 5, equity: most}\n"
    study = written(tmp_path, programs={"ideal": program})
    explanation = quickwin.explain(study, "ideal")
    assert [step.after for step in explanation.chain] == [100] * 5
    assert "costs it most" not in words(study, "ideal")
    assert "Ideal is 1st of 1, with 100.0 points: quick win" in words(study, "ideal")


def test_ranks_in_words(tmp_path: Path) -> None:
    programs = {
        f"p{place:03}": f"name: P{place}\ntime_to_benefit: {place / 10}\nimpact: {{ease: 5}}\n"
        for place in range(1, 114)
    }
    study = written(tmp_path, "criteria: {ease: {worst: 1, best: 5}}\n", programs)
    for rank in ("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "101st", "111th", "113th"):
        number = int(rank[:-2])
        assert words(study, f"p{number:03}").startswith(f"P{number} is {rank} of 113, with ")


HELD = """
    criteria: {ease: {worst: 1, best: 5}}
    start: 2022-09-01
    budget_opens: {next: 2022-09-01}
    readiness: {pillars: {structure: {}, digital: {}}}
"""


def test_a_gate_that_holds_is_named_with_its_reason(tmp_path: Path) -> None:
    programs = {
        "weak": "{name: Weak, time_to_benefit: 2, impact: {ease: 5}, readiness: {structure: 2, digital: 5}}",
        "unsaid": "{name: U, time_to_benefit: 2, impact: {ease: 5}, readiness: {digital: 5}, funding: {status: next}}",
        "poor": "{name: Poor, time_to_benefit: 2, impact: {ease: 5}, readiness: 5, funding: {status: none}}",
    }
    study = written(tmp_path, HELD, programs)
    held = {one.id: one.held_by for one in quickwin.rank(study)}
    assert held == {"weak": ("money", "readiness"), "unsaid": ("readiness",), "poor": ("money",)}
    weak, unsaid, poor = (
        " ".join(note for table in quickwin.explain(study, id).tables() for note in (*table.lead, *table.notes))
        for id in ("weak", "unsaid", "poor")
    )
    assert "structure" in weak
    assert "25%" in weak
    assert "money" in weak
    assert "structure" in unsaid
    assert "money" not in unsaid
    assert "readiness" not in poor.partition("A gate holds it")[2]
    assert "Secured money alone would make it a quick win." in poor


THIRDS = """
    criteria: {a: {worst: 0, best: 10}, b: {worst: 0, best: 10}, c: {worst: 0, best: 10}}
    deadline: DEADLINE
"""


def told(tmp_path: Path, deadline: float, months: float, ease: float) -> tuple[str, str]:
    """The class of a program with scores 3, 3 and `ease`, and all that is said of it."""
    program = f"{{name: X, time_to_benefit: {months}, readiness: 5, impact: {{a: 3, b: 3, c: {ease}}}}}"
    study = written(tmp_path, THIRDS.replace("DEADLINE", str(deadline)), {"x": program})
    explanation = quickwin.explain(study, "x")
    said = [note for table in explanation.tables() for note in (*table.lead, *table.notes)]
    return explanation.program.class_, " ".join(said)


def test_what_reaches_its_gate_once_rounded_is_not_said_to_fall_short(tmp_path: Path) -> None:
    # (3 + 3 + 6) / 30 is 0.4, and in floating point a little less
    kind, said = told(tmp_path, 3, 6, 6)
    assert kind == "major project"
    assert "percentage points short" not in said
    assert "It is felt 3.0 months too late." in said


def test_what_falls_short_of_its_gate_does_not_look_as_if_it_reached_it(tmp_path: Path) -> None:
    kind, said = told(tmp_path, 12, 6, 5.9)  # 0.39666…
    assert kind == "fill-in"
    assert "40% (the gate is 40%)" not in said
    kind, said = told(tmp_path, 12, 12.04, 9)
    assert kind == "major project"
    assert "12.0 months (the deadline is 12)" not in said


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


def test_a_program_with_fewer_points_is_told_so(tmp_path: Path) -> None:
    study = connected(tmp_path)
    ranking = quickwin.rank(study)
    first, last = ranking[0].id, ranking[-1].id
    down, up = (quickwin.explain(study, a, versus=b).tables()[0] for a, b in ((first, last), (last, first)))
    assert "points more than" in down.lead[0]
    assert "points fewer than" in up.lead[0]
    assert "against it" in up.lead[0]
    assert down.rows[-1].cells[-1] == -up.rows[-1].cells[-1]  # type: ignore[operator]  # points are numbers
    same = quickwin.explain(study, first, versus=first).tables()[0]
    assert [row.cells[0] for row in same.rows] == ["sum"]


def test_without_pillars_it_is_the_readiness_that_is_not_stated(tmp_path: Path) -> None:
    program = "{name: X, time_to_benefit: 2, impact: {ease: 5}}"
    said = words(written(tmp_path, "criteria: {ease: {worst: 1, best: 5}}\n", {"x": program}), "x")
    assert "prepare" in said
    assert "nothing is stated about" in said
    assert "readiness of readiness" not in said
