"""A program does not say how many people use it, and that is judged.

## What it finds

A program without `beneficiaries` where a criterion that counts reads them: one with `measure: beneficiaries` or
`measure: cost_per_beneficiary`.

## Why it matters

What is not stated counts as nobody. And a number, even a guess with a range, is what a room can argue about: of
189.873 people in Berau 0,82 % had activated their digital identity on 3 November 2023
([a-news.id](https://www.a-news.id/aktivasi-ikd-di-berau-baru-capai-082-persen/)), and the e-library of Kalimantan Timur
had 304 users of its app in a quarter, beside 10.762 people who came in person
([toprilis.com, Oct 2023](https://toprilis.com/2023/10/tren-pengunjung-perpustakaan-kaltim.html)).

## Bad

```yaml
# programs/library.yaml
name: Books in every kecamatan
dimension: society
time_to_benefit: 5
```

## Good

```yaml
# programs/library.yaml
name: Books in every kecamatan
dimension: society
beneficiaries: {low: 100, likely: 300, high: 1000, assumed: true, note: 17 kecamatan of 6 to 60 readers}
time_to_benefit: 5
```

## How to mend

Write how many people use it in a usual month once it runs, as a range with `assumed: true` where nobody has counted.
To silence it, put `# quickwin: ignore[QW515] why` at the end of the first line of the program, or
`check: {ignore: [QW515]}` in criteria.yaml.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW515"
SEVERITY = "note"
COUNTING = {"beneficiaries", "cost_per_beneficiary"}
"""The measures that read how many people use a program."""


def check(study: Study) -> Iterator[Remark]:
    """Programs without people, where people count."""
    counting = [
        leaf
        for leaf in study.judge.leaves
        if leaf.criterion.measure in COUNTING and (leaf.weight or leaf.criterion.factor)
    ]
    for candidate in study.candidates if counting else ():
        if candidate.program.beneficiaries is None:
            yield Remark(
                candidate.source.place(),
                say(
                    "It does not say how many people use it in a month, so that it gets nothing for {criterion}.",
                    criterion=quoted(counting[0].title),
                ),
                say("Add “beneficiaries” with low, likely and high, and “assumed: true” if it is a guess."),
            )
