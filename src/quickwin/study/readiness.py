"""Readiness: how it is judged (criteria.yaml) and what a program says about it."""

from functools import partial
from typing import Annotated, Any

from pydantic import Field

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.criterion import any_value
from quickwin.study.estimate import Estimate, EstimateKeys, estimate, is_estimate
from quickwin.study.mapping import Keys, field, read_model
from quickwin.study.named import RESERVED, each, parts
from quickwin.study.note import Note
from quickwin.study.problem import Gathering, did_you_mean, quoted, refuse
from quickwin.study.quantity import Kind
from quickwin.study.reading import Reading
from quickwin.study.scalar import listed, number, share, text, weighing
from quickwin.study.scale import Ends, judged_score
from quickwin.study.schema import Number, Text
from quickwin.study.slip import certain

MOST_DELAY = 10.0
UNSURE_SCALE = {f"readiness{key}" for key in ("", ".scale", ".scale.worst", ".scale.best")}
"""Doubtful paths by which it is not known which scores are possible."""


class ScaleKeys(Keys):
    """The scale on which readiness is judged."""

    worst: Annotated[
        float, field(any_value, empty=1.0, schema=lambda: Number), Field(description="Not ready at all")
    ] = 1.0
    best: Annotated[float, field(any_value, empty=5.0, schema=lambda: Number), Field(description="Wholly ready")] = 5.0
    note: Note = None


def ends(data: Data, reading: Reading) -> Ends:
    """The scale's worst and best score."""
    keys = read_model(ScaleKeys, data, reading, say("the scale of readiness"))
    if keys.worst == keys.best:
        raise refuse("QW109", say("“worst” and “best” are the same."), say("Write two different numbers."))
    return Ends(keys.worst, keys.best)


def read_delay(data: Data, reading: Reading) -> float:
    """How much longer a wholly unready program takes, as a share of its planned months that may exceed 1."""
    value, percent = number(data, Kind.WEIGHT, reading.grammar)
    if 0 <= value <= MOST_DELAY:
        return value
    mend = say("Did you mean {data}%?", data=data) if not percent and MOST_DELAY < value <= 100 * MOST_DELAY else ""
    raise refuse(
        "QW109",
        say("{data} is outside 0% to 1000%.", data=quoted(str(data))),
        mend or say("100% means: twice as long as planned."),
    )


def read_items(data: Data, reading: Reading) -> tuple[str, ...]:
    """The names of a pillar's items, each once and none reserved."""
    names = listed(text, say("items"))(data, reading)
    for index, name in enumerate(names):
        if name in RESERVED:
            raise refuse(
                "QW112",
                say("{name} cannot be the name of an item.", name=quoted(name)),
                say("Choose another name."),
                path=(index,),
            )
        if name in names[:index]:
            raise refuse(
                "QW104",
                say("The item {name} stands here twice.", name=quoted(name)),
                say("Delete one of them."),
                path=(index,),
            )
    return names


class Pillar(Keys):
    """A pillar of readiness."""

    weight: Annotated[
        float,
        field(weighing, empty=1.0, schema=lambda: Number),
        Field(description="How much it counts beside the other pillars"),
    ] = 1.0
    items: Annotated[
        tuple[str, ...],
        field(read_items, empty=(), schema=lambda: list[Text]),
        Field(description="What is asked about it, by name"),
    ] = ()
    note: Note = None


def read_pillars(data: Data, reading: Reading) -> dict[str, Pillar]:
    """The pillars by key, their weights not all 0."""

    def pillar(given: Data, reading: Reading) -> Pillar:
        return read_model(Pillar, given, reading, say("a pillar"))

    read = each(pillar, say("a pillar"))(data, reading)
    if not read:
        raise refuse("QW106", say("There is no pillar."), say("Write at least one, or delete “pillars”."))
    if not sum(pillar.weight for pillar in read.values()):
        raise refuse("QW109", say("All weights of the pillars are 0."), say("Give at least one of them a weight."))
    return read


