"""Where a new program goes in a study, and what its file says."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quickwin.files.folder import Sources, find_criteria, find_programs
from quickwin.files.names import inside, shown
from quickwin.files.scan import CONTEXTS, PROGRAMS
from quickwin.finding import in_order
from quickwin.say import say
from quickwin.study.blank import Wanted, blank
from quickwin.study.judge import Desk, read_judge
from quickwin.study.option import checked
from quickwin.study.problem import quoted
from quickwin.study.program import read_dimension
from quickwin.study.scalar import identifier, text
from quickwin.study.study import Broken, Usage

SCHEMA = "schemas/program.schema.json"


@dataclass(frozen=True, slots=True)
class Addition:
    """A program that is to be added: its file, what it says, and whether `quickwin rank` finds it by itself."""

    path: Path
    text: str
    is_found: bool


def addition(
    id: str,
    *,
    name: str | None = None,
    dimension: str | None = None,
    owner: str | None = None,
    folder: Path | None = None,
    criteria: Path | None = None,
) -> Addition:
    """The file of a new program; nothing is written.

    `folder` is where it goes, by default the programs beside criteria.yaml; the study is found as `rank` finds it.

    Raises:
        Usage: there is no study here, something of this id or name is there already, or a value does not fit.
        Broken: criteria.yaml or its context has errors.
    """
    file = criteria or find_criteria([folder or Path(PROGRAMS)])
    if file is None or not file.is_file():
        raise Usage(say("There is no criteria.yaml here or in a folder above. Start a study with “quickwin init”."))
    desk = Desk(file.parent)
    judge, reading = read_judge(desk, file, (), ())
    if judge is None:
        raise Broken(in_order(desk.findings))
    wanted = Wanted(
        id=checked(id, "ID", reading, identifier),
        name=checked(_spoken(id) if name is None else name, "--name", reading, text),
        dimension=next(iter(judge.criteria.dimensions), None)
        if dimension is None
        else checked(dimension, "--dimension", reading, read_dimension),
        owner=None if owner is None else checked(owner, "--owner", reading, text),
    )
    programs = file.parent / PROGRAMS
    place = _place(folder, file)
    path = place / f"{wanted.id}.yaml"
    taken = dict(_ids(desk, [programs, place], file))
    if wanted.id in taken or os.path.lexists(path):
        raise Usage(
            say(
                "There is a program {id} already, in {file}. Choose another id.",
                id=quoted(wanted.id),
                file=shown(taken.get(wanted.id, path)),
            )
        )
    wanted = replace(wanted, schema=_schema(file.parent, place), others=tuple(sorted(taken)))
    return Addition(path, blank(judge, wanted), inside(os.path.realpath(place), os.path.realpath(programs)))


def _spoken(id: str) -> str:
    """A name that an id suggests: `village-internet` is “Village internet”."""
    words = " ".join(id.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _place(folder: Path | None, criteria: Path) -> Path:
    """The folder in which the program goes; a study's own folder stands for its programs.

    Raises:
        Usage: programs are never read from there.
    """
    programs = criteria.parent / PROGRAMS
    if folder is None or os.path.realpath(folder) == os.path.realpath(criteria.parent):
        return programs
    study, there = os.path.realpath(criteria.parent), os.path.realpath(folder)
    parts = Path(os.path.relpath(there, study)).parts if inside(there, study) else ("..",)
    if parts[0] == ".." or any(part == CONTEXTS or part.startswith(".") for part in parts):
        raise Usage(
            say(
                "Programs of this study are not read from {folder}. Choose a folder in {programs}, such as {example}.",
                folder=shown(folder),
                programs=shown(programs),
                example=shown(programs / "health"),
            )
        )
    return folder


def _ids(desk: Desk, folders: Sequence[Path], criteria: Path) -> Iterator[tuple[str, Path]]:
    """The id of every program below the folders, broken ones too, and its file."""
    there = [folder for folder in folders if folder.is_dir()]
    sources, _ = find_programs(there, criteria) if there else (Sources((), ()), ())
    for file in sources.asked:
        documents, _ = desk.documents(file)
        for document in documents:
            given = document.data.get("id") if isinstance(document.data, dict) else None
            yield given if isinstance(given, str) else file.stem, file


def _schema(root: Path, place: Path) -> str | None:
    """Where an editor finds the schema, from the program's folder; nothing where the study keeps none."""
    schema = root / SCHEMA
    return Path(os.path.relpath(schema, place)).as_posix() if schema.is_file() else None
