"""Tables in a terminal, so that a room can read them from the back."""

import codecs
import os
import sys
from collections.abc import Mapping, Sequence
from io import StringIO, UnsupportedOperation
from typing import TextIO

from quickwin.formats.cleaning import encodable
from quickwin.formats.grid import Line, Manner, Pen
from quickwin.formats.grid import page as lines_of
from quickwin.table import Table

WIDTH = 80
NARROWEST, WIDEST = 20, 1000
SIGNS = "─●█▌▐░▓▁▂▃▄▅▆▇▲▼−“”…"
STYLES: Mapping[Manner, str] = {
    "title": "bold",
    "head": "bold",
    "good": "bold green",
    "held": "yellow",
    "muted": "dim",
    "plain": "",
}


def show(
    tables: Sequence[Table],
    stream: TextIO,
    *,
    width: int | None = None,
    color: bool | None = None,
    ascii_only: bool | None = None,
) -> None:
    """Print the tables on a stream: title, sentences, rows, notes.

    `width` is in characters; where it, `color` or `ascii_only` is None, the stream and the environment
    decide: see `width_of`, `wants_color` and `is_ascii_only`. Characters that the stream's encoding lacks are
    printed as question marks.
    Raises OSError as the stream does, BrokenPipeError where its reader has gone (`quickwin rank | head`).

    >>> import io
    >>> page = io.StringIO()
    >>> show([Table("Round 2022", lead=("No program here is a quick win.",))], page)
    >>> print(page.getvalue(), end="")
    Round 2022
    No program here is a quick win.
    """
    plain = is_ascii_only(stream) if ascii_only is None else ascii_only
    room = min(max(width_of(stream) if width is None else width, NARROWEST), WIDEST)
    lines = lines_of(tables, Pen(room, plain, encoding_of(stream)))
    if wants_color(stream) if color is None else color:
        colored(lines, stream)
    else:
        stream.write("".join(f"{line.text}\n" for line in lines))


def colored(lines: Sequence[Line], stream: TextIO) -> None:
    """Write lines with their colours: as escape codes, or by calls where a Windows console knows none.

    Codes are gathered first and written here, as rich ends the program itself where a pipe's reader has gone.
    """
    from rich.console import Console, detect_legacy_windows  # noqa: PLC0415  # slow, and only colours need it
    from rich.text import Text  # noqa: PLC0415  # the same

    legacy = detect_legacy_windows() and stream.isatty()
    codes = StringIO()
    out = stream if legacy else codes
    console = Console(file=out, force_terminal=True, color_system="standard", no_color=False, legacy_windows=legacy)
    for line in lines:
        console.print(Text(line.text, STYLES[line.manner]), soft_wrap=True, highlight=False)
    stream.write(codes.getvalue())


def wants_color(stream: TextIO) -> bool:
    """Whether to write colours: NO_COLOR says no, else FORCE_COLOR yes, else a terminal that is not dumb."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return stream.isatty() and os.environ.get("TERM", "") not in {"dumb", "unknown"}


def is_ascii_only(stream: TextIO) -> bool:
    """Whether to draw in ASCII: the stream's encoding lacks lines and arrows, or the locale is C or POSIX.

    Of LC_ALL, LC_CTYPE and LANG the first that is set and not empty decides; Windows has no such locale.
    """
    if encodable(SIGNS, encoding_of(stream)) != SIGNS:
        return True
    if sys.platform == "win32":
        return False
    settings = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    return next(filter(None, settings), "") in {"C", "POSIX"}


def width_of(stream: TextIO) -> int:
    """The characters in a line: COLUMNS, else the terminal's, else 80."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns[:6]) > 0:
        return int(columns[:6])
    if not stream.isatty():
        return WIDTH
    try:
        return os.get_terminal_size(stream.fileno()).columns or WIDTH
    except (OSError, UnsupportedOperation):  # a stream that is a terminal only by its own word
        return WIDTH


def encoding_of(stream: TextIO) -> str:
    """The stream's encoding; UTF-8 where it keeps text as it is or names one that Python does not know."""
    name = getattr(stream, "encoding", None) or "utf-8"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "utf-8"
