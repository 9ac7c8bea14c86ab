"""What goes into the master plan? The profile sheets of programs."""

from collections.abc import Iterable, Iterator, Sequence

from quickwin.answers.explain import explained, row_of
from quickwin.answers.explanation import Explanation
from quickwin.answers.figures import amount, figure, in_months, percent
from quickwin.answers.gaps import known_of_place
from quickwin.answers.judged import Judged, in_order, judge
from quickwin.answers.profiles import Assumed, Indicator, Need, Other, Pillar, Profile, Profiles, Times
from quickwin.engine.score import Class
from quickwin.files.yaml import Data
from quickwin.finding import Path
from quickwin.study.duration import day_after
from quickwin.study.estimate import Estimate
from quickwin.study.numbers import estimates
from quickwin.study.program import Program
from quickwin.study.study import Candidate, Judge, Study

ASKED = ("subdimension", "owner", "problem", "target_group", "beneficiaries", "fallback")
"""What every sheet asks for at its head: without it a reader cannot tell what is proposed, or for whom."""


def profile(study: Study, ids: str | Iterable[str] = ()) -> Profiles:
    """The profile sheets of programs, by id or name, in that order and each once; without any, of all quick wins.

    Raises:
        Usage: there is no program of such an id or name.
    """
    judged = judge(study)
    asked = (ids,) if isinstance(ids, str) else tuple(ids)
    rows = list(dict.fromkeys(row_of(judged, id) for id in asked))
    if not asked:
        rows = [row for _, row in in_order(judged) if judged.scores.classes[row] == Class.QUICK_WIN]
    return Profiles(
        title=study.title,
        set=study.judge.set,
        inputs=study.inputs,
        skipped=study.skipped,
        sheets=tuple(sheet(judged, row) for row in rows),
    )


def sheet(judged: Judged, row: int) -> Profile:
    """The profile sheet of the program in a row."""
    candidate, judge = judged.study.candidates[row], judged.study.judge
    explanation, program = explained(judged, row), candidate.program
    cost, people = explanation.program.cost, program.beneficiaries
    symbol = judge.context.currency.symbol
    return Profile(
        stated=program,
        explanation=explanation,
        place=judge.context.name or "",
        symbol=symbol,
        cost_per_beneficiary=cost / people.point if cost is not None and people and people.point else None,
        needs=tuple(needs(program, judge, explanation)),
        depends_on=tuple(others(judged, program.depends_on)),
        conflicts_with=tuple(others(judged, program.conflicts_with)),
        times=times(judged, row, explanation),
        pillars=tuple(pillars(candidate, explanation, judge)),
        kpi=tuple(indicators(candidate)),
        assumed=tuple(assumed(candidate, judge, symbol)),
        missing=tuple(missing(program, explanation, judge)),
    )


def needs(program: Program, judge: Judge, explanation: Explanation) -> Iterator[Need]:
    """What people must already have, and how many have it."""
    added = {name: gain for name, _, gain in explanation.enablers}
    for name in dict.fromkeys(program.needs):
        fact = judge.context.coverage.get(name)
        yield Need(name, fact.value if fact else None, added.get(name, 0.0), counts=program.reachable is None)


def others(judged: Judged, ids: Sequence[str]) -> Iterator[Other]:
    """Other programs by their ids, in the order of the file."""
    for id in dict.fromkeys(ids):
        row = judged.row(id)
        yield Other(id, id if row is None else judged.study.candidates[row].program.name)


def times(judged: Judged, row: int, explanation: Explanation) -> Times:
    """The times of a program, as days where the round has a start."""
    criteria, one = judged.study.judge.criteria, explanation.program
    start = criteria.start
    opens = None if criteria.budget_opens is None else float(judged.inputs.opens[row])
    blocker = judged.blocker(row)
    return Times(
        begins=day_after(start, one.start) if start else None,
        felt=day_after(start, one.months) if start else None,
        deadline=day_after(start, criteria.deadline) if start else None,
        opens=opens,
        opens_on=day_after(start, opens) if start and opens is not None else None,
        waits_for=None if blocker is None else judged.study.candidates[blocker].program.name,
        horizon=criteria.horizon,
    )


def pillars(candidate: Candidate, explanation: Explanation, judge: Judge) -> Iterator[Pillar]:
    """Each pillar's readiness, with all items that are asked about it where it states any."""
    known, stated = judge.criteria.readiness.pillars, candidate.program.readiness
    for name, share in explanation.pillars:
        of_pillar = stated.get(name) if isinstance(stated, dict) else stated
        if isinstance(of_pillar, Estimate) or name not in known:
            yield Pillar(name, share, (), "")
            continue
        items = tuple((item, (of_pillar or {}).get(item)) for item in known[name].items)
        yield Pillar(name, share, items, note_at(candidate.source.document.data, ("readiness", name)))


