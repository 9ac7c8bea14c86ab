"""quickwin in Python and in a notebook."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from tests.written import CRITERIA, PROGRAM, study, write

import quickwin

Run = Callable[..., subprocess.CompletedProcess[str]]
BETTER = PROGRAM.replace("Counter", "Café <b>*7*</b>").replace("ease: 4", "ease: 5")
PROGRAMS = {"counter": PROGRAM, "cafe": BETTER}


def test_the_example_of_the_package_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, programs=PROGRAMS)
    monkeypatch.chdir(tmp_path)
    ranking = quickwin.rank(quickwin.load("programs/"))
    # impact 0.6 · 0.75 + 0.4 · 0.4 = 0.61, timeliness 18 / 24
    assert ranking["counter"].score == pytest.approx(45.75)
    explanation = quickwin.explain(quickwin.load("programs/"), "cafe", versus="counter")
    assert explanation.versus
    assert explanation.versus.points == pytest.approx(100 * 0.6 * 0.25 * 0.75)


def test_a_ranking_is_a_sequence_by_place_and_by_id(tmp_path: Path) -> None:
    ranking = quickwin.rank(study(tmp_path, programs=PROGRAMS))
    assert len(ranking) == 2
    assert [one.id for one in ranking] == ["cafe", "counter"]
    assert ranking[0] is ranking["cafe"]
    assert ranking[-1].id == "counter"
    with pytest.raises(KeyError, match="nobody"):
        ranking["nobody"]
    with pytest.raises(IndexError):
        ranking[2]


def test_a_ranking_shows_itself(tmp_path: Path) -> None:
    ranking = quickwin.rank(study(tmp_path, "title: Round 1\n" + CRITERIA.replace("\n    ", "\n"), PROGRAMS))
    first, *rows = repr(ranking).splitlines()
    assert first == "<Ranking 'Round 1': 2 programs>"
    assert [row.split()[:3] for row in rows] == [["1", "57.0", "quick"], ["2", "45.8", "quick"]]
    assert rows[1].endswith("Counter (counter)")


def test_a_long_ranking_shows_its_first_programs(tmp_path: Path) -> None:
    programs = {f"p{place}": PROGRAM for place in range(23)}
    ranking = quickwin.rank(study(tmp_path, programs=programs))
    assert len(repr(ranking).splitlines()) == 1 + 20 + 1
    assert "3 more" in repr(ranking).splitlines()[-1]


def test_in_a_notebook_results_are_tables_in_which_markup_does_nothing(tmp_path: Path) -> None:
    found = study(tmp_path, programs=PROGRAMS)
    for result in (
        quickwin.rank(found),
        quickwin.explain(found, "cafe"),
        quickwin.explain(found, "counter", versus="cafe"),
    ):
        page = result._repr_html_()
        assert "<table" in page
        assert "Café &lt;b&gt;*7*&lt;/b&gt;" in page
        assert "<b>*7*" not in page


def test_a_plan_is_a_sequence_by_place_and_by_id_and_shows_itself(tmp_path: Path) -> None:
    """Of two teams of one owner the one starts when the other has delivered, 6 months of 24 later."""
    limits = "title: Round 1\nplan: {per_owner: 1}\n"
    owned = {id: text + "    owner: Dinkes\n" for id, text in PROGRAMS.items()}
    plan = quickwin.plan(study(tmp_path, limits + CRITERIA.replace("\n    ", "\n"), owned))
    assert [(one.id, one.start, one.delivers) for one in plan] == [("cafe", 0, 6), ("counter", 6, 12)]
    assert (len(plan), plan[0], plan["counter"].owner) == (2, plan["cafe"], "Dinkes")
    assert plan.benefit == pytest.approx(100 * (0.6 + 0.4 * 0.4) * 18 / 24 + 100 * (0.6 * 0.75 + 0.4 * 0.4) * 12 / 24)
    with pytest.raises(KeyError, match="nobody"):
        plan["nobody"]
    first, *rows = repr(plan).splitlines()
    assert first == "<Plan 'Round 1': 2 programs, 87.5 points, optimal>"
    assert rows[1].split() == ["6–12", "30.5", "Counter", "(counter)"]
    road = quickwin.roadmap(quickwin.load(tmp_path / "programs"))
    assert repr(road).splitlines() == [first.replace("Plan", "Roadmap"), *rows]
    for result in (plan, road):
        page = result._repr_html_()
        assert "Café &lt;b&gt;*7*&lt;/b&gt;" in page
        assert "<b>*7*" not in page


def test_a_plan_is_the_same_twice_and_wishes_are_its_arguments(tmp_path: Path) -> None:
    found = study(tmp_path, programs=PROGRAMS)
    plan = quickwin.plan(found, without=["cafe"], lock=["counter@3"])
    assert [(one.id, one.start) for one in plan] == [("counter", 3)]
    assert json.dumps(plan.document()) == json.dumps(
        quickwin.plan(found, without=["cafe"], lock=["counter@3"]).document()
    )
    with pytest.raises(quickwin.Usage, match="must not"):
        quickwin.plan(found, must=["cafe"], without=["cafe"])
    clash = quickwin.plan(quickwin.load(tmp_path / "programs", set={"plan.total": 1}), must=["cafe", "counter"])
    assert (clash.status, clash.benefit, len(clash)) == ("infeasible", None, 0)
    assert "no plan is possible" in clash._repr_html_().casefold()


def test_a_study_and_an_explanation_show_themselves(tmp_path: Path) -> None:
    found = study(tmp_path, "title: Round 1\n" + CRITERIA.replace("\n    ", "\n"), PROGRAMS)
    assert repr(found) == "<Study 'Round 1': 2 programs>"
    assert repr(quickwin.explain(found, "counter")).startswith(
        "<Explanation of counter: Counter is 2nd of 2, with 45.8 points"
    )


@pytest.mark.parametrize("paths", ["programs", "programs/counter.yaml"])
def test_paths_may_be_text_paths_or_several(paths: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, programs=PROGRAMS)
    monkeypatch.chdir(tmp_path)
    expected = quickwin.rank(quickwin.load(paths)).programs
    for given in (Path(paths), [paths], (Path(paths),), iter([paths]), tmp_path / paths):
        assert quickwin.rank(quickwin.load(given)).programs == expected


def test_without_paths_it_is_the_folder_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert len(quickwin.load()) == 1


def test_criteria_may_be_named(tmp_path: Path) -> None:
    folder = write(tmp_path, programs=PROGRAMS)
    (tmp_path / "criteria.yaml").rename(tmp_path / "other.yaml")
    with pytest.raises(quickwin.Usage, match=r"criteria\.yaml"):
        quickwin.load(folder)
    assert len(quickwin.load(folder, criteria=tmp_path / "other.yaml")) == 2
    assert len(quickwin.load(folder, criteria=str(tmp_path / "other.yaml"))) == 2


def test_broken_files_are_an_error_with_findings(tmp_path: Path) -> None:
    programs = PROGRAMS | {"bad": "name: Bad\ntime_to_benefit: soon\nimpakt: {ease: 3}\n"}
    folder = write(tmp_path, programs=programs)
    with pytest.raises(quickwin.Broken) as raised:
        quickwin.load(folder)
    found = [(one.code, one.place.line, one.place.column) for one in raised.value.findings]
    assert found == [("QW108", 2, 18), ("QW105", 3, 1)]
    assert all(
        isinstance(one, quickwin.Finding) and isinstance(one.place, quickwin.Place) for one in raised.value.findings
    )
    assert str(raised.value).count("\n") == 1
    assert "bad.yaml:3:1" in str(raised.value)
    skipping = quickwin.load(folder, skip_invalid=True)
    assert [(one.id, Path(one.file).name) for one in skipping.skipped] == [("bad", "bad.yaml")]
    assert [one.id for one in quickwin.rank(skipping)] == ["cafe", "counter"]
    assert [one.code for one in skipping.findings] == ["QW108", "QW105"]


def test_broken_criteria_are_an_error_even_where_programs_are_skipped(tmp_path: Path) -> None:
    folder = write(tmp_path, CRITERIA + "    dedline: 3\n")
    for skip in (False, True):
        with pytest.raises(quickwin.Broken, match="deadline"):
            quickwin.load(folder, skip_invalid=skip)


def test_nothing_to_read_is_wrong_usage(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "counter.yaml").unlink()
    with pytest.raises(quickwin.Usage):
        quickwin.load(folder)
    with pytest.raises(quickwin.Usage):
        quickwin.load(tmp_path / "nowhere")


def test_results_cannot_be_changed(tmp_path: Path) -> None:
    ranking = quickwin.rank(study(tmp_path))
    with pytest.raises(FrozenInstanceError):
        ranking[0].score = 100.0  # type: ignore[misc]  # that is what is tested


def test_a_study_may_be_ranked_twice_with_the_same_result(tmp_path: Path) -> None:
    found = study(tmp_path, programs=PROGRAMS)
    once = json.dumps(quickwin.rank(found).document())
    quickwin.explain(found, "counter")
    assert json.dumps(quickwin.rank(found).document()) == once


def test_every_public_name_is_there_and_is_listed() -> None:
    for name in quickwin.__all__:
        assert getattr(quickwin, name).__doc__, name
    assert set(quickwin.__all__) <= set(dir(quickwin))
    with pytest.raises(AttributeError, match="module 'quickwin' has no attribute 'rnak'"):
        quickwin.rnak  # type: ignore[attr-defined]  # noqa: B018  # that is what is tested


def test_importing_quickwin_is_quick_and_warnings_are_errors(tmp_path: Path, run_python: Run) -> None:
    write(tmp_path, programs=PROGRAMS)
    program = """
import sys
import quickwin
assert not {"numpy", "pydantic", "yaml"} & set(sys.modules)
study = quickwin.load()
print(quickwin.rank(study)[0].id, len(quickwin.explain(study, "cafe", versus="counter").document()["versus"]["causes"]))
"""
    ran = run_python("-W", "error", "-c", program, cwd=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "cafe 6\n", "")
