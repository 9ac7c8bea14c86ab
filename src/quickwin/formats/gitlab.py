"""Findings as the Code Quality report that GitLab shows in a merge request."""

from collections.abc import Mapping, Sequence

from quickwin.cleaning import clean
from quickwin.finding import Finding, Rule, Severity, fingerprints
from quickwin.formats.json import write as as_json

SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "major", "note": "info"}


def write(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> str:
    """A JSON array with an entry a finding; an empty array says that nothing was found.

    >>> from quickwin.finding import Place
    >>> bad = Finding("QW501", Place("programs/a.yaml", 3, 1), "It has no owner.", "Add one.", "note")
    >>> rule = Rule("QW501", "no-owner", "note", "A program has no owner.", "")
    >>> print(write([bad], {"QW501": rule}), end="")
    [
      {
        "description": "QW501 no-owner: It has no owner. Add one.",
        "check_name": "QW501",
        "fingerprint": "d604f037b6943310d0661f633bdadab3",
        "severity": "info",
        "location": {
          "path": "programs/a.yaml",
          "lines": {
            "begin": 3
          }
        }
      }
    ]
    """
    entries = [
        entry(one, rules[one.code], print_) for one, print_ in zip(findings, fingerprints(findings), strict=True)
    ]
    return as_json(entries)


def entry(finding: Finding, rule: Rule, fingerprint: str) -> dict[str, object]:
    """What GitLab reads of a finding; one of a whole file stands at its first line."""
    return {
        "description": clean(" ".join(filter(None, (f"{rule.code} {rule.name}:", finding.what, finding.mend)))),
        "check_name": rule.code,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": finding.place.file.removeprefix("./"), "lines": {"begin": max(finding.place.line, 1)}},
    }
