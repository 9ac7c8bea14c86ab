"""Something is bought, and running it is said to cost nothing.

## What it finds

`capex` is above 0 and `opex_per_year` is written as 0, with no `note` or `source` beside that says why. Left alone is
what ends: a program that states how long it `lasts`, or an event by its name (`check: one_off`).

## Why it matters

What nobody pays for dies. In Semarang 30 % of the neighbourhood cameras were dead in 2022 and the budget held no upkeep
([rmoljawatengah.id, 25 Jul 2022](https://www.rmoljawatengah.id/diskominfo-kota-semarang-bakal-pasang-8000-kamera-cctv-baru));
in Katingan the solar plant of 70 homes of Tumbang Kanei is dead since 2017, its panels stolen
([borneonews.co.id, 4 Oct 2019](https://www.borneonews.co.id/berita/139416)).

## Bad

```yaml
# programs/cameras.yaml
name: Cameras at 40 points
dimension: society
time_to_benefit: 6
cost: {capex: Rp200 juta, opex_per_year: 0}
```

## Good

```yaml
# programs/cameras.yaml
name: Cameras at 40 points
dimension: society
time_to_benefit: 6
cost: {capex: Rp200 juta, opex_per_year: Rp80 juta}
```

## How to mend

Write what a year of power, links, people and repair costs. Where somebody else pays, say who:
`opex_per_year: {value: 0, note: The village pays for power and repair}`. If it is not known, leave the line out: not
stated is more honest than nothing. To silence it, put `# quickwin: ignore[QW506] why` at the end of the line, or
`check: {ignore: [QW506]}` in criteria.yaml.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.words import word_in
from quickwin.say import say
from quickwin.study.estimate import Estimate
from quickwin.study.study import Study

CODE = "QW506"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Programs with something to keep up and no money for it."""
    one_off = study.judge.criteria.checks.one_off
    for candidate in study.candidates:
        program = candidate.program
        capex, opex = program.capex, program.opex_per_year
        if capex is None or opex is None or capex.point <= 0 or not is_bare_zero(opex):
            continue
        if program.lasts is None and word_in(program.name, one_off) is None:
            yield Remark(
                candidate.source.place(("cost", "opex_per_year")),
                say("Money is spent on it once, and running it is said to cost nothing."),
                say(
                    "Write what power, links, people and repair cost a year, or who else pays: "
                    "“opex_per_year: {pays}”.",
                    pays="{value: 0, note: …}",
                ),
            )


def is_bare_zero(opex: Estimate) -> bool:
    """Whether it is 0 throughout, and nothing is said about it."""
    keys = opex.keys or {}
    highest = max((opex.point, opex.high or 0.0, *(given for _, given in opex.raters)))
    return highest == 0 and keys.get("note") is None and keys.get("source") is None