def note_at(data: Data, path: Path) -> str:
    """What is noted in a mapping of a file, empty where nothing is."""
    for key in path:
        data = data.get(str(key)) if isinstance(data, dict) else None
    note = data.get("note") if isinstance(data, dict) else None
    return str(note) if note is not None else ""


def indicators(candidate: Candidate) -> Iterator[Indicator]:
    """The KPIs, with their numbers as the file writes them too: 80% reads better than 0.8."""
    data = candidate.source.document.data
    listed = data.get("kpi") if isinstance(data, dict) else None
    raw = [one for one in listed if one is not None] if isinstance(listed, list) else []
    for place, one in enumerate(candidate.program.kpi):
        given = raw[place] if place < len(raw) else None
        of = given if isinstance(given, dict) else {}
        texts = (as_written(of.get("baseline"), one.baseline), as_written(of.get("target"), one.target))
        yield Indicator(one.name, one.unit, one.baseline, one.target, one.by, one.note, texts)


def as_written(data: Data, read: Estimate | None) -> str:
    """A number as the file writes it, with its range; of raters their mean; empty where there is none."""
    if read is None:
        return ""
    if not isinstance(data, dict):
        return figure(read.point) if data is None or str(data) == f"{read.point:g}" else str(data)
    point = data.get("value") or data.get("likely")
    return as_written(point, Estimate(read.point)) if isinstance(point, str) else figure(read.point)


def assumed(candidate: Candidate, judge: Judge, symbol: str) -> Iterator[Assumed]:
    """Every number of a sheet that is marked as assumed: the program's, read by its score or not, and the place's."""
    program = candidate.program
    worst, best = judge.criteria.readiness.scale
    for path, stated in estimates(program):
        if stated.assumed:
            on_scale = stated.along(lambda share: worst + share * (best - worst))
            yield Assumed(path, taken(path, on_scale if path[0] == "readiness" else stated, symbol), stated.about)
    for place, one in enumerate(program.kpi):
        for key, number in (("baseline", one.baseline), ("target", one.target)):
            if number and number.assumed:
                yield Assumed(("kpi", place, key), figure(number.point), number.about)
    for kind, key, fact in known_of_place(program, judge):
        if fact.about and fact.about.assumed:
            shown = percent(fact.value) if kind == "coverage" else figure(fact.value)
            yield Assumed((kind, key), shown, fact.about)


def taken(path: Path, stated: Estimate, symbol: str) -> str:
    """A number of a program in the manner of its field."""
    if stated.level:
        return stated.level
    if path[0] == "cost":
        return amount(stated.point, symbol)
    if path[0] in {"reachable", "provides"}:
        return percent(stated.point)
    if path[0] in {"time_to_benefit", "lasts"}:
        return in_months(stated.point)
    return figure(stated.point)


def missing(program: Program, explanation: Explanation, judge: Judge) -> Iterator[Path]:
    """What a sheet asks for and the file does not state, in the order of the sheet.

    Partners, needs, dependencies and conflicts are not among it: a program may well have none.
    """
    yield from ((key,) for key in ASKED if getattr(program, key) is None)
    yield from (("cost", key) for key in ("capex", "opex_per_year") if getattr(program, key) is None)
    funding = program.funding
    yield from (("funding", key) for key in ("source", "status") if getattr(funding, key, None) is None)
    measures = {leaf.key for leaf in judge.leaves if leaf.criterion.measure}
    for path in explanation.program.missing:
        is_criterion = path in explanation.program.criteria
        if path not in measures:
            yield ("impact", path) if is_criterion else ("readiness", *of_readiness(path, judge))
    if not program.kpi:
        yield ("kpi",)
    for place, one in enumerate(program.kpi):
        yield from (("kpi", place, key) for key in ("baseline", "target", "by") if getattr(one, key) is None)
    yield from ((key,) for key in ("legal_basis", "evidence") if not getattr(program, key))
    for place, document in enumerate(program.evidence):
        yield from (("evidence", place, key) for key in ("url", "date") if getattr(document, key) is None)


def of_readiness(path: str, judge: Judge) -> tuple[str, ...]:
    """The pillar, and the item, that a name such as `structure.people` speaks of; nothing for readiness as a whole."""
    for name in judge.criteria.readiness.pillars:
        if path == name:
            return (name,)
        if path.startswith(f"{name}."):
            return (name, path.removeprefix(f"{name}."))
    return ()
