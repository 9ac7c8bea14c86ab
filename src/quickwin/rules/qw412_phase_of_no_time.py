"""A phase, or the whole program, takes no time.

## What it finds

A phase of 0 months, or a program that is to be felt on the day on which its money opens. A range that begins with 0
is left alone, as long as its likely number is above it.

## Why it matters

What takes no time is counted as felt from the first day, ahead of all that is planned honestly. Internet for 457
villages of Kalimantan Tengah, promised in two months, took time in the rollout alone: 308 were connected when they
were over
([beritasampit.com, 19 Jul 2025](https://beritasampit.com/2025/07/19/308-desa-di-kalteng-sudah-terpasang-internet-starlink)).

## Bad

```yaml
# programs/links.yaml
name: Links for village offices
dimension: society
time_to_benefit: {tender: 0, rollout: 3}
```

## Good

```yaml
# programs/links.yaml
name: Links for village offices
dimension: society
time_to_benefit: {tender: 2, rollout: 3}
```

## How to mend

Write how long it takes, in days or weeks where it is short (`2 weeks`). Delete a phase that is done already. If it is
really felt at once, say so at the end of the line: `# quickwin: ignore[QW412] it runs today`.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.estimate import Estimate
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW412"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Programs and phases of 0 months."""
    for candidate in study.candidates:
        time = candidate.program.time_to_benefit
        phases = [time] if isinstance(time, Estimate) else time.values()
        if all(phase.point for phase in phases):
            continue
        if not any(phase.point for phase in phases):
            yield Remark(
                candidate.source.place(("time_to_benefit",), key=True),
                say("The program takes no time at all: it counts as felt from the day on which its money opens."),
                say("Write how long it takes until people feel it, such as “2 weeks”."),
            )
            continue
        for name, phase in time.items() if isinstance(time, dict) else ():
            if not phase.point:
                yield Remark(
                    candidate.source.place(("time_to_benefit", name), key=True),
                    say("The phase {name} takes no time.", name=quoted(name)),
                    say("Write how long it takes, or delete the line if it is done already."),
                )
