"""A study → all that is wrong with it: what reading it has found and what the rules say, less what is silenced."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, islice
from pathlib import Path as File

from quickwin.checking import baseline
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
    checks = seen.study.judge.criteria.checks if seen.study else Checks()
    chosen = selection(select, ignore, checks, files())
    applied = [code for code in files() if chosen.wants(code)]
    named = cache(lambda file: name_in_study(File(file), seen.root))
    found = [one for one in (*of_reading(seen, chosen), *of_rules(seen, applied)) if not spared(one, chosen, named)]
    comments = silencing(seen)
    left = unsilenced(found, comments)
    of_comments = [one for one in about_comments(seen, comments, chosen, applied) if not spared(one, chosen, named)]
    told, met = unknown(in_order([*left, *of_comments]), expected, named)
    return Report(
        seen.study,
        seen.root,
        tuple(told),
        {one.code: rule(one.code) for one in told},
        seen.inputs,
        seen.files,
        len(applied),
        silenced=len(found) - len(left),
        known=met,
        gone=expected.total() - met if seen.asked is None else 0,
        unchecked=tuple(sorted({one.place.file for one in seen.findings})),
        keys=tuple(key_of(one, named) for one in told),
    )


def of_reading(seen: Inspection, chosen: Selection) -> Iterator[Finding]:
    """What reading has found. Only what is ignored by name is left out: rules cannot judge what could not be read."""
    return (one for one in seen.findings if not chosen.ignores(one.code))


def of_rules(seen: Inspection, applied: Sequence[str]) -> Iterator[Finding]:
    """What the rules say of the files that were asked for."""
    for code in applied if seen.study else ():
        look = check_of(code)
        if look is None or seen.study is None:
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

    Whether they are idle is told of files without errors only, as rules look at no others.
    """
    unsound = {one.place.file for one in seen.findings}
    for file, of_file in groupby(comments, key=lambda one: one.text.file):
        if seen.asked is None or file in seen.asked:
            looked_at = applied if seen.study and file not in unsound else ()
            wanted = (one for one in about(of_file, list(files()), looked_at) if chosen.wants(one.code))
            yield from islice(wanted, MISTAKES_SHOWN)


def spared(finding: Finding, chosen: Selection, named: Named) -> bool:
    """Whether criteria.yaml wants no such finding in its file."""
    return bool(chosen.per_path) and chosen.spares(finding, named(finding.place.file))


def key_of(finding: Finding, named: Named) -> baseline.Key:
    """What a baseline knows a finding by."""
    return baseline.key(finding, named(finding.place.file))


def unknown(findings: Sequence[Finding], expected: Counter[baseline.Key], named: Named) -> tuple[list[Finding], int]:
    """The findings that a baseline does not know, and how many it does."""
    if not expected:
        return list(findings), 0
    waiting = expected.copy()
    told = []
    for one in findings:
        key = key_of(one, named)
        if waiting[key] > 0:
            waiting[key] -= 1
        else:
            told.append(one)
    return told, len(findings) - len(told)
