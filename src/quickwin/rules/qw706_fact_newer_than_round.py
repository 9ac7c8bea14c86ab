"""A fact about the place is newer than the round that it judges.

## What it finds

A fact or a coverage of the context in which the study is judged, whose `year`, or without one whose `date`, lies
after the start of the round. Contexts of other places, beside it, are left alone.

## Why it matters

The room could not have known it: a plan that is judged with what came later looks better or worse than it was.
Villages of Kotawaringin Timur without power were about 43 when quick wins were discussed (kalselpos.com, 22 Aug 2022)
and 40 in June of the next year
([catatan.co.id, 8 Jun 2023](https://catatan.co.id/masih-ada-40-desa-di-kotim-belum-dialiri-listrik)). Or the year is
a slip.

## Bad

```yaml
# contexts/place.yaml, changed: coverage
coverage:
  electricity: {value: 145/185, year: 2023, source: catatan.co.id}
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

Take the number that was known at the start, correct the year, or move `start` in criteria.yaml if this is a new
round. To silence one: `# quickwin: ignore[QW706] no older count` at the end of its line.
"""

from collections.abc import Iterator

from quickwin.rules.facts import dated, stated
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW706"
SEVERITY = "note"


def check(study: Study) -> Iterator[Remark]:
    """Facts and coverage of a time after the start."""
    used, start = study.judge.context_source, study.judge.criteria.start
    for one in stated(study) if start else ():
        key, when = dated(one.fact)
        if start and when and one.source is used and when > start.isoformat()[: len(when)]:
            yield Remark(
                one.source.place((*one.path, key)),
                say(
                    "{name} is of {when}, after the start of the round on {start}: nobody could know it then.",
                    name=quoted(one.path[-1]),
                    when=when,
                    start=start.isoformat(),
                ),
                say("Take the number that was known then, or correct the year, or the start of the round."),
            )
