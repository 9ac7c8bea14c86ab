"""Amounts of money on the command line: one, several, or from one to another."""

from collections.abc import Sequence

from quickwin.say import say
from quickwin.study.option import checked
from quickwin.study.reading import Reading
from quickwin.study.scalar import money
from quickwin.study.study import Study, Usage

TO = ".."


def as_setting(given: Sequence[str]) -> list[str]:
    """A single amount as a setting of criteria.yaml: the budget for all years together."""
    return [f"plan.budget={given[0]}"] if len(given) == 1 and TO not in given[0] else []


def amounts(study: Study, given: Sequence[str]) -> tuple[list[float], tuple[float, float] | None]:
    """Several amounts [money], or the two between which plans are sought.

    Raises:
        Usage: one of them cannot be read, or a range stands beside others or falls.
    """
    reading = Reading(study.judge.grammar)
    ranges = [one for one in given if TO in one]
    if not ranges:
        return [checked(one, "--budget", reading, money) for one in given] if len(given) > 1 else [], None
    if len(given) > 1:
        raise Usage(say("--budget: give amounts, or one range FROM..TO, not both."))
    least, _, most = ranges[0].partition(TO)
    pair = checked(least, "--budget", reading, money), checked(most, "--budget", reading, money)
    if pair[0] > pair[1]:
        raise Usage(say("--budget {range}: write the smaller amount first.", range=ranges[0]))
    return [], pair
