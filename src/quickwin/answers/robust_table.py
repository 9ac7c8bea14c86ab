"""A study's robustness as tables: the ranks, the weights that decide, and what is worth finding out."""

from collections.abc import Iterator
from itertools import pairwise

from quickwin.answers.deciding import Decides, Range
from quickwin.answers.deciding_words import nearest_turn, on_knowledge, on_weights
from quickwin.answers.methods_table import tables as by_methods
from quickwin.answers.robust_words import PLACES, SURE, lead, notes
from quickwin.answers.robustness import Robust, Robustness
from quickwin.answers.worth import Known
from quickwin.say import say
from quickwin.table import Cell, Column, Kind, Row, Table, Tone

MOST_NUMBERS = 12
"""Numbers worth finding out that a table shows."""


def tables(result: Robustness) -> tuple[Table, ...]:
    """The ranks with what they say, the weights that decide, and what is worth finding out."""
    found = [ranks(result), weights(result), numbers(result)]
    found += [result.promotion.table()] if result.promotion else []
    return (*(one for one in found if one), *(by_methods(result.methods) if result.methods else ()))


def ranks(result: Robustness) -> Table:
    """Each program with its score, its chances, and the picture of its ranks."""
    columns = (
        Column("rank", "#", "count"),
        Column("name", say("Program")),
        Column("score", say("Score"), "points"),
        Column("expected_score", say("Mean"), "points", 2),
        Column("interval", say("90% within"), spare=3),
        Column("first", say("First"), "share", 1),
        Column("top", say("Top\u00a0{k}", k=result.top), "share"),
        Column("quick_win", say("Quick win"), "share"),
        Column("ranks", say("Ranks 1–{last}", last=len(result)), "spread", 4),
    )
    rows = tuple(Row(tuple(cell(one, column.key) for column in columns), tone(one)) for one in result)
    return Table(result.title, columns, rows, lead=tuple(lead(result)), notes=tuple(notes(result)))


def tone(program: Robust) -> Tone:
    """Set off what is surely a quick win, and what may be one."""
    if program.quick_win >= SURE:
        return "good"
    return "held" if program.quick_win > 1 - SURE else "plain"


def cell(program: Robust, key: str) -> Cell:
    """What stands in a column for a program."""
    if key == "interval":
        return say("{low:.0f}–{high:.0f}", low=program.interval[0], high=program.interval[1])
    if key == "ranks":
        return in_places(program.acceptability)
    value: Cell = getattr(program, key)
    return value


def in_places(acceptability: tuple[float, ...]) -> tuple[float, ...]:
    """The chances of ranks gathered in as many places as a picture has, or as there are ranks.

    >>> in_places((0.5, 0.25, 0.25))
    (0.5, 0.25, 0.25)
    """
    many, ranks = min(PLACES, len(acceptability)), len(acceptability)
    bounds = [place * ranks // many for place in range(many + 1)]
    return tuple(sum(acceptability[begin:end]) for begin, end in pairwise(bounds))


def weights(result: Robustness) -> Table | None:
    """How far each weight may move before something turns."""
    if not result.deciding.weights:
        return None
    columns = (
        Column("criterion", say("Weight of")),
        Column("share", say("Now"), "share"),
        Column("first", say("First stays")),
        Column("top", say("Top {k} stays", k=result.top)),
        Column("quick_wins", say("Quick wins stay")),
        Column("turn", say("Nearest turn")),
    )
    rows = tuple(Row(of_weight(one, result)) for one in result.deciding.weights)
    return Table(say("Which weights decide"), columns, rows, notes=tuple(on_weights(result)))


def of_weight(one: Decides, result: Robustness) -> tuple[Cell, ...]:
    """One weight as a row."""
    title = result.titles.get(one.criterion, one.criterion)
    name = (
        title
        if one.group is None
        else say("{title} (in {group})", title=title, group=result.titles.get(one.group, one.group))
    )
    return (name, one.share, between(one.first), between(one.top), between(one.quick_wins), nearest_turn(one, result))


def between(one: Range) -> str:
    """The shares between which a set stays as it is."""
    if one.below is None and one.above is None:
        return say("always")
    low = f"{100 * one.low:.1f}" if one.below else "0"
    high = f"{100 * one.high:.1f}" if one.above else "100"
    return f"{low}–{high}%"


def numbers(result: Robustness) -> Table:
    """The numbers most worth knowing: those that somebody may find out, then the weights, which the room agrees on."""
    known, names = result.knowledge.numbers, {one.id: one.name for one in result}
    found = [one for one in known if one.program is not None][:MOST_NUMBERS]
    agreed = [one for one in known if one.program is None]
    rows = [
        Row((say("To be found out"), number(one), names.get(one.program or "", one.program), gained(one)))
        for one in found
    ]
    rows += [Row((say("To be agreed on in the room"), weight_of(one, result), None, gained(one))) for one in agreed]
    columns = (
        Column("kind", say("Kind")),
        Column("number", say("Number")),
        Column("program", say("Of")),
        Column("gain", say("Points gained")),
    )
    title = say("What is worth finding out")
    return Table(title, columns if rows else (), tuple(rows), notes=tuple(on_knowledge(result)), group="kind")


def gained(one: Known) -> str:
    """The points that knowing it would add, and how exact that is."""
    return f"{one.gain:.2f} ± {2 * one.error:.2f}"


def weight_of(one: Known, result: Robustness) -> str:
    """A weight by the title of its criterion."""
    key = one.path.removesuffix(".weight")
    return say("weight of {title}", title=result.titles.get(key, key))


def number(one: Known) -> str:
    """An uncertain number by its path."""
    return one.path if one.stated else say("{path} (not stated)", path=one.path)


SHEET: tuple[tuple[str, Kind], ...] = (
    ("rank", "count"),
    ("id", "text"),
    ("name", "text"),
    ("class", "text"),
    ("score", "points"),
    ("expected_score", "points"),
    ("low", "points"),
    ("high", "points"),
    ("first", "share"),
    ("top", "share"),
    ("quick_win", "share"),
    ("confidence", "share"),
    ("draws", "count"),
)


def sheet(result: Robustness) -> Table:
    """Every number of it, and the chance of each rank, for a spreadsheet."""
    keys = list(result.criteria)
    columns = [Column(key, key, kind) for key, kind in SHEET]
    columns += [Column(f"central_{key}", f"central_{key}", "share") for key in keys]
    columns += [Column(f"rank_{rank}", f"rank_{rank}", "share") for rank in range(1, len(result) + 1)]
    return Table(result.title, tuple(columns), tuple(Row(tuple(of_sheet(one, keys, result.draws))) for one in result))


def of_sheet(program: Robust, keys: list[str], draws: int) -> Iterator[Cell]:
    """The cells of one program."""
    central = program.central_weights or {}
    for key, _ in SHEET:
        if key in {"low", "high"}:
            yield program.interval[key == "high"]
        elif key == "draws":
            yield draws
        else:
            yield getattr(program, "class_" if key == "class" else key)
    yield from (central.get(key) for key in keys)
    yield from program.acceptability
