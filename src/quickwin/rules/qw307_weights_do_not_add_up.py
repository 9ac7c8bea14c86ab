"""Weights in % do not add up to 100 %.

## What it finds

Siblings that all have a weight written with % whose sum is more than half a percentage point away from 100 %. Equal
weights may be rounded: three of 33 % are fine. Told at the last of them.

## Why it matters

The weights are normalised, so that nothing breaks: but whoever wrote 40 % sees another share at work, and most likely
one of the weights was changed without the others. Of five weights of the evaluation of 2022 a report from Jambi gives
three: outcome 30, impact 20 and quick wins 20 (jambiekspres.disway.id, 2022). That 30 are left for the other two is
sure only if all add up to 100.

## Bad

```yaml
# criteria.yaml, changed: criteria
criteria:
  reach: {weight: 40%, measure: beneficiaries, per: population, curve: [[0, 0], [20%, 1]]}
  ease: {weight: 40%, worst: 1, best: 5}
  equity: {weight: 30%, levels: {none: 0, some: 0.4, most: 1}}
```

## Good

```yaml
# criteria.yaml, changed: criteria
criteria:
  reach: {weight: 30%, measure: beneficiaries, per: population, curve: [[0, 0], [20%, 1]]}
  ease: {weight: 40%, worst: 1, best: 5}
  equity: {weight: 30%, levels: {none: 0, some: 0.4, most: 1}}
```

## How to mend

Correct the weights, or write plain numbers, which need not add up to anything. To silence it:
`# quickwin: ignore[QW307] as voted` behind the last weight.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.weights import groups
from quickwin.say import say
from quickwin.study.study import Study

CODE = "QW307"
SEVERITY = "warning"

TOLERANCE = 0.005
"""Half a percentage point: for all, or for each of equal weights."""


def check(study: Study) -> Iterator[Remark]:
    """Groups whose weights are all shares, but not of one whole."""
    for weights, unwritten in groups(study):
        if unwritten or len(weights) < 2 or not all(one.in_percent for one in weights):
            continue
        points = [one.point for one in weights]
        allowed = TOLERANCE * (len(points) if len(set(points)) == 1 else 1)
        if round(abs(sum(points) - 1) - allowed, 9) > 0:
            yield Remark(
                study.judge.source.place(weights[-1].path),
                say(
                    "The {count} weights of this group add up to {total:.4g} %, not to 100 %.",
                    count=len(points),
                    total=100 * sum(points),
                ),
                say("Correct one of them, or write plain numbers without %, which need not add up to anything."),
            )
