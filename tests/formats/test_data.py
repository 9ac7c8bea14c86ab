"""CSV, JSON, Markdown and HTML: read back, in full precision, and with texts that would do harm."""

import csv as reader
import io
import json as parser
import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickwin.cleaning import clean
from quickwin.formats import csv, html, json, markdown
from quickwin.formats.cells import bar, decimal, moved, one, shared_decimals, written
from quickwin.table import Cell, Column, Kind, Row, Table

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "=cmd|' /C calc'!A0"]


def one_column(*cells: Cell, kind: Kind = "text", money: tuple[float, str] = (1.0, "")) -> Table:
    return Table("", (Column("a", "A", kind),), tuple(Row((cell,)) for cell in cells), money=money)


@pytest.mark.parametrize(
    ("kind", "cell", "expected"),
    [
        ("text", "a", "a"),
        ("count", 12, "12"),
        ("count", 436079, "436\u00a0079"),
        ("points", 35.49, "35.5"),
        ("points", -0.04, "0.0"),
        ("points", -13.86, "−13.9"),
        ("share", 0.714, "71%"),
        ("months", 6.64, "6.6"),
        ("money", 652e6, "0.652"),
        ("number", 54.36, "54.4"),
        ("number", 1234.5, "1234"),
        ("move", 3, "▲3"),
        ("move", -2, "▼2"),
        ("move", 0, "="),
        ("bar", (0.5, 1.0), " " * 10 + "█" * 10),
        ("points", None, ""),
        ("share", "factor", "factor"),
        ("number", float("nan"), ""),
    ],
)
def test_cells_by_kind(kind: Kind, cell: Cell, expected: str) -> None:
    assert written(one_column(cell, kind=kind, money=(1e9, "Rp miliar")), 0) == [expected]


def test_amounts_of_a_column_share_their_decimals() -> None:
    assert written(one_column(652e6, 23.4e9, None, kind="money", money=(1e9, "Rp miliar")), 0) == [
        "0.7",
        "23.4",
        "",
    ]
    assert shared_decimals([0.0]) == 0
    assert decimal(9999.0, 0) == "9999"
    assert one(1.5, "number", decimals=2) == "1.50"


def test_a_bar_that_is_short_can_still_be_seen_and_one_that_is_empty_cannot() -> None:
    assert bar(0.0, 0.001, ascii_only=True) == "#"
    assert bar(0.999, 1.0, ascii_only=True) == " " * 19 + "#"
    assert bar(0.999, 1.0, ascii_only=False) == " " * 19 + "▐"
    assert not bar(0.4, 0.4, ascii_only=False).strip()
    assert bar(1.0, 0.5, ascii_only=True) == bar(0.5, 7.0, ascii_only=True) == " " * 10 + "#" * 10
    assert moved(-4, ascii_only=True) == "v4"


def test_csv_is_read_back_with_every_digit() -> None:
    columns = (
        Column("name", "Name"),
        Column("moved", "±", "move"),
        Column("score", "S", "points"),
        Column("bar", "", "bar"),
    )
    table = Table("T", columns, (Row(('a "b", c', -2, 0.1 + 0.2, (0.0, 1.0))), Row((None, 3, -1.0, None))))
    text = csv.write([table, table])
    block = [["name", "moved", "score"], ['a "b", c', "-2", "0.30000000000000004"], ["", "3", "-1.0"]]
    assert list(reader.reader(io.StringIO(text))) == [*block, [], *block]
    assert csv.encode(text).decode("utf-8-sig") == text
    assert csv.encode(text).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_makes_formulas_harmless_in_cells_and_keys(text: str) -> None:
    table = Table("", (Column(text, "A"),), (Row((text,)), Row((f"a;{text}",)), Row((-1.5,))))
    rows = list(reader.reader(io.StringIO(csv.write([table]))))
    assert rows[0] == rows[1] == [f"'{clean(text)}"]
    assert f";{clean(text)}" not in rows[2][0]
    assert rows[3] == ["-1.5"]


@given(st.lists(st.text(), min_size=1))
def test_csv_has_one_row_for_each_row_whatever_the_text(texts: list[str]) -> None:
    text = csv.write([Table("", (Column("a", "A"), Column("b", "B")), tuple(Row((one, 1)) for one in texts))])
    rows = list(reader.reader(io.StringIO(text), strict=True))
    assert len(rows) == len(texts) + 1
    assert all(not row[0].lstrip().startswith(("=", "+", "-", "@")) for row in rows)
    text.encode("utf-8")


DOCUMENTS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), DOCUMENTS))
def test_json_is_read_back_as_it_was(document: dict[str, object]) -> None:
    text = json.write(document)
    assert parser.loads(text) == document
    assert text.endswith("}\n")


def test_json_writes_what_acts_as_codes_and_lone_surrogates_as_what_can_be_written() -> None:
    document = {"a": "\x1b\x7f\x9b\u202e\u2028\U000e0041é", "b": "\ud800"}
    text = json.write(document)
    assert text == '{\n  "a": "\\u001b\\u007f\\u009b\\u202e\\u2028\\udb40\\udc41é",\n  "b": "\ufffd"\n}\n'
    assert parser.loads(text) == {**document, "b": "\ufffd"}
    with pytest.raises(ValueError, match="JSON"):
        json.write({"a": float("nan")})


