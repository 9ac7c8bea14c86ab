"""A study as `quickwin check` sees it: all its files, sound or not, and which of them were asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as File

from quickwin.files import folder
from quickwin.files.disk import read_file
from quickwin.files.names import shown
from quickwin.files.paths import is_folder, real
from quickwin.files.yaml import Document, read
from quickwin.finding import Finding, Place
from quickwin.say import say
from quickwin.study.judge import contexts_beside
from quickwin.study.load import Files, Survey, criteria_of, find, first_of, survey, uncollected
from quickwin.study.study import Silent, Study, Usage


@dataclass(frozen=True, slots=True)
class Inspection:
    """What reading a study has found.

    `study` is None where criteria.yaml or its context has errors. `asked` are the files to report on, as they are
    shown; None stands for all; `files` are these one by one. `root` is the folder of criteria.yaml, `inputs` the
    SHA-256 of each file by its name from there; `elsewhere` counts errors in files that were not asked for.
    """

    study: Study | None
    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    asked: frozenset[str] | None
    files: tuple[str, ...]
    root: File
    inputs: dict[str, str]
    elsewhere: int = 0


def inspect(
    paths: Sequence[File],
    *,
    criteria: File | None = None,
    settings: Sequence[str] = (),
    texts: Mapping[File, bytes] | None = None,
) -> Inspection:
    """Read a study, or the part of it that `paths` name: programs, criteria.yaml and contexts too.

    `texts` stand in place of what is on the disk, by absolute path.

    Raises:
        Usage: there is no criteria.yaml or no program file, or a setting does not fit.
    """
    with uncollected():
        file = criteria_of(paths, criteria)
        if criteria is None:
            refuse_others(paths, file)
        judging = those_that_judge(paths, file)
        files = files_of([path for path in paths if path not in judging], file, list(texts or ()), alone=not judging)
        read = survey(files, settings, texts=texts)
        is_whole = not files.programs.others and all(is_folder(path) and path not in judging for path in paths)
        beside = contexts_beside(read.desk, read.judge.context_source if read.judge else None)
        asked = None if is_whole else frozenset(map(shown, (*files.programs.asked, *in_folders(judging))))
        wrong = first_of([*read.wrong(), *read.desk.findings])  # the latter once more, and what contexts beside have
        study = read.study(wrong)
        if study and read.judge:
            used = read.judge.context_source
            study = replace(
                study,
                contexts=(*(((read.judge.context, used),) if used else ()), *beside),
                silent=tuple(silent(read)),
            )
        always = {*read.broken, *read.lost}
        told = tuple(one for one in wrong if asked is None or one.place.file in asked or one in always)
        return Inspection(
            study,
            told,
            tuple(documents(read, study)),
            asked,
            tuple(sorted((shown(file.parent / name) for name in read.desk.inputs) if asked is None else asked)),
            file.parent,
            dict(sorted(read.desk.inputs.items())),
            elsewhere=errors_elsewhere(read) if asked is not None else 0,
        )


def errors_elsewhere(read: Survey) -> int:
    """How many errors there are in the programs that were not asked for."""
    return len({finding for entry in read.entries if not entry.asked for finding in entry.findings})


def refuse_others(paths: Sequence[File], criteria: File) -> None:
    """Refuse paths of which some belong to another study.

    Raises:
        Usage: another criteria.yaml is nearer to one of them.
    """
    for path in {path if is_folder(path) else path.parent for path in paths}:
        other = folder.find_criteria([path])
        if other is not None and real(other) != real(criteria):
            raise Usage(
                say(
                    "These paths belong to two studies, of {one} and of {other}. Check them one after the other.",
                    one=shown(criteria),
                    other=shown(other),
                )
            )


def in_folders(paths: Sequence[File]) -> Iterator[File]:
    """The files at some paths, and the YAML files in those that are folders."""
    for path in paths:
        yield from sorted(path.glob("*.y*ml")) if is_folder(path) else [path]


def those_that_judge(paths: Sequence[File], criteria: File) -> list[File]:
    """Those among some paths that are criteria.yaml, a context of the study or the folder of these, and no programs."""
    own, files = criteria.resolve(), [path for path in paths if not is_folder(path)]
    contexts = own.parent / folder.CONTEXTS
    named = {own, contexts, context_named(criteria) if files else None}
    resolved = {path: real(path) for path in paths}
    return [path for path in paths if resolved[path] in named or resolved[path].parent == contexts]


def context_named(criteria: File) -> File | None:
    """The real path of the context that criteria.yaml names; None where it names none."""
    text = read_file(criteria, shown(criteria))
    documents, _ = ((), ()) if isinstance(text, Finding) else read(text, shown(criteria))
    data = documents[0].data if documents else None
    named = data.get("context") if isinstance(data, dict) else None
    return real(criteria.parent / named) if isinstance(named, str) else None


def files_of(programs: Sequence[File], criteria: File, unsaved: Sequence[File], *, alone: bool) -> Files:
    """The files to read for the programs that are asked for; all of the study's where only its rules are."""
    if programs or alone:
        return find(programs, criteria, unsaved)
    own = criteria.parent / folder.PROGRAMS
    sources, lost = folder.find_programs([own], criteria) if own.is_dir() else (folder.Sources((), ()), ())
    return Files(criteria, folder.Sources((), sources.asked), lost)


def silent(read: Survey) -> Iterator[Silent]:
    """The files that may have been meant as programs and hold none."""
    for file in read.empty:
        yield Silent(Place(shown(file), 1, 1), empty=True)
    for file in folder.look_like_programs(read.files.criteria.parent / folder.PROGRAMS):
        yield Silent(Place(shown(file)), empty=False)


def documents(read: Survey, study: Study | None) -> Iterator[Document]:
    """Every document of the study that could be read."""
    yield from (entry.link.document for entry in read.entries if entry.link.document)
    if study:
        yield study.judge.source.document
        yield from (source.document for _, source in study.contexts if source.document != study.judge.source.document)
