"""Studies that are too large in one way: each is checked to the end, and told about as any other."""

from pathlib import Path

import pytest
from tests.hostile.expecting import read, sound_report
from tests.hostile.texts import numbered

from quickwin.checking.check import check
from quickwin.checking.report import Report

PROGRAM = "name: Water {number}\ndimension: society\nowner: PDAM {number}\ntime_to_benefit: 6\n"
CRITERION = b"  c%d: {weight: 1, worst: 1, best: 5}\n"
LEVEL = b" l%d: 0.5,"


def errors(report: Report) -> set[str]:
    """The codes of all errors."""
    return {one.code for one in report.findings if one.severity == "error"}


def write(folder: Path, count: int, text: str) -> None:
    """Write many files, each with its number in it."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"z{number}.yaml").write_text(text.replace("{number}", str(number)), encoding="utf-8")


def with_criteria(sound: Path, text: bytes) -> Report:
    """The report where criteria.yaml has another text."""
    file = sound / "criteria.yaml"
    return check([], texts={file: text})


def test_a_thousand_files_with_an_error_each(sound: Path) -> None:
    write(sound / "programs", 1_000, PROGRAM + "nonsense: 1\n")
    report = check([])
    assert errors(report) == {"QW105"}
    assert sum(one.code == "QW105" for one in report.findings) == 1_000
    sound_report(report, read(sound))


def test_two_thousand_contexts(sound: Path) -> None:
    write(sound / "contexts", 2_000, "name: Place {number}\nfacts: {population: 1}\ncoverage: {electricity: 50%}\n")
    report = check([])
    assert errors(report) <= {"QW108"}
    sound_report(report, read(sound))


def test_five_thousand_folders_in_each_other_and_beside(sound: Path) -> None:
    deep = sound / "programs"
    for _ in range(100):
        deep /= "d"
        deep.mkdir()
    write(deep, 1, PROGRAM)
    for number in range(1_000):
        (sound / "programs" / f"d{number}").mkdir()
    assert not errors(check([]))


@pytest.mark.parametrize(
    ("section", "codes"),
    [
        (b"criteria:\n  big: {worst: 1, best: 5}\n" + numbered(CRITERION, 2_000), {"QW202"}),
        (b"criteria:\n  big: {levels: {" + numbered(LEVEL + b"\n", 50_000) + b"}}\n", {"QW202"}),
        (b"criteria:\n  big:\n   curve:\n" + numbered(b"   - [%d, 0.5]\n", 50_000), {"QW202"}),
    ],
    ids=["2,000 criteria", "50,000 levels", "50,000 points"],
)
def test_large_criteria(section: bytes, codes: set[str], sound: Path) -> None:
    text = (sound / "criteria.yaml").read_bytes()
    before, _, behind = text.partition(b"criteria:\n")
    _, _, behind = behind.partition(b"readiness:")
    text = before + section + b"readiness:" + behind
    report = with_criteria(sound, text)
    assert errors(report) == codes
    sound_report(report, {"criteria.yaml": text})


@pytest.mark.parametrize(
    "section",
    [
        b"check:\n  precedents:\n" + numbered(b"  - {words: [w%d], months: 9, source: x}\n", 10_000),
        b"check:\n  per_path:\n" + numbered(b"   programs/a%d*b*c*.yaml: [QW5]\n", 10_000),
        b"check:\n  per_path:\n    " + b"*a" * 1_000 + b".yaml: [QW5]\n",
        b"check:\n  ignore:\n" + b"  - QW999\n" * 10_000,
        b"check:\n  select:\n" + b"  - QW5\n" * 10_000,
        b"check:\n  one_off:\n" + numbered(b"  - w%d\n", 10_000),
        b"check:\n  outputs:\n" + numbered(b"  - w%d\n", 10_000),
        b"check:\n  built: [" + b"(a|a)*" * 1_000 + b"]\n",
        b"check:\n  nested:\n" + numbered(b"  - n%d\n", 10_000),
    ],
    ids=[
        "10,000 precedents", "10,000 paths", "a path of stars", "10,000 ignored", "10,000 selected",
        "10,000 words of what ends", "10,000 words of outputs", "a word like a pattern", "10,000 enablers",
    ],
)  # fmt: skip
def test_large_settings_of_check(section: bytes, sound: Path) -> None:
    write(sound / "programs", 100, PROGRAM)
    text = (sound / "criteria.yaml").read_bytes() + section
    report = with_criteria(sound, text)
    assert report.document()
    sound_report(report, {"criteria.yaml": text})


@pytest.mark.parametrize(
    ("section", "codes"),
    [
        (numbered(b"  f%d: 1\n", 50_000), set[str]()),
        (b"coverage:\n" + numbered(b"  e%d: 50%%\n", 50_000), set[str]()),
    ],
    ids=["50,000 facts", "50,000 enablers"],
)
def test_large_contexts(section: bytes, codes: set[str], sound: Path) -> None:
    text = b"name: Place\nfacts:\n  population: 436079\n" + section
    report = check([], texts={sound / "contexts" / "place.yaml": text})
    assert errors(report) == codes
    sound_report(report, {"contexts/place.yaml": text})
