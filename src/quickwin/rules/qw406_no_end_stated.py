"""A fair, a festival or another single event is counted as if it were felt for ever.

## What it finds

A program whose name holds a word of `check.one_off` (festival, expo, pameran …) and that does not say how long its
benefit `lasts`. A name that also speaks of a building (`check.built`: hall, gedung …) is left alone.

## Why it matters

A benefit without an end is counted up to the horizon: a day on the river would be worth two years of a service. The
boat carnival of Sampit was one day, 11 January 2025
([sampit.prokal.co, Jan 2025](https://sampit.prokal.co/read/news/40730)).

## Bad

```yaml
# programs/parade.yaml
name: Boat parade on the river
dimension: society
time_to_benefit: 3
```

## Good

```yaml
# programs/parade.yaml
name: Boat parade on the river
dimension: society
time_to_benefit: 3
lasts: 1 month
```

## How to mend

Add `lasts`: the months in which people feel it, of all times that it is held before the horizon together. Other words
are set as `check: {one_off: [festival, …]}`. Where the benefit goes on, say why at the end of the line of its name:
`# quickwin: ignore[QW406] the stalls stay`.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.words import word_in
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW406"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Programs that surely end and do not say when."""
    criteria = study.judge.criteria
    for candidate in study.candidates:
        program = candidate.program
        if program.lasts is not None:
            continue
        word = word_in(program.name, criteria.checks.one_off)
        if word and not word_in(program.name, criteria.checks.built):
            yield Remark(
                candidate.source.place(("name",)),
                say(
                    "The name speaks of {word}, which ends, but its benefit is counted up to the horizon of {horizon} "
                    "months.",
                    word=quoted(word),
                    horizon=criteria.horizon,
                ),
                say("Add “lasts: …” with the months in which it is felt, such as “lasts: 1 month”."),
            )
