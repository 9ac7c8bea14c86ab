"""A criterion counts heads where a share of the people is meant.

## What it finds

A criterion that counts, with `measure: beneficiaries` and no `per`.

## Why it matters

A count of heads favours the big city: 12.000 people are a lot in Kotim with its 26 people a square kilometre, and few
in Surabaya with 8.633. Success has to be measured by local conditions, said the mentor of Kotim's third workshop
(kalselpos.com, 22 Aug 2022). And with a count the same criteria cannot judge the same programs elsewhere.

## Bad

```yaml
# criteria.yaml, changed: criteria
criteria:
  reach: {weight: 30, measure: beneficiaries, worst: 0, best: 80000}
  ease: {weight: 40, worst: 1, best: 5}
  equity: {weight: 30, levels: {none: 0, some: 0.4, most: 1}}
```

## Good

```yaml
# criteria.yaml, changed: criteria
criteria:
  reach: {weight: 30, measure: beneficiaries, per: population, worst: 0%, best: 20%}
  ease: {weight: 40, worst: 1, best: 5}
  equity: {weight: 30, levels: {none: 0, some: 0.4, most: 1}}
```

## How to mend

Add `per: population`, a fact of the context, and write the scale in shares: divide its numbers of people by the
population. Where heads are meant, `# quickwin: ignore[QW611] beds are few everywhere` at the end of the line.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW611"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Criteria that count people and divide them by nothing."""
    for leaf in study.judge.leaves:
        one = leaf.criterion
        if one.measure == "beneficiaries" and one.per is None and (leaf.weight or one.factor):
            yield Remark(
                study.judge.source.place((*leaf.path, "measure")),
                say("{key} counts heads, which favours the big city over the small place.", key=quoted(leaf.key)),
                say(
                    "Add “per: …” with a fact of the context, such as population, and write the scale in shares of it."
                ),
            )
