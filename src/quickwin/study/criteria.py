"""criteria.yaml: how to judge."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.context import Context
from quickwin.study.criterion import Criterion, children
from quickwin.study.duration import months_between, parse_date
from quickwin.study.estimate import unread
from quickwin.study.mapping import Keys, field, read_model
from quickwin.study.named import each, parts
from quickwin.study.problem import Gathering, quoted, refuse
from quickwin.study.quantity import Unreadable
from quickwin.study.readiness import Readiness
from quickwin.study.reading import Reading
from quickwin.study.scalar import choice, listed, money, months, share, text, weighing, whole
from quickwin.study.schema import Number, Text, When

NOTE = Field(description="Anything a reader should know")
FORMAT = 1
SECURED, NONE = "secured", "none"
"""Statuses of funding that every study knows: there is money, and there is none."""
MOST = 1_000_000


def read_date(data: Data, reading: Reading) -> date:
    """A day, such as 2022-09-01."""
    try:
        return parse_date(text(data, reading))
    except Unreadable as error:
        raise refuse("QW110", error.what, error.mend) from None


def months_or_date(data: Data, reading: Reading) -> float:
    """Months from the start of the round: a span of time, or a date."""
    if not (isinstance(data, str) and re.fullmatch(r"\d{4}-\d\d?-\d\d?", data)):
        return months(data, reading)
    return months_to(read_date(data, reading), reading)


def months_to(day: date, reading: Reading) -> float:
    """Months from the start of the round to a day; 0 where the start is there and cannot be read."""
    if reading.start is None and "start" in reading.doubtful:
        return 0.0
    if reading.start is None:
        raise refuse(
            "QW106", say("A date needs the start of the round."), say("Add “start:” with a date to criteria.yaml.")
        )
    return months_between(reading.start, day)


def whole_months(data: Data, reading: Reading) -> int:
    """A whole number of months, at least one."""
    span = months(data, reading)
    if span != int(span) or span < 1:
        raise refuse(
            "QW109",
            say("{data} is not a whole number of months.", data=quoted(str(data))),
            say("Write whole months, at least 1, such as 24."),
        )
    return int(span)


def version(data: Data, reading: Reading) -> int:
    """The version of the format."""
    number = whole(1, MOST)(data, reading)
    if number > FORMAT:
        raise refuse(
            "QW109",
            say("This file is of format {number}; this quickwin reads format {known}.", number=number, known=FORMAT),
            say("Install a newer quickwin."),
        )
    return number


class Gates(Keys):
    """What a program must reach to be called a quick win."""

    impact: Annotated[
        float,
        field(share, empty=0.4, schema=lambda: Number),
        Field(description="Effective impact, impact times coverage"),
    ] = 0.4
    readiness: Annotated[
        float, field(share, empty=0.4, schema=lambda: Number), Field(description="Readiness of its weakest pillar")
    ] = 0.4
    note: Annotated[str | None, field(text, schema=lambda: Text), NOTE] = None


class Range(NamedTuple):
    """A number of programs: at least and at most."""

    least: int
    most: int | None


def read_quota(data: Data, reading: Reading) -> Range:
    """At least and at most, or one number: at most."""
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
    note: Annotated[str | None, field(text, schema=lambda: Text), NOTE] = None


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


class Model(Keys):
    """How impact and time make a score."""

    kind: Annotated[
        str,
        field(
            choice("product", "sum", what=say("kinds of model")),
            empty="product",
            schema=lambda: Literal["product", "sum"],
        ),
        Field(description="product, or sum: a weighted sum of impact and timeliness"),
    ] = "product"
    impact: Annotated[
        float | None, field(weighing, schema=lambda: Number), Field(description="The weight of impact in the sum")
    ] = None
    time: Annotated[
        float | None, field(weighing, schema=lambda: Number), Field(description="The weight of timeliness in the sum")
    ] = None
    note: Annotated[str | None, field(text, schema=lambda: Text), NOTE] = None


def score_model(data: Data, reading: Reading) -> Model:
    """The model, a sum with both its weights."""
    read = read_model(Model, data, reading, say("a model"))
    if read.kind == "sum":
        for key in ("impact", "time"):
            if getattr(read, key) is None:
                raise refuse(
                    "QW106",
                    say("The model “sum” needs the weight of “{key}”.", key=key),
                    say("Add a line “{key}: …” to the model.", key=key),
                )
        if not (read.impact or read.time):
            raise refuse("QW109", say("Both weights of the model are 0."), say("Give at least one of them a weight."))
    return read


def opening_dates(data: Data, reading: Reading) -> dict[str, float]:
    """When money of each kind can first be spent, in months from the start."""
    dates = each(months_from_start, say("a kind of money"))(data, reading)
    if NONE in dates:
        raise refuse(
            "QW112",
            say("Money that is not there (“none”) has no date."),
            say("Delete the line."),
            path=(NONE,),
            at_key=True,
        )
    if not dates:
        raise refuse("QW106", say("There is no date."), say("Write at least one, such as “next: 2023-01-01”."))
    return dates


def months_from_start(data: Data, reading: Reading) -> float:
    """The months from the start to a date."""
    return months_to(read_date(data, reading), reading)


def read_budget(data: Data, reading: Reading) -> float | dict[int, float]:
    """One amount, or an amount for each calendar year."""
    if not isinstance(data, dict):
        return money(data, reading)
    gathering = Gathering()
    years = {}
    for key, given in parts(data, reading, gathering, say("a year")):
        if not re.fullmatch(r"\d{4}", key):
            gathering.add(
                "QW110",
                say("{key} is not a year.", key=quoted(key)),
                say("Write for example 2023."),
                path=(key,),
                at_key=True,
            )
        elif given is not None:
            years[int(key)] = gathering.take((key,), lambda given=given: money(given, reading)) or 0.0  # type: ignore[misc]  # not inferred
    gathering.close()
    return years


class Plan(Keys):
    """What binds a plan."""

    budget: Annotated[
        float | dict[int, float] | None,
        field(read_budget, schema=lambda: Number | dict[str, Number]),
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
    note: Annotated[str | None, field(text, schema=lambda: Text), NOTE] = None


def section(kind: type[Keys], what: str) -> Callable[[Data, Reading], Any]:
    """A reader of a mapping that is a model of ours."""
    return lambda data, reading: read_model(kind, data, reading, what)


class Criteria(Keys):
    """How to judge."""

    quickwin: Annotated[
        int, field(version, empty=FORMAT, schema=lambda: int), Field(description="The format's version")
    ] = FORMAT
    title: Annotated[str | None, field(text, schema=lambda: Text), Field(description="The heading of every table")] = (
        None
    )
    round: Annotated[
        str | None, field(text, schema=lambda: Text), Field(description="The round of the workshop, such as 2022")
    ] = None
    start: Annotated[
        date | None,
        field(read_date, schema=lambda: When),
        Field(description="Month zero of this round, a date"),
    ] = None
    horizon: Annotated[
        int,
        field(whole_months, empty=24, schema=lambda: Number),
        Field(description="Whole months; benefits are counted up to here"),
    ] = 24
    deadline: Annotated[
        float,
        field(months_or_date, empty=12.0, schema=lambda: Number | When),
        Field(description="Months, or a date; what is felt later is no quick win"),
    ] = 12.0
    discount_rate: Annotated[
        float, field(share, empty=0.0, schema=lambda: Number), Field(description="A year; 0 counts every month alike")
    ] = 0.0
    context: Annotated[
        Any,
        field(unread, schema=lambda: str | Context),
        Field(description="The file with the facts about the place, or these facts in place"),
    ] = None
    quick_win: Annotated[
        Gates,
        field(section(Gates, say("quick_win")), empty=Gates(), schema=lambda: Gates),
        Field(description="What a program must reach to be called a quick win"),
    ] = Gates()
    criteria: Annotated[
        dict[str, Criterion],
        field(children, schema=lambda: dict[str, Criterion], needs=True),
        Field(description="What impact is made of, by key", examples=["{ease: {worst: 1, best: 5}}"]),
    ]
    readiness: Annotated[
        Readiness,
        field(section(Readiness, say("readiness")), empty=Readiness(), schema=lambda: Readiness),
        Field(description="How readiness is judged"),
    ] = Readiness()
    dimensions: Annotated[
        dict[str, Dimension],
        field(read_dimensions, empty={}, schema=lambda: dict[str, Dimension]),
        Field(description="The dimensions of the master plan, by key"),
    ] = {}
    budget_opens: Annotated[
        dict[str, float] | None,
        field(opening_dates, schema=lambda: dict[str, When]),
        Field(description="When money of each kind can first be spent; with it money is judged"),
    ] = None
    model: Annotated[
        Model,
        field(score_model, empty=Model(), schema=lambda: Model),
        Field(description="How impact and time make a score"),
    ] = Model()
    plan: Annotated[
        Plan,
        field(section(Plan, say("a plan")), empty=Plan(), schema=lambda: Plan),
        Field(description="What binds a plan"),
    ] = Plan()
    note: Annotated[str | None, field(text, schema=lambda: Text), NOTE] = None
