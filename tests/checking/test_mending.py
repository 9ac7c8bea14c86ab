"""Mends of a study: certain ones only, tried before they are written, all files or none."""

import random
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.gallery import SOUND

from quickwin.checking import mending
from quickwin.checking.check import check
from quickwin.checking.mending import Mended, diff, mend, possible, write
from quickwin.checking.report import Report
from quickwin.files.disk import digest
from quickwin.files.yaml import read
from quickwin.finding import Finding, Fix, Place
from quickwin.study.study import Usage

HEAD = "name: Water\ndimension: society\ntime_to_benefit: 6\n"
READING = ("QW10", "QW11", "QW2", "QW409")
"""What is found while files are read, the comments that silence nothing, and a rule that is silent here."""

CERTAIN = {
    "a key": ("nmae: Water # so\n", "name: Water # so\n"),
    "a key in capitals with spaces": ("Target Group: all\n", "target_group: all\n"),
    "a key of a part": ("cost: {capx: 5}\n", "cost: {capex: 5}\n"),
    "a key of an estimate": ("beneficiaries: {lkiely: 5}\n", "beneficiaries: {lkiely: 5}\n"),
    "a key beside a number": ("beneficiaries: {value: 5, soruce: BPS}\n", "beneficiaries: {value: 5, source: BPS}\n"),
    "a key that is too far off": ("onwerr: PDAM\n", "onwerr: PDAM\n"),
    "a short key": ("kpj: []\n", "kpj: []\n"),
    "a key with another first letter": ("vote: 5\n", "vote: 5\n"),
    "a key that is there already": ("owner: PDAM\nownr: DPMD\n", "owner: PDAM\nownr: DPMD\n"),
    "two slips for one key": ("ownr: PDAM\nowne: DPMD\n", "owner: PDAM\nowne: DPMD\n"),
    "a key whose value is wrong": ("last: -5\nownr: PDAM\n", "last: -5\nowner: PDAM\n"),
    "a criterion": ("impact: {esae: 4, Equity: some}\n", "impact: {ease: 4, equity: some}\n"),
    "a criterion that is measured": ("impact: {reech: 4}\n", "impact: {reech: 4}\n"),
    "a criterion whose score is wrong": ("impact: {esae: 9}\n", "impact: {esae: 9}\n"),
    "a level": ('impact: {equity: "soem"}\n', 'impact: {equity: "some"}\n'),
    "a level that is another word": ("impact: {equity: post}\n", "impact: {equity: post}\n"),
    "a level of a rater": (
        "impact: {equity: {raters: {a: Some, b: most}}}\n",
        "impact: {equity: {raters: {a: some, b: most}}}\n",
    ),
    "a pillar": ("readiness: {structur: 3}\n", "readiness: {structure: 3}\n"),
    "an item": ("readiness: {structure: {poeple: 3}}\n", "readiness: {structure: {people: 3}}\n"),
    "an enabler": (
        "needs: [electricty]\nprovides: {'Internet': 5%}\n",
        "needs: [electricity]\nprovides: {'internet': 5%}\n",
    ),
    "an unlike enabler": ("needs: [water]\n", "needs: [water]\n"),
    "a status": ("funding: {status: secure}\n", "funding: {status: secured}\n"),
    "a subdimension": ("subdimension: learnin\n", "subdimension: learning\n"),
    "an id": ("depends_on: [Road]\n", "depends_on: [road]\n"),
    "an id that may be another": ("depends_on: [raod, roads]\n", "depends_on: [raod, roads]\n"),
    "an id by an alias": ("note: &r Road\ndepends_on: [*r]\n", "note: &r Road\ndepends_on: [*r]\n"),
    "a single id": ("depends_on: road\n", "depends_on: [road]\n"),
    "a single slip of an id": ("conflicts_with: ROAD\n", "conflicts_with: [road]\n"),
    "no partners": ("partners: none\n", "partners: none\n"),
    "a number cut at its comma": (
        "cost: {capex: Rp1,5 miliar, opex_per_year: 2}\n",
        'cost: {capex: "Rp1,5 miliar", opex_per_year: 2}\n',
    ),
    "a number of another country": ("beneficiaries: 1,200,000\n", "beneficiaries: 1.200.000\n"),
    "a number of either country": ("beneficiaries: 1,200\n", "beneficiaries: 1,200\n"),
    "a number cut where it may be either": ("cost: {capex: 1,200}\n", "cost: {capex: 1,200}\n"),
    "a key before such a number": ("benificiaries: 1.200\n", "beneficiaries: 1.200\n"),
    "a day": ("kpi: [{name: homes, by: 2022-9-1}]\n", "kpi: [{name: homes, by: 2022-09-01}]\n"),
    "a day of another order": ('kpi: [{name: homes, by: "25/12/2022"}]\n', 'kpi: [{name: homes, by: "2022-12-25"}]\n'),
    "a day of either order": ("kpi: [{name: homes, by: 1/9/2022}]\n", "kpi: [{name: homes, by: 1/9/2022}]\n"),
    "a month": ("kpi: [{name: homes, by: 2022-9}]\n", "kpi: [{name: homes, by: 2022-09}]\n"),
    "yes and no": (
        "cost: {value: 5, assumed: yes}\nbeneficiaries: {value: 5, assumed: Tidak}\n",
        "cost: {value: 5, assumed: true}\nbeneficiaries: {value: 5, assumed: false}\n",
    ),
    "yes in quotes": ('cost: {value: 5, assumed: "yes"}\n', 'cost: {value: 5, assumed: "yes"}\n'),
    "a comment that silences nothing": ("owner: PDAM  # quickwin: ignore[QW409] why\n", "owner: PDAM\n"),
    "a key behind a question mark": ("? ownr\n: PDAM\n", "? owner\n: PDAM\n"),
    "a key with an escaped letter": ('"own\\u0072": PDAM\n', '"owner": PDAM\n'),
    "a key beside an alias": ("note: &n PDAM\nownr: *n\n", "note: &n PDAM\nowner: *n\n"),
    "a key in capitals that stands twice": ("OWNER: PDAM\nOwner: DPMD\n", "owner: PDAM\nOwner: DPMD\n"),
    "in braces, before a comment": (
        "cost: {value: 5, assumed: yes # so\n}\n",
        "cost: {value: 5, assumed: true # so\n}\n",
    ),
    "behind tabs": ("needs:\t[ electricty\t]\t# so\n", "needs:\t[ electricity\t]\t# so\n"),
    "a number cut over two lines": ("cost: {capex: 1,\n  5}\n", "cost: {capex: 1,\n  5}\n"),
    "what looks like it in a text": ("note: |\n  ownr: PDAM\nownr: x", "note: |\n  ownr: PDAM\nowner: x"),
    "a very long line": (f"note: {'é' * 3000}\nownr: {'x' * 3000}\n", f"note: {'é' * 3000}\nowner: {'x' * 3000}\n"),
    "a key that hides a single id": ("depend_on: Road\n", "depends_on: [road]\n"),
}
"""The last lines of a program before and after mending; the same where nothing is certain."""

