"""A KPI is reached before anything has been done.

## What it finds

A KPI whose `target` is the same number as its `baseline`.

## Why it matters

Then nothing has to change for the program to be a success. In Karawang 18.000 business numbers that were there before
stood in the 71.533 reported for a target of 50.000
([radarkarawang.id, 16 Dec 2024](https://radarkarawang.id/headline/71-533-pelaku-usaha-urus-nib)): what is there already
must not count as what is to be won. Often the number of today was written twice by mistake.

## Bad

```yaml
# programs/numbers.yaml
name: Business numbers on the spot
dimension: economy
time_to_benefit: 4
kpi: [{name: firms with a number, baseline: 18000, target: 18000, by: 2023-08}]
```

## Good

```yaml
# programs/numbers.yaml
name: Business numbers on the spot
dimension: economy
time_to_benefit: 4
kpi: [{name: firms with a number, baseline: 18000, target: 50000, by: 2023-08}]
```

## How to mend

Correct the number that is wrong. If the aim is to keep what there is, count what would be lost without the program; or
put `# quickwin: ignore[QW514] why` at the end of the line.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW514"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """KPIs that ask for no change."""
    for candidate in study.candidates:
        for index, one in enumerate(candidate.program.kpi):
            if one.baseline is None or one.target is None:
                continue
            if round(one.target.point - one.baseline.point, 9) == 0:
                yield Remark(
                    candidate.source.place(("kpi", index, "target")),
                    say(
                        "The target of {name} is its baseline, {number:g}: nothing has to change.",
                        name=quoted(one.name),
                        number=one.target.point,
                    ),
                    say("Correct the one that is wrong: “baseline” is the number today, “target” the one to reach."),
                )
