"""How far raters agree: on each criterion, overall, and where they lie farthest apart."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from quickwin.cleaning import clean
from quickwin.study.study import Skipped
from quickwin.table import Table


@dataclass(frozen=True, slots=True)
class Accord:
    """How far raters agree on the order of the programs by one criterion, one item of readiness, or overall.

    `raters` are those who are compared, over so many `programs` that all of them rated; `w` is Kendall's W in [0, 1],
    corrected for ties, None where there is nothing to compare; `p` the chance of at least this agreement among raters
    who order at random, by `test`; `unlike` names raters who order unlike all others, `left_out` those who rated too
    few programs to be compared.
    """

    key: str
    title: str
    kind: str
    raters: tuple[str, ...]
    left_out: tuple[str, ...]
    programs: int
    w: float | None
    chi_square: float | None
    p: float | None
    test: str | None
    agreement: str
    unlike: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A rater: how many numbers it gave, and how its order of the programs stands to those of all others.

    `complete` counts the programs that it rated on all criteria on which raters are compared.
    `with_others` is its mean rank correlation with them, `among_others` theirs with one another, both in [-1, 1] and
    None where there is none.
    """

    name: str
    given: int
    complete: int
    with_others: float | None
    among_others: float | None
    unlike: bool


@dataclass(frozen=True, slots=True)
class Apart:
    """A program and a question on which raters lie apart.

    `lowest` and `highest` are what was said, worst first, by the raters named beside it, a percentage as its score on
    the scale; where they said it in several ways all of them. `spread` is how far these lie apart in value, a share of
    the scale; `points` how far the program's score does, everything else staying as it is;
    `classes` its class with the one and with the other.
    """

    id: str
    name: str
    key: str
    title: str
    kind: str
    lowest: str
    lowest_by: tuple[str, ...]
    highest: str
    highest_by: tuple[str, ...]
    spread: float
    points: float
    classes: tuple[str, str]

    @property
    def turns(self) -> bool:
        """Whether the program's class depends on who is right."""
        return self.classes[0] != self.classes[1]


@dataclass(frozen=True, slots=True, repr=False)
class Agreement:
    """How far the raters of a study agree, and what their meeting should be about.

    `talk` are the pairs of a program and a question on which they lie apart, those that move the score most first.
    """

    title: str
    set: Mapping[str, object]
    inputs: Mapping[str, str]
    skipped: tuple[Skipped, ...]
    raters: tuple[Standing, ...]
    overall: Accord
    criteria: tuple[Accord, ...]
    talk: tuple[Apart, ...]

    def __repr__(self) -> str:
        w = "none" if self.overall.w is None else f"{self.overall.w:.2f}"
        return clean(f"<Agreement {self.title!r}: {len(self.raters)} raters, W {w}>")

    def _repr_html_(self) -> str:
        """The agreement as tables in a notebook."""
        from quickwin.formats.html import write  # noqa: PLC0415  # only a notebook asks for it

        return write(self.tables())

    def tables(self, *, top: int = 10) -> tuple[Table, ...]:
        """The agreement as people read it, with the first `top` pairs to talk about."""
        from quickwin.answers.agreed_table import tables  # noqa: PLC0415  # it reads this class

        return tables(self, top=top)

    def document(self) -> dict[str, Any]:
        """The agreement as a document of the schema quickwin/worksheet/1."""
        return {
            "schema": "quickwin/worksheet/1",
            "title": self.title,
            "set": dict(self.set),
            "inputs": dict(self.inputs),
            "skipped": [asdict(one) for one in self.skipped],
            "overall": as_lists(asdict(self.overall)),
            "criteria": [as_lists(asdict(one)) for one in self.criteria],
            "raters": [asdict(one) for one in self.raters],
            "talk": [as_lists(asdict(one)) for one in self.talk],
        }


def as_lists(document: dict[str, Any]) -> dict[str, Any]:
    """A document in which every tuple is a list, as JSON has it."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in document.items()}
