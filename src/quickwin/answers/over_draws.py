"""What many draws say of the programs of a study: chances, scores, close pairs, and how much was drawn for them."""

from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

import numpy as np

from quickwin.answers.gaps import assumed
from quickwin.answers.judged import Judged, asked_rows
from quickwin.answers.rank import CLASSES
from quickwin.answers.ranked_table import at_home
from quickwin.answers.robustness import Drawn, Pair, Robust
from quickwin.engine.inputs import Floats, Indices
from quickwin.engine.quantiles import ahead, quantiles
from quickwin.engine.score import Class
from quickwin.engine.simulation import Simulation
from quickwin.study.criterion import Criterion
from quickwin.study.doubt import Doubtful

CLOSE = 0.05
"""Two programs are a close pair if either is ahead in this share of the draws or more."""
NEIGHBOURS = 12
"""Every two of so many first programs are looked at as a pair."""


def counts(judged: Judged, doubts: Doubtful, rows: list[int]) -> Drawn:
    """How many numbers were drawn that the scores of some programs read, and how many assumed ones were not."""
    study, many = judged.study, len(doubts.doubt.spreads.low)
    read = {one for row in rows for one in judged.with_ancestors(row)}
    spread = [label for label in doubts.labels[:many] if label[0] in read]
    rated = [label for label in doubts.labels[many:] if label[0] in read]
    known = {
        f"{study.candidates[row].id}:{'.'.join(map(str, path))}" for row, path in (*spread, *rated) if row is not None
    }
    stands_on = {
        at_home(path, study.candidates[row].id)
        for row in rows
        for path in assumed(study.candidates[row], judged.unsure_above(row), study.judge, judged.reads)
    }
    unstated = sum(label in doubts.unstated for label in spread)
    return Drawn(len(spread) - unstated, len(rated), unstated, len(stands_on - known))


def each(  # noqa: PLR0917  # all that is known of the programs
    judged: Judged,
    result: Simulation,
    share: Floats,
    central: Floats,
    sure: Floats,
    ordered: list[tuple[int, int]],
    top: int,
) -> list[Robust]:
    """The programs in the order of their ranks."""
    weighed = [(column, leaf.key) for column, leaf in enumerate(judged.study.judge.leaves) if not leaf.criterion.factor]
    between = quantiles(result.scores, (0.05, 0.95)).tolist()
    means, quick = result.scores.mean(axis=1).tolist(), (result.quick_wins / result.draws).tolist()
    found = []
    places = {row: place for place, row in enumerate(asked_rows(judged).tolist())}
    for rank, row in ordered:
        place = places[row]
        candidate = judged.study.candidates[row]
        is_ever_first = not np.isnan(central[place]).any()
        found.append(
            Robust(
                rank=rank,
                id=candidate.id,
                name=candidate.program.name,
                class_=CLASSES[Class(judged.scores.classes[row])],
                score=float(judged.scores.score[row]),
                acceptability=tuple(share[place].tolist()),
                top=min(float(share[place, :top].sum()), 1.0),
                quick_win=quick[place],
                expected_score=means[place],
                interval=(between[place][0], between[place][1]),
                central_weights={key: float(central[place, column]) for column, key in weighed}
                if is_ever_first
                else None,
                confidence=None if np.isnan(sure[place]) else float(sure[place]),
            )
        )
    return found


def titles(criteria: Mapping[str, Criterion]) -> Iterator[tuple[str, str]]:
    """The key of each criterion, groups included, with its name for people."""
    for key, one in criteria.items():
        yield key, one.title or key
        yield from titles(one.criteria or {})


def close_pairs(judged: Judged, scores: Floats, rows: Indices, ordered: list[int]) -> tuple[Pair, ...]:
    """The pairs of programs of which either may be ahead: among the first, and neighbours in rank."""
    first = range(min(NEIGHBOURS, len(ordered)))
    pairs = sorted({*combinations(first, 2), *pairwise(range(len(ordered)))})
    one, other = np.searchsorted(rows, np.array(ordered))[np.array(pairs, dtype=np.intp).reshape(-1, 2)].T
    ids = [judged.study.candidates[row].id for row in ordered]
    return tuple(
        Pair(ids[above], ids[below], share)
        for (above, below), share in zip(pairs, ahead(scores, one, other).tolist(), strict=True)
        if CLOSE <= share <= 1 - CLOSE
    )
