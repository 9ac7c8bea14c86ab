"""Edits of a YAML file: what is meant is changed, and every other byte stays."""

from codecs import BOM_UTF8
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickwin.files.edit import Edit, edited
from quickwin.files.quoting import in_quotes
from quickwin.files.yaml import Document, read
from quickwin.finding import Fix

EDITS: dict[str, tuple[str, list[Edit], str]] = {
    "plain": ("ownr: PDAM\n", [Edit(1, 1, Fix("owner"))], "owner: PDAM\n"),
    "with a comment and blanks": ("a:\tb \t# why \n", [Edit(1, 4, Fix("c"))], "a:\tc \t# why \n"),
    "in single quotes": ("a: 'b'  # '\n", [Edit(1, 4, Fix("Pak Ali's"))], "a: 'Pak Ali''s'  # '\n"),
    "in double quotes": ('a: "b"\n', [Edit(1, 4, Fix('c "d" \\'))], 'a: "c \\"d\\" \\\\"\n'),
    "single quotes cannot hold it": ("a: 'b'\n", [Edit(1, 4, Fix("c\td"))], 'a: "c\\td"\n'),
    "needs quotes": ("a: b\n", [Edit(1, 4, Fix("c: d"))], 'a: "c: d"\n'),
    "would say nothing": ("a: b\n", [Edit(1, 4, Fix("null"))], 'a: "null"\n'),
    "would be yes or no": ("a: b\n", [Edit(1, 4, Fix("No"))], 'a: "No"\n'),
    "a number": ("a: 1.200\n", [Edit(1, 4, Fix("1200"))], "a: 1200\n"),
    "a date": ("a: 2022-9-1\n", [Edit(1, 4, Fix("2022-09-01"))], "a: 2022-09-01\n"),
    "a comma": ("a: x\n", [Edit(1, 4, Fix("Rp1,5 juta"))], "a: Rp1,5 juta\n"),
    "a comma in braces": ("{a: x, b: 1}", [Edit(1, 5, Fix("Rp1,5 juta"))], '{a: "Rp1,5 juta", b: 1}'),
    "in a list": ("- [b , c]\n", [Edit(1, 4, Fix("d"))], "- [d , c]\n"),
    "behind braces": ("a: {x: 1}\nb: c\n", [Edit(2, 4, Fix("d, e"))], "a: {x: 1}\nb: d, e\n"),
    "over several lines": ("a: b\n  c\nd: e\n", [Edit(1, 4, Fix("f"))], "a: f\nd: e\n"),
    "a block of text": ("a: |\n  b\n", [Edit(1, 4, Fix("c"))], "a: |\n  b\n"),
    "an alias": ("a: &x b\nc: *x\n", [Edit(2, 4, Fix("d")), Edit(2, 4, Fix("d", 1))], "a: &x b\nc: *x\n"),
    "an anchor": ("a: &x b\n", [Edit(1, 4, Fix("c")), Edit(1, 4, Fix("c", 1))], "a: &x b\n"),
    "where no word begins": ("a: bc\n", [Edit(1, 5, Fix("d"))], "a: bc\n"),
    "an empty value": ("a:\nb: 1\n", [Edit(2, 1, Fix("c"))], "a:\nc: 1\n"),
    "before the file": ("a: b\n", [Edit(0, 0, Fix("c")), Edit(1, 0, Fix("c", 1))], "a: b\n"),
    "behind the file": ("a: b\n", [Edit(9, 1, Fix("c")), Edit(1, 99, Fix("c", 1)), Edit(1, 5, Fix("", 9))], "a: b\n"),
    "so many characters": ("a: 1,5\n", [Edit(1, 4, Fix('"1,5"', 3))], 'a: "1,5"\n'),
    "inserted": ("# c\na: b\n", [Edit(2, 1, Fix("id: x\n", 0))], "# c\nid: x\na: b\n"),
    "inserted before carriage returns": ("# c\r\na: b\n", [Edit(1, 1, Fix("id: x\n", 0))], "id: x\r\n# c\r\na: b\n"),
    "inserted into a single line": ("a: b", [Edit(1, 1, Fix("id: x\n", 0))], "id: x\na: b"),
    "inserted at the end of a file": ("a: b\rc: d", [Edit(2, 5, Fix("\ne: f", 0))], "a: b\rc: d\re: f"),
    "two at once": ("a: b\nc: d\n", [Edit(2, 1, Fix("e")), Edit(1, 1, Fix("f"))], "f: b\ne: d\n"),
    "overlapping": ("abc: d\n", [Edit(1, 1, Fix("x")), Edit(1, 2, Fix("y", 1))], "x: d\n"),
    "at the same place": ("abc: d\n", [Edit(1, 1, Fix("x")), Edit(1, 1, Fix("y"))], "x: d\n"),
    "inserted where a word goes": ("abc: d\n", [Edit(1, 1, Fix("x: 1\n", 0)), Edit(1, 1, Fix("y"))], "x: 1\nabc: d\n"),
    "a comment": ("a: b \t# why\nc: d\n", [Edit(1, 7, Fix("", 5))], "a: b\nc: d\n"),
    "a comment with its line": ("a: b\n  # why\nc: d\n", [Edit(2, 3, Fix("", 5))], "a: b\nc: d\n"),
    "a comment with its CRLF": ("a: b\r\n# why\r\nc: d\r\n", [Edit(2, 1, Fix("", 5))], "a: b\r\nc: d\r\n"),
    "a comment at the end": ("a: b\n# why", [Edit(2, 1, Fix("", 5))], "a: b\n"),
    "a comment behind the last value": ("a: b  # why", [Edit(1, 7, Fix("", 5))], "a: b"),
    "the first of two comments": ("a: b  # why # so\n", [Edit(1, 7, Fix("", 6))], "a: b  # so\n"),
    "the last of two comments": ("a: b  # why # so\n", [Edit(1, 13, Fix("", 4))], "a: b  # why\n"),
    "a comment changed": ("a: b  # q[A, B] why\n", [Edit(1, 7, Fix("# q[A]", 9))], "a: b  # q[A] why\n"),
    "the mark of byte order": ("\ufeffa: b\r\n", [Edit(1, 1, Fix("c"))], "\ufeffc: b\r\n"),
    "mixed line ends": (
        "a: 1\r\nb: 2\rc: 3\nd: 4",
        [Edit(3, 4, Fix("5")), Edit(4, 1, Fix("e"))],
        "a: 1\r\nb: 2\rc: 5\ne: 4",
    ),
    "line ends of other kinds": ("a: \u2028b\u0085\nc: d\n", [Edit(2, 1, Fix("e"))], "a: \u2028b\u0085\ne: d\n"),
    "behind signs of two bytes and four": ('"é😀": [b, c]\n', [Edit(1, 11, Fix("d"))], '"é😀": [b, d]\n'),
    "before what is not YAML": ("ownr: a\nb: [\n", [Edit(1, 1, Fix("owner"))], "owner: a\nb: [\n"),
    "in the second document": ("a: b\n---\na: b\n", [Edit(3, 1, Fix("c"))], "a: b\n---\nc: b\n"),
}


