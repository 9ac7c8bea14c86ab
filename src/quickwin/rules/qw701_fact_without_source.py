"""A fact about the place does not say where it comes from.

## What it finds

A fact or a coverage of a context, plain or with keys, that has neither `source` nor `url`. One that is
`assumed: true` may say in its `note` why instead.

## Why it matters

Offices disagree, and pages print wrong digits. For one budget of Kotawaringin Timur one paper prints 2.282 trillion
([palangkaekspres.co, 25 Nov 2024](https://palangkaekspres.co/2024/11/25/pemkab-dan-dprd-resmi-sepakati-apbd-2025/))
and another 2.228 trillion (radarsampit.com, 21 Nov 2024). Without a source nobody can tell which one a study took.

## Bad

```yaml
# contexts/place.yaml, changed: facts
facts:
  population: 436079
  villages: {value: 185, unit: villages, year: 2022}
```

## Good

```yaml
# contexts/place.yaml, changed: facts
facts:
  population: {value: 436079, unit: people, year: 2022, source: BPS}
  villages: {value: 185, unit: villages, year: 2022, assumed: true, note: "168 desa and 17 kelurahan, no list found."}
```

## How to mend

Write who says so as `source` and the page as `url`. Where nobody has published it, write `assumed: true` and the
reasoning as a `note`. To silence one: `# quickwin: ignore[QW701] why` at the end of its line.
"""

from collections.abc import Iterator

from quickwin.rules.facts import stated
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW701"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Facts and coverage without a source."""
    for one in stated(study):
        about = one.fact.about
        if about and (about.source or about.url or (about.assumed and about.note)):
            continue
        if about and about.assumed:
            what = say("{name} is assumed, and nothing says why.", name=quoted(one.path[-1]))
            mend = say("Add “note: …” with the reasoning, or “source: …”.")
        elif about:
            what = say("{name} does not say where it comes from.", name=quoted(one.path[-1]))
            mend = say("Add “source: …”, or “assumed: true” and “note: …” with the reasoning.")
        else:
            what = say("{name} does not say where it comes from.", name=quoted(one.path[-1]))
            mend = say(
                "Write {value: …, unit: …, year: …, source: …}, or “assumed: true” and a “note” with the reasoning."
            )
        yield Remark(one.source.place(one.path, key=True), what, mend)
