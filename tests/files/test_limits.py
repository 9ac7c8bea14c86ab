"""The limits within which a file is read, so that nothing hangs."""

import time
from collections.abc import Iterator

import pytest

from quickwin.files.yaml import read


@pytest.fixture(autouse=True)
def _in_reasonable_time() -> Iterator[None]:
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < 20


NESTED = [
    b"[" * 40 + b"]" * 40,
    b"- " * 40 + b"x",
    b"{a: " * 40 + b"}" * 40,
    b"".join(b" " * i + b"a:\n" for i in range(40)),
]
BOTTOMLESS = [
    b"[" * 100_000,
    b"{a: " * 100_000,
    b"- " * 100_000,
    b"? " * 100_000,
    b"[" * 41 + b"]" * 41,
    b"- " * 41 + b"x",
    b"? [" * 100_000,
    b"[? " * 100_000,
    b"".join(b" " * i + b"a:\n" for i in range(41)) + b" " * 41 + b"b: 1",
]


@pytest.mark.parametrize("text", NESTED)
def test_forty_levels_are_read(text: bytes) -> None:
    documents, findings = read(text, "a.yaml")
    assert (len(documents), findings) == (1, ())


@pytest.mark.parametrize("text", BOTTOMLESS, ids=range(len(BOTTOMLESS)))
def test_more_levels_are_refused_at_once(text: bytes) -> None:
    documents, findings = read(text, "a.yaml")
    assert documents == ()
    assert findings[-1].code == "QW103", findings
    assert len(findings) <= 2


def test_levels_behind_aliases_count() -> None:
    chain = b"".join(b"a%d: &a%d [*a%d]\n" % (i, i, i - 1) for i in range(2, 60))
    _, (finding,) = read(b"a1: &a1 [x]\n" + chain, "a.yaml")
    assert (finding.code, finding.place.line) == ("QW103", 40)  # the mapping, and 40 lists
    assert "40 levels" in finding.what


def test_levels_behind_aliases_of_aliases_count_and_anchors_take_no_time() -> None:
    def nested(inner: int) -> bytes:
        outer = b"[" * 10 + b"*a" + b"]" * 10
        return b"a: &a " + b"[" * inner + b"]" * inner + b"\nb: &b {c: " + outer + b", d: x}\ne: [*b]\n"

    assert read(nested(27), "a.yaml")[1] == ()
    assert [finding.code for finding in read(nested(28), "a.yaml")[1]] == ["QW103"]
    anchors = b"".join(b"&a%d [" % number for number in range(36))
    start = time.perf_counter()
    assert read(b"a: " + anchors + b"1, " * 400_000 + b"]" * 36, "a.yaml")[1] == ()
    assert time.perf_counter() - start < 3


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
    documents, (finding,) = read(b"a" * (size + 1), "a.yaml")
    assert (documents, finding.code, finding.place.line) == ((), "QW101", 0)
    assert "4 MiB" in finding.what


HUGE = 4 * 1024 * 1024 - 100
HOSTILE = [
    b"a\n",
    b"- a\n",
    b"a: b\n",
    b"---\n",
    b"#\n",
    b"{a: ",
    b"[a, ",
    b"a, ",
    b"? a\n",
    b"'",
    b'"\\n',
    b"!x a\n",
    b"&a a\n",
    b"- &a a\n",
    b"- *a\n",
    b"\r",
    b"\t",
    b": ",
    b"a:\n",
    b"- !\n",
    b"%TAG !a! b\n",
    b"...\n%\n",
    b"- - - - a\n",
    "- \u2028\n".encode(),
    "\u0085".encode(),
    b"|\n",
    b"{",
    b"- {a: 1,5}\n",
    b"- {1,5}\n",
    b"- 'a\n",
    b"\\uE000",
    b"?",
    b"-",
    b"- [a: b]\n",
    b"a b ",
]


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