HOSTILE = "<script>x</script> | **b** `c` [d](http://e) ![f](g) _h_ ~~i~~ $j$ &amp; \\ \n# k"


def test_markdown_shows_text_and_takes_no_markup_from_it() -> None:
    table = Table(
        "# T",
        (Column("a", "A|B"), Column("n", "N", "count")),
        (Row((HOSTILE, 1)),),
        lead=("- a", "1. b"),
        notes=("> c",),
    )
    escaped = (
        r"&lt;script&gt;x&lt;/script&gt; \| \*\*b\*\* \`c\` \[d\](http:&#8203;//e) \!\[f\](g) "
        r"\_h\_ \~\~i\~\~ \$j\$ &amp;amp; \\  \# k"
    )
    blocks = [
        r"## \# T",
        r"\- a",
        r"1\. b",
        "| A\\|B | N |\n| --- | ---: |\n| " + escaped + " | 1 |",
        "&gt; c",
    ]
    assert markdown.write([table]) == "\n\n".join(blocks) + "\n"
    assert not markdown.write([])


def test_markdown_calls_nobody_and_leads_nowhere() -> None:
    for text in ("@acme/all", "a@b.id", "https://x.id", "HTTP://x", "WWW.x.id", "see #12 and acme/roads#7"):
        escaped = markdown.escape(text)
        assert not re.search(r"@[\w]|://|www\.|#\d", escaped.replace("&#8203;", "\u200b"), re.IGNORECASE)
        assert escaped.replace("&#8203;", "").replace("\\", "") == text


@pytest.mark.parametrize("form", [csv.write, markdown.write, html.write])
@pytest.mark.parametrize("evil", ["::error::pwned", "\t::error::pwned", "##[error]pwned", "x ##vso[a]b"])
def test_no_format_writes_a_command_of_a_ci_job(form: Callable[[Sequence[Table]], str], evil: str) -> None:
    table = Table(evil, (Column(evil, evil), Column("b", "B")), (Row((evil, evil)),), (evil,), (evil,))
    for text in (form([table]), json.write({"a": evil, evil: [evil]})):
        assert not re.search(r"##\w*\[|^\s*::", text, re.MULTILINE)
    assert parser.loads(json.write({"a": evil, evil: [evil]})) == {"a": evil, evil: [evil]}


def test_markdown_has_a_grid_for_each_group_and_bars_as_code() -> None:
    rows = (Row(("x", (0.0, 0.1), 1e9)), Row(("y", None, 2e9)))
    columns = (Column("g", "G"), Column("b", "", "bar"), Column("c", "Cost", "money"))
    text = markdown.write([Table("", columns, rows, group="g", money=(1e9, "Rp miliar"))])
    head = "|  | Cost, Rp miliar |\n| --- | ---: |\n"
    assert text == f"### x\n\n{head}| `██` | 1.00 |\n\n### y\n\n{head}|  | 2.00 |\n"


def test_html_escapes_everything_and_has_no_style_or_script() -> None:
    table = Table(
        "<b>",
        (Column("a", "<i>"), Column("n", "N", "points")),
        (Row((HOSTILE, 1.0), "good"), Row(("\x1b\u202e", None))),
        lead=("<p>",),
        notes=('"&',),
    )
    escaped = "&lt;script&gt;x&lt;/script&gt; | **b** `c` [d](http://e) ![f](g) _h_ ~~i~~ $j$ &amp;amp; \\  # k"
    assert html.write([table]).splitlines() == [
        '<div class="quickwin">',
        "<h3>&lt;b&gt;</h3>",
        "<p>&lt;p&gt;</p>",
        "<table>",
        ('<thead><tr><th scope="col">&lt;i&gt;</th><th scope="col" class="quickwin-number">N</th></tr></thead>'),
        "<tbody>",
        f'<tr class="quickwin-good"><td>{escaped}</td><td class="quickwin-number">1.0</td></tr>',
        '<tr><td>��</td><td class="quickwin-number"></td></tr>',
        "</tbody>",
        "</table>",
        "<p>&quot;&amp;</p>",
        "</div>",
    ]


def test_html_has_a_body_for_each_group() -> None:
    columns = (Column("g", "G"), Column("b", "", "bar"))
    text = html.write([Table("", columns, (Row(("x", (0.5, 1.0))), Row((None, None))), group="g")])
    assert '<tr><th scope="rowgroup" colspan="1">x</th></tr>' in text
    assert f'<td class="quickwin-bar">{chr(0xA0) * 10}{"█" * 10}</td>' in text
    assert text.count("<tbody>") == 2


@given(st.text())
def test_clean_keeps_the_number_of_characters_and_leaves_none_that_acts(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert clean(cleaned) == cleaned
    assert not any(ord(one) < 32 or 127 <= ord(one) < 160 or 0xD800 <= ord(one) < 0xE000 for one in cleaned)
    assert not set(cleaned) & set(
        "\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
    )
