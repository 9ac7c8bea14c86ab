"""The horizon is so near to the deadline that a program in time counts for little.

## What it finds

A `horizon` that is less than one and a half times the `deadline` (`check.horizon_to_deadline`).

## Why it matters

Benefits are counted from the month in which they are felt up to the horizon. With a deadline of 12 months and a
horizon of 14, a quick win at the deadline keeps 2 months of 14, and one of 1 month 13: then only the order of time is
judged. Kotawaringin Timur, with one year as its short term
([kalteng.antaranews.com, 22 Sep 2022](https://kalteng.antaranews.com/berita/592465)), is judged up to 24 months.

## Bad

```yaml
# criteria.yaml, added
deadline: 12
horizon: 14
```

## Good

```yaml
# criteria.yaml, added
deadline: 12
horizon: 24
```

## How to mend

Count benefits for longer: twice the deadline is usual. If the round really ends soon after it, lower the bar with
`check: {horizon_to_deadline: 1}`, or silence the line with `# quickwin: ignore[QW411] why`.
"""

from collections.abc import Iterator
from math import ceil

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.study import Study

CODE = "QW411"
SEVERITY = "warning"
TWICE = 2.0
"""So many times the deadline is the usual horizon."""


def check(study: Study) -> Iterator[Remark]:
    """A horizon too near to the deadline."""
    criteria = study.judge.criteria
    if round(criteria.checks.horizon_to_deadline * criteria.deadline - criteria.horizon, 9) <= 0:
        return
    times = max(TWICE, criteria.checks.horizon_to_deadline)
    source = study.judge.source
    data = source.overlay.data if source.overlay else source.document.data
    written = isinstance(data, dict) and data.get("horizon") is not None
    yield Remark(
        source.place(("horizon" if written else "deadline",)),
        say(
            "Benefits count up to month {horizon}, so a program at the deadline of {deadline:g} months keeps only "
            "{left:.0%} of them.",
            horizon=criteria.horizon,
            deadline=round(criteria.deadline, 1),
            left=max(0.0, 1 - criteria.deadline / criteria.horizon),
        ),
        say(
            "Write a longer “horizon”, such as {months}: {times:g} times the deadline.",
            months=ceil(round(times * criteria.deadline, 9)),
            times=times,
        ),
    )
