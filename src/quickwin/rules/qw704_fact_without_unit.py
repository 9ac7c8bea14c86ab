"""A fact about the place does not say what is counted.

## What it finds

A fact of a context, written with keys, that has no `unit`. Coverage is a share and needs none; money and percentages
carry theirs in the number; plain numbers are told about by QW701.

## Why it matters

A number without its unit is read with the reader's. Waste of Sampit is printed as 98.5 tonnes a month on one page
([kalteng.antaranews.com, 2025](https://kalteng.antaranews.com/amp/berita/772421)) and as 98.5 tonnes a day on others
([tintaborneo.com, Sep 2025](https://www.tintaborneo.com/2025/09/dlh-kotim-dorong-satu-desa-satu-bank-sampah)).

## Bad

```yaml
# contexts/place.yaml, changed: facts
facts:
  population: {value: 436079, unit: people, year: 2022, source: BPS}
  waste: {value: "98,5", year: 2025, source: DLH}
```

## Good

```yaml
# contexts/place.yaml, changed: facts
facts:
  population: {value: 436079, unit: people, year: 2022, source: BPS}
  waste: {value: "98,5", unit: tonnes a day, year: 2025, source: DLH}
```

## How to mend

Add `unit` with what is counted and, where it flows, in what time. To silence one: `# quickwin: ignore[QW704] why` at
the end of its line.
"""

from collections.abc import Iterator

from quickwin.rules.facts import written
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.context import Fact
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW704"
SEVERITY = "note"


def check(study: Study) -> Iterator[Remark]:
    """Facts without a unit."""
    for context, source in study.contexts:
        for name, fact in context.facts.items():
            if fact.about and not fact.about.unit and not carries_unit(fact, context.currency.symbol):
                yield Remark(
                    source.place(("facts", name), key=True),
                    say("{name} does not say what is counted.", name=quoted(name)),
                    say("Add “unit: …”, such as people, villages or tonnes a day."),
                )


def carries_unit(fact: Fact, currency: str) -> bool:
    """Whether the unit stands in the number itself, as in Rp2 triliun or 5%."""
    text = written(fact).casefold()
    return any(unit in text for unit in (currency.casefold(), "%", "persen"))
