"""An estimate: a number as a program states it, plain or with its range, its raters and where it comes from."""

from collections.abc import Callable
from itertools import pairwise
from typing import Annotated, NamedTuple

from pydantic import Field

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.duration import parse_when
from quickwin.study.mapping import Keys, describe, field, fields, read_model, unknown_key
from quickwin.study.named import NUMBER_KEYS, RESERVED, each
from quickwin.study.note import Note
from quickwin.study.problem import Gathering, Refused, refuse
from quickwin.study.quantity import Unreadable
from quickwin.study.reading import Reading
from quickwin.study.scalar import TRUE, boolean, text
from quickwin.study.schema import Number, Text, When


def when(data: Data, reading: Reading) -> str:
    """A date, a month or a year, as written: 2022-09-01, 2022-09 or 2022."""
    try:
        return parse_when(text(data, reading))
    except Unreadable as error:
        raise refuse("QW110", error.what, error.mend, fixes=error.fixes) from None


def unread(data: Data, reading: Reading) -> Data:
    """The data as it is, for whoever knows its meaning."""
    return data


class About(Keys):
    """Where a number comes from, and whether it is known at all."""

    source: Annotated[str | None, field(text, schema=lambda: Text), Field(description="Who says so")] = None
    url: Annotated[str | None, field(text, schema=lambda: Text), Field(description="The page on which it stands")] = (
        None
    )
    year: Annotated[str | None, field(text, schema=lambda: Text), Field(description="The year that it speaks of")] = (
        None
    )
    date: Annotated[str | None, field(when, schema=lambda: When), Field(description="The day on which it was said")] = (
        None
    )
    unit: Annotated[str | None, field(text, schema=lambda: Text), Field(description="What is counted")] = None
    note: Note = None
    assumed: Annotated[
        bool, field(boolean, empty=False, schema=lambda: bool), Field(description="true: nobody has measured it")
    ] = False


BESIDE = {key: one.read for key, one in fields(About).items()}
"""What may stand beside a number, and what reads it."""


class EstimateKeys(About):
    """A number with its range or its raters, and where it comes from."""

    value: Annotated[Data, field(unread, schema=lambda: Number), Field(description="The number")] = None
    likely: Annotated[Data, field(unread, schema=lambda: Number), Field(description="The likeliest number")] = None
    low: Annotated[Data, field(unread, schema=lambda: Number), Field(description="The least it could be")] = None
    high: Annotated[Data, field(unread, schema=lambda: Number), Field(description="The most it could be")] = None
    raters: Annotated[
        Data,
        field(unread, schema=lambda: dict[str, Number]),
        Field(description="Each rater's number, in place of the others"),
    ] = None


Raters = tuple[tuple[str, float], ...]
"""Each rater's name and number."""


class Estimate(NamedTuple):
    """A number as stated: its point, and what is known of its spread.

    `level` is the level's name where the point was given by name; `keys` are all of its mapping, if it has one.
    """

    point: float
    low: float | None = None
    high: float | None = None
    raters: Raters = ()
    level: str | None = None
    keys: dict[str, Data] | None = None

    def along(self, scale: Callable[[float], float]) -> "Estimate":
        """The estimate on another scale, which may run the other way."""
        low, high = self.low, self.high
        if low is not None and high is not None:
            low, high = sorted((scale(low), scale(high)))
        raters = tuple([(rater, scale(given)) for rater, given in self.raters]) if self.raters else ()
        return Estimate(scale(self.point), low, high, raters, self.level, self.keys)

    @property
    def about(self) -> About | None:
        """Where it comes from; made when it is asked for, since a study holds thousands."""
        return None if self.keys is None else read_model(EstimateKeys, self.keys, Reading(), say("an estimate"))

    @property
    def assumed(self) -> bool:
        """Whether the study says that nobody has measured it."""
        return self.keys is not None and self.keys.get("assumed") in TRUE


Read = Callable[[Data, Reading], float]


def is_estimate(data: Data) -> bool:
    """Whether a mapping is an estimate and not a group of named values."""
    return isinstance(data, dict) and not NUMBER_KEYS.isdisjoint(data)


