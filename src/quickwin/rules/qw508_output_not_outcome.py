"""Success is counted in what was handed over, not in what it changed.

## What it finds

The name of every KPI of a program holds a word of `check: outputs` (bought, delivered, installed, launched, …), and no
name or unit a word of `check: outcomes`, by which use is counted all the same (used, working, a month, …). One KPI that
counts something else is enough.

## Why it matters

Kalimantan Tengah's digital boards for classrooms were reported at 100 %, which was what had been delivered; their use
takes time ([antaranews.com](https://kalteng.antaranews.com/berita/779952)). Kotim's medical-waste plant was named as a
finished innovation weeks after its first stone ([antaranews.com, June 2024](https://kalteng.antaranews.com/amp/berita/701538)),
and an app that Tasikmalaya paid Rp460 juta for in 2017 was never built
([radartasik.id](https://radartasik.id/proyek-bodong-smart-city/)).

## Bad

```yaml
# programs/boards.yaml
name: Boards for classrooms
dimension: society
time_to_benefit: 6
kpi: [{name: boards delivered, baseline: 0, target: 300, by: 2023-08}]
```

## Good

```yaml
# programs/boards.yaml
name: Boards for classrooms
dimension: society
time_to_benefit: 6
kpi:
  - {name: boards delivered, baseline: 0, target: 300, by: 2023-03}
  - {name: lessons with a board, unit: a week and class, baseline: 0, target: 3, by: 2023-08}
```

## How to mend

Keep the count of what is handed over if you need it, and add a KPI of what people do with it: lessons held, bills paid,
hours waited, boards in use. The words are `check: {outputs: […], outcomes: […]}` in criteria.yaml. To silence it, put
`# quickwin: ignore[QW508] why` at the end of the line.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.words import word_in
from quickwin.say import say
from quickwin.study.problem import enumerated, quoted
from quickwin.study.study import Study

CODE = "QW508"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Programs whose KPIs all count what was delivered."""
    checks = study.judge.criteria.checks
    for candidate in study.candidates:
        kpi = candidate.program.kpi
        words = [word_in(one.name, checks.outputs) for one in kpi]
        if not words or not all(words):
            continue
        if any(word_in(f"{one.name}, {one.unit or ''}", checks.outcomes) for one in kpi):
            continue
        yield Remark(
            candidate.source.place(("kpi", 0, "name")),
            say(
                "Its success is counted in what is handed over ({word}), and in nothing that this changes for people.",
                word=enumerated(dict.fromkeys(quoted(word) for word in words if word), most=2),
            ),
            say("Add a KPI that counts what people do with it: in use, lessons held, hours waited, bills paid."),
        )
