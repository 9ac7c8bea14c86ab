"""The deadline is too early for every program.

## What it finds

None of at least eight programs is expected to be felt by the `deadline`.

## Why it matters

There is then no quick win at all, however large the impact. Perhaps the deadline was taken from a place that counts
otherwise, or money opens so late that most of the time is gone: Pati asks for one to two months, Yogyakarta for 100
days, Balikpapan for 6 to 12 months, Banjarmasin that all is done within the year
([kalsel.antaranews.com, 2024](https://kalsel.antaranews.com/berita/411771)).

## Bad

```yaml
# criteria.yaml, added
deadline: 6
```

```yaml
# programs/more.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, impact: {ease: 4, equity: some}}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, impact: {ease: 2, equity: some}}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, impact: {ease: 5, equity: most}}
---
{id: d, name: D, dimension: economy, time_to_benefit: 6, impact: {ease: 3, equity: none}}
---
{id: e, name: E, dimension: economy, time_to_benefit: 6, impact: {ease: 3, equity: some}}
---
{id: f, name: F, dimension: economy, time_to_benefit: 6, impact: {ease: 4, equity: most}}
```

## Good

```yaml
# criteria.yaml, added
deadline: 6
```

```yaml
# programs/more.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, impact: {ease: 4, equity: some}}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, impact: {ease: 2, equity: some}}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, impact: {ease: 5, equity: most}}
---
{id: d, name: D, dimension: economy, time_to_benefit: 6, impact: {ease: 3, equity: none}}
---
{id: e, name: E, dimension: economy, time_to_benefit: 6, impact: {ease: 3, equity: some}}
---
{id: f, name: F, dimension: economy, time_to_benefit: 1, funding: {status: secured}, impact: {ease: 4, equity: most}}
```

## How to mend

Look at `quickwin explain` of the quickest program: what takes its time? Correct the deadline, the `start` or the
dates of `budget_opens` where one is wrong, or look for programs that can be felt earlier. To silence it:
`# quickwin: ignore[QW616] so decided` at the end of the line.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.scores import scored
from quickwin.say import say
from quickwin.study.study import Study

CODE = "QW616"
SEVERITY = "note"
FEWEST = 8


def check(study: Study) -> Iterator[Remark]:
    """A deadline before every program."""
    if len(study.candidates) < FEWEST:
        return
    inputs, scores = scored(study)
    earliest, deadline = float(scores.months.min()), inputs.rules.deadline
    if round(earliest - deadline, 9) > 0:
        quickest = study.candidates[int(scores.months.argmin())]
        yield Remark(
            study.judge.source.place(("deadline",)),
            say(
                "None of the {count} programs is felt by the deadline of {deadline:.3g} months; the quickest, {id}, "
                "needs {earliest:.3g}.",
                count=len(study.candidates),
                deadline=deadline,
                id=quickest.id,
                earliest=earliest,
            ),
            say("Correct the deadline, the start or the dates on which money opens, or look for quicker programs."),
        )