CHOSEN = {
    "plain": ("beneficiaries: 1.200\n", "beneficiaries: 1200\n", "beneficiaries: 1.2\n"),
    "with a comma": ("cost: 'Rp1,200'\n", "cost: 'Rp1200'\n", "cost: 'Rp1,2'\n"),
    "with words": ("cost: 1,234 juta\n", "cost: 1234 juta\n", "cost: 1,2340 juta\n"),
    "a percentage": ("reachable: 33.333%\n", "reachable: 33.333%\n", "reachable: 33,3330%\n"),
    "a fraction": ("beneficiaries: 1,200/2,400\n", "beneficiaries: 1200/2400\n", "beneficiaries: 1,2/2,4\n"),
    "money without its word": ("cost: Rp1.5\n", "cost: Rp1.5\n", "cost: Rp1.5\n"),
    "thousands are impossible": ("beneficiaries: .5\n", "beneficiaries: .5\n", "beneficiaries: 0,5\n"),
    "cut at its comma": ("cost: {capex: 1,200}\n", 'cost: {capex: "1200"}\n', 'cost: {capex: "1,2"}\n'),
    "behind a slip": ("benificiaries: 1.200\n", "beneficiaries: 1200\n", "beneficiaries: 1.2\n"),
}
"""The last line of a program, and what it becomes by either choice."""


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound study, in the current folder."""
    shutil.copytree(SOUND, tmp_path / "study")
    monkeypatch.chdir(tmp_path / "study")
    return tmp_path / "study"


def look(texts: Mapping[Path, bytes]) -> Report:
    """The check of the current folder."""
    return check([], select=READING, ignore=["QW208", "QW209", "QW210", "QW211"], texts=texts)


def mended_text(program: str, choice: str = "") -> str:
    """A program after mending has been written, and mending once more has changed nothing."""
    file = Path("programs/water.yaml")
    file.write_bytes(program.encode())
    write(mend(look, choice=choice))
    again = mend(look, choice=choice)
    assert (again.texts, again.count) == ({}, 0)
    return file.read_bytes().decode()


@pytest.mark.usefixtures("study")
@pytest.mark.parametrize("name", list(CERTAIN))
def test_what_is_certain_is_mended(name: str) -> None:
    before, after = CERTAIN[name]
    head = HEAD.removeprefix("name: Water\n") if "Water" in before else HEAD
    assert mended_text(head + before) == head + after


@pytest.mark.usefixtures("study")
@pytest.mark.parametrize("name", list(CHOSEN))
def test_a_number_becomes_what_was_chosen(name: str) -> None:
    before, *chosen = CHOSEN[name]
    for choice, after in zip(("thousands", "decimal"), chosen, strict=True):
        assert mended_text(HEAD + before, choice) == HEAD + after


@pytest.mark.usefixtures("study")
def test_the_dimension_is_mended_by_key_and_alias() -> None:
    assert "dimension: society\n" in mended_text(HEAD.replace("society", "socity"))
    assert "dimension: masyarakat\n" in mended_text(HEAD.replace("society", "Masyarakt"))


def test_criteria_and_context_are_mended_before_what_hangs_on_them(study: Path) -> None:
    criteria, place = study / "criteria.yaml", study / "contexts" / "place.yaml"
    sound = criteria.read_bytes(), place.read_bytes()
    criteria.write_bytes(
        sound[0].replace(b"dimensions:", b"dimension:").replace(b"per: population", b"per: Population")
    )
    place.write_bytes(sound[1].replace(b"coverage:", b"coverge:").replace(b"\n", b"\r\n"))
    mended = mend(look)
    write(mended)
    assert mended.changed == ("contexts/place.yaml", "criteria.yaml")
    assert (criteria.read_bytes(), place.read_bytes()) == (sound[0], sound[1].replace(b"\n", b"\r\n"))
    assert not mended.report.findings


def test_an_id_is_stated_where_the_name_of_the_file_is_none(study: Path) -> None:
    file = study / "programs" / "Air bersih.yaml"
    file.write_bytes(b"# Sampit\r\n" + HEAD.replace("\n", "\r\n").encode())
    write(mend(look))
    assert file.read_bytes() == b"# Sampit\r\nid: air-bersih\r\n" + HEAD.replace("\n", "\r\n").encode()
    for taken in ("air-bersih.yaml", "AIR BERSIH.yaml"):
        file.write_text(HEAD)
        (study / "programs" / taken).write_text(HEAD)
        assert not any(one.fixes for one in look({}).findings)
        (study / "programs" / taken).unlink()
    (study / "programs" / "broken.yaml").write_text("name: [")
    assert not any(one.fixes for one in look({}).findings)
    (study / "programs" / "broken.yaml").unlink()
    file.write_text("{" + HEAD.strip().replace("\n", ", ") + "}")
    assert mend(look).count == 0


def test_a_mend_that_closes_a_circle_is_taken_back(study: Path) -> None:
    for wrong, other in (
        ("lake", "river"),
        ("river", "lake"),
    ):  # the error is told at the first file, be it changed or not
        (study / "programs" / f"{wrong}.yaml").write_text(HEAD + f"depends_on: [{other.upper()}]\nownr: PDAM\n")
        (study / "programs" / f"{other}.yaml").write_text(HEAD + f"depends_on: [{wrong}]\n")
        (text,) = mend(look).texts.values()
        assert text.decode() == HEAD + f"depends_on: [{other.upper()}]\nowner: PDAM\n"


def test_all_of_many_mistakes_are_mended(study: Path) -> None:
    file = study / "programs" / "water.yaml"
    rows = "".join(f"  - {{nam: homes {number}, uint: homes}}\n" for number in range(150))
    file.write_text(HEAD + "kpi:\n" + rows.replace("nam:", "name:") + "need: []\n")
    mended = mend(look)
    assert mended.count == 151
    assert not mended.report.findings
    file.write_text(file.read_text() + "".join(f"unknown{number}: 1\n" for number in range(5)))
    mended = mend(look)
    assert mended.count == 151
    assert len(mended.report.findings) == 5


def test_what_is_found_in_other_documents_of_a_file_is_mended_there(study: Path) -> None:
    file = study / "programs" / "two.yaml"
    file.write_text(f"id: one\n{HEAD}---\nid: two\n{HEAD}ownr: PDAM\n---\nid: three\n{HEAD}ownr: DPMD\n")
    write(mend(look))
    assert file.read_text().count("\nowner:") == 2


def test_bytes_around_a_mend_stay(study: Path) -> None:
    file = study / "programs" / "water.yaml"
    before = (
        b"\xef\xbb\xbf# \xe2\x80\xa8 Sampit\t \r\nnmae: 'Air\xc2\xa0bersih'  # water\rdimension: society\n\n"
        b"time_to_benefit: {rollout: 1,5 , other: 1}\r\nneeds: [ electricty ]   \r\n# the end"
    )
    file.write_bytes(before)
    write(mend(look))
    expected = before.replace(b"nmae", b"name").replace(b"1,5", b'"1,5"').replace(b"electricty", b"electricity")
    assert file.read_bytes() == expected


def test_files_outside_of_the_study_are_never_written(study: Path) -> None:
    wrong = HEAD + "ownr: PDAM\n"
    elsewhere = study.parent / "elsewhere.yaml"
    elsewhere.write_text(wrong)
    (study / "inner.yaml").write_text(wrong)
    (study / "programs" / "out.yaml").symlink_to(elsewhere)
    (study / "programs" / "in.yaml").symlink_to(study / "inner.yaml")
    for paths in ([], [elsewhere]):
        mended = mend(
            lambda texts, paths=paths: check(paths, criteria=Path("criteria.yaml"), select=READING, texts=texts)
        )
        write(mended)
        assert elsewhere.read_text() == wrong
    assert (study / "inner.yaml").read_text() == HEAD + "owner: PDAM\n"
    assert (study / "programs" / "in.yaml").is_symlink()


def test_a_link_that_turns_meanwhile_is_not_followed(study: Path) -> None:
    file, outside = study / "programs" / "water.yaml", study.parent / "outside.yaml"
    for one in (file, outside):
        one.write_text(HEAD + "ownr: PDAM\n")
    mended = mend(look)
    file.unlink()
    file.symlink_to(outside)
    with pytest.raises(Usage, match="changed"):
        write(mended)
    assert outside.read_text() == HEAD + "ownr: PDAM\n"


def two_files(study: Path) -> tuple[list[Path], Mended]:
    """Two files with mistakes, and their mends."""
    files = [study / "programs" / name for name in ("a.yaml", "b.yaml")]
    for file in files:
        file.write_text(HEAD + "ownr: PDAM\n")
    return files, mend(look)


def test_nothing_is_written_if_a_file_was_changed_meanwhile(study: Path) -> None:
    files, mended = two_files(study)
    files[1].write_text(HEAD)
    with pytest.raises(Usage, match=r"b\.yaml was changed"):
        write(mended)
    assert files[0].read_text() == HEAD + "ownr: PDAM\n"


def test_all_files_are_as_they_were_if_one_cannot_be_written(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files, mended = two_files(study)
    really = mending.write_whole

    def refuse(path: Path, data: bytes) -> None:
        if path.name == "b.yaml":
            raise OSError(28, "No space left on device")
        really(path, data)

    monkeypatch.setattr(mending, "write_whole", refuse)
    with pytest.raises(Usage, match="No space left"):
        write(mended)
    assert {file.read_text() for file in files} == {HEAD + "ownr: PDAM\n"}
    assert sorted(file.name for file in (study / "programs").iterdir()) == ["a.yaml", "b.yaml", "road.yaml"]


def test_what_was_taken_back_is_tried_again_once_mending_came_further(study: Path) -> None:
    file, text = study / "programs" / "water.yaml", "a: 1\nb: 1\nc: 1\n"
    file.write_text(text)
    report = look({})

    def place(line: int, key: str) -> Place:
        return Place("programs/water.yaml", line, 1, (key,))

    def look_by(texts: Mapping[Path, bytes]) -> Report:
        """Of three mends the last is found behind the second, and without it the first brings an error."""
        now = texts.get(file, text.encode())
        done = {key for key in "abc" if key.upper() in now.decode()}
        left = [(line, key) for line, key in enumerate("abc", 1) if key not in done and (key != "c" or "b" in done)]
        found = [Finding("QW105", place(line, key), "", fixes=(Fix(key.upper()),)) for line, key in left]
        found += [Finding("QW107", place(1, "A"), "")] if done == {"a", "b"} else []
        return replace(report, findings=tuple(found), inputs={"water": digest(now)})

    mended = mend(look_by)
    assert mended.texts == {file: b"A: 1\nB: 1\nC: 1\n"}
    assert mended.count == 3


def test_mending_goes_by_steps_up_too(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files, _ = two_files(study)
    monkeypatch.chdir(study / "programs")
    mended = mend(lambda texts: check([Path("..")], select=READING, texts=texts))
    assert mended.changed == ("a.yaml", "b.yaml")
    write(mended)
    assert "owner" in files[0].read_text()


def test_a_text_is_given_by_a_path_with_steps_up(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(study / "contexts")
    file = Path("../programs/road.yaml")
    for named in (file, file.absolute(), study / "programs" / "road.yaml"):
        texts = {named: (HEAD + "ownr: PDAM\n").encode()}
        mended = mend(
            lambda new, texts=texts: check([file], select=READING, texts={**texts, **new}),
            texts=texts,
        )
        assert "+owner: PDAM\n" in diff(mended)


def test_a_patch_names_files_from_where_it_can_be_applied(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two_files(study)
    (study.parent / "link").symlink_to(study)
    places = {
        "study": ("study", "study", "programs/"),
        "study/programs": ("study/programs", "..", ""),
        "study/contexts": ("study", "..", "programs/"),
        "study/..": ("", "study", "study/programs/"),
        "link/contexts": ("study", "../../link", "programs/"),
    }
    for folder, (where, path, prefix) in places.items():
        monkeypatch.chdir(study.parent / folder)
        paths = [] if folder == "study" else [Path(path)]
        mended = mend(lambda texts, paths=paths: check(paths, select=READING, texts=texts))
        shown = diff(mended)
        assert shown.startswith(f"diff --git a/{prefix}a.yaml b/{prefix}a.yaml\n")
        command = ["git", "apply", "--check", "-p1", "-"]
        subprocess.run(command, input=shown.encode(), cwd=study.parent / where, check=True)


UNFIT = {
    "an anchor": "dimension: &d Society\n",
    "a block of text": "dimension: >-\n  Socity\n",
    "an alias": "note: &d Society\ndimension: *d\n",
    "a key at an anchor": "dimension: society\n&k ownr: PDAM\n",
}
"""The last lines of a program with a mistake that could be mended elsewhere."""


@pytest.mark.usefixtures("study")
@pytest.mark.parametrize("name", list(UNFIT))
def test_no_mend_is_promised_where_none_fits(name: str) -> None:
    file = Path("programs/water.yaml")
    file.write_text("name: Water\ntime_to_benefit: 6\n" + UNFIT[name])
    report = check([], select=["QW1", "QW2"])
    unfit = [one for one in report.findings if one.place.file == str(file)]
    assert mend(lambda texts: check([], select=["QW1", "QW2"], texts=texts)).count == 0
    assert unfit
    assert not any(one.fixes for one in possible(unfit, report.root))
    file.write_text("name: Water\ntime_to_benefit: 6\ndimension: society\nownr: PDAM\n")
    (one,) = [one for one in check([], select=["QW105"]).findings if one.place.file == str(file)]
    assert list(possible([one], report.root)) == [one]
    assert one.fixable


def test_no_mend_is_promised_outside_of_the_study(study: Path) -> None:
    outside = study.parent / "elsewhere.yaml"
    outside.write_text(HEAD + "ownr: PDAM\n")
    report = check([outside], criteria=Path("criteria.yaml"), select=["QW105"])
    (found,) = possible((replace(one, fixes=(Fix("owner"),)) for one in report.findings), report.root)
    assert found.code == "QW105"
    assert not found.fixes


def test_a_text_that_stands_in_place_of_a_file_is_shown_and_not_written(study: Path) -> None:
    file = study / "programs" / "new.yaml"
    texts = {file: (HEAD + "ownr: PDAM\n").encode()}
    mended = mend(lambda new: check([file], select=READING, texts={**texts, **new}), texts=texts)
    assert "+owner: PDAM\n" in diff(mended)
    with pytest.raises(Usage, match="changed"):
        write(mended)
    assert not file.exists()


def test_a_file_that_is_not_what_was_checked_is_left_alone(study: Path) -> None:
    files, _ = two_files(study)
    report = look({})
    files[0].write_text(HEAD + "ownr: DPMD\n")
    mended = mend(lambda texts: look(texts) if texts else report)
    assert mended.changed == ("programs/b.yaml",)


PATCH = """\
diff --git a/programs/air bersih.yaml b/programs/air bersih.yaml
--- a/programs/air bersih.yaml\t
+++ b/programs/air bersih.yaml\t
@@ -1,5 +1,6 @@
+id: air-bersih
 name: Water
 dimension: society
 time_to_benefit: 6
 problem: none\r
