"""A KPI does not say by when.

## What it finds

A KPI without `by`.

## Why it matters

A quick win is judged on a day. Banjarmasin's six of 2024 had to be finished within that year
([antaranews.com, 2024](https://kalsel.antaranews.com/berita/411771)); Ponorogo's internet for every neighbourhood was
due by the end of June 2022, and so all could see that it stood at 50,6 % on 1 August
([gemasuryafm.com, 3 Aug 2022](https://gemasuryafm.com/2022/08/03/slow-respon-pudak-dan-pulung-pemasangan-internet-gratis-masih-dibawah-10-persen/)).
A target without a day is never missed.

## Bad

```yaml
# programs/internet.yaml
name: Internet for every neighbourhood
dimension: society
time_to_benefit: 6
kpi: [{name: neighbourhoods online, baseline: 0, target: 6896}]
```

## Good

```yaml
# programs/internet.yaml
name: Internet for every neighbourhood
dimension: society
time_to_benefit: 6
kpi: [{name: neighbourhoods online, baseline: 0, target: 6896, by: 2023-06}]
```

## How to mend

Write `by`: a day, a month or a year, such as 2023-06. It should lie within the months that the program itself states.
To silence it, put `# quickwin: ignore[QW510] why` at the end of the line, or `check: {ignore: [QW510]}` in
criteria.yaml.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW510"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """KPIs without a date."""
    for candidate in study.candidates:
        for index, one in enumerate(candidate.program.kpi):
            if one.by is None:
                yield Remark(
                    candidate.source.place(("kpi", index)),
                    say("The KPI {name} has neither a target nor a date.", name=quoted(one.name))
                    if one.target is None
                    else say("The KPI {name} has a target and no date: it can never be missed.", name=quoted(one.name)),
                    say("Add “by: …”, the month by which it is to be reached, such as 2023-06."),
                )
