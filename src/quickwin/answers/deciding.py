"""Which weights decide: how far each may move before the first place, the top or the quick wins change."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from quickwin.answers.judged import Judged, in_order
from quickwin.engine.inputs import Flags, Floats, Indices
from quickwin.engine.parts import parts_of
from quickwin.engine.score import at_least
from quickwin.engine.swing import Flip, Span, ends, movable, span_of_gate, span_of_top
from quickwin.engine.value import impact, mixed
from quickwin.study.doubt import Doubtful


@dataclass(frozen=True, slots=True)
class Turn:
    """The share of its group at which a criterion turns a set, and who draws level with whom.

    `passes` is the program that is overtaken, and None where a program reaches, or falls below, the gate of impact.
    """

    share: float
    program: str
    passes: str | None


@dataclass(frozen=True, slots=True)
class Range:
    """The shares from `low` to `high` between which a set stays as it is, and what turns it at either end."""

    low: float
    high: float
    below: Turn | None
    above: Turn | None


@dataclass(frozen=True, slots=True)
class Decides:
    """A criterion, its share of its group, and how far it may move: for the first place, the top K, the quick wins."""

    criterion: str
    group: str | None
    share: float
    first: Range
    top: Range
    quick_wins: Range


@dataclass(frozen=True, slots=True)
class Deciding:
    """The weights that can be moved, in the order of criteria.yaml."""

    weights: tuple[Decides, ...]

    def document(self) -> list[dict[str, Any]]:
        """The weights as JSON has them."""
        return [asdict(one) for one in self.weights]


@dataclass(frozen=True, slots=True)
class Standing:
    """The programs that were asked for, as rows, their ids, K, and which of them pass all gates but that of impact."""

    rows: Indices
    ids: tuple[str, ...]
    count: int
    able: Flags


def deciding(judged: Judged, doubtful: Doubtful, count: int) -> Deciding:
    """How far each weight may move; the top are the first `count` programs and all tied with the last of them."""
    ordered = in_order(judged)
    rows = np.array([row for _, row in ordered], dtype=np.intp)
    scores, inputs = judged.scores, judged.inputs
    soon = at_least(inputs.rules.deadline, scores.months)
    standing = Standing(
        rows,
        tuple(judged.study.candidates[row].id for row in rows),
        count,
        (soon & inputs.money & scores.ready)[rows],
    )
    tree = doubtful.doubt.tree
    return Deciding(
        tuple(decides(judged, doubtful, standing, node, share) for node, share in (movable(tree) if len(rows) else ()))
    )


def decides(judged: Judged, doubtful: Doubtful, standing: Standing, node: int, share: float) -> Decides:
    """How far one weight may move."""
    rules = judged.inputs.rules
    none, all_of_it = ends(doubtful.doubt.tree, node)
    low, high = (scores_by(judged, weights, standing.rows) for weights in (none, all_of_it))
    reached = [effective(judged, weights)[standing.rows] for weights in (none, all_of_it)]
    path = doubtful.nodes[node]
    return Decides(
        str(path[-1]),
        str(path[-3]) if len(path) > 2 else None,
        share,
        named(span_of_top(low, high, share, 1), standing.ids),
        named(span_of_top(low, high, share, standing.count), standing.ids),
        named(span_of_gate(reached[0], reached[1], share, rules.least_impact, standing.able), standing.ids),
    )


def scores_by(judged: Judged, weights: Floats, rows: Indices) -> Floats:
    """The scores (a,) of the programs in `rows` by other weights (n,)."""
    parts = parts_of(judged.scores, judged.inputs, rows, 1)
    columns = ~judged.inputs.factors
    scores = mixed(parts.grown[0].T, weights[columns])
    return scores if parts.bases is None else scores + parts.bases[0]


def effective(judged: Judged, weights: Floats) -> Floats:
    """The effective impact (m,) by other weights (n,)."""
    return impact(judged.scores.values, weights, judged.inputs.factors) * judged.scores.coverage


def named(span: Span, ids: tuple[str, ...]) -> Range:
    """A span with the names of the programs."""

    def turn(flip: Flip | None) -> Turn | None:
        if flip is None:
            return None
        return Turn(flip.share, ids[flip.program], None if flip.other < 0 else ids[flip.other])

    below, above = turn(span.low), turn(span.high)
    return Range(below.share if below else 0.0, above.share if above else 1.0, below, above)
