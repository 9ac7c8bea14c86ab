"""The YAML files below a folder: each once, in sorted order, and none outside the study by a link."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quickwin.files.names import inside, shown
from quickwin.finding import Finding, Place
from quickwin.say import say

CRITERIA = "criteria.yaml"
PROGRAMS = "programs"
CONTEXTS = "contexts"
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Boundary:
    """What belongs to a search: the real folders that links may lead into, and the criteria's real path."""

    folders: tuple[str, ...]
    criteria: str

    def holds(self, real: str) -> bool:
        """Whether a real path lies in one of the folders."""
        return any(inside(real, folder) for folder in self.folders)

    def is_program(self, real: str) -> bool:
        """Whether a file may hold programs: it is not the criteria and in no `contexts` folder."""
        if real == self.criteria or os.path.basename(real) == CRITERIA:
            return False
        below = [Path(os.path.relpath(real, folder)) for folder in self.folders if inside(real, folder)]
        return not any(CONTEXTS in path.parts[:-1] for path in below)


@dataclass(slots=True)
class Search:
    """What a search has met: real path → the path to show for each file, and what went wrong."""

    boundary: Boundary
    files: dict[str, str] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    links: list[tuple[str, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def scan(folder: Path, boundary: Boundary) -> tuple[dict[str, Path], tuple[Finding, ...]]:
    """The program files below a folder (real path → path to show, sorted), and what could not be read.

    Links are followed after all else, so that a file that is there itself goes by its own name; a folder is
    searched once, so that links in a circle end.
    """
    search = Search(boundary)
    _below(search, str(folder), os.path.realpath(folder))
    while search.links:
        links, search.links = sorted(search.links), []
        for path, real in links:
            if os.path.isdir(real):
                _below(search, path, real)
            else:
                search.files.setdefault(real, path)
    found = {real: Path(path) for real, path in search.files.items()}
    return dict(sorted(found.items(), key=lambda file: file[1].parts)), tuple(search.findings)


def about(path: str | Path, what: str, mend: str) -> Finding:
    """The finding that a path cannot be used."""
    return Finding("QW101", Place(shown(Path(path))), what, mend)


def leads_out(path: str | Path) -> Finding:
    """The finding for a link out of the study."""
    return about(
        path,
        say("This link leads out of the study's folder, and is not followed."),
        say("Put a copy there in place of the link."),
    )


def leads_nowhere(path: str | Path) -> Finding:
    """The finding for a link to something that is not there."""
    return about(
        path,
        say("This link leads to something that is not there."),
        say("Delete it, or put there what it should lead to."),
    )


def cannot_open(path: str | Path, error: OSError) -> Finding:
    """The finding for a file or folder that the system does not give."""
    return about(
        path,
        say("This cannot be opened ({reason}).", reason=error.strerror or error),
        say("Check that it is there and that you are allowed to read it."),
    )


def _below(search: Search, start: str, start_real: str) -> None:
    """Takes up the files of a folder and of all folders in it."""
    waiting = [(start, start_real)]
    while waiting:
        path, real = waiting.pop()
        if real in search.folders:
            continue
        search.folders.add(real)
        try:
            waiting.extend(_entries(search, path, real))
        except OSError as error:
            search.findings.append(cannot_open(path, error))


def _entries(search: Search, path: str, real: str) -> Iterator[tuple[str, str]]:
    """Takes up the files of one folder and puts its links aside; gives the folders in it."""
    with os.scandir(path) as entries:
        found = [entry for entry in entries if not entry.name.startswith(".")]
    if any(entry.name == CRITERIA for entry in found):
        found = [entry for entry in found if entry.name == PROGRAMS]
    for entry in found:
        here = os.path.join(real, entry.name)
        if entry.is_symlink():
            _link(search, entry)
        elif entry.is_dir():
            if entry.name != CONTEXTS:
                yield entry.path, here
        elif entry.name.lower().endswith(SUFFIXES) and here != search.boundary.criteria:
            search.files[here] = entry.path


def _link(search: Search, entry: "os.DirEntry[str]") -> None:
    """Puts a link aside until all else has been searched, if it is one to follow."""
    real = os.path.realpath(entry.path)
    is_folder = os.path.isdir(real)
    if not is_folder and not entry.name.lower().endswith(SUFFIXES):
        return
    if not search.boundary.holds(real):
        search.findings.append(leads_out(entry.path))
    elif not os.path.exists(real):
        search.findings.append(leads_nowhere(entry.path))
    elif search.boundary.is_program(os.path.join(real, "x") if is_folder else real):
        search.links.append((entry.path, real))
