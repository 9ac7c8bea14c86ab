"""The roadmap of a plan: its programs by dimension and by month, the document with which a workshop ends."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from quickwin.answers.plain import plain
from quickwin.answers.plan import TIME_LIMIT, Tell, plan
from quickwin.answers.plan_table import AT_WORK, calendar_column, months
from quickwin.answers.plan_words import headline, lead, legend, not_read
from quickwin.answers.planned import Chosen, Planned
from quickwin.answers.profile import indicators
from quickwin.answers.profiles import Indicator
from quickwin.answers.wording import joined, priced
from quickwin.say import say
from quickwin.study.study import Candidate, Study
from quickwin.table import Cell, Column, Row, Table


@dataclass(frozen=True, slots=True)
class Stage:
    """A program on the roadmap: what the plan says of it, and what its file says that those need who carry it out."""

    chosen: Chosen
    partners: tuple[str, ...]
    target_group: str | None
    follows: tuple[str, ...]
    targets: tuple[str, ...]

    def document(self) -> dict[str, Any]:
        """It as JSON has it."""
        stated = {key: value for key, value in asdict(self).items() if key != "chosen"}
        return self.chosen.document() | dict(plain(stated))


@dataclass(frozen=True, slots=True, repr=False)
class Roadmap:
    """The programs of a plan by dimension, in the order of criteria.yaml, and by start."""

    plan: Planned
    stages: tuple[Stage, ...]

    def __repr__(self) -> str:
        return repr(self.plan).replace("<Plan", "<Roadmap", 1)

    def _repr_html_(self) -> str:
        """The roadmap as tables in a notebook."""
        from quickwin.formats.html import write  # noqa: PLC0415  # only a notebook asks for it

        return write(self.tables())

    def document(self) -> dict[str, Any]:
        """The roadmap as a document of the schema quickwin/roadmap/1."""
        head = {key: value for key, value in self.plan.document().items() if key in HEAD}
        return {"schema": "quickwin/roadmap/1"} | head | {"programs": [one.document() for one in self.stages]}

    def tables(self) -> tuple[Table, ...]:
        """The roadmap by dimension, then month by month; or why there is no plan."""
        if self.plan.benefit is None:
            return self.plan.tables()
        return by_dimension(self), by_month(self)


HEAD = (
    "title",
    "set",
    "inputs",
    "skipped",
    "status",
    "gap",
    "benefit",
    "years",
    "budget",
    "wishes",
    "clash",
    "relaxations",
)
"""What a roadmap's document has of its plan's."""


def roadmap(
    study: Study,
    *,
    must: Iterable[str] = (),
    without: Iterable[str] = (),
    lock: Iterable[str] = (),
    unfunded: bool = False,
    time_limit: float = TIME_LIMIT,
    tell: Tell | None = None,
) -> Roadmap:
    """The best plan of a study as a roadmap; the arguments are those of plan().

    Raises:
        Usage: as plan() does.
        Broken: as plan() does.
    """
    made = plan(study, must=must, without=without, lock=lock, unfunded=unfunded, time_limit=time_limit, tell=tell)
    candidates = {candidate.id: candidate for candidate in study.candidates}
    places = {dimension: place for place, dimension in enumerate(made.dimensions)}
    ordered = sorted(made, key=lambda one: (places.get(one.dimension or "", len(places)), one.start, one.id))
    return Roadmap(made, tuple(stage(one, candidates[one.id], made) for one in ordered))


def stage(one: Chosen, candidate: Candidate, made: Planned) -> Stage:
    """What a program's file says of its way."""
    targets = (goal(one) for one in indicators(candidate) if one.target is not None)
    program = candidate.program
    follows = tuple(made.names.get(id, id) for id in program.depends_on)
    return Stage(one, program.partners, program.target_group, follows, tuple(targets))


def goal(one: Indicator) -> str:
    """What is to be reached, as the file writes it."""
    by = say(" by {by}", by=one.by) if one.by else ""
    return say("{name}: {target}{by}", name=one.name, target=one.written[1], by=by)


