"""What YAML allows and a study's files do not."""

import pytest
from tests.files.single import only

from quickwin.files.yaml import Plain, read, read_value


def test_scalars_are_text_as_written_and_null_is_none() -> None:
    (document,), findings = read(
        b"a: no\nb: 0777\nc: '1'\nd: null\ne: ~\nf:\ng: 'null'\nh: \"\"\n1: x\ntrue: y\n", "a.yaml"
    )
    assert not findings
    assert document.data == {
        "a": "no",
        "b": "0777",
        "c": "1",
        "d": None,
        "e": None,
        "f": None,
        "g": "null",
        "h": "",
        "1": "x",
        "true": "y",
    }
    assert type(document.data["a"]) is Plain
    assert type(document.data["c"]) is str
    assert type(document.data["h"]) is str


@pytest.mark.parametrize(
    "empty", [b"", b"\n\n", b"# nothing\n", b"---\n", b"---\n# x\n---\n...\n", b"~", b"\xef\xbb\xbf"]
)
def test_an_empty_document_is_skipped(empty: bytes) -> None:
    assert read(empty, "a.yaml") == ((), ())


@pytest.mark.parametrize(
    "tag",
    [
        b"!!python/object/apply:os.system [x]",
        b"!!str x",
        b"!x y",
        b"! x",
        b"!!map {a: b}",
        b"!<tag:x,2000:y> z",
    ],
)
def test_tags_are_refused_and_nothing_is_run(tag: bytes) -> None:
    _, code, line, column, _ = only(b"a: 1\nb: " + tag)
    assert (code, line, column) == ("QW103", 2, 4)


def test_a_tagged_key_is_refused() -> None:
    assert only(b"!!str a: 1")[:4] == ([{"a": "1"}], "QW103", 1, 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"%YAML 1.2\n---\na: 1", 1),
        (b"# x\n\n%TAG ! tag:x,2000:\n---\na: 1", 3),
        (b"a: 1\n...\n%FOO\n---\nb: 1", 3),
        (b"\r%TAG ! x\r---\r", 2),
    ],
)
def test_directives_are_refused(text: bytes, line: int) -> None:
    _, code, at, _, what = only(text)
    assert (code, at) == ("QW103", line)
    assert "%" in what


def test_a_line_of_a_text_may_start_with_a_percent_sign() -> None:
    (document,), findings = read(b'a: "x\n%y"\n', "a.yaml")
    assert (document.data, findings) == ({"a": "x %y"}, ())


def test_a_merge_key_is_refused_unless_quoted() -> None:
    data, code, line, _, what = only(b"a: &x {k: 1}\nb:\n  <<: *x\n  l: 2\n")
    assert (data, code, line) == ([{"a": {"k": "1"}, "b": {"l": "2"}}], "QW103", 3)
    assert "<<" in what
    assert read(b"'<<': 1", "a.yaml")[0][0].data == {"<<": "1"}


@pytest.mark.parametrize("text", [b"? [a]\n: b", b"? {a: 1}\n: b", b"[a, b]: c", b"{{name}}: x", b"? ? a\n: b"])
def test_a_complex_key_is_refused(text: bytes) -> None:
    assert only(text)[:2] == ([{}], "QW103")


def test_an_alias_as_key_is_refused() -> None:
    assert only(b"a: &x k\n*x : 1\n")[:3] == ([{"a": "k"}], "QW103", 2)


def test_an_alias_without_anchor_or_inside_its_own_is_refused() -> None:
    assert only(b"a: *x")[:4] == ([{"a": None}], "QW103", 1, 4)
    assert only(b"a: &x [1, *x]")[:4] == ([{"a": ["1", None]}], "QW103", 1, 11)
    assert only(b"a: &x 1\n---\nb: *x\n")[:3] == ([{"a": "1"}, {"b": None}], "QW103", 3)
    assert "inside" in only(b"a: &x 1\nb: &x [*x]")[4]


def test_keys_twice_are_named_with_both_lines_and_the_first_is_kept() -> None:
    data, code, line, column, what = only(b"id: a\ncost: {x: [1, 2], y: 3}\nname: b\n'cost': 5\n")
    assert (data, code, line, column) == (
        [{"id": "a", "cost": {"x": ["1", "2"], "y": "3"}, "name": "b"}],
        "QW104",
        4,
        1,
    )
    assert "“cost”" in what
    assert "line 2" in what
    _, findings = read(b"a: 1\na: 2\na: 3\nb: {c: 1, c: 2}", "a.yaml")
    assert [(finding.place.line, finding.what[-7:]) for finding in findings] == [
        (2, "line 1."),
        (3, "line 1."),
        (4, "line 4."),
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (b"a: {rollout: 1,5}", '"1,5"'),
        (b"a: {r: 1,500,000, s: 2}", '"1,500,000"'),
        (b"a: {r: 1,5 juta}", '"1,5 juta"'),
        (b"a: {r: Rp1,5 miliar}", '"Rp1,5 miliar"'),
        (b"a: {r: -0,5%}", '"-0,5%"'),
    ],
)
def test_a_number_cut_at_its_comma_is_an_error(text: bytes, number: str) -> None:
    _, (finding,) = read(text, "a.yaml")
    assert finding.code == "QW108"
    assert number in finding.mend


@pytest.mark.parametrize(
    "text", [b"{a: x, 5}", b"{5}", b"{a: [1], 5}", b"{a: {}, 5: }", b'{a: "1",5}', b"{a: 1, 2023}"]
)
def test_another_number_without_a_value_is_an_error_too(text: bytes) -> None:
    _, (finding,) = read(text, "a.yaml")
    assert finding.code == "QW108"
    assert "without a value" in finding.what


@pytest.mark.parametrize(
    "text",
    [
        b"{2022: 5, 2023: 6}",
        b"{a: 1, b}",
        b"2022:\n",
        b"[1,5]",
        b"{a: 1, '5'}",
        b"{a: 1, 5: ~}",
        b"{a: '1,5'}",
    ],
)
def test_other_keys_with_digits_are_none(text: bytes) -> None:
    assert read(text, "a.yaml")[1] == ()


def test_values_of_an_option() -> None:
    assert read_value("40%", "--set a") == ("40%", ())
    assert type(read_value("1,5", "--set a")[0]) is Plain
    assert read_value("{low: 1, high: 2}", "--set a") == ({"low": "1", "high": "2"}, ())
    assert read_value("", "--set a") == (None, ())
    assert read_value("null", "--set a") == (None, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[1", "QW102"),
        ("{a: 1,5}", "QW108"),
        ("!x 1", "QW103"),
        ("@x", "QW102"),
        ("1\n--- \n2", "QW102"),
        ("\udce9", "QW101"),
        (chr(0xD800), "QW101"),
    ],
)
def test_faults_of_an_option_name_it_and_show_its_value(text: str, code: str) -> None:
    _, (finding,) = read_value(text, "--set a")
    assert (finding.code, finding.place.file, finding.place.line) == (code, "--set a", 0)
    assert finding.mend
