"""A program is expected sooner than any real one of its kind came.

## What it finds

A program whose name holds a word of `check.precedents`, and whose own months, the delay by its readiness included, are
fewer than the months that the quickest real program of that kind took.

## Why it matters

Plans are made of good days. The public service mall of Kotawaringin Timur was planned for 24 months and opened after
54
([radarsampit.com, 2024](https://www.radarsampit.com/berita/ini-yang-dilakukan-pemkab-kotim-untuk-meningkatkan-kunjungan-mal-pelayanan-publik.html),
[kalteng.antaranews.com, 7 Jan 2023](https://kalteng.antaranews.com/berita/614613)). Kalimantan Tengah promised
internet for 457 villages in two months ([zonagadget.co.id, 23 May 2025](https://www.zonagadget.co.id/?p=78666)) and
had 378 after eight
([cyrustimes.com, 2 Feb 2026](https://cyrustimes.com/kalteng-tuntas-atasi-378-titik-blank-spot-internet/)).

## Bad

```yaml
# criteria.yaml, added
check:
  precedents:
    - {words: [service mall], months: 54, source: "Mall of Kotim, begun 28 Jul 2018, opened 7 Jan 2023"}
```

```yaml
# programs/mall.yaml
name: A service mall for the north
dimension: society
time_to_benefit: {design: 4, works: 20}
```

## Good

```yaml
# criteria.yaml, added
check:
  precedents:
    - {words: [service mall], months: 54, source: "Mall of Kotim, begun 28 Jul 2018, opened 7 Jan 2023"}
```

```yaml
# programs/mall.yaml
name: A service mall for the north
dimension: society
time_to_benefit: {design: 6, works: 48}
```

## How to mend

Plan with the months that it has really taken, be honest about readiness, or split off a part that comes sooner. Where
this program is of another size, choose words in `check.precedents` that it does not share, or say at the end of the
line why it is quicker: `# quickwin: ignore[QW402] the building stands`.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.scores import scored
from quickwin.rules.words import word_in
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW402"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Programs that are expected quicker than the quickest of their kind."""
    precedents = study.judge.criteria.checks.precedents
    for row, candidate in enumerate(study.candidates if precedents else ()):
        name = candidate.program.name
        alike = [one for one in precedents if word_in(name, one.words)]
        if not alike:
            continue
        quickest = min(alike, key=lambda one: one.months)
        _, scores = scored(study)
        expected = float(scores.months[row] - scores.start[row])
        if round(quickest.months - expected, 9) > 0:
            yield Remark(
                candidate.source.place(("time_to_benefit",), key=True),
                say(
                    "It is expected to take {expected:g} months, delay included; the quickest of its kind took "
                    "{months:g}: {source}.",
                    expected=round(expected, 1),
                    months=round(quickest.months, 1),
                    source=quoted(quickest.source),
                ),
                say("Plan with what it has really taken, or end this line with “# quickwin: ignore[QW402] why”."),
            )
