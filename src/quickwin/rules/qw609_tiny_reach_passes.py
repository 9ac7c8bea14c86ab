"""A program counts as a large impact though it reaches almost nobody.

## What it finds

A program at or above the impact gate (`quick_win.impact`) that reaches less than `check.tiny_reach` (0,05 % where
nothing is set) of the people, or of whatever its `beneficiaries` are divided by; only where reach adds to the other
criteria. Where it multiplies, a tiny reach makes a tiny impact by itself.

## Why it matters

Where criteria add, four good marks make up for hardly any users, and nobody sees it in the score. The library app of
East Kalimantan had 304 users in three months of 2023, beside 10.762 people who came in person
([toprilis.com, Oct 2023](https://toprilis.com/2023/10/tren-pengunjung-perpustakaan-kaltim.html)).

## Bad

```yaml
# programs/books.yaml
name: A library app
dimension: society
beneficiaries: 100
time_to_benefit: 6
impact: {ease: 4, equity: most}
```

## Good

```yaml
# programs/books.yaml
name: Books in every village
dimension: society
beneficiaries: 4000
time_to_benefit: 6
impact: {ease: 4, equity: most}
```

## How to mend

Check the number of people first, then the marks on the other criteria: are they so good for so few? Some programs are
for few by their nature, an ambulance for one; say so at the end of the line:
`# quickwin: ignore[QW609] an emergency is rare`. To let reach multiply: `factor: true` in place of its weight.
`check: {tiny_reach: 0.02%}` moves the threshold.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.scores import scored
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW609"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Programs that pass the impact gate and reach almost nobody."""
    least = study.judge.criteria.checks.tiny_reach
    columns = [
        (number, leaf.criterion.per)
        for number, leaf in enumerate(study.judge.leaves)
        if leaf.criterion.measure == "beneficiaries" and leaf.criterion.per and leaf.weight
    ]
    if not columns or not study.candidates:
        return
    from quickwin.engine.score import at_least  # noqa: PLC0415  # numpy, for the few rules that need it

    inputs, scores = scored(study)
    passes = at_least(scores.impact * scores.coverage, inputs.rules.least_impact).tolist()
    column, per = columns[0]
    shares = inputs.performances[:, column].tolist()
    for candidate, passing, share in zip(study.candidates, passes, shares, strict=True):
        if passing and round(share - least, 9) < 0:
            people = candidate.program.beneficiaries
            yield Remark(
                candidate.source.place(("beneficiaries",), key=True),
                say(
                    "It reaches {people:.0f} people, {share:.2g}% of {per}, and passes as a large impact by "
                    "its other marks.",
                    people=people.point if people else 0.0,
                    share=100 * share,
                    per=quoted(per or ""),
                ),
                say(
                    "Check this number and its other marks; if it is for few by its nature, end this line with "
                    "“# quickwin: ignore[QW609] why”."
                ),
            )