-ownr: PDAM
\\ No newline at end of file
+owner: PDAM
\\ No newline at end of file
diff --git a/programs/water.yaml b/programs/water.yaml
--- a/programs/water.yaml
+++ b/programs/water.yaml
@@ -1,4 +1,4 @@
-nmae: Water
+name: Water
 dimension: society
 time_to_benefit: 6
 # 0
@@ -9,7 +9,7 @@
 # 5
 # 6
 # 7
-ownr: PDAM
+owner: PDAM
 # 1
 # 2
 # 3
"""


def test_a_patch_is_shown_as_by_git_and_makes_the_same_files(study: Path) -> None:
    spaced, water = study / "programs" / "air bersih.yaml", study / "programs" / "water.yaml"
    spaced.write_bytes((HEAD + "problem: none\r\nownr: PDAM").encode())
    rows = ["".join(f"# {number}\n" for number in numbers) for numbers in (range(8), range(1, 9))]
    water.write_text(HEAD.replace("name", "nmae") + "ownr: PDAM\n".join(rows))
    mended = mend(look)
    assert diff(mended) == diff(mended, exact=True) == PATCH
    subprocess.run(["git", "apply", "-p1", "-"], input=PATCH.encode(), cwd=study, check=True)  # noqa: S607
    assert {file: file.read_bytes() for file in (spaced, water)} == mended.texts


def test_a_patch_does_not_act_where_it_is_shown(study: Path) -> None:
    acting = "problem: |\n  ::error::no ##vso[x]\tb \u202e c\nownr: PDAM\n"
    (study / "programs" / "water.yaml").write_text(HEAD + acting)
    mended = mend(look)
    shown, exact = diff(mended), diff(mended, exact=True)
    assert "\u202e" in exact
    assert shown.count("\ufffd") == 3
    assert not {"\u202e", "##"} & {one for one in ("\u202e", "##") if one in shown}
    assert [line for line in shown.splitlines() if line.lstrip().startswith("::")] == []
    assert "]\tb" in shown


WORDS = {"name": "Water", "owner": "PDAM", "problem": "none", "target_group": "all", "beneficiaries": "1.200"}
SLIPS = st.sampled_from(["", "swap", "drop", "double", "space"])


def slipped(key: str, slip: str, at: int) -> str:
    """A key with a slip of the hand in it."""
    at = 1 + at % (len(key) - 2)
    return {
        "": key,
        "swap": key[:at] + key[at + 1] + key[at] + key[at + 2 :],
        "drop": key[:at] + key[at + 1 :],
        "double": key[:at] + key[at] + key[at:],
        "space": key.replace("_", " ").title(),
    }[slip]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    slips=st.lists(st.tuples(st.sampled_from(sorted(WORDS)), SLIPS, st.integers(0, 9)), max_size=5),
    choice=st.sampled_from(["", "thousands", "decimal"]),
    seed=st.integers(0, 99),
)
def test_mending_ends_and_keeps_what_is_said(
    study: Path, slips: list[tuple[str, str, int]], choice: str, seed: int
) -> None:
    ends = random.Random(seed)  # noqa: S311  # no secret
    keys = {**dict.fromkeys(WORDS, ("", 0)), **{key: (slip, at) for key, slip, at in slips}}
    rows = [f"{slipped(key, *keys[key])}: {value}  # {key}" for key, value in WORDS.items()]
    text = "".join(
        row + ends.choice(["\n", "\r\n", "\r"]) for row in [*rows, "dimension: society", "time_to_benefit: 6"]
    )
    file = study / "programs" / "water.yaml"
    file.write_bytes(text.encode())
    mended = mend(look, choice=choice)
    write(mended)
    assert mend(look, choice=choice).texts == {}
    (before,), (after,) = read(text.encode(), "a")[0], read(file.read_bytes(), "a")[0]
    assert isinstance(before.data, dict)
    assert isinstance(after.data, dict)
    number = {"": "1.200", "thousands": "1200", "decimal": "1.2"}[choice]
    said = [number if value == "1.200" else value for value in before.data.values()]
    if not mended.report.findings:
        assert after.data == {**WORDS, "beneficiaries": number, "dimension": "society", "time_to_benefit": "6"}
    assert list(after.data.values()) in (said, list(before.data.values()))
    strip = [line.partition("  # ")[2] for line in file.read_bytes().decode().splitlines(keepends=True)]
    assert strip == [line.partition("  # ")[2] for line in text.splitlines(keepends=True)]
