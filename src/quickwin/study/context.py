"""The context: facts about a place, each with its unit, year and source, and how numbers are written there."""

from collections.abc import Callable
from typing import Annotated, Literal, cast

from pydantic import Field

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.estimate import About, unread
from quickwin.study.mapping import Keys, describe, field, read_model
from quickwin.study.named import NOTHING, each
from quickwin.study.note import Note
from quickwin.study.phrase import is_symbol, unit_name
from quickwin.study.problem import Gathering, quoted, refuse
from quickwin.study.quantity import Grammar, Kind
from quickwin.study.reading import Reading
from quickwin.study.scalar import money, number, share, text
from quickwin.study.schema import AnyName, Number, Text


def read_decimal(data: Data, reading: Reading) -> Literal[",", "."]:
    """The decimal sign of the place."""
    if isinstance(data, str) and data in {",", "."}:
        return cast("Literal[',', '.']", str(data))
    raise refuse(
        "QW107", say("Found {found} as the decimal sign.", found=describe(data)), say('Write "," or ".", in quotes.')
    )


class Currency(Keys):
    """How money is written."""

    symbol: Annotated[
        str, field(text, empty="Rp", schema=lambda: Text), Field(description="The sign of the currency")
    ] = "Rp"
    decimal: Annotated[
        Literal[",", "."],
        field(read_decimal, empty=",", schema=lambda: Literal[",", "."]),
        Field(description="The decimal sign of all numbers in texts"),
    ] = ","
    unit: Annotated[
        str, field(text, empty="1 miliar", schema=lambda: Text), Field(description="Money in tables is counted in it")
    ] = "1 miliar"
    note: Note = None


def read_currency(data: Data, reading: Reading) -> Currency:
    """The currency, its unit a positive amount."""
    read = read_model(Currency, data, reading, say("a currency"))
    grammar = Grammar(read.symbol, read.decimal)
    gathering = Gathering()
    if not is_symbol(read.symbol):
        what = say(
            "{symbol} cannot be the sign of a currency: it could be read as a part of a number.",
            symbol=quoted(read.symbol),
        )
        gathering.add("QW107", what, say("Write the sign alone, such as Rp."), path=("symbol",))
    unit = gathering.take(("unit",), money, read.unit, Reading(grammar))
    if unit == 0:
        gathering.add("QW109", say("The unit of money is 0."), say("Write for example 1 miliar."), path=("unit",))
    gathering.close()
    return read


class FactKeys(About):
    """A fact with its unit, year and source."""

    value: Annotated[Data, field(unread, schema=lambda: Number), Field(description="The number")] = None


class Fact(Keys):
    """A number about the place, and where it comes from."""

    value: float
    about: About | None = None


def fact(read: Callable[[Data, Reading], float]) -> Callable[[Data, Reading], Fact]:
    """A reader of facts whose number `read` reads."""

    def read_fact(data: Data, reading: Reading) -> Fact:
        if not isinstance(data, dict):
            return Fact.model_construct(value=read(data, reading), about=None)
        keys = read_model(FactKeys, data, reading, say("a fact"))
        if keys.value is None:
            raise refuse("QW106", say("The fact has no “value”."), say("Add a line “value: …” with the number."))
        gathering = Gathering()
        value = gathering.take(("value",), read, keys.value, reading)
        gathering.close()
        return Fact.model_construct(value=value, about=keys)

    return read_fact


def fact_value(data: Data, reading: Reading) -> float:
    """The number of a fact, of any kind but a span of time."""
    return number(data, Kind.FACT, reading.grammar).value


class Context(Keys):
    """Facts about the place."""

    name: Annotated[str | None, field(text, schema=lambda: Text), Field(description="The place")] = None
    currency: Annotated[
        Currency,
        field(read_currency, empty=Currency(), schema=lambda: Currency),
        Field(description="How money is written"),
    ] = Currency()
    facts: Annotated[
        dict[str, Fact],
        field(
            each(fact(fact_value), say("a fact"), reserved=NOTHING),
            empty={},
            schema=lambda: dict[AnyName, Number | FactKeys],
        ),
        Field(description="Numbers about the place, by name, each with its unit, year and source"),
    ] = {}
    coverage: Annotated[
        dict[str, Fact],
        field(each(fact(share), say("an enabler")), empty={}, schema=lambda: dict[str, Number | FactKeys]),
        Field(description="The share of the place where an enabler, such as electricity, is there"),
    ] = {}
    note: Note = None


def unit_of_money(context: Context) -> tuple[float, str]:
    """The amount in which money is counted in tables, and its name: (1e9, 'Rp miliar')."""
    keys = context.currency
    grammar = Grammar(keys.symbol, keys.decimal)
    return number(keys.unit, Kind.MONEY, grammar).value, unit_name(keys.unit, grammar)
