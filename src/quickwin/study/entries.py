"""The programs of the files that were read, sound or not, and what is wrong with each and between them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path as File

from quickwin.files.names import name_in_study, shown
from quickwin.files.quoting import quoted as as_yaml
from quickwin.files.yaml import Document
from quickwin.finding import Finding, Fix
from quickwin.say import say
from quickwin.study import judging, links
from quickwin.study.problem import Refused, quoted, refuse
from quickwin.study.program import Program, read_program
from quickwin.study.reading import Reading
from quickwin.study.scalar import LONGEST_EXAMPLE, identifier, slug_of
from quickwin.study.study import Skipped, Source


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


def entries_of(
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
            fixes=with_id(document, slug_of(file.stem)),
        ) from None


def with_id(document: Document, slug: str) -> tuple[Fix, ...]:
    """The mend that states an id in the first line of a program whose keys have a line each."""
    place = document.place()
    before, first = place.excerpt[: place.column - 1], place.excerpt[place.column - 1 : place.column]
    has_lines = isinstance(document.data, dict) and not before.strip(" ") and first not in {"{", "&", "!"}
    if not has_lines or not 0 < len(slug) <= LONGEST_EXAMPLE or slug == "money":
        return ()
    return (Fix(f"id: {as_yaml(slug)}\n{before}", 0),)


def spare_taken_ids(entries: Sequence[Entry], *, complete: bool) -> None:
    """Offer no id to programs without one that another has, or may have unless all could be read."""
    nameless = [entry for entry in entries if not entry.link.id and any(one.fixes for one in entry.findings)]
    slugs = Counter(slug_of(entry.file.stem) for entry in nameless)
    taken = {entry.link.id for entry in entries} if nameless else set[str]()
    for entry in nameless:
        slug = slug_of(entry.file.stem)
        if not complete or slug in taken or slugs[slug] > 1:
            entry.findings[:] = [replace(one, fixes=()) if one.code == "QW111" else one for one in entry.findings]


def resolve(entries: list[Entry], unread: Sequence[Finding], *, told: bool) -> None:
    """Find what is wrong between programs, and what is lost with a broken one.

    `unread` are findings by which programs may be missing here, of which some are `told` to the user anyway.
    """
    all_links = [entry.link for entry in entries]
    spare_taken_ids(entries, complete=not unread)
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


def skipped(entry: Entry, root: File) -> Skipped:
    """The program of an entry as one that was left out."""
    known = entry.link.id or None if entry.link.document else None
    return Skipped(name_in_study(entry.file, root), known, entry.reason or entry.findings[0].what)
