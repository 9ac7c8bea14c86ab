"""A plan, and everything that is said of it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import MAXYEAR, date
from typing import TYPE_CHECKING, Any

from quickwin.answers.constraints import Bond
from quickwin.answers.one_of import one_of
from quickwin.answers.plain import plain
from quickwin.cleaning import clean
from quickwin.say import say
from quickwin.study.study import Skipped
from quickwin.table import Table

if TYPE_CHECKING:
    from quickwin.answers.binds import Binding
    from quickwin.answers.clash import Clash
    from quickwin.answers.frontier import Point
    from quickwin.answers.sure import Sure


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which month of the calendar a month of the plan is; without a start months are only counted."""

    start: date | None
    horizon: int

    def day(self, month: int) -> date | None:
        """The first day of a month; None without a start."""
        if self.start is None:
            return None
        months = self.start.month - 1 + month
        year = self.start.year + months // 12
        return date(year, months % 12 + 1, 1) if year <= MAXYEAR else None

    def name(self, month: int) -> str:
        """A month for people: Oct 2022, or its number."""
        day = self.day(month)
        return str(month) if day is None else day.strftime("%b %Y")

    def spoken(self, month: int) -> str:
        """A month in a sentence: Oct 2022, or month 3."""
        return say("month {month}", month=month) if self.day(month) is None else self.name(month)

    def key(self, month: int) -> str:
        """A month for files of data: 2022-10, or its number."""
        day = self.day(month)
        return str(month) if day is None else f"{day:%Y-%m}"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A program of the plan: months from 0 on, benefit in points, money by year.

    It is `felt` from its delivery to before the month `ends`. `unlocked` is the part of its benefit that it has by what
    others provide, and `coverage` what it reaches in each month to the horizon, None where it is not felt.
    """

    id: str
    name: str
    dimension: str | None
    owner: str | None
    start: int
    delivers: int
    ends: int
    benefit: float
    cost: Mapping[str, float]
    unlocked: float
    coverage: tuple[float | None, ...]
    alone: float
    """Its coverage by the context alone."""
    priced: bool = True
    """Whether anything is stated of what it costs."""

    @property
    def spent(self) -> float:
        """What it costs to the horizon."""
        return sum(self.cost.values())

    def document(self) -> dict[str, Any]:
        """The program as JSON has it."""
        kept = ("id", "name", "dimension", "owner", "start", "delivers", "ends", "benefit", "cost", "unlocked")
        return {key: getattr(self, key) for key in kept} | {"cost": dict(self.cost)}


@dataclass(frozen=True, slots=True)
class InPlaceOf:
    """What it would be to put a program into the plan in the place of others: from which month, and points lost."""

    gone: tuple[str, ...]
    start: int
    loss: float


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A program that the plan leaves out, why, and in a sentence by how much."""

    id: str
    name: str
    dimension: str | None
    owner: str | None
    reason: str
    why: str
    in_place_of: InPlaceOf | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """The money of a calendar year: what is spent, and the budget, None where the year has none."""

    year: str
    spent: float
    budget: float | None


@dataclass(frozen=True, slots=True)
class FromTheTop:
    """What taking the ranking from the top would have given, and which least numbers it would have missed."""

    benefit: float
    ids: tuple[str, ...]
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Against:
    """The best plan without what was wanted or set for this run: its benefit, and who would be in it and who not.

    It is not `comparable` where programs are judged otherwise without it, so that a point is something else.
    """

    benefit: float | None
    comes: tuple[str, ...]
    goes: tuple[str, ...]
    comparable: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class Planned:
    """A plan of a study; where none is possible, the constraints that clash."""

    title: str
    set: dict[str, object]
    inputs: dict[str, str]
    skipped: tuple[Skipped, ...]
    status: str
    gap: float | None
    benefit: float | None
    programs: tuple[Chosen, ...]
    left_out: tuple[LeftOut, ...]
    calendar: Calendar
    years: tuple[Year, ...] = ()
    budget: float | None = None
    """One amount for all years together."""
    from_the_top: FromTheTop | None = None
    notes: tuple[str, ...] = ()
    money: tuple[float, str] = (1.0, "")
    dimensions: tuple[str, ...] = ()
    bonds: tuple[Bond, ...] = ()
    wishes: tuple[str, ...] = ()
    """What was wanted, as it is typed."""
    against: Against | None = None
    clash: "Clash | None" = None
    binds: "tuple[Binding, ...] | None" = None
    frontier: "tuple[Point, ...]" = ()
    sure: "Sure | None" = None
    names: Mapping[str, str] = field(default_factory=dict)
    """The names of all programs by id."""

    def __iter__(self) -> Iterator[Chosen]:
        return iter(self.programs)

    def __len__(self) -> int:
        return len(self.programs)

    def __getitem__(self, key: int | str) -> Chosen:
        return one_of(self.programs, key)

    @property
    def spent(self) -> float:
        """What the plan costs to the horizon."""
        return sum(one.spent for one in self.programs)

    def __repr__(self) -> str:
        head = f"<Plan {self.title!r}: {self.status}>"
        if self.benefit is not None:
            head = f"<Plan {self.title!r}: {len(self)} programs, {self.benefit:.1f} points, {self.status}>"
        lines = [f"{one.start:>4}–{one.delivers:<3} {one.benefit:6.1f}  {one.name} ({one.id})" for one in self]
        return "\n".join(map(clean, [head, *lines]))

    def _repr_html_(self) -> str:
        """The plan as tables in a notebook."""
        from quickwin.formats.html import write  # noqa: PLC0415  # only a notebook asks for it

        return write(self.tables())

    def tables(self) -> tuple[Table, ...]:
        """The plan as people read it."""
        from quickwin.answers.plan_table import tables  # noqa: PLC0415  # it reads this class

        return tables(self)

    def document(self) -> dict[str, Any]:
        """The plan as a document of the schema quickwin/plan/1."""
        document: dict[str, Any] = plain(
            {
                "schema": "quickwin/plan/1",
                "title": self.title,
                "set": dict(self.set),
                "inputs": dict(self.inputs),
                "skipped": [asdict(one) for one in self.skipped],
                "status": self.status,
                "gap": self.gap,
                "benefit": self.benefit,
                "programs": [one.document() for one in self.programs],
                "left_out": [asdict(one) for one in self.left_out],
                "years": [asdict(one) for one in self.years],
                "budget": self.budget,
                "from_the_top": self.from_the_top and asdict(self.from_the_top),
                "wishes": list(self.wishes),
                "against": self.against and asdict(self.against),
                "binds": None if self.binds is None else [one.document() for one in self.binds],
                "frontier": [one.document() for one in self.frontier],
                "robust": self.sure and self.sure.document(),
                **(self.clash.document() if self.clash else {}),
            }
        )
        return document