def by_dimension(road: Roadmap) -> Table:
    """The programs of each dimension with their months."""
    made = road.plan
    columns = (
        Column("dimension", say("Dimension")),
        Column("name", say("Program")),
        Column("owner", say("Owner")),
        Column("start", say("Starts")),
        Column("delivers", say("Felt from")),
        calendar_column(made.calendar),
        Column("cost", say("Cost"), "money"),
        Column("targets", say("Target"), spare=3),
    )
    rows = tuple(
        Row(
            (
                *(one.chosen.dimension, one.chosen.name, with_partners(one)),
                *(made.calendar.name(one.chosen.start), made.calendar.name(one.chosen.delivers)),
                *(
                    months(one.chosen, made.calendar),
                    one.chosen.spent if one.chosen.priced else None,
                    joined(list(one.targets)) or None,
                ),
            )
        )
        for one in road.stages
    )
    title = say("{title}: the roadmap", title=made.title) if made.title else say("The roadmap")
    return Table(
        title,
        columns if rows else (),
        rows,
        lead=(*lead(made), headline(made)),
        notes=(*legend(made), *made.notes, *not_read(made)),
        group="dimension",
        money=made.money,
    )


def with_partners(one: Stage) -> str:
    """Who carries a program, and with whom."""
    owner = one.chosen.owner or say("(no owner)")
    if not one.partners:
        return owner
    return say("{owner} with {partners}", owner=owner, partners=joined(list(one.partners)))


def by_month(road: Roadmap) -> Table:
    """What happens in each month in which anything does, and what is spent."""
    made = road.plan
    columns = (
        Column("month", say("Month")),
        Column("starts", say("Starts")),
        Column("felt", say("Felt from now on")),
        Column("under_way", say("Under way"), "count"),
    )
    rows = []
    for month in range(made.calendar.horizon):
        starts = [one.chosen.name for one in road.stages if one.chosen.start == month]
        felt = [one.chosen.name for one in road.stages if one.chosen.delivers == month]
        busy = sum(one.chosen.start <= month < one.chosen.delivers for one in road.stages)
        if starts or felt:
            rows.append(Row((made.calendar.name(month), joined(starts) or None, joined(felt) or None, busy)))
    money = (
        say("{money} in {year}", year=one.year, money=priced(one.spent, made.money)) for one in made.years if one.spent
    )
    spent = joined(list(money))
    notes = (say("What is spent: {spent}.", spent=spent),) if spent else ()
    return Table(say("Month by month"), columns if rows else (), tuple(rows), notes=notes)


def sheet(road: Roadmap) -> Table:
    """A row a program and a column a month, for a spreadsheet: 1 at work, 2 felt, 3 felt by more people."""
    made = road.plan
    names = [made.calendar.key(month) for month in range(made.calendar.horizon)]
    years = [one.year for one in made.years]
    keys = ("dimension", "id", "name", "owner", "partners", "target_group", "follows", "start", "delivers", "targets")
    columns = (
        *(Column(key, key) for key in keys),
        *(Column(f"cost_{year}", f"cost_{year}", "number") for year in years),
        *(Column(name, name, "count") for name in names),
    )
    return Table(made.title, columns, tuple(Row(tuple(of_sheet(one, made, years))) for one in road.stages))


def of_sheet(one: Stage, made: Planned, years: list[str]) -> Iterator[Cell]:
    """The cells of one program."""
    chosen = one.chosen
    yield from (chosen.dimension, chosen.id, chosen.name, chosen.owner, "; ".join(one.partners) or None)
    yield from (one.target_group, "; ".join(one.follows) or None)
    yield from (made.calendar.key(chosen.start), made.calendar.key(chosen.delivers), "; ".join(one.targets) or None)
    yield from (chosen.cost.get(year, 0.0) for year in years)
    yield from (round(state) if state >= AT_WORK else None for state in months(chosen, made.calendar, step=1))
