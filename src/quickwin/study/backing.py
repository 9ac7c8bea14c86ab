"""What backs a program: its cost, its funding, its indicators and its evidence."""

from typing import Annotated, Any

from pydantic import Field

from quickwin.files.yaml import Data, Plain
from quickwin.finding import Fix
from quickwin.say import say
from quickwin.study.estimate import Estimate, EstimateKeys, is_estimate, when
from quickwin.study.mapping import Keys, describe, field, read_model
from quickwin.study.note import Note
from quickwin.study.problem import did_you_mean, quoted, refuse
from quickwin.study.reading import Reading
from quickwin.study.scalar import text
from quickwin.study.schema import Number, Text, When
from quickwin.study.slip import certain
from quickwin.study.statement import measured, paid

ESTIMATE: Any = Number | EstimateKeys


class Cost(Keys):
    """What a program costs."""

    capex: Annotated[
        Estimate | None, field(paid, schema=lambda: ESTIMATE), Field(description="Money to build or buy it, once")
    ] = None
    opex_per_year: Annotated[
        Estimate | None, field(paid, schema=lambda: ESTIMATE), Field(description="Money to run it, a year")
    ] = None
    note: Note = None


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
    note: Note = None


def read_funding(data: Data, reading: Reading) -> Funding:
    """Who pays, its status one that is known where money is judged."""
    if isinstance(data, str):
        is_status = data in (reading.statuses or ())
        form = f"{{status: {data}}}" if is_status else "{source: …, status: …}"
        raise refuse(
            "QW107",
            say("Found {found} where funding should stand.", found=describe(data)),
            say("Write {form}.", form=form),
            fixes=(Fix(form, len(data)),) if is_status and isinstance(data, Plain) else (),
        )
    read = read_model(Funding, data, reading, say("funding"))
    if reading.statuses is None:
        return read
    if read.status is not None and read.status not in reading.statuses and read.status not in reading.doubtful:
        raise refuse(
            "QW203",
            say("{status} is not a status of funding.", status=quoted(read.status)),
            did_you_mean(read.status, reading.statuses, say("statuses")),
            path=("status",),
            fixes=certain(read.status, reading.statuses),
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
    note: Note = None


class Evidence(Keys):
    """A document or page that backs the program."""

    title: Annotated[
        str,
        field(text, schema=lambda: Text, needs=True),
        Field(description="What it is", examples=["Regent's decree 5/2022"]),
    ]
    url: Annotated[str | None, field(text, schema=lambda: Text), Field(description="Where it can be read")] = None
    date: Annotated[str | None, field(when, schema=lambda: When), Field(description="Its date")] = None
    note: Note = None


KPI_FORM = "{name: …, baseline: …, target: …, by: 2028-06}"
EVIDENCE_FORM = "{title: …, url: …, date: …}"


def indicator(data: Data, reading: Reading) -> Indicator:
    """One KPI."""
    return read_model(Indicator, data, reading, say("a KPI"), say("Write {form}.", form=KPI_FORM))


def read_evidence(data: Data, reading: Reading) -> Evidence:
    """One document or page."""
    return read_model(Evidence, data, reading, say("evidence"), say("Write {form}.", form=EVIDENCE_FORM))
