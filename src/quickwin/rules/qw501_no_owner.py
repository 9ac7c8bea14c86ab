"""A program has no owner.

## What it finds

A program that does not say which office answers for it.

## Why it matters

What nobody owns nobody runs. The polder of Kutai Timur had no office to manage it and was dropped the year after
([beritaetam.com, 23 Aug 2022](https://beritaetam.com/2022/08/23/)).

## Bad

```yaml
# programs/polder.yaml
name: Polder against floods
dimension: society
time_to_benefit: 9
```

## Good

```yaml
# programs/polder.yaml
name: Polder against floods
dimension: society
owner: Dinas PUPR
time_to_benefit: 9
```

## How to mend

Write the one office that answers for it as `owner`; others that take part are `partners`. If the room has not decided
yet, say so on the first line of the program: `# quickwin: ignore[QW501] decided in the fourth workshop`.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.study import Study

CODE = "QW501"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Programs without an owner."""
    for candidate in study.candidates:
        if candidate.program.owner is None:
            yield Remark(
                candidate.source.place(),
                say("The program does not say which office answers for it."),
                say("Add a line “owner: …” with one office; what nobody owns nobody runs."),
            )
