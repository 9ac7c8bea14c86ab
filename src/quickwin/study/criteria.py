"""criteria.yaml: how to judge."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.context import Context
from quickwin.study.criterion import Criterion, children
from quickwin.study.dimension import MOST, Dimension, read_dimensions
from quickwin.study.estimate import unread
from quickwin.study.mapping import Keys, field, read_model
from quickwin.study.note import Note
from quickwin.study.plan import Plan
from quickwin.study.problem import refuse
from quickwin.study.readiness import Readiness
from quickwin.study.reading import Reading
from quickwin.study.scalar import choice, share, text, weighing, whole
from quickwin.study.schema import AnyName, Number, Text, When
from quickwin.study.times import months_or_date, opening_dates, read_date, whole_months

if TYPE_CHECKING:
    from quickwin.study.checks import Checks

FORMAT = 1


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
    note: Note = None


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
    note: Note = None


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
    stated = [key for key in ("impact", "time") if getattr(read, key) is not None]
    if stated and isinstance(data, dict) and data.get("kind") is None:
        raise refuse(
            "QW112",
            say("The model has weights, which count in a sum only, but does not say “kind: sum”."),
            say("Add a line “kind: sum” to the model, or delete its weights."),
            path=(stated[0],),
            at_key=True,
        )
    return read


def section(kind: type[Keys], what: str) -> Callable[[Data, Reading], Any]:
    """A reader of a mapping that is a model of ours."""
    return lambda data, reading: read_model(kind, data, reading, what)


def checking() -> Any:
    """The model of `check:`, imported where it is asked for: no score reads it."""
    from quickwin.study.checks import Checks  # noqa: PLC0415  # most commands never need it

    return Checks


def read_checks(data: Data, reading: Reading) -> Any:
    """What `quickwin check` looks for."""
    return read_model(checking(), data, reading, say("check"))


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
        field(opening_dates, schema=lambda: dict[AnyName, When]),
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
    check: Annotated[
        Any,
        field(read_checks, schema=checking),
        Field(description="What `quickwin check` looks for, and from where on"),
    ] = None
    note: Note = None

    @property
    def checks(self) -> "Checks":
        """What `quickwin check` looks for: as written, or what is usual."""
        checks: Checks = self.check or checking()()
        return checks
