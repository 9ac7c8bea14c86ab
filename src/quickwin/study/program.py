"""programs/*.yaml: one candidate program."""

from typing import Annotated, Any, cast

from pydantic import Field

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.criteria import NOTE
from quickwin.study.estimate import Estimate, EstimateKeys, estimate, is_estimate, when
from quickwin.study.mapping import Keys, field, read_mapping, read_model
from quickwin.study.named import each, parts
from quickwin.study.problem import Gathering, did_you_mean, enumerated, quoted, refuse
from quickwin.study.readiness import READINESS_SCHEMA, StatedReadiness, stated_readiness
from quickwin.study.reading import Reading
from quickwin.study.scalar import count, identifier, listed, money, months, share, text
from quickwin.study.scale import any_number
from quickwin.study.schema import Number, Text, When

ESTIMATE: Any = Number | EstimateKeys


def counted(data: Data, reading: Reading) -> Estimate | None:
    """A number of people."""
    return estimate(data, count, reading)


def shared(data: Data, reading: Reading) -> Estimate | None:
    """A share of the target group."""
    return estimate(data, share, reading)


def paid(data: Data, reading: Reading) -> Estimate | None:
    """An amount of money."""
    return estimate(data, money, reading)


def measured(data: Data, reading: Reading) -> Estimate | None:
    """Any number, such as that of an indicator."""
    return estimate(data, any_number, reading)


def span(data: Data, reading: Reading) -> Estimate | None:
    """A span of time in months."""
    return estimate(data, months, reading)


def lasting(data: Data, reading: Reading) -> Estimate | None:
    """How long a benefit is felt, above 0."""

    def above_zero(data: Data, reading: Reading) -> float:
        value = months(data, reading)
        if not value:
            raise refuse(
                "QW109",
                say("A benefit that lasts 0 months is none."),
                say("Write how long it is felt, or delete the line: it then lasts to the horizon."),
            )
        return value

    return estimate(data, above_zero, reading)


Time = Estimate | dict[str, Estimate]


def read_time(data: Data, reading: Reading) -> Time:
    """Months to the first benefit, as one estimate or as phases.

    Raises:
        Refused: with every problem in it, or nothing is stated.
    """
    if isinstance(data, dict) and not is_estimate(data):
        phases = {name: months for name, months in each(span, say("a phase"))(data, reading).items() if months}
        if phases:
            return phases
    else:
        stated = span(data, reading)
        if stated:
            return stated
    raise refuse("QW106", say("No time is stated."), say("Write the months until the benefit is felt, for example 6."))


def read_impact(data: Data, reading: Reading) -> dict[str, Estimate]:
    """The performance on each criterion that the program states, by the criterion's key."""
    gathering = Gathering()
    stated = {}
    for key, given in parts(data, reading, gathering, say("a criterion")):
        leaf = reading.leaves.get(key) if reading.leaves is not None else None
        if leaf is None:
            if reading.leaves is not None and key not in reading.doubtful:
                known = [name for name, one in reading.leaves.items() if not one.criterion.measure]
                gathering.add(
                    "QW202",
                    say("{key} is not a criterion of criteria.yaml with a scale.", key=quoted(key)),
                    did_you_mean(key, known, say("criteria")),
                    path=(key,),
                    at_key=True,
                )
        elif leaf.criterion.measure:
            gathering.add(
                "QW112",
                say(
                    "{key} is measured: it is read from {measure}.",
                    key=quoted(key),
                    measure=quoted(leaf.criterion.measure),
                ),
                say("Delete this line and write {measure} in the program.", measure=quoted(leaf.criterion.measure)),
                path=(key,),
                at_key=True,
            )
        elif given is not None:
            performance = gathering.take((key,), leaf.scale.read, given, reading)
            if performance:
                stated[key] = performance
    gathering.close()
    return stated


def check_enabler(name: str, reading: Reading) -> None:
    """Refuse an enabler that the context's coverage does not know."""
    if reading.enablers is not None and name not in reading.enablers and name not in reading.doubtful:
        raise refuse(
            "QW203",
            say("The context has no coverage of {name}.", name=quoted(name)),
            did_you_mean(name, reading.enablers, say("enablers"))
            if reading.enablers
            else say("Add it to “coverage” in the context that criteria.yaml names, or state “reachable”."),
            at_key=True,
        )


def read_provides(data: Data, reading: Reading) -> dict[str, Estimate]:
    """The coverage that the program adds, by enabler."""
    gathering = Gathering()
    added = {}
    for name, given in parts(data, reading, gathering, say("an enabler")):
        gathering.take((name,), check_enabler, name, reading)
        gain = None if given is None else gathering.take((name,), shared, given, reading)
        if gain:
            added[name] = gain
    gathering.close()
    return added


class Cost(Keys):
    """What a program costs."""

    capex: Annotated[
        Estimate | None, field(paid, schema=lambda: ESTIMATE), Field(description="Money to build or buy it, once")
    ] = None
    opex_per_year: Annotated[
        Estimate | None, field(paid, schema=lambda: ESTIMATE), Field(description="Money to run it, a year")
    ] = None
    note: Annotated[str | None, field(text, schema=lambda: Text), NOTE] = None


