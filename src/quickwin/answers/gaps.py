"""What a score stands on that nobody knows: numbers that are missing, and numbers that are assumed."""

from collections.abc import Iterable, Iterator, Sequence

from quickwin.finding import Path
from quickwin.study.context import Fact
from quickwin.study.estimate import Estimate
from quickwin.study.numbers import estimates
from quickwin.study.program import Program
from quickwin.study.study import Candidate, Judge

MEASURED_FROM: dict[str, set[Path]] = {
    "beneficiaries": {("beneficiaries",)},
    "cost": {("cost",)},
    "cost.capex": {("cost", "capex")},
    "cost.opex_per_year": {("cost", "opex_per_year")},
    "cost_per_beneficiary": {("beneficiaries",), ("cost",)},
}
"""The fields of a program that each measure reads."""


def missing_readiness(program: Program, judge: Judge) -> Iterator[str]:
    """What a program does not state of its readiness: `pillar.item`, `pillar`, or `readiness` as a whole."""
    stated, pillars = program.readiness, judge.criteria.readiness.pillars
    if isinstance(stated, Estimate):
        return
    if not stated:
        yield "readiness"
        return
    for key, pillar in pillars.items():
        of_pillar = stated.get(key)
        if of_pillar is None:
            yield key
        elif not isinstance(of_pillar, Estimate):
            yield from (f"{key}.{item}" for item in pillar.items if item not in of_pillar)


def own_reads(judge: Judge) -> set[Path]:
    """The fields of a program that its own score reads."""
    reads: set[Path] = {("time_to_benefit",), ("lasts",), ("reachable",), ("readiness",)}
    for leaf in judge.leaves:
        measure = leaf.criterion.measure
        reads.update(MEASURED_FROM[measure] if measure else {("impact", leaf.key)})
    return reads


def unsure(candidates: Sequence[Candidate]) -> dict[int, tuple[Path, ...]]:
    """By row, the assumed numbers of a program that the scores of those who depend on it may read."""
    reads: set[Path] = {("time_to_benefit",), ("provides",), ("readiness",)}
    found = ((row, read_of(candidate.program, reads)) for row, candidate in enumerate(candidates))
    paths = ((row, tuple(path for path, estimate in numbers if estimate.assumed)) for row, numbers in found)
    return {row: of_row for row, of_row in paths if of_row}


def assumed(
    candidate: Candidate, above: Iterable[tuple[str, tuple[Path, ...]]], judge: Judge, reads: set[Path]
) -> Iterator[str]:
    """The assumed numbers that a score reads: its own, those of all it depends on, coverage and facts.

    `above` are the ids of what it depends on, with the paths of their assumed numbers; `reads` are `own_reads`.
    """
    for path, estimate in read_of(candidate.program, reads):
        if estimate.assumed:
            yield ".".join(map(str, path))
    needs = coverage_needed(candidate.program)
    for id, paths in above:
        yield from (f"{id}:{'.'.join(map(str, path))}" for path in paths if path[0] != "provides" or path[1] in needs)
    for kind, key, fact in known_of_place(candidate.program, judge):
        if fact.about and fact.about.assumed:
            yield f"{kind}.{key}"


def read_of(program: Program, reads: set[Path]) -> Iterator[tuple[Path, Estimate]]:
    """The numbers of a program that stand at one of the paths or below it."""
    for path, estimate in estimates(program):
        is_capex = path == ("cost",) and ("cost", "capex") in reads  # one amount alone
        if path[:1] in reads or path[:2] in reads or is_capex:
            yield path, estimate


def coverage_needed(program: Program) -> tuple[str, ...]:
    """The enablers whose coverage counts for a program."""
    return tuple(dict.fromkeys(program.needs)) if program.reachable is None else ()


def known_of_place(program: Program, judge: Judge) -> Iterator[tuple[str, str, Fact]]:
    """The coverage and the facts of the place that a score reads, as (kind, key, fact)."""
    context = judge.context
    yield from (("coverage", key, context.coverage[key]) for key in coverage_needed(program))
    facts = dict.fromkeys(leaf.criterion.per for leaf in judge.leaves if leaf.criterion.per)
    yield from (("facts", key, context.facts[key]) for key in facts if key)
