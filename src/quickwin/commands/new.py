"""`quickwin new`: add a program to the study."""

from pathlib import Path
from typing import Annotated

import typer

from quickwin.options import Criteria
from quickwin.say import say
from quickwin.screen import emit, endings, stop


def new(
    id: Annotated[
        str, typer.Argument(metavar="ID", help=say("A short name without spaces, such as village-internet."))
    ],
    name: Annotated[str | None, typer.Option(metavar="TEXT", help=say("Its name for people."))] = None,
    dimension: Annotated[
        str | None, typer.Option(metavar="NAME", help=say("The dimension of criteria.yaml that it serves."))
    ] = None,
    owner: Annotated[str | None, typer.Option(metavar="NAME", help=say("The office that answers for it."))] = None,
    folder: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help=say("Where to write it, such as programs/health.  [default: programs beside criteria.yaml]"),
        ),
    ] = None,
    criteria: Criteria = None,
) -> None:
    """Write the file of a new program, with every line that it may have and what each of them means.

    What must be filled in is there with a stand-in that says “replace this”; the rest waits behind a #. The
    dimensions, criteria, pillars and kinds of money are those of your criteria.yaml.

    Example: quickwin new village-internet --name "Internet for village offices" --dimension society
    """
    with endings():
        from quickwin.answers.addition import addition
        from quickwin.cleaning import clean
        from quickwin.files.names import shown
        from quickwin.files.starter import write_missing

        added = addition(id, name=name, dimension=dimension, owner=owner, folder=folder, criteria=criteria)
        file = clean(shown(added.path))
        try:
            write_missing(added.path.parent, {added.path.name: added.text.encode()})
        except OSError as error:
            stop(say("{file} cannot be written: {why}.", file=file, why=error.strerror or error))
        place = "" if added.is_found else f' "{clean(shown(added.path.parent))}"'
        emit(
            say(
                "Written: {file}\n\nNext: open it, replace each number that says “replace this”, "
                "and run quickwin check{place} and quickwin rank{place}\n",
                file=file,
                place=place,
            ),
            None,
        )
