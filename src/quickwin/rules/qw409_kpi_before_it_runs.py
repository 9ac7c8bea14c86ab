"""A target is to be reached before the program can run.

## What it finds

A KPI whose `by` (a day; of a month or a year the last day) lies before the program can deliver even if all goes as
planned: the start of the round, the opening of its money and its planned months, the least of them where a range is
given. KPIs that count what was bought or built (`check.outputs`) may come earlier and are left alone.

## Why it matters

One of the two dates is wrong, and the target is missed on paper before anybody has begun. Reports on the market app
of Surabaya, E-Peken, count its sales since July 2021, and it was launched on 31 October 2021
([jatim.antaranews.com, 13 Mar 2022](https://jatim.antaranews.com/amp/berita/584377/); arienhost.com, early 2023).

## Bad

```yaml
# programs/market.yaml
name: A market on the phone
dimension: economy
time_to_benefit: {building: 4, sellers: 2}
funding: {source: APBD, status: next}
kpi: [{name: sales a month, target: 300, by: 2023-03}]
```

## Good

```yaml
# programs/market.yaml
name: A market on the phone
dimension: economy
time_to_benefit: {building: 4, sellers: 2}
funding: {source: APBD, status: next}
kpi: [{name: sales a month, target: 300, by: 2023-12}]
```

## How to mend

Set `by` to a date when the program has run for some time, or shorten the plan if it is really quicker. If the number
is counted without the program, say so at the end of the line: `# quickwin: ignore[QW409] counted by BPS`.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from quickwin.rules.remark import Remark
from quickwin.rules.words import word_in
from quickwin.say import say
from quickwin.study.duration import DAYS_A_MONTH
from quickwin.study.estimate import Estimate
from quickwin.study.problem import quoted
from quickwin.study.program import Program
from quickwin.study.study import Study

CODE = "QW409"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Programs with a KPI that is due before they can deliver."""
    criteria = study.judge.criteria
    opens, start = criteria.budget_opens or {}, criteria.start
    if not start:
        return
    for candidate in study.candidates:
        program = candidate.program
        if not any(one.by for one in program.kpi):
            continue
        status = program.funding.status if program.funding else None
        earliest = (opens.get(status, 0.0) if status else 0.0) + least_months(program)
        for number, one in enumerate(program.kpi):
            if not one.by or round(earliest - due(one.by, start), 9) <= 0 or word_in(one.name, criteria.checks.outputs):
                continue
            yield Remark(
                candidate.source.place(("kpi", number, "by")),
                say(
                    "{name} is to be reached by {by}, but as planned the program cannot run before {month}.",
                    name=quoted(one.name),
                    by=one.by,
                    month=month_after(start, earliest),
                ),
                say("Set “by” to a date when it has run for some time, or correct the months of the plan."),
            )


def least_months(program: Program) -> float:
    """The fewest planned months, all phases together."""
    time = program.time_to_benefit
    phases = [time] if isinstance(time, Estimate) else time.values()
    return sum(phase.point if phase.low is None else phase.low for phase in phases)


def due(by: str, start: date) -> float:
    """Months from the start to the end of a day, month or year; negative where it is over by then.

    >>> due("2023", date(2022, 9, 1)), due("2022-12", date(2022, 9, 1)), due("2022-08", date(2022, 9, 1))
    (16.0, 4.0, 0.0)
    """
    year, *rest = (int(part) for part in by.split("-"))
    month = rest[0] if rest else 12
    last = monthrange(year, month)[1]
    day = rest[1] if len(rest) > 1 else last
    begins = 12 * (year - start.year) + month - start.month - (start.day - 1) / DAYS_A_MONTH
    return begins + (1 if day == last else day / DAYS_A_MONTH)


def month_after(start: date, months: float) -> str:
    """The month in which a time after the start lies.

    >>> month_after(date(2022, 9, 1), 4.5)
    '2023-01'
    """
    since = start.year * 12 + start.month - 1 + int((start.day - 1) / DAYS_A_MONTH + months + 1e-9)
    return f"{since // 12:04d}-{since % 12 + 1:02d}"
