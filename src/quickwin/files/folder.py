"""Which files a study is made of."""

import os
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from quickwin.files.disk import digest, read_file, write_whole
from quickwin.files.names import inside, name_in_study, shown
from quickwin.files.scan import (
    CONTEXTS,
    CRITERIA,
    PROGRAMS,
    Boundary,
    about,
    cannot_open,
    leads_nowhere,
    leads_out,
    scan,
)
from quickwin.finding import Finding, in_order
from quickwin.say import say

__all__ = [
    "CONTEXTS",
    "CRITERIA",
    "PROGRAMS",
    "Sources",
    "contexts_of",
    "digest",
    "find_criteria",
    "find_programs",
    "look_like_programs",
    "name_in_study",
    "own_programs",
    "read_file",
    "shown",
    "write_whole",
]

MISNAMED = re.compile(r"\.ya?ml\.(?:txt|docx?|rtf|md)\Z")
"""How a file ends that an editor saved under a name of its own."""
NAME_LENGTH = 100
"""Longer names are not compared with those of their neighbours."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The program files: those `asked` for, and `others` of the same study that they may refer to."""

    asked: tuple[Path, ...]
    others: tuple[Path, ...]


def find_criteria(paths: Sequence[Path]) -> Path | None:
    """The criteria.yaml of the first path (its folder, for a file) or of the nearest folder above it.

    The search ends at the first folder with a `.git` in it, else at the root. Without paths it starts at
    `programs`.
    """
    start = os.path.abspath(paths[0] if paths else PROGRAMS)
    folder = Path(start if os.path.isdir(start) else os.path.dirname(start))
    for candidate in (folder, *folder.parents):
        criteria = candidate / CRITERIA
        if os.path.exists(criteria) and not os.path.isdir(criteria):
            return criteria
        if os.path.lexists(candidate / ".git"):
            return None
    return None


def own_programs(criteria: Path) -> Path:
    """The folder of programs that is meant where none is named: that of the current folder, else the study's."""
    here = Path(PROGRAMS)
    return here if here.is_dir() else criteria.parent / PROGRAMS


def contexts_of(study: Path) -> list[Path]:
    """The YAML files in the folder of contexts of a study, sorted."""
    return sorted((study / CONTEXTS).glob("*.y*ml"))


def find_programs(
    paths: Sequence[Path], criteria: Path, unsaved: Collection[Path] = ()
) -> tuple[Sources, tuple[Finding, ...]]:
    """The program files that the given files and folders stand for, each once.

    `criteria` is the study's criteria.yaml; a path in `unsaved` (absolute) need not be on the disk. Findings name paths
    that do not exist, cannot be opened, hold no programs, or lead out of the study. Where files, or folders of the
    study other than its `programs`, are given, the rest of its `programs` is in `others`.
    """
    study = Path(os.path.abspath(criteria)).parent
    programs = study / PROGRAMS
    asked: dict[str, Path] = {}
    findings: list[Finding] = []
    parts_only = False
    for path in paths:
        absolute = os.path.abspath(path)
        files, found = _given(path, criteria, is_there=Path(absolute) in unsaved)
        findings += found
        for real, file in files.items():
            if real not in asked or (_by_link(asked[real]) and not _by_link(file)):
                asked[real] = file
        holds_all = os.path.isdir(path) and inside(str(programs), absolute)
        parts_only |= not os.path.isdir(path) or (inside(absolute, str(study)) and not holds_all)
    others: tuple[Path, ...] = ()
    if parts_only and os.path.isdir(programs):
        rest, _ = _given(programs, criteria, is_there=True)
        others = tuple(file for real, file in rest.items() if real not in asked)
    return Sources(tuple(asked.values()), others), in_order(findings)


def look_like_programs(folder: Path) -> list[Path]:
    """Files in and below a folder whose names end as `.yaml.txt` does, so that they are not read."""
    found = [
        Path(where, name)
        for where, _, names in os.walk(folder)
        for name in names
        if not name.startswith(".") and MISNAMED.search(name.lower())
    ]
    return sorted(found)


def _by_link(path: Path) -> bool:
    """Whether a path, as it is written, goes by a link."""
    return any(map(os.path.islink, (path, *path.parents)))


def _given(path: Path, criteria: Path, *, is_there: bool) -> tuple[dict[str, Path], tuple[Finding, ...]]:
    """The program files (real path → path to show) that one given path, known to be there or not, stands for."""
    if os.path.isdir(path) and os.path.exists(path / CRITERIA):
        path = path / PROGRAMS
    lost = None if is_there else _lost(path)
    if lost is not None:
        return {}, (lost,)
    study = os.path.dirname(os.path.abspath(criteria))
    real, real_study = os.path.realpath(path), os.path.realpath(study)
    is_folder = os.path.isdir(path)
    own = real if is_folder else os.path.realpath(path.parent)
    is_elsewhere = not inside(os.path.abspath(path), study) and not inside(real, real_study)
    boundary = Boundary((real_study, own) if is_elsewhere else (real_study,), os.path.realpath(criteria))
    if not boundary.holds(real):
        return {}, (leads_out(path),)
    is_context = is_elsewhere and os.path.basename(own) == CONTEXTS
    if is_context or not boundary.is_program(os.path.join(real, "x") if is_folder else real):
        return {}, (
            about(
                path,
                say("The criteria and the files of a contexts folder are no programs."),
                say("Name the folder or the files that hold the programs."),
            ),
        )
    return scan(path, boundary) if is_folder else ({real: path}, ())


def _lost(path: Path) -> Finding | None:
    """The finding for a path that cannot be read, or None."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a name that no system allows
        return leads_nowhere(path) if os.path.islink(path) else _missing(path)
    except OSError as error:
        return cannot_open(path, error)
    return None


def _missing(path: Path) -> Finding:
    """The finding for a path that is not there, with the most similar name beside it."""
    mend = say("Check the spelling, and the folder that you are in.")
    if os.path.isdir(path.parent) and os.access(path.parent, os.R_OK) and len(path.name) <= NAME_LENGTH:
        close = get_close_matches(path.name, sorted(os.listdir(path.parent)), n=1)
        if close:
            mend = say("Did you mean {name}?", name=shown(path.parent / close[0]))
    return about(path, say("There is no file or folder of this name."), mend)
