"""Profile sheets as the chapters of a document that an official can put into the master plan."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quickwin.answers.explained_table import criteria, headline
from quickwin.answers.explanation import Explanation
from quickwin.answers.figures import amount, estimated, figure, percent, spoken
from quickwin.answers.profile_doubt import doubt
from quickwin.answers.profile_time import readiness, time
from quickwin.answers.profile_words import NOT_STATED
from quickwin.answers.profiles import Need, Profile, Profiles
from quickwin.answers.ranked_table import changed
from quickwin.answers.wording import joined, signed
from quickwin.say import say
from quickwin.study.backing import Cost
from quickwin.table import Column, Row, Table


def tables(profiles: Profiles) -> tuple[Table, ...]:
    """The sheets, one below the other; a sentence where there is none."""
    if not profiles.sheets:
        none = say("No program here is a quick win, and none was named. “quickwin profile ID” makes the sheet of one.")
        return (Table(profiles.title, lead=(none,)),)
    return tuple(table for sheet in profiles.sheets for table in of_sheet(sheet, profiles))


def of_sheet(sheet: Profile, profiles: Profiles) -> Iterator[Table]:
    """The chapters of one sheet, the first of which has the program's name."""
    yield head(sheet, profiles)
    yield people(sheet)
    yield links(sheet)
    yield from time(sheet)
    yield money(sheet)
    yield readiness(sheet)
    yield impact(sheet)
    yield indicators(sheet)
    yield from backing(sheet)
    yield from doubt(sheet)


def items(title: str, entries: Iterable[tuple[str, str]], *, notes: Sequence[str] = (), depth: int = 1) -> Table:
    """A chapter of items, each with what is known of it; what is not stated says so."""
    rows = tuple(Row((name, entry or NOT_STATED)) for name, entry in entries)
    return Table(
        title, (Column("item", say("Item")), Column("entry", say("Entry"))), rows, notes=notes_of(notes), depth=depth
    )


def notes_of(notes: Sequence[str]) -> tuple[str, ...]:
    """The sentences that say anything."""
    return tuple(note for note in notes if note)


def head(sheet: Profile, profiles: Profiles) -> Table:
    """What it is, whose it is and where it stands."""
    one, stated = sheet.explanation.program, sheet.stated
    held = say(", held by {gates}", gates=joined(list(one.held_by))) if one.held_by else ""
    rank = say("{rank} of {of}", rank=one.rank, of=sheet.explanation.of) if one.rank else say("not ranked here")
    entries = (
        (say("Class"), one.class_ + held),
        (say("Rank"), rank),
        (say("Score"), say("{score:.1f} of 100 points", score=one.score)),
        (say("Place"), sheet.place),
        (say("Dimension"), one.dimension or ""),
        (say("Subdimension"), stated.subdimension or ""),
        (say("Owner"), one.owner or ""),
        (say("Partners"), joined(list(stated.partners))),
    )
    table = items(one.name, entries, depth=0)
    changes = ", ".join(changed(path, value) for path, value in profiles.set.items())
    told = say("Judged with {changes}, for this run.", changes=changes) if changes else ""
    note = stated.note or ""
    return replace(table, lead=notes_of((headline(sheet.explanation), told)), notes=notes_of((note,)))


def people(sheet: Profile) -> Table:
    """The problem, and for whom it is solved."""
    stated, one = sheet.stated, sheet.explanation.program
    reach = estimated(stated.reachable, percent) or percent(one.coverage)
    return items(
        say("Problem and people"),
        (
            (say("Problem"), stated.problem or ""),
            (say("Target group"), stated.target_group or ""),
            (say("People who use it in a usual month"), estimated(stated.beneficiaries, figure)),
            (say("Share of them that it can reach"), reach),
            (say("What people do who cannot use it"), stated.fallback or ""),
        ),
    )


def links(sheet: Profile) -> Table:
    """What must be there before, and what it is to other programs."""
    gains = [
        say("{enabler}: {share}", enabler=name, share=estimated(gain, of_place))
        for name, gain in sheet.stated.provides.items()
    ]
    return items(
        say("What it needs and what it brings"),
        (
            (say("People must already have"), "; ".join(map(need, sheet.needs))),
            (say("It brings"), "; ".join(gains)),
            (say("Programs that must deliver first"), joined([one.name for one in sheet.depends_on])),
            (say("Programs that cannot be chosen with it"), joined([one.name for one in sheet.conflicts_with])),
        ),
        notes=(unlocked(sheet.explanation),),
    )


def of_place(share: float) -> str:
    """A share of the place."""
    return say("{share} of the place", share=percent(share))


