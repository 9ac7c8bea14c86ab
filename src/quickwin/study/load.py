"""Files → Study: criteria, context and programs read, their links resolved, every mistake found."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path as File

from quickwin.files import folder
from quickwin.files.names import name_in_study, shown
from quickwin.files.yaml import Document
from quickwin.finding import Finding, in_order
from quickwin.say import say
from quickwin.study import judging, links
from quickwin.study.judge import Desk, read_judge
from quickwin.study.problem import Refused, quoted, refuse
from quickwin.study.program import Program, read_program
from quickwin.study.reading import Reading
from quickwin.study.scalar import identifier
from quickwin.study.study import Broken, Candidate, Skipped, Source, Study, Usage

MISTAKES_SHOWN = 100
LOSES_PROGRAMS = frozenset({"QW101", "QW102"})
"""After such a finding a file may hold programs that nobody could read, so that an unknown id may be known."""


@dataclass(slots=True)
class Entry:
    """A program as it stands in its file, sound or not; without a document where the file cannot be read."""

    link: links.Link
    file: File
    asked: bool
    program: Program | None = None
    findings: list[Finding] = field(default_factory=list)
    reason: str = ""

    @property
    def sound(self) -> bool:
        """Whether it can be judged."""
        return self.program is not None and not self.findings and not self.reason


def load(
    paths: Sequence[File],
    *,
    criteria: File | None = None,
    settings: Sequence[str] = (),
    weights: Sequence[str] = (),
    skip_invalid: bool = False,
) -> Study:
    """The study of which `paths` are the programs: files, or folders that are searched; without any, `programs`.

    `settings` are `PATH=VALUE` and `weights` `KEY=SHARE`, both for this run only.

    Raises:
        Broken: files have errors; with `skip_invalid` only where criteria.yaml or its context have.
        Usage: there is no criteria.yaml or no program file, or a setting does not fit.
    """
    with uncollected():
        return _load(paths, criteria, settings, weights, skip_invalid=skip_invalid)


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


def _find(paths: Sequence[File], named: File | None) -> tuple[File, folder.Sources, tuple[Finding, ...]]:
    """criteria.yaml and the files of programs, and those among the latter that cannot be had."""
    criteria = named or folder.find_criteria(paths)
    if criteria is None:
        raise Usage(
            say(
                "There is no criteria.yaml in {path} or a folder above it. "
                "Name it with --criteria, or start a study with “quickwin init”.",
                path=_named(paths[0] if paths else File()),
            )
        )
    if not criteria.is_file():
        raise Usage(say("There is no file {path}.", path=shown(criteria)))
    paths = paths or [folder.own_programs(criteria)]
    sources, lost = folder.find_programs(paths, criteria)
    if not sources.asked and not lost:
        raise Usage(say("There is no program file in {paths}.", paths=", ".join(map(_named, paths))))
    if not sources.asked or not all(path.exists() for path in paths):
        raise Usage("", lost)
    return criteria, sources, lost


def _load(
    paths: Sequence[File], named: File | None, settings: Sequence[str], weights: Sequence[str], *, skip_invalid: bool
) -> Study:
    criteria, sources, lost = _find(paths, named)
    desk = Desk(criteria.parent)
    judge, reading = read_judge(desk, criteria, settings, weights)
    broken = list(desk.findings)
    files = [*((file, True) for file in sources.asked), *((file, False) for file in sources.others)]
    read = [(file, asked, *desk.documents(file)) for file, asked in files]  # a tenth faster than turn by turn
    entries = [
        entry
        for file, asked, documents, found in read
        for entry in _entries(file, documents, found, reading, asked=asked)
    ]
    unread = [one for one in (*lost, *desk.findings[len(broken) :]) if one.code in LOSES_PROGRAMS]
    told = lost or any(asked and LOSES_PROGRAMS & {one.code for one in found} for _, asked, _, found in read)
    _resolve(entries, unread, told=bool(told))
    unsound = [entry for entry in entries if not entry.sound]
    wrong = broken + list(lost) + [finding for entry in unsound if entry.asked for finding in entry.findings]
    if judge is None or (wrong and not skip_invalid):
        raise Broken(first_of(wrong))
    return Study(
        judge,
        tuple(
            Candidate(entry.link.id, entry.program, Source(entry.link.document), entry.asked)
            for entry in entries
            if entry.sound and entry.program and entry.link.document
        ),
        dict(sorted(desk.inputs.items())),
        tuple(_skipped(entry, desk.root) for entry in unsound if entry.asked)
        + tuple(Skipped(name_in_study(File(one.place.file), desk.root), None, one.what) for one in lost),
        first_of(wrong),
    )


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


def _entries(
    file: File, documents: Sequence[Document], found: Sequence[Finding], reading: Reading, *, asked: bool
) -> Iterator[Entry]:
    """The programs of a file, what is wrong with the file counting against each; one entry where there is none."""
    for document in documents:
        source, findings, id = Source(document), list(found), ""
        try:
            id = _id(document, file, alone=len(documents) == 1)
        except Refused as refused:
            findings += map(source.finding, refused.problems)
        try:
            program = read_program(document.data, reading)
        except Refused as refused:
            program = None
            findings += map(source.finding, judging.certain(refused.problems, reading.doubtful))
        yield Entry(links.link(id, document), file, asked, program, findings)
    if found and not documents:
        yield Entry(links.Link(file.stem, shown(file)), file, asked, None, list(found))


def _id(document: Document, file: File, *, alone: bool) -> str:
    """The id of a program: as written, or the name of its file where it is alone in it."""
    data = document.data if isinstance(document.data, dict) else {}
    if data.get("id") is not None:
        given = data["id"]
        return str(given) if isinstance(given, str) else ""  # the model refuses what is no text
    if not alone:
        raise refuse(
            "QW106", say("In a file of several programs each needs its own “id”."), say("Add a line “id: …” to it.")
        )
    try:
        return identifier(file.stem, Reading())
    except Refused as refused:
        raise refuse(
            "QW111",
            refused.problems[0].what,
            say(
                "The file's name is the id of a program that states none. "
                "Add a line “id: …” of letters, digits, “-”, “_” and “.”, or rename the file."
            ),
        ) from None


def _resolve(entries: list[Entry], unread: Sequence[Finding], *, told: bool) -> None:
    """Find what is wrong between programs, and what is lost with a broken one.

    `unread` are findings by which programs may be missing here, of which some are `told` to the user anyway.
    """
    all_links = [entry.link for entry in entries]
    for position, findings in links.findings(all_links, complete=not unread).items():
        entries[position].findings += findings
    for position, id in links.unresolved(all_links).items() if unread else ():
        entry = entries[position]
        if entry.findings:
            continue
        entry.reason = say("It depends on {id}, and no file that could be read has this id.", id=quoted(id))
        if entry.asked and not told:
            mend = say("Correct the id, or first mend {file}, where it may stand.", file=unread[0].place.file)
            entry.findings.append(Finding("QW204", entry.link.place("depends_on", id), entry.reason, mend))
    broken = [position for position, entry in enumerate(entries) if not entry.sound]
    for position, parent in links.spoiled(all_links, broken).items():
        entry = entries[position]
        entry.reason = say("It depends on {id}, which has errors.", id=quoted(parent))
        if entry.asked and not _is_asked(entries, parent):
            entry.findings.append(
                Finding(
                    "QW204",
                    entry.link.place("depends_on", parent),
                    entry.reason,
                    say("Mend {id} first: “quickwin rank” on its file says what is wrong.", id=quoted(parent)),
                )
            )


def _is_asked(entries: list[Entry], id: str) -> bool:
    return any(entry.asked for entry in entries if entry.link.id == id)


def _skipped(entry: Entry, root: File) -> Skipped:
    known = entry.link.id or None if entry.link.document else None
    return Skipped(name_in_study(entry.file, root), known, entry.reason or entry.findings[0].what)
