"""The files with which a study starts, and writing those that are not there yet."""

import os
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from quickwin.files.disk import write_whole
from quickwin.files.scan import CRITERIA, PROGRAMS, SUFFIXES

STARTER = "starter"


def starter() -> dict[str, bytes]:
    """The text of every file that a study starts with, by its name in the study.

    >>> [name for name in starter() if "/" not in name]
    ['criteria.yaml']
    """
    return dict(sorted(_texts(resources.files("quickwin") / STARTER, "")))


def fitting(folder: Path, texts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Of the starter's texts those that fit what is in the folder.

    To a criteria.yaml of another study neither the context nor the examples belong, and none of the examples
    to programs that are there already.
    """
    criteria = folder / CRITERIA
    if os.path.lexists(criteria) and not _holds(criteria, texts[CRITERIA]):
        return {CRITERIA: texts[CRITERIA]}
    examples = {name: text for name, text in texts.items() if name.startswith(PROGRAMS + "/")}
    programs = folder / PROGRAMS
    there = sorted(os.listdir(programs)) if os.path.isdir(programs) else []
    others = [name for name in there if name.lower().endswith(SUFFIXES) and f"{PROGRAMS}/{name}" not in examples]
    return {name: text for name, text in texts.items() if not (others and name in examples)}


def write_missing(folder: Path, texts: Mapping[str, bytes]) -> tuple[list[str], list[str]]:
    """Write the texts that are not there yet, all or none; the names of those written, and of those kept.

    Raises:
        OSError: one cannot be written; then those before it are taken away again.
    """
    kept = [name for name in texts if os.path.lexists(folder / name)]
    made: list[Path] = []
    written: list[Path] = []
    try:
        for name, text in texts.items():
            if name not in kept:
                _make_folders((folder / name).parent, made)
                write_whole(folder / name, text)
                written.append(folder / name)
    except BaseException:
        for path in written:
            os.unlink(path)
        for path in reversed(made):
            os.rmdir(path)
        raise
    return [name for name in texts if name not in kept], kept


def write_over(folder: Path, texts: Mapping[str, bytes]) -> None:
    """Write the texts, those that are there already in their place.

    Raises:
        OSError: one cannot be written.
    """
    _, kept = write_missing(folder, texts)
    for name in kept:
        write_whole(folder / name, texts[name])


def _texts(folder: Traversable, above: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        name = above + entry.name
        if entry.is_dir():
            found += _texts(entry, name + "/")
        elif name.endswith(SUFFIXES):
            found.append((name, entry.read_bytes()))
    return found


def _holds(path: Path, text: bytes) -> bool:
    """Whether a file holds exactly this text."""
    try:
        with open(path, "rb") as file:
            return file.read(len(text) + 1) == text
    except OSError:
        return False


def _make_folders(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it that are not there, and note them in the order in which they were made."""
    if os.path.isdir(folder):
        return
    if folder.parent != folder:
        _make_folders(folder.parent, made)
    os.mkdir(folder)
    made.append(folder)
