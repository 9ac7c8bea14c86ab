"""An amount of money is far from all others.

## What it finds

An amount of `cost.capex` or `cost.opex_per_year` that is more than `check.money_far_off` times (100) above the third
quarter of all amounts of its kind in the study, or below the first quarter of them by as much. It needs eight amounts
of a kind, those of 0 aside. An amount that is too small by itself is told by QW304 alone.

## Why it matters

A lost “juta” or a dot read otherwise is a thousand or a million times too little or too much, and no score shows it.
The sales of Surabaya's market app up to 26 December 2022, Rp35,471,640,152, were printed with a “miliar” behind them
(E-Peken; arienhost.com after JawaPos, early 2023).

## Bad

```yaml
# programs/many.yaml
{name: Lamps, dimension: society, time_to_benefit: 3, id: a, cost: Rp300 juta}
---
{name: Benches, dimension: society, time_to_benefit: 3, id: b, cost: Rp400 juta}
---
{name: Toilets, dimension: society, time_to_benefit: 3, id: c, cost: Rp500 juta}
---
{name: Trees, dimension: society, time_to_benefit: 3, id: d, cost: Rp600 juta}
---
{name: Signs, dimension: society, time_to_benefit: 3, id: e, cost: Rp700 juta}
---
{name: Bins, dimension: society, time_to_benefit: 3, id: f, cost: Rp800 juta}
---
{name: Shelters, dimension: society, time_to_benefit: 3, id: g, cost: Rp652 miliar}
```

## Good

```yaml
# programs/many.yaml
{name: Lamps, dimension: society, time_to_benefit: 3, id: a, cost: Rp300 juta}
---
{name: Benches, dimension: society, time_to_benefit: 3, id: b, cost: Rp400 juta}
---
{name: Toilets, dimension: society, time_to_benefit: 3, id: c, cost: Rp500 juta}
---
{name: Trees, dimension: society, time_to_benefit: 3, id: d, cost: Rp600 juta}
---
{name: Signs, dimension: society, time_to_benefit: 3, id: e, cost: Rp700 juta}
---
{name: Bins, dimension: society, time_to_benefit: 3, id: f, cost: Rp800 juta}
---
{name: Shelters, dimension: society, time_to_benefit: 3, id: g, cost: Rp652 juta}
```

## How to mend

Correct the amount or its word. Where programs of a study are that different, set `check: {money_far_off: 1000}`, or
`# quickwin: ignore[QW303] a whole hospital` behind the amount; below 1 nothing is looked for.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from quickwin.finding import Path
from quickwin.rules.money import costs, lacks_magnitude
from quickwin.rules.remark import Remark
from quickwin.rules.stated import as_text, point_path, written
from quickwin.say import say
from quickwin.study.context import unit_of_money
from quickwin.study.phrase import large_words
from quickwin.study.problem import quoted
from quickwin.study.quantity import Kind, write
from quickwin.study.study import Candidate, Study

CODE = "QW303"
SEVERITY = "warning"

FEWEST = 8
"""Among fewer amounts nobody can say what is usual."""


class Amount(NamedTuple):
    """What a program costs, by its point."""

    candidate: Candidate
    path: Path
    text: str
    money: float


def check(study: Study) -> Iterator[Remark]:
    """Amounts that are many times more or less than the middle half of all."""
    times = study.judge.criteria.checks.money_far_off
    for amounts in by_kind(study).values() if times >= 1 else ():
        if len(amounts) < FEWEST:
            continue
        first, third = quarters([one.money for one in amounts])
        for one in amounts:
            if one.money > third * times:
                yield remark(one, study, third, say("a thousand or a million times too much?"))
            elif one.money * times < first:
                yield remark(one, study, first, say("a thousand or a million times too little?"))


def by_kind(study: Study) -> dict[str, list[Amount]]:
    """All amounts above 0 that can be meant as they are written, by kind."""
    unit, _ = unit_of_money(study.judge.context)
    found: defaultdict[str, list[Amount]] = defaultdict(list)
    for candidate in study.candidates:
        for kind, path, estimate in costs(candidate.program):
            at = point_path(estimate, path)
            text = as_text(written(candidate.source, at))
            if estimate.point and not lacks_magnitude(text, estimate.point, unit, study.judge.grammar):
                found[kind].append(Amount(candidate, at, text, estimate.point))
    return found


def quarters(amounts: list[float]) -> tuple[float, float]:
    """The amounts below which a quarter and three quarters of all lie, linear between two of them.

    >>> quarters([1, 2, 3, 4, 5])
    (2.0, 4.0)
    """
    rising = sorted(amounts)

    def at(share: float) -> float:
        position = share * (len(rising) - 1)
        below = int(position)
        above = rising[min(below + 1, len(rising) - 1)]
        return rising[below] + (above - rising[below]) * (position - below)

    return at(0.25), at(0.75)


def remark(one: Amount, study: Study, usual: float, question: str) -> Remark:
    """What is said of an amount."""
    grammar = study.judge.grammar
    _, large, small = large_words(grammar)
    return Remark(
        one.candidate.source.place(one.path),
        say(
            "{amount} is far from all other costs, of which {usual} is usual: {question}",
            amount=quoted(one.text) if one.text else write(one.money, Kind.MONEY, grammar),
            usual=write(float(f"{usual:.2g}"), Kind.MONEY, grammar),
            question=question,
        ),
        say("Look at its word ({small}, {large}) and its dots and commas.", small=small, large=large),
    )
