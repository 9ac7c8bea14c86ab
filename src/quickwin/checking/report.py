"""What `quickwin check` has found, and its document."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quickwin.checking.baseline import Key
from quickwin.cleaning import clean
from quickwin.finding import GRAVITY, Finding, Rule, Severity, at_path, fingerprints
from quickwin.study.study import Study

SCHEMA = "quickwin/check/1"
GRAVE: dict[str, frozenset[Severity]] = {
    "error": frozenset({"error"}),
    "warning": frozenset({"error", "warning"}),
    "never": frozenset(),
}
"""What makes the command fail, by `--fail-on`."""


SHOWN = 20
"""Findings that a report shows of itself in Python."""


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """The findings to tell, in order of place, and how many were not told.

    `silenced` were silenced by comments, `known` by a baseline, of which `gone` entries are met no more; `unchecked`
    are the files with errors, whose programs the rules could not judge. `root` is the folder of criteria.yaml, from
    which `inputs` name the files that were read; `files` are those that were checked, as they are shown, and `applied`
    the codes of the rules; `whole` says that nothing of the study was left out.
    """

    study: Study | None
    root: Path
    findings: tuple[Finding, ...]
    rules: dict[str, Rule]
    inputs: dict[str, str]
    files: tuple[str, ...]
    applied: tuple[str, ...]
    whole: bool = True
    silenced: int = 0
    known: int = 0
    gone: int = 0
    unchecked: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    """What a baseline would know each of the findings by, but for errors of reading, which it cannot know."""
    elsewhere: int = 0
    """How many errors there are in files that were not asked for."""

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __repr__(self) -> str:
        shown = [f"{one.place}: {one.severity} {one.code}: {one.what}" for one in self.findings[:SHOWN]]
        more = [f"… {len(self) - SHOWN} more"] if len(self) > SHOWN else []
        return "\n".join(map(clean, [f"<Report: {len(self)} findings>", *shown, *more]))

    def fails(self, on: str) -> bool:
        """Whether a finding is as grave as `error`, or `warning`; never, for `never`."""
        return any(one.severity in GRAVE[on] for one in self.findings)

    def counts(self) -> Counter[str]:
        """How many findings each rule has, by code."""
        return Counter(one.code for one in self.findings)

    def document(self) -> dict[str, Any]:
        """The report as JSON has it."""
        counts = Counter(one.severity for one in self.findings)
        skipped = self.study.skipped if self.study else ()
        return {
            "schema": SCHEMA,
            "title": self.study.title if self.study else "",
            "set": dict(self.study.judge.set) if self.study else {},
            "inputs": self.inputs,
            "skipped": [{"file": one.file, "id": one.id, "reason": one.reason} for one in skipped],
            "summary": {
                **{severity: counts[severity] for severity in GRAVITY},
                "silenced": self.silenced,
                "known": self.known,
            },
            "findings": [
                self.entry(one, print_) for one, print_ in zip(self.findings, fingerprints(self.findings), strict=True)
            ],
        }

    def entry(self, finding: Finding, fingerprint: str) -> dict[str, Any]:
        """One finding as JSON has it."""
        place = finding.place
        return {
            "code": finding.code,
            "name": self.rules[finding.code].name,
            "severity": finding.severity,
            "file": place.file,
            "line": place.line or None,
            "column": place.column or None,
            "path": at_path(place.path),
            "what": finding.what,
            "mend": finding.mend,
            "fixable": finding.fixable,
            "fingerprint": fingerprint,
        }