def read_cost(data: Data, reading: Reading) -> Cost | Estimate | None:
    """What it costs; one amount is capex."""
    if isinstance(data, dict) and not is_estimate(data):
        return read_model(Cost, data, reading, say("a cost"))
    return paid(data, reading)


class Funding(Keys):
    """Who pays, and when the money opens."""

    source: Annotated[str | None, field(text, schema=lambda: Text), Field(description="Who pays, such as APBD")] = None
    status: Annotated[
        str | None,
        field(text, schema=lambda: Text),
        Field(description="secured, none, or a kind of money of budget_opens in criteria.yaml"),
    ] = None
    note: Annotated[str | None, field(text, schema=lambda: Text), NOTE] = None


def read_funding(data: Data, reading: Reading) -> Funding:
    """Who pays, its status one that is known where money is judged."""
    read = read_model(Funding, data, reading, say("funding"))
    if reading.statuses is None:
        return read
    if read.status is not None and read.status not in reading.statuses and read.status not in reading.doubtful:
        raise refuse(
            "QW203",
            say("{status} is not a status of funding.", status=quoted(read.status)),
            did_you_mean(read.status, reading.statuses, say("statuses")),
            path=("status",),
        )
    return read


class Indicator(Keys):
    """A KPI: what is counted, from where to where, by when."""

    name: Annotated[
        str,
        field(text, schema=lambda: Text, needs=True),
        Field(description="What is counted", examples=["villages online"]),
    ]
    unit: Annotated[str | None, field(text, schema=lambda: Text), Field(description="In what it is counted")] = None
    baseline: Annotated[
        Estimate | None, field(measured, schema=lambda: ESTIMATE), Field(description="The number today")
    ] = None
    target: Annotated[
        Estimate | None, field(measured, schema=lambda: ESTIMATE), Field(description="The number to reach")
    ] = None
    by: Annotated[str | None, field(when, schema=lambda: When), Field(description="By when, such as 2023-06")] = None
    note: Annotated[str | None, field(text, schema=lambda: Text), NOTE] = None


class Evidence(Keys):
    """A document or page that backs the program."""

    title: Annotated[
        str,
        field(text, schema=lambda: Text, needs=True),
        Field(description="What it is", examples=["Regent's decree 5/2022"]),
    ]
    url: Annotated[str | None, field(text, schema=lambda: Text), Field(description="Where it can be read")] = None
    date: Annotated[str | None, field(when, schema=lambda: When), Field(description="Its date")] = None
    note: Annotated[str | None, field(text, schema=lambda: Text), NOTE] = None


def indicator(data: Data, reading: Reading) -> Indicator:
    """One KPI."""
    return read_model(Indicator, data, reading, say("a KPI"))


def read_evidence(data: Data, reading: Reading) -> Evidence:
    """One document or page."""
    return read_model(Evidence, data, reading, say("evidence"))


def read_dimension(data: Data, reading: Reading) -> str:
    """The key of a dimension, given by its key or an alias, case ignored."""
    name = text(data, reading)
    if reading.dimensions is None or name.casefold() in reading.doubtful:
        return name
    if name.casefold() not in reading.dimensions:
        raise refuse(
            "QW201",
            say("{name} is not a dimension of criteria.yaml.", name=quoted(name)),
            did_you_mean(name, reading.dimensions, say("dimensions")),
        )
    return reading.dimensions[name.casefold()]


