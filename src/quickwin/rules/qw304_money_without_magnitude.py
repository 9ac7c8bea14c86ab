"""An amount of money seems to lack its word, such as “juta”.

## What it finds

An amount without a word for its size that is less than a ten-thousandth of `currency.unit`, or has decimals and is
less than a thousand: `Rp2,7` where Rp2,7 miliar is meant, or `cost: 15`. 0 is fine. In the programs' costs and in
`plan.budget`.

## Why it matters

The program then costs next to nothing: it comes first by `rank --by value`, and every plan can pay for it. Offices
write “in juta” above a table and leave the word out of its cells. Malang's cameras were to cost Rp2,7 miliar
([suryamalang.tribunnews.com, 22 Aug
2017](https://suryamalang.tribunnews.com/2017/08/22/anggaran-pengadaan-cctv-senilai-rp-27-miliar-untuk-command-center-pemkot-malang-dicoret));
as `Rp2,7` they are free.

## Bad

```yaml
# programs/cameras.yaml
name: Cameras at 57 points
dimension: society
time_to_benefit: 6
cost: "Rp2,7"
```

## Good

```yaml
# programs/cameras.yaml
name: Cameras at 57 points
dimension: society
time_to_benefit: 6
cost: "Rp2,7 miliar"
```

## How to mend

Write the word behind the number, or the number in full. If something is that cheap:
`# quickwin: ignore[QW304] a stamp` behind the amount.
"""

from collections.abc import Iterator

from quickwin.finding import Path
from quickwin.rules.money import costs, lacks_magnitude
from quickwin.rules.remark import Remark
from quickwin.rules.stated import Stated, as_text, stated, written
from quickwin.say import say
from quickwin.study.context import unit_of_money
from quickwin.study.phrase import large_words
from quickwin.study.problem import quoted
from quickwin.study.study import Source, Study

CODE = "QW304"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Amounts that are too small as they are written."""
    unit, _ = unit_of_money(study.judge.context)
    for candidate in study.candidates:
        for _, path, amount in costs(candidate.program):
            for one in stated(amount, path, candidate.source):
                yield from remark(study, candidate.source, one, unit)
    for path, money in budgets(study):
        text = as_text(written(study.judge.source, path))
        yield from remark(study, study.judge.source, Stated(path, text, money), unit)


def budgets(study: Study) -> Iterator[tuple[Path, float]]:
    """The amounts of the plan, each with its path."""
    budget = study.judge.criteria.plan.budget
    if isinstance(budget, dict):
        yield from ((("plan", "budget", str(year)), money) for year, money in budget.items())
    elif budget is not None:
        yield ("plan", "budget"), budget


def remark(study: Study, source: Source, one: Stated, unit: float) -> Iterator[Remark]:
    """What is said of an amount, if anything."""
    grammar = study.judge.grammar
    if not lacks_magnitude(one.text, one.number, unit, grammar):
        return
    _, large, small = large_words(grammar)
    yield Remark(
        source.place(one.path),
        say("{text} is next to nothing as an amount of money.", text=quoted(one.text)),
        say(
            "Write its word behind it, such as “{small}” or “{large}”, or the number in full.", small=small, large=large
        ),
    )
