"""`quickwin init`: start a study."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from quickwin.say import say
from quickwin.screen import emit, endings, stop

MEANINGS = {
    "criteria.yaml": say("how to judge: read this one first"),
    "contexts": say("facts about the place"),
    "programs": say("an example of a program"),
    "schemas": say("lets an editor complete and check the files"),
}


def init(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", help=say("Where to start it; it need not exist yet."), show_default=say("here")
        ),
    ] = Path(),
) -> None:
    """Start a study: criteria.yaml, facts about the place, and example programs that can be ranked at once.

    A file that is there already is kept as it is, and named.

    Example: quickwin init our-quick-wins
    """
    with endings():
        from quickwin.files.starter import fitting, starter, write_missing
        from quickwin.formats.json import write
        from quickwin.study.json_schema import KINDS, schema

        schemas = {f"schemas/{kind}.schema.json": write(schema(kind)).encode() for kind in KINDS}
        try:
            texts = fitting(folder, starter())
            written, kept = write_missing(folder, texts | schemas)
        except OSError as error:
            stop(
                say(
                    "Nothing was written: no study can start in {folder} ({why}). Choose another folder.",
                    folder=folder,
                    why=error.strerror or error,
                )
            )
        emit(_told(folder, written, kept), None)


def _told(folder: Path, written: Sequence[str], kept: Sequence[str]) -> str:
    """What was done, and what to do next."""
    from quickwin.cleaning import clean
    from quickwin.files.names import shown

    place = clean(shown(folder))
    is_here = place == "."
    where = say("this folder") if is_here else place
    start = (
        say("A study starts in {folder}.", folder=where) if written else say("All is there in {folder}.", folder=where)
    )
    lines = [start]
    width = max(len(name) for name in (*written, *kept))
    for title, names in ((say("Written:"), written), (say("Kept as they were:"), kept)):
        if names:
            lines += ["", title]
            lines += [f"  {name:{width}}  {MEANINGS[name.partition('/')[0]]}" for name in names]
    if "criteria.yaml" in kept and not any(name.startswith("programs/") for name in (*written, *kept)):
        lines += ["", say("This criteria.yaml is your own, so no examples were added: they would not fit it.")]
    lines += ["", say("Next:")]
    if not is_here:
        lines += [f'  cd "{place}"' if " " in place else f"  cd {place}"]
    lines += [
        say("  quickwin rank              which programs come first?"),
        say("  quickwin new my-program    add a program of your own"),
        say("  quickwin check             what must still be replaced, and what is odd"),
        "",
    ]
    return "\n".join(lines)
