"""A program does not say whether there is money for it.

## What it finds

A program without `funding.status`, in a study that judges money (`budget_opens` in criteria.yaml). `none` is an
answer and is left alone.

## Why it matters

What says nothing about money counts as having none: it waits for the latest budget and is never called a quick win.
The renewal of the town park of Sampit was put off for lack of budget and asked for again in three years
(prokalteng.jawapos.com, 12 Mar 2024;
[tintaborneo.com, 10 Jul 2025](https://www.tintaborneo.com/2025/07/pemkab-kotim-usulkan-revitalisasi-taman-kota-sampit)).

## Bad

```yaml
# programs/park.yaml
name: A park for the town
dimension: society
time_to_benefit: 6
funding: {source: APBD}
```

## Good

```yaml
# programs/park.yaml
name: A park for the town
dimension: society
time_to_benefit: 6
funding: {source: APBD, status: none}
```

## How to mend

Write `funding: {source: …, status: …}` with `secured` (there is money), a kind of money of `budget_opens`, or `none`.
If nobody can say yet, silence it on the first line of the program: `# quickwin: ignore[QW405] asked of Bappeda`.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import enumerated
from quickwin.study.study import Study
from quickwin.study.times import NONE, SECURED

CODE = "QW405"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Programs that say nothing about their money where money is judged."""
    opens = study.judge.criteria.budget_opens
    if opens is None:
        return
    statuses = enumerated(dict.fromkeys([SECURED, *opens, NONE]))
    for candidate in study.candidates:
        funding = candidate.program.funding
        if funding is None or funding.status is None:
            place = candidate.source.place(("funding",), key=True) if funding else candidate.source.place()
            yield Remark(
                place,
                say("The program does not say whether there is money for it, so it counts as having none."),
                say("Write “funding: {{status: …}}” with one of: {statuses}.", statuses=statuses),
            )