@pytest.mark.parametrize("name", list(EDITS))
def test_an_edit_changes_what_is_meant(name: str) -> None:
    before, edits, after = EDITS[name]
    assert edited(before.encode(), edits).data.decode() == after


def test_what_was_made_is_told() -> None:
    first, second, third = Edit(1, 1, Fix("x")), Edit(1, 1, Fix("y")), Edit(7, 1, Fix("z"))
    assert edited(b"abc: d\n", [second, first, third]).made == (second,)


@pytest.mark.parametrize("data", [b"\xff\xfea", b"a: \xe9\n", b"a: \x00\n", b"%TAG ! x\n---\na: b\n"])
def test_a_file_that_cannot_be_read_stays(data: bytes) -> None:
    assert edited(data, [Edit(1, 1, Fix("c", 1))]).data == data


def test_half_a_character_is_never_written() -> None:
    assert edited(b"a: b\n", [Edit(1, 4, Fix("\ud800", 1))]).data == b"a: b\n"
    assert edited(b"a: b\n", [Edit(1, 4, Fix("\ud800"))]).data == b'a: "\\U0000d800"\n'


class Line(NamedTuple):
    """A line of a file: a key with its value, written in some style, and what stands around it."""

    value: str
    style: str
    blank: str
    comment: str
    end: str