def estimate(data: Data, read: Read, reading: Reading, *, named: bool = False) -> Estimate | None:
    """An estimate whose numbers `read` reads; None where its mapping says nothing.

    With `named`, its values are names of levels. Its point is `value` or `likely`, the midpoint of low and
    high, or the mean of the raters.

    Raises:
        Refused: with every problem in it.
    """
    if not isinstance(data, dict):
        point = read(data, reading)
        return Estimate(point, level=str(data) if named else None)
    if not is_estimate(data):
        return estimate_without_number(data)
    stated, raters = read_parts(data, read, reading)
    if not stated and not raters:
        return None
    check_parts(stated, rated=bool(raters))
    name = named and (data.get("value") or data.get("likely"))
    level = str(name) if name else None
    return Estimate(point_of(stated, raters), stated.get("low"), stated.get("high"), raters, level, data)


def read_parts(data: dict[str, Data], read: Read, reading: Reading) -> tuple[dict[str, float], Raters]:
    """The numbers of an estimate's mapping by key, and its raters', after all that stands in it has been checked.

    Most mappings of a study are estimates, so no model is made of them: that would take half the time to load it.
    """
    gathering = Gathering()
    stated: dict[str, float] = {}
    raters: Raters = ()
    for key, given in data.items():
        try:
            if given is None and key in RESERVED:
                continue
            if key in BESIDE:
                BESIDE[key](given, reading)
            elif key == "raters":
                raters = read_raters(given, read, reading)
            elif key in NUMBER_KEYS:
                stated[key] = read(given, reading)
            else:
                gathering.problems.append(unknown_key((key,), key, EstimateKeys, data, say("an estimate")))
        except Refused as refused:
            gathering.keep((key,), refused)
    gathering.close()
    return stated, raters


def estimate_without_number(data: dict[str, Data]) -> Estimate | None:
    """Refuse a mapping that holds no number, in words that fit what it holds."""
    key = next(iter(data), None)
    raise refuse(
        "QW107",
        say("Found {found} where a number is expected.", found=describe(data)),
        say("Add “value: …” with the number beside “{key}”.", key=key)
        if key in RESERVED
        else say("Write one number, or a range with the keys low, likely and high."),
    )


def read_raters(data: Data, read: Read, reading: Reading) -> Raters:
    """Each rater's number, in the order of the file."""
    return tuple(each(read, say("a rater"))(data, reading).items())


def check_parts(stated: dict[str, float], *, rated: bool) -> None:
    """Refuse parts of an estimate that do not go together or are out of order."""
    if rated and stated:
        raise refuse(
            "QW112",
            say("“raters” and “{key}” cannot both stand here.", key=next(iter(stated))),
            say("Keep the raters, or the number."),
            path=("raters",),
            at_key=True,
        )
    if "value" in stated and "likely" in stated:
        raise refuse(
            "QW112",
            say("“value” and “likely” say the same twice."),
            say("Keep one of them."),
            path=("likely",),
            at_key=True,
        )
    if ("low" in stated) != ("high" in stated):
        lone, other = ("low", "high") if "low" in stated else ("high", "low")
        raise refuse(
            "QW112",
            say("“{lone}” needs “{other}” beside it.", lone=lone, other=other),
            say("Add “{other}: …”, or delete “{lone}”.", lone=lone, other=other),
            path=(lone,),
            at_key=True,
        )
    if "low" not in stated:
        return
    order = [(name, stated[name]) for name in ("low", "value", "likely", "high") if name in stated]
    for (name, less), (next_name, more) in pairwise(order):
        if round(less - more, 9) > 0:
            raise refuse(
                "QW109",
                say("“{low}” is above “{high}”.", low=name, high=next_name),
                say("Write low, likely and high in rising order."),
                path=(name,),
            )


def point_of(stated: dict[str, float], raters: Raters) -> float:
    """The point of an estimate whose parts go together."""
    for name in ("value", "likely"):
        if name in stated:
            return stated[name]
    numbers = [value for _, value in raters] or list(stated.values())
    return sum(numbers) / len(numbers)
