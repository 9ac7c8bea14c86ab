"""Money is stated to build or buy something, and none to run it.

## What it finds

A program whose cost has an amount for building or buying it (`capex`) and says nothing of `opex_per_year`, though its
benefit is felt for more than a year. Programs that say `lasts` and mean a year or less are left alone.

## Why it matters

The first year is paid by the project, and then nobody pays. Semarang had no money for upkeep in 2022, when 30 % of
its neighbourhood cameras were dead, and ordered 8,000 more
([rmoljawatengah.id, 25 Jul 2022](https://www.rmoljawatengah.id/diskominfo-kota-semarang-bakal-pasang-8000-kamera-cctv-baru)).
Jayapura's satellite links were free for one year (klikjo.id, 2 Aug 2025), and schools of Kutai Barat pay the monthly
fee out of their own grants (kaltimetam.id, 17 Oct 2024).

## Bad

```yaml
# programs/cameras.yaml
name: Cameras at the harbour
dimension: society
time_to_benefit: 6
cost: {capex: Rp200 juta}
```

## Good

```yaml
# programs/cameras.yaml
name: Cameras at the harbour
dimension: society
time_to_benefit: 6
cost: {capex: Rp200 juta, opex_per_year: Rp80 juta}
```

## How to mend

Write what power, links, staff and repair cost a year as `opex_per_year`; where nobody knows, an estimate with
`assumed: true` and the sum behind it in a `note`. Where something is given once and its owners look after it, say so
at the end of the line: `# quickwin: ignore[QW403] the families look after their own houses`.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.study import Study

CODE = "QW403"
SEVERITY = "warning"
A_YEAR = 12.0
"""Months that first money pays for."""


def check(study: Study) -> Iterator[Remark]:
    """Programs that say what they cost to build and not what they cost to run."""
    for candidate in study.candidates:
        program = candidate.program
        capex = program.capex
        if capex is None or not capex.point or program.opex_per_year is not None:
            continue
        if program.lasts is None or round(program.lasts.point - A_YEAR, 9) > 0:
            yield Remark(
                candidate.source.place(("cost", "capex"), key=True),
                say("Its cost says what it takes to build or buy it, and nothing of running it: who pays in year two?"),
                say("Add “opex_per_year: …” (power, links, staff, repair); an assumed sum is better than none."),
            )
