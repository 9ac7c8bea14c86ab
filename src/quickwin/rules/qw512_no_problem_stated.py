"""A program does not say what it is for, or for whom.

## What it finds

A program without `problem`, without `target_group`, or without both.

## Why it matters

A program that begins with its means ends as an answer nobody asked for. An adviser told Ponorogo that many regions had
failed by rushing into apps, and to mend the car park instead
([ponorogo.go.id, 9 Jun 2022](https://ponorogo.go.id/2022/06/09/pilih-program-unggulan-smart-city-profesor-marsudi-jangan-selalu-ingin-bikin-aplikasi/)).
A room also cannot judge how many people something reaches if it does not know whom it is meant for.

## Bad

```yaml
# programs/desk.yaml
name: One desk for complaints
dimension: society
time_to_benefit: 3
```

## Good

```yaml
# programs/desk.yaml
name: One desk for complaints
dimension: society
problem: Who complains is sent from office to office.
target_group: Residents of the town
time_to_benefit: 3
```

## How to mend

Write one sentence as `problem`, what goes wrong today and for whom, and the people as `target_group`. No score reads
them. To silence it, put `# quickwin: ignore[QW512] why` at the end of the first line of the program, or
`check: {ignore: [QW512]}` in criteria.yaml.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.study import Study

CODE = "QW512"
SEVERITY = "note"


def check(study: Study) -> Iterator[Remark]:
    """Programs that lack a problem or a target group."""
    for candidate in study.candidates:
        program = candidate.program
        if program.problem is None and program.target_group is None:
            what = say("The program says neither which problem it solves nor for whom.")
            mend = say("Add “problem: …” with what goes wrong today, and “target_group: …”.")
        elif program.problem is None:
            what = say("The program does not say which problem it solves.")
            mend = say("Add “problem: …”: one sentence on what goes wrong today.")
        elif program.target_group is None:
            what = say("The program does not say whom it is for.")
            mend = say("Add “target_group: …”, such as residents of far villages.")
        else:
            continue
        yield Remark(candidate.source.place(), what, mend)
