"""A criterion has so little weight that it says nothing.

## What it finds

A criterion, or a whole group of them, whose share of all weights is below `check.least_weight` (2 % where nothing is
set); 0 too. Of a group only the group is told. Where there are many criteria, one that has at least half of what each
would have if all weighed alike is passed over. Factors have no weight and are not meant.

## Why it matters

Every office is asked for a number that can move no program by more than two points of a hundred, and the room
believes that it counts. Often a weight was forgotten: left out, it is 1 beside neighbours of 30. The ministry's
evaluation gives none of its five parts less than a tenth
([Sleman's page](https://kominfo.slemankab.go.id/monev-smart-city-kabupaten-sleman/), year not stated).

## Bad

```yaml
# criteria.yaml, changed: criteria
criteria:
  reach: {weight: 30, measure: beneficiaries, per: population, curve: [[0, 0], [20%, 1]]}
  ease: {weight: 70, worst: 1, best: 5}
  equity: {levels: {none: 0, some: 0.4, most: 1}}
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

Give it a weight that counts, or delete it, so that nobody is asked for it. Where it is meant to wait with no weight,
set `check: {least_weight: 0}`, or write `# quickwin: ignore[QW601] not this round` at the end of its line.
"""

from collections.abc import Iterator, Mapping

from quickwin.finding import Path
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.criterion import Criterion
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW601"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Criteria and groups whose share of all weights is too small to matter."""
    judge = study.judge
    weighing = sum(not leaf.criterion.factor for leaf in judge.leaves)
    bar = min(judge.criteria.checks.least_weight, 0.5 / max(weighing, 1))
    for path, share, stated in light(judge.criteria.criteria, ("criteria",), 1.0, bar):
        yield Remark(
            judge.source.place((*path, "weight")) if stated else judge.source.place(path, key=True),
            say(
                "{key} has {share:.2g}% of all weights, so that it decides nothing.",
                key=quoted(str(path[-1])),
                share=100 * share,
            ),
            say("Give it a weight that counts, or delete it, so that nobody is asked for it.")
            if stated
            else say("Add a line “weight: …” to it: without one its weight is 1."),
        )


def light(
    criteria: Mapping[str, Criterion], path: Path, share: float, bar: float
) -> Iterator[tuple[Path, float, bool]]:
    """The criteria with less than a share of all weights, outermost first: path, share, and if a weight is stated."""
    total = sum(one.weight.point for one in criteria.values() if not one.factor)
    for key, one in criteria.items():
        own = 0.0 if one.factor else share * (one.weight.point / total)
        if not one.factor and round(own - bar, 9) < 0:
            yield (*path, key), own, "weight" in one.model_fields_set
        elif one.criteria:
            yield from light(one.criteria, (*path, key, "criteria"), own, bar)
