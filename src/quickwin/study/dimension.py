"""Dimensions of the master plan, and how many programs of each a plan takes."""

import re
from typing import Annotated, NamedTuple

from pydantic import Field

from quickwin.files.yaml import Data, Plain
from quickwin.finding import Fix
from quickwin.say import say
from quickwin.study.mapping import Keys, field, read_model
from quickwin.study.named import each
from quickwin.study.note import Note
from quickwin.study.problem import Gathering, quoted, refuse
from quickwin.study.reading import Reading
from quickwin.study.scalar import listed, share, text, whole
from quickwin.study.schema import Number, Text

MOST = 1_000_000
"""Programs that anybody could count; a larger number is a slip."""


PAIR = re.compile(r"([0-9]+) ?[-\N{EN DASH}] ?([0-9]+)")


class Range(NamedTuple):
    """A number of programs: at least and at most."""

    least: int
    most: int | None


def read_quota(data: Data, reading: Reading) -> Range:
    """At least and at most, or one number: at most."""
    found = PAIR.fullmatch(data) if isinstance(data, str) else None
    if found:
        form = f"[{found[1]}, {found[2]}]"
        raise refuse(
            "QW108",
            say("{data} is not one number.", data=quoted(str(data))),
            say("For at least and at most write {form}.", form=form),
            fixes=(Fix(form, len(str(data))),) if isinstance(data, Plain) else (),
        )
    if isinstance(data, str):
        return Range(0, whole(0, MOST)(data, reading))
    pair = listed(whole(0, MOST), say("whole numbers"))(data, reading)
    if len(pair) != 2 or pair[0] > pair[1]:
        raise refuse(
            "QW109", say("This is no range of two numbers, the smaller first."), say("Write for example [1, 2].")
        )
    return Range(*pair)


class Dimension(Keys):
    """A dimension of the master plan."""

    priority: Annotated[
        float,
        field(share, empty=1.0, schema=lambda: Number),
        Field(description="What a unit of benefit here is worth against the dimension put first"),
    ] = 1.0
    quota: Annotated[
        Range | None,
        field(read_quota, schema=lambda: Number | list[Number]),
        Field(description="How many programs of it a plan holds: [least, most], or at most"),
    ] = None
    aliases: Annotated[
        tuple[str, ...],
        field(listed(text, say("names")), empty=(), schema=lambda: list[Text]),
        Field(description="Its other names"),
    ] = ()
    subdimensions: Annotated[
        tuple[str, ...],
        field(listed(text, say("names")), empty=(), schema=lambda: list[Text]),
        Field(description="Its parts"),
    ] = ()
    note: Note = None


def read_dimensions(data: Data, reading: Reading) -> dict[str, Dimension]:
    """The dimensions by key, no name standing for two of them."""

    def dimension(given: Data, reading: Reading) -> Dimension:
        return read_model(Dimension, given, reading, say("a dimension"))

    read = each(dimension, say("a dimension"))(data, reading)
    owners: dict[str, str] = {}
    gathering = Gathering()
    for key, one in read.items():
        for name in (key, *one.aliases):
            if owners.setdefault(name.casefold(), key) != key:
                gathering.add(
                    "QW112",
                    say(
                        "{name} stands for two dimensions, {one} and {other}.",
                        name=quoted(name),
                        one=quoted(owners[name.casefold()]),
                        other=quoted(key),
                    ),
                    say("Delete it from one of them."),
                    path=(key,),
                    at_key=True,
                )
    gathering.close()
    return read
