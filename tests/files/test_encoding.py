"""Bytes that are no UTF-8, characters that cannot be seen, and every kind of line break."""

import pytest
from tests.files.single import only

from quickwin.files.yaml import Plain, read
from quickwin.finding import Place


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
    text = (
        f"a: x{character}y # {character}\nb{character}: '{character}'\nc: \"{character}\\ue000\\uE001\"\n"
        f"d: \ue002\nb{character}: 1\n"
    )
    (document,), (finding,) = read(text.encode(), "a.yaml")
    assert document.data == {
        "a": f"x{character}y",
        f"b{character}": character,
        "c": f"{character}\ue000\ue001",
        "d": "\ue002",
    }
    assert type(document.data["a"]) is Plain
    assert (finding.code, finding.place.line) == ("QW104", 5)
    assert document.place(("d",)).line == 4
    assert document.place(("a",)).excerpt == text.partition("\n")[0]


def test_where_no_character_is_free_a_line_break_of_libyaml_is_refused() -> None:
    every = "".join(map(chr, range(0xE000, 0xF900)))
    _, code, line, column, _ = only(f"a: {every}\nb: \u2028".encode())
    assert (code, line, column) == ("QW102", 2, 4)


@pytest.mark.parametrize("text", ["a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "a: 1\nb: 2"])
def test_every_kind_of_line_end_is_one(text: str) -> None:
    (document,), findings = read(text.encode(), "a.yaml")
    assert (document.data, findings) == ({"a": "1", "b": "2"}, ())
    assert document.place(("b",)) == Place("a.yaml", 2, 4, ("b",), "b: 2")
