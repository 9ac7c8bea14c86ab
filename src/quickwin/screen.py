"""What a command prints, where it goes, and how the command ends."""

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from quickwin.finding import Finding
from quickwin.say import say
from quickwin.table import Table

if TYPE_CHECKING:
    from quickwin.study.study import Study, Usage

ERRORS, WRONG_USAGE = 1, 2
"""Exit statuses: the files have errors; the command was called in a way that cannot work."""
SUFFIXES = {".json": "json", ".csv": "csv", ".md": "markdown", ".markdown": "markdown"}
FILE_WIDTH = 120
"""Columns of a table that is written to a file."""


@contextmanager
def endings() -> Iterator[None]:
    """Turn what can go wrong with files and options into findings on stderr and the right exit status."""
    from quickwin.study.study import Broken, Usage

    try:
        yield
    except Broken as broken:
        tell(broken.findings)
        raise typer.Exit(ERRORS) from None
    except Usage as usage:
        tell_usage(usage)
        raise typer.Exit(WRONG_USAGE) from None


def stop(message: str) -> NoReturn:
    """End with a sentence on stderr, for a command that was called in a way that cannot work."""
    from quickwin.cleaning import clean

    print(clean(message), file=sys.stderr)
    raise typer.Exit(WRONG_USAGE)


def tell(findings: Sequence[Finding]) -> None:
    """Print findings for people, on stderr."""
    if findings:
        from quickwin.formats.terminal import is_ascii_only, wants_color
        from quickwin.formats.text import write

        sys.stderr.write(write(findings, color=wants_color(sys.stderr), ascii_only=is_ascii_only(sys.stderr)))


def opened(
    paths: list[Path] | None,
    criteria: Path | None,
    settings: Sequence[str] | None,
    weights: Sequence[str] | None,
    *,
    skip_invalid: bool,
) -> "Study":
    """The study that a command is called for; without paths that of programs/, here or beside the criteria."""
    from quickwin.study.load import load

    return load(
        paths or (), criteria=criteria, settings=settings or (), weights=weights or (), skip_invalid=skip_invalid
    )


def answer(
    study: "Study | None",
    tables: Sequence[Table],
    document: Callable[[], Mapping[str, Any]],
    form: str | None,
    output: Path | None,
    *,
    sheet: Callable[[], Table] | None = None,
) -> None:
    """Print an answer in a format, or write it to a file, but never over one that the study is read from.

    The format is `form`, or else what the file's name says. `document` and `sheet`, which a spreadsheet gets in
    place of the tables, are made only where they are asked for.
    """
    output = None if output is None or str(output) == "-" else output
    form = form or by_name(output)
    if study is not None:
        keep(Path(study.judge.source.document.file).parent, study.inputs, output)
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
        print_tables(tables, output)


def print_tables(tables: Sequence[Table], output: Path | None, below: str = "") -> None:
    """Print tables, and what is to be read below them, or write them to a file."""
    from quickwin.formats.terminal import show

    if output is None:
        show(tables, sys.stdout)
        if below:
            emit(below, None)
    else:
        page = io.StringIO()
        show(tables, page, width=FILE_WIDTH, color=False, ascii_only=False)
        emit(page.getvalue() + below, output)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Something to tell how much is done, of how much; on a terminal it shows a bar on stderr after a second."""
    if not sys.stderr.isatty():
        yield lambda done, of: None  # noqa: ARG005  # nobody looks
        return
    from quickwin.formats.progress import Bar

    bar = Bar(what, sys.stderr)
    try:
        yield bar.show
    finally:
        bar.close()


@contextmanager
def working(what: str) -> Iterator[Callable[[float, float], None]]:
    """Something to tell the best value found and the bound on it; on a terminal stderr shows them after a second."""
    if not sys.stderr.isatty():
        yield lambda value, bound: None  # noqa: ARG005  # nobody looks
        return
    from quickwin.formats.progress import Gauge

    gauge = Gauge(what, sys.stderr)
    try:
        yield gauge.show
    finally:
        gauge.close()


@contextmanager
def working_on(what: str, more: str) -> Iterator[tuple[Callable[[float, float], None], Callable[[int, int], None]]]:
    """The same, and something to tell how much is done of what follows; what is shown of the one ends the other."""
    with progress(more) as steps, working(what) as hears:
        shown = getattr(hears, "__self__", None)

        def on(done: int, of: int) -> None:
            if shown is not None:
                shown.close()
            steps(done, of)

        yield hears, on


def by_name(output: Path | None) -> str:
    """The format that a file's name asks for; a table where it asks for none.

    >>> by_name(Path("ranking.CSV")), by_name(None)
    ('csv', 'table')
    """
    suffix = output.suffix.casefold() if output else ""
    if suffix in {".xlsx", ".xls", ".ods", ".docx", ".pdf", ".html"}:
        stop(
            say("{suffix} files cannot be written. Write .csv for a spreadsheet or .md for a document.", suffix=suffix)
        )
    return SUFFIXES.get(suffix, "table")


def keep(root: Path, inputs: Iterable[str], output: Path | None) -> None:
    """Refuse to write over a file that a study is read from; `inputs` are the names of these from its `root`."""
    if output is None or not output.exists():
        return
    if any((root / name).exists() and output.samefile(root / name) for name in inputs):
        stop(say("{file} is a file of the study; nothing is written over it. Name another file.", file=output))


def emit(text: str | bytes, output: Path | None) -> None:
    """Print text as UTF-8, or write it to a file whole or not at all."""
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from quickwin.files.disk import write_whole

    written(output, lambda: write_whole(output, data))


def written(file: Path, write: Callable[[], None]) -> None:
    """Write a file, or say why that cannot be."""
    try:
        write()
    except OSError as error:
        stop(
            say(
                "{file} cannot be written: {why}. Choose another place.",
                file=file,
                why=error.strerror or error,
            )
        )


def again(tell: Callable[[], None], signs: Iterator[None]) -> None:
    """Tell something now, and anew at each sign, on a terminal in place of what stood there; until Ctrl-C."""
    from quickwin.study.study import Usage

    try:
        while True:
            if sys.stdout.isatty():
                sys.stdout.write("\x1b[2J\x1b[H")  # what was there before stays in reach by scrolling
            print(say("Checking."), flush=True)
            try:
                tell()
            except Usage as usage:  # a file in the middle of being written: the next save may mend it
                tell_usage(usage)
            print(say("Waiting for a file to be saved. Ctrl-C ends."), file=sys.stderr, flush=True)
            next(signs)
    except KeyboardInterrupt:
        return


def tell_usage(usage: "Usage") -> None:
    """Print why a command cannot work."""
    from quickwin.cleaning import clean

    tell(usage.findings)
    if usage.message:
        print(clean(usage.message), file=sys.stderr)
