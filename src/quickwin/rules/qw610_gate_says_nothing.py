"""The impact gate lets all programs pass or none.

## What it finds

Of at least eight programs all, or none, reach `quick_win.impact`. A gate of 0 % is meant to let all pass.

## Why it matters

A gate is there to tell a large impact from a small one. Where all pass, “quick win” only means “soon”; where none
does, there is no quick win, and the temptation is to move the bar until the result fits: East Kalimantan's free
village internet was “100 %” done with 802 villages when the goal had been 841
([ikntime.com, 14 Jan 2026](https://www.ikntime.com/2026/01/)).

## Bad

```yaml
# criteria.yaml, added
quick_win: {impact: 95%}
```

```yaml
# programs/more.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, impact: {ease: 4, equity: some}}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, impact: {ease: 2, equity: some}}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, impact: {ease: 5, equity: most}}
---
{id: d, name: D, dimension: economy, time_to_benefit: 6, impact: {ease: 3, equity: none}}
---
{id: e, name: E, dimension: economy, time_to_benefit: 6, impact: {ease: 3, equity: some}}
---
{id: f, name: F, dimension: economy, time_to_benefit: 6, impact: {ease: 4, equity: most}}
```

## Good

```yaml
# criteria.yaml, added
quick_win: {impact: 40%}
```

```yaml
# programs/more.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, impact: {ease: 4, equity: some}}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, impact: {ease: 2, equity: some}}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, impact: {ease: 5, equity: most}}
---
{id: d, name: D, dimension: economy, time_to_benefit: 6, impact: {ease: 3, equity: none}}
---
{id: e, name: E, dimension: economy, time_to_benefit: 6, impact: {ease: 3, equity: some}}
---
{id: f, name: F, dimension: economy, time_to_benefit: 6, impact: {ease: 4, equity: most}}
```

## How to mend

Describe in words what a program just at the gate looks like, work out what it comes to with `quickwin explain`, and
set the gate there; then leave it. Where reach is a factor, impacts are smaller and the gate has to be lower. To
silence it: `check: {ignore: [QW610]}`.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.scores import scored
from quickwin.say import say
from quickwin.study.study import Study

CODE = "QW610"
SEVERITY = "note"
FEWEST = 8


def check(study: Study) -> Iterator[Remark]:
    """An impact gate that parts nobody from nobody."""
    gate = study.judge.criteria.quick_win.impact
    if len(study.candidates) < FEWEST or not gate:
        return
    from quickwin.engine.score import at_least  # noqa: PLC0415  # numpy, for the few rules that need it

    _, scores = scored(study)
    reached = scores.impact * scores.coverage
    passing = int(at_least(reached, gate).sum())
    if passing in {0, len(study.candidates)}:
        yield Remark(
            study.judge.source.place(("quick_win", "impact")),
            say(
                "{many} of the {count} programs pass the impact gate of {gate:.3g}%; they reach from {lowest:.3g}% to "
                "{highest:.3g}%.",
                many=say("All") if passing else say("None"),
                count=len(study.candidates),
                gate=100 * gate,
                lowest=100 * float(reached.min()),
                highest=100 * float(reached.max()),
            ),
            say("Describe a program that is just large enough, and set the gate to what it comes to."),
        )