class Program(Keys):
    """A candidate program."""

    id: Annotated[
        str | None, field(identifier, schema=lambda: Text), Field(description="Its id; default: the file's name")
    ] = None
    name: Annotated[
        str,
        field(text, schema=lambda: Text, needs=True),
        Field(description="Its name", examples=["Internet for village offices"]),
    ]
    dimension: Annotated[
        str | None, field(read_dimension, schema=lambda: Text), Field(description="The dimension that it serves")
    ] = None
    subdimension: Annotated[
        str | None, field(text, schema=lambda: Text), Field(description="The part of the dimension")
    ] = None
    owner: Annotated[
        str | None, field(text, schema=lambda: Text), Field(description="The office that answers for it")
    ] = None
    partners: Annotated[
        tuple[str, ...],
        field(listed(text, say("offices")), empty=(), schema=lambda: list[Text]),
        Field(description="Other offices that take part"),
    ] = ()
    problem: Annotated[
        str | None, field(text, schema=lambda: Text), Field(description="The problem that it solves")
    ] = None
    target_group: Annotated[str | None, field(text, schema=lambda: Text), Field(description="Whom it is for")] = None
    beneficiaries: Annotated[
        Estimate | None,
        field(counted, schema=lambda: ESTIMATE),
        Field(description="People who use it in a usual month once it runs, if every enabler were there"),
    ] = None
    time_to_benefit: Annotated[
        Time,
        field(read_time, schema=lambda: ESTIMATE | dict[str, ESTIMATE], needs=True),
        Field(description="Months until the benefit is felt, or phases of months", examples=["6"]),
    ]
    lasts: Annotated[
        Estimate | None,
        field(lasting, schema=lambda: ESTIMATE),
        Field(description="How long the benefit is felt; default: to the horizon"),
    ] = None
    impact: Annotated[
        dict[str, Estimate],
        field(read_impact, empty={}, schema=lambda: dict[str, ESTIMATE]),
        Field(description="How it performs on each criterion of criteria.yaml"),
    ] = {}
    needs: Annotated[
        tuple[str, ...],
        field(listed(text, say("enablers")), empty=(), schema=lambda: list[Text]),
        Field(description="Enablers that people must already have, such as electricity"),
    ] = ()
    provides: Annotated[
        dict[str, Estimate],
        field(read_provides, empty={}, schema=lambda: dict[str, ESTIMATE]),
        Field(description="Coverage of an enabler that it adds for everyone else"),
    ] = {}
    reachable: Annotated[
        Estimate | None,
        field(shared, schema=lambda: ESTIMATE),
        Field(description="The share of its people that it can reach, in place of the coverage of its needs"),
    ] = None
    cost: Annotated[
        Cost | Estimate | None,
        field(read_cost, schema=lambda: Number | EstimateKeys | Cost),
        Field(description="What it costs; one amount is capex"),
    ] = None
    funding: Annotated[
        Funding | None,
        field(read_funding, schema=lambda: Funding),
        Field(description="Who pays, and when the money opens"),
    ] = None
    readiness: Annotated[
        StatedReadiness,
        field(stated_readiness, schema=lambda: READINESS_SCHEMA),
        Field(description="How ready the owner is: items, or a number a pillar, or one number"),
    ] = None
    depends_on: Annotated[
        tuple[str, ...],
        field(listed(text, say("ids")), empty=(), schema=lambda: list[Text]),
        Field(description="Programs that must deliver first, by id"),
    ] = ()
    conflicts_with: Annotated[
        tuple[str, ...],
        field(listed(text, say("ids")), empty=(), schema=lambda: list[Text]),
        Field(description="Programs that cannot be chosen with it, by id"),
    ] = ()
    kpi: Annotated[
        tuple[Indicator, ...],
        field(listed(indicator, say("KPIs")), empty=(), schema=lambda: list[Indicator]),
        Field(description="How its success is counted"),
    ] = ()
    legal_basis: Annotated[
        tuple[str, ...],
        field(listed(text, say("texts")), empty=(), schema=lambda: list[Text]),
        Field(description="Rules that it rests on"),
    ] = ()
    evidence: Annotated[
        tuple[Evidence, ...],
        field(listed(read_evidence, say("documents")), empty=(), schema=lambda: list[Evidence]),
        Field(description="Documents and pages that back it"),
    ] = ()
    note: Annotated[str | None, field(text, schema=lambda: Text), NOTE] = None

    @property
    def capex(self) -> Estimate | None:
        """Money to build or buy it, once."""
        return self.cost.capex if isinstance(self.cost, Cost) else self.cost

    @property
    def opex_per_year(self) -> Estimate | None:
        """Money to run it, a year."""
        return self.cost.opex_per_year if isinstance(self.cost, Cost) else None


def read_program(data: Data, reading: Reading) -> Program:
    """A program, with what must hold between its keys.

    Raises:
        Refused: with every problem in it.
    """
    listed_mend = say("Write it without the “- ” before its first key; between two programs put a line with only ---.")
    mapping = read_mapping(
        data, say("a program"), listed_mend if isinstance(data, list) else say("Write it as lines of “key: value”.")
    )
    gathering = Gathering()
    program = gathering.take((), lambda: read_model(Program, mapping, reading, say("a program")))
    if mapping.get("dimension") is None and reading.dimensions:
        gathering.add(
            "QW106",
            say("A program needs “dimension”: the dimension that it serves."),
            say(
                "Add a line “dimension: …” with one of: {names}.",
                names=enumerated(dict.fromkeys(reading.dimensions.values())),
            ),
        )
    elif isinstance(mapping.get("subdimension"), str):
        gathering.take(("subdimension",), lambda: check_subdimension(mapping, reading))
    needs = mapping.get("needs")
    if mapping.get("reachable") is None and isinstance(needs, list):
        for index, name in enumerate(needs):
            if isinstance(name, str) and name.strip() and not gathering.is_full:
                gathering.take(("needs", index), check_enabler, name, reading)
    gathering.close()
    return cast("Program", program)


def check_subdimension(mapping: dict[str, Data], reading: Reading) -> None:
    """Refuse a subdimension that its dimension does not list, where it lists any."""
    name, dimension = str(mapping["subdimension"]), mapping.get("dimension")
    key = (reading.dimensions or {}).get(str(dimension).casefold())
    known = reading.subdimensions.get(key, ()) if key else ()
    if known and name.casefold() not in {one.casefold() for one in known}:
        raise refuse(
            "QW201",
            say("{name} is not a subdimension of {dimension}.", name=quoted(name), dimension=quoted(str(key))),
            did_you_mean(name, known, say("subdimensions")),
        )
