"""programs/*.yaml: one candidate program."""

from typing import Annotated, cast

from pydantic import Field

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.backing import (
    ESTIMATE,
    EVIDENCE_FORM,
    KPI_FORM,
    Cost,
    Evidence,
    Funding,
    Indicator,
    indicator,
    read_cost,
    read_evidence,
    read_funding,
)
from quickwin.study.estimate import Estimate, EstimateKeys
from quickwin.study.mapping import Keys, field, misspelt, read_mapping, read_model
from quickwin.study.note import Note
from quickwin.study.problem import Gathering, Refused, did_you_mean, enumerated, quoted, refuse
from quickwin.study.readiness import READINESS_SCHEMA, StatedReadiness, stated_readiness
from quickwin.study.reading import Reading
from quickwin.study.scalar import identifier, listed, text
from quickwin.study.schema import Number, Text
from quickwin.study.slip import certain
from quickwin.study.statement import (
    Time,
    check_enabler,
    counted,
    lasting,
    read_impact,
    read_provides,
    read_time,
    shared,
)


def read_dimension(data: Data, reading: Reading) -> str:
    """The key of a dimension, given by its key or an alias, case ignored."""
    name = text(data, reading)
    if reading.dimensions is None or name.casefold() in reading.doubtful:
        return name
    if name.casefold() not in reading.dimensions:
        mend = did_you_mean(name, reading.dimensions, say("dimensions"))
        fixes = certain(name, reading.dimensions)
        if name in reading.empty_dimensions:
            mend = say("Nothing stands behind “{name}:” in criteria.yaml: write “{name}: {{}}” there.", name=name)
            fixes = ()
        raise refuse("QW201", say("{name} is not a dimension of criteria.yaml.", name=quoted(name)), mend, fixes=fixes)
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
    fallback: Annotated[
        str | None,
        field(text, schema=lambda: Text),
        Field(description="What people do who cannot use it: no phone, no signal, an outage"),
    ] = None
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
        field(listed(indicator, say("KPIs"), KPI_FORM), empty=(), schema=lambda: list[Indicator]),
        Field(description="How its success is counted"),
    ] = ()
    legal_basis: Annotated[
        tuple[str, ...],
        field(listed(text, say("texts")), empty=(), schema=lambda: list[Text]),
        Field(description="Rules that it rests on"),
    ] = ()
    evidence: Annotated[
        tuple[Evidence, ...],
        field(listed(read_evidence, say("documents"), EVIDENCE_FORM), empty=(), schema=lambda: list[Evidence]),
        Field(description="Documents and pages that back it"),
    ] = ()
    note: Note = None

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
    is_told = "dimension" not in mapping and "dimension" in misspelt(Program, mapping)
    if mapping.get("dimension") is None and reading.dimensions and not is_told:
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
    if isinstance(needs, list) and not is_stated(mapping.get("reachable"), reading):
        for index, name in enumerate(needs):
            if isinstance(name, str) and name.strip() and not gathering.is_full:
                gathering.take(("needs", index), check_enabler, name, reading)
    gathering.close()
    return cast("Program", program)


def is_stated(reachable: Data, reading: Reading) -> bool:
    """Whether a program says whom it can reach, be it in a way that cannot be read."""
    try:
        return reachable is not None and shared(reachable, reading) is not None
    except Refused:
        return True  # the model has said so


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
            fixes=certain(name, known),
        )
