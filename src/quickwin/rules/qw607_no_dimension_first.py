"""No dimension is put first.

## What it finds

Dimensions that all have a priority below 100 %.

## Why it matters

Priority says what a unit of benefit is worth *against the dimension put first*, which is therefore 100 %. Where none
is, every score is lower than its meaning says: an ideal program no longer reaches 100. The order is the same, but the
number that the regent is told is not. Kotim put Smart Economy first
([kalteng.antaranews.com, 22 Sep 2022](https://kalteng.antaranews.com/berita/592465)).

## Bad

```yaml
# criteria.yaml, changed: dimensions
dimensions:
  society: {priority: 60%}
  economy: {priority: 80%}
```

## Good

```yaml
# criteria.yaml, changed: dimensions
dimensions:
  society: {priority: 75%}
  economy: {priority: 100%}
```

## How to mend

Give the highest 100 % and raise the others in proportion: 80 % and 60 % become 100 % and 75 %. To silence it:
`check: {ignore: [QW607]}`.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW607"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Priorities of which none is 100 %."""
    dimensions = study.judge.criteria.dimensions
    if not dimensions:
        return
    first = max(dimensions, key=lambda key: dimensions[key].priority)
    highest = dimensions[first].priority
    if round(highest - 1, 9) < 0:
        yield Remark(
            study.judge.source.place(("dimensions", first, "priority")),
            say(
                "No dimension has the priority 100%, so that all scores are lower than their meaning says; the "
                "highest, of {first}, is {highest:.3g}%.",
                first=quoted(first),
                highest=100 * highest,
            ),
            say("Give it 100% and raise the others in proportion; the order stays the same."),
        )
