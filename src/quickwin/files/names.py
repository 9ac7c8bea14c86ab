"""How a path is written: for a person, and inside a study."""

import os
from pathlib import Path


def inside(path: str, folder: str) -> bool:
    """Whether an absolute path is a folder or lies below it, by their names alone."""
    path, folder = os.path.normcase(path), os.path.normcase(folder)
    return path == folder or path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)


def shown(path: Path) -> str:
    """A path as a person sees it, with “/”: relative to the current folder where below it, else as given.

    >>> shown(Path.cwd() / "programs" / "water.yaml")
    'programs/water.yaml'
    """
    absolute, here = os.path.abspath(path), os.getcwd()
    if absolute.startswith(here + os.sep):
        return _printable(absolute[len(here) + 1 :])
    if inside(absolute, here):
        return _printable(os.path.relpath(absolute, here))
    return _printable(str(path))


def name_in_study(path: Path, root: Path) -> str:
    """The path from the folder of criteria.yaml, with “/”.

    >>> name_in_study(Path("study/programs/water.yaml"), Path("study"))
    'programs/water.yaml'
    """
    absolute, folder = os.path.abspath(path), os.path.abspath(root)
    if absolute.startswith(folder + os.sep):
        return _printable(absolute[len(folder) + 1 :])
    if not inside(absolute, folder) and inside(os.path.realpath(path), os.path.realpath(root)):
        absolute, folder = os.path.realpath(path), os.path.realpath(root)
    if os.path.splitdrive(absolute)[0] != os.path.splitdrive(folder)[0]:
        return _printable(absolute)
    return _printable(os.path.relpath(absolute, folder))


def repository() -> str:
    """The root of the repository that the current folder lies in: what CI calls so, or the nearest with a `.git`."""
    here = os.path.abspath(os.getcwd())
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        told = os.environ.get(name)
        if told and inside(here, os.path.abspath(told)):
            return os.path.abspath(told)
    return next((str(one) for one in (Path(here), *Path(here).parents) if os.path.lexists(one / ".git")), here)


def in_repository(name: str, root: str) -> str:
    """A file as it is shown, named from the root of its repository; as it is shown where it lies elsewhere."""
    absolute = os.path.abspath(name)
    return _printable(os.path.relpath(absolute, root)) if inside(absolute, root) else name


def _printable(path: str) -> str:
    r"""A path with “/”, and with bytes that are no text written out as \\xe9."""
    return os.fsencode(path.replace(os.sep, "/")).decode("utf-8", "backslashreplace")
