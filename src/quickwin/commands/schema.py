"""`quickwin schema`: JSON Schemas of the files, for editors."""

from enum import StrEnum
from typing import Annotated

import typer

from quickwin.options import Output


class Kind(StrEnum):
    """The kinds of file."""

    CRITERIA = "criteria"
    PROGRAM = "program"
    CONTEXT = "context"


def schema(
    kind: Annotated[Kind, typer.Argument(help="criteria, program or context.")] = Kind.PROGRAM,
    output: Output = None,
) -> None:
    """Print the JSON Schema of a kind of file, with which VS Code and other editors complete and check it.

    The first line of a file names its schema: # yaml-language-server: $schema=../schemas/program.schema.json
    """
    from quickwin.formats.json import write
    from quickwin.study.json_schema import schema as made

    emit(write(made(kind.value)), output)
