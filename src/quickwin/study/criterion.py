"""Criteria: what impact is made of, as a tree of groups and leaves with weights."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from quickwin.files.yaml import Data, Plain
from quickwin.finding import Path
from quickwin.say import say
from quickwin.study.estimate import Estimate, EstimateKeys, estimate
from quickwin.study.mapping import Keys, field, read_mapping, read_model
from quickwin.study.named import parts
from quickwin.study.note import Note
from quickwin.study.problem import Gathering, did_you_mean, quoted, refuse
from quickwin.study.quantity import Kind
from quickwin.study.reading import Reading
from quickwin.study.scalar import boolean, choice, number, text, weighing
from quickwin.study.scale import MEASURES, Ends, Points, Scale, line, read_curve, read_levels
from quickwin.study.schema import AnyName, Number, Text
from quickwin.study.slip import certain


def read_weight(data: Data, reading: Reading) -> Estimate:
    """A weight, as an estimate of a number that is not negative."""
    return estimate(data, weighing, reading) or Estimate(1.0)


def any_value(data: Data, reading: Reading) -> float:
    """An end of a scale."""
    return number(data, Kind.NUMBER, reading.grammar).value


def children(data: Data, reading: Reading) -> "dict[str, Criterion]":
    """Criteria by key, the weights of those without `factor` not all 0.

    Raises:
        Refused: with every problem of every criterion below.
    """
    gathering = Gathering()
    read = {
        key: gathering.take((key,), criterion, given, reading)
        for key, given in parts(data, reading, gathering, say("a criterion"))
        if given is not None
    }
    if not gathering.problems:
        weighted = [one.weight.point for one in read.values() if one and not one.factor]
        if not read:
            gathering.add("QW106", say("There is no criterion."), say("Write at least one criterion with its scale."))
        elif weighted and not sum(weighted):
            gathering.add(
                "QW109",
                say("All weights of this group are 0."),
                say("Give at least one of them a weight."),
                at_key=True,
            )
    gathering.close()
    return {key: one for key, one in read.items() if one is not None}


class Criterion(Keys):
    """A criterion: a group of others, or a leaf with a scale."""

    title: Annotated[str | None, field(text, schema=lambda: Text), Field(description="Its name for people")] = None
    weight: Annotated[
        Estimate,
        field(read_weight, empty=Estimate(1.0), schema=lambda: Number | EstimateKeys),
        Field(description="How much it counts beside its siblings, which are normalised to 1", examples=["30"]),
    ] = Estimate(1.0)
    measure: Annotated[
        str | None,
        field(choice(*MEASURES, what=say("measures"))),
        Field(
            description="The field of a program that it reads, in place of the program's impact.<key>",
            json_schema_extra={"enum": list(MEASURES)},
        ),
    ] = None
    per: Annotated[
        str | None,
        field(text, schema=lambda: Text),
        Field(description="The fact of the context by which it is divided"),
    ] = None
    criteria: Annotated[
        "dict[str, Criterion] | None",
        field(children, schema=lambda: dict[str, Criterion]),
        Field(description="The criteria of this group, by key"),
    ] = None
    levels: Annotated[
        dict[str, float] | None,
        field(read_levels, schema=lambda: dict[AnyName, Number]),
        Field(description="Named levels, each with its value from 0 to 1"),
    ] = None
    curve: Annotated[
        Points | None,
        field(read_curve, schema=lambda: list[list[Number]]),
        Field(description="Points [performance, value], linear between them"),
    ] = None
    worst: Annotated[
        float | None, field(any_value, schema=lambda: Number), Field(description="The performance with value 0")
    ] = None
    best: Annotated[
        float | None, field(any_value, schema=lambda: Number), Field(description="The performance with value 1")
    ] = None
    factor: Annotated[
        bool,
        field(boolean, empty=False, schema=lambda: bool),
        Field(description="true: it has no weight and multiplies the sum of the others"),
    ] = False
    note: Note = None


def criterion(data: Data, reading: Reading) -> Criterion:
    """One criterion, its keys going together.

    Raises:
        Refused: with every problem in it and below it.
    """
    mapping = read_mapping(data, say("a criterion"), say("Write its keys below it, such as “worst: 1” and “best: 5”."))
    gathering = Gathering()
    read = gathering.take((), lambda: read_model(Criterion, mapping, reading, say("a criterion")))
    check_keys({key for key, given in mapping.items() if given is not None and not is_false(given)}, gathering)
    if read and read.worst is not None and read.worst == read.best:
        gathering.add(
            "QW109", say("“worst” and “best” are the same."), say("Write two different numbers."), path=("best",)
        )
    if read and read.per is not None:
        gathering.take(("per",), lambda: divisor(read.per or "", reading))
    gathering.close()
    return read  # type: ignore[return-value]  # close has raised where it is None


def is_false(data: Data) -> bool:
    """Whether a key with this value says nothing, as `factor: false` does."""
    return isinstance(data, Plain) and data.casefold() == "false"


def check_keys(keys: set[str], gathering: Gathering) -> None:
    """Exactly one of `criteria`, `levels`, `curve`, `worst` + `best`, and nothing beside it that says nothing."""
    forms: list[str] = [form for form in ("criteria", "levels", "curve") if form in keys]
    if keys & {"worst", "best"}:
        forms.append("worst")
        for end, other in (("worst", "best"), ("best", "worst")):
            if end not in keys:
                gathering.add(
                    "QW106",
                    say("“{other}” needs “{end}” beside it.", other=other, end=end),
                    say("Add a line “{end}: …”.", end=end),
                    path=(other,),
                    at_key=True,
                )
    if not forms:
        gathering.add(
            "QW106",
            say("The criterion has no scale."),
            say("Add “worst:” and “best:”, “levels:”, “curve:”, or “criteria:” with criteria below it."),
            at_key=True,
        )
    elif len(forms) > 1:
        gathering.add(
            "QW112",
            say("{forms} cannot stand together in one criterion.", forms=say(" and ").join(map(quoted, forms))),
            say("Keep one of them."),
            path=(forms[1],),
            at_key=True,
        )
    silent = {"criteria": {"measure", "per", "factor"}, "levels": {"measure", "per"}}
    for form in forms:
        for key in sorted(silent.get(form, set()) & keys):
            gathering.add(
                "QW112",
                say("“{key}” cannot stand beside “{form}”.", key=key, form=form),
                say("Delete the line “{key}”.", key=key),
                path=(key,),
                at_key=True,
            )
    if "factor" in keys and "weight" in keys:
        gathering.add(
            "QW112",
            say("A criterion with “factor” has no weight."),
            say("Delete “weight” or “factor”."),
            path=("weight",),
            at_key=True,
        )


def divisor(fact: str, reading: Reading) -> float:
    """The fact of the context by which a measure is divided.

    Raises:
        Refused: the context has no such fact, or it is 0.
    """
    if reading.facts is None:
        return 1.0
    if fact not in reading.facts and fact in reading.doubtful:
        return 1.0
    if fact not in reading.facts:
        raise refuse(
            "QW203",
            say("The context has no fact {fact}.", fact=quoted(fact)),
            did_you_mean(fact, reading.facts, say("facts")),
            fixes=certain(fact, reading.facts),
        )
    if not reading.facts[fact]:
        raise refuse(
            "QW109",
            say("The fact {fact} is 0; nothing can be divided by it.", fact=quoted(fact)),
            say("Correct the fact in the context."),
        )
    return reading.facts[fact]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A criterion that has a scale, and where it stands in the tree.

    `weight` is its share of the whole, 0..1; 0 for a factor, which has none.
    """

    key: str
    path: Path
    criterion: Criterion
    scale: Scale
    weight: float

    @property
    def title(self) -> str:
        """Its name for people."""
        return self.criterion.title or self.key


