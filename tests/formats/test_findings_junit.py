"""Findings as a JUnit report.

The shape is that of junit-10.xsd of Jenkins' xUnit plugin, and `file` of a test case, which GitLab reads and that
schema lacks.
"""

import re
from collections import Counter
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from tests.formats.hostile import FILES, MANY, RULES, finding

from quickwin.finding import Finding
from quickwin.formats.junit import write

ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped"},
    "testcase": {"classname", "name", "file"},
    "failure": {"type", "message"},
    "system-out": set[str](),
}
CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "system-out"},
    "failure": set[str](),
    "system-out": set[str](),
}


def report(some: list[Finding], files: list[str]) -> ET.Element:
    """The report as another parser reads it, held to its shape and its counts."""
    root = ET.fromstring(write(some, RULES, files).encode("utf-8"))  # noqa: S314  # our own, of a few lines
    for element in root.iter():
        assert set(element.attrib) == ATTRIBUTES[element.tag]
        assert {child.tag for child in element} <= CHILDREN[element.tag]
    for counted in (root, *root):
        assert counted.get("tests") == str(len(list(counted.iter("testcase"))))
        assert counted.get("failures") == str(len(list(counted.iter("failure"))))
        assert counted.get("errors") == "0"
    return root


def test_a_rule_fails_in_a_file_and_a_sound_file_passes() -> None:
    assert write([finding(fixes=())], RULES, ["programs/a.yaml", "programs/b.yaml"]) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="quickwin check" tests="2" failures="1" errors="0">\n'
        '  <testsuite name="programs/a.yaml" tests="1" failures="1" errors="0" skipped="0">\n'
        '    <testcase classname="programs.a" name="programs/a.yaml: QW401 not-in-year" file="programs/a.yaml">\n'
        '      <failure type="QW401" message="It is so.">programs/a.yaml:3:8: warning QW401: It is so.\n'
        "  Mend it.\n"
        "  3 | owner: Bappeda\n"
        "    |        ^</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="programs/b.yaml" tests="1" failures="0" errors="0" skipped="0">\n'
        '    <testcase classname="programs.b" name="programs/b.yaml" file="programs/b.yaml"/>\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_what_one_rule_finds_in_a_file_is_one_test() -> None:
    root = report([finding(what="One."), finding(line=4, what="Two."), finding("QW105", line=5)], [])
    first, second = root.iter("failure")
    assert first.get("message") == "2 times: One."
    assert re.findall(r"^\S+:(\d):8: warning", first.text or "", re.MULTILINE) == ["3", "4"]
    assert second.get("type") == "QW105"


def test_notes_are_told_and_fail_nothing() -> None:
    root = report([finding("QW501")], [])
    assert root.get("failures") == "0"
    (told,) = root.iter("system-out")
    assert "note QW501: It is so." in (told.text or "")


def test_a_test_keeps_its_name_when_lines_move() -> None:
    names = [[case.get("name") for case in report([finding(line=line)], []).iter("testcase")] for line in (3, 30)]
    assert names[0] == names[1]


def test_no_output_publishes_a_file() -> None:
    (told,) = report([finding("QW501", excerpt="owner: [[attachment|/etc/passwd]]")], []).iter("system-out")
    assert "[[" not in (told.text or "")


@given(MANY, st.lists(FILES, max_size=3))
def test_any_findings_are_a_report(some: list[Finding], files: list[str]) -> None:
    root = report(some, files)
    assert len(root) == len({*files, *(one.place.file for one in some)})
    grave = {(one.place.file, one.code) for one in some if one.severity != "note"}
    assert root.get("failures") == str(len(grave))
    assert Counter(one.get("type") for one in root.iter("failure")) == Counter(code for _, code in grave)
    for element in root.iter():
        for text in (element.text or "", *element.attrib.values()):
            assert not set(text) & {"\x1b", "\u202e", "\u2028", "\ufffe", "\uffff", "\x00"}
            assert "[[ATTACHMENT" not in text
            assert not re.search(r"##\w*\[|^\s*::", text, re.MULTILINE)
