"""A program cannot spend its money before the budget year ends.

## What it finds

The money of a program opens on a date of `budget_opens`, and what is bought with it cannot be bought and put up
before that budget year ends. Counted are the planned months of its phases up to the last whose name says that
something is bought or built (`check.bought`), of the first phase where none does, and all of them where a program
names no phases.

## Why it matters

Money that is not spent by the last day of the budget year is lost. Malang city had Rp2,7 miliar for 57 cameras in
its amended budget of 2017; on 22 August the budget was struck out, since a tender and the poles no longer fitted before
December ([suryamalang.tribunnews.com, 22 Aug 2017](https://suryamalang.tribunnews.com/2017/08/22/)).

## Bad

```yaml
# programs/cameras.yaml
name: Cameras at 57 points
dimension: society
time_to_benefit: {tender: 3, installation: 3}
funding: {source: APBD, status: revised}
```

## Good

```yaml
# programs/cameras.yaml
name: Cameras at 57 points
dimension: society
time_to_benefit: {tender: 3, installation: 3}
funding: {source: APBD, status: next}
```

## How to mend

Ask for next year's money, split off what can be bought in time, or plan the phases in which money is spent more
tightly if that is real. Where a year of budget does not end in December, write its last day as
`check: {budget_year_ends: 06-30}`.
"""

from collections.abc import Iterator
from datetime import date

from quickwin.finding import Path
from quickwin.rules.remark import Remark
from quickwin.rules.words import word_in
from quickwin.say import say
from quickwin.study.estimate import Estimate
from quickwin.study.program import Program
from quickwin.study.study import Study

CODE = "QW401"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Programs whose money opens too late in the year for what they buy."""
    criteria, checks = study.judge.criteria, study.judge.criteria.checks
    opens, start = criteria.budget_opens, criteria.start
    if not opens or not start:
        return
    for candidate in study.candidates:
        funding = candidate.program.funding
        if funding is None or funding.status not in opens:
            continue
        opening = opens[funding.status]
        left = months_left(start, opening, checks.budget_year_ends)
        path, needed = spending(candidate.program, checks.bought)
        if round(needed - left, 9) > 0:
            yield Remark(
                candidate.source.place(path),
                say(
                    "Its money, “{status}”, opens with {left:.3g} months left in the budget year, and spending it "
                    "takes {needed:.3g}.",
                    status=funding.status,
                    left=left,
                    needed=needed,
                ),
                say("Take money of the next year, or split off what can be bought before this one ends."),
            )


def months_left(start: date, opening: float, ends: tuple[int, int]) -> float:
    """Months from an opening, in months after the start, to the end of the budget year that it lies in.

    >>> months_left(date(2022, 9, 1), 1.0, (12, 31)), months_left(date(2022, 9, 1), 4.0, (12, 31))
    (3.0, 12.0)
    """
    month, day = ends
    end = month - 1 + day / 30.4375 if day < 28 else month  # the last days of a month are its end
    at = start.month - 1 + (start.day - 1) / 30.4375 + opening
    return round(end - at, 9) % 12 or 12.0


def spending(program: Program, bought: tuple[str, ...]) -> tuple[Path, float]:
    """The phase with which spending ends, as a path, and the planned months up to it."""
    time = program.time_to_benefit
    if isinstance(time, Estimate):
        return ("time_to_benefit",), time.point
    names = list(time)
    last = max((number for number, name in enumerate(names) if word_in(name, bought)), default=0)
    return ("time_to_benefit", names[last]), sum(time[name].point for name in names[: last + 1])
