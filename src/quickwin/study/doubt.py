"""Study → all that may be otherwise, as the arrays that the engine draws from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from quickwin.engine.doubt import Doubt, Ratio, Siblings, Sums, Tree, above, below, performance, provided
from quickwin.engine.inputs import Floats, Inputs
from quickwin.finding import Path
from quickwin.study.arrays import needed, point, total_cost
from quickwin.study.criterion import Criterion, Leaf
from quickwin.study.estimate import Estimate
from quickwin.study.ledger import Label, Ledger, Part
from quickwin.study.numbers import estimates
from quickwin.study.program import Program
from quickwin.study.study import Study

CAPEX, RUNNING = "capex", "running"
"""The arrays of costs, which belong to no score."""
NODE = "weights"
"""The array whose entries are the weights of the nodes of the tree."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """What the engine draws from, and the names of what it draws.

    `labels` say where each uncertain number stands and `unstated` which of them stand in for what nobody stated;
    `nodes` are the paths of the criteria, groups included, `raters` all who rated anything, and `interval` says whether
    any weight has a range or raters.
    """

    doubt: Doubt
    labels: tuple[Label, ...]
    nodes: tuple[Path, ...]
    raters: tuple[str, ...]
    interval: bool
    unstated: frozenset[Label]


def doubtful(study: Study, inputs: Inputs, *, intervals: bool = False, money: bool = False) -> Doubtful:
    """All that is uncertain in a study whose arrays are `inputs`; weights are numbers only where `intervals` count.

    With `money` costs are drawn too, which no score need read: capex, and what a month of running costs.
    """
    raters = tuple(sorted(named_raters(study)))
    ledger = Ledger(raters)
    for row, candidate in enumerate(study.candidates):
        enter_program(ledger, study, row, candidate.program)
        if money:
            capex, (path, opex, _) = cost_parts(candidate.program, 1)
            ledger.enter(CAPEX, row, row, [capex])
            ledger.enter(RUNNING, row, row, [(path, opex, 1 / 12)])
    names = {name: place for place, name in enumerate(needed(candidate.program for candidate in study.candidates))}
    for row, candidate in enumerate(study.candidates):
        for name, gain in candidate.program.provides.items():
            if name in names:
                ledger.enter(provided(names[name]), row, row, [(("provides", name), gain, 1.0)])
    unstated = frozenset(enter_unknown(ledger, study, inputs))
    nodes = tuple(all_nodes(study.judge.criteria.criteria, ("criteria",)))
    if intervals:
        for place, (path, node) in enumerate(nodes):
            ledger.enter(NODE, place, None, [((*path, "weight"), node.weight, 1.0)])
    spreads, panels, sums, labels = ledger.closed()
    weights, of_ratios = sums.pop(NODE, None), tuple(ratios(study, sums))
    doubt = Doubt(inputs, tree(study, nodes, weights), spreads, panels, sums, of_ratios)
    ranged = any(node.weight.raters or node.weight.low is not None for _, node in nodes)
    return Doubtful(doubt, labels, tuple(path for path, _ in nodes), raters, ranged, unstated)


def named_raters(study: Study) -> set[str]:
    """All raters who are named anywhere in a study."""
    weights = (node.weight for _, node in all_nodes(study.judge.criteria.criteria, ("criteria",)))
    stated = (one for candidate in study.candidates for _, one in estimates(candidate.program))
    return {rater for one in (*weights, *stated) for rater, _ in one.raters}


def enter_program(ledger: Ledger, study: Study, row: int, program: Program) -> None:
    """Note all that is uncertain in what a program states of itself."""
    count, criteria = len(study.candidates), study.judge.criteria
    for column, leaf in enumerate(study.judge.leaves):
        measure, each = leaf.criterion.measure, 1 / leaf.scale.divisor
        if measure == "cost_per_beneficiary":
            if has_ratio(program):
                ledger.enter(above(column), row, row, cost_parts(program, criteria.horizon))
                ledger.enter(below(column), row, row, [(("beneficiaries",), program.beneficiaries, 1.0)])
        elif measure or leaf.criterion.curve is not None:
            parts = measured_parts(program, measure, criteria.horizon) if measure else [judged_part(program, leaf)]
            ledger.enter(performance(column), row, row, [(path, one, each * part) for path, one, part in parts])
        else:
            path, stated, _ = judged_part(program, leaf)
            valued = stated and stated.along(lambda raw, leaf=leaf: value_of(raw, leaf))  # type: ignore[misc]  # not inferred
            ledger.enter("values", column * count + row, row, [(path, valued, 1.0)])
    time = program.time_to_benefit
    phases = {(): time} if isinstance(time, Estimate) else {(key,): phase for key, phase in time.items()}
    ledger.enter("planned", row, row, [(("time_to_benefit", *key), one, 1.0) for key, one in phases.items()])
    ledger.enter("lasts", row, row, [(("lasts",), program.lasts, 1.0)])
    ledger.enter("reachable", row, row, [(("reachable",), program.reachable, 1.0)])
    pillars = tuple(criteria.readiness.pillars) or ("",)
    for place, pillar in enumerate(pillars):
        ledger.enter("pillars", place * count + row, row, pillar_parts(program, pillar))


def enter_unknown(ledger: Ledger, study: Study, inputs: Inputs) -> Iterator[Label]:
    """Note which performances and pillars are not stated, and say where; a ratio that is drawn is stated."""
    drawn = {
        (column, row)
        for column in range(len(study.judge.leaves))
        for row in (entry.place for entry in ledger.arrays.get(below(column), ()))
    }
    count, pillars = len(study.candidates), tuple(study.judge.criteria.readiness.pillars)
    for row, column in np.argwhere(np.isnan(inputs.performances)).tolist():
        if (column, row) not in drawn:
            leaf = study.judge.leaves[column]
            measure = leaf.criterion.measure
            alone = sum(one.criterion.measure == measure for one in study.judge.leaves) == 1
            path = tuple(measure.split(".")) if measure and alone else ("impact", leaf.key)
            ledger.enter_unknown("values", column * count + row, (row, path))
            yield row, path
    for row, place in np.argwhere(np.isnan(inputs.pillars)).tolist():
        path = ("readiness", pillars[place]) if pillars else ("readiness",)
        ledger.enter_unknown("assumed", place * count + row, (row, path))
        yield row, path


def has_ratio(program: Program) -> bool:
    """Whether a program has a cost for each beneficiary, in some draws at least."""
    people = program.beneficiaries
    costs = program.capex is not None or program.opex_per_year is not None
    return costs and people is not None and max(people.point, people.high or 0.0) > 0


def judged_part(program: Program, leaf: Leaf) -> Part:
    """The number that a program states on a criterion."""
    return ("impact", leaf.key), program.impact.get(leaf.key), 1.0


def value_of(raw: float, leaf: Leaf) -> float:
    """The value in [0, 1] of a performance on a scale that is a straight line."""
    (first, at_first), (last, at_last) = leaf.scale.points[0], leaf.scale.points[-1]
    return at_first + (raw / leaf.scale.divisor - first) / (last - first) * (at_last - at_first)


def measured_parts(program: Program, measure: str, horizon: int) -> list[Part]:
    """The numbers that a measure adds up."""
    if measure == "beneficiaries":
        return [(("beneficiaries",), program.beneficiaries, 1.0)]
    parts = cost_parts(program, horizon)
    if measure == "cost":
        return parts
    capex, (path, opex, _) = parts
    return [capex] if measure == "cost.capex" else [(path, opex, 1.0)]


def cost_parts(program: Program, horizon: int) -> list[Part]:
    """Capex and the running cost up to the horizon."""
    alone = isinstance(program.cost, Estimate)
    return [
        (("cost",) if alone else ("cost", "capex"), program.capex, 1.0),
        (("cost", "opex_per_year"), program.opex_per_year, horizon / 12),
    ]


def pillar_parts(program: Program, pillar: str) -> list[Part]:
    """The numbers whose mean a pillar is; one estimate states them all."""
    stated = program.readiness
    if stated is None or isinstance(stated, Estimate):
        return [(("readiness",), stated, 1.0)]
    of_pillar = stated.get(pillar)
    if of_pillar is None or isinstance(of_pillar, Estimate):
        return [(("readiness", pillar), of_pillar, 1.0)]
    return [(("readiness", pillar, item), one, 1 / len(of_pillar)) for item, one in of_pillar.items()]


def ratios(study: Study, sums: dict[str, Sums]) -> Iterator[Ratio]:
    """The criteria that measure cost for each beneficiary, where any of it is uncertain."""
    programs = [candidate.program for candidate in study.candidates]
    for column, leaf in enumerate(study.judge.leaves):
        over, under = sums.pop(above(column), None), sums.pop(below(column), None)
        if over or under:
            yield Ratio(
                column,
                np.array([total_cost(program, study.judge.criteria.horizon) for program in programs]),
                np.array([point(program.beneficiaries) for program in programs]),
                over or NOTHING,
                under or NOTHING,
                leaf.scale.divisor,
            )


def all_nodes(criteria: Mapping[str, Criterion], path: Path) -> Iterator[tuple[Path, Criterion]]:
    """Every criterion that has a weight, groups before their members, with its path."""
    for key, one in criteria.items():
        if not one.factor:
            yield (*path, key), one
            yield from all_nodes(one.criteria or {}, (*path, key, "criteria"))


def tree(study: Study, nodes: tuple[tuple[Path, Criterion], ...], drawn: Sums | None) -> Tree:
    """The tree of criteria."""
    place = {path: number for number, (path, _) in enumerate(nodes)}
    groups: dict[Path, list[int]] = {}
    for path, number in place.items():
        groups.setdefault(path[:-1], []).append(number)
    weights: Floats = np.array([node.weight.point for _, node in nodes], dtype=np.float64)
    return Tree(
        len(nodes),
        tuple(Siblings(np.array(group, dtype=np.intp), weights[group]) for group in groups.values()),
        tuple(
            np.array([place[leaf.path[:end]] for end in range(2, len(leaf.path) + 1, 2)], dtype=np.intp)
            if not leaf.criterion.factor
            else NOTHING.entries
            for leaf in study.judge.leaves
        ),
        drawn or NOTHING,
    )


EMPTY = np.array([], dtype=np.intp)
NOTHING = Sums(EMPTY, EMPTY.astype(np.float64), EMPTY, EMPTY, EMPTY.astype(np.float64))
"""No entry is uncertain."""
