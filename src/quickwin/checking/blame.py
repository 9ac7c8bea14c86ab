"""Which mends brought errors that were not there before, so that they are taken back."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quickwin.checking.report import Report
from quickwin.checking.rulebook import check_of
from quickwin.finding import Finding, Fix, Path
from quickwin.study.load import MISTAKES_SHOWN

FELT_ELSEWHERE = frozenset({"QW111", "QW204"})
"""Findings whose mends other programs may feel: about ids, and which programs wait for which."""
UNSURE_NUMBER, UNKNOWN_KEY = "QW108", "QW105"
Key = tuple[str, str, Path]


class Done(NamedTuple):
    """A mend that was made, and the finding that it mends."""

    finding: Finding
    fix: Fix


def to_blame(
    before: Report, after: Report, made: Mapping[str, Sequence[Done]], is_next: Callable[[Finding], bool]
) -> set[Finding]:
    """The findings whose mends brought errors, of those that were `made` in each file, as it is shown.

    An error that `is_next` to be mended itself is no harm.
    """
    every = [done for of_file in made.values() for done in of_file]
    brought = [one for one in new_errors(before, after) if not (is_next(one) or is_uncovered(one, every))]
    blamed: set[Finding] = set()
    for error in brought:
        done = made.get(error.place.file, ())
        own = [one.finding for one in done if is_about(error, one)]
        beside = [one.finding for one in done if one.finding.place.line == error.place.line]
        blamed.update(own or beside or [one.finding for one in done])
        if not done:
            blamed.update(one.finding for one in every if one.finding.code in FELT_ELSEWHERE)
    return blamed


def new_errors(before: Report, after: Report) -> Iterator[Finding]:
    """The errors that were not there before, by file, code and path.

    Left out is what could not be seen before: what rules say of files that could not be judged, and in a file of many
    mistakes what stands behind the last one that was told, with the word that there are more.
    """
    there = Counter(map(key, before.findings))
    told = Counter(one.place.file for one in before.findings)
    last = {one.place.file: one.place.line for one in before.findings if told[one.place.file] > MISTAKES_SHOWN}
    for one in after.findings:
        file = one.place.file
        is_behind = file in last and (one.place.line > last[file] or (one.code == "QW102" and one.place.path))
        if one.severity != "error" or is_behind:
            continue
        if there[key(one)] > 0:
            there[key(one)] -= 1
        elif file not in before.unchecked or check_of(one.code) is None:
            yield one


def key(finding: Finding) -> Key:
    """What an error is known by while lines come and go."""
    return finding.place.file, finding.code, finding.place.path


def is_uncovered(error: Finding, made: Sequence[Done]) -> bool:
    """Whether an error was there before and only hidden: a number that can be read in two ways, whose key was misspelt.

    A value of a wrong kind, or out of range, is none: then another key may have been meant.
    """
    return error.code == UNSURE_NUMBER and any(
        done.finding.code == UNKNOWN_KEY
        and done.finding.place.file == error.place.file
        and error.place.path[: len(done.finding.place.path)] == (*done.finding.place.path[:-1], done.fix.text)
        for done in made
    )


def is_about(error: Finding, done: Done) -> bool:
    """Whether an error stands in what a mend has written: a value, or the value of a key."""
    path = done.finding.place.path
    written = (path, (*path[:-1], done.fix.text)) if path else ()
    return any(error.place.path[: len(one)] == one for one in written)
