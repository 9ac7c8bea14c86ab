"""The amounts of a study's programs, and which of them lack their magnitude."""

from collections.abc import Iterator

from quickwin.finding import Path
from quickwin.study.estimate import Estimate
from quickwin.study.phrase import MAGNITUDE, Grammar, spoken_of, take_apart
from quickwin.study.program import Program

SMALLEST = 10_000
"""So many times less than the unit in which a study counts its money, an amount is no cost of a program."""
FEW = 1000
"""Below this, money with decimals is more likely counted in millions than in the coins of the place."""


def costs(program: Program) -> Iterator[tuple[str, Path, Estimate]]:
    """What a program costs: the kind of each amount, its path and its estimate."""
    cost = program.cost
    if cost is None:
        return
    if isinstance(cost, Estimate):
        yield "capex", ("cost",), cost
        return
    for kind, amount in (("capex", cost.capex), ("opex_per_year", cost.opex_per_year)):
        if amount is not None:
            yield kind, ("cost", kind), amount


def lacks_magnitude(text: str, amount: float, unit: float, grammar: Grammar) -> bool:
    """Whether an amount is too small to be meant as it is written, and no word such as “juta” stands behind it.

    `unit` is the amount in which the study counts its money.

    >>> lacks_magnitude("Rp2,7", 2.7, 1e9, Grammar()), lacks_magnitude("Rp2,7 ribu", 2700.0, 1e9, Grammar())
    (True, False)
    """
    has_decimals = amount < FEW and amount != int(amount)
    if not amount or not (has_decimals or amount < unit / SMALLEST):
        return False
    phrase = take_apart(" ".join(text.split()), grammar.symbol)
    return phrase is not None and MAGNITUDE not in spoken_of(phrase)
