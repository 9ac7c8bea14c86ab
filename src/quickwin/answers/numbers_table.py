"""Where each number of a program is written, and what is known of it, as a table."""

from quickwin.answers.explanation import Explanation, Number
from quickwin.answers.wording import joined
from quickwin.say import counted, say
from quickwin.table import Column, Row, Table


def numbers(explanation: Explanation) -> Table:
    """Where each number was written, and what is assumed or missing."""
    home = explanation.home
    rows = tuple(Row((one.path, read_as(one), place_in(one, home), standing(one))) for one in explanation.numbers)
    columns = (
        Column("number", say("Number")),
        Column("value", say("Read as")),
        Column("place", say("Line")),
        Column("standing", say("Source")),
    )
    program, notes = explanation.program, []
    if program.missing:
        notes.append(say("Not stated, and counted against it: {names}.", names=joined(list(program.missing))))
    elsewhere: dict[str, int] = {}
    for path in program.assumed:
        if ":" in path:
            elsewhere[path.partition(":")[0]] = elsewhere.get(path.partition(":")[0], 0) + 1
    for id, count in elsewhere.items():
        notes.append(
            say(
                "It also stands on {numbers} of {id}: see “quickwin explain {id}”.",
                numbers=counted(count, say("assumed number"), say("assumed numbers")),
                id=id,
            )
        )
    return Table(say("Where each number is written: {file}", file=home), columns, rows, notes=tuple(notes))


def read_as(number: Number) -> str:
    """A number as it was read, on the scale on which it is written."""
    value = number.value
    if number.path.partition(".")[0] in {"coverage", "reachable"}:
        return f"{100 * value:.4g}%"
    if number.level:
        return number.level
    return f"{value:.10g}" if abs(value) >= 1000 else f"{value:.4g}"


def place_in(number: Number, home: str) -> str:
    """The line of a number, with its file where that is another one."""
    place = number.place
    if not place.line:
        return place.file
    return str(place.line) if place.file == home else f"{place.file}:{place.line}"


def standing(number: Number) -> str:
    """Where a number comes from, or that it is assumed and why."""
    about = number.about
    if about is None:
        return ""
    source = ", ".join(part for part in (about.source, about.date or about.year) if part)
    if about.assumed:
        return say("assumed: {note}", note=about.note or source) if about.note or source else say("assumed")
    return source or about.note or ""
