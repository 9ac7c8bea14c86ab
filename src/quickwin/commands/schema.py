"""`quickwin schema`: JSON Schemas of the files, for editors."""

from enum import StrEnum
from typing import Annotated

import typer

from quickwin.options import Output
from quickwin.say import say
from quickwin.screen import emit, endings


class Kind(StrEnum):
    """The kinds of file."""

    CRITERIA = "criteria"
    PROGRAM = "program"
    CONTEXT = "context"


def schema(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=say("criteria, program or context."))] = Kind.PROGRAM,
    output: Output = None,
) -> None:
    """Print the JSON Schema of a kind of file, with which an editor completes the file and underlines mistakes.

    VS Code with its YAML extension and other editors look for it in the first line of the file:

    # yaml-language-server: $schema=../schemas/program.schema.json

    Example: quickwin schema program --output schemas/program.schema.json
    """
    with endings():
        from quickwin.formats.json import write
        from quickwin.study.json_schema import schema as made

        emit(write(made(kind.value)), output)
