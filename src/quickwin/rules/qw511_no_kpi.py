"""A program has no KPI.

## What it finds

A program without `kpi`: nothing is counted by which its success could be told.

## Why it matters

Banjarmasin judges its quick wins on what was delivered and on what people felt of it
([antaranews.com, 2024](https://kalsel.antaranews.com/berita/411771)). What is not counted is told by whoever runs it:
Kotim's medical-waste plant was named as a finished innovation weeks after its first stone
([antaranews.com, June 2024](https://kalteng.antaranews.com/amp/berita/701538)).

## Bad

```yaml
# programs/desk.yaml
name: One desk for complaints
dimension: society
time_to_benefit: 3
```

## Good

```yaml
# programs/desk.yaml
name: One desk for complaints
dimension: society
time_to_benefit: 3
kpi: [{name: complaints answered within five days, unit: share, baseline: 0, target: 80%, by: 2023-06}]
```

## How to mend

Add one KPI: what changes for people if it goes well, its number today, the number to reach and by when. If the room has
not agreed yet, put `# quickwin: ignore[QW511] why` at the end of the first line of the program;
`check: {ignore: [QW511]}` in criteria.yaml switches the rule off.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.study import Study

CODE = "QW511"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Programs without a KPI."""
    for candidate in study.candidates:
        if not candidate.program.kpi:
            yield Remark(
                candidate.source.place(),
                say("Nothing says how the success of the program is counted."),
                say("Add “kpi”: what changes for people, its number today, the number to reach and by when."),
            )
