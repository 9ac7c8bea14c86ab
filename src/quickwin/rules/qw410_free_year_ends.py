"""Something is free at first, and nobody is named who pays later.

## What it finds

A program whose funding or cost speaks of a first free time (`check.free_at_first`: “free for a year”, “gratis selama”
…) and whose cost has no `opex_per_year`, or 0. Programs that say `lasts` and mean a year or less are left alone.

## Why it matters

The free year ends. In Kabupaten Jayapura the satellite link of a village was free for one year; then the village had
to pay ([klikjo.id, 2 Aug 2025](https://klikjo.id/2025/08/02/)).

## Bad

```yaml
# programs/links.yaml
name: Satellite links for villages
dimension: society
time_to_benefit: 3
funding: {source: APBD, status: next, note: The link is free for a year.}
```

## Good

```yaml
# programs/links.yaml
name: Satellite links for villages
dimension: society
time_to_benefit: 3
cost: {opex_per_year: Rp135 juta}
funding: {source: APBD, status: next, note: "The link is free for a year, then the villages pay."}
```

## How to mend

Ask what it costs when the free time is over, write it as `opex_per_year`, and who pays as its `note`. If the program
ends with the free time, write `lasts: 12 months`. Other words are set as `check: {free_at_first: [...]}`; to silence
one line: `# quickwin: ignore[QW410] why`.
"""

from collections.abc import Iterator

from quickwin.finding import Path
from quickwin.rules.remark import Remark
from quickwin.rules.words import word_in
from quickwin.say import say
from quickwin.study.backing import Cost
from quickwin.study.problem import quoted
from quickwin.study.program import Program
from quickwin.study.study import Study

CODE = "QW410"
SEVERITY = "warning"
A_YEAR = 12.0
"""Months that are free, as a rule."""


def check(study: Study) -> Iterator[Remark]:
    """Programs that are free at first and state no running cost."""
    words = study.judge.criteria.checks.free_at_first
    for candidate in study.candidates:
        program = candidate.program
        opex = program.opex_per_year
        if (opex and opex.point) or (program.lasts and round(program.lasts.point - A_YEAR, 9) <= 0):
            continue
        for path, text in told(program):
            word = word_in(text, words)
            if word:
                yield Remark(
                    candidate.source.place(path),
                    say(
                        "{word} comes to an end, and no running cost is stated for the time after it.",
                        word=quoted(word),
                    ),
                    say("Add what it costs a year after that as “opex_per_year: …” to its cost, and name who pays."),
                )
                break


def told(program: Program) -> Iterator[tuple[Path, str]]:
    """What a program says about its money in words, and where."""
    funding = program.funding
    if funding and funding.source:
        yield ("funding", "source"), funding.source
    if funding and funding.note:
        yield ("funding", "note"), funding.note
    if isinstance(program.cost, Cost) and program.cost.note:
        yield ("cost", "note"), program.cost.note
