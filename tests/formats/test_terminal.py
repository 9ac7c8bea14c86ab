"""Tables in a terminal: wide, narrow, in a pipe, in ASCII, and with texts that would do harm."""

import io
import os
import re
import subprocess
import sys

import pytest

from quickwin.formats.fitting import Content, fit
from quickwin.formats.grid import Pen, page
from quickwin.formats.terminal import is_ascii_only, show, wants_color, width_of
from quickwin.formats.wrapping import width, wrap
from quickwin.table import Column, Row, Table

COLUMNS = (
    Column("moved", "±", "move"),
    Column("rank", "#", "count"),
    Column("name", "Program"),
    Column("dimension", "Dimension", spare=1),
    Column("class", "Class"),
    Column("score", "Score", "points"),
    Column("impact", "Impact", "share"),
    Column("months", "Months", "months"),
    Column("costs_most", "Costs most"),
)
ROWS = (
    Row(
        (
            3,
            1,
            "Internet for village offices",
            "society",
            "quick win",
            35.49,
            0.71,
            6.6,
            "timeliness −13.9",
        ),
        "good",
    ),
    Row(
        (-2, 2, "Street lights", "economy", "prepare: readiness", 9.96, 0.4, 12.04, "coverage −3.1"),
        "held",
    ),
    Row((0, 3, "Palm-waste bioenergy pilot", "economy", "reconsider", 0.0, 0.005, 20.0, None), "muted"),
)
RANK = Table(
    "Quick wins 2022",
    COLUMNS,
    ROWS,
    lead=("Arrows show who moved.",),
    notes=("Quick wins: Internet.",),
)

AT_200 = """\
Quick wins 2022
Arrows show who moved.

   ±  #  Program                       Dimension  Class               Score  Impact  Months  Costs most
  ───────────────────────────────────────────────────────────────────────────────────────────────────────────
● ▲3  1  Internet for village offices  society    quick win            35.5     71%     6.6  timeliness −13.9
  ▼2  2  Street lights                 economy    prepare: readiness   10.0     40%    12.0  coverage −3.1
   =  3  Palm-waste bioenergy pilot    economy    reconsider            0.0      0%    20.0

Quick wins: Internet.
"""

AT_80 = """\
Quick wins 2022
Arrows show who moved.

   ± # Program          Dimension Class       Score Impact Months Costs most
  ─────────────────────────────────────────────────────────────────────────────
● ▲3 1 Internet for     society   quick win    35.5    71%    6.6 timeliness
       village offices                                            −13.9
  ▼2 2 Street lights    economy   prepare:     10.0    40%   12.0 coverage −3.1
                                  readiness
   = 3 Palm-waste       economy   reconsider    0.0     0%   20.0
       bioenergy pilot

Quick wins: Internet.
"""

IN_ASCII = """\
Quick wins 2022
Arrows show who moved.

  +/- # Program          Dimension Class       Score Impact Months Costs most
  ------------------------------------------------------------------------------
*  ^3 1 Internet for     society   quick win    35.5    71%    6.6 timeliness
        village offices                                            -13.9
   v2 2 Street lights    economy   prepare:     10.0    40%   12.0 coverage -3.1
                                   readiness
    = 3 Palm-waste       economy   reconsider    0.0     0%   20.0
        bioenergy pilot

Quick wins: Internet.
"""


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM", "LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)


class Gone(io.StringIO):
    """A pipe that nobody reads any more."""

    def write(self, _: str) -> int:
        raise BrokenPipeError


def shown(
    table: Table, columns: int | None = None, *, ascii_only: bool | None = None, color: bool | None = None
) -> str:
    stream = io.StringIO()
    show([table], stream, width=columns, ascii_only=ascii_only, color=color)
    return stream.getvalue()


def seen(text: str) -> str:
    """The text with the blanks that do not break as plain ones."""
    return text.replace("\u00a0", " ")


def test_at_200_columns_everything_is_on_one_line_and_nothing_is_stretched() -> None:
    assert seen(shown(RANK, 200)) == AT_200


def test_at_80_columns_names_wrap_between_words() -> None:
    assert seen(shown(RANK, 80)) == AT_80


