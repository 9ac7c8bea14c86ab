"""Why this score, and what would change it? The explanation of one program."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from quickwin.answers.enabling import Gain, unlocked_by
from quickwin.answers.gaps import known_of_place, own_reads, read_of
from quickwin.answers.judged import Judged, in_order, judge, rounded
from quickwin.answers.levers import Turn, turns, with_money
from quickwin.answers.rank import Ranked, ranked
from quickwin.answers.versus import Difference, difference
from quickwin.finding import Place
from quickwin.formats.html import write as html
from quickwin.say import say
from quickwin.study.context import unit_of_money
from quickwin.study.estimate import About
from quickwin.study.overlay import Usage
from quickwin.study.problem import did_you_mean, quoted
from quickwin.study.study import Study
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
    money: tuple[float, str]
    titles: dict[str, str]
    per: dict[str, str]
    """The fact by which each criterion that has one is divided."""
    gates: dict[str, float]
    readiness_scale: tuple[float, float]
    home: str
    """The file that holds the program."""
    enablers: tuple[tuple[str, float, float], ...]
    """The coverage of each need as (name, of the place, added by what it depends on)."""

    def __repr__(self) -> str:
        return f"<Explanation of {self.program.id}: {' '.join(self.tables()[0].lead)}>"

    def _repr_html_(self) -> str:
        """The explanation as tables in a notebook."""
        return html(self.tables())

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
            "numbers": [written(number) for number in self.numbers],
            "numbers_that_decide": [
                {"path": turn.path, "now": turn.now, key: turn.needed, "level": turn.level, "change": turn.change}
                for turn in self.turns
            ],
            "money_alone": self.money_alone,
            "unlocks": [asdict(gain) for gain in self.unlocks],
            "versus": self.versus.document() if self.versus else None,
        }


def written(number: Number) -> dict[str, Any]:
    """A number as JSON has it."""
    about = number.about
    return {
        "path": number.path,
        "value": number.value,
        "file": number.place.file,
        "line": number.place.line,
        "column": number.place.column,
        "assumed": bool(about and about.assumed),
        "source": about.source if about else None,
        "note": about.note if about else None,
    }


def explain(study: Study, id: str, *, versus: str | None = None) -> Explanation:
    """Why a program has its score, what would make it a quick win, and why it stands above or below another.

    Raises:
        Usage: there is no program with such an id.
    """
    judged = judge(study)
    row = row_of(judged, id)
    places = {one: place for place, one in in_order(judged)}
    program = ranked(judged, row, places.get(row, 0))
    other = None if versus is None else row_of(judged, versus)
    criteria = study.judge.criteria
    return Explanation(
        title=study.title,
        set=study.judge.set,
        inputs=study.inputs,
        program=program,
        of=len(places),
        chain=tuple(chain(judged, program)),
        critical_path=tuple(critical_path(judged, row)),
        numbers=tuple(numbers(judged, row)),
        turns=turns(judged, row),
        money_alone=program.class_ != "quick win" and with_money(judged, row),
        unlocks=unlocked_by(judged, row),
        versus=None if other is None else difference(judged, row, other),
        other=None if other is None else ranked(judged, other, places.get(other, 0)),
        money=unit_of_money(study.judge.context),
        titles={leaf.key: leaf.title for leaf in study.judge.leaves},
        per={leaf.key: leaf.criterion.per for leaf in study.judge.leaves if leaf.criterion.per},
        readiness_scale=criteria.readiness.scale,
        home=study.candidates[row].source.document.file,
        enablers=tuple(coverage_of_needs(judged, row)),
        gates={
            "impact": criteria.quick_win.impact,
            "readiness": criteria.quick_win.readiness,
            "deadline": criteria.deadline,
        },
    )


def row_of(judged: Judged, id: str) -> int:
    """The row of a program.

    Raises:
        Usage: there is no program with such an id.
    """
    row = judged.row(id)
    if row is None:
        known = [candidate.id for candidate in judged.study.candidates]
        raise Usage(
            say(
                "There is no program with the id {id}. {mend}",
                id=quoted(id),
                mend=did_you_mean(id, known, say("programs")),
            )
        )
    return row


def chain(judged: Judged, program: Ranked) -> Iterator[Step]:
    """The losses from 100 to the score, in the order of the model."""
    weight = judged.inputs.rules.weight_of_impact
    if weight is None:
        factors = [
            ("impact", program.impact),
            ("coverage", program.coverage),
            ("timeliness", program.timeliness),
            ("delivery", program.delivery),
            ("priority", program.priority),
        ]
        before = 100.0
    else:
        before = 100.0
        for name, factor, points in (
            ("impact", program.impact, 100 * weight),
            ("timeliness", program.timeliness, 100 * (1 - weight)),
        ):
            after = before - points * (1 - factor)
            yield Step(name, factor, before, after)
            before = after
        factors = [("coverage", program.coverage), ("delivery", program.delivery), ("priority", program.priority)]
    for name, factor in factors:
        yield Step(name, factor, before, before * factor)
        before *= factor


def critical_path(judged: Judged, row: int) -> Iterator[Stretch]:
    """What the program waits for, from the start of the round to its benefit."""
    rows = [row]
    while (waits := judged.waits_for(rows[0])) not in {None, "money"}:
        rows.insert(0, row_of(judged, str(waits)))
    first = float(judged.scores.start[rows[0]])
    if rounded(first) > 0:
        status = judged.study.candidates[rows[0]].program.funding
        kind = status.status if status and status.status else say("not stated")
        yield Stretch(None, say("money opens ({kind})", kind=kind), 0.0, first)
    for one in rows:
        candidate = judged.study.candidates[one]
        yield Stretch(
            candidate.id,
            candidate.program.name,
            float(judged.scores.start[one]),
            float(judged.scores.months[one]),
            float(judged.inputs.planned[one]),
        )


def coverage_of_needs(judged: Judged, row: int) -> Iterator[tuple[str, float, float]]:
    """The coverage of each need of a program: its name, that of the place, and what it depends on adds."""
    for name, enabler in zip(judged.enablers, judged.inputs.enablers, strict=True):
        if row in enabler.needed_by:
            above = judged.ancestors.get(row, [])
            added = 0.0 if enabler.provided is None else float(enabler.provided[above].sum())
            yield name, float(enabler.coverage), added


def numbers(judged: Judged, row: int) -> Iterator[Number]:
    """The numbers of a program that its score reads, in the order of the model, then coverage and facts."""
    study = judged.study
    candidate, source = study.candidates[row], study.judge.context_source
    for path, stated in read_of(candidate.program, own_reads(study.judge)):
        place = candidate.source.place(path)
        yield Number(".".join(map(str, path)), stated.point, place.excerpt.strip(), place, stated.about, stated.level)
    for kind, key, fact in known_of_place(candidate.program, study.judge):
        place = source.place((kind, key)) if source else Place("")
        yield Number(f"{kind}.{key}", fact.value, place.excerpt.strip(), place, fact.about)