def leaves(criteria: dict[str, Criterion], facts: Mapping[str, float]) -> Iterator[Leaf]:
    """The leaves in the order of the file, with global weights that sum to 1; a factor's weight is 0."""
    yield from _leaves(criteria, facts, ("criteria",), 1.0)


def _leaves(criteria: dict[str, Criterion], facts: Mapping[str, float], path: Path, share: float) -> Iterator[Leaf]:
    total = sum(one.weight.point for one in criteria.values() if not one.factor)
    for key, one in criteria.items():
        weight = 0.0 if one.factor else share * (one.weight.point / total)
        if one.criteria is None:
            yield Leaf(key, (*path, key), one, scale_of(one, facts), weight)
        else:
            yield from _leaves(one.criteria, facts, (*path, key, "criteria"), weight)


def scale_of(one: Criterion, facts: Mapping[str, float]) -> Scale:
    """The scale of a leaf."""
    divided = facts[one.per] if one.per is not None and one.per in facts else 1.0
    if one.levels is not None:
        return Scale(line(0.0, 1.0), levels=one.levels)
    if one.curve is not None:
        return Scale(one.curve, divisor=divided)
    ends = Ends(one.worst or 0.0, one.best or 0.0)
    return Scale(line(*ends), ends=None if one.measure else ends, divisor=divided)