class Readiness(Keys):
    """How readiness is judged and what a lack of it costs."""

    scale: Annotated[Ends, field(ends, empty=Ends(1, 5), schema=lambda: ScaleKeys), Field(description="The scale")] = (
        Ends(1, 5)
    )
    assumed: Annotated[
        float,
        field(share, empty=0.5, schema=lambda: Number),
        Field(description="The readiness of a program or a pillar that says nothing about it"),
    ] = 0.5
    delay: Annotated[
        float,
        field(read_delay, empty=1.0, schema=lambda: Number),
        Field(description="How much longer than planned a wholly unready program takes"),
    ] = 1.0
    loss: Annotated[
        float,
        field(share, empty=0.3, schema=lambda: Number),
        Field(description="The chance that a wholly unready program never delivers"),
    ] = 0.3
    pillars: Annotated[
        dict[str, Pillar],
        field(read_pillars, empty={}, schema=lambda: dict[str, Pillar]),
        Field(description="What readiness is made of; without pillars it is a single number"),
    ] = {}
    note: Note = None


Stated = Estimate | dict[str, Estimate]
"""What a program states about a pillar: one estimate, or some of its items."""
StatedReadiness = Estimate | dict[str, Stated] | None

READINESS_SCHEMA: Any = Number | EstimateKeys | dict[str, Number | EstimateKeys | dict[str, Number | EstimateKeys]]


def stated_readiness(data: Data, reading: Reading) -> StatedReadiness:
    """One estimate of readiness, or what is stated about each pillar; numbers as shares of the scale.

    Raises:
        Refused: with every problem in it.
    """
    judge = reading.readiness or Readiness()
    if not isinstance(data, dict) or is_estimate(data):
        return score(data, reading, judge.scale)
    if reading.readiness is not None and not judge.pillars:
        raise refuse("QW107", say("Readiness has no pillars in criteria.yaml."), say("Write one number, such as 3."))
    gathering = Gathering()
    stated: dict[str, Stated] = {}
    for key, given in parts(data, reading, gathering, say("a pillar")):
        if reading.readiness is not None and key not in judge.pillars and key not in reading.doubtful:
            gathering.add(
                "QW202",
                say("{key} is not a pillar of readiness.", key=quoted(key)),
                did_you_mean(key, judge.pillars, say("pillars")),
                path=(key,),
                at_key=True,
                fixes=certain(key, judge.pillars, there=data),
            )
        elif given is not None:
            of_pillar = gathering.take((key,), stated_pillar, key, given, judge, reading)
            if of_pillar:
                stated[key] = of_pillar
    gathering.close()
    return stated


def stated_pillar(pillar: str, data: Data, judge: Readiness, reading: Reading) -> Stated | None:
    """What is stated about one pillar; None where it is nothing."""
    if not isinstance(data, dict) or is_estimate(data):
        return score(data, reading, judge.scale)
    known = judge.pillars[pillar].items if pillar in judge.pillars else None
    gathering = Gathering()
    stated = {}
    for key, given in parts(data, reading, gathering, say("an item")):
        if known is not None and key not in known and key not in reading.doubtful:
            gathering.add(
                "QW202",
                say("{key} is not an item of {pillar}.", key=quoted(key), pillar=quoted(pillar)),
                did_you_mean(key, known, say("items")),
                path=(key,),
                at_key=True,
                fixes=certain(key, known, there=data),
            )
        elif given is not None:
            item = gathering.take((key,), score, given, reading, judge.scale)
            if item:
                stated[key] = item
    gathering.close()
    return stated


def score(data: Data, reading: Reading, ends: Ends) -> Estimate | None:
    """A judged score of readiness as its place between worst and best, in [0, 1]."""
    if not reading.doubtful.isdisjoint(UNSURE_SCALE):
        return Estimate(0.0)
    stated = estimate(data, partial(judged_score, ends=ends), reading)
    return stated and stated.along(ends.place)
