"""A mend is blamed for the errors that it brings into its file, and one of ids for those elsewhere too."""

from pathlib import Path

import pytest

from quickwin.checking.blame import Done, to_blame
from quickwin.checking.report import Report
from quickwin.finding import Finding, Fix, Place, Severity

FILE, OTHER = "programs/a.yaml", "programs/b.yaml"


def finding(code: str, *path: str | int, line: int = 1, file: str = FILE, severity: Severity = "error") -> Finding:
    return Finding(code, Place(file, line, 1, path), "", severity=severity)


def report(*findings: Finding, unchecked: tuple[str, ...] = ()) -> Report:
    return Report(None, Path(), findings, {}, {}, (FILE, OTHER), 0, unchecked=unchecked)


KEY, SCORE = finding("QW105", "onwer", line=2), finding("QW202", "impact", "esae", line=3)
ID = finding("QW204", "depends_on", 0, line=4, file=OTHER)
DONE = {FILE: [Done(KEY, Fix("owner")), Done(SCORE, Fix("ease"))], OTHER: [Done(ID, Fix("road"))]}
BLAMED: dict[str, tuple[list[Finding], set[Finding]]] = {
    "nothing is left": ([], set()),
    "a mend that is left": ([KEY, SCORE], set()),
    "in the value of a key that was mended": ([finding("QW107", "owner", line=9)], {KEY}),
    "deep in it": ([finding("QW109", "impact", "ease", "raters", "a", line=9)], {SCORE}),
    "in the same line": ([finding("QW104", line=3)], {SCORE}),
    "anywhere in the file": ([finding("QW102", line=9)], {KEY, SCORE}),
    "in both": ([finding("QW107", "owner"), finding("QW109", "impact", "ease")], {KEY, SCORE}),
    "in another file": ([finding("QW205", "depends_on", file="programs/c.yaml")], {ID}),
    "twice where it was once": ([KEY, KEY], {KEY}),
    "a warning": ([finding("QW107", "owner", severity="warning")], set()),
    "what is mended next": ([finding("QW108", "owner", line=9)], set()),
}


@pytest.mark.parametrize("name", list(BLAMED))
def test_mends_are_blamed_for_new_errors(name: str) -> None:
    after, blamed = BLAMED[name]
    before = report(KEY, SCORE, ID)
    assert to_blame(before, report(*after), DONE, lambda one: one.code == "QW108") == blamed


def test_what_rules_say_of_a_file_that_they_could_not_judge_is_no_harm() -> None:
    said = finding("QW401", "owner")
    for unchecked, blamed in (((FILE,), set[Finding]()), ((), {KEY})):
        assert to_blame(report(KEY, unchecked=unchecked), report(said), DONE, lambda _: False) == blamed
    reread = finding("QW107", "owner")
    assert to_blame(report(KEY, unchecked=(FILE,)), report(reread), DONE, lambda _: False) == {KEY}


def test_behind_the_last_of_many_mistakes_nothing_is_new() -> None:
    many = [finding("QW105", f"key{number}", line=number) for number in range(1, 102)]
    told = [*many[1:], finding("QW102", "key102", line=101), finding("QW107", "z", line=102)]
    assert to_blame(report(*many), report(*told), {FILE: [Done(many[0], Fix("x"))]}, lambda _: False) == set()
    assert to_blame(report(*many[:9]), report(*told), {FILE: [Done(many[0], Fix("x"))]}, lambda _: False) == {many[0]}
