"""A group holds a single criterion.

## What it finds

A criterion with `criteria:` below it, in which only one stands.

## Why it matters

The weight inside says nothing, since it is compared with no other, and whoever changes it waits in vain for something
to move. Often the others were forgotten: the ministry's method gives each dimension three parts, not one
([kronikkaltim.com, 27 May 2024](https://kronikkaltim.com/?p=31945)).

## Bad

```yaml
# criteria.yaml, changed: criteria
criteria:
  service:
    weight: 70
    criteria:
      ease: {weight: 40, worst: 1, best: 5}
  equity: {weight: 30, levels: {none: 0, some: 0.4, most: 1}}
```

## Good

```yaml
# criteria.yaml, changed: criteria
criteria:
  ease: {weight: 70, worst: 1, best: 5}
  equity: {weight: 30, levels: {none: 0, some: 0.4, most: 1}}
```

## How to mend

Put the criterion in place of its group, with the group's weight, or add the others that were meant. To silence it:
`# quickwin: ignore[QW612] more will come` at the end of the group's line.
"""

from collections.abc import Iterator, Mapping

from quickwin.finding import Path
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.criterion import Criterion
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW612"
SEVERITY = "note"


def check(study: Study) -> Iterator[Remark]:
    """Groups in which one criterion stands."""
    for path, key in lonely(study.judge.criteria.criteria, ("criteria",)):
        yield Remark(
            study.judge.source.place(path, key=True),
            say(
                "The group {group} holds only {key}, so that the weight of {key} says nothing.",
                group=quoted(str(path[-1])),
                key=quoted(key),
            ),
            say("Put the criterion in place of its group, with the group's weight, or add the others that were meant."),
        )


def lonely(criteria: Mapping[str, Criterion], path: Path) -> Iterator[tuple[Path, str]]:
    """The groups, by path, that hold one criterion, and its key."""
    for key, one in criteria.items():
        if one.criteria:
            if len(one.criteria) == 1:
                yield (*path, key), next(iter(one.criteria))
            yield from lonely(one.criteria, (*path, key, "criteria"))
