"""The readiness gate holds back every program.

## What it finds

Of at least eight programs that state every pillar of readiness, none reaches `quick_win.readiness` with its weakest.

## Why it matters

Every program that is large and soon enough is then only “prepare”, and the table does not say which could start.
Either the gate is higher than anything the offices can reach, or one weakness is shared by all and has to be mended
first: in Banjarmasin the pilot of cashless parking was put off since the 75 operators were not ready
([prokal.co, Oct 2024](https://www.prokal.co/kalimantan-selatan/amp/1775236542/)).

## Bad

```yaml
# criteria.yaml, changed: readiness
readiness: {scale: {worst: 1, best: 5}}
```

```yaml
# programs/books.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, readiness: 2}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, readiness: 2}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, readiness: 1}
---
{id: d, name: D, dimension: society, time_to_benefit: 6, readiness: 2}
```

```yaml
# programs/road.yaml
{id: e, name: E, dimension: economy, time_to_benefit: 6, readiness: 2}
---
{id: f, name: F, dimension: economy, time_to_benefit: 6, readiness: 2}
---
{id: g, name: G, dimension: economy, time_to_benefit: 6, readiness: 1}
---
{id: h, name: H, dimension: economy, time_to_benefit: 6, readiness: 2}
```

## Good

```yaml
# criteria.yaml, changed: readiness
readiness: {scale: {worst: 1, best: 5}}
```

```yaml
# programs/books.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, readiness: 2}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, readiness: 2}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, readiness: 1}
---
{id: d, name: D, dimension: society, time_to_benefit: 6, readiness: 2}
```

```yaml
# programs/road.yaml
{id: e, name: E, dimension: economy, time_to_benefit: 6, readiness: 2}
---
{id: f, name: F, dimension: economy, time_to_benefit: 6, readiness: 2}
---
{id: g, name: G, dimension: economy, time_to_benefit: 6, readiness: 1}
---
{id: h, name: H, dimension: economy, time_to_benefit: 6, readiness: 3}
```

## How to mend

See with `quickwin explain` which pillar is the weakest of most programs. If it is the same one, mend it before
choosing; else set `quick_win: {readiness: …}` to what an office has to have before it may begin. To silence it:
`check: {ignore: [QW618]}`.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.scores import scored
from quickwin.say import say
from quickwin.study.study import Study

CODE = "QW618"
SEVERITY = "note"
FEWEST = 8


def check(study: Study) -> Iterator[Remark]:
    """A readiness gate through which nobody comes."""
    if len(study.candidates) < FEWEST:
        return
    inputs, scores = scored(study)
    weakest = [one for one in scores.weakest.tolist() if one == one]  # noqa: PLR0124  # NaN where a pillar is not stated
    if len(weakest) >= FEWEST and not scores.ready.any():
        yield Remark(
            study.judge.source.place(("quick_win", "readiness")),
            say(
                "None of the {count} programs that state their readiness passes its gate of {gate:.3g}%; the best "
                "reaches {best:.3g}%.",
                count=len(weakest),
                gate=100 * inputs.rules.least_readiness,
                best=100 * max(weakest),
            ),
            say("Mend first what all lack, or set the gate to what an office must have before it may begin."),
        )
