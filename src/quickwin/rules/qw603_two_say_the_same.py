"""Two criteria say the same.

## What it finds

Two criteria whose values rise and fall together: over at least ten candidates that state both, their correlation is
at least `check.same_criteria` (95 % where nothing is set), and stays so whichever one candidate is left out. It is
told at the later of the two, with the one that it is most like. Criteria that count for nothing are not compared.

## Why it matters

What both share is counted twice: two criteria of 20 are then one of 40, and a program that is good at it wins
although the room never said so. In Kediri's evaluation of 2022 the score for impact, 3,07, is no more than the mean
of its six dimensions, 3,068 (worked out here from
[bangsaonline.com, 28 Dec 2022](https://bangsaonline.com/amp/berita/113379)): whoever weighs both weighs one thing
twice.

## Bad

```yaml
# criteria.yaml, changed: criteria
criteria:
  trips: {title: Fewer trips, weight: 50, worst: 1, best: 5}
  waiting: {title: Less waiting, weight: 50, worst: 1, best: 5}
```

```yaml
# programs/books.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, impact: {trips: 1, waiting: 1}}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, impact: {trips: 2, waiting: 2}}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, impact: {trips: 3, waiting: 3}}
---
{id: d, name: D, dimension: society, time_to_benefit: 6, impact: {trips: 4, waiting: 4}}
---
{id: e, name: E, dimension: society, time_to_benefit: 6, impact: {trips: 5, waiting: 5}}
```

```yaml
# programs/road.yaml
{id: f, name: F, dimension: economy, time_to_benefit: 6, impact: {trips: 1, waiting: 1}}
---
{id: g, name: G, dimension: economy, time_to_benefit: 6, impact: {trips: 2, waiting: 2}}
---
{id: h, name: H, dimension: economy, time_to_benefit: 6, impact: {trips: 3, waiting: 3}}
---
{id: i, name: I, dimension: economy, time_to_benefit: 6, impact: {trips: 4, waiting: 4}}
---
{id: j, name: J, dimension: economy, time_to_benefit: 6, impact: {trips: 5, waiting: 5}}
```

## Good

```yaml
# criteria.yaml, changed: criteria
criteria:
  ease: {title: Fewer trips and less waiting, weight: 50, worst: 1, best: 5}
  equity: {title: Reaches those left behind, weight: 50, levels: {none: 0, some: 0.4, most: 1}}
```

## How to mend

Make one criterion of the two, or say more exactly in their titles and scales what each asks and judge again. If they
go together by chance and differ in meaning, say so: `# quickwin: ignore[QW603] different people` at the end of the
later one's line; `check: {same_criteria: 99%}` moves the threshold.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.scores import scored
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW603"
SEVERITY = "warning"
FEWEST = 10


def check(study: Study) -> Iterator[Remark]:
    """Criteria on which candidates are valued as on an earlier one."""
    if len(study.candidates) < FEWEST:
        return
    from quickwin.engine.likeness import alike  # noqa: PLC0415  # numpy, for the few rules that need it

    inputs, scores = scored(study)
    leaves = study.judge.leaves
    counting = [number for number, leaf in enumerate(leaves) if leaf.weight or leaf.criterion.factor]
    values, performances = scores.values[:, counting], inputs.performances[:, counting]
    for later, earlier, likeness in alike(values, performances, study.judge.criteria.checks.same_criteria, FEWEST):
        leaf, other = leaves[counting[later]], leaves[counting[earlier]]
        yield Remark(
            study.judge.source.place(leaf.path, key=True),
            say(
                "Candidates are valued on {key} as on {other} (correlation {likeness:.0%}): what the two share is "
                "counted twice.",
                key=quoted(leaf.key),
                other=quoted(other.key),
                likeness=likeness,
            ),
            say("Make one criterion of the two, or say more exactly what each asks and judge again."),
        )
