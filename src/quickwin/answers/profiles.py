"""Profile sheets: all that is known of a program on the way into the master plan, and what is not."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from quickwin.answers.explanation import Explanation
from quickwin.answers.one_of import one_of
from quickwin.cleaning import clean
from quickwin.finding import Path
from quickwin.study.estimate import About, Estimate
from quickwin.study.program import Program
from quickwin.study.study import Skipped
from quickwin.table import Table

SHOWN = 20
"""Sheets in a result's repr."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another program, by id and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Need:
    """An enabler that people must already have: the share of the place that has it, None where nobody says.

    `added` is the coverage that what the program depends on adds; `counts` is false where the program states whom it
    reaches, in place of this.
    """

    enabler: str
    coverage: float | None
    added: float
    counts: bool


@dataclass(frozen=True, slots=True)
class Times:
    """When the work starts, the benefit is felt, the money opens and the deadline is: days, where the round has any.

    `opens` is in months from the start; None where money is not judged. `waits_for` names the program that it waits
    for.
    """

    begins: date | None
    felt: date | None
    deadline: date | None
    opens: float | None
    opens_on: date | None
    waits_for: str | None
    horizon: int


@dataclass(frozen=True, slots=True)
class Pillar:
    """Readiness of a pillar in [0, 1] and of its items, None where nothing is stated.

    There are no items where it is one number; `note` is what is noted beside them.
    """

    name: str
    share: float | None
    items: tuple[tuple[str, Estimate | None], ...]
    note: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A KPI; its numbers as they are written and as they are read."""

    name: str
    unit: str | None
    baseline: Estimate | None
    target: Estimate | None
    by: str | None
    note: str | None
    written: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Assumed:
    """A number that nobody has measured: where it stands, as what it was taken, and what is noted beside it."""

    path: Path
    taken: str
    about: About | None


@dataclass(frozen=True, slots=True, repr=False)
class Profile:
    """What is known of one program: what its file states, its explanation, and what follows from both."""

    stated: Program
    explanation: Explanation
    place: str
    symbol: str
    cost_per_beneficiary: float | None
    needs: tuple[Need, ...]
    depends_on: tuple[Other, ...]
    conflicts_with: tuple[Other, ...]
    times: Times
    pillars: tuple[Pillar, ...]
    kpi: tuple[Indicator, ...]
    assumed: tuple[Assumed, ...]
    missing: tuple[Path, ...]

    @property
    def id(self) -> str:
        """The program's id."""
        return self.explanation.program.id

    @property
    def in_time(self) -> bool:
        """Whether the benefit is felt by the deadline."""
        return round(self.explanation.program.months, 9) <= round(self.explanation.gates["deadline"], 9)

    def __repr__(self) -> str:
        return clean(f"<Profile of {self.id}: {self.explanation.program.name}>")

    def document(self) -> dict[str, Any]:
        """The sheet as JSON has it."""
        from quickwin.answers.profile_document import document  # noqa: PLC0415  # it reads this class

        return document(self)


@dataclass(frozen=True, slots=True, repr=False)
class Profiles:
    """The profile sheets of some programs, in the order that was asked for, or of all quick wins, best first."""

    title: str
    set: dict[str, object]
    inputs: dict[str, str]
    skipped: tuple[Skipped, ...]
    sheets: tuple[Profile, ...]

    def __iter__(self) -> Iterator[Profile]:
        return iter(self.sheets)

    def __len__(self) -> int:
        return len(self.sheets)

    def __getitem__(self, key: int | str) -> Profile:
        return one_of(self.sheets, key)

    def __repr__(self) -> str:
        more = [f"  … and {len(self) - SHOWN} more"] if len(self) > SHOWN else []
        names = [f"  {one.explanation.program.name} ({one.id})" for one in self.sheets[:SHOWN]]
        return "\n".join(map(clean, [f"<Profiles {self.title!r}: {len(self)} sheets>", *names, *more]))

    def _repr_html_(self) -> str:
        """The sheets as tables in a notebook."""
        from quickwin.formats.html import write  # noqa: PLC0415  # only a notebook asks for it

        return write(self.tables())

    def tables(self) -> tuple[Table, ...]:
        """The sheets as people read them, one below the other."""
        from quickwin.answers.profile_table import tables  # noqa: PLC0415  # it reads this class

        return tables(self)

    def document(self) -> dict[str, Any]:
        """The sheets as a document of the schema quickwin/profile/1."""
        return {
            "schema": "quickwin/profile/1",
            "title": self.title,
            "set": dict(self.set),
            "inputs": dict(self.inputs),
            "skipped": [asdict(one) for one in self.skipped],
            "sheets": [sheet.document() for sheet in self.sheets],
        }
