"""A ranking as tables: one that a room can read, and one with every number for a spreadsheet."""

from collections import Counter
from collections.abc import Iterable
from json import dumps

from quickwin.answers.judged import rounded
from quickwin.answers.rank import CLASSES
from quickwin.answers.ranking import Ranked, Ranking
from quickwin.answers.wording import beside, joined
from quickwin.say import counted, say
from quickwin.table import Cell, Column, Kind, Row, Table, Tone

TONES: dict[str, Tone] = {"quick win": "good", "prepare": "held", "reconsider": "muted"}

COLUMNS = (
    Column("rank", "#", "count"),
    Column("moved", "±", "move"),
    Column("name", "Program"),
    Column("dimension", "Dimension"),
    Column("class", "Class"),
    Column("score", "Score", "points"),
    Column("value", "per {unit}", "number"),
    Column("effective_impact", "Impact", "share"),
    Column("months", "Months", "months"),
    Column("costs_most", "Costs most"),
)

SHARE = ".share"
"""What the path of a criterion ends with where `--weight` set its share."""
PLURALS = {"quick win": "quick wins", "major project": "major projects", "fill-in": "fill-ins"}


def table(ranking: Ranking, *, by_dimension: bool = False) -> Table:
    """The ranking as people read it, with what it says in sentences below."""
    programs: Iterable[Ranked] = ranking.programs
    if by_dimension:
        places = {dimension: place for place, dimension in enumerate(ranking.dimensions)}
        programs = sorted(programs, key=lambda one: (places.get(one.dimension or "", len(places)), one.dimension or ""))
    left_out = {key for key, out in (("moved", ranking.moved is None), ("value", ranking.by != "value")) if out}
    columns = [column for column in COLUMNS if column.key not in left_out]
    unit = ranking.money[1]
    return Table(
        ranking.title,
        tuple(Column(one.key, one.title.format(unit=unit), one.kind, one.spare) for one in columns),
        tuple(
            Row(tuple(cell(one, column.key, ranking) for column in columns), TONES.get(one.class_, "plain"))
            for one in programs
        ),
        lead=tuple(lead(ranking)),
        notes=tuple(notes(ranking)),
        group="dimension" if by_dimension else None,
        money=ranking.money,
    )


def cell(program: Ranked, key: str, ranking: Ranking) -> Cell:
    """What stands in a column for a program."""
    if key == "moved":
        return (ranking.moved or {}).get(program.id)
    if key == "class":
        held = " + ".join(program.held_by)
        return f"{program.class_}: {held}" if held else program.class_
    if key == "value":
        return program.score_per_cost
    if key == "costs_most":
        most = program.costs_most
        if most is None or not most.shows:
            return None
        return say("{factor} −{points:.1f}", factor=most.factor, points=most.points)
    if key == "effective_impact":
        return beside(rounded(program.effective_impact), ranking.least_impact, percent=True)
    value: Cell = getattr(program, key)
    return value


def lead(ranking: Ranking) -> Iterable[str]:
    """What is said above the table: what was changed for this run."""
    if ranking.set:
        changes = ", ".join(changed(path, value) for path, value in ranking.set.items())
        yield say("With {changes}. Arrows show who moved.", changes=changes)
        turned = [
            say("{name} (was {old}, is {new})", name=one.name, old=ranking.was[one.id], new=one.class_)
            for one in ranking.programs
            if one.id in ranking.was
        ]
        if turned:
            yield say("Of another class now: {programs}.", programs=joined(turned))


def changed(path: str, value: object) -> str:
    """What was changed for this run, as it is typed: an entry of criteria.yaml, or the share of a criterion."""
    if path.endswith(SHARE):
        return f"--weight {path.removesuffix(SHARE).rpartition('.')[2]}={value}"
    return f"{path} = {value if isinstance(value, str) else dumps(value, ensure_ascii=False)}"


def notes(ranking: Ranking) -> Iterable[str]:
    """What is said below the table: the quick wins by name, the classes, and what the scores stand on."""
    yield quick_wins(ranking)
    yield classes(ranking)
    yield from missing_enablers(ranking)
    yield from unknowns(ranking)
    for one in ranking.skipped:
        yield say(
            "Left out: {file}{id}. {reason}", file=one.file, id=f" ({one.id})" if one.id else "", reason=one.reason
        )


