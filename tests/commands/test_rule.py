"""`quickwin rule`: the page of a rule, or a list of them."""

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.commands.conftest import Quickwin
from tests.commands.golden_runs import expected, ran, texts

from quickwin.checking.manual import chosen, manual, markdown
from quickwin.checking.rulebook import files, rule

Run = Callable[..., subprocess.CompletedProcess[str]]
EVERY = [rule(code) for code in files()]


@pytest.mark.parametrize("text", texts("rule"), ids=lambda text: text.stem)
def test_golden(text: Path, quickwin: Quickwin, *, update_golden: bool) -> None:
    assert ran(text, quickwin, update=update_golden) == expected(text)


def test_without_a_code_it_lists_all_rules(quickwin: Quickwin) -> None:
    ending = quickwin(["rule"], {"COLUMNS": "120"})
    assert ending.status == 0
    shown = [line.split()[:3] for line in ending.stdout.splitlines() if line.startswith("QW") and " · " not in line]
    assert shown == [[one.code, one.severity, one.name] for one in EVERY]
    assert ending.stdout.startswith(f"{len(EVERY)} rules of quickwin check\n")


def test_every_rule_can_be_asked_for(quickwin: Quickwin) -> None:
    for one in EVERY:
        ending = quickwin(["rule", one.code], {"COLUMNS": "200"})
        assert (ending.status, ending.stderr) == (0, "")
        lines = ending.stdout.splitlines()
        assert lines[:2] == [f"{one.code} {one.name} ({one.severity})", f"  {one.title}"]
        assert [line for line in lines if line and not line.startswith(" ")][1:] == [
            "What it finds",
            "Why it matters",
            "Bad",
            "Good",
            "How to mend",
        ]
        assert "```" not in ending.stdout
        assert "](" not in ending.stdout


@pytest.mark.parametrize("word", ["qw501", "QW501", "no-owner", "No-Owner", "no_owner", "501", " qw501 "])
def test_a_rule_has_a_code_and_a_name(quickwin: Quickwin, word: str) -> None:
    assert quickwin(["rule", word]) == quickwin(["rule", "QW501"])


def test_the_beginning_of_several_lists_those(quickwin: Quickwin) -> None:
    document = json.loads(quickwin(["rule", "qw4", "--format", "json"]).stdout)
    assert [one["code"] for one in document["rules"]] == [one.code for one in EVERY if one.code.startswith("QW4")]
    assert "QW5" not in quickwin(["rule", "qw4"]).stdout
    assert chosen("") == []
    assert chosen("owner") == []
    assert chosen("QW") == list(manual())


def test_json_has_every_page(quickwin: Quickwin) -> None:
    document = json.loads(quickwin(["rule", "--format", "json"]).stdout)
    assert document["schema"] == "quickwin/rule/1"
    assert [one["page"] for one in document["rules"]] == [one.page for one in EVERY]
    (one,) = json.loads(quickwin(["rule", "no-owner", "-f", "json"]).stdout)["rules"]
    assert one == {
        "code": "QW501",
        "name": "no-owner",
        "severity": rule("QW501").severity,
        "title": "A program has no owner.",
        "page": rule("QW501").page,
    }


def test_csv_and_markdown(quickwin: Quickwin) -> None:
    rows = list(csv.DictReader(io.StringIO(quickwin(["rule", "--format", "csv"]).stdout)))
    assert [(row["code"], row["name"]) for row in rows] == [(one.code, one.name) for one in EVERY]
    assert quickwin(["rule", "QW501", "--format", "markdown"]).stdout == markdown(rule("QW501"))
    assert "| QW501 | " in quickwin(["rule", "QW5", "--format", "markdown"]).stdout


def test_it_is_written_to_a_file(quickwin: Quickwin, tmp_path: Path) -> None:
    for name, beginning in {
        "page.md": "# QW501 no-owner\n",
        "page.txt": "QW501 no-owner (",
        "page.csv": "\ufeffgroup,code",
        "page.json": '{\n  "schema": "quickwin/rule/1"',
    }.items():
        assert quickwin(["rule", "QW501", "--output", str(tmp_path / name)]).stdout == ""
        assert (tmp_path / name).read_bytes().decode("utf-8").startswith(beginning)
    assert quickwin(["rule", "--output", str(tmp_path / "all.txt")], {"FORCE_COLOR": "1"}).status == 0
    assert "\x1b" not in (tmp_path / "all.txt").read_text(encoding="utf-8")
    assert quickwin(["rule", "--output", str(tmp_path / "none" / "all.txt")]).status == 2


@pytest.mark.parametrize(
    ("word", "mend"),
    [
        ("QW-401", "Did you mean “QW401”?"),
        ("rule401", "Did you mean “QW401”?"),
        ("QW4O1", "“quickwin rule QW4” lists those that begin so."),
        ("qw4999", "“quickwin rule QW4” lists those that begin so."),
        ("no-ownr", "Did you mean “no-owner”?"),
        ("", "“quickwin rule” lists them."),
        ("weather", "“quickwin rule” lists them."),
        ("\x1b[31m::error::", "“quickwin rule” lists them."),
        ("x" * 10_000, "“quickwin rule” lists them."),
    ],
)
def test_an_unknown_rule_is_wrong_usage(quickwin: Quickwin, word: str, mend: str) -> None:
    ending = quickwin(["rule", word])
    assert (ending.status, ending.stdout) == (2, "")
    assert ending.stderr.endswith(f"{mend}\n")
    assert "\x1b" not in ending.stderr


def test_it_needs_no_model_and_no_numbers(run_python: Run) -> None:
    script = (
        "import sys\nfrom quickwin.checking.manual import chosen\nassert chosen('QW501')\n"
        "print(sorted({'pydantic', 'numpy', 'yaml', 'rich', 'quickwin.study'} & set(sys.modules)))"
    )
    ending = run_python("-c", script)
    assert (ending.stdout, ending.stderr) == ("[]\n", "")
