"""The command `quickwin`: which commands there are, in the order of `--help`, and how a run ends.

A command is known here by its name and one line of help. Its module, quickwin.commands.NAME, holds a
function of the same name and is imported only when the command is called, or its own help is asked for.

Exit status: 0 done; 1 the files have errors, or the reader of the output went away; 2 wrong usage;
70 a fault of quickwin's own; 74 the output cannot be written; 130 stopped by Ctrl-C.
"""

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand
from typer.main import get_command

from quickwin import __version__
from quickwin.cleaning import clean
from quickwin.say import say

NAME = "quickwin"
DEBUG = "QUICKWIN_DEBUG"
"""Set to 1, this environment variable shows the details of a fault of quickwin's own."""
FAULT = 70
UNWRITABLE = 74
STOPPED = 130

COMMANDS = {
    "rank": say("Which programs come first?"),
    "explain": say("Why does a program score as it does, and what would lift it?"),
    "check": say("Are the files right? Where, why and how to mend them."),
    "plan": say("Which set, in which month, within money, quotas and people?"),
    "robust": say("Would it still win if weights, estimates or raters differed?"),
    "worksheet": say("Sheets for raters out, their scores back, their disagreement."),
    "roadmap": say("The best plan by dimension and month, as a document."),
    "profile": say("Sheets for the master plan: known, assumed, not stated."),
    "init": say("Start a study: a criteria.yaml, a context and a first program."),
    "new": say("Add a program to the study."),
    "schema": say("Print a file's JSON Schema, for editors that check it."),
    "rule": say("What does a rule of check look for, and why?"),
}


class Later(TyperCommand):
    """A command that is known by its name and one line of help until it is needed."""

    def make_context(self, *args: Any, **extra: Any) -> Any:
        """The context of the real command, in place of this one's."""
        return real(str(self.name)).make_context(*args, **extra)


def real(name: str) -> Any:
    """The command of that name as its own module declares it."""
    function = getattr(import_module(f"quickwin.commands.{name}"), name)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name)(function)
    return get_command(alone)


def print_version(wanted: bool) -> None:  # noqa: FBT001  # typer hands a flag's value over by position
    """Print the version, and end, where it is wanted."""
    if wanted:
        typer.echo(f"{NAME} {__version__}")
        raise typer.Exit


def describe(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help=say("Print the version."))
    ] = False,
) -> None:
    """Find the programs whose impact is large and felt soon."""


def application() -> typer.Typer:
    """The command line, with a stand-in for every command."""
    app = typer.Typer(
        callback=describe,
        rich_markup_mode=None,  # half the time to start
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog=say("quickwin COMMAND --help says more about a command."),
    )
    for name, line in COMMANDS.items():
        app.command(name, cls=Later, help=line)(lambda: None)
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    `arguments` are the words after `quickwin`; None: those it was called with.

    >>> main(["--version"])
    quickwin ...
    0
    """
    never_choke()
    try:
        status = ended(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = STOPPED
    except BrokenPipeError:
        status = hang_up()
    except OSError as error:
        status = unwritable(error)
    except Exception as fault:  # noqa: BLE001  # whatever it is, an official gets a sentence and no traceback
        status = confess(fault)
    if status == STOPPED:
        typer.echo(say("Stopped."), err=True)
    return status


def ended(arguments: Sequence[str] | None) -> int:
    """The exit status with which typer ends the run."""
    try:
        get_command(application())(args=arguments, prog_name=NAME)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0


def never_choke() -> None:
    """Show a character that the terminal lacks by its number, in place of ending the run there.

    Into a pipe or a file Windows would write a code page of its own; UTF-8 goes there, unless PYTHONIOENCODING
    asks for another encoding.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            own_page = os.name == "nt" and not stream.isatty() and not os.environ.get("PYTHONIOENCODING")
            stream.reconfigure(encoding="utf-8" if own_page else stream.encoding, errors="backslashreplace")


def hang_up() -> int:
    """End quietly after the reader of the output has gone away, as in `quickwin rank | head -1`."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def unwritable(error: OSError) -> int:
    """Say that the output could not be written, as on a full disk; what was not written is given up."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    typer.echo(say("The output cannot be written: {why}.", why=error.strerror or error), err=True)
    return UNWRITABLE


def confess(fault: Exception) -> int:
    """Say in a sentence that quickwin itself is at fault; with QUICKWIN_DEBUG=1 also where."""
    if os.environ.get(DEBUG):
        import traceback  # noqa: PLC0415  # needed only here

        for line in "".join(traceback.format_exception(fault)).splitlines():
            typer.echo(clean(line), err=True)
    sentence = say(
        "quickwin could not go on, and that is a fault in quickwin and not in your files ({fault}). "
        "Please report it; set {debug}=1 and run it again to see the details.",
        fault=" ".join(f"{type(fault).__name__}: {fault}".split())[:300],
        debug=DEBUG,
    )
    typer.echo(clean(sentence), err=True)
    return FAULT
