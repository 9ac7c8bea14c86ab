"""A fact about the place does not say of which year it is.

## What it finds

A fact or a coverage of a context that has neither `year` nor `date`. Left alone are areas (the unit is km2 or ha),
what is `assumed: true`, and plain numbers, which QW701 tells about.

## Why it matters

Facts age at different speed. Villages of Kotawaringin Timur without power were 42 on 8 April 2022
([kalteng.prokal.co](https://kalteng.prokal.co/read/news/50973)) and 25 on 2 October 2024
([bakabar.com](https://bakabar.com/post/25-desa-di-kotim-belum-teraliri-listrik-m1rkrqor)): without a year nobody
knows which one a study took.

## Bad

```yaml
# contexts/place.yaml, changed: coverage
coverage:
  electricity: {value: 142/185, source: Diskominfo}
  internet: {value: 161/185, year: 2021, source: Diskominfo}
```

## Good

```yaml
# contexts/place.yaml, changed: coverage
coverage:
  electricity: {value: 142/185, year: 2022, source: Diskominfo}
  internet: {value: 161/185, year: 2021, source: Diskominfo}
```

## How to mend

Write the year that the number speaks of as `year`, or the day on which it was said as `date`. Where the page has
none, say so: `year: undated`. To silence it, `# quickwin: ignore[QW702] why` at the end of the line.
"""

from collections.abc import Iterator

from quickwin.rules.facts import changes, stated
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW702"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Facts and coverage without a year."""
    for one in stated(study):
        about = one.fact.about
        if about and not (about.year or about.date or about.assumed) and changes(one.fact):
            yield Remark(
                one.source.place(one.path, key=True),
                say("{name} does not say of which year it is.", name=quoted(one.path[-1])),
                say("Add “year: …” with the year that it speaks of, or “date: …” with the day on which it was said."),
            )
