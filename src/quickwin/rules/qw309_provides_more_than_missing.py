"""A program provides more of an enabler than is missing.

## What it finds

A program whose `provides` and the coverage of the context are together more than everything (by more than half a
percentage point, which rounding may make).

## Why it matters

What is above 100 % reaches nobody: the coverage, the number of places or their base is wrong. Karawang counted 143 %
of the business numbers it had aimed at in 2024, since 18,000 that were there before were counted in
([radarkarawang.id, 16 Dec 2024](https://radarkarawang.id/headline/71-533-pelaku-usaha-urus-nib)).

## Bad

```yaml
# programs/power.yaml
name: Power for far villages
dimension: society
time_to_benefit: 6
provides: {electricity: 60/185}
```

## Good

```yaml
# programs/power.yaml
name: Power for far villages
dimension: society
time_to_benefit: 6
provides: {electricity: 43/185}
```

## How to mend

Write only the share of the place that gets it anew. If the coverage in the context is old, correct it there. To
silence it: `# quickwin: ignore[QW309] some villages twice` behind the number.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.stated import point_path
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW309"
SEVERITY = "warning"

TOLERANCE = 0.005
"""What rounding may add."""


def check(study: Study) -> Iterator[Remark]:
    """Programs that provide more than is left to provide."""
    coverage = study.judge.context.coverage
    for candidate in study.candidates:
        for enabler, gain in candidate.program.provides.items():
            if enabler not in coverage or gain.point + coverage[enabler].value <= 1 + TOLERANCE:
                continue
            yield Remark(
                candidate.source.place(point_path(gain, ("provides", enabler))),
                say(
                    "It provides {gain:.3g} % of {enabler}, but only {missing:.3g} % of the place is without.",
                    gain=100 * gain.point,
                    enabler=quoted(enabler),
                    missing=100 * (1 - coverage[enabler].value),
                ),
                say("Write the share that gets it anew, or correct the coverage in the context."),
            )
