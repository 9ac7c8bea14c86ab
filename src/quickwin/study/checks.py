"""What `quickwin check` looks for in a study, and from where on a number is worth a word."""

import re
from calendar import monthrange
from typing import Annotated

from pydantic import Field

from quickwin.files.yaml import Data
from quickwin.finding import Fix
from quickwin.say import say
from quickwin.study.dimension import MOST
from quickwin.study.estimate import when
from quickwin.study.mapping import Keys, field, read_model
from quickwin.study.named import NOTHING, each
from quickwin.study.note import Note
from quickwin.study.problem import quoted, refuse
from quickwin.study.quantity import Kind
from quickwin.study.reading import Reading
from quickwin.study.scalar import at_least_zero, listed, months, share, text, whole
from quickwin.study.schema import AnyName, Number, Text, When
from quickwin.study.spoken_date import spelled
from quickwin.study.vocabulary import (
    BOUGHT,
    BUILT,
    DIGITAL,
    FREE_AT_FIRST,
    OFFICES,
    ONE_OFF,
    OUTCOMES,
    OUTPUTS,
    PLACEHOLDERS,
    SITE,
)

CODE = re.compile(r"QW\d{0,3}")
DAY = re.compile(r"(\d\d)-(\d\d)")
LEAP_YEAR = 2024


texts = listed(text, say("words"))
times_over = at_least_zero(Kind.NUMBER)


def code(data: Data, reading: Reading) -> str:
    """A rule's code, such as QW401, or the beginning of several: QW4."""
    word = text(data, reading).upper()
    if not CODE.fullmatch(word):
        raise refuse(
            "QW107",
            say("{word} is not the code of a rule.", word=quoted(word)),
            say("Write a code such as QW401, or QW4 for all that begin so. “quickwin rule” lists them."),
        )
    return word


codes = listed(code, say("codes"))


def day_of_year(data: Data, reading: Reading) -> tuple[int, int]:
    """A month and a day, such as 12-31; 02-29 is the last day of February in any year."""
    found = DAY.fullmatch(text(data, reading))
    month, of_month = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (1 <= month <= 12 and 1 <= of_month <= monthrange(LEAP_YEAR, month)[1]):
        spoken = spelled(str(data))
        day = spoken if DAY.fullmatch(spoken) else ""
        raise refuse(
            "QW110",
            say("{data} is no day of the year.", data=quoted(str(data))),
            say("Write {day}.", day=day or "12-31"),
            fixes=(Fix(day),) if day else (),
        )
    return month, of_month


class Precedent(Keys):
    """How long real programs of a kind took."""

    words: Annotated[
        tuple[str, ...],
        field(texts, schema=lambda: list[Text], needs=True),
        Field(description="Words in the names of such programs", examples=["[public service mall]"]),
    ]
    months: Annotated[
        float,
        field(months, schema=lambda: Number, needs=True),
        Field(description="Months that the quickest of them took until people felt the benefit", examples=["54"]),
    ]
    source: Annotated[
        str,
        field(text, schema=lambda: Text, needs=True),
        Field(description="Which program that was, and who says so", examples=["MPP of Kotim, opened 7 Jan 2023"]),
    ]
    url: Annotated[str | None, field(text, schema=lambda: Text), Field(description="The page on which it stands")] = (
        None
    )
    date: Annotated[str | None, field(when, schema=lambda: When), Field(description="The day on which it was said")] = (
        None
    )
    note: Note = None


def precedent(data: Data, reading: Reading) -> Precedent:
    """One kind of programs and what it took."""
    return read_model(Precedent, data, reading, say("a precedent"))