def need(one: Need) -> str:
    """An enabler with its coverage here."""
    if one.coverage is None:
        return say("{enabler} (coverage here not stated)", enabler=one.enabler)
    more = say(", and what must deliver first adds {share}", share=percent(one.added)) if one.added else ""
    less = "" if one.counts else say(", but whom it can reach is stated above")
    return say(
        "{enabler} ({share} of the place have it{more}{less})",
        enabler=one.enabler,
        share=percent(one.coverage),
        more=more,
        less=less,
    )


def unlocked(explanation: Explanation) -> str:
    """The points that others owe to what it brings."""
    gains = joined([say("{name} ({points})", name=one.name, points=signed(one.points)) for one in explanation.unlocks])
    return say("What it brings gives points to others: {gains}.", gains=gains) if gains else ""


def money(sheet: Profile) -> Table:
    """What it costs, who pays and from when on."""
    stated, funding, cost = sheet.stated, sheet.stated.funding, sheet.explanation.program.cost

    def full(number: float) -> str:
        return amount(number, sheet.symbol)

    partly = cost is not None and (stated.capex is None or stated.opex_per_year is None)
    total = "" if cost is None else full(cost) + (say(", what is not stated being left out") if partly else "")
    each = "" if sheet.cost_per_beneficiary is None else full(sheet.cost_per_beneficiary)
    return items(
        say("Money"),
        (
            (say("To build or buy it, once"), estimated(stated.capex, full)),
            (say("To run it, a year"), estimated(stated.opex_per_year, full)),
            (say("Together, up to month {horizon}", horizon=sheet.times.horizon), total),
            (say("For each person who uses it"), each),
            (say("Who pays"), (funding and funding.source) or ""),
            (say("Whether there is money"), (funding and funding.status) or ""),
            (say("When it can first be spent"), opening(sheet)),
        ),
        notes=(stated.cost.note or "" if isinstance(stated.cost, Cost) else "", (funding and funding.note) or ""),
    )


def opening(sheet: Profile) -> str:
    """When money of its kind opens."""
    opens, status = sheet.times.opens, sheet.stated.funding and sheet.stated.funding.status
    if opens is None:
        return say("not judged in this round")
    if not opens:
        return say("at once")
    when = spoken(sheet.times.opens_on) or say("month {month:.1f}", month=opens)
    if status in {None, "none"}:
        why = say("nothing is stated about its money") if status is None else say("there is no money for it")
        return say("{when}: the latest date counts, as {why}", when=when, why=why)
    return when


def impact(sheet: Profile) -> Table:
    """Each criterion's part of the impact, and the way from there to the score."""
    return replace(
        criteria(sheet.explanation), title=say("Impact and score"), notes=(chain(sheet.explanation),), depth=1
    )


def chain(explanation: Explanation) -> str:
    """The losses from 100 to the score, in one line."""
    steps = [
        say("{after:.1f} ({name}, {factor:.0%})", name=step.name, factor=step.factor, after=step.after)
        for step in explanation.chain
    ]
    return say("From an ideal program to the score: {steps}.", steps=" → ".join(["100", *steps]))


def indicators(sheet: Profile) -> Table:
    """The KPIs."""
    columns = (
        Column("kpi", say("KPI")),
        Column("unit", say("Unit")),
        Column("baseline", say("Today")),
        Column("target", say("Target")),
        Column("by", say("By")),
    )
    rows = tuple(
        Row(tuple(text or NOT_STATED for text in (noted(one.name, one.note), one.unit, *one.written, one.by)))
        for one in sheet.kpi
    )
    return listed(say("How success is counted"), columns, rows)


def noted(text: str, note: str | None) -> str:
    """A text with what is noted beside it."""
    return say("{text} ({note})", text=text, note=note) if note else text


def listed(title: str, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Table:
    """A chapter with a row for each thing, or the word that nothing is stated."""
    return Table(title, columns if rows else (), rows, lead=() if rows else (say("Not stated."),), depth=1)


def backing(sheet: Profile) -> Iterator[Table]:
    """The rules that it rests on, and the documents that back it."""
    rules = tuple(Row((rule,)) for rule in sheet.stated.legal_basis)
    yield listed(say("Legal basis"), (Column("rule", say("Rule")),), rules)
    columns = (
        Column("document", say("Document")),
        Column("date", say("Date")),
        Column("address", say("Address"), "address"),
    )
    rows = tuple(
        Row((noted(one.title, one.note), one.date or NOT_STATED, one.url or NOT_STATED))
        for one in sheet.stated.evidence
    )
    yield listed(say("Evidence"), columns, rows)
