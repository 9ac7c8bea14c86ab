"""Findings as a SARIF 2.1.0 log, which GitHub code scanning and editors read."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from urllib.parse import quote

from quickwin.cleaning import clean
from quickwin.finding import Finding, Fix, Place, Rule, fingerprints
from quickwin.formats.json import write as write_json
from quickwin.say import say

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FOLDER = "%SRCROOT%"
"""What relative paths are relative to: by custom the root of the repository, in which `check` then runs."""
LONGEST_DESCRIPTION = 1024
FINDS = re.compile(r"^## What it finds\n+(.+?)(?:\n\n|\Z)", re.MULTILINE | re.DOTALL)
MEANT = re.compile(r"\{(?=\d+\})|\](?=\()")
"""In a message, `{0}` stands for an argument and `[text](address)` is a link."""


def write(findings: Sequence[Finding], rules: Mapping[str, Rule], version: str) -> str:
    """The log of one run of quickwin `version`.

    A finding carries the fixes whose exact extent is known. The log has no time and no absolute folder in it, so
    that the same findings give the same bytes.
    """
    index = {code: at for at, code in enumerate(sorted(rules))}
    results = [
        result(one, index[one.code], print_) for one, print_ in zip(findings, fingerprints(findings), strict=True)
    ]
    driver = {"name": "quickwin", "version": version, "rules": [descriptor(rules[code]) for code in index]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return write_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def descriptor(rule: Rule) -> dict[str, object]:
    """What a viewer shows of a rule."""
    finds = FINDS.search(rule.page)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": cut(rule.title)},
        "fullDescription": {"text": cut(" ".join(finds[1].split()) if finds else rule.title)},
        "help": {"text": rule.page or rule.title, "markdown": rule.page or rule.title},
        "defaultConfiguration": {"level": rule.severity},
    }


def cut(text: str) -> str:
    """A description as long as GitHub allows."""
    return text if len(text) <= LONGEST_DESCRIPTION else text[: LONGEST_DESCRIPTION - 1] + "…"


def result(finding: Finding, index: int, fingerprint: str) -> dict[str, object]:
    """A finding, at its place."""
    at = {"artifactLocation": artifact(finding.place.file), "region": region(finding.place)}
    fixes = [fix(finding, one) for one in finding.fixes if fits(finding.place, one)]
    fixes = [one for number, one in enumerate(fixes) if one not in fixes[:number]]
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": message(" ".join(filter(None, (finding.what, finding.mend))))},
        "locations": [{"physicalLocation": at}],
        "partialFingerprints": {"quickwin/v1": fingerprint},
        **({"fixes": fixes} if fixes else {}),
    }


def message(text: str) -> str:
    """A text in which nothing from a file is a link or stands for something else.

    >>> message("Set {0}, see [this](https://example.org).")
    'Set { 0}, see [this] (https://example.org).'
    """
    return MEANT.sub(r"\g<0> ", clean(text))


def artifact(file: str) -> dict[str, str]:
    """Where a file is, as an address.

    >>> artifact("programs/kota å:1.yaml")
    {'uri': 'programs/kota%20%C3%A5%3A1.yaml', 'uriBaseId': '%SRCROOT%'}
    >>> artifact("/srv/a.yaml")
    {'uri': 'file:///srv/a.yaml'}
    """
    if PurePath(file).is_absolute():
        return {"uri": "file://" + ("" if file.startswith("/") else "/") + quote(file, safe="/:", errors="replace")}
    return {"uri": quote(file.removeprefix("./"), errors="replace"), "uriBaseId": FOLDER}


def region(place: Place) -> dict[str, object]:
    """From a place to the end of its line; for a whole file the point where it begins.

    >>> region(Place("a.yaml", 3, 8, excerpt="owner: Bappeda"))["snippet"]
    {'text': 'Bappeda'}
    """
    if not place.line:
        return extent(1, 1, 0)
    column = max(place.column, 1)
    if is_cut(place):
        return {"startLine": place.line, "startColumn": column}
    left = place.excerpt[column - 1 :]
    return {**extent(place.line, column, len(left)), **({"snippet": {"text": left}} if left else {})}


def is_cut(place: Place) -> bool:
    """Whether the excerpt may be a part of its line: a long one ends, or begins before the place, in “…”."""
    return place.excerpt.endswith("…") or place.column - 1 > len(place.excerpt)


def extent(line: int, column: int, length: int) -> dict[str, object]:
    """So many characters of a line, from a column on."""
    return {"startLine": line, "startColumn": column, "endLine": line, "endColumn": column + length}


def fits(place: Place, one: Fix) -> bool:
    """Whether a fix changes something and says how much it replaces, and that is surely in one line."""
    if one.length is None or not place.line or not place.column or not (one.length or one.text):
        return False
    return place.column - 1 + one.length <= len(place.excerpt.removesuffix("…"))


def fix(finding: Finding, one: Fix) -> dict[str, object]:
    """A mend that an editor can write into the file."""
    place = finding.place
    replacement: dict[str, object] = {"deletedRegion": extent(place.line, place.column, one.length or 0)}
    if one.text:
        replacement["insertedContent"] = {"text": one.text}
    described = one.when or finding.mend or say("Write {text}", text=one.text)
    change = {"artifactLocation": artifact(place.file), "replacements": [replacement]}
    return {"description": {"text": message(described)}, "artifactChanges": [change]}
