"""What YAML allows and a study's files do not; and the limits within which a file is read."""

import time

import pytest

from quickwin.files.yaml import Plain, read, read_value
from quickwin.finding import Place


@pytest.fixture(autouse=True)
def _in_reasonable_time() -> object:
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < 20


def only(text: bytes) -> tuple[object, str, int, int, str]:
    """The data and the single finding of a text."""
    documents, (finding,) = read(text, "a.yaml")
    assert finding.mend
    return [document.data for document in documents], finding.code, finding.place.line, finding.place.column, finding.what


def test_scalars_are_text_as_written_and_null_is_none() -> None:
    (document,), findings = read(b"a: no\nb: 0777\nc: '1'\nd: null\ne: ~\nf:\ng: 'null'\nh: \"\"\n1: x\ntrue: y\n", "a.yaml")
    assert not findings
    assert document.data == {"a": "no", "b": "0777", "c": "1", "d": None, "e": None, "f": None, "g": "null", "h": "", "1": "x", "true": "y"}
    assert type(document.data["a"]) is Plain
    assert type(document.data["c"]) is str
    assert type(document.data["h"]) is str


@pytest.mark.parametrize("empty", [b"", b"\n\n", b"# nothing\n", b"---\n", b"---\n# x\n---\n...\n", b"~", b"\xef\xbb\xbf"])
def test_an_empty_document_is_skipped(empty: bytes) -> None:
    assert read(empty, "a.yaml") == ((), ())


@pytest.mark.parametrize("tag", [b"!!python/object/apply:os.system [x]", b"!!str x", b"!x y", b"! x", b"!!map {a: b}", b"!<tag:x,2000:y> z"])
def test_tags_are_refused_and_nothing_is_run(tag: bytes) -> None:
    _, code, line, column, _ = only(b"a: 1\nb: " + tag)
    assert (code, line, column) == ("QW103", 2, 4)


def test_a_tagged_key_is_refused() -> None:
    assert only(b"!!str a: 1")[:4] == ([{"a": "1"}], "QW103", 1, 1)


@pytest.mark.parametrize(("text", "line"), [(b"%YAML 1.2\n---\na: 1", 1), (b"# x\n\n%TAG ! tag:x,2000:\n---\na: 1", 3), (b"a: 1\n...\n%FOO\n---\nb: 1", 3), (b"\r%TAG ! x\r---\r", 2)])
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
    assert (data, code, line, column) == ([{"id": "a", "cost": {"x": ["1", "2"], "y": "3"}, "name": "b"}], "QW104", 4, 1)
    assert "“cost”" in what
    assert "line 2" in what
    _, findings = read(b"a: 1\na: 2\na: 3\nb: {c: 1, c: 2}", "a.yaml")
    assert [(finding.place.line, finding.what[-7:]) for finding in findings] == [(2, "line 1."), (3, "line 1."), (4, "line 4.")]


@pytest.mark.parametrize(("text", "number"), [
    (b"a: {rollout: 1,5}", '"1,5"'), (b"a: {r: 1,500,000, s: 2}", '"1,500,000"'), (b"a: {r: 1,5 juta}", '"1,5 juta"'),
    (b"a: {r: Rp1,5 miliar}", '"Rp1,5 miliar"'), (b"a: {r: -0,5%}", '"-0,5%"'),
])
def test_a_number_cut_at_its_comma_is_an_error(text: bytes, number: str) -> None:
    _, (finding,) = read(text, "a.yaml")
    assert finding.code == "QW108"
    assert number in finding.mend


@pytest.mark.parametrize("text", [b"{a: x, 5}", b"{5}", b"{a: [1], 5}", b"{a: {}, 5: }", b'{a: "1",5}', b"{a: 1, 2023}"])
def test_another_number_without_a_value_is_an_error_too(text: bytes) -> None:
    _, (finding,) = read(text, "a.yaml")
    assert finding.code == "QW108"
    assert "without a value" in finding.what


@pytest.mark.parametrize("text", [b"{2022: 5, 2023: 6}", b"{a: 1, b}", b"2022:\n", b"[1,5]", b"{a: 1, '5'}", b"{a: 1, 5: ~}", b"{a: '1,5'}"])
def test_other_keys_with_digits_are_none(text: bytes) -> None:
    assert read(text, "a.yaml")[1] == ()


