"""Broken YAML and what is said about it: the code, the place, and words of the message and of its mend."""

import pytest
import yaml

from quickwin.files.syntax import explain
from quickwin.files.text import Text
from quickwin.files.yaml import read

BROKEN = [
    # text, line, column, in what, in mend
    ("a: 1\n\tb: 2", 2, 1, "tab", "spaces"),
    ("a:\n\t- b", 2, 1, "tab", "spaces"),
    ("a: |\n\tx", 2, 1, "tab", "spaces"),
    ("a: @x", 1, 4, "cannot start with @", '"@…"'),
    ("a: `x", 1, 4, "cannot start with `", "quotes"),
    ("a: %x", 1, 4, "cannot start with %", "quotes"),
    ("a: ]", 1, 4, "cannot start with ]", "quotes"),
    ("a: *", 1, 4, "cannot start with *", "quotes"),
    ("a: &a-b! c", 1, 4, "cannot start with &", "quotes"),
    ("x" * 1025 + ": 1", 1, 1026, "longer than 1,024", "shorter"),
    ("problem: note: this", 1, 14, "second “: ”", "quote the whole"),
    ("name\ncost: 1", 2, 1, "cannot stand here", "key: value"),
    ("a:1\nb: 2", 2, 1, "cannot stand here", "a colon and a space"),
    ("a: 1\n  b: 2", 2, 3, "cannot stand here", "as far in"),
    ("\u00a0a: - 1", 1, 5, "unusual space", "space bar"),
    ("a: - b", 1, 4, "list", "line of its own"),
    ("a: ? b", 1, 4, "?", "quotes"),
    ("- a\n-b\n- c", 2, 1, "no space behind the “-”", "- "),
    ("a: 1\nb:2\nc: 3", 2, 1, "no space behind the colon", "a space"),
    ("a: 1\nb\nc: 2", 2, 1, "without a colon", "quotes"),
    ("a: 'x\nb: 1\n", 1, 4, "quote is opened here", "Close it"),
    ('a: "x\nb: 1\n---\nc: 1\n', 1, 4, "quote is opened here", "Close it"),
    (r'a: "C:\quick"', 1, 7, "backslash", "twice"),
    (r'a: "\xZZ"', 1, 7, "backslash", "twice"),
    ("a: |x\n foo", 1, 4, "Behind |", "next line"),
    ("a: [1, 2\nb: c", 1, 4, "opened here with [", "]"),
    ("a: {x: 1\nb: 2", 1, 4, "opened here with {", "}"),
    ("a: {b: 'it's'}", 1, 12, "behind its closing quote", "between the quotes"),
    ("a: 'it's'", 1, 8, "behind its closing quote", "between the quotes"),
    ('a: "x" y', 1, 8, "behind its closing quote", "between the quotes"),
    ("a: [x] y", 1, 8, "closing bracket", "quotes"),
    ("a: [", 1, 5, "not closed", "end"),
    ("a: [x: @]", 1, 8, "cannot start with @", "quotes"),
    (": v", 1, 1, "key is missing", "key: value"),
    ("- a\nb: c", 2, 1, "list above", "- "),
    ("a: 1\n- b", 2, 1, "list cannot start here", "key of its own"),
    ("a:\n  - x\n b: 2", 3, 2, "further in or out", "as far in"),
    ("a: 1\n...\nb: 1\n", 3, 1, "does not belong", "---"),
    ("\u00a0a: 1\n\u00a0b\n\u00a0c: 1", 2, 1, "unusual space", "space bar"),
]


@pytest.mark.parametrize(("text", "line", "column", "what", "mend"), BROKEN)
def test_a_fault_is_explained_at_its_place(text: str, line: int, column: int, what: str, mend: str) -> None:
    _, (finding,) = read(text.encode(), "a.yaml")
    assert (finding.code, finding.severity) == ("QW102", "error")
    assert (finding.place.line, finding.place.column) == (line, column)
    assert what in finding.what
    assert mend in finding.mend
    assert finding.place.excerpt[:50] == text.split("\n")[line - 1][:50] or len(text) > 500


@pytest.mark.parametrize(("text", "column"), [("a: !x!y z", 4), ("a: !<x", 4)])
def test_tags_that_do_not_parse_are_tags(text: str, column: int) -> None:
    _, (finding,) = read(text.encode(), "a.yaml")
    assert (finding.code, finding.place.column) == ("QW103", column)


def test_words_of_the_parser_that_are_not_known_are_passed_on_cut() -> None:
    finding = explain(Text("a.yaml", "a\nb", "a\nb"), "surprise " * 50, 2)
    assert finding.code == "QW102"
    assert "surprise" in finding.what
    assert len(finding.what) < 100
    assert finding.place.line == 2


def test_documents_before_a_fault_are_there() -> None:
    documents, findings = read(b"a: 1\n---\nb: 2\n---\nc: [\n", "a.yaml")
    assert [document.data for document in documents] == [{"a": "1"}, {"b": "2"}]
    assert documents[1].place(("b",)).line == 3
    assert [finding.place.line for finding in findings] == [6]


def test_messages_do_not_grow_with_the_text() -> None:
    key = "k" * 900
    long = "x" * 5000
    for text in (
        f"{key}: 1\n{key}: 2",
        f"a: *{long}",
        f"a: !{long} b",
        f"a: '{long}",
        f"{{a: 1{long},5}}",
        f"{{5{long}}}",
        f"{long}\nb: {long}",
    ):
        _, findings = read(text.encode(), "a.yaml")
        assert findings
        assert all(len(finding.what + finding.mend) < 400 and len(finding.place.excerpt) <= 160 for finding in findings)


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"a: [1, 'x', {b: 1,5}]\nb: &k |\n  t\nc: *k\n---\n# nothing\n---\nd: ~\nd: 2\n"
    with_libyaml = read(text, "a.yaml")
    monkeypatch.setattr("quickwin.files.yaml.Parser", yaml.SafeLoader)
    assert read(text, "a.yaml") == with_libyaml
    for broken, line, *_ in BROKEN:
        _, findings = read(broken.encode(), "a.yaml")
        assert findings, (broken, line)
