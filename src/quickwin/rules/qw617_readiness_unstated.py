"""Something is asked about readiness and no program answers.

## What it finds

Of at least five programs none says anything about readiness at all, about one of its pillars, or, where at least five
programs give the items of a pillar, about one of these items. Nothing is told while a program has errors, since it
may be the one that does.

## Why it matters

A pillar about which nothing is said keeps every program from being a quick win: all stay at “prepare”. An item that
nobody gives is left out in silence, although somebody thought that it mattered. A study of Wonogiri found the gaps in
staff and budget, and in policy and institutions: what nobody asks about nobody mends
([ijstm.inarah.co.id](https://ijstm.inarah.co.id/index.php/ijstm/article/view/706), year not stated).

## Bad

```yaml
# programs/books.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, readiness: {structure: 3}}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, readiness: {structure: 3}}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, readiness: {structure: 3}}
---
{id: d, name: D, dimension: society, time_to_benefit: 6, readiness: {structure: 3}}
```

```yaml
# programs/road.yaml
{id: e, name: E, dimension: economy, time_to_benefit: 6, readiness: {structure: 3}}
```

## Good

```yaml
# programs/books.yaml
{id: a, name: A, dimension: society, time_to_benefit: 6, readiness: {structure: 3}}
---
{id: b, name: B, dimension: society, time_to_benefit: 6, readiness: {structure: 3}}
---
{id: c, name: C, dimension: society, time_to_benefit: 6, readiness: {structure: 3}}
---
{id: d, name: D, dimension: society, time_to_benefit: 6, readiness: {structure: 3, suprastructure: 4}}
```

```yaml
# programs/road.yaml
{id: e, name: E, dimension: economy, time_to_benefit: 6, readiness: {structure: 3}}
```

## How to mend

Ask the owners and write their answers into the programs, or delete from criteria.yaml what is not going to be asked.
To silence it: `# quickwin: ignore[QW617] asked in June` at the end of the line.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.estimate import Estimate
from quickwin.study.problem import quoted
from quickwin.study.readiness import Pillar, Stated
from quickwin.study.study import Study

CODE = "QW617"
SEVERITY = "warning"
FEWEST = 5


def check(study: Study) -> Iterator[Remark]:
    """What is asked about readiness and nobody states."""
    if not study.complete or len(study.candidates) < FEWEST:
        return
    everything = [candidate.program.readiness for candidate in study.candidates]
    said = [one for one in everything if one]
    if not said:
        yield Remark(
            study.judge.source.place(("readiness",), key=True),
            say("No program says how ready its owner is, so that none can be more than “prepare”."),
            say("Ask the owners and write “readiness: …” into each program."),
        )
    elif not any(isinstance(one, Estimate) for one in said):
        by_pillar = [one for one in said if isinstance(one, dict)]
        for key, pillar in study.judge.criteria.readiness.pillars.items():
            yield from about_pillar(study, key, pillar, [one[key] for one in by_pillar if key in one])


def about_pillar(study: Study, key: str, pillar: Pillar, stated: list[Stated]) -> Iterator[Remark]:
    """A pillar of which nobody states anything, or its items that nobody states."""
    path = ("readiness", "pillars", key)
    if not stated:
        yield Remark(
            study.judge.source.place(path, key=True),
            say("No program says anything about {key}, so that none can be more than “prepare”.", key=quoted(key)),
            say("Ask the owners and write it into each program, or delete the pillar."),
        )
    by_item = [one for one in stated if isinstance(one, dict)]
    answered = {item for one in by_item for item in one}
    for index, item in enumerate(pillar.items if len(by_item) >= FEWEST else ()):
        if item not in answered:
            yield Remark(
                study.judge.source.place((*path, "items", index)),
                say(
                    "No program answers {item}, so that it is left out of {key} in silence.",
                    item=quoted(item),
                    key=quoted(key),
                ),
                say("Ask the owners and write it into each program, or delete the item."),
            )