SIGNS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff")
TEXTS = st.text(SIGNS, min_size=1, max_size=12)
LINES = st.builds(
    Line,
    TEXTS,
    st.sampled_from(["", "'", '"']),
    st.sampled_from([" ", "  ", "\t", " \t "]),
    st.sampled_from(["", " # why", "  #: {", " \t# 'x'  ", "  # é\u2028😀"]),
    st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n# between\r\n"]),
)


def written(line: Line) -> str:
    """A value in its style, or in double quotes where that cannot hold it."""
    if line.style == "'" and line.value.isprintable():
        return "'" + line.value.replace("'", "''") + "'"
    is_word = line.value.isascii() and line.value.isalnum() and line.value.lower() != "null"
    return line.value if line.style == "" and is_word else in_quotes(line.value)


def built(lines: list[Line], *, mark: bool, flow: bool, ended: bool) -> bytes:
    """A file of some lines, a key and its value each; in braces where it is in `flow` style."""
    rows = [f"k{at}:{one.blank}{written(one)}{',' * flow}{one.comment}{one.end}" for at, one in enumerate(lines)]
    text = ("{" if flow else "# first\r\n") + "".join(rows) + ("}" if flow else "")
    return (BOM_UTF8 if mark else b"") + (text if ended else text.rstrip("\r\n")).encode()


def only(data: bytes) -> Document:
    """The document of a file in which nothing is wrong."""
    documents, findings = read(data, "a.yaml")
    assert not findings
    (document,) = documents
    return document


def span(before: bytes, after: bytes) -> tuple[int, int]:
    """How many bytes are the same at the start, and then at the end, of two files."""
    shorter = min(len(before), len(after))
    first = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    rest = shorter - first
    return first, next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)


@given(
    lines=st.lists(LINES, min_size=1, max_size=5),
    data=st.data(),
    mark=st.booleans(),
    flow=st.booleans(),
    ended=st.booleans(),
)
def test_only_the_word_that_is_meant_changes(
    lines: list[Line],
    data: st.DataObject,
    *,
    mark: bool,
    flow: bool,
    ended: bool,
) -> None:
    before = built(lines, mark=mark, flow=flow, ended=ended)
    document = only(before)
    at = data.draw(st.integers(0, len(lines) - 1))
    is_key, new = data.draw(st.booleans()), data.draw(TEXTS)
    place = document.place((f"k{at}",), key=is_key)
    after = edited(before, [Edit(place.line, place.column, Fix(new))]).data
    old = f"k{at}" if is_key else lines[at].value
    texts = {f"k{number}": one.value for number, one in enumerate(lines)}
    if is_key:
        texts = {new if key == old else key: value for key, value in texts.items()}
    else:
        texts[f"k{at}"] = new
    assert only(after).data == texts
    first, last = span(before, after)
    line = before[before.index(f"k{at}:".encode()) :]
    changed = before[first : len(before) - last]
    assert changed in line
    assert len(changed) <= len((f"k{at}" if is_key else written(lines[at])).encode())
    assert edited(after, [Edit(place.line, place.column, Fix(new))]).data == after


@given(st.lists(LINES, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_edits_makes_no_difference(lines: list[Line], random: Random) -> None:
    before = built(lines, mark=False, flow=False, ended=True)
    document = only(before)
    places = [document.place((f"k{at}",)) for at in range(len(lines))]
    edits = [Edit(place.line, place.column, Fix(f"new {at}")) for at, place in enumerate(places)]
    mixed = random.sample(edits, len(edits))
    assert edited(before, edits).data == edited(before, mixed).data
    assert only(edited(before, mixed).data).data == {f"k{at}": f"new {at}" for at in range(len(lines))}


@given(st.lists(LINES, min_size=1, max_size=5), st.data())
def test_a_comment_goes_and_nothing_else(lines: list[Line], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    alone = data.draw(st.booleans())
    lines[at] = lines[at]._replace(**{"end": "\n  # gone\r"} if alone else {"comment": "  # gone", "end": "\r\n"})
    before = built(lines, mark=True, flow=False, ended=True)
    text = before.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    offset = text.index("# gone")
    line, column = text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
    after = edited(before, [Edit(line, column, Fix("", len("# gone")))]).data
    assert after == before.replace(b"  # gone\r" if alone else b"  # gone", b"", 1)
    assert only(after).data == only(before).data
