"""A criterion measures cost as if it were benefit.

## What it finds

A criterion that counts and measures `cost`, `cost.capex`, `cost.opex_per_year` or `cost_per_beneficiary`.

## Why it matters

A score is the share of the benefit of an ideal program. With cost in it, it is no share of anything, a cheap program
that does nothing gets points, and a plan that keeps to a budget counts cost twice. Cheap is also easily incomplete:
for its public cameras Penajam Paser Utara paid about Rp1,4 juta a point for most, and Rp5 juta for those with solar
power of their own (worked out here from [radaribukota.com, 5 Sep 2024](https://radaribukota.com/2024/09/05/)).

## Bad

```yaml
# criteria.yaml, changed: criteria
criteria:
  ease: {weight: 40, worst: 1, best: 5}
  equity: {weight: 30, levels: {none: 0, some: 0.4, most: 1}}
  cheap: {weight: 30, measure: cost, worst: 5000000000, best: 0}
```

## Good

```yaml
# criteria.yaml, changed: criteria
criteria:
  ease: {weight: 40, worst: 1, best: 5}
  equity: {weight: 30, levels: {none: 0, some: 0.4, most: 1}}
```

## How to mend

Delete the criterion. `quickwin rank --by value` shows what each program gives for its money. Where the room insists
on cost as a criterion, write `# quickwin: ignore[QW604] decided by the room` at the end of its line, and say beside
every table that the score is no share of benefit.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW604"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Criteria that count and measure what a program costs."""
    for leaf in study.judge.leaves:
        measure = leaf.criterion.measure or ""
        if measure.startswith("cost") and (leaf.weight or leaf.criterion.factor):
            yield Remark(
                study.judge.source.place((*leaf.path, "measure")),
                say(
                    "{key} measures cost, which is no benefit: scores then are no share of benefit, and a plan within "
                    "a budget counts cost twice.",
                    key=quoted(leaf.key),
                ),
                say("Delete the criterion; “quickwin rank --by value” shows what each gives for its money."),
            )
