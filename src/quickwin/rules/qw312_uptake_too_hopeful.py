"""A digital program counts on more users than such programs have ever had.

## What it finds

A program that asks for a phone or a connection (a word of `check.digital` in its name, or it needs the last enabler of
`check.nested`), and whose beneficiaries are more than `check.most_uptake` of the people, 20 % where left out.

## Why it matters

Those who could use it are not those who do. Of the e-tickets of Bantul's beaches less than 3 % were bought by phone
([jogja.suara.com, 3 Dec 2021](https://jogja.suara.com/amp/read/2021/12/03/183625/)); Berau's digital identity had
1,565 holders of 189,873, or 0.82 %, by 3 November 2023, and Samarinda's 11.6 % where 25 % had been the target
([mataram.antaranews.com, 31 Oct 2023](https://mataram.antaranews.com/amp/berita/305043)).

## Bad

```yaml
# programs/identity.yaml
name: Digital identity on every phone
dimension: society
time_to_benefit: 6
beneficiaries: 200000
```

## Good

```yaml
# programs/identity.yaml
name: Digital identity on every phone
dimension: society
time_to_benefit: 6
beneficiaries: {low: 2000, likely: 10000, high: 50000}
```

## How to mend

Count those who will use it in a usual month, by what such a program has reached elsewhere, and write the hope as
`high`. If everybody must use it, say why: `# quickwin: ignore[QW312] no other way is left` at the end of the line. What
is too much is a setting: `check: {most_uptake: 30%}`.
"""

from collections.abc import Iterator

from quickwin.rules.digital import digital_by
from quickwin.rules.people import everyone
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.quantity import Kind, write
from quickwin.study.study import Study

CODE = "QW312"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Digital programs that count on too many people."""
    checks, known = study.judge.criteria.checks, everyone(study)
    if known is None:
        return
    fact, people = known
    for candidate in study.candidates:
        reached = candidate.program.beneficiaries
        if reached is None or not checks.most_uptake < reached.point / people <= 1:
            continue
        by = digital_by(candidate.program, checks)
        if by is not None:
            yield Remark(
                candidate.source.place(("beneficiaries",)),
                say(
                    "It counts on {share} of {fact} each month, though it is digital ({by}).",
                    share=write(round(reached.point / people, 2), Kind.SHARE, study.judge.grammar),
                    fact=quoted(fact),
                    by=quoted(by),
                ),
                say("Count those who do use such a thing elsewhere, and write the hope as “high”."),
            )
