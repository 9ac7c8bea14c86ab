"""What a path leads to, whatever the system says of it: links in a circle, names that are too long, locked folders."""

import os
from pathlib import Path


def absolute(path: Path) -> Path:
    """The path from the root of the disk, without steps up (..) and with its links: one form for one path."""
    return Path(os.path.abspath(path))  # Path.absolute keeps steps up, and resolve follows links


def real(path: Path) -> Path:
    """The path without its links, as far as they lead anywhere; a name that no system allows stays as it is."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path


def is_file(path: Path) -> bool:
    """Whether a regular file is there that can be reached."""
    return os.path.isfile(path)


def is_folder(path: Path) -> bool:
    """Whether a folder is there that can be reached."""
    return os.path.isdir(path)


def is_there(path: Path) -> bool:
    """Whether anything is there that can be reached."""
    return os.path.exists(path)