def quick_wins(ranking: Ranking) -> str:
    """The quick wins by name."""
    wins = [one.name for one in ranking.programs if one.class_ == "quick win"]
    if not wins:
        return say("No program here is a quick win. “quickwin explain ID” says what would make one.")
    return say("Quick wins: {names}.", names=joined(wins))


def classes(ranking: Ranking) -> str:
    """How many programs there are of each class."""
    counts = Counter(one.class_ for one in ranking.programs)
    parts = [counted(counts[name], name, PLURALS.get(name, name)) for name in CLASSES.values() if counts[name]]
    shown = counted(ranking.of, "program", "programs")
    if len(ranking) != ranking.of:
        shown = say("{n} of {of} programs", n=len(ranking), of=ranking.of)
    return say("{shown}: {classes}.", shown=shown, classes=", ".join(parts) or say("none of these"))


def missing_enablers(ranking: Ranking) -> Iterable[str]:
    """What the lack of electricity, internet and the like costs."""
    for missing in ranking.missing_enablers if len(ranking) == ranking.of else ():
        gains = missing.gains
        if gains:
            yield say(
                "{share:.0%} have {enabler}: where it is missing, {programs} {points:.1f} points, "
                "most {name} ({most:.1f}).",
                enabler=missing.enabler,
                share=missing.coverage,
                programs=counted(len(gains), say("program loses"), say("programs lose")),
                points=sum(gain.points for gain in gains),
                name=gains[0].name,
                most=gains[0].points,
            )


def unknowns(ranking: Ranking) -> Iterable[str]:
    """What the scores stand on that nobody has measured, and what is missing."""
    unsure = [one for one in ranking.programs if one.assumed]
    lacking = [one for one in ranking.programs if one.missing]
    if unsure:
        each = {at_home(path, one.id) for one in unsure for path in one.assumed}
        numbers = counted(len(each), say("assumed number"), say("assumed numbers"))
        scores = counted(len(unsure), say("score stands"), say("scores stand"))
        yield say("{scores} on {numbers}; “quickwin explain ID” says which.", scores=scores, numbers=numbers)
    if lacking:
        names = joined([f"{one.name} ({', '.join(one.missing)})" for one in lacking[:3]])
        more = say(" and {n} more", n=len(lacking) - 3) if len(lacking) > 3 else ""
        yield say("Something is not stated, and counts against them, in {names}{more}.", names=names, more=more)


def at_home(path: str, id: str) -> str:
    """The path of an assumed number with the program that states it, so that each number counts once."""
    return path if ":" in path or path.startswith(("coverage.", "facts.")) else f"{id}:{path}"


SHEET: tuple[tuple[str, Kind], ...] = (
    ("rank", "count"),
    ("moved", "move"),
    ("id", "text"),
    ("name", "text"),
    ("dimension", "text"),
    ("owner", "text"),
    ("class", "text"),
    ("held_by", "text"),
    ("score", "points"),
    ("impact", "share"),
    ("coverage", "share"),
    ("effective_impact", "share"),
    ("timeliness", "share"),
    ("delivery", "share"),
    ("priority", "share"),
    ("planned_months", "months"),
    ("start", "months"),
    ("waits_for", "text"),
    ("months", "months"),
    ("lasts", "months"),
    ("readiness", "share"),
    ("weakest_pillar", "share"),
    ("cost", "number"),
    ("score_per_cost", "number"),
    ("costs_most", "text"),
    ("costs_points", "points"),
    ("missing", "text"),
    ("assumed", "text"),
)


def sheet(ranking: Ranking) -> Table:
    """The ranking with every number of it, and the value on each criterion, for a spreadsheet."""
    names = list(ranking.programs[0].criteria) if ranking.programs else []
    columns = [Column(key, key, kind) for key, kind in SHEET if key != "moved" or ranking.moved is not None]
    columns += [Column(f"value_{name}", f"value_{name}", "share") for name in names]

    def value(program: Ranked, key: str) -> Cell:
        if key == "costs_points":
            return program.costs_most.points if program.costs_most else None
        if key == "costs_most":
            return program.costs_most.factor if program.costs_most else None
        if key == "class":
            return program.class_
        if key in {"held_by", "missing", "assumed"}:
            return "; ".join(getattr(program, key)) or None
        if key.startswith("value_"):
            return program.criteria[key.removeprefix("value_")].value
        if key == "effective_impact":
            return program.effective_impact
        return cell(program, key, ranking)

    rows = tuple(Row(tuple(value(one, column.key) for column in columns)) for one in ranking.programs)
    return Table(ranking.title, tuple(columns), rows, money=ranking.money)
