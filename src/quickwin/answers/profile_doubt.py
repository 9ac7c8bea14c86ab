"""What a profile sheet stands on that nobody knows, and what would make a quick win of a program that is none."""

from collections.abc import Iterator
from dataclasses import replace

from quickwin.answers.decided_table import decide
from quickwin.answers.profile_words import called, called_of, id_in
from quickwin.answers.profiles import Assumed, Profile
from quickwin.answers.wording import joined
from quickwin.say import counted, say
from quickwin.table import Column, Row, Table


def doubt(sheet: Profile) -> Iterator[Table]:
    """What is assumed, what is missing, and what would make it a quick win."""
    yield assumed(sheet)
    names = [called(path, sheet) for path in sheet.missing]
    told = say("Not stated: {names}.", names=joined(names)) if names else say("Nothing that this sheet asks for.")
    yield Table(say("What is missing"), lead=(told,), depth=1)
    if sheet.explanation.program.class_ != "quick win":
        table = decide(sheet.explanation)
        rows = tuple(replace(row, cells=(called_of(str(row.cells[0]), sheet), *row.cells[1:])) for row in table.rows)
        yield replace(table, rows=rows, depth=1)


def assumed(sheet: Profile) -> Table:
    """The numbers that nobody has measured, and why they were taken so."""
    columns = (Column("number", say("Number")), Column("taken", say("Taken as")), Column("why", say("Why")))
    rows = tuple(Row((called(one.path, sheet), one.taken, why(one))) for one in sheet.assumed if why(one))
    lead = () if sheet.assumed else (say("No number is marked as assumed."),)
    notes = (*without_reason(sheet), *of_others(sheet))
    return Table(say("What is assumed"), columns if rows else (), rows, lead=lead, notes=notes, depth=1)


def without_reason(sheet: Profile) -> Iterator[str]:
    """The assumed numbers beside which nothing is noted."""
    bare = [f"{called(one.path, sheet)} ({one.taken})" for one in sheet.assumed if not why(one)]
    if bare:
        yield say("Assumed without a reason given: {names}.", names=joined(bare))


def why(one: Assumed) -> str:
    """What is noted beside an assumed number."""
    about = one.about
    return (about.note or about.source or "") if about else ""


def of_others(sheet: Profile) -> Iterator[str]:
    """The assumed numbers of other programs that the score stands on."""
    ids = [id for id in map(id_in, sheet.explanation.program.assumed) if id]
    if ids:
        yield say(
            "Its score also stands on {numbers} of what must deliver first ({ids}).",
            numbers=counted(len(ids), say("assumed number"), say("assumed numbers")),
            ids=joined(list(dict.fromkeys(ids))),
        )
