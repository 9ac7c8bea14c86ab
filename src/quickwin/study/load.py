"""Files → Study: criteria, context and programs read, their links resolved, every mistake found."""

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path as File

from quickwin.files import folder
from quickwin.files.names import name_in_study, shown
from quickwin.files.paths import absolute, is_file, is_there
from quickwin.finding import Finding, in_order
from quickwin.say import say
from quickwin.study.entries import Entry, entries_of, resolve, skipped
from quickwin.study.judge import Desk, read_judge
from quickwin.study.study import Broken, Candidate, Judge, Skipped, Source, Study, Usage

MISTAKES_SHOWN = 100
LOSES_PROGRAMS = frozenset({"QW101", "QW102"})
"""After such a finding a file may hold programs that nobody could read, so that an unknown id may be known."""


@dataclass(frozen=True, slots=True)
class Files:
    """Which files a study is made of, and those among them that cannot be had."""

    criteria: File
    programs: folder.Sources
    lost: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """What the files of a study say, sound or not.

    `broken` is what is wrong with criteria.yaml and its context, without which there is no `judge`; `empty` are
    the files of programs in which nothing stands.
    """

    files: Files
    desk: Desk
    judge: Judge | None
    broken: tuple[Finding, ...]
    entries: tuple[Entry, ...]
    empty: tuple[File, ...]

    def study(self, findings: tuple[Finding, ...]) -> Study | None:
        """The study of all that is sound; None where nothing can be judged."""
        if self.judge is None:
            return None
        unsound = [entry for entry in self.entries if not entry.sound and entry.asked]
        return Study(
            self.judge,
            tuple(
                Candidate(entry.link.id, entry.program, Source(entry.link.document), entry.asked)
                for entry in self.entries
                if entry.sound and entry.program and entry.link.document
            ),
            dict(sorted(self.desk.inputs.items())),
            tuple(skipped(entry, self.desk.root) for entry in unsound)
            + tuple(Skipped(name_in_study(File(one.place.file), self.desk.root), None, one.what) for one in self.lost),
            findings,
            complete=all(entry.sound for entry in self.entries) and not self.lost,
        )

    @property
    def lost(self) -> tuple[Finding, ...]:
        """The findings about files that cannot be had."""
        return self.files.lost

    def wrong(self) -> tuple[Finding, ...]:
        """All that is wrong with what was asked for, in order of place."""
        of_programs = [finding for entry in self.entries if entry.asked for finding in entry.findings]
        return first_of([*self.broken, *self.lost, *of_programs])


def load(
    paths: Sequence[File],
    *,
    criteria: File | None = None,
    settings: Sequence[str] = (),
    weights: Sequence[str] = (),
    skip_invalid: bool = False,
    texts: Mapping[File, bytes] | None = None,
) -> Study:
    """The study of which `paths` are the programs: files, or folders that are searched; without any, `programs`.

    `settings` are `PATH=VALUE` and `weights` `KEY=SHARE`, both for this run only; `texts` stand in place of what is on
    the disk, by absolute path.

    Raises:
        Broken: files have errors; with `skip_invalid` only where criteria.yaml or its context have.
        Usage: there is no criteria.yaml or no program file, or a setting does not fit.
    """
    with uncollected():
        read = survey(find(paths, criteria), settings, weights, texts)
        wrong = read.wrong()
        study = read.study(wrong)
        if study is None or (wrong and not skip_invalid):
            raise Broken(wrong)
        return study


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the cyclic garbage collector, which would walk every program again and again while they are read."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # what was read goes to the oldest generation, without a walk through it
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def criteria_of(paths: Sequence[File], named: File | None) -> File:
    """The criteria.yaml by which the programs at some paths are judged.

    Raises:
        Usage: there is none.
    """
    criteria = named or folder.find_criteria(paths)
    if criteria is None:
        raise Usage(
            say(
                "There is no criteria.yaml in {path} or a folder above it. "
                "Name it with --criteria, or start a study with “quickwin init”.",
                path=_named(paths[0] if paths else File()),
            )
        )
    if not is_file(criteria):
        raise Usage(say("There is no file {path}.", path=shown(criteria)))
    return criteria


def find(paths: Sequence[File], named: File | None, unsaved: Collection[File] = ()) -> Files:
    """criteria.yaml and the files of programs; a path in `unsaved` (absolute) need not be on the disk.

    Raises:
        Usage: there is no criteria.yaml, no program, or nothing at one of the paths.
    """
    criteria = criteria_of(paths, named)
    paths = paths or [folder.own_programs(criteria)]
    sources, lost = folder.find_programs(paths, criteria, unsaved)
    if not sources.asked and not lost:
        raise Usage(say("There is no program file in {paths}.", paths=", ".join(map(_named, paths))))
    if not sources.asked or not all(absolute(path) in unsaved or is_there(path) for path in paths):
        raise Usage("", lost)
    return Files(criteria, sources, lost)


def survey(
    files: Files, settings: Sequence[str] = (), weights: Sequence[str] = (), texts: Mapping[File, bytes] | None = None
) -> Survey:
    """Read the files of a study; `texts` stand in place of what is on the disk, by absolute path.

    Raises:
        Usage: a setting does not fit.
    """
    desk = Desk(files.criteria.parent, texts=texts or {})
    judge, reading = read_judge(desk, files.criteria, settings, weights)
    broken = tuple(desk.findings)
    every = [*((file, True) for file in files.programs.asked), *((file, False) for file in files.programs.others)]
    read = [(file, asked, *desk.documents(file)) for file, asked in every]  # a tenth faster than turn by turn
    entries = [
        entry
        for file, asked, documents, found in read
        for entry in entries_of(file, documents, found, reading, asked=asked)
    ]
    unread = [one for one in (*files.lost, *desk.findings[len(broken) :]) if one.code in LOSES_PROGRAMS]
    told = files.lost or any(asked and LOSES_PROGRAMS & {one.code for one in found} for _, asked, _, found in read)
    resolve(entries, unread, told=bool(told))
    empty = tuple(file for file, asked, documents, found in read if asked and not documents and not found)
    return Survey(files, desk, judge, broken, tuple(entries), empty)


def _named(path: File) -> str:
    """A path in a sentence."""
    return say("this folder") if shown(path) == "." else shown(path)


def first_of(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings in order of place, of each file the first hundred, with a word that there are more."""
    shown: list[Finding] = []
    counts: dict[str, int] = {}
    for one in in_order(findings):
        count = counts[one.place.file] = counts.get(one.place.file, 0) + 1
        if count == MISTAKES_SHOWN + 1:
            more = say("There are more than {count} mistakes in this file; only the first are shown.", count=count - 1)
            shown.append(Finding("QW102", one.place, more, say("Mend those above first.")))
        elif count <= MISTAKES_SHOWN:
            shown.append(one)
    return tuple(shown)
