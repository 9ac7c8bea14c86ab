"""The assumed numbers that a program's score reads, as paths."""

from collections.abc import Iterator, Mapping

from tests.oracle.impact import leaves, performance_of
from tests.oracle.studies import Estimate, Program, Study

Tree = Estimate | Mapping[str, "Tree"] | None

COST_PARTS = {
    "cost": ("capex", "opex_per_year"),
    "cost_per_beneficiary": ("capex", "opex_per_year"),
    "cost.capex": ("capex",),
    "cost.opex_per_year": ("opex_per_year",),
}


def assumed_numbers(study: Study, program: Program, before: list[Program]) -> list[str]:
    """A program's own paths, then those of all it depends on, then coverage and facts.

    A number is read where the score would change with it for some value: cost only where a criterion measures
    it, coverage only where `reachable` is not stated.
    """
    found = list(own_paths(study, program))
    for other in before:
        found += [f"{other.id}:{path}" for path in paths_for_others(other, program)]
    return found + list(paths_of_the_place(study, program))


def assumed_in(tree: Tree, path: str) -> Iterator[str]:
    """The assumed estimates of one entry of a program."""
    if isinstance(tree, Estimate):
        if tree.assumed:
            yield path
        return
    for key, below in (tree or {}).items():
        yield from assumed_in(below, f"{path}.{key}")


def own_paths(study: Study, program: Program) -> Iterator[str]:
    """What the score reads of the program itself."""
    measures = {leaf.measure for leaf, _ in leaves(study.criteria, 1.0)}
    if measures & {"beneficiaries", "cost_per_beneficiary"}:
        yield from assumed_in(program.beneficiaries, "beneficiaries")
    yield from assumed_in(program.time_to_benefit, "time_to_benefit")
    yield from assumed_in(program.lasts, "lasts")
    yield from assumed_in(program.impact, "impact")
    yield from assumed_in(program.reachable, "reachable")
    yield from cost_paths(program, measures)
    yield from assumed_in(program.readiness, "readiness")


def cost_paths(program: Program, measures: set[str | None]) -> Iterator[str]:
    """The parts of cost that criteria measure."""
    parts = {part for measure in measures for part in COST_PARTS.get(measure or "", ())}
    if isinstance(program.cost, Estimate):
        if "capex" in parts:
            yield from assumed_in(program.cost, "cost")
        return
    for part, estimate in (program.cost or {}).items():
        if part in parts:
            yield from assumed_in(estimate, f"cost.{part}")


def paths_for_others(other: Program, program: Program) -> Iterator[str]:
    """What the score of a program reads of one that it depends on."""
    yield from assumed_in(other.time_to_benefit, "time_to_benefit")
    if program.reachable is None:
        for enabler, share in other.provides.items():
            if enabler in program.needs:
                yield from assumed_in(share, f"provides.{enabler}")
    yield from assumed_in(other.readiness, "readiness")


def paths_of_the_place(study: Study, program: Program) -> Iterator[str]:
    """The coverage of what is needed, and the facts that measures are divided by."""
    if study.locality is None:
        return
    if program.reachable is None:
        for enabler, fact in study.locality.coverage.items():
            if fact.assumed and enabler in program.needs:
                yield f"coverage.{enabler}"
    divisors = {leaf.per for leaf, _ in leaves(study.criteria, 1.0) if performance_of(study, program, leaf) is not None}
    for key, fact in study.locality.facts.items():
        if fact.assumed and key in divisors:
            yield f"facts.{key}"
