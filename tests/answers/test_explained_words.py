"""An explanation in sentences: rank, class, gates, and what falls short."""

from pathlib import Path

from tests.answers.connected import connected
from tests.written import study as written

import quickwin


def words(study: quickwin.Study, id: str) -> str:
    return quickwin.explain(study, id).tables()[0].lead[0]


def test_the_headline_says_rank_score_class_and_what_costs_most(tmp_path: Path) -> None:
    # Impact (0.5 + 0.75 + 0.4) / 3 = 0.55, coverage 0.8: 0.44. Months 13.1875, timeliness 10.8125 / 24 = 0.450521;
    # delivery 1 − 0.3 · 0.4375 = 0.86875. Score 100 · 0.44 · 0.450521 · 0.86875 = 17.2209…;
    # at a timeliness of 1 38.225.
    assert words(connected(tmp_path), "internet") == (
        "Internet is 1st of 2, with 17.2 points: major project, since its effective impact is 44% (the gate is 40%) "
        "and it is felt after 13.2 months (the deadline is 12); timeliness costs it most, "
        "and would give 21.0 points if nothing were lost there."
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


def test_without_pillars_it_is_the_readiness_that_is_not_stated(tmp_path: Path) -> None:
    program = "{name: X, time_to_benefit: 2, impact: {ease: 5}}"
    said = words(written(tmp_path, "criteria: {ease: {worst: 1, best: 5}}\n", {"x": program}), "x")
    assert "prepare" in said
    assert "nothing is stated about" in said
    assert "readiness of readiness" not in said
