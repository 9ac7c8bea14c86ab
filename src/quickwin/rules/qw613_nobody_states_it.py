"""A criterion counts on which no candidate says anything.

## What it finds

A criterion that counts, and that none of at least five candidates states. Nothing is told while a program has errors,
since it may be the one that does. People that nobody has counted are told by QW515.

## Why it matters

What is not stated counts as the worst, so that the criterion's share of the weight is taken off every score, and as a
factor it makes every score 0. Usually the criterion was added after the programs had been written. A number that
nobody has is no yardstick: influencers were to bring East Kalimantan 30 % more visitors, and no count to start from
was given ([it-news.id, 3 Oct 2025](https://it-news.id/program-influencer-tak-geser-pembangunan-fisik-desa-wisata)).

## Bad

```yaml
# criteria.yaml, changed: criteria
criteria:
  reach: {weight: 30, measure: beneficiaries, per: population, curve: [[0, 0], [20%, 1]]}
  ease: {weight: 40, worst: 1, best: 5}
  equity: {weight: 30, levels: {none: 0, some: 0.4, most: 1}}
  felt: {weight: 30, worst: 1, best: 5}
```

```yaml
# programs/more.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, impact: {ease: 4, equity: some}}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, impact: {ease: 2, equity: none}}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, impact: {ease: 5, equity: most}}
```

## Good

```yaml
# criteria.yaml, changed: criteria
criteria:
  reach: {weight: 30, measure: beneficiaries, per: population, curve: [[0, 0], [20%, 1]]}
  ease: {weight: 40, worst: 1, best: 5}
  equity: {weight: 30, levels: {none: 0, some: 0.4, most: 1}}
```

## How to mend

Ask the offices for it and write it into their programs, or delete the criterion until they have been asked. With
`weight: 0` it waits and takes nothing off. To silence it: `# quickwin: ignore[QW613] asked on Monday` at the end of
its line.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.scores import scored
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW613"
SEVERITY = "warning"
FEWEST = 5


def check(study: Study) -> Iterator[Remark]:
    """Criteria that count and that nobody states."""
    if not study.complete or len(study.candidates) < FEWEST:
        return
    from quickwin.engine.spread import extremes  # noqa: PLC0415  # numpy, for the few rules that need it

    inputs, scores = scored(study)
    _, _, counts = extremes(scores.values, inputs.performances)
    for leaf, count in zip(study.judge.leaves, counts.tolist(), strict=True):
        if not count and leaf.criterion.measure is None and (leaf.weight or leaf.criterion.factor):
            lost = (
                say("every impact is 0")
                if leaf.criterion.factor
                else say("{weight:.3g} points of 100 are lost to all", weight=100 * leaf.weight)
            )
            yield Remark(
                study.judge.source.place(leaf.path, key=True),
                say(
                    "None of the {count} candidates states {key}; that counts as the worst, so that {lost}.",
                    count=len(study.candidates),
                    key=quoted(leaf.key),
                    lost=lost,
                ),
                say("Write it into the programs, or delete the criterion until the offices have been asked."),
            )
