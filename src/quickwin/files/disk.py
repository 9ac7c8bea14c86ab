"""Reading a file within limits, and writing one whole or not at all."""

import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import IO

from quickwin.files.decode import BYTES_LIMIT, TOO_LARGE, about
from quickwin.finding import Finding, Place
from quickwin.say import say

READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
USUAL_SIZE = 64 * 1024
"""Nearly every file is smaller. Asking for the limit at once would set 4 MiB aside for each."""
WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def read_file(path: Path, shown: str, *, limit: int = BYTES_LIMIT) -> bytes | Finding:
    """A file's bytes, or why they cannot be read; `shown` is how the finding names it.

    Only a regular file of at most `limit` bytes is read, so that no pipe, device or giant can hold the reader up.
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return _not_a_file(shown)
        descriptor = os.open(path, READ)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return _not_a_file(shown)
            data = file.read(USUAL_SIZE)
            if len(data) == USUAL_SIZE:
                data += file.read(limit + 1 - USUAL_SIZE)
    except FileNotFoundError:
        return Finding(
            "QW101", Place(shown), say("There is no file of this name."), say("Check the spelling and the folder.")
        )
    except PermissionError:
        return Finding(
            "QW101",
            Place(shown),
            say("You are not allowed to read this file."),
            say("Ask its owner for access, or close the program that holds it open."),
        )
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return Finding(
            "QW101",
            Place(shown),
            say("The file cannot be read ({reason}).", reason=reason),
            say("Check its name and the disk that it is on."),
        )
    return about(shown, TOO_LARGE) if len(data) > limit else data


def read_stream(stream: IO[bytes]) -> bytes:
    """What a stream holds, up to a byte beyond the most that is read of a file."""
    return stream.read(BYTES_LIMIT + 1)


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes.

    >>> digest(b"")[:20]
    'sha256:e3b0c44298fc1'
    """
    return "sha256:" + hashlib.sha256(data).hexdigest()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole, or leave what was there as it was.

    An existing file keeps its permissions; where `path` is a link, the file that it leads to is written.

    Raises:
        OSError: it cannot be written, or is no regular file.
    """
    import secrets  # noqa: PLC0415  # slow, and only writing needs it

    target = os.path.realpath(path)
    mode = _mode(target)
    draft = os.path.join(os.path.dirname(target), f".quickwin-{secrets.token_hex(8)}.tmp")
    descriptor = os.open(draft, WRITE, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        if mode is not None:
            os.chmod(draft, mode)
        os.replace(draft, target)
    except BaseException:
        os.unlink(draft)
        raise


def _mode(target: str) -> int | None:
    """The permissions of the file that is to be replaced, if there is one."""
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), target)
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "Not a regular file", target)
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), target)
    return stat.S_IMODE(mode)


def _not_a_file(shown: str) -> Finding:
    return Finding(
        "QW101",
        Place(shown),
        say("This is no file of text but a folder, a pipe or a device."),
        say("Name a YAML file."),
    )