def test_at_70_columns_what_can_be_spared_goes_and_is_named() -> None:
    text = shown(RANK, 70)
    assert "economy" not in text
    assert "Not shown, for lack of width: Dimension.\n" in text
    assert "Not shown" not in AT_80


def test_ascii_has_its_own_rules_arrows_and_signs() -> None:
    text = shown(RANK, 80, ascii_only=True)
    assert text == IN_ASCII
    assert text.isascii()


def test_a_pipe_has_80_columns_and_no_colour() -> None:
    assert shown(RANK) == shown(RANK, 80, color=False)


def test_columns_in_the_environment_is_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert seen(shown(RANK)) == AT_200
    monkeypatch.setenv("COLUMNS", "many")
    assert seen(shown(RANK)) == AT_80


def test_colours_go_with_the_tone_and_leave_the_text_alone() -> None:
    lines = shown(RANK, 200, color=True).splitlines()
    assert lines[0] == "\x1b[1mQuick wins 2022\x1b[0m"
    assert [line[: line.index("m") + 1] for line in lines[5:8]] == ["\x1b[1;32m", "\x1b[33m", "\x1b[2m"]
    plain = shown(RANK, 200, color=True)
    for code in ("\x1b[1;32m", "\x1b[33m", "\x1b[2m", "\x1b[1m", "\x1b[0m"):
        plain = plain.replace(code, "")
    assert seen(plain) == AT_200


