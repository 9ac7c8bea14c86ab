"""Findings as a SARIF 2.1.0 log, and its limits by docs.github.com, “SARIF support for code scanning”."""

import json
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from jsonschema import Draft7Validator, Draft202012Validator
from tests.formats.hostile import MANY, RULES, finding
from tests.formats.published import sarif_schema

from quickwin.finding import Finding, Fix, Rule
from quickwin.formats.sarif import write

PUBLISHED = Draft7Validator(sarif_schema(), format_checker=Draft7Validator.FORMAT_CHECKER)


def of(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """The schema of an object with these properties and no others."""
    return {
        "type": "object",
        "properties": required | optional,
        "required": list(required),
        "additionalProperties": False,
    }


TEXT = {"type": "string", "minLength": 1}
SHORT = of({"text": TEXT | {"maxLength": 1024}})
COUNT = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["note", "warning", "error"]}
REGION = of(
    {"startLine": COUNT, "startColumn": COUNT},
    endLine=COUNT,
    endColumn=COUNT,
    snippet=of({"text": TEXT}),
)
ARTIFACT = of({"uri": TEXT}, uriBaseId={"const": "%SRCROOT%"})
REPLACEMENT = of({"deletedRegion": REGION}, insertedContent=of({"text": TEXT}))
CHANGE = of({"artifactLocation": ARTIFACT, "replacements": {"type": "array", "items": REPLACEMENT, "minItems": 1}})
FIX = of({"description": of({"text": TEXT}), "artifactChanges": {"type": "array", "items": CHANGE, "minItems": 1}})
LOCATION = of({"physicalLocation": of({"artifactLocation": ARTIFACT, "region": REGION})})
RESULT = of(
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": of({"text": TEXT}),
        "locations": {"type": "array", "items": LOCATION, "minItems": 1, "maxItems": 1},
        "partialFingerprints": of({"quickwin/v1": TEXT}),
    },
    fixes={"type": "array", "items": FIX, "minItems": 1, "uniqueItems": True},
)
DESCRIPTOR = of(
    {
        "id": TEXT,
        "name": TEXT | {"maxLength": 255},
        "shortDescription": SHORT,
        "fullDescription": SHORT,
        "help": of({"text": TEXT, "markdown": TEXT}),
        "defaultConfiguration": of({"level": LEVEL}),
    }
)
DRIVER = of(
    {
        "name": {"const": "quickwin"},
        "version": TEXT,
        "rules": {"type": "array", "items": DESCRIPTOR, "uniqueItems": True},
    }
)
RUN = of(
    {
        "tool": of({"driver": DRIVER}),
        "columnKind": {"const": "unicodeCodePoints"},
        "results": {"type": "array", "items": RESULT},
    }
)
LOG = of({"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN, "minItems": 1}})
"""What of SARIF 2.1.0 is written, with what the standard and GitHub require of it."""


def run(some: list[Finding], rules: dict[str, Rule] = RULES) -> dict[str, Any]:
    """The one run of a log that holds to the schema."""
    log = json.loads(write(some, rules, "1.2.3"))
    Draft202012Validator(LOG).validate(log)
    return log["runs"][0]


def place(result: dict[str, Any]) -> dict[str, Any]:
    return result["locations"][0]["physicalLocation"]


def test_a_finding_at_its_place() -> None:
    (result,) = run([finding()])["results"]
    assert result["message"]["text"] == "It is so. Mend it."
    assert (result["ruleId"], result["level"]) == ("QW401", "warning")
    assert place(result) == {
        "artifactLocation": {"uri": "programs/a.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 15, "snippet": {"text": "Bappeda"}},
    }
    assert "fixes" not in result


def test_rules_are_described_and_indexed() -> None:
    whole = run([finding("QW501"), finding("QW105")])
    driver = whole["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["QW105", "QW401", "QW501"]
    assert [driver["rules"][one["ruleIndex"]]["id"] for one in whole["results"]] == ["QW501", "QW105"]
    assert driver["rules"][2]["fullDescription"]["text"] == "A program that says of no office."
    assert driver["rules"][1]["fullDescription"]["text"] == "Money that comes too late."
    assert driver["rules"][2]["help"]["markdown"] == RULES["QW501"].page


def test_a_description_is_as_long_as_github_allows() -> None:
    page = "Long.\n\n## What it finds\n\n" + "word " * 1000 + "\n"
    (rule,) = run([], {"QW1": Rule("QW1", "long", "note", "Long.", page)})["tool"]["driver"]["rules"]
    assert len(rule["fullDescription"]["text"]) == 1024


def test_a_whole_file_is_the_point_where_it_begins() -> None:
    (result,) = run([finding(line=0, column=0)])["results"]
    assert place(result)["region"] == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}


@pytest.mark.parametrize("excerpt", ["owner: Bap…", "…beda"])
def test_what_is_not_seen_of_a_long_line_is_not_told(excerpt: str) -> None:
    (result,) = run([finding(excerpt=excerpt, fixes=(Fix("x", 30), Fix("x", 4)))])["results"]
    assert place(result)["region"] == {"startLine": 3, "startColumn": 8}
    assert "fixes" not in result


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("programs/kota å.yaml", "programs/kota%20%C3%A5.yaml"),
        ("a:b/100%?#.yaml", "a%3Ab/100%25%3F%23.yaml"),
        ("./a.yaml", "a.yaml"),
        ("/srv/a b.yaml", "file:///srv/a%20b.yaml"),
    ],
)
def test_a_file_is_an_address(file: str, uri: str) -> None:
    artifact = place(run([finding(file=file)])["results"][0])["artifactLocation"]
    assert artifact["uri"] == uri
    assert ("uriBaseId" in artifact) is not uri.startswith("file:")


def test_a_fix_of_a_known_extent_can_be_applied() -> None:
    fixes = (
        Fix("Dinas PUPR", 7),
        Fix("word"),
        Fix("of ", 0, "whose"),
        Fix("too far", 8),
        Fix("", 0),
        Fix("of ", 0, "whose"),
    )
    (result,) = run([finding(fixes=fixes)])["results"]
    first, second = result["fixes"]
    assert first["description"]["text"] == "Mend it."
    assert second["description"]["text"] == "whose"
    assert [applied("owner: Bappeda", one) for one in (first, second)] == ["owner: Dinas PUPR", "owner: of Bappeda"]


def applied(line: str, fix: dict[str, Any]) -> str:
    """The line after a fix, as an editor makes it."""
    (change,) = fix["artifactChanges"]
    (one,) = change["replacements"]
    region = one["deletedRegion"]
    assert region["startLine"] == region["endLine"]
    written = one.get("insertedContent", {"text": ""})["text"]
    return line[: region["startColumn"] - 1] + written + line[region["endColumn"] - 1 :]


@given(MANY)
def test_any_findings_are_a_log(some: list[Finding]) -> None:
    text = write(some, RULES, "1")
    assert not set(text) & {"\x1b", "\u202e", "\u2028", "\r", "\ud800"}
    assert "##[" not in text
    results = run(some)["results"]
    assert len({one["partialFingerprints"]["quickwin/v1"] for one in results}) == len(some)
    for result, one in zip(results, some, strict=True):
        uri, region = place(result)["artifactLocation"]["uri"], place(result)["region"]
        assert uri.isascii()
        assert urlsplit(uri).scheme in {"", "file"}
        shown = one.place.file.removeprefix("./").encode("utf-8", "replace").decode()
        assert unquote(uri.removeprefix("file://")) == shown
        assert region.get("endColumn", region["startColumn"]) >= region["startColumn"]
        told = result["message"]["text"]
        assert not set(told) & {"\x1b", "\u202e", "\n", "\x00"}
        assert "](" not in told
        assert "{0}" not in told


@given(MANY)
def test_any_log_is_valid_by_the_published_schema(some: list[Finding]) -> None:
    PUBLISHED.validate(json.loads(write(some, RULES, "1")))


def test_the_published_schema_refuses_what_is_no_log() -> None:
    log = json.loads(write([], RULES, "1"))
    assert PUBLISHED.is_valid(log)
    assert not PUBLISHED.is_valid(log | {"version": "2.0.0"})
    assert not PUBLISHED.is_valid(log | {"runs": [{"tool": {}}]})
