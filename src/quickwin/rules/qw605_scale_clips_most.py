"""Most candidates lie beyond an end of a scale.

## What it finds

A criterion on whose scale more than `check.clipped` (50 % where nothing is set) of the candidates that state it, at
least five, lie beyond the same end. Those that lie on the end itself do not count.

## Why it matters

Beyond its ends a scale stays flat, so that it tells these candidates from one another no more: twice the people are
worth no more than half of them. Karawang reported 71.533 business numbers for a target of 50.000, 143 %
(radarkarawang.id, 16 Dec 2024); a scale that ends at the target gives all such results full marks.

## Bad

```yaml
# criteria.yaml, changed: criteria
criteria:
  reach: {weight: 30, measure: beneficiaries, per: population, worst: 0%, best: 1%}
  ease: {weight: 70, worst: 1, best: 5}
```

```yaml
# programs/books.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, beneficiaries: 5000, impact: {ease: 4}}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, beneficiaries: 9000, impact: {ease: 3}}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, beneficiaries: 20000, impact: {ease: 5}}
---
{id: d, name: D, dimension: society, time_to_benefit: 6, beneficiaries: 2000, impact: {ease: 2}}
```

```yaml
# programs/road.yaml
{id: e, name: E, dimension: economy, time_to_benefit: 6, beneficiaries: 3000, impact: {ease: 2}}
```

## Good

```yaml
# criteria.yaml, changed: criteria
criteria:
  reach: {weight: 30, measure: beneficiaries, per: population, curve: [[0%, 0], [1%, 0.5], [5%, 1]]}
  ease: {weight: 70, worst: 1, best: 5}
```

```yaml
# programs/books.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, beneficiaries: 5000, impact: {ease: 4}}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, beneficiaries: 9000, impact: {ease: 3}}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, beneficiaries: 20000, impact: {ease: 5}}
---
{id: d, name: D, dimension: society, time_to_benefit: 6, beneficiaries: 2000, impact: {ease: 2}}
```

```yaml
# programs/road.yaml
{id: e, name: E, dimension: economy, time_to_benefit: 6, beneficiaries: 3000, impact: {ease: 2}}
```

## How to mend

Look first whether numbers and scale are of the same kind: people beside a share of the people, for one. Then move
that end out, to the most that can be expected anywhere, or give the curve one more point. To allow more:
`check: {clipped: 80%}`; to silence it: `# quickwin: ignore[QW605] one percent is enough` at the end of the
criterion's line.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.scores import scored
from quickwin.say import say
from quickwin.study.criterion import Leaf
from quickwin.study.problem import quoted
from quickwin.study.quantity import Kind, write
from quickwin.study.study import Study

CODE = "QW605"
SEVERITY = "warning"
FEWEST = 5


def check(study: Study) -> Iterator[Remark]:
    """Criteria whose scale ends before most candidates."""
    if len(study.candidates) < FEWEST:
        return
    from quickwin.engine.spread import beyond, extremes  # noqa: PLC0415  # numpy, for the few rules that need it

    inputs, scores = scored(study)
    _, _, counts = extremes(scores.values, inputs.performances)
    below, above = (one.tolist() for one in beyond(inputs.performances, inputs.curves))
    most = study.judge.criteria.checks.clipped
    for leaf, count, *sides in zip(study.judge.leaves, counts.tolist(), below, above, strict=True):
        outside, is_above = max(sides), sides[1] >= sides[0]
        if count < FEWEST or outside <= most * count or not (leaf.weight or leaf.criterion.factor):
            continue
        yield Remark(
            study.judge.source.place(leaf.path, key=True),
            say(
                "{outside} of {count} candidates lie {side} {end}, where the scale of {key} ends: it does not "
                "tell them from one another.",
                outside=outside,
                count=count,
                side=say("above") if is_above else say("below"),
                end=end(leaf, study, last=is_above),
                key=quoted(leaf.key),
            ),
            say("Move that end of the scale out; look first whether numbers and scale are of the same kind."),
        )


def end(leaf: Leaf, study: Study, *, last: bool) -> str:
    """The first or last performance of a scale, as the study's files would write it."""
    performances = [performance for performance, _ in leaf.scale.points]
    is_share = leaf.criterion.per is not None and all(0 <= one <= 1 for one in performances)
    return write(performances[-1 if last else 0], Kind.SHARE if is_share else Kind.NUMBER, study.judge.grammar)
