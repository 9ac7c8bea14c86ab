"""A plan as tables: its calendar, its money, and who was left out."""

from collections.abc import Iterator

from quickwin.answers.plan_words import headline, lead, legend, notes
from quickwin.answers.planned import Calendar, Chosen, Planned
from quickwin.say import say
from quickwin.table import Cell, Column, Kind, Row, Table

WIDEST = 36
"""Months that a calendar shows one by one; beyond, a sign stands for several."""
AT_WORK, FELT, LIFTED = 1.0, 2.0, 3.0
"""What a month of a program's calendar holds."""
WORTH_A_COLUMN = 0.05


def tables(result: Planned) -> tuple[Table, ...]:
    """The plan, its money by year, and who was left out and why; or why there is no plan."""
    if result.clash is not None:
        from quickwin.answers.clash_table import clash_tables  # noqa: PLC0415  # only where no plan is possible

        return (*clash_tables(result), *asked_for(result))
    found = [calendar(result)]
    if result.benefit is not None:
        found += [money(result), *([left_out(result)] if result.left_out else [])]
    return (*found, *asked_for(result))


def asked_for(result: Planned) -> Iterator[Table]:
    """What is shown only where it was asked for."""
    if result.binds is not None:
        from quickwin.answers.binds import table  # noqa: PLC0415  # only where it is asked for

        yield table(result.binds, dict(result.names))
    if result.frontier:
        from quickwin.answers.frontier import table as of_frontier  # noqa: PLC0415  # the same

        yield of_frontier(result.frontier, dict(result.names), result.money)
    if result.sure is not None:
        from quickwin.answers.sure_table import tables as of_draws  # noqa: PLC0415  # the same

        yield from of_draws(result.sure, result.calendar)


def calendar(result: Planned) -> Table:
    """Each program of the plan with its months as a bar."""
    unlocks = any(one.unlocked >= WORTH_A_COLUMN for one in result)
    columns = [
        Column("name", say("Program")),
        Column("dimension", say("Dimension"), spare=3),
        Column("owner", say("Owner"), spare=4),
        Column("start", say("Starts")),
        Column("delivers", say("Felt from")),
        calendar_column(result.calendar),
        Column("cost", say("Cost"), "money", 2),
        Column("benefit", say("Benefit"), "points"),
    ]
    columns += [Column("unlocked", say("Unlocked"), "points", 2)] if unlocks else []
    rows = tuple(Row(tuple(cell(one, column.key, result) for column in columns)) for one in result)
    return Table(
        say("{title}: the plan", title=result.title) if result.title else say("The plan"),
        tuple(columns) if rows else (),
        rows,
        lead=(*lead(result), headline(result)),
        notes=(*legend(result), *notes(result)),
        money=result.money,
    )


def calendar_column(of: Calendar) -> Column:
    """The column of months, headed by their years."""
    return Column("calendar", ruler(of), "calendar", 1)


def cell(program: Chosen, key: str, result: Planned) -> Cell:
    """What stands in a column for a program."""
    if key in {"start", "delivers"}:
        return result.calendar.name(getattr(program, key))
    if key == "cost":
        return program.spent if program.priced else None
    if key == "calendar":
        return months(program, result.calendar)
    value: Cell = getattr(program, key)
    return value


def months(program: Chosen, of: Calendar, *, step: int | None = None) -> tuple[float, ...]:
    """What each month of the calendar holds, or each stretch of so many as a sign stands for, by the most of it."""
    found = [0.0] * of.horizon
    for month in range(program.start, program.delivers):
        found[month] = AT_WORK
    for month, share in enumerate(program.coverage):
        if share is not None:
            found[month] = LIFTED if share - program.alone > 1e-9 else FELT
    step = step or stride(of)
    return tuple(max(found[begin : begin + step]) for begin in range(0, of.horizon, step))


def stride(of: Calendar) -> int:
    """How many months a sign of the calendar stands for."""
    return -(-of.horizon // WIDEST)


def ruler(of: Calendar) -> str:
    """The head of the calendar: each year stands at its January, or at the first month; or months are counted."""
    step = stride(of)
    marks = ["."] * -(-of.horizon // step)
    for place in range(len(marks)):
        day = of.day(place * step)
        begins = place == 0 or (day.month <= step if day else place * step % 12 == 0)
        text = f"'{day:%y}" if day else str(place * step)
        if begins and place + len(text) <= len(marks):
            if place and marks[place - 1] != ".":
                marks[:place] = "." * place
            marks[place : place + len(text)] = text
    return "".join(marks)


def money(result: Planned) -> Table:
    """What the plan costs in each year, beside the budget."""
    in_all = result.budget is not None
    columns = [Column("year", say("Year")), Column("spent", say("Spent"), "money")]
    limited = any(one.budget is not None for one in result.years)
    if limited or in_all:
        columns += [Column("budget", say("Budget"), "money"), Column("left", say("Left"), "money")]
    rows = [
        (one.year, one.spent, one.budget, None if one.budget is None else one.budget - one.spent)
        for one in result.years
    ]
    rows.append(
        (say("in all"), result.spent, result.budget, None if not in_all else (result.budget or 0) - result.spent)
    )
    cells = tuple(Row(row[: len(columns)]) for row in rows)
    return Table(say("The money"), tuple(columns), cells, money=result.money)


def left_out(result: Planned) -> Table:
    """Who was left out, and why."""
    columns = (Column("name", say("Program")), Column("reason", say("Reason")), Column("why", say("Why")))
    rows = tuple(Row((one.name, one.reason, one.why)) for one in result.left_out)
    return Table(say("Left out"), columns, rows)


SHEET: tuple[tuple[str, Kind], ...] = (
    ("id", "text"),
    ("name", "text"),
    ("dimension", "text"),
    ("owner", "text"),
    ("chosen", "text"),
    ("start", "count"),
    ("delivers", "count"),
    ("ends", "count"),
    ("start_month", "text"),
    ("delivers_month", "text"),
    ("benefit", "points"),
    ("unlocked", "points"),
)


def sheet(result: Planned) -> Table:
    """Every program, chosen or not, with every number of it, for a spreadsheet."""
    years = [one.year for one in result.years]
    keys = [*(key for key, _ in SHEET), *(f"cost_{year}" for year in years), "reason", "why"]
    kinds = dict(SHEET)
    columns = tuple(Column(key, key, kinds.get(key, "text" if key in {"reason", "why"} else "number")) for key in keys)
    return Table(result.title, columns, tuple(of_sheet(result, years)))


def of_sheet(result: Planned, years: list[str]) -> Iterator[Row]:
    """The rows of the sheet."""
    for one in result.programs:
        yield Row(
            (
                *(one.id, one.name, one.dimension, one.owner, say("yes"), one.start, one.delivers, one.ends),
                *(result.calendar.key(month) for month in (one.start, one.delivers)),
                *(one.benefit, one.unlocked, *(one.cost.get(year, 0.0) for year in years), None, None),
            )
        )
    for out in result.left_out:
        empty: tuple[None, ...] = (None,) * (len(SHEET) - 5 + len(years))
        yield Row((out.id, out.name, out.dimension, out.owner, say("no"), *empty, out.reason, out.why))
