"""`quickwin schema`: it accepts what quickwin accepts, and no key that is misspelt."""

import copy
import datetime as dt
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from quickwin.cli import main
from quickwin.files.yaml import read
from quickwin.study import judging
from quickwin.study.program import read_program
from quickwin.study.quantity import Grammar
from quickwin.study.reading import Reading

Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).resolve().parents[2]
STARTER = ROOT / "src" / "quickwin" / "starter"
KINDS = ("criteria", "program", "context")
FILES = sorted(
    [
        *((kind, path) for study in (ROOT, STARTER) for kind, path in [("criteria", study / "criteria.yaml")]),
        *(("program", path) for study in (ROOT, STARTER) for path in study.glob("programs/*.yaml")),
        *(("context", path) for study in (ROOT, STARTER) for path in study.glob("contexts/*.yaml")),
    ],
    key=lambda one: one[1],
)


class Editor(yaml.SafeLoader):
    """Reads YAML as an editor does: by the core schema of YAML 1.2."""


Editor.yaml_implicit_resolvers = {}
for tag, pattern, starts in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(starts))


def in_editor(text: str) -> Any:
    """The data of a YAML text as a schema sees it: keys are strings."""
    return json.loads(json.dumps(yaml.load(text, Editor)))  # noqa: S506 - a safe loader with fewer types


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / f"schemas/{kind}.schema.json").read_text(encoding="utf-8")))


def misspelt(data: Any) -> Iterator[Any]:
    """The data again and again, each time with one key of ours misspelt somewhere in it."""
    names = {"title", "weight", "value", "likely", "assumed", "source", "note", "status", "capex", "best", "name"}

    def places(part: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        for key, inner in part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ():
            if key in names and not (key == "note" and len(path) and path[-1] != "kpi"):
                yield (*path, key)
            yield from places(inner, (*path, key))

    for *above, key in places(data, ()):
        wrong = copy.deepcopy(data)
        holder = wrong
        for step in above:
            holder = holder[step]
        holder[key[:-1] + "x" + key[-1]] = holder.pop(key)
        yield wrong


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_in_the_repository_is_what_the_command_prints(kind: str, run_python: Run) -> None:
    ran = run_python("-m", "quickwin", "schema", kind)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (ROOT / f"schemas/{kind}.schema.json").read_text(encoding="utf-8") == ran.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(validator(kind).schema)


def test_there_are_files_to_try() -> None:
    assert len(FILES) > 50


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda one: getattr(one, "stem", one))
def test_every_shipped_file_is_valid_and_no_misspelt_key_is(kind: str, path: Path) -> None:
    check, data = validator(kind), in_editor(path.read_text(encoding="utf-8"))
    assert not [f"{list(error.path)}: {error.message}" for error in check.iter_errors(data)]
    wrong = list(misspelt(data))
    assert wrong
    for one in wrong:
        assert not check.is_valid(one)
    assert not check.is_valid(data | {"extra": 1})


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda one: getattr(one, "stem", one))
def test_the_first_line_leads_an_editor_to_the_schema(kind: str, path: Path) -> None:
    line = path.read_text(encoding="utf-8").splitlines()[0]
    assert line.startswith("# yaml-language-server: $schema=")
    study = STARTER if path.is_relative_to(STARTER) else ROOT
    schema = (path.parent / line.partition("=")[2]).resolve()
    assert schema == study / f"schemas/{kind}.schema.json"