NESTED = [b"[" * 40 + b"]" * 40, b"- " * 40 + b"x", b"{a: " * 40 + b"}" * 40, b"".join(b" " * i + b"a:\n" for i in range(40))]
BOTTOMLESS = [b"[" * 100_000, b"{a: " * 100_000, b"- " * 100_000, b"? " * 100_000, b"[" * 41 + b"]" * 41, b"- " * 41 + b"x",
              b"? [" * 100_000, b"[? " * 100_000, b"".join(b" " * i + b"a:\n" for i in range(41)) + b" " * 41 + b"b: 1"]


@pytest.mark.parametrize("text", NESTED)
def test_forty_levels_are_read(text: bytes) -> None:
    documents, findings = read(text, "a.yaml")
    assert (len(documents), findings) == (1, ())


@pytest.mark.parametrize("text", BOTTOMLESS, ids=range(len(BOTTOMLESS)))
def test_more_levels_are_refused_at_once(text: bytes) -> None:
    documents, findings = read(text, "a.yaml")
    assert documents == ()
    assert findings[-1].code == "QW103"
    assert len(findings) <= 2


def test_levels_behind_aliases_count() -> None:
    chain = b"".join(b"a%d: &a%d [*a%d]\n" % (i, i, i - 1) for i in range(2, 60))
    _, (finding,) = read(b"a1: &a1 [x]\n" + chain, "a.yaml")
    assert (finding.code, finding.place.line) == ("QW103", 40)  # the mapping, and 40 lists
    assert "40 levels" in finding.what


def test_what_aliases_stand_for_counts() -> None:
    bomb = b"a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + b"".join(
        b"a%d: &a%d [%s]\n" % (i, i, b", ".join([b"*a%d" % (i - 1)] * 10)) for i in range(1, 9)
    )
    _, (finding,) = read(bomb, "a.yaml")
    assert finding.code == "QW103"
    assert "500,000" in finding.what
    assert finding.place.line <= 7


def test_half_a_million_values_are_read_and_one_more_is_not() -> None:
    items = b"[" + b",".join([b"x"] * 499_999) + b"]"
    documents, findings = read(items, "a.yaml")
    assert (len(documents), findings) == (1, ())
    documents, (finding,) = read(b"[x," + items[1:], "a.yaml")
    assert (documents, finding.code) == ((), "QW103")
    half = b"a: &a [" + b",".join([b"x"] * 249_995) + b"]\nb: "
    assert read(half + b"*a", "a.yaml")[1] == ()  # the mapping, two keys, and twice 249,996
    assert len(read(half + b"[*a]\nc: d\ne: f\ng: h", "a.yaml")[1]) == 1


def test_values_of_all_documents_count() -> None:
    documents, (finding,) = read((b"---\n[" + b",".join([b"x"] * 200_000) + b"]\n") * 3, "a.yaml")
    assert (len(documents), finding.place.line) == (2, 6)


def test_ten_thousand_documents_are_read_and_one_more_is_not() -> None:
    documents, findings = read(b"--- a\n" * 10_000, "a.yaml")
    assert (len(documents), findings) == (10_000, ())
    documents, (finding,) = read(b"--- a\n" * 10_001, "a.yaml")
    assert (len(documents), finding.code, finding.place.line) == (10_000, "QW103", 10_001)


def test_four_mebibytes_are_read_and_one_byte_more_is_not() -> None:
    size = 4 * 1024 * 1024
    documents, findings = read(b"a" * size, "a.yaml")
    assert (len(documents), findings) == (1, ())
    _, code, line, _, what = only(b"a" * (size + 1))
    assert (code, line) == ("QW101", 0)
    assert "4 MiB" in what


