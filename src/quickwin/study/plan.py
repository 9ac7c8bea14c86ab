"""What binds a plan: money by year, how many programs, how many at a time."""

import re
from typing import Annotated

from pydantic import Field

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.dimension import MOST, Range, read_quota
from quickwin.study.mapping import Keys, field
from quickwin.study.named import NOTHING, parts
from quickwin.study.note import Note
from quickwin.study.problem import Gathering, quoted
from quickwin.study.reading import Reading
from quickwin.study.scalar import money, whole
from quickwin.study.schema import AnyName, Number, When
from quickwin.study.times import months_or_date


def read_budget(data: Data, reading: Reading) -> float | dict[int, float]:
    """One amount, or an amount for each calendar year."""
    if not isinstance(data, dict):
        return money(data, reading)
    gathering = Gathering()
    years = {}
    for key, given in parts(data, reading, gathering, say("a year"), reserved=NOTHING):
        if not re.fullmatch(r"\d{4}", key):
            gathering.add(
                "QW110",
                say("{key} is not a year.", key=quoted(key)),
                say("Write for example 2023."),
                path=(key,),
                at_key=True,
            )
        elif given is not None:
            years[int(key)] = gathering.take((key,), money, given, reading) or 0.0
    gathering.close()
    return years


class Plan(Keys):
    """What binds a plan."""

    budget: Annotated[
        float | dict[int, float] | None,
        field(read_budget, schema=lambda: Number | dict[AnyName, Number]),
        Field(description="Money by calendar year, or one amount for all years"),
    ] = None
    total: Annotated[
        Range | None,
        field(read_quota, schema=lambda: Number | list[Number]),
        Field(description="How many programs are chosen: [least, most], or at most"),
    ] = None
    per_owner: Annotated[
        int | None,
        field(whole(0, MOST), schema=lambda: Number),
        Field(description="Programs of one owner under way in the same month, at most"),
    ] = None
    latest_start: Annotated[
        float | None,
        field(months_or_date, schema=lambda: Number | When),
        Field(description="The latest start, months or a date"),
    ] = None
    note: Note = None
