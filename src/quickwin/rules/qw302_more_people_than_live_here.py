"""A program reaches more people than live here.

## What it finds

Beneficiaries, or their highest estimate, above the fact `population`, or where there is none above the fact by which
a criterion divides them (`per: residents`).

## Why it matters

Visits are counted in place of people, or a number was taken over from a larger place. Kotim had 436,079 people in
2022 ([BPS, by BPBD Kotim](https://bpbd.kotimkab.go.id/sekilas/)), Surabaya 2.88 million (BPS); what is a share of the
one is more than all of the other.

## Bad

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
beneficiaries: 2880000
time_to_benefit: 4
```

## Good

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
beneficiaries: 2880
time_to_benefit: 4
```

## How to mend

Write the people who use it in a usual month, each once. If visitors from elsewhere are meant, say so and silence it:
`# quickwin: ignore[QW302] tourists` behind the number.
"""

from collections.abc import Iterator

from quickwin.rules.people import everyone
from quickwin.rules.remark import Remark
from quickwin.rules.stated import stated
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.quantity import Kind, write
from quickwin.study.study import Study

CODE = "QW302"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Beneficiaries above the number of people."""
    known = everyone(study)
    if known is None:
        return
    fact, people = known
    for candidate in study.candidates:
        reached = candidate.program.beneficiaries
        if reached is None or max(reached.point, reached.high or 0, *(n for _, n in reached.raters), 0) <= people:
            continue
        above = next(one for one in stated(reached, ("beneficiaries",), candidate.source) if one.number > people)
        yield Remark(
            candidate.source.place(above.path),
            say(
                "{text} people are more than live here: {fact} is {people}.",
                text=quoted(above.text),
                fact=quoted(fact),
                people=write(people, Kind.COUNT, study.judge.grammar),
            ),
            say("Count the people who use it in a usual month, each once, and not visits; or correct the fact."),
        )