ACCEPTED = {
    "program": """
id: no
name: 2022
dimension:
owner: yes
partners: [1, no, ~]
beneficiaries: {low: "1.200", high: "1.500", note: 2022, date: 2022-09, assumed: false}
time_to_benefit: {note: from the plan, procurement: 6 weeks, rollout: {raters: {no: 4, 2022: 3 bulan}}}
impact: {ease: 50%, equity: no, felt: {low: none, high: most, year: 2022}, note: judged}
provides: {road: 1/2, internet: ~}
cost: Rp500 juta
readiness: {structure: {people: 2.5, note: x}, infrastructure: {value: 3}, suprastructure: 4}
kpi: [{name: 5, by: 2023, baseline: "1,5"}]
evidence: [{title: A, date: 2022-09-01}]
note: 1
""",
    "criteria": """
quickwin: "1"
round: 2022
start: 2022-09-01
deadline: 2023-09-01
horizon: 2 years
context: {name: Here, facts: {population: 1000, note: x}, coverage: {road: {value: 1/2}}}
criteria:
  note: agreed
  reach: {measure: beneficiaries, per: population, curve: [[0%, 0], ["0,1%", 1]], factor: true}
  group:
    weight: {low: 20, high: 30}
    criteria: {a: {levels: {no: 0, low: 0.4, high: 1, note: x}}, b: {worst: "-1,5", best: 5}}
readiness: {pillars: {one: {items: [no, 1]}, two: }, delay: 125%}
dimensions: {economy: {quota: 2}, society: {quota: [1, 2], aliases: [no]}, living: }
budget_opens: {next: 2023-01-01, later: }
model: {kind: sum, impact: 60, time: 40}
plan: {budget: {2022: Rp5 miliar}, total: 3, latest_start: 2023-01-01}
""",
    "context": """
name: 3
currency: {symbol: $, decimal: ".", unit: 1 million}
facts: {population: 1000, area: {value: "1,200.5", unit: 2, source: x}}
coverage: {road: 50%}
""",
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_quickwin_reads_is_valid(kind: str) -> None:
    errors = validator(kind).iter_errors(in_editor(ACCEPTED[kind]))
    assert not [f"{list(error.path)}: {error.message}" for error in errors]


def test_quickwin_reads_it_too() -> None:
    documents = {kind: read(text.encode(), kind) for kind, text in ACCEPTED.items()}
    assert not [findings for _, findings in documents.values() if findings]
    data = {kind: one[0].data for kind, (one, _) in documents.items()}
    context, problems, _ = judging.read_context(data["context"], Grammar("$", "."))
    assert (context is None, problems) == (False, ())
    reading = Reading(facts={"population": 1000.0}, start=dt.date(2022, 9, 1))
    criteria, problems, _ = judging.read_criteria(data["criteria"], reading)
    assert (criteria is None, problems) == (False, ())
    assert read_program(data["program"], Reading()).id == "no"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("program", "name: A"),
        ("program", "name: A\ntime_to_benefit: {lo: 2, high: 6}"),
        ("program", "name: A\ntime_to_benefit: soon"),
        ("program", "name: A\ntime_to_benefit: 3\nbeneficiaries: many"),
        ("program", "name: A\ntime_to_benefit: 3\nneeds: electricity"),
        ("program", "name: A\ntime_to_benefit: 3\nimpact: {ease: {valeu: 4}}"),
        ("program", "name: A\ntime_to_benefit: 3\nreadiness: {structure: {people: {value: 4, asumed: true}}}"),
        ("program", "name: A\ntime_to_benefit: {value: 3, assumed: 'true'}"),
        ("criteria", "criteria: {a: {worst: 1, best: 5, measure: people}}"),
        ("criteria", "criteria: {a: {curve: [[0, 0, 1], [1, 1]]}}"),
        ("criteria", "criteria: {a: {worst: 1, best: 5}}\nmodel: {kind: produkt}"),
        ("criteria", "criteria: {g: {criteria: {a: {wrost: 1, best: 5}}}}"),
        ("context", "coverage: {road: half}"),
        ("context", "currency: {decimal: ';'}"),
    ],
)
def test_a_mistake_is_underlined(kind: str, text: str) -> None:
    assert not validator(kind).is_valid(in_editor(text))


def test_it_can_be_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "context", "--output", str(tmp_path / "a.json")]) == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / "a.json").read_bytes() == (ROOT / "schemas/context.schema.json").read_bytes()


def test_a_file_that_cannot_be_written_and_an_unknown_kind_are_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "program", "-o", str(tmp_path / "none" / "a.json")]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert main(["schema", "programm"]) == 2
    assert "program" in capsys.readouterr().err