HUGE = 4 * 1024 * 1024 - 100
HOSTILE = [b"a\n", b"- a\n", b"a: b\n", b"---\n", b"#\n", b"{a: ", b"[a, ", b"a, ", b"? a\n", b"'", b'"\\n', b"!x a\n", b"&a a\n", b"- &a a\n", b"- *a\n", b"\r", b"\t",
           b": ", b"a:\n", b"- !\n", b"%TAG !a! b\n", b"...\n%\n", b"- - - - a\n", "- \u2028\n".encode(), "\u0085".encode(), b"|\n", b"{", b"- {a: 1,5}\n", b"- {1,5}\n",
           b"- 'a\n", b"\\uE000", b"?", b"-", b"- [a: b]\n", b"a b "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_repetition_hangs(piece: bytes) -> None:
    text = piece * (HUGE // len(piece))
    documents, findings = read(text, "a.yaml")
    for document in documents[:1]:
        document.place((0, 0))
    assert len(findings) <= 101
    read(b"[" + text, "a.yaml")
    read(b"x: &a [" + text, "a.yaml")


def test_mistakes_beyond_a_hundred_are_not_listed() -> None:
    _, findings = read(b"a: 1\n" * 1000, "a.yaml")
    assert len(findings) == 101
    assert findings[-1].place.line == 102
    assert "100" in findings[-1].what


def test_bytes_in_another_encoding_are_named_with_their_line() -> None:
    _, code, line, column, what = only("a: 1\r\nb: caf\u00e9\r\n".encode("cp1252"))
    assert (code, line, column) == ("QW101", 2, 7)
    assert "line 2" in what
    _, (finding,) = read("a: é\n".encode() + b"\xe9\n", "a.yaml")
    assert finding.place == Place("a.yaml", 2, 1, (), "\ufffd")
    assert "UTF-8" in finding.mend


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_recognised(encoding: str) -> None:
    _, code, _, _, what = only("name: Air bersih\n".encode(encoding))
    assert code == "QW101"
    assert "UTF-16" in what


def test_a_byte_order_mark_at_the_start_is_fine() -> None:
    (document,), findings = read(b"\xef\xbb\xbfa: 1\n", "a.yaml")
    assert (document.data, findings, document.place(("a",)).column) == ({"a": "1"}, (), 4)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x0c", "\x7f", "\x80", "\x9b", "\ufeff", "\uffff"])
def test_a_control_character_is_found(character: str) -> None:
    _, code, line, column, what = only(f"a: 1\nbé: x{character}y\n".encode())
    assert (code, line, column) == ("QW102", 2, 6)
    assert f"U+{ord(character):04X}" in what


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\u0085"])
def test_line_breaks_of_libyaml_alone_stay_in_the_text_and_count_no_line(character: str) -> None:
    text = f"a: x{character}y # {character}\nb{character}: '{character}'\nc: \"{character}\\ue000\\uE001\"\nd: \ue002\nb{character}: 1\n"
    (document,), (finding,) = read(text.encode(), "a.yaml")
    assert document.data == {"a": f"x{character}y", f"b{character}": character, "c": f"{character}\ue000\ue001", "d": "\ue002"}
    assert type(document.data["a"]) is Plain
    assert (finding.code, finding.place.line) == ("QW104", 5)
    assert document.place(("d",)).line == 4
    assert document.place(("a",)).excerpt == text.split("\n")[0]


def test_where_no_character_is_free_a_line_break_of_libyaml_is_refused() -> None:
    every = "".join(map(chr, range(0xE000, 0xF900)))
    _, code, line, column, _ = only(f"a: {every}\nb: \u2028".encode())
    assert (code, line, column) == ("QW102", 2, 4)


@pytest.mark.parametrize("text", ["a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "a: 1\nb: 2"])
def test_every_kind_of_line_end_is_one(text: str) -> None:
    (document,), findings = read(text.encode(), "a.yaml")
    assert (document.data, findings) == ({"a": "1", "b": "2"}, ())
    assert document.place(("b",)) == Place("a.yaml", 2, 4, ("b",), "b: 2")


def test_values_of_an_option() -> None:
    assert read_value("40%", "--set a") == ("40%", ())
    assert type(read_value("1,5", "--set a")[0]) is Plain
    assert read_value("{low: 1, high: 2}", "--set a") == ({"low": "1", "high": "2"}, ())
    assert read_value("", "--set a") == (None, ())
    assert read_value("null", "--set a") == (None, ())


@pytest.mark.parametrize(("text", "code"), [("[1", "QW102"), ("{a: 1,5}", "QW108"), ("!x 1", "QW103"), ("@x", "QW102"), ("1\n--- \n2", "QW102"), ("\udce9", "QW101"), ("\ud800", "QW101")])
def test_faults_of_an_option_name_it_and_show_its_value(text: str, code: str) -> None:
    _, (finding,) = read_value(text, "--set a")
    assert (finding.code, finding.place.file, finding.place.line) == (code, "--set a", 0)
    assert finding.mend