@pytest.mark.parametrize(
    ("settings", "terminal", "wanted"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_when_there_is_colour(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], *, terminal: bool, wanted: bool
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    stream = Terminal() if terminal else io.StringIO()
    assert wants_color(stream) is wanted
    show([RANK], stream)
    assert ("\x1b" in stream.getvalue()) is wanted


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no locale C")
@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ({}, False),
        ({"LANG": "C"}, True),
        ({"LANG": "C.UTF-8"}, False),
        ({"LC_ALL": "POSIX", "LANG": "id_ID.UTF-8"}, True),
        ({"LC_ALL": "", "LC_CTYPE": "id_ID.UTF-8", "LANG": "C"}, False),
    ],
)
def test_the_locale_c_means_ascii(monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], *, wanted: bool) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert is_ascii_only(io.StringIO()) is wanted


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437"])
def test_an_encoding_without_lines_gets_ascii_and_question_marks_and_no_error(encoding: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    table = Table(
        "Kōta 村",
        (Column("name", "Name"), Column("n", "N", "count")),
        (Row(("村村 “a”", 1)), Row(("\ud800", 2))),
    )
    show([table], stream)
    stream.flush()
    assert raw.getvalue().decode(encoding) == 'K?ta ?\n\nName    N\n---------\n?? "a"  1\n?       2\n'


def test_texts_cannot_act_in_a_terminal() -> None:
    evil = "\x1b[31mred\x9b2J\u202e\u200b\x07\r\n[bold]:smile:[/bold] [link=http://x]"
    table = Table(
        evil,
        (Column("a", evil), Column("b", "b")),
        (Row((evil, evil), "good"), Row(("", ""))),
        lead=(evil,),
        notes=(evil,),
    )
    for text in (shown(table, 400), shown(table, 30), shown(table, 400, color=True)):
        assert not set(text) & {"\x9b", "\u202e", "\u200b", "\x07", "\r"}
    text = shown(table, 400)
    assert "\x1b" not in text
    assert "�[31mred�2J���  [bold]:smile:[/bold] [link=http://x]" in text
    assert "[bold]:smile:[/bold]" in shown(table, 400, color=True)


COMMANDS = [
    "::error::pwned",
    " \u2003::error::pwned",
    "\n::error::pwned",
    "##[error]pwned",
    "a ##vso[task.x]y",
    "b\t##[x]",
]


@pytest.mark.parametrize("evil", COMMANDS)
@pytest.mark.parametrize("columns", [20, 40, 400])
def test_texts_cannot_act_in_the_log_of_a_ci_job(evil: str, columns: int) -> None:
    long = f"A name that wraps and then {evil} as its last words"
    table = Table(
        evil, (Column("a", evil), Column("b", long)), (Row((evil, long)), Row((long, evil))), (long,), (evil,)
    )
    for text in (shown(table, columns), shown(table, columns, ascii_only=True), shown(table, columns, color=True)):
        plain = re.sub("\x1b[^m]*m", "", text)
        assert not [line for line in plain.splitlines() if line.strip().startswith("::")]
        assert not re.search(r"##\w*\[", plain)


def test_two_colons_stay_where_they_do_no_harm() -> None:
    assert shown(Table("", lead=("Time::of day",))) == "Time::of day\n"


def test_wide_characters_keep_the_columns_in_line() -> None:
    table = Table(
        "",
        (Column("a", "A"), Column("n", "N", "count")),
        (Row(("村のインターネット", 7)), Row(("e\u0301te\u0301", 12))),
    )
    lines = shown(table, 80).splitlines()
    assert lines[2] == "村のインターネット   7"
    assert {width(line) for line in lines} == {22}


def test_rows_stand_under_their_group_and_its_column_is_not_shown() -> None:
    rows = (Row(("economy", "A")), Row(("economy", "B")), Row((None, "C")))
    table = Table("", (Column("d", "Dimension"), Column("a", "Name")), rows, group="d")
    assert shown(table) == "Name\n────\neconomy\nA\nB\n\n(not stated)\nC\n"
    assert shown(Table("", (Column("d", "Dimension"),), (Row(("economy",)),), group="d")) == "\neconomy\n\n"


def test_a_table_of_sentences_only_and_a_table_without_rows() -> None:
    assert shown(Table("", lead=("One.",))) == "One.\n"
    assert shown(Table("T", COLUMNS, lead=("One.",), notes=("Two.",))) == "T\nOne.\n\nTwo.\n"
    stream = io.StringIO()
    show([], stream)
    assert not stream.getvalue()


@pytest.mark.parametrize("columns", [1, 20, 40, 60, 79, 80, 81, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_no_text_is_lost(columns: int) -> None:
    lines = page([RANK], Pen(max(columns, 60)))
    assert max(width(line.text) for line in lines) <= max(columns, 60)
    words = {"Internet", "village", "bioenergy", "readiness", "timeliness", "35.5", "12.0"}
    assert words <= set(shown(RANK, max(columns, 60)).split())
    assert shown(RANK, columns)


def test_columns_with_the_highest_spare_go_first() -> None:
    contents = [
        Content(title, ("x" * 10,), wraps=False, spare=spare) for title, spare in (("a", 0), ("b", 1), ("c", 2))
    ]
    assert fit(contents, 34).kept == (0, 1, 2)
    assert fit(contents, 31).kept == (0, 1)
    assert fit(contents, 20).kept == (0,)
    assert fit(contents, 5).kept == (0,)


def test_a_word_is_broken_only_when_it_is_wider_than_the_room() -> None:
    assert wrap("an extraordinarily long word", 10) == ["an", "extraordin", "arily long", "word"]
    assert wrap("村村村", 4) == ["村村", "村"]
    assert wrap("", 4) == [""]


@pytest.mark.parametrize("color", [True, False])
def test_a_reader_that_has_gone_is_left_to_the_caller(*, color: bool) -> None:
    with pytest.raises(BrokenPipeError):
        show([RANK], Gone(), color=color)


def test_the_width_of_a_stream_that_only_says_it_is_a_terminal() -> None:
    assert width_of(Terminal()) == 80


def test_files_of_data_and_plain_tables_import_no_rich() -> None:
    code = (
        "import sys, io\n"
        "before = set(sys.modules)\n"
        "from quickwin.formats import cells, csv, html, json, markdown, terminal, text\n"
        "from quickwin.table import Table\n"
        "terminal.show([Table('T')], io.StringIO(), color=False)\n"
        "print(sorted(name for name in set(sys.modules) - before if name.split('.')[0] == 'rich'))\n"
    )
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith(("COV_", "COVERAGE_"))}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=unmeasured)
    assert (run.stdout, run.stderr) == ("[]\n", "")


def test_a_huge_text_in_a_huge_terminal_takes_no_time_worth_telling() -> None:
    words = "word " * 50_000
    table = Table("", (Column("a", "A"), Column("b", "B")), (Row((words, "x" * 200_000)),))
    assert shown(table, 10**6).count("word") == 50_000
    assert shown(table, 80).count("x") == 200_000
