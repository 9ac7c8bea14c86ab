"""All candidates are alike on a criterion.

## What it finds

A criterion on which all candidates that state it, at least five, have the same value. One that has no weight is
passed over, and so is one of which a bad scale is the cause (QW605).

## Why it matters

It takes its share of the weight and tells no program from another; the room then decides on the rest without knowing
it. The “100 %” that Kalimantan Tengah reported for the digital boards of its schools meant that they were delivered
([kalteng.antaranews.com, no date found](https://kalteng.antaranews.com/berita/779952)): a number that is full
everywhere does not tell a school that uses its board from one that does not.

## Bad

```yaml
# programs/more.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, impact: {ease: 4, equity: some}}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, impact: {ease: 2, equity: some}}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, impact: {ease: 5, equity: some}}
---
{id: d, name: D, dimension: economy, time_to_benefit: 6, impact: {ease: 3, equity: some}}
```

```yaml
# programs/books.yaml
{id: books, name: Books, dimension: society, time_to_benefit: 6, impact: {ease: 1, equity: some}}
```

## Good

```yaml
# programs/more.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, impact: {ease: 4, equity: some}}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, impact: {ease: 2, equity: none}}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, impact: {ease: 5, equity: most}}
---
{id: d, name: D, dimension: economy, time_to_benefit: 6, impact: {ease: 3, equity: some}}
```

## How to mend

Look at the candidates again and judge the criterion more finely, or delete it. If it is a bar that every candidate
has to pass, it is a gate and no criterion. To silence it: `# quickwin: ignore[QW602] all are for the poor` at the end
of its line, or `check: {ignore: [QW602]}`.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.scores import scored
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW602"
SEVERITY = "warning"
FEWEST = 5


def check(study: Study) -> Iterator[Remark]:
    """Criteria on which nobody differs."""
    if len(study.candidates) < FEWEST:
        return
    from quickwin.engine.spread import beyond, extremes  # noqa: PLC0415  # numpy, for the few rules that need it

    inputs, scores = scored(study)
    stretches = [one.tolist() for one in extremes(scores.values, inputs.performances)]
    outside = [one.tolist() for one in beyond(inputs.performances, inputs.curves)]
    for leaf, lowest, highest, count, *sides in zip(study.judge.leaves, *stretches, *outside, strict=True):
        counts_for_nothing = not leaf.weight and not leaf.criterion.factor
        if count < FEWEST or counts_for_nothing or max(sides) > study.judge.criteria.checks.clipped * count:
            continue
        if round(highest - lowest, 9) == 0:
            yield Remark(
                study.judge.source.place(leaf.path, key=True),
                say(
                    "All {count} candidates that state {key} have the same value on it, {value:.0%}, so that it tells "
                    "none of them from another.",
                    count=count,
                    key=quoted(leaf.key),
                    value=lowest,
                ),
                say("Judge it more finely, or delete it; what all must reach is no criterion."),
            )
