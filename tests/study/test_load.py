"""What a study is made of: what cannot be read beside it, what was set, and how its files are named."""

import json
from pathlib import Path

import pytest
from tests.written import CRITERIA, PROGRAM, study, write

import quickwin
from quickwin.study.load import load
from quickwin.study.problem import nearest

PARENT = PROGRAM + "    depends_on: [typo]\n"
CHILD = PROGRAM + "    depends_on: [parent]\n"


def test_beside_an_unread_file_an_unknown_id_is_told_only_where_nothing_else_explains_it(tmp_path: Path) -> None:
    folder = write(tmp_path, programs={"parent": PARENT, "child": CHILD, "bad": "name: ["})
    for asked, place in (("parent", "parent.yaml"), ("child", "child.yaml"), ("", "bad.yaml")):
        with pytest.raises(quickwin.Broken) as raised:
            quickwin.load(folder / f"{asked}.yaml" if asked else folder)
        (finding,) = raised.value.findings
        assert finding.place.file.endswith(place)
    (tmp_path / "programs" / "bad.yaml").unlink()
    with pytest.raises(quickwin.Broken, match="no program with the id"):
        quickwin.load(folder / "parent.yaml")


def test_what_may_depend_on_an_unread_program_is_left_out(tmp_path: Path) -> None:
    programs = {"parent": PARENT, "child": CHILD, "bad": "name: [", "counter": PROGRAM}
    read = quickwin.load(write(tmp_path, programs=programs), skip_invalid=True)
    assert [one.id for one in quickwin.rank(read)] == ["counter"]
    assert [(one.file, one.id) for one in read.skipped] == [
        ("programs/bad.yaml", None),
        ("programs/child.yaml", "child"),
        ("programs/parent.yaml", "parent"),
    ]
    assert "typo" in read.skipped[2].reason


def test_what_is_left_out_is_named_from_the_folder_of_the_criteria(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path, programs={"counter": PROGRAM, "bad": "name: Bad"})
    (folder / "far.yaml").symlink_to("/etc/hosts")
    monkeypatch.chdir(folder)
    documents = [
        quickwin.rank(quickwin.load(path, skip_invalid=True)).document() for path in (folder, Path("../programs"))
    ]
    assert json.dumps(documents[0]) == json.dumps(documents[1])
    assert sorted(one.file for one in quickwin.load(folder, skip_invalid=True).skipped) == [
        "programs/bad.yaml",
        "programs/far.yaml",
    ]


def test_without_paths_the_study_around_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path)
    for here in (tmp_path, folder):
        monkeypatch.chdir(here)
        assert len(load(())) == 1
    (folder / "counter.yaml").unlink()
    with pytest.raises(quickwin.Usage, match="no program file in this folder"):
        load(())
    (tmp_path / "criteria.yaml").unlink()
    (tmp_path / ".git").mkdir()
    with pytest.raises(quickwin.Usage, match=r"no criteria\.yaml in this folder"):
        load(())


def test_facts_money_and_years_may_have_any_name(tmp_path: Path) -> None:
    criteria = """
        start: 2022-09-01
        context: {facts: {value: 1000, year: {value: 3}, note: of 2022}}
        criteria:
          reach: {measure: beneficiaries, per: value, worst: 0, best: 1}
        budget_opens: {year: 2023-01-01, note: as the council says}
        """
    program = PROGRAM.replace("impact: {ease: 4, equity: some}", "beneficiaries: 250\n    funding: {status: year}")
    ranked = quickwin.rank(study(tmp_path, criteria, {"counter": program}))
    assert ranked["counter"].impact == pytest.approx(0.25)
    assert ranked["counter"].start == pytest.approx(4)


def test_settings_may_write_what_the_file_leaves_out(tmp_path: Path) -> None:
    folder = write(tmp_path, "start: 2022-09-01\n" + CRITERIA.replace("\n    ", "\n"))
    dated = quickwin.load(folder, set={"budget_opens.next": "2023-01-01"})
    assert dated.judge.criteria.budget_opens == {"next": pytest.approx(4)}
    assert quickwin.load(folder, set={"plan.budget.2023": "Rp5 miliar"}).judge.criteria.plan.budget == {2023: 5e9}


def test_a_product_may_be_tried_where_the_file_has_a_sum(tmp_path: Path) -> None:
    folder = write(tmp_path, CRITERIA + "    model: {kind: sum, impact: 60, time: 40}\n")
    plain = quickwin.load(write(tmp_path / "plain"))
    tried = quickwin.load(folder, set={"model.kind": "product"})
    assert quickwin.rank(tried)["counter"].score == quickwin.rank(plain)["counter"].score


def test_a_share_is_recorded_by_the_whole_path_of_its_criterion(tmp_path: Path) -> None:
    criteria = """
        criteria:
          service: {criteria: {ease: {worst: 1, best: 5}, speed: {worst: 5, best: 1}}}
          equity: {worst: 1, best: 5}
        """
    program = PROGRAM.replace("equity: some", "equity: 3")
    read = quickwin.load(write(tmp_path, criteria, {"counter": program}), weights={"ease": "40%", "service": "70%"})
    assert read.judge.set == {"criteria.service.criteria.ease.share": "40%", "criteria.service.share": "70%"}


def test_the_file_is_blamed_for_its_own_errors_and_a_setting_for_the_rest(tmp_path: Path) -> None:
    folder = write(tmp_path, CRITERIA + "    horizon: 6\n")
    with pytest.raises(quickwin.Broken) as of_file:
        quickwin.load(folder, set={"title": "Wins"})
    assert of_file.value.findings[0].place.file.endswith("criteria.yaml")
    assert len(quickwin.load(folder, set={"horizon": 12})) == 1
    with pytest.raises(quickwin.Usage) as of_setting:
        quickwin.load(write(tmp_path), set={"ease.weight": 0, "equity.weight": 0})
    assert [str(one.place) for one in of_setting.value.findings] == ["--set ease.weight=0 --set equity.weight=0"]


@pytest.mark.parametrize("word", ["xrogram-00123", "PROGRAM-00123", "Program-0123", "rogram-00123"])
def test_among_thousands_of_names_the_nearest_is_found(word: str) -> None:
    names = [f"Office-{number}" for number in range(5000)]
    assert nearest(word, [*names, "Program-00123", *names]) == "Program-00123"
