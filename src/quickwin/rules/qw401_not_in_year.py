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
tightly if that is real. Money of a budget year that ends before the round starts buys nothing: take that of a later
one, or correct its date. Where a year of budget does not end in December, write its last day as
`check: {budget_year_ends: 06-30}`.
"""

from collections.abc import Iterator
from datetime import date

from quickwin.finding import Path, Place
from quickwin.rules.remark import Remark
from quickwin.rules.stated import as_text, written
from quickwin.rules.words import word_in
from quickwin.say import say
from quickwin.study.duration import DAYS_A_MONTH, parse_date
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
    lefts = {status: months_left(opened, start, checks.budget_year_ends) for status, opened in openings(study)}
    for candidate in study.candidates:
        funding = candidate.program.funding
        if funding is None or funding.status not in lefts:
            continue
        left = lefts[funding.status]
        path, needed = spending(candidate.program, checks.bought)
        if round(needed - left, 9) > 0:
            place = candidate.source.place(path)
            yield late(place, funding.status, left, needed) if left else over(place, funding.status)


def late(place: Place, status: str, left: float, needed: float) -> Remark:
    """What is said of money that opens too late in its year."""
    return Remark(
        place,
        say(
            "Its money, “{status}”, opens with {left:.3g} months left in the budget year, and spending it takes "
            "{needed:.3g}.",
            status=status,
            left=left,
            needed=needed,
        ),
        say("Take money of the next year, or split off what can be bought before this one ends."),
    )


def over(place: Place, status: str) -> Remark:
    """What is said of money whose year ended before the round."""
    return Remark(
        place,
        say("The budget year of its money, “{status}”, ends before the round starts.", status=status),
        say("Take money of a later year, or correct the date under “budget_opens” in criteria.yaml."),
    )


def openings(study: Study) -> Iterator[tuple[str, date]]:
    """The day on which each kind of money opens, as it is written: it may lie before the start."""
    source = study.judge.source
    for status in study.judge.criteria.budget_opens or ():
        yield status, parse_date(as_text(written(source, ("budget_opens", status))))


def months_left(opened: date, start: date, ends: tuple[int, int]) -> float:
    """Months from an opening, or from the start where that is later, to the end of the budget year of the opening.

    >>> opened = date(2022, 10, 1)
    >>> [months_left(opened, start, (12, 31)) for start in (date(2022, 9, 1), date(2022, 11, 1), date(2023, 2, 1))]
    [3.0, 2.0, 0.0]
    """
    month, day = ends
    end = month - 1 + day / DAYS_A_MONTH if day < 28 else month  # the last days of a month are its end
    opening, first = in_months(opened), in_months(start)
    end = opening + (round(end - opening, 9) % 12 or 12.0)
    return max(0.0, round(end - max(opening, first), 9))


def in_months(day: date) -> float:
    """The months that lie before a day, from the year 0."""
    return 12 * day.year + day.month - 1 + (day.day - 1) / DAYS_A_MONTH


def spending(program: Program, bought: tuple[str, ...]) -> tuple[Path, float]:
    """The phase with which spending ends, as a path, and the planned months up to it."""
    time = program.time_to_benefit
    if isinstance(time, Estimate):
        return ("time_to_benefit",), time.point
    names = list(time)
    last = max((number for number, name in enumerate(names) if word_in(name, bought)), default=0)
    return ("time_to_benefit", names[last]), sum(time[name].point for name in names[: last + 1])
