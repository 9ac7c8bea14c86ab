"""Why another method puts a program elsewhere, in a clause with that program's own numbers."""

from collections.abc import Callable

import numpy as np

from quickwin.answers.method_reading import Reading, matrix
from quickwin.engine.methods.matrix import local, upward
from quickwin.engine.methods.usg import MARKS
from quickwin.engine.methods.vikor import vikor
from quickwin.say import counted, say
from quickwin.study.context import unit_of_money


def clause(cause: str, reading: Reading, at: int, *, up: bool) -> str:
    """What a step does to the program at a place, `up` where the other method puts it higher than we do.

    Raises:
        KeyError: there is no such cause.
    """
    if cause in ALIKE:
        return ALIKE[cause]
    if cause in NUMBERS:
        return number(cause, reading, at, up=up)
    if cause in ONE_WAY:
        return ONE_WAY[cause](reading, at)
    return BOTH_WAYS[cause](reading, at, up=up)


NUMBERS = ("coverage", "delivery", "priority")
ALIKE = {
    "factors": say("a criterion that multiplies in ours only adds there"),
    "topsis": say("it takes distances in a straight line, in which one large gap counts more than several small ones"),
    "promethee": say("it counts how many others a program beats, not by how much"),
    "marks": say("it knows three marks from {low} to {high}, all of one weight", low=MARKS[0], high=MARKS[1]),
}
"""What is said alike of every program."""


def number(cause: str, reading: Reading, at: int, *, up: bool) -> str:
    """What it means that a method does not read one of our factors."""
    less = {
        "coverage": say("it does not ask how many can be reached yet: {share} of the people here"),
        "delivery": say("it does not ask whether the program will come: a chance of {share} here"),
        "priority": say("it does not ask in which dimension it is: a priority of {share} here"),
    }
    more = {
        "coverage": say("it gives nothing for people who can be reached already: {share} of them here"),
        "delivery": say("it gives nothing for being likely to come: a chance of {share} here"),
        "priority": say("it gives nothing for the dimension: a priority of {share} here"),
    }
    return (less if up else more)[cause].format(share=f"{reading.of(cause)[at]:.0%}")


def of_lasts(reading: Reading, at: int, *, up: bool) -> str:
    """That it does not matter how long the benefit is felt."""
    months = reading.judged.inputs.lasts[reading.rows[at]]
    if up and np.isfinite(months):
        return say("it does not ask how long the benefit lasts: {months} here", months=in_months(float(months)))
    return say("it gives as much to benefits that soon end")


def of_months(reading: Reading, at: int, *, up: bool) -> str:
    """That months do not count."""
    month = f"{reading.months[at]:.1f}"
    if up:
        return say("it does not ask when the benefit comes: in month {month} here", month=month)
    return say("it gives nothing for coming in month {month}", month=month)


def of_sum(reading: Reading, at: int, *, up: bool) -> str:
    """That strengths make up for weaknesses."""
    impact, month = f"{reading.of('impact')[at]:.0%}", f"{reading.months[at]:.1f}"
    if not up:
        return say(
            "it adds impact and time, so that others make up for the one by the other, and being fair in both "
            "(impact {impact}, month {month}) is worth less",
            impact=impact,
            month=month,
        )
    if reading.of("impact")[at] > reading.of("timeliness")[at]:
        return say(
            "it adds impact and time, so that an impact of {impact} makes up for coming in month {month}",
            impact=impact,
            month=month,
        )
    return say(
        "it adds impact and time, so that coming in month {month} makes up for an impact of {impact}",
        impact=impact,
        month=month,
    )


def of_local(reading: Reading, at: int, *, up: bool) -> str:
    """That scales run from the worst candidate to the best, and on which criterion that tells most."""
    column = stretched_most(reading, at, up=up)
    values = matrix(reading)[0][:, column]
    return say(
        "its scales run from the worst candidate to the best, and on “{title}” these fill only {low:.0%} to {high:.0%} "
        "of ours",
        title=title_of(reading, column),
        low=values.min(),
        high=values.max(),
    )


def stretched_most(reading: Reading, at: int, *, up: bool) -> int:
    """The column of the matrix in which local scales lift (or lower) a program most against the others."""
    columns, weights, less = matrix(reading)
    gained = weights * (local(upward(columns, less)) - columns)
    ahead = gained[at] - gained.mean(axis=0)
    return int(np.argmax(ahead if up else -ahead))


def title_of(reading: Reading, column: int) -> str:
    """What a column of the matrix is called."""
    leaves = reading.judged.study.judge.leaves
    return leaves[column].title if column < len(leaves) else say("months in which it is felt")


def of_vikor(reading: Reading, at: int, *, up: bool) -> str:
    """That the largest regret counts for half."""
    title = title_of(reading, int(np.argmax(vikor(*matrix(reading)).regrets[at])))
    if up:
        return say("half of it is the weakest side alone, and its weakest (“{title}”) is not so weak", title=title)
    return say("half of it is the weakest side alone, here “{title}”, which nothing makes up for", title=title)


def of_heads(reading: Reading, at: int) -> str:
    """That people multiply, by their number."""
    people = reading.people[at]
    if np.isnan(people):
        return say("it multiplies by the number of people, which is not stated here")
    return say("it multiplies by the number of people ({people:,.0f} here)", people=people)


def of_cost(reading: Reading, at: int) -> str:
    """That it divides by cost."""
    cost = reading.cost[at]
    if np.isnan(cost):
        return say("it divides by cost, and planned months stand in where none is stated, as here")
    unit, name = unit_of_money(reading.judged.study.judge.context)
    return say("it divides by cost ({cost:.3g} here, in {unit})", cost=cost / unit, unit=name)


def of_rate(reading: Reading, at: int) -> str:
    """That it divides by months."""
    return say(
        "it divides by months ({month:.1f} here), so that half the months are worth twice the impact",
        month=reading.months[at],
    )


def of_waiting(reading: Reading, at: int, *, up: bool) -> str:
    """That the months until the work can start are no part of the job."""
    if up:
        return say(
            "it counts the months of work ({own:.1f}) and not those before it ({before:.1f})",
            own=reading.own[at],
            before=reading.months[at] - reading.own[at],
        )
    return say("it does not count the months for which others must wait before they start")


ONE_WAY = {"heads": of_heads, "cost": of_cost, "rate": of_rate}
"""What is said alike of a program that stands higher there and of one that stands lower."""
BOTH_WAYS: dict[str, Callable[..., str]] = {
    "lasts": of_lasts,
    "months": of_months,
    "sum": of_sum,
    "local": of_local,
    "vikor": of_vikor,
    "waiting": of_waiting,
}
CAUSES = {
    "lasts": say("not how long it lasts"),
    "coverage": say("no coverage"),
    "delivery": say("no chance to come"),
    "priority": say("no priority"),
    "months": say("no months"),
    "factors": say("factors added"),
    "sum": say("adding, so one makes up for another"),
    "local": say("local scales"),
    "topsis": say("straight-line distance"),
    "vikor": say("the weakest side counts half"),
    "promethee": say("counting wins"),
    "heads": say("heads, not their value"),
    "cost": say("dividing by cost"),
    "rate": say("dividing by months"),
    "waiting": say("waiting is free"),
    "marks": say("three coarse marks"),
}
"""The causes in a few words."""


def in_months(months: float) -> str:
    """A time in months."""
    return counted(int(months), say("month"), say("months")) if months == int(months) else f"{months:.1f} months"


def name_of(reading: Reading, at: int) -> str:
    """The name of the program at a place."""
    return reading.judged.study.candidates[int(reading.rows[at])].program.name
