"""Even the best on a scale does not get the full value.

## What it finds

A criterion that counts and whose highest level, or highest point of its curve, has a value below 100 %.

## Why it matters

A score is the share of the benefit of an ideal program, the best on every criterion. With a scale that ends at 80 %
no program can be ideal: every score is lower than its meaning says, and the criterion counts for a fifth less than
its weight. The top of a scale is the best there is, not the best expected: the ministry's index of e-government runs
to 5, though Kotim stood at 2,38 in 2022
([rakyatkalteng.com, 26 May 2025](https://www.rakyatkalteng.com/pemkab-kotim-tunjukkan-keseriusan-kembangkan-spbe)).

## Bad

```yaml
# criteria.yaml, changed: criteria
criteria:
  ease: {weight: 70, worst: 1, best: 5}
  equity: {weight: 30, levels: {none: 0, some: 0.4, most: 0.8}}
```

## Good

```yaml
# criteria.yaml, changed: criteria
criteria:
  ease: {weight: 70, worst: 1, best: 5}
  equity: {weight: 30, levels: {none: 0, some: 0.5, most: 1}}
```

## How to mend

Give the best 100 % and raise the others in proportion; if the criterion is to count for less, lower its weight. To
silence it: `# quickwin: ignore[QW619] nobody gets all` at the end of its line.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW619"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Criteria whose scale does not reach 100 %."""
    for leaf in study.judge.leaves:
        values = leaf.scale.levels.values() or [value for _, value in leaf.scale.points]
        best = max(values)
        if round(best - 1, 9) < 0 and (leaf.weight or leaf.criterion.factor):
            yield Remark(
                study.judge.source.place((*leaf.path, "levels" if leaf.scale.levels else "curve"), key=True),
                say(
                    "The best on {key} is worth {best:.3g}%, so that no program can reach its full weight.",
                    key=quoted(leaf.key),
                    best=100 * best,
                ),
                say(
                    "Give the best 100% and raise the others in proportion. To let it count for less, lower its weight."
                ),
            )
