"""Why this score, and what would change it? The explanation of one program."""

import math
from collections.abc import Iterator

from quickwin.answers.enabling import unlocked_by
from quickwin.answers.explanation import Explanation, Number, Step, Stretch
from quickwin.answers.gaps import known_of_place, read_of
from quickwin.answers.judged import Judged, in_order, judge, rounded
from quickwin.answers.rank import ranked
from quickwin.answers.ranking import Ranked
from quickwin.answers.turns import turns, with_money
from quickwin.answers.versus import difference
from quickwin.finding import Place
from quickwin.say import say
from quickwin.study.arrays import money
from quickwin.study.problem import did_you_mean, quoted
from quickwin.study.program import Program
from quickwin.study.study import Study, Usage
from quickwin.study.times import NONE


def explain(study: Study, id: str, *, versus: str | None = None) -> Explanation:
    """Why a program has its score, what would make it a quick win, and why it stands above or below another.

    Raises:
        Usage: there is no program with such an id.
    """
    judged = judge(study)
    row = row_of(judged, id)
    other = None if versus is None else row_of(judged, versus)
    if other == row:
        raise Usage(say("{id} is compared with itself. Name another program.", id=quoted(id)))
    return explained(judged, row, other)


def explained(judged: Judged, row: int, other: int | None = None) -> Explanation:
    """The explanation of the program in a row, beside that in another one."""
    study, criteria = judged.study, judged.study.judge.criteria
    places = {one: place for place, one in in_order(judged)}
    program = ranked(judged, row, places.get(row, 0))
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
        titles={leaf.key: leaf.title for leaf in study.judge.leaves},
        per={leaf.key: leaf.criterion.per for leaf in study.judge.leaves if leaf.criterion.per},
        pillars=tuple(pillars(judged, row)),
        no_money=(funding := study.candidates[row].program.funding) is not None and funding.status == NONE,
        home=study.candidates[row].source.document.file,
        enablers=tuple(coverage_of_needs(judged, row)),
        gates={
            "impact": criteria.quick_win.impact,
            "readiness": criteria.quick_win.readiness,
            "deadline": criteria.deadline,
        },
    )


def row_of(judged: Judged, id: str) -> int:
    """The row of a program, by its id or its name.

    Raises:
        Usage: there is no program of such an id or name.
    """
    row = judged.row(id)
    if row is not None:
        return row
    for skipped in judged.study.skipped:
        if skipped.id == id:
            raise Usage(say("{id} was left out. {reason}", id=quoted(id), reason=skipped.reason))
    candidates = judged.study.candidates
    named = [row for row, one in enumerate(candidates) if one.program.name.casefold() == id.casefold()]
    if len(named) == 1:
        return named[0]
    mend = did_you_mean(id, [one.id for one in candidates], say("programs"))
    near = did_you_mean(id, {one.program.name: one for one in candidates}, say("programs"))
    for one in candidates if not mend.endswith("?") else ():
        if quoted(one.program.name) in near:
            mend = say("Did you mean {id} ({name})?", id=quoted(one.id), name=one.program.name)
    raise Usage(say("There is no program with the id {id}. {mend}", id=quoted(id), mend=mend))


def chain(judged: Judged, program: Ranked) -> Iterator[Step]:
    """The losses from 100 to the score, in the order of the model."""
    weight, before = judged.inputs.rules.weight_of_impact, 100.0
    if weight is None:
        factors = [
            ("impact", program.impact),
            ("coverage", program.coverage),
            ("timeliness", program.timeliness),
            ("delivery", program.delivery),
            ("priority", program.priority),
        ]
    else:
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
    while (blocker := judged.blocker(rows[0])) is not None:
        rows.insert(0, blocker)
    first = float(judged.scores.start[rows[0]])
    if rounded(first) > 0:
        yield Stretch(None, waiting(judged.study.candidates[rows[0]].program), 0.0, first)
    for one in rows:
        candidate = judged.study.candidates[one]
        yield Stretch(
            candidate.id,
            candidate.program.name,
            float(judged.scores.start[one]),
            float(judged.scores.months[one]),
            float(judged.inputs.planned[one]),
        )


def waiting(program: Program) -> str:
    """What a program waits for whose money is not open yet."""
    kind = money(program)
    return say("no money: the latest date counts") if kind is None else say("money opens ({kind})", kind=kind)


def pillars(judged: Judged, row: int) -> Iterator[tuple[str, float | None]]:
    """The readiness of each pillar of a program, None where it is not stated."""
    names = judged.study.judge.criteria.readiness.pillars or [say("readiness")]
    for name, share in zip(names, judged.inputs.pillars[row].tolist(), strict=True):
        yield name, None if math.isnan(share) else share


def coverage_of_needs(judged: Judged, row: int) -> Iterator[tuple[str, float, float]]:
    """The coverage of each need of a program: its name, that of the place, and what it depends on adds."""
    for name, enabler in zip(judged.enablers, judged.inputs.enablers, strict=True):
        if row in enabler.needed_by:
            above = judged.ancestors.get(row)
            added = 0.0 if enabler.provided is None or above is None else float(enabler.provided[above].sum())
            yield name, float(enabler.coverage), added


def numbers(judged: Judged, row: int) -> Iterator[Number]:
    """The numbers of a program that its score reads, in the order of the model, then coverage and facts."""
    study = judged.study
    candidate, source = study.candidates[row], study.judge.context_source
    worst, best = study.judge.criteria.readiness.scale
    for path, stated in read_of(candidate.program, judged.reads):
        place = candidate.source.place(path)
        value = worst + stated.point * (best - worst) if path[0] == "readiness" else stated.point
        yield Number(".".join(map(str, path)), value, place.excerpt.strip(), place, stated.about, stated.level)
    for kind, key, fact in known_of_place(candidate.program, study.judge):
        place = source.place((kind, key)) if source else Place("")
        yield Number(f"{kind}.{key}", fact.value, place.excerpt.strip(), place, fact.about)
