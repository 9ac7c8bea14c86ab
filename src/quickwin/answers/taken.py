"""Answers that came back → the program files with them, tried in memory and held against what was meant."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quickwin.answers.asking import Asked, asked
from quickwin.answers.expected import with_raters
from quickwin.answers.returned import Answer, Key, Returned
from quickwin.files.disk import digest, read_file
from quickwin.files.graft import Graft, grafted
from quickwin.files.names import name_in_study, shown
from quickwin.files.paths import absolute
from quickwin.files.quoting import quoted as as_yaml
from quickwin.files.rerate import Raters, Stuck
from quickwin.files.yaml import Data, read
from quickwin.finding import Finding, at_path
from quickwin.say import say
from quickwin.study.estimate import Estimate
from quickwin.study.program import Program
from quickwin.study.study import Broken, Candidate, Study, Usage

Again = Callable[[Mapping[Path, bytes]], Study]
"""Reads the study with texts in place of what is on the disk, by absolute path."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A number that gives way to raters: of which program, where, what it was, and whether it was only assumed."""

    id: str
    path: str
    was: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking answers comes to: the `texts` of the files that change and what they were `before`, by absolute path.

    `study` is what the files then say; `written` counts the numbers of raters that are new or other than before.
    """

    root: Path
    before: dict[Path, bytes]
    texts: dict[Path, bytes]
    study: Study
    replaced: tuple[Replaced, ...]
    written: int


def take(study: Study, found: Returned, again: Again) -> Taken:
    """The program files of a study with the answers that were found, in memory; nothing is written.

    Numbers of other raters stay.

    Raises:
        Broken: a number stands so that only a person can change it; its findings say where.
        Usage: a file was changed since it was read.
    """
    root = absolute(Path(study.judge.source.document.file)).parent
    questions = {one.path: one for one in asked(study.judge)}
    wishes = {candidate.id: dict(wanted(candidate, questions, found)) for candidate in study.candidates}
    changed = [candidate for candidate in study.candidates if wishes[candidate.id]]
    files: dict[Path, list[Candidate]] = {}
    for candidate in changed:
        files.setdefault(absolute(Path(candidate.source.document.file)), []).append(candidate)
    before, texts, findings = {}, {}, list[Finding]()
    for file, candidates in files.items():
        before[file] = unchanged(file, study, root)
        try:
            texts[file] = grafted(before[file], [one for each in candidates for one in grafts(each, wishes[each.id])])
        except Stuck as stuck:
            findings.append(by_hand(stuck, candidates))
            continue
        findings += not_as_meant(before[file], texts[file], candidates, wishes)
    if findings:
        raise Broken(tuple(findings))
    return Taken(
        holding(root, texts),
        before,
        texts,
        again(texts) if texts else study,
        tuple(one for candidate in changed for one in gives_way(candidate, wishes[candidate.id])),
        sum(len(raters) for each in wishes.values() for raters in each.values()),
    )


def holding(root: Path, files: Iterable[Path]) -> Path:
    """The folder that a study and some files lie in, links followed."""
    return Path(os.path.commonpath([os.path.realpath(one) for one in (root, *files)]))


Wish = dict[str, Answer]
"""What raters are to have said, by their names: only what is new, or other than before."""


def wanted(
    candidate: Candidate, questions: Mapping[tuple[str, ...], Asked], found: Returned
) -> Iterator[tuple[tuple[str, ...], Wish]]:
    """What changes in a program, by path."""
    for path, question in questions.items():
        stated = question.stated(candidate.program)
        known = dict(stated.raters) if stated else {}
        key: Key = (candidate.id, path)
        given = {name: answers[key] for name, answers in found.answers.items() if key in answers}
        new = {name: one for name, one in given.items() if name not in known or known[name] != one.value}
        if new:
            yield path, new


def grafts(candidate: Candidate, wishes: Mapping[tuple[str, ...], Wish]) -> Iterator[Graft]:
    """The same for the text of its file."""
    place = candidate.source.document.place()
    for path, wish in wishes.items():
        yield Graft((place.line, place.column), path, Raters({name: one.text for name, one in wish.items()}))


def unchanged(file: Path, study: Study, root: Path) -> bytes:
    """The bytes of a program file, as they were when the study was read."""
    data = read_file(file, shown(file))
    if isinstance(data, Finding) or study.inputs.get(name_in_study(file, root)) != digest(data):
        raise Usage(say("{file} was changed in the meantime. Nothing was written; run it again.", file=shown(file)))
    return data


def by_hand(stuck: Stuck, candidates: list[Candidate]) -> Finding:
    """The finding for a number that only a person can change; the first program that has it is shown."""
    where = next((one for one in candidates if holds(one.source.document.data, stuck.path)), candidates[0])
    return Finding(
        "QW103",
        where.source.place(stuck.path),
        say("Raters cannot be written to {path} here. {why}", path=at_path(stuck.path), why=stuck.why),
        say(
            "Write “{key}: {{raters: {{…}}}}” there by hand, and read the sheets again.",
            key=as_yaml(stuck.path[-1] if stuck.path else "impact"),
        ),
    )


def holds(data: Data, path: tuple[str, ...]) -> bool:
    """Whether something stands at a path of some data."""
    for key in path:
        if not isinstance(data, dict) or key not in data:
            return False
        data = data[key]
    return True


def not_as_meant(
    before: bytes, after: bytes, candidates: list[Candidate], wishes: Mapping[str, Mapping[tuple[str, ...], Wish]]
) -> Iterator[Finding]:
    """The finding for a file that, with the raters in it, does not say exactly what it said and what they say."""
    name = candidates[0].source.document.file
    old, _ = read(before, name)
    new, findings = read(after, name)
    places = {(one.place().line, one.place().column): index for index, one in enumerate(old)}
    meant = [document.data for document in old]
    for candidate in candidates:
        place = candidate.source.document.place()
        index = places[place.line, place.column]
        for path, wish in wishes[candidate.id].items():
            meant[index] = with_raters(meant[index], path, {rater: one.text for rater, one in wish.items()})
    if findings or meant != [document.data for document in new]:
        yield Finding(
            "QW103",
            candidates[0].source.place(),
            say("Raters cannot be written into this file for certain."),
            say("Write them by hand, in the form “ease: {{raters: {{Diskominfo: 4}}}}”."),
        )


def gives_way(candidate: Candidate, wishes: Mapping[tuple[str, ...], Wish]) -> Iterator[Replaced]:
    """The numbers of a program that raters take the place of, each once."""
    for path in dict.fromkeys(above for path in wishes if (above := single(candidate.program, path))):
        stated = at(candidate.program, path)
        if isinstance(stated, Estimate) and not stated.raters:
            yield Replaced(candidate.id, at_path(path), words(stated, candidate, path), stated.assumed)


def single(program: Program, path: tuple[str, ...]) -> tuple[str, ...] | None:
    """The path of the one number that stands at a path, or above it for all below; None where there is none."""
    steps = range(2 if path[0] == "impact" else 1, len(path) + 1)
    return next((path[:end] for end in steps if isinstance(at(program, path[:end]), Estimate)), None)


def at(program: Program, path: tuple[str, ...]) -> object:
    """What a program states at a path of impact or readiness."""
    found: object = program.impact if path[0] == "impact" else program.readiness
    for key in path[1:]:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def words(stated: Estimate, candidate: Candidate, path: tuple[str, ...]) -> str:
    """A number as its file has it: 4, or a range as 2 … 4."""
    if stated.keys is None:
        data = candidate.source.document.data
        for key in path:
            data = data.get(key) if isinstance(data, dict) else None
        return str(data)
    ends = [stated.keys.get(key) for key in ("low", "value", "likely", "high")]
    return " … ".join(str(one) for one in ends if one is not None)
