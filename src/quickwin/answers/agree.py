"""How far do the raters of a study agree, and who stands apart?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quickwin.answers.agreed import Accord, Agreement, Standing
from quickwin.answers.apart import apart
from quickwin.answers.asking import Asked, asked
from quickwin.answers.judged import Judged, judge
from quickwin.engine.concordance import CHANCE, Concordance, Unlike, concordance, unlike
from quickwin.engine.inputs import Flags, Floats
from quickwin.engine.value import impact, values
from quickwin.say import say
from quickwin.study.arrays import curve
from quickwin.study.study import Study

FEWEST_PROGRAMS = 3
MODERATE, STRONG = 0.5, 0.7
"""From these W on agreement is called so, with Schmidt 1997, doi:10.1111/j.1540-5915.1997.tb01330.x."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """What raters said: values (r, m, q) in [0, 1] of r raters on m programs and q questions, NaN where nothing."""

    raters: tuple[str, ...]
    questions: tuple[Asked, ...]
    values: Floats


def agreement(study: Study) -> Agreement:
    """How far the raters of a study agree on what its programs are worth, and where they lie apart.

    On each question those raters are compared who rated at least half of the programs that anybody rated, over the
    programs that all of them rated. Overall a program is rated by whoever rated it on all criteria on which raters are
    compared, and so each rater's own order is compared, by impact on these: the weighted sum of the values it gave.
    """
    judged, ratings = judge(study), gathered(study)
    of_questions = [of_question(ratings, column) for column in range(len(ratings.questions))]
    used = used_overall(ratings, of_questions)
    overall, standings = of_all(ratings, used, judged)
    given = (~np.isnan(ratings.values)).sum(axis=(1, 2)).tolist()
    whole = complete(ratings, used).sum(axis=1).tolist()
    return Agreement(
        study.title,
        study.judge.set,
        study.inputs,
        study.skipped,
        tuple(
            standing(name, counts, standings.get(name))
            for name, *counts in zip(ratings.raters, given, whole, strict=True)
        ),
        overall,
        tuple(one for one in of_questions if one),
        tuple(apart(judged, ratings.questions)),
    )


def gathered(study: Study) -> Ratings:
    """Everything that raters said of the programs that were asked for; raters in the order of the files."""
    questions = asked(study.judge)
    programs = [candidate.program for candidate in study.candidates if candidate.asked]
    stated = [[one.stated(program) for one in questions] for program in programs]
    names = list(dict.fromkeys(name for row in stated for one in row if one for name, _ in one.raters))
    numbers = np.full((len(names), len(programs), len(questions)), np.nan)
    places = {name: place for place, name in enumerate(names)}
    for row, estimates in enumerate(stated):
        for column, estimate in enumerate(estimates):
            for name, number in estimate.raters if estimate else ():
                numbers[places[name], row, column] = number
    for column, question in enumerate(questions):
        if question.leaf:
            performances = numbers[:, :, column] / question.leaf.scale.divisor
            valued = values(performances[..., None], (curve(question.leaf),))[..., 0]
            numbers[:, :, column] = np.where(np.isnan(performances), np.nan, np.round(valued, 9))
    return Ratings(tuple(names), questions, np.round(numbers, 9))


def compared(rated: Flags) -> tuple[Flags, Flags]:
    """Which raters and programs are compared, of what was rated (r, m): raters of at least half of what anybody rated.

    >>> everyone, both = compared(np.array([[True, True, False], [True, False, True], [False, False, False]]))
    >>> everyone.tolist(), both.tolist()
    ([True, True, False], [True, False, False])
    """
    counts = rated.sum(axis=1)
    raters = (counts > 0) & (2 * counts >= rated.any(axis=0).sum())
    return raters, rated[raters].all(axis=0) if raters.any() else np.zeros(rated.shape[1], dtype=bool)


def of_question(ratings: Ratings, column: int) -> Accord | None:
    """The agreement on one question; None where nobody rated anything."""
    numbers = ratings.values[:, :, column]
    rated = ~np.isnan(numbers)
    if not rated.any():
        return None
    raters, programs = compared(rated)
    question = ratings.questions[column]
    kind = say("criterion") if question.leaf else say("readiness")
    accord, _ = accord_of(
        (question.question.key, question.question.title, kind),
        ratings,
        (raters, np.any(rated, axis=1)),
        numbers[np.ix_(raters, programs)],
    )
    return accord


def used_overall(ratings: Ratings, of_questions: Sequence[Accord | None]) -> list[int]:
    """The columns of the criteria that count in the score and on which raters are compared."""
    return [
        column
        for column, (question, accord) in enumerate(zip(ratings.questions, of_questions, strict=True))
        if question.leaf and accord and accord.w is not None and counts(question)
    ]


def complete(ratings: Ratings, used: Sequence[int]) -> Flags:
    """Which raters (r) rated which programs (m) on all of some questions; none where these are none."""
    rated: Flags = ~np.isnan(ratings.values[:, :, used])
    whole: Flags = np.zeros(rated.shape[:2], dtype=bool)
    if used:
        whole[:] = rated.all(axis=2)
    return whole


def of_all(ratings: Ratings, used: Sequence[int], judged: Judged) -> tuple[Accord, dict[str, Unlike]]:
    """The agreement on all criteria together, and how each rater who is compared stands to the others."""
    numbers = ratings.values[:, :, used]
    raters, programs = compared(complete(ratings, used))
    leaves = {leaf.key: place for place, leaf in enumerate(judged.study.judge.leaves)}
    places = [leaves[str(ratings.questions[column].path[-1])] for column in used]
    weights, factors = judged.inputs.weights[places], judged.inputs.factors[places]
    total = weights.sum()
    whole = (
        impact(numbers[raters][:, programs], weights / total if total else weights, factors)
        if used
        else numbers[raters][:, programs].sum(axis=2)
    )
    return accord_of(
        (say("overall"), say("All criteria together"), say("overall")),
        ratings,
        (raters, np.any(~np.isnan(numbers), axis=(1, 2))),
        np.round(whole, 9),
    )


def counts(question: Asked) -> bool:
    """Whether a criterion counts in the score."""
    return question.leaf is not None and (question.leaf.criterion.factor or question.leaf.weight > 0)


def accord_of(
    about: tuple[str, str, str], ratings: Ratings, who: tuple[Flags, Flags], numbers: Floats
) -> tuple[Accord, dict[str, Unlike]]:
    """The agreement of some raters' numbers (raters, programs) without NaN, and how each of them stands to the others.

    `who` says which of all raters are compared, and which rated anything here.
    """
    raters, any_rated = who
    names = [name for name, one in zip(ratings.raters, raters.tolist(), strict=True) if one]
    out = [name for name, one in zip(ratings.raters, (any_rated & ~raters).tolist(), strict=True) if one]
    enough = len(names) >= 2 and numbers.shape[1] >= FEWEST_PROGRAMS
    found = concordance(numbers) if enough else None
    if found is None or math.isnan(found.w):
        word = say("all alike") if found else say("nothing to compare")
        return Accord(*about, tuple(names), tuple(out), numbers.shape[1], None, None, None, None, word, ()), {}
    standings = dict(zip(names, unlike(numbers), strict=True))
    named = tuple(name for name, one in standings.items() if one.clearly)
    return (
        Accord(
            *about,
            tuple(names),
            tuple(out),
            numbers.shape[1],
            found.w,
            found.chi_square,
            found.p,
            found.test,
            word_for(found),
            named,
        ),
        standings,
    )


def word_for(found: Concordance) -> str:
    """How strong an agreement is, in a word that claims no more than it shows."""
    if found.p > CHANCE:
        fewest = math.factorial(min(found.objects, 20)) ** (1 - found.raters)
        if fewest > CHANCE:
            return say("too few to tell")
        return say("near, but too few to be sure") if found.w >= STRONG else say("no more than chance")
    return say("strong") if found.w >= STRONG else say("moderate") if found.w >= MODERATE else say("weak")


def standing(name: str, counts: Sequence[int], found: Unlike | None) -> Standing:
    """A rater with its counts, of numbers and of programs rated on all criteria, and how it stands to the others."""
    given, whole = counts
    if found is None:
        return Standing(name, given, whole, None, None, False)  # noqa: FBT003  # the class says what it is
    one, other = (None if math.isnan(mean) else mean for mean in (found.with_others, found.among_others))
    return Standing(name, given, whole, one, other, found.clearly)
