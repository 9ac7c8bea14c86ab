"""A ranking, and everything that is said of each program in it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from quickwin.answers.enabling import Missing
from quickwin.answers.one_of import one_of
from quickwin.cleaning import clean
from quickwin.study.study import Skipped
from quickwin.table import Table

WORTH_A_WORD = 0.05
SHOWN = 20
"""Programs in a ranking's repr."""


@dataclass(frozen=True, slots=True)
class Loss:
    """The factor that costs a program most, and the points that it would gain were the factor 1."""

    factor: str
    points: float

    @property
    def shows(self) -> bool:
        """Whether it is worth a word: less would read as 0.0 points."""
        return self.points >= WORTH_A_WORD


@dataclass(frozen=True, slots=True)
class OnCriterion:
    """How a program does on one criterion.

    `performance` is None where it is missing; `weight` and `points` are None for a factor.
    """

    performance: float | str | None
    value: float
    weight: float | None
    points: float | None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A program with its rank and all that its score is made of; shares in [0, 1], times in months."""

    rank: int
    id: str
    name: str
    dimension: str | None
    owner: str | None
    score: float
    class_: str
    held_by: tuple[str, ...]
    impact: float
    coverage: float
    planned_months: float
    start: float
    waits_for: str | None
    months: float
    lasts: float | None
    timeliness: float
    readiness: float
    weakest_pillar: float | None
    delivery: float
    priority: float
    cost: float | None
    score_per_cost: float | None
    costs_most: Loss | None
    missing: tuple[str, ...]
    assumed: tuple[str, ...]
    criteria: Mapping[str, OnCriterion]

    @property
    def effective_impact(self) -> float:
        """Impact on those who can be reached: what the gate of impact asks for."""
        return self.impact * self.coverage

    def document(self) -> dict[str, Any]:
        """The program as JSON has it."""
        document = {key.rstrip("_"): value for key, value in asdict(self).items()}
        return document | {key: list(document[key]) for key in ("held_by", "missing", "assumed")}


@dataclass(frozen=True, slots=True, repr=False)
class Ranking:
    """The programs of a study, best first.

    `moved` holds, where weights or settings were changed for this run, how many ranks each program gained;
    `missing_enablers` what the lack of electricity and the like costs them.
    """

    title: str
    model: str
    set: dict[str, object]
    inputs: dict[str, str]
    skipped: tuple[Skipped, ...]
    programs: tuple[Ranked, ...]
    of: int
    """How many programs were ranked, before any were left out of the list."""
    by: str = "score"
    money: tuple[float, str] = (1.0, "")
    least_impact: float = 0.0
    """The effective impact that a quick win must reach."""
    moved: Mapping[str, int] | None = None
    was: Mapping[str, str] = field(default_factory=dict)
    """The class that a program had before, where it changed."""
    missing_enablers: tuple[Missing, ...] = ()
    dimensions: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Ranked]:
        return iter(self.programs)

    def __len__(self) -> int:
        return len(self.programs)

    def __getitem__(self, key: int | str) -> Ranked:
        return one_of(self.programs, key)

    def __repr__(self) -> str:
        lines = [
            f"{one.rank:>4} {one.score:6.1f}  {one.class_:<13}  {one.name} ({one.id})" for one in self.programs[:SHOWN]
        ]
        more = [f"     … and {len(self) - SHOWN} more"] if len(self) > SHOWN else []
        return "\n".join(map(clean, [f"<Ranking {self.title!r}: {len(self)} programs>", *lines, *more]))

    def _repr_html_(self) -> str:
        """The ranking as a table in a notebook."""
        from quickwin.formats.html import write  # noqa: PLC0415  # only a notebook asks for it

        return write((self.table(),))

    def table(self, *, by_dimension: bool = False) -> Table:
        """The ranking as people read it."""
        from quickwin.answers.ranked_table import table  # noqa: PLC0415  # it reads this class

        return table(self, by_dimension=by_dimension)

    def document(self) -> dict[str, Any]:
        """The ranking as a document of the schema quickwin/rank/1."""
        return {
            "schema": "quickwin/rank/1",
            "title": self.title,
            "model": self.model,
            "set": dict(self.set),
            "inputs": dict(self.inputs),
            "skipped": [asdict(one) for one in self.skipped],
            "programs": [program.document() for program in self.programs],
        }
