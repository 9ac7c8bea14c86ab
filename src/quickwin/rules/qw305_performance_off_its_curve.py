"""A stated performance lies off its criterion's curve.

## What it finds

A performance that a program states, below the first or above the last point of the criterion's curve. What is
measured, such as reach, is not looked at.

## Why it matters

Off the curve the value stays that of its end, so whatever is said there counts alike: a slip of a digit or a unit is
not seen in the score. A page about Ponorogo's internet for every RT prints “96.4” for Pudak below a headline that
says less than 10 % ([gemasuryafm.com, 3 Aug
2022](https://gemasuryafm.com/2022/08/03/slow-respon-pudak-dan-pulung-pemasangan-internet-gratis-masih-dibawah-10-persen/)).

## Bad

```yaml
# criteria.yaml, changed: criteria
criteria:
  waiting: {title: Minutes of waiting saved, curve: [[0, 0], [30, 0.6], [120, 1]]}
```

```yaml
# programs/books.yaml
name: Books in every village
dimension: society
owner: Dinas Perpustakaan
time_to_benefit: 6
impact: {waiting: 4800}
```

```yaml
# programs/road.yaml
name: A road to the harbour
dimension: economy
time_to_benefit: 9
```

## Good

```yaml
# criteria.yaml, changed: criteria
criteria:
  waiting: {title: Minutes of waiting saved, curve: [[0, 0], [30, 0.6], [120, 1]]}
```

```yaml
# programs/books.yaml
name: Books in every village
dimension: society
owner: Dinas Perpustakaan
time_to_benefit: 6
impact: {waiting: 48}
```

```yaml
# programs/road.yaml
name: A road to the harbour
dimension: economy
time_to_benefit: 9
```

## How to mend

Correct the number or its unit. If such performances are real, add a point to the curve; if the end is meant as “more
does not count”, silence it: `# quickwin: ignore[QW305] more does not count` behind the number.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.stated import point_path
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.quantity import Kind, write
from quickwin.study.study import Study

CODE = "QW305"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Stated performances beyond the ends of their curves."""
    curved = [leaf for leaf in study.judge.leaves if leaf.criterion.curve and not leaf.criterion.measure]
    for candidate in study.candidates if curved else ():
        for leaf in curved:
            performance = candidate.program.impact.get(leaf.key)
            if performance is None:
                continue
            points, divisor = leaf.scale.points, leaf.scale.divisor
            first, last = sorted((points[0][0] * divisor, points[-1][0] * divisor))
            if round(first - performance.point, 9) > 0 or round(performance.point - last, 9) > 0:
                shown = [write(number, Kind.NUMBER, study.judge.grammar) for number in (performance.point, first, last)]
                yield Remark(
                    candidate.source.place(point_path(performance, ("impact", leaf.key))),
                    say(
                        "{number} lies off the curve of {title}, which runs from {first} to {last}.",
                        number=shown[0],
                        title=quoted(leaf.title),
                        first=shown[1],
                        last=shown[2],
                    ),
                    say(
                        "Correct the number or its unit, or add a point to the curve; it now counts as the curve's end."
                    ),
                )
