"""A study → all that is wrong with it: what reading it has found and what the rules say, less what is silenced."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, islice
from pathlib import Path as File

from quickwin.checking import baseline
from quickwin.checking.mending import possible
from quickwin.checking.report import Report
from quickwin.checking.rulebook import check_of, files, rule
from quickwin.checking.selection import Selection, selection
from quickwin.checking.silence import Silence, about, silences, unsilenced
from quickwin.files.names import name_in_study
from quickwin.finding import Finding, in_order
from quickwin.study.checks import Checks
from quickwin.study.inspection import Inspection, inspect
from quickwin.study.load import MISTAKES_SHOWN

Named = Callable[[str], str]
"""The name from criteria.yaml's folder of a file as it is shown, worked out once for each of many findings."""


def check(
    paths: Sequence[File] = (),
    *,
    criteria: File | None = None,
    settings: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    known: File | None = None,
    texts: Mapping[File, bytes] | None = None,
) -> Report:
    """Check a study, or the files of it that `paths` name.

    `select` and `ignore` are codes of rules or their beginnings; `known` is a baseline, whose findings are not told;
    `texts` stand in place of what is on the disk, by absolute path.

    Raises:
        Usage: there is no criteria.yaml or no program file, or an option does not fit.
    """
    expected = baseline.read(known) if known else Counter[baseline.Key]()
    seen = inspect(paths, criteria=criteria, settings=settings, texts=texts)
    chosen = selection(select, ignore, seen.study.judge.criteria.checks if seen.study else Checks())
    applied = [code for code in files() if chosen.wants(code)]
    named = cache(lambda file: name_in_study(File(file), seen.root))
    found = [*of_reading(seen, chosen), *of_rules(seen, applied)]
    comments = silencing(seen)
    heard = unsilenced(found, comments)
    left = [one for one in heard if not spared(one, chosen, named)]
    left += (one for one in about_comments(seen, comments, chosen, applied) if not spared(one, chosen, named))
    told, gone = unknown(in_order(possible(left, seen.root)), expected, named)
    return Report(
        seen.study,
        seen.root,
        tuple(told),
        {one.code: rule(one.code) for one in told},
        seen.inputs,
        seen.files,
        tuple(applied),
        whole=seen.asked is None,
        silenced=len(found) - len(heard),
        known=len(left) - len(told),
        gone=sum(number for key, number in gone.items() if key[2] in applied) if can_be_gone(seen) else 0,
        unchecked=tuple(sorted({one.place.file for one in seen.findings})),
        keys=tuple(baseline.key(one, named(one.place.file)) for one in told if check_of(one.code)),
        elsewhere=seen.elsewhere,
    )


def of_reading(seen: Inspection, chosen: Selection) -> Iterator[Finding]:
    """What reading has found, whatever is selected: rules cannot judge what could not be read."""
    return (one for one in seen.findings if not chosen.hides(one.code))


def of_rules(seen: Inspection, applied: Sequence[str]) -> Iterator[Finding]:
    """What the rules say of the files that were asked for."""
    if seen.study is None:
        return
    for code in applied:
        look = check_of(code)
        if look is None:
            continue
        severity = rule(code).severity
        for place, what, mend, fixes in look(seen.study):
            if seen.asked is None or place.file in seen.asked:
                yield Finding(code, place, what, mend, severity, fixes if place.line else ())


def silencing(seen: Inspection) -> list[Silence]:
    """The comments of the study that silence something."""
    texts = {document.file: document.text for document in seen.documents}
    return [one for text in texts.values() for one in silences(text)]


def about_comments(
    seen: Inspection, comments: Sequence[Silence], chosen: Selection, applied: Sequence[str]
) -> Iterator[Finding]:
    """What is wrong with the comments that silence, of each file the first hundred.

    Whether they are idle is told only of a study in which all could be read and nothing is set for this run: what is
    silenced may lie between a program and one with errors.
    """
    idle = applied if seen.study and seen.study.complete and not seen.study.judge.set else ()
    for file, of_file in groupby(comments, key=lambda one: one.text.file):
        if seen.asked is None or file in seen.asked:
            wanted = (one for one in about(of_file, list(files()), idle) if chosen.wants(one.code))
            yield from islice(wanted, MISTAKES_SHOWN)


def spared(finding: Finding, chosen: Selection, named: Named) -> bool:
    """Whether criteria.yaml wants no such finding in its file; of an error of reading, only if by its whole code."""
    whole = check_of(finding.code) is None
    return bool(chosen.per_path) and chosen.spares(finding.code, named(finding.place.file), whole=whole)


def can_be_gone(seen: Inspection) -> bool:
    """Whether what a baseline knows and nobody meets is mended: not where files were left out or could not be read."""
    return seen.asked is None and seen.study is not None and seen.study.complete


def unknown(
    findings: Sequence[Finding], expected: Counter[baseline.Key], named: Named
) -> tuple[list[Finding], Counter[baseline.Key]]:
    """The findings that a baseline does not know, and what it knows and is not met."""
    waiting = expected.copy()
    told = []
    for one in findings:
        key = baseline.key(one, named(one.place.file)) if waiting else None
        if key is not None and waiting[key] > 0:
            waiting[key] -= 1
        else:
            told.append(one)
    return told, waiting
