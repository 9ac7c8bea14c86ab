"""The explanation of one program, and everything that it rests on."""

from dataclasses import asdict, dataclass
from typing import Any

from quickwin.answers.enabling import Gain
from quickwin.answers.ranking import Ranked
from quickwin.answers.turns import Turn
from quickwin.answers.versus import Difference
from quickwin.cleaning import clean
from quickwin.finding import Place
from quickwin.study.estimate import About
from quickwin.table import Table


@dataclass(frozen=True, slots=True)
class Step:
    """One loss on the way from 100 to the score: a factor in [0, 1], the points before and after it."""

    name: str
    factor: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the critical path, in months from the start: waiting for money, or the work of a program."""

    id: str | None
    what: str
    begins: float
    ends: float
    planned: float | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number that the score reads: its path, its value, where it was written and where it comes from."""

    path: str
    value: float
    written: str
    place: Place
    about: About | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """A program's place in the ranking, and everything that it rests on."""

    title: str
    set: dict[str, object]
    inputs: dict[str, str]
    program: Ranked
    of: int
    chain: tuple[Step, ...]
    critical_path: tuple[Stretch, ...]
    numbers: tuple[Number, ...]
    turns: tuple[Turn, ...]
    money_alone: bool
    """Whether secured money alone would make it a quick win."""
    unlocks: tuple[Gain, ...]
    """What other programs owe to the coverage that it provides."""
    versus: Difference | None
    other: Ranked | None
    titles: dict[str, str]
    per: dict[str, str]
    """The fact by which each criterion that has one is divided."""
    gates: dict[str, float]
    pillars: tuple[tuple[str, float | None], ...]
    """Readiness of each pillar in [0, 1], None where it is not stated."""
    no_money: bool
    """Whether it is stated that there is no money; else, where the gate of money is shut, nothing is."""
    home: str
    """The file that holds the program."""
    enablers: tuple[tuple[str, float, float], ...]
    """The coverage of each need as (name, of the place, added by what it depends on)."""

    def __repr__(self) -> str:
        return clean(f"<Explanation of {self.program.id}: {' '.join(self.tables()[0].lead)}>")

    def _repr_html_(self) -> str:
        """The explanation as tables in a notebook."""
        from quickwin.formats.html import write  # noqa: PLC0415  # only a notebook asks for it

        return write(self.tables())

    def tables(self) -> tuple[Table, ...]:
        """The explanation as people read it."""
        from quickwin.answers.explained_table import tables  # noqa: PLC0415  # it reads this class

        return tables(self)

    def document(self) -> dict[str, Any]:
        """The explanation as a document of the schema quickwin/explain/1."""
        key = "may_slip_to" if self.program.class_ == "quick win" else "would_win_at"
        return {
            "schema": "quickwin/explain/1",
            "title": self.title,
            "set": dict(self.set),
            "inputs": dict(self.inputs),
            "program": self.program.document(),
            "of": self.of,
            "chain": [asdict(step) for step in self.chain],
            "critical_path": [asdict(stretch) for stretch in self.critical_path],
            "numbers": [number_document(number) for number in self.numbers],
            "numbers_that_decide": [
                {"path": turn.path, "now": turn.now, key: turn.needed, "level": turn.level, "change": turn.change}
                for turn in self.turns
            ],
            "money_alone": self.money_alone,
            "unlocks": [asdict(gain) for gain in self.unlocks],
            "versus": self.versus.document() if self.versus else None,
        }


def number_document(number: Number) -> dict[str, Any]:
    """A number as JSON has it."""
    about = number.about
    return {
        "path": number.path,
        "value": number.level or number.value,
        "file": number.place.file,
        "line": number.place.line,
        "column": number.place.column,
        "assumed": bool(about and about.assumed),
        "source": about.source if about else None,
        "note": about.note if about else None,
    }
