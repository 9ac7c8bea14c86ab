"""A KPI counts more than there are.

## What it finds

A baseline or a target of a KPI above the fact that counts all of its kind: with a unit that is the name of a fact
(`villages`, `households`), above that fact; with people (orang, jiwa, warga), above all people: the fact `population`,
or where there is none the one by which a criterion divides beneficiaries.

## Why it matters

A target that cannot be true is never reached, and if it is, something else was counted. Karawang reported 71,533
business numbers of 50,000, or 143.06 %: 18,000 that were there before were in it ([radarkarawang.id, 16 Dec
2024](https://radarkarawang.id/headline/71-533-pelaku-usaha-urus-nib)).

## Bad

```yaml
# programs/queue.yaml
name: Internet in all villages
dimension: society
time_to_benefit: 6
kpi: [{name: villages online, unit: villages, baseline: 161, target: 204, by: 2023-08}]
```

## Good

```yaml
# programs/queue.yaml
name: Internet in all villages
dimension: society
time_to_benefit: 6
kpi: [{name: villages online, unit: villages, baseline: 161, target: 185, by: 2023-08}]
```

## How to mend

Correct the number, or the fact. If it counts visits or uses, write that as the unit (“visits a month”). To silence
it: `# quickwin: ignore[QW311] with the neighbours` behind the number.
"""

from collections.abc import Iterator

from quickwin.rules.people import PEOPLE, everyone
from quickwin.rules.remark import Remark
from quickwin.rules.stated import point_path
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.quantity import Kind, write
from quickwin.study.study import Study

CODE = "QW311"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """KPIs above the number of all that there are."""
    every = counted(study)
    for candidate in study.candidates if every else ():
        for position, indicator in enumerate(candidate.program.kpi):
            known = every.get(indicator.unit.strip().casefold()) if indicator.unit else None
            for key in ("baseline", "target") if known else ():
                estimate = getattr(indicator, key)
                if known is None or estimate is None or estimate.point <= known[1]:
                    continue
                fact, most = known
                grammar = study.judge.grammar
                yield Remark(
                    candidate.source.place(point_path(estimate, ("kpi", position, key))),
                    say(
                        "The {key} is {number} {unit}, and there are {most} ({fact}).",
                        key=key,
                        number=write(estimate.point, Kind.COUNT, grammar),
                        unit=quoted((indicator.unit or "").strip()),
                        most=write(most, Kind.COUNT, grammar),
                        fact=fact,
                    ),
                    say("Correct the number or the fact; if uses are counted and not each once, say so in the unit."),
                )


def counted(study: Study) -> dict[str, tuple[str, float]]:
    """For each unit in capitals or not, the fact that counts all of its kind, and its number."""
    facts = study.judge.context.facts.items()
    every = {name.casefold(): (name, fact.value) for name, fact in facts if fact.value > 0}
    people = everyone(study)
    return every | dict.fromkeys(PEOPLE, people) if people else every
