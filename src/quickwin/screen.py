"""What a command prints, where it goes, and how the command ends."""

import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import typer

from quickwin.finding import Finding
from quickwin.say import say
from quickwin.table import Table

ERRORS, WRONG_USAGE = 1, 2
"""Exit statuses: the files have errors; the command was called in a way that cannot work."""
FILE_WIDTH = 120
"""Columns of a table that is written to a file."""


@contextmanager
def endings() -> Iterator[None]:
    """Turn what can go wrong with files and options into findings on stderr and the right exit status."""
    from quickwin.study.overlay import Usage
    from quickwin.study.study import Broken

    try:
        yield
    except Broken as broken:
        tell(broken.findings)
        raise typer.Exit(ERRORS) from None
    except Usage as usage:
        tell(usage.findings)
        if usage.message:
            stop(usage.message)
        raise typer.Exit(WRONG_USAGE) from None


def stop(message: str) -> NoReturn:
    """End with a sentence on stderr, for a command that was called in a way that cannot work."""
    from quickwin.formats.cleaning import clean

    print(clean(message), file=sys.stderr)
    raise typer.Exit(WRONG_USAGE)


def tell(findings: Sequence[Finding]) -> None:
    """Print findings for people, on stderr."""
    if findings:
        from quickwin.formats.terminal import is_ascii_only, wants_color
        from quickwin.formats.text import write

        sys.stderr.write(write(findings, color=wants_color(sys.stderr), ascii_only=is_ascii_only(sys.stderr)))


def answer(
    tables: Sequence[Table],
    document: Callable[[], Mapping[str, Any]],
    form: str,
    output: Path | None,
    *,
    sheet: Callable[[], Table] | None = None,
) -> None:
    """Print an answer in a format, or write it to a file.

    `document` and `sheet`, which a spreadsheet gets in place of the tables, are made only where they are asked for.
    """
    if form == "json":
        from quickwin.formats.json import write

        emit(write(document()), output)
    elif form == "csv":
        from quickwin.formats.csv import encode
        from quickwin.formats.csv import write as write_csv

        text = write_csv([sheet()] if sheet else tables)
        emit(encode(text) if output else text, output)
    elif form == "markdown":
        from quickwin.formats.markdown import write as write_markdown

        emit(write_markdown(tables), output)
    else:
        from quickwin.formats.terminal import show

        if output is None:
            show(tables, sys.stdout)
        else:
            page = io.StringIO()
            show(tables, page, width=FILE_WIDTH, color=False, ascii_only=False)
            emit(page.getvalue(), output)


def emit(text: str | bytes, output: Path | None) -> None:
    """Print text as UTF-8, or write it to a file whole or not at all."""
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from quickwin.files.disk import write_whole

    try:
        write_whole(output, data)
    except OSError as error:
        stop(
            say(
                "{file} cannot be written: {why}. Choose another place with --output.",
                file=output,
                why=error.strerror or error,
            )
        )
