"""What `quickwin check` finds in a small broken study, in each format, from the files to a reader."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests import written

from quickwin.checking.check import check
from quickwin.checking.report import Report
from quickwin.formats import github, gitlab, junit, sarif, text

PROGRAM = """
    name: "Counter ##[error]x"
    ownr: "]]></failure> ::set-output name=a::b"
    time_to_benefit: 6
    impact: {ease: 9, equity: some}
"""


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    written.write(tmp_path, programs={"counter": PROGRAM, "sound": written.PROGRAM})
    monkeypatch.chdir(tmp_path)
    return check([Path("programs")])


def test_each_format_tells_the_same_places(report: Report) -> None:
    places = [(one.code, one.place.file, one.place.line) for one in report.findings]
    assert ("QW105", "programs/counter.yaml", 2) in places
    assert ("QW109", "programs/counter.yaml", 4) in places

    of_github = [line for line in github.write(report.findings, report.rules).splitlines() if line[0] == ":"]
    assert len(of_github) == len(places)
    for line, (code, file, number) in zip(of_github, places, strict=True):
        assert f"file={file},line={number}," in line
        assert f",title={code} " in line

    of_gitlab = json.loads(gitlab.write(report.findings, report.rules))
    at = [(one["check_name"], one["location"]["path"], one["location"]["lines"]["begin"]) for one in of_gitlab]
    assert at == places

    (run,) = json.loads(sarif.write(report.findings, report.rules, "1"))["runs"]
    physical = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    assert [(one["artifactLocation"]["uri"], one["region"]["startLine"]) for one in physical] == [
        place[1:] for place in places
    ]

    cases = ET.fromstring(junit.write(report.findings, report.rules, report.files)).iter("testcase")  # noqa: S314  # ours
    names = [str(one.get("name")) for one in cases]
    assert {f"{file}: {code}" for code, file, _ in places} == {name.rpartition(" ")[0] for name in names if " " in name}
    assert "criteria.yaml" in names


def test_text_shows_the_line_as_it_was_written(report: Report) -> None:
    told = text.write(report.findings, color=False, ascii_only=True, marks=True)
    assert '2 | ownr: "]]></failure> ::set-output name=a::b"\n    | ^\n' in told
