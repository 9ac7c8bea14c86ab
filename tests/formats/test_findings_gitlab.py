"""Findings as a GitLab Code Quality report, by docs.gitlab.com/ci/testing/code_quality."""

import json

from hypothesis import given
from tests.formats.hostile import MANY, RULES, finding

from quickwin.finding import Finding
from quickwin.formats.gitlab import write

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def test_what_gitlab_reads() -> None:
    (entry,) = json.loads(write([finding(file="./programs/a.yaml")], RULES))
    assert len(entry.pop("fingerprint")) == 32
    assert entry == {
        "description": "QW401 not-in-year: It is so. Mend it.",
        "check_name": "QW401",
        "severity": "major",
        "location": {"path": "programs/a.yaml", "lines": {"begin": 3}},
    }


def test_a_whole_file_is_its_first_line() -> None:
    (entry,) = json.loads(write([finding(line=0, column=0)], RULES))
    assert entry["location"]["lines"]["begin"] == 1


def test_the_same_twice_are_two_and_a_line_above_changes_no_fingerprint() -> None:
    first, second = finding(line=3), finding(line=9)
    one, two = (entry["fingerprint"] for entry in json.loads(write([first, second], RULES)))
    assert one != two
    moved = json.loads(write([finding(line=4), finding(line=10)], RULES))
    assert [entry["fingerprint"] for entry in moved] == [one, two]


def test_nothing_found_is_an_empty_report() -> None:
    assert write([], RULES) == "[]\n"


@given(MANY)
def test_any_findings_are_a_report(some: list[Finding]) -> None:
    text = write(some, RULES)
    assert not text.encode("utf-8").startswith(b"\xef\xbb\xbf")
    assert "##[" not in text
    assert "\u202e" not in text
    entries = json.loads(text)
    assert len({entry["fingerprint"] for entry in entries}) == len(some)
    for entry, one in zip(entries, some, strict=True):
        assert entry.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in SEVERITIES
        assert entry["location"]["lines"]["begin"] >= 1
        assert entry["check_name"] == one.code
        assert not set(entry["description"]) & {"\x1b", "\u202e", "\n", "\x00"}
