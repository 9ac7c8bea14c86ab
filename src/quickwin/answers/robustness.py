"""How sure a ranking is, and everything that is said of it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from quickwin.answers.deciding import Deciding
from quickwin.answers.methods import Comparison
from quickwin.answers.one_of import one_of
from quickwin.answers.other_form import InOtherForm
from quickwin.answers.promotion import Promotion
from quickwin.answers.worth import Knowledge
from quickwin.cleaning import clean
from quickwin.study.study import Skipped
from quickwin.table import Table

SHOWN = 20
"""Programs in a result's repr."""


@dataclass(frozen=True, slots=True)
class Robust:
    """A program over all draws; chances and shares in [0, 1], scores in points.

    `acceptability` is its chance of each rank, `top` that of the first K, `interval` the 5 % and 95 % quantiles of its
    score. `central_weights` are the mean weights of the draws that put it first and `confidence` its chance to be
    first with these; None where no draw does, or where it was not asked for.
    """

    rank: int
    id: str
    name: str
    class_: str
    score: float
    acceptability: tuple[float, ...]
    top: float
    quick_win: float
    expected_score: float
    interval: tuple[float, float]
    central_weights: Mapping[str, float] | None
    confidence: float | None

    @property
    def first(self) -> float:
        """Its chance of the first rank."""
        return self.acceptability[0]

    def document(self) -> dict[str, Any]:
        """The program as JSON has it."""
        document = {key.rstrip("_"): value for key, value in asdict(self).items()}
        return document | {"acceptability": list(self.acceptability), "interval": list(self.interval)}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two programs of which either may be ahead: the share of draws in which the one above is, a tie counting half."""

    above: str
    below: str
    wins: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """How many numbers were drawn: from their ranges, by raters, and where nobody stated any.

    `points` are the assumed numbers that have no range and stayed as they are.
    """

    ranges: int = 0
    rated: int = 0
    unstated: int = 0
    points: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Robustness:
    """The programs of a study in the order of their ranks, each over all draws.

    `half_width` is the largest 95 % half-width of an acceptability.
    """

    title: str
    set: dict[str, object]
    inputs: dict[str, str]
    skipped: tuple[Skipped, ...]
    weights: str
    spread: float | None
    draws: int
    seed: int
    top: int
    half_width: float
    precision: float | None
    stopped: bool
    programs: tuple[Robust, ...]
    pairs: tuple[Pair, ...]
    other_form: tuple[InOtherForm, ...] | None
    deciding: Deciding
    knowledge: Knowledge
    raters: tuple[str, ...] = ()
    drawn: Drawn = Drawn()
    criteria: tuple[str, ...] = ()
    """The criteria that have a scale and a weight, by key, in the order of criteria.yaml."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The names for people of all criteria, groups included, by key."""
    promotion: Promotion | None = None
    methods: Comparison | None = None
    reach_multiplies: bool = False
    """Whether the criterion that measures beneficiaries is a factor."""

    def __iter__(self) -> Iterator[Robust]:
        return iter(self.programs)

    def __len__(self) -> int:
        return len(self.programs)

    def __getitem__(self, key: int | str) -> Robust:
        return one_of(self.programs, key)

    def __repr__(self) -> str:
        lines = [
            f"{one.rank:>4} {one.score:6.1f}  first {one.first:4.0%}  quick win {one.quick_win:4.0%}  "
            f"{one.name} ({one.id})"
            for one in self.programs[:SHOWN]
        ]
        more = [f"     … and {len(self) - SHOWN} more"] if len(self) > SHOWN else []
        head = f"<Robustness {self.title!r}: {len(self)} programs, {self.draws} draws>"
        return "\n".join(map(clean, [head, *lines, *more]))

    def _repr_html_(self) -> str:
        """The result as tables in a notebook."""
        from quickwin.formats.html import write  # noqa: PLC0415  # only a notebook asks for it

        return write(self.tables())

    def tables(self) -> tuple[Table, ...]:
        """The result as people read it."""
        from quickwin.answers.robust_table import tables  # noqa: PLC0415  # it reads this class

        return tables(self)

    def document(self) -> dict[str, Any]:
        """The result as a document of the schema quickwin/robust/1."""
        return {
            "schema": "quickwin/robust/1",
            "title": self.title,
            "set": dict(self.set),
            "inputs": dict(self.inputs),
            "skipped": [asdict(one) for one in self.skipped],
            "weights": self.weights,
            "spread": self.spread,
            "draws": self.draws,
            "seed": self.seed,
            "top": self.top,
            "half_width": self.half_width,
            "stopped": self.stopped,
            "raters": list(self.raters),
            "other_form": self.other_form and [{"id": one.id, "score": one.score} for one in self.other_form],
            "programs": [program.document() for program in self.programs],
            "pairs": [asdict(pair) for pair in self.pairs],
            "deciding": self.deciding.document(),
            "worth_knowing": self.knowledge.document(),
            "first": self.promotion and self.promotion.document(),
            "methods": self.methods and self.methods.document()["methods"],
        }
