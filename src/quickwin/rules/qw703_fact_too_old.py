"""A fact about the place is too old for the round.

## What it finds

A fact or a coverage of a context whose `year`, or without one whose `date`, ends more than 60 months
(`check.oldest_fact`) before the start of the round. Areas (the unit is km2 or ha) are left alone.

## Why it matters

Reach and coverage are measured against these numbers. Villages of Kotawaringin Timur without a cell signal were 24 in
2018 ([beritasampit.co.id, 10 Dec 2018](https://beritasampit.co.id/2018/12/10/)) and 8 early in 2024
([tintaborneo.com, 30 Oct 2024](https://tintaborneo.com/2024/10/kotim-targetkan-nol-blank-spot-internet-di-2025-dengan-program-starlink)).

## Bad

```yaml
# contexts/place.yaml, changed: coverage
coverage:
  electricity: {value: 142/185, year: 2014, source: Diskominfo}
  internet: {value: 161/185, year: 2021, source: Diskominfo}
```

## Good

```yaml
# contexts/place.yaml, changed: coverage
coverage:
  electricity: {value: 142/185, year: 2022, source: Diskominfo}
  internet: {value: 161/185, year: 2021, source: Diskominfo}
```

## How to mend

Ask the office for a newer number. Where there is none, say so at the end of the line:
`# quickwin: ignore[QW703] the last count`. How old is too old is set as `check: {oldest_fact: 60}`, in months.
"""

from collections.abc import Iterator
from datetime import date

from quickwin.rules.facts import changes, dated, stated
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW703"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Facts and coverage that are older than the round allows."""
    criteria = study.judge.criteria
    if not criteria.start:
        return
    oldest = criteria.checks.oldest_fact
    for one in stated(study):
        key, when = dated(one.fact)
        months = months_old(when, criteria.start) if when else 0
        if when and months > oldest and changes(one.fact):
            yield Remark(
                one.source.place((*one.path, key)),
                say(
                    "{name} is of {when}, which was over {months} months before the start of the round.",
                    name=quoted(one.path[-1]),
                    when=when,
                    months=months,
                ),
                say("Look for a newer number, or end this line with “# quickwin: ignore[QW703] the last count”."),
            )


def months_old(when: str, start: date) -> int:
    """Whole months from the end of the month, or of the year, that a date names to the month of the start.

    >>> months_old("2018", date(2022, 9, 1)), months_old("2018-12-10", date(2022, 9, 1))
    (44, 44)
    """
    year, *month = when.split("-")
    return 12 * (start.year - int(year)) + start.month - (int(month[0]) if month else 12) - 1
