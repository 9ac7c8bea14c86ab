"""A KPI has a target and does not say where it starts.

## What it finds

A KPI with a `target` and no `baseline`.

## Why it matters

Kalimantan Timur set aside Rp1,7 miliar for influencers who are to bring 30 % more visits; from how many, it did not say
([it-news.id, 3 Oct 2025](https://it-news.id/program-influencer-tak-geser-pembangunan-fisik-desa-wisata)). Without a
start nobody can tell afterwards what the program has changed: Karawang reported 143 % of its target of business
numbers, with the 18.000 that were there before counted in
([radarkarawang.id, 16 Dec 2024](https://radarkarawang.id/headline/71-533-pelaku-usaha-urus-nib)).

## Bad

```yaml
# programs/promotion.yaml
name: Promotion by influencers
dimension: economy
time_to_benefit: 3
kpi: [{name: more visits, target: 30%, by: 2023-08}]
```

## Good

```yaml
# programs/promotion.yaml
name: Promotion by influencers
dimension: economy
time_to_benefit: 3
kpi: [{name: visits a month, baseline: 5000, target: 6500, by: 2023-08}]
```

## How to mend

Count today's number before the program starts and write it as `baseline`; where nothing is there yet, write 0. If it is
only guessed, say so: `{value: 5000, assumed: true, note: …}`. To silence it, put `# quickwin: ignore[QW509] why` at the
end of the line, or `check: {ignore: [QW509]}` in criteria.yaml.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW509"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """KPIs that aim at a number from nowhere."""
    for candidate in study.candidates:
        for index, one in enumerate(candidate.program.kpi):
            if one.target is not None and one.baseline is None:
                yield Remark(
                    candidate.source.place(("kpi", index)),
                    say("The KPI {name} has a target and no baseline: from where to there?", name=quoted(one.name)),
                    say("Add “baseline: …”, the number today; 0 if there is nothing yet."),
                )
