"""The high of an estimate is very many times its low.

## What it finds

People, money or months whose `high` is more than `check.widest_range` times their `low` (50), where low is not 0.

## Why it matters

Such a range says that nobody knows, or that one end is in another unit: people and thousands of them, months and
days. One page gives the waste of Sampit's town as 98.5 tons a day, another as the same a month, thirty times less
([ANTARA, 2025](https://kalteng.antaranews.com/amp/berita/772421)).

## Bad

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
beneficiaries: {low: 8, likely: 4000, high: 15000}
time_to_benefit: 4
```

## Good

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
beneficiaries: {low: 800, likely: 4000, high: 15000}
time_to_benefit: 4
```

## How to mend

Correct the end that is in another unit. If the range is real, `# quickwin: ignore[QW310] nobody knows` behind `high`,
or `check: {widest_range: 100}`; below 1 nothing is looked for.
"""

from collections.abc import Iterator

from quickwin.finding import Path
from quickwin.rules.money import costs
from quickwin.rules.remark import Remark
from quickwin.rules.stated import times
from quickwin.say import say
from quickwin.study.estimate import Estimate
from quickwin.study.problem import quoted
from quickwin.study.program import Program
from quickwin.study.study import Study

CODE = "QW310"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Estimates that are hardly any."""
    widest = study.judge.criteria.checks.widest_range
    for candidate in study.candidates if widest >= 1 else ():
        for path, estimate in estimates(candidate.program):
            low, high = estimate.low, estimate.high
            if low and high is not None and high > low * widest:
                keys = estimate.keys or {}
                yield Remark(
                    candidate.source.place((*path, "high")),
                    say(
                        "High, {high}, is {times:.0f} times low, {low}: a slip of a unit?",
                        high=quoted(str(keys.get("high"))),
                        times=high / low,
                        low=quoted(str(keys.get("low"))),
                    ),
                    say("Write low and high in the same unit, or a range that somebody believes."),
                )


def estimates(program: Program) -> Iterator[tuple[Path, Estimate]]:
    """The people, months and money that a program states."""
    if program.beneficiaries is not None:
        yield ("beneficiaries",), program.beneficiaries
    yield from times(program)
    for _, path, amount in costs(program):
        yield path, amount
