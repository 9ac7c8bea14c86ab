"""Where raters lie apart, and what that does to the score of a program."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from quickwin.answers.agreed import Apart
from quickwin.answers.asking import Asked
from quickwin.answers.judged import Judged
from quickwin.answers.rank import CLASSES
from quickwin.engine.inputs import Floats
from quickwin.engine.score import Class, Scores, score
from quickwin.say import say
from quickwin.study.arrays import of_pillar
from quickwin.study.criterion import Leaf
from quickwin.study.estimate import Estimate

MOST_OF_READINESS = 500
"""Differences in readiness of which the points are worked out, the widest first: each of them takes a score of all."""
NUMBERS_AT_ONCE = 2_000_000
DIGITS = 9


class Pair(NamedTuple):
    """A program, by its row, and a question, with what its raters said: (value in [0, 1], rater, as stated)."""

    row: int
    question: Asked
    said: list[tuple[float, str, float]]

    @property
    def spread(self) -> float:
        """How far the lowest and the highest value lie apart."""
        return self.said[-1][0] - self.said[0][0]


def apart(judged: Judged, questions: Sequence[Asked]) -> Iterator[Apart]:
    """The programs and questions on which raters lie apart; those that move a score most first."""
    pairs = [
        Pair(row, question, said)
        for row, candidate in enumerate(judged.study.candidates)
        if candidate.asked
        for question in questions
        if (estimate := question.stated(candidate.program)) and len(said := valued(estimate, question)) > 1
    ]
    wide = [pair for pair in pairs if pair.spread > 0]
    found = [*by_criteria(judged, wide), *by_readiness(judged, wide)]
    yield from sorted(found, key=lambda one: (-round(one.points, DIGITS), -one.spread, one.id, one.key))


def valued(estimate: Estimate, question: Asked) -> list[tuple[float, str, float]]:
    """What raters said, by its value: the worst first."""
    leaf = question.leaf
    return sorted(
        ((round(worth(leaf, number) if leaf else number, DIGITS), name, number) for name, number in estimate.raters),
        key=lambda one: one[0],
    )


def worth(leaf: Leaf, number: float) -> float:
    """The value in [0, 1] of a performance as it is stated."""
    performances, worths = zip(*leaf.scale.points, strict=True)
    return float(np.interp(number / leaf.scale.divisor, performances, worths))


def by_criteria(judged: Judged, pairs: Sequence[Pair]) -> Iterator[Apart]:
    """The differences on criteria: a program's performance changes no other's score, so all are tried at once."""
    for column, leaf in enumerate(judged.study.judge.leaves):
        own = [pair for pair in pairs if pair.question.leaf is leaf]
        if own:
            ends = [with_column(judged, column, own, end) for end in (0, -1)]
            for pair in own:
                yield told(judged, pair, [(scores, (pair.row,)) for scores in ends])


def with_column(judged: Judged, column: int, pairs: Sequence[Pair], end: int) -> Scores:
    """All scores with what the lowest (0) or the highest (-1) rater said on one criterion."""
    performances = judged.inputs.performances.copy()
    for pair in pairs:
        divisor = judged.study.judge.leaves[column].scale.divisor
        performances[pair.row, column] = pair.said[end][2] / divisor
    return score(replace(judged.inputs, performances=performances))


def by_readiness(judged: Judged, pairs: Sequence[Pair]) -> Iterator[Apart]:
    """The differences in readiness, each tried by itself: it changes the scores of others too."""
    own = sorted((pair for pair in pairs if pair.question.leaf is None), key=lambda pair: -pair.spread)
    pillars = judged.inputs.pillars
    size = max(1, NUMBERS_AT_ONCE // (2 * pillars.size or 1))
    own = own[:MOST_OF_READINESS]
    for start in range(0, len(own), size):
        part = own[start : start + size]
        draws = np.repeat(pillars[None], 2 * len(part), axis=0)
        for place, pair in enumerate(part):
            for end in (0, -1):
                draws[2 * place - end, pair.row] = with_rating(judged, pair, end)
        scores = score(replace(judged.inputs, pillars=draws))
        for place, pair in enumerate(part):
            yield told(judged, pair, [(scores, (2 * place, pair.row)), (scores, (2 * place + 1, pair.row))])


def with_rating(judged: Judged, pair: Pair, end: int) -> Floats:
    """The pillars of a program with what the lowest (0) or the highest (-1) rater said."""
    stated = judged.study.candidates[pair.row].program.readiness
    path, number = pair.question.path[1:], Estimate(pair.said[end][2])
    pillars: Floats = judged.inputs.pillars[pair.row].copy()
    if not path or not isinstance(stated, dict):
        pillars[:] = number.point
        return pillars
    below = stated[path[0]]
    changed = {**below, path[1]: number} if isinstance(below, dict) else number
    pillars[list(judged.study.judge.criteria.readiness.pillars).index(path[0])] = of_pillar(changed)
    return pillars


def told(judged: Judged, pair: Pair, ends: Sequence[tuple[Scores, tuple[int, ...]]]) -> Apart:
    """A difference with what it does to the score."""
    candidate = judged.study.candidates[pair.row]
    low, high = (float(scores.score[place]) for scores, place in ends)
    kinds = [CLASSES[Class(int(np.broadcast_to(scores.classes, scores.score.shape)[place]))] for scores, place in ends]
    lowest, highest = pair.said[0][0], pair.said[-1][0]
    key, title = pair.question.question.key, pair.question.question.title
    return Apart(
        candidate.id,
        candidate.program.name,
        key,
        title,
        say("criterion") if pair.question.leaf else say("readiness"),
        as_said(judged, pair, lowest),
        tuple(name for value, name, _ in pair.said if value == lowest),
        as_said(judged, pair, highest),
        tuple(name for value, name, _ in pair.said if value == highest),
        pair.spread,
        abs(high - low),
        (kinds[0], kinds[1]),
    )


def as_said(judged: Judged, pair: Pair, value: float) -> str:
    """What the raters at one end said: a place on the scale as its score, all else in the words of the file."""
    at_end = [(name, number) for one, name, number in pair.said if one == value]
    leaf = pair.question.leaf
    if leaf is None:
        worst, best = judged.study.judge.criteria.readiness.scale
        return plain(worst + at_end[0][1] * (best - worst))
    if leaf.scale.ends:
        return plain(at_end[0][1])
    estimate = pair.question.stated(judged.study.candidates[pair.row].program)
    raters = (estimate.keys or {}).get("raters") if estimate else None
    said = [str(raters[name]) for name, _ in at_end] if isinstance(raters, dict) else []
    return " / ".join(dict.fromkeys(said))


def plain(score: float) -> str:
    """A score as a sheet has it.

    >>> plain(4.0), plain(2.6)
    ('4', '2.6')
    """
    return f"{score + 0.0:.{DIGITS}f}".rstrip("0").rstrip(".")
