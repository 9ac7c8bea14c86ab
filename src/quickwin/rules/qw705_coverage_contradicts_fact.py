"""A coverage says something else than a fact of the same place.

## What it finds

Two contradictions that are certain: a coverage written as a part of a whole, such as 142/185, while the fact that
counts all of its `unit`, such as `villages`, is another number; and a fact named after a coverage, such as
`villages_without_electricity` or `villages_with_internet` beside `villages`, of the same year, that gives another
share than the coverage.

## Why it matters

Coverage takes off all people whom a program cannot reach, so a wrong whole moves every score. Villages of
Kotawaringin Timur without power are told of 168 (8 Apr 2022,
[kalteng.prokal.co](https://kalteng.prokal.co/read/news/50973)) and of 185 (8 Jun 2023,
[catatan.co.id](https://catatan.co.id/masih-ada-40-desa-di-kotim-belum-dialiri-listrik)): without or with the towns'
wards.

## Bad

```yaml
# contexts/place.yaml, changed: coverage
coverage:
  electricity: {value: 126/168, unit: villages, year: 2022, source: Diskominfo}
  internet: {value: 161/185, year: 2021, source: Diskominfo}
```

## Good

```yaml
# contexts/place.yaml, changed: coverage
coverage:
  electricity: {value: 142/185, unit: villages, year: 2022, source: Diskominfo}
  internet: {value: 161/185, year: 2021, source: Diskominfo}
```

## How to mend

Take both numbers from one count. Where both are right, since they count different things, give them different units
(`desa`, `desa and kelurahan`). To silence one: `# quickwin: ignore[QW705] why` at the end of its line.
"""

import re
from collections.abc import Iterator

from quickwin.rules.facts import dated, written
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.context import Context, Fact
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW705"
SEVERITY = "warning"
PART = re.compile(r"\s*[\d.]+\s*/\s*(\d+)\s*")
ALL = ("villages", "desa", "households", "population", "schools", "sekolah")
"""Names of facts that count all of their unit, whichever word the unit is."""
APART = 0.005
"""Shares that differ by less are the same number, rounded."""


def check(study: Study) -> Iterator[Remark]:
    """Coverage that contradicts a fact."""
    for context, source in study.contexts:
        for name, coverage in context.coverage.items():
            what = other_whole(coverage, context) or other_share(name, coverage, context)
            if what:
                yield Remark(
                    source.place(("coverage", name, "value")),
                    what,
                    say("Take both from one count, or give them different units if they count different things."),
                )


def other_whole(coverage: Fact, context: Context) -> str | None:
    """What is wrong with the whole that a coverage is a part of, if anything is."""
    unit = coverage.about.unit if coverage.about else None
    found = PART.fullmatch(written(coverage))
    if not unit or not found:
        return None
    alike = [name for name, fact in context.facts.items() if counts_all(name, fact, unit.casefold())]
    if not alike or float(found[1]) in {fact.value for fact in context.facts.values()}:
        return None
    return say(
        "It is a part of {whole} {unit}, but the fact {fact} is {value:.15g}.",
        whole=found[1],
        unit=unit,
        fact=quoted(alike[0]),
        value=context.facts[alike[0]].value,
    )


def counts_all(name: str, fact: Fact, unit: str) -> bool:
    """Whether a fact counts all there are of a unit: it has that unit, and is called so or by a word for all."""
    own = (fact.about.unit if fact.about and fact.about.unit else unit).casefold()
    return own == unit and name.casefold() in {unit, *ALL}


def other_share(enabler: str, coverage: Fact, context: Context) -> str | None:
    """What a fact named after an enabler says otherwise than its coverage, if anything."""
    for name, fact in context.facts.items():
        of, _, kind = name.removesuffix(f"_{enabler}").rpartition("_")
        whole = context.facts.get(of)
        if kind not in {"with", "without"} or not name.endswith(f"_{enabler}") or not whole or not whole.value:
            continue
        share = fact.value / whole.value
        share = share if kind == "with" else 1 - share
        if year(fact) == year(coverage) and abs(share - coverage.value) > APART:
            return say(
                "The coverage is {coverage:.1%}, but {name} ({value:.15g} of {whole:.15g}) makes it {share:.1%}.",
                coverage=coverage.value,
                name=quoted(name),
                value=fact.value,
                whole=whole.value,
                share=share,
            )
    return None


def year(fact: Fact) -> str | None:
    """The year of a fact."""
    when = dated(fact)[1]
    return when and when[:4]
