"""Comments that silence findings: on their line or the line above, in comments alone, and told where they are idle."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.rules.rule_cases import Case

from quickwin.checking.check import check
from quickwin.checking.report import Report
from quickwin.checking.silence import silences
from quickwin.files.text import Text

Check = Callable[..., Report]

NAME = "name: Water for the harbour"
REST = "dimension: society\ntime_to_benefit: 6\n"
"""With `NAME` a program without an owner: QW501 at its first line."""
RULES = ("QW105", "QW112", "QW501", "QW115", "QW116")


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check the sound study with a program more: `checked("name: …")`."""
    Case("", "", ()).build(tmp_path)
    monkeypatch.chdir(tmp_path)

    def run(program: str | bytes, **options: object) -> Report:
        text = program.encode() if isinstance(program, str) else program
        Path("programs/water.yaml").write_bytes(text)
        return check([], **({"select": RULES} | options))  # type: ignore[arg-type]  # options of check

    return run


def told(report: Report) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding."""
    return [(one.code, one.place.line, one.place.column) for one in report.findings]


@pytest.mark.parametrize(
    "program",
    [
        f"{NAME} # quickwin: ignore[QW501] nobody knows yet\n{REST}",
        f"{NAME}\t#quickwin:ignore[qw501]\n{REST}",
        f"{NAME}  #  Quickwin:  Ignore [ QW501 ]\n{REST}",
        f"{NAME}  # asked of PDAM # quickwin: ignore[QW501]\n{REST}",
        f"{NAME}  # quickwin: ignore[QW501] # said so in May\n{REST}",
        f"# quickwin: ignore[QW501] nobody knows yet\n{NAME}\n{REST}",
        f"  # quickwin: ignore[QW501]\n\n# A program of the second workshop.\n\n{NAME}\n{REST}",
        f"---\n# quickwin: ignore[QW501]\n{NAME}\n{REST}",
        f"# quickwin: ignore[QW501]\n--- # here it begins\n{NAME}\n{REST}",
        f"# quickwin: ignore[QW501]\r\n{NAME}\r\n{REST}".replace("society\n", "society\r\n"),
        f"# quickwin: ignore[QW501]\r{NAME}\r{REST}",
        f"note: “é😀” # ok\n{REST}{NAME}\n".replace("# ok", "# “ß😀” # quickwin: ignore[QW501] ß"),
        f"\ufeff{NAME} # quickwin: ignore[QW501]\n{REST}",
        f"# a\u2028b\n{NAME} # quickwin: ignore[QW501]\n{REST}",
        "{name: Water, # quickwin: ignore[QW501]\n dimension: society, time_to_benefit: 6}\n",
        f"{NAME} # quickwin: ignore[QW501]\n{REST}...\n",
    ],
)
def test_a_comment_silences_its_line_or_the_next_one_that_says_something(checked: Check, program: str) -> None:
    report = checked(program)
    assert told(report) == []
    assert report.silenced == 1


def test_the_first_line_of_a_text_of_many_lines_may_end_in_a_comment(checked: Check) -> None:
    program = f"name: |  # quickwin: ignore[QW501]\n  Water\n  # quickwin: ignore[QW400] is text\n{REST}"
    assert told(checked(program)) == []


@pytest.mark.parametrize(
    "line",
    [
        "note: 'see # quickwin: ignore[QW501] there'",
        'note: "see # quickwin: ignore[QW501] there"',
        'note: "see\n  # quickwin: ignore[QW501]\n  there"',
        "note: |\n  # quickwin: ignore[QW501]",
        "note: >-\n\n  see\n\n  # quickwin: ignore[QW501]\n",
        "note: see#quickwin:ignore[QW501]",
        'impact: {"ease": 4, equity: most} # no # "quickwin: ignore[QW501]"',
        "legal_basis:\n  - |\n    # quickwin: ignore[QW501]\n  - 'a # quickwin: ignore[QW501]'",
    ],
)
def test_in_a_text_it_is_no_comment(checked: Check, line: str) -> None:
    report = checked(f"{line}\n{NAME}\n{REST}", select=["QW501", "QW115", "QW116"])
    assert [code for code, *_ in told(report) if code != "QW107"] == ["QW501"]
    assert report.silenced == 0


def test_behind_a_text_in_quotes_it_is_one(checked: Check) -> None:
    program = f"name: 'it''s # no comment' # quickwin: ignore[QW501]\n{REST}"
    assert told(checked(program)) == []
    program = f'name: "a \\" # b" # quickwin: ignore[QW501]\n{REST}'
    assert told(checked(program)) == []
    program = f"note: |\n  a\n# quickwin: ignore[QW501]\n{NAME}\n{REST}"
    assert told(checked(program)) == [("QW501", 1, 1), ("QW115", 3, 1)]


def test_several_codes_and_several_comments(checked: Check) -> None:
    wrong = f"{NAME}  # quickwin: ignore[QW501,QW105]\n{REST}owner_: PDAM\n"
    assert told(checked(wrong)) == [("QW105", 4, 1)]
    both = "ownr: PDAM  # quickwin: ignore[QW105 QW501] # quickwin: ignore[QW112]\n" + f"{NAME}\n{REST}"
    assert told(checked(both)) == []
    above = f"# quickwin: ignore[QW105]\n# quickwin: ignore[QW501]\nownr: PDAM\n{NAME}\n{REST}"
    assert told(checked(above)) == []
    twice = f"# quickwin: ignore[QW501]\n{NAME}  # quickwin: ignore[QW501]\n{REST}"
    report = checked(twice)
    assert (told(report), report.silenced) == ([], 1)


def test_errors_of_reading_are_silenced_and_counted(checked: Check) -> None:
    report = checked(f"{NAME}\nowner: PDAM\n{REST}ownr: PDAM # quickwin: ignore[QW105] an old key\n")
    assert (told(report), report.silenced, report.fails("warning")) == ([], 1, False)
    last = checked(f"{NAME}\nowner: PDAM\n{REST}owner: PDAM # quickwin: ignore[QW104]\n")
    assert told(last) == []


def test_each_program_of_a_file_has_its_own(checked: Check) -> None:
    first = f"id: a # quickwin: ignore[QW501]\n{NAME}\n{REST}"
    second = f"id: b\n{NAME}\n{REST}"
    third = f"# quickwin: ignore[QW501]\n---\nid: c\n{NAME}\n{REST}"
    assert told(checked(f"{first}---\n{second}{third}")) == [("QW501", 6, 1)]


def test_a_comment_of_another_line_silences_nothing_and_is_told(checked: Check) -> None:
    program = f"{NAME}\n{REST}# quickwin: ignore[QW501]\nnote: x # quickwin: ignore[QW501]\n# quickwin: ignore[QW501]\n"
    assert told(checked(program)) == [("QW501", 1, 1), ("QW115", 4, 1), ("QW115", 5, 9), ("QW115", 6, 1)]


def test_an_idle_comment_is_told_with_its_mend(checked: Check) -> None:
    program = f"{NAME}\nowner: PDAM  # said # quickwin: ignore[QW501] long ago\n{REST}"
    (one,) = checked(program).findings
    assert one.what == "Nothing is wrong here for QW501 to silence."
    assert one.mend == "Delete the comment."
    assert (one.place.line, one.place.column, one.severity) == (2, 21, "warning")
    assert [(fix.text, fix.length) for fix in one.fixes] == [("", len("# quickwin: ignore[QW501] long ago"))]


def test_of_a_comment_that_is_used_in_part_the_idle_codes_are_told(checked: Check) -> None:
    program = f"{NAME}  # quickwin: ignore[QW502, QW501, QW510] why\n{REST}"
    (one,) = checked(program, select=["QW501", "QW502", "QW510", "QW115"]).findings
    assert one.what == "Nothing is wrong here for QW502, QW510 to silence."
    assert one.mend == "Delete QW502, QW510 from it."
    assert [(fix.text, fix.length) for fix in one.fixes] == [
        ("# quickwin: ignore[QW501]", len("# quickwin: ignore[QW502, QW501, QW510]"))
    ]


def test_a_code_that_was_not_looked_for_is_never_idle(checked: Check) -> None:
    program = f"{NAME} # quickwin: ignore[QW401, QW105]\nowner: PDAM # quickwin: ignore[QW501]\n{REST}"
    assert told(checked(program, select=["QW401", "QW115"])) == [("QW115", 1, 29)]
    assert told(checked(program, select=["QW501", "QW115"])) == [("QW115", 2, 13)]
    assert told(checked(program, select=["QW501"])) == []
    assert told(checked(program, select=["QW115"], ignore=["QW501"])) == []
    assert told(checked(program, select=["QW1", "QW501"], ignore=["QW115"])) == []


def test_in_a_file_with_errors_no_comment_is_idle(checked: Check) -> None:
    program = f"{NAME} # quickwin: ignore[QW501]\nownr: PDAM\n{REST}"
    assert told(checked(program)) == [("QW105", 2, 1)]
    broken = f"{NAME} # quickwin: ignore[QW501]\n{REST}note: 'x\n"
    assert told(checked(broken, select=["QW501", "QW115"])) == [("QW102", 4, 7)]


@pytest.mark.parametrize(
    ("code", "column", "mend"),
    [
        ("QW051", 29, "Did you mean “QW501”?"),
        ("QW-501", 29, "Did you mean “QW501”?"),
        ("Q501", 29, "Did you mean “QW501”?"),
        ("501", 29, "Did you mean “QW501”?"),
        ("no-ownr", 29, "“quickwin rule” lists the rules."),
        ("QW50", 29, "A comment names whole codes: QW501, QW502, QW503, QW504, …."),
        ("QW599", 29, "Known rules: QW501, QW502, "),
        ("QW999", 29, "“quickwin rule” lists the rules."),
        ("ALL", 29, "“quickwin rule” lists the rules."),
        ("*", 29, "“quickwin rule” lists the rules."),
        ("QW501, QW999", 36, "“quickwin rule” lists the rules."),
        ("QW5015, QW501", 29, "Known rules: QW501, QW502, "),
    ],
)
def test_an_unknown_code_is_told_with_the_one_that_is_meant(checked: Check, code: str, column: int, mend: str) -> None:
    report = checked(f"{NAME}\nowner: ß # quickwin: ignore[{code}] why\n{REST}", select=["QW116"])
    (one,) = report.findings
    assert (one.code, one.place.line, one.place.column) == ("QW116", 2, column)
    assert "There is no rule" in one.what
    assert one.mend.startswith(mend)


@pytest.mark.parametrize(
    "comment",
    [
        "# quickwin: ignore",
        "# quickwin: ignore QW501",
        "# quickwin: ignore[]",
        "# quickwin: ignore[ ,]",
        "# quickwin: ignroe[QW501]",
        "# quickwin: ignore[QW501",
        "# quickwin: QW501",
        "# quickwin:ignore(QW501)",
    ],
)
def test_a_comment_that_names_no_rule_is_told(checked: Check, comment: str) -> None:
    report = checked(f"{NAME}\nowner: PDAM {comment}\n{REST}")
    assert told(report) == [("QW116", 2, 13)]
    assert report.findings[0].what == "This comment is meant to silence a finding and does not say which."


@pytest.mark.parametrize(
    "comment",
    [
        "# quickwin: 1",
        "# quickwin: the tool",
        "# yaml-language-server: $schema=quickwin:x",
        "# quickwin ignore[QW501]",
        "# run quickwin: it says why",
        "#quickwin:",
    ],
)
def test_a_comment_about_something_else_is_left_alone(checked: Check, comment: str) -> None:
    assert told(checked(f"{comment}\n{NAME} {comment}\nowner: PDAM\n{REST}{comment}\n")) == []


def test_comments_of_criteria_and_contexts_count_too(checked: Check) -> None:
    criteria, context = Path("criteria.yaml"), Path("contexts/place.yaml")
    criteria.write_text(
        criteria.read_text() + "deadline: # quickwin: ignore[QW117] asked\nhorizon: 24 # quickwin: ignore[QW117]\n"
    )
    context.write_text(context.read_text() + "currency: # quickwin: ignore[QW117]\n")
    report = checked(f"{NAME}\nowner: PDAM\n{REST}", select=["QW117", "QW115"])
    assert [(one.place.file, *place) for one, place in zip(report.findings, told(report), strict=True)] == [
        ("criteria.yaml", "QW115", criteria.read_text().count("\n"), 13)
    ]
    assert report.silenced == 2


def test_what_criteria_ignore_or_spare_needs_no_comment(checked: Check) -> None:
    program = f"{NAME} # quickwin: ignore[QW501]\n{REST}"
    own = Path("criteria.yaml").read_text()
    Path("criteria.yaml").write_text(own + "check: {ignore: [QW115]}\n")
    of_file = ["QW501", "QW116"]  # what an option selects, the file cannot ignore
    assert told(checked(program.replace("name:", "owner: PDAM\nname:"), select=of_file)) == []
    Path("criteria.yaml").write_text(own + "check: {ignore: [QW501]}\n")
    assert told(checked(program, select=["QW115", "QW116"])) == []
    Path("criteria.yaml").write_text(own + "check: {per_path: {programs/*: [QW115, QW116]}}\n")
    assert told(checked(program.replace("QW501", "QW999"), select=["QW115", "QW116"])) == []


def test_many_comments_take_no_time_to_speak_of() -> None:
    for text in (
        "# quickwin: ignore[QW501]\n" * 30_000,
        "# quickwin: ignore[" * 30_000,
        "#" + " " * 100_000 + "quickwin:" + " " * 100_000,
        "note: '" + "# " * 100_000 + "' # quickwin: ignore[QW501]\n",
        "a: [" + "'#', " * 50_000 + "] # quickwin: ignore[QW501]\n",
    ):
        assert len(list(silences(Text("a.yaml", text, text)))) in {0, 1, 30_000}
