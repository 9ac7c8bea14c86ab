"""criteria.yaml and its context, read from their files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path as File

from quickwin.files.disk import digest, read_file
from quickwin.files.folder import contexts_of
from quickwin.files.names import name_in_study, shown
from quickwin.files.paths import absolute, is_file, real
from quickwin.files.yaml import Data, Document, read
from quickwin.finding import Finding, Place
from quickwin.say import say
from quickwin.study import judging
from quickwin.study.context import Context
from quickwin.study.criterion import leaves
from quickwin.study.overlay import lay, reweigh
from quickwin.study.problem import did_you_mean, quoted
from quickwin.study.reading import Reading
from quickwin.study.study import Judge, Source, Usage

NO_CURRENCY = frozenset({"currency"})
"""What is doubtful where the context cannot be read at all, besides that no fact of it is known."""


@dataclass(slots=True)
class Desk:
    """What piles up while a study's files are read: their findings, and the hash of each."""

    root: File
    findings: list[Finding] = field(default_factory=list)
    inputs: dict[str, str] = field(default_factory=dict)
    texts: Mapping[File, bytes] = field(default_factory=dict)
    """What stands in place of files on the disk, by path."""

    def __post_init__(self) -> None:
        self.texts = {absolute(file): text for file, text in self.texts.items()}

    def documents(self, file: File) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
        """The documents of a file, and what is wrong with it as a text."""
        name = shown(file)
        given = self.texts.get(absolute(file)) if self.texts else None
        text = read_file(file, name) if given is None else given
        if isinstance(text, Finding):
            self.findings.append(text)
            return (), (text,)
        self.inputs[name_in_study(file, self.root)] = digest(text)
        documents, findings = read(text, name)
        self.findings += findings
        return documents, findings


def read_judge(desk: Desk, file: File, settings: Sequence[str], weights: Sequence[str]) -> tuple[Judge | None, Reading]:
    """How to judge, None where criteria.yaml or its context is broken; and what programs are read against.

    Raises:
        Usage: a setting does not fit.
    """
    before = len(desk.findings)
    document = _single(desk, file)
    if document is None:
        return None, Reading(doubtful=NO_CURRENCY)
    overlay, record = lay(document.data, settings if len(desk.findings) == before else ())
    source = Source(document, overlay=overlay)
    context_source, context_data = _context(desk, source, file.parent)
    grammar = judging.grammar_of(context_data)
    context, problems, doubtful = judging.read_context(context_data, grammar)
    desk.findings += [context_source.finding(problem) for problem in problems] if context_source else []
    if context_source or names_no_context(overlay.data):
        reading = judging.around(context, grammar, overlay.data, doubtful)
    else:
        reading = judging.around(None, grammar, overlay.data, NO_CURRENCY)
    criteria, problems, doubtful = judging.read_criteria(overlay.data, reading)
    desk.findings += [source.finding(problem) for problem in problems]
    _refuse_settings(desk.findings[before:], desk, file, tuple(overlay.options.values()))
    around = judging.around_programs(criteria, overlay.data, reading, doubtful)
    if criteria is None or context is None or len(desk.findings) > before:
        return None, around
    criteria, shares = reweigh(criteria, weights, reading)
    found = tuple(leaves(criteria.criteria, reading.facts or {}))
    return Judge(criteria, context, grammar, found, source, context_source, record | shares), around


def names_no_context(data: Data) -> bool:
    """Whether criteria.yaml names no context."""
    return not isinstance(data, dict) or data.get("context") is None


def _refuse_settings(findings: list[Finding], desk: Desk, file: File, options: Sequence[str]) -> None:
    """Refuse what settings have broken: the values that they gave, and else what is sound in criteria.yaml without."""
    given = [one for one in findings if one.place.file in options]
    of_file = [one for one in findings if one.place.file == shown(file)]
    if options and of_file and read_judge(Desk(desk.root, texts=desk.texts), file, (), ())[0]:
        together = " ".join(dict.fromkeys(options))
        given += [replace(one, place=Place(together, path=one.place.path)) for one in of_file]
    if given:
        raise Usage(say("A setting does not fit criteria.yaml."), tuple(given))


def _single(desk: Desk, file: File) -> Document | None:
    """The one document of criteria.yaml or a context."""
    documents, found = desk.documents(file)
    if len(documents) > 1:
        desk.findings.append(
            Finding(
                "QW102",
                documents[1].place(),
                say("The file holds {count} documents; one is expected.", count=len(documents)),
                say("Delete the line “---” between them."),
            )
        )
    elif not documents and not found:
        desk.findings.append(
            Finding(
                "QW106",
                Place(shown(file), 1, 1),
                say("The file says nothing."),
                say("Start from an example: “quickwin init” in an empty folder writes one."),
            )
        )
    return documents[0] if documents else None


def _context(desk: Desk, source: Source, root: File) -> tuple[Source | None, Data]:
    """Where the context is written, and its data; nothing where criteria.yaml names none, or it cannot be read."""
    data = source.overlay.data if source.overlay else source.document.data
    named = data.get("context") if isinstance(data, dict) else None
    if named is None:
        return None, {}
    if not isinstance(named, str):
        return Source(source.document, ("context",), source.overlay), named
    finding = _outside(named, root, source)
    if finding:
        desk.findings.append(finding)
        return None, {}
    document = _single(desk, root / named)
    return (Source(document), document.data) if document else (None, {})


def contexts_beside(desk: Desk, used: Source | None) -> list[tuple[Context, Source]]:
    """The other contexts of a study, as far as they can be read: those that lie beside the one that is used."""
    found = []
    for file in contexts_of(desk.root):
        inside = real(file).is_relative_to(real(desk.root))
        if not inside or not is_file(file) or (used and shown(file) == used.document.file):
            continue
        document = _single(desk, file)
        if document:
            source = Source(document)
            context, problems, _ = judging.read_context(document.data, judging.grammar_of(document.data))
            desk.findings += map(source.finding, problems)
            found += [(context, source)] if context else []
    return found


def _outside(named: str, root: File, source: Source) -> Finding | None:
    """What is wrong with the name of the context's file, if anything is."""
    place = source.place(("context",))
    if not real(root / named).is_relative_to(real(root)) or File(named).is_absolute():
        return Finding(
            "QW101",
            place,
            say("The context {name} does not lie in the folder of criteria.yaml.", name=quoted(named)),
            say("Copy it there and write its name from that folder, such as contexts/kotim.yaml."),
        )
    if not is_file(root / named):
        there = [name_in_study(one, root) for one in contexts_of(root) if is_file(one)]
        return Finding(
            "QW101",
            place,
            say("There is no file {name}.", name=quoted(named)),
            did_you_mean(named, there, say("contexts")),
        )
    return None
