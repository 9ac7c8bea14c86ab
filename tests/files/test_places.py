"""Places and data of random texts, held against PyYAML's own composer."""

from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from quickwin.files.yaml import Data, Document, Plain, read

Path = tuple[str | int, ...]

WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"),
    max_size=12,
)
SCALARS = WORDS | st.sampled_from(
    ["null", "~", "no", "1,5", "Rp652 juta", "2022-09-01", "a: b", "a\nb", "# x", "<<", "*a"]
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALARS, inner, max_size=4),
    max_leaves=25,
)
PIECES = st.lists(
    st.sampled_from(
        [
            "a",
            "b",
            "c: ",
            "d:\n",
            "- ",
            "-",
            "\n",
            "\n  ",
            "\n    ",
            "{",
            "}",
            "[",
            "]",
            ",",
            ", ",
            '"',
            "'",
            "x",
            "é",
            "1",
            "# n\n",
            "|\n",
            "? ",
            "\r\n",
            "\r",
            " ",
            "---\n",
            "...\n",
            "&k ",
            "\t",
            ">-\n",
            "~",
            "!t ",
            "%",
        ]
    ),
    max_size=25,
).map("".join)


def nodes(node: yaml.Node, path: Path = ()) -> Iterator[tuple[Path, bool, yaml.Node]]:
    """Each value below a composed node with its path, and each key (True)."""
    yield path, False, node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value), True, key
            yield from nodes(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from nodes(item, (*path, index))


def plain_data(node: Any) -> Data:
    """What `read` should give for a composed node."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain_data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain_data(item) for item in node.value]
    if not node.style:
        return None if node.value in {"", "~", "null", "Null", "NULL"} else Plain(node.value)
    return str(node.value)


def alike(one: Data, other: Data) -> bool:
    """Equal, and plain in the same places."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return type(one) is type(other) and one == other


def assert_as_composed(documents: tuple[Document, ...], text: str) -> None:
    composed = [node for node in yaml.compose_all(text, yaml.CSafeLoader) if plain_data(node) is not None]
    assert len(documents) == len(composed)
    for document, root in zip(documents, composed, strict=True):
        assert alike(document.data, plain_data(root))
        for path, is_key, node in nodes(root):
            place = document.place(path, key=is_key)
            if node.start_mark.index == len(text):
                continue  # libyaml counts a line behind the end of the file
            assert (place.line, place.column) == (node.start_mark.line + 1, node.start_mark.column + 1)
            assert place.path == path


@given(
    trees=st.lists(TREES, max_size=3),
    flow=st.sampled_from([None, True, False]),
    style=st.sampled_from([None, '"', "'", "|", ">"]),
    width=st.integers(20, 200),
)
def test_places_of_dumped_data_are_those_of_the_composer(
    trees: list[Any], *, flow: bool | None, style: str | None, width: int
) -> None:
    text = yaml.dump_all(
        trees,
        Dumper=yaml.CSafeDumper,
        default_flow_style=flow,
        default_style=style,
        width=width,
        allow_unicode=True,
    )
    text = text.replace("!!str ", "").replace("!!null ", "")
    documents, findings = read(text.encode(), "a.yaml")
    assert not findings
    assert_as_composed(documents, text)


@given(PIECES)
def test_any_text_is_read_as_the_composer_reads_it_or_has_a_finding(text: str) -> None:
    assume(text.count("&k") < 2)  # YAML 1.2 lets an anchor be set again, PyYAML's composer does not
    documents, findings = read(text.encode(), "a.yaml")
    for finding in findings:
        assert finding.mend
        assert 1 <= finding.place.line <= text.count("\n") + text.count("\r") + 1
    if not findings:
        assert_as_composed(documents, text)


@given(st.binary(max_size=60))
def test_no_bytes_are_refused_without_a_mend(data: bytes) -> None:
    documents, findings = read(data, "a.yaml")
    assert all(finding.what and finding.mend and finding.place.file == "a.yaml" for finding in findings)
    assert all(document.place().line >= 1 for document in documents)


def test_a_place_deeper_than_the_data_is_its_deepest_known_part() -> None:
    (document,), _ = read(b"name: water\ncost:\n  capex: 5\nneeds: [road, grid]\n", "a.yaml")
    assert document.place(("cost", "opex")).line == 3  # the mapping starts with its first key
    assert document.place(("cost", "opex"), key=True).line == 3
    assert document.place(("name", "x", "y")).column == 7
    assert document.place(("needs", 7)).column == 8
    assert document.place(("needs", "road")).column == 8
    assert document.place(("needs", 1), key=True).column == 15
    assert document.place(("owner",)).line == 1
    assert document.place(("cost", "capex"), key=True).column == 3
    assert document.place(("cost", "capex")).column == 10


def test_an_alias_has_the_place_where_it_stands() -> None:
    (document,), findings = read(b"a: &x {k: 1}\nb:\n  - *x\n  - *x\nc: &y 3\nd: *y\n", "a.yaml")
    assert not findings
    assert document.data == {"a": {"k": "1"}, "b": [{"k": "1"}, {"k": "1"}], "c": "3", "d": "3"}
    assert (document.place(("b", 1)).line, document.place(("b", 1)).column) == (4, 5)
    assert document.place(("b", 1, "k")).line == 4
    assert document.place(("d",)).line == 6
    assert document.place(("a", "k")).column == 11


def test_places_stay_right_behind_what_was_left_out() -> None:
    text = b"a: 1\na: [1, {x: 2}]\n<<: {q: 1}\n? [z]\n: {y: [1]}\nb: {k: 1,5, l: 2}\nc: [x]\n"
    (document,), findings = read(text, "a.yaml")
    assert [finding.code for finding in findings] == ["QW104", "QW103", "QW103", "QW108"]
    assert document.data == {"a": "1", "b": {"k": "1", "l": "2"}, "c": ["x"]}
    assert document.place(("b", "l")).column == 16
    assert (document.place(("c", 0)).line, document.place(("c", 0)).column) == (7, 5)


def test_columns_count_characters_and_excerpts_keep_tabs() -> None:
    (document,), _ = read("né\U0001f30a: [ä,\tb]\n".encode(), "a.yaml")
    place = document.place(("né\U0001f30a", 1))
    assert (place.column, place.excerpt) == (10, "né\U0001f30a: [ä,\tb]")


def test_an_excerpt_of_a_long_line_holds_the_place() -> None:
    (document,), _ = read(b"[" + b"abcdefgh, " * 100 + b"here]\n", "a.yaml")
    near, far = document.place((5,)), document.place((100,))
    assert near.excerpt[near.column - 1 :].startswith("abcdefgh")
    assert len(near.excerpt) <= 160
    assert far.column == 1002
    assert "here]" in far.excerpt
    assert len(far.excerpt) <= 160