class Checks(Keys):
    """What `quickwin check` looks for, and from where on."""

    select: Annotated[
        tuple[str, ...],
        field(codes, empty=(), schema=lambda: list[Text]),
        Field(description="Only these rules, by code or by its beginning; default: all"),
    ] = ()
    ignore: Annotated[
        tuple[str, ...],
        field(codes, empty=(), schema=lambda: list[Text]),
        Field(description="Not these rules"),
    ] = ()
    per_path: Annotated[
        dict[str, tuple[str, ...]],
        field(each(codes, say("a path"), reserved=NOTHING), empty={}, schema=lambda: dict[AnyName, list[Text]]),
        Field(description="Rules not for these files: `{programs/old-*.yaml: [QW5]}`, paths from criteria.yaml"),
    ] = {}
    budget_year_ends: Annotated[
        tuple[int, int],
        field(day_of_year, empty=(12, 31), schema=lambda: Text),
        Field(description="The last day, month and day, on which money of a budget year can be spent"),
    ] = (12, 31)
    bought: Annotated[
        tuple[str, ...],
        field(texts, empty=BOUGHT, schema=lambda: list[Text]),
        Field(description="Words in the names of phases in which money is spent"),
    ] = BOUGHT
    precedents: Annotated[
        tuple[Precedent, ...],
        field(listed(precedent, say("precedents")), empty=(), schema=lambda: list[Precedent]),
        Field(description="How long real programs took, by words in their names"),
    ] = ()
    one_off: Annotated[
        tuple[str, ...],
        field(texts, empty=ONE_OFF, schema=lambda: list[Text]),
        Field(description="Words in the names of programs whose benefit surely ends"),
    ] = ONE_OFF
    free_at_first: Annotated[
        tuple[str, ...],
        field(texts, empty=FREE_AT_FIRST, schema=lambda: list[Text]),
        Field(description="Words that say of money or a service that it ends after a first free time"),
    ] = FREE_AT_FIRST
    built: Annotated[
        tuple[str, ...],
        field(texts, empty=BUILT, schema=lambda: list[Text]),
        Field(description="Words in the names of programs that need a site and a permit"),
    ] = BUILT
    site: Annotated[
        tuple[str, ...],
        field(texts, empty=SITE, schema=lambda: list[Text]),
        Field(description="Words in phases, readiness items, notes and evidence that speak of a site or a permit"),
    ] = SITE
    digital: Annotated[
        tuple[str, ...],
        field(texts, empty=DIGITAL, schema=lambda: list[Text]),
        Field(description="Words in the names of programs that ask for a phone or a connection"),
    ] = DIGITAL
    outputs: Annotated[
        tuple[str, ...],
        field(texts, empty=OUTPUTS, schema=lambda: list[Text]),
        Field(description="Words of KPIs that count what was delivered, not what it changed"),
    ] = OUTPUTS
    outcomes: Annotated[
        tuple[str, ...],
        field(texts, empty=OUTCOMES, schema=lambda: list[Text]),
        Field(description="Words by which such a KPI counts use all the same: “boards delivered and in use”"),
    ] = OUTCOMES
    offices: Annotated[
        tuple[str, ...],
        field(texts, empty=OFFICES, schema=lambda: list[Text]),
        Field(description="Words with which the name of an office begins or ends"),
    ] = OFFICES
    placeholders: Annotated[
        tuple[str, ...],
        field(texts, empty=PLACEHOLDERS, schema=lambda: list[Text]),
        Field(description="Words that begin a text which is still to be replaced"),
    ] = PLACEHOLDERS
    nested: Annotated[
        tuple[str, ...],
        field(texts, empty=(), schema=lambda: list[Text]),
        Field(description="Enablers of which each needs the one before it: `[electricity, internet]`"),
    ] = ()
    most_per_owner: Annotated[
        int,
        field(whole(1, MOST), empty=10, schema=lambda: Number),
        Field(description="Candidates of one owner, at most"),
    ] = 10
    scarce: Annotated[
        float,
        field(share, empty=0.5, schema=lambda: Number),
        Field(description="Below this coverage a needed enabler is scarce"),
    ] = 0.5
    alike_names: Annotated[
        float,
        field(share, empty=0.85, schema=lambda: Number),
        Field(description="From this likeness of their names on two programs may be the same"),
    ] = 0.85
    money_far_off: Annotated[
        float,
        field(times_over, empty=100.0, schema=lambda: Number),
        Field(description="So many times above or below the middle half of all costs, an amount is doubted"),
    ] = 100.0
    widest_range: Annotated[
        float,
        field(times_over, empty=50.0, schema=lambda: Number),
        Field(description="So many times low is the highest high that is believed"),
    ] = 50.0
    least_weight: Annotated[
        float,
        field(share, empty=0.02, schema=lambda: Number),
        Field(description="A criterion with less than this share of all weights decides nothing"),
    ] = 0.02
    same_criteria: Annotated[
        float,
        field(share, empty=0.95, schema=lambda: Number),
        Field(description="From this correlation of values on two criteria say the same"),
    ] = 0.95
    clipped: Annotated[
        float,
        field(share, empty=0.5, schema=lambda: Number),
        Field(description="A larger share of candidates beyond the same end of a scale is too much"),
    ] = 0.5
    tiny_reach: Annotated[
        float,
        field(share, empty=0.0005, schema=lambda: Number),
        Field(description="A smaller share of the people is a tiny reach for a quick win"),
    ] = 0.0005
    most_uptake: Annotated[
        float,
        field(share, empty=0.2, schema=lambda: Number),
        Field(description="A larger share of the people a month is too hopeful for a digital program"),
    ] = 0.2
    oldest_fact: Annotated[
        float,
        field(months, empty=60.0, schema=lambda: Number),
        Field(description="Facts older than this before the start of the round are old"),
    ] = 60.0
    horizon_to_deadline: Annotated[
        float,
        field(times_over, empty=1.5, schema=lambda: Number),
        Field(description="The horizon is at least so many times the deadline"),
    ] = 1.5
    note: Note = None
