"""Why no plan is possible, as tables."""

from quickwin.answers.plan_words import lead
from quickwin.answers.planned import Planned
from quickwin.say import say
from quickwin.table import Column, Row, Table


def clash_tables(result: Planned) -> tuple[Table, ...]:
    """The constraints that cannot hold together, and what would make a plan possible."""
    found = result.clash
    if found is None:
        return ()
    columns = (Column("what", say("What is asked")), Column("where", say("Where")))
    rows = tuple(Row((bond.what, str(bond.place))) for bond in found.bonds)
    title = say("{title}: no plan is possible", title=result.title) if result.title else say("No plan is possible")
    sentence = say("This cannot hold, whatever else is given up:")
    if len(found.bonds) > 1:
        sentence = say("These cannot hold together, and each of them is needed for the clash:")
    ways = Table(
        say("Any one of these makes a plan possible" if len(found.relaxations) > 1 else "What makes a plan possible"),
        (Column("what", say("Smallest change first")),) if found.relaxations else (),
        tuple(Row((one.what,)) for one in found.relaxations),
        notes=() if found.relaxations else (say("No single change of these limits makes one possible."),),
    )
    return Table(title, columns, rows, lead=(*lead(result), sentence), notes=found.notes), ways
