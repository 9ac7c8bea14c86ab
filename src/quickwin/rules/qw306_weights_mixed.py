"""Weights with and without % stand side by side.

## What it finds

Siblings of which some have a weight with % and others a plain number above 1, since `40%` is 0.4 beside 30. The odd
ones are told, those with % where there are as many of both. Where all weights are written with %, a sibling without
any is told, since it counts as 1, which is 100 %. In a curve, performances with % beside plain ones above 1 (or
beside a first 1 with the value 0). 0 goes with all.

## Why it matters

The criterion with `40%` then counts for next to nothing, and the ranking is another than the room has decided.
Weights that come from elsewhere are written in either way: Sleman's evaluation weighs baseline 10, output 20, outcome
30, impact 30 and quick wins 10
([kominfo.slemankab.go.id](https://kominfo.slemankab.go.id/monev-smart-city-kabupaten-sleman/), no year given), and
that 10 beside a 40% counts 25 times as much.

## Bad

```yaml
# criteria.yaml, changed: criteria
criteria:
  reach: {weight: 30, measure: beneficiaries, per: population, curve: [[0, 0], [20%, 1]]}
  ease: {weight: 40%, worst: 1, best: 5}
  equity: {weight: 30, levels: {none: 0, some: 0.4, most: 1}}
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

Write all of them with %, or none. To silence it: `# quickwin: ignore[QW306] it counts for little` behind the number.
"""

from collections.abc import Iterator, Sequence

from quickwin.finding import Path
from quickwin.rules.remark import Remark
from quickwin.rules.stated import Stated, as_text, written
from quickwin.rules.weights import Weight, groups, is_in_percent
from quickwin.say import say
from quickwin.study.criterion import Leaf
from quickwin.study.problem import quoted
from quickwin.study.quantity import Kind
from quickwin.study.scalar import number
from quickwin.study.study import Source, Study

CODE = "QW306"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Weights and points of curves that are not written like those beside them."""
    source = study.judge.source
    for weights, unwritten in groups(study):
        for odd in odd_ones(weights):
            yield remark(source, odd, say("weights beside it"))
        if weights and all(one.in_percent for one in weights):
            yield from (left_out(source, path) for path in unwritten)
    for leaf in study.judge.leaves:
        for odd in odd_ones(curve_of(leaf, study)):
            yield remark(source, odd, say("other points of the curve"))


def left_out(source: Source, path: Path) -> Remark:
    """What is said of a criterion or a pillar without a weight, beside weights with %."""
    return Remark(
        source.place(path[:-1], key=True),
        say("{key} has no weight, which counts as 100 % beside weights with %.", key=quoted(str(path[-2]))),
        say("Give it a weight with % too."),
    )


def odd_ones(numbers: Sequence[Weight]) -> list[Weight]:
    """Those written with % among plain numbers above 1, or these among those, whichever are fewer."""
    percent = [one for one in numbers if one.in_percent and one.point]
    plain = [one for one in numbers if not one.in_percent and one.point > 1]
    if not percent or not plain:
        return []
    return percent if len(percent) <= len(plain) else plain


def curve_of(leaf: Leaf, study: Study) -> list[Weight]:
    """The performances of a curve. A first 1 with the value 0 counts as more than 1: 100 % would be worth something."""
    points = []
    for position in range(len(leaf.criterion.curve or ())):
        path = (*leaf.path, "curve", position)
        text, value = (as_text(written(study.judge.source, (*path, part))) for part in (0, 1))
        performance = number(text, Kind.NUMBER, study.judge.grammar).value
        size = 1.5 if position == 0 and performance == 1 and value.strip() == "0" else performance
        points.append(Weight((*path, 0), size, (Stated((*path, 0), text, performance),)))
    return points


def remark(source: Source, odd: Weight, others: str) -> Remark:
    """What is said of a number that is written otherwise than those beside it."""
    template = "{text} has no % and the {others} have: beside them it is {percent:.6g} %."
    if odd.in_percent:
        template = "{text} is read as {number:.6g}, and the {others} are plain numbers above 1."
    one = next(number for number in odd.numbers if is_in_percent(number.text) == odd.in_percent)
    what = say(template, text=quoted(one.text), others=others, number=one.number, percent=100 * one.number)
    return Remark(source.place(one.path), what, say("Write all of them with %, or none of them."))
