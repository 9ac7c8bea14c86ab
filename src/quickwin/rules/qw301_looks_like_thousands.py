"""A number with three digits behind its only dot may have been meant otherwise.

## What it finds

Numbers such as `1.200` where quickwin reads one thing and their author may have meant the other. Without quotes
`1.200` is 1.2: that is doubted in a KPI, in a performance or a curve, and among months where it ends in 0 and 1,200
months are possible. In quotes or with a word behind it `1.200` is 1200: that is doubted among months, and in a cost
before miliar or triliun. A weight is doubted where it is ten times smaller or larger than all beside it. Where commas
join thousands (`decimal: "."`) the same holds for `1,200`, and `1.200` people are doubted too. A number that can be
read in one way only, such as a score of `3.667` from 1 to 5, is left alone.

## Why it matters

Indonesian pages write 1.234.567,89, English ones 1,234,567.89, and a spreadsheet may write either, so that a slip is
a thousand times too much or too little. The sales of Surabaya's market app up to 26 December 2022, Rp35,471,640,152,
were printed with a “miliar” behind them, a thousand million times too much (E-Peken; arienhost.com after JawaPos,
early 2023).

## Bad

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
time_to_benefit: 1.125 bulan
kpi: [{name: patients a month, unit: people, baseline: 0, target: 1.200}]
```

## Good

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
time_to_benefit: 5 weeks
kpi: [{name: patients a month, unit: people, baseline: 0, target: 1200}]
```

## How to mend

Write it so that it can mean one thing only: 1200 without a dot, or 1.2 with fewer (or more) than three digits behind
it. `quickwin check --fix --numbers thousands` writes all such numbers as thousands, `--numbers decimal` as decimals;
name the file if it is not so in all. Where the number is right: `# quickwin: ignore[QW301] measured` at the end of the
line.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from quickwin.files.yaml import Plain
from quickwin.finding import CHOICES, Fix, Path
from quickwin.rules.money import costs
from quickwin.rules.remark import Remark
from quickwin.rules.stated import Stated, as_text, stated, times, written
from quickwin.rules.weights import groups
from quickwin.say import say
from quickwin.study.criterion import Leaf
from quickwin.study.estimate import Estimate
from quickwin.study.phrase import DURATION, MAGNITUDE, PERCENT, sense
from quickwin.study.problem import quoted
from quickwin.study.scalar import MONTHS_LIMIT
from quickwin.study.study import Candidate, Source, Study

CODE = "QW301"
SEVERITY = "warning"

ANYWHERE = re.compile(r"[.,]\d{3}(?!\d)")
DOUBTFUL = re.compile(r"[^0-9/]*(?P<digits>[1-9][0-9]{0,2}(?P<mark>[.,])[0-9]{3})(?P<after>[^0-9.,/]*)")
DAY = Fraction(1)
LARGE = 10**9
"""Before words from here on thousands are rare: 1.200 miliar is written 1,2 triliun."""
TIMES_OFF = 10
"""So many times smaller or larger than all its siblings, a weight is doubted."""


class Doubt:
    """A text with three digits behind its only dot or comma: how it is read, and how to write what it may mean."""

    def __init__(self, text: str, found: re.Match[str], decimal: str) -> None:
        digits, mark = found["digits"], found["mark"]
        self.text, self.decimal = text, decimal
        bare = isinstance(text, Plain) and text.strip().lstrip("+-") == digits
        self.is_decimal = mark == "." and (decimal == "." or bare)
        self.ends_in_zero = digits.endswith("0")
        self.thousands = int(digits.replace(mark, ""))
        self.words = [known for known in map(sense, found["after"].split()) if known]
        short = digits.replace(mark, ".").rstrip("0").rstrip(".")
        self.small = text.replace(digits, short if len(short) < len(digits) else f"{short}0")
        self.large = text.replace(digits, digits.replace(mark, ""))

    @property
    def in_percent(self) -> bool:
        """Whether it is a percentage."""
        return any(kind == PERCENT for kind, _ in self.words)

    @property
    def in_days(self) -> bool:
        """Whether days are counted, of which a thousand is no wonder."""
        return any(kind == DURATION and factor < DAY / 7 for kind, factor in self.words)

    def of_months(self) -> bool:
        """Whether a span of time is doubtful: a decimal does not end in 0, and nobody plans a thousand months."""
        return self.ends_in_zero and self.thousands <= MONTHS_LIMIT if self.is_decimal else not self.in_days

    def of_money(self) -> bool:
        """Whether a cost is doubtful: thousands of miliar or triliun."""
        return not self.is_decimal and any(kind == MAGNITUDE and factor >= LARGE for kind, factor in self.words)

    def of_number(self) -> bool:
        """Whether a number of any kind is doubtful: one that YAML takes for a decimal, where commas are usual."""
        return self.is_decimal and not self.in_percent and (self.ends_in_zero or self.decimal == ",")

    def of_people(self) -> bool:
        """Whether a number of people is doubtful: there are no parts of people."""
        return self.is_decimal

    def remark(self, source: Source, path: Path) -> Remark:
        """What is said of it."""
        read, other, template = self.large, self.small, "{text} is read as thousands, {read}; is {other} meant?"
        if self.is_decimal:
            read, other, template = other, read, "{text} is read as a decimal, {read}; is {other} meant?"
        return Remark(
            source.place(path),
            say(template, text=quoted(self.text), read=read, other=other),
            say("Write {read} or {other}, so that it can mean one thing only.", read=read, other=other),
            tuple(Fix(text, when=when) for when, text in zip(CHOICES, (self.large, self.small), strict=True)),
        )


Test = Callable[[Doubt], bool]


def check(study: Study) -> Iterator[Remark]:
    """Numbers that may be a thousand times too much or too little."""
    decimal = study.judge.grammar.decimal
    if ANYWHERE.search(study.judge.source.document.text.written) or study.judge.set:
        yield from of_weights(study, decimal)
        yield from of_scales(study, decimal)
    leaves = {leaf.key: leaf for leaf in study.judge.leaves}
    seen: dict[str, bool] = {}
    for candidate in study.candidates:
        text = candidate.source.document.text
        if text.file not in seen:
            seen[text.file] = ANYWHERE.search(text.written) is not None
        for path, estimate, test in numbers(candidate, leaves, decimal) if seen[text.file] else ():
            for one in stated(estimate, path, candidate.source):
                doubt = doubt_of(one, decimal)
                if doubt and test(doubt):
                    yield doubt.remark(candidate.source, one.path)


def doubt_of(number: Stated, decimal: str) -> Doubt | None:
    """The doubt about a number, None where it can be read in one way only."""
    found = DOUBTFUL.fullmatch(number.text)
    return Doubt(number.text, found, decimal) if found else None


def numbers(candidate: Candidate, leaves: dict[str, Leaf], decimal: str) -> Iterator[tuple[Path, Estimate, Test]]:
    """The numbers of a program that may be doubtful, and when they are."""
    program = candidate.program
    if program.beneficiaries is not None and decimal == ".":
        yield ("beneficiaries",), program.beneficiaries, Doubt.of_people
    for path, months in times(program):
        yield path, months, Doubt.of_months
    for key, performance in program.impact.items():
        if key in leaves and not leaves[key].scale.ends and not leaves[key].scale.levels:
            yield ("impact", key), performance, Doubt.of_number
    for _, path, amount in costs(program):
        yield path, amount, Doubt.of_money
    for position, indicator in enumerate(program.kpi):
        for key in ("baseline", "target"):
            estimate = getattr(indicator, key)
            if estimate is not None:
                yield ("kpi", position, key), estimate, Doubt.of_number


def of_weights(study: Study, decimal: str) -> Iterator[Remark]:
    """Weights that are out of all proportion to those beside them."""
    for weights, _ in groups(study):
        every = [(doubt_of(number, decimal), number) for weight in weights for number in weight.numbers]
        sure = [number.number for doubt, number in every if doubt is None and number.number]
        for doubt, number in every if sure else ():
            if doubt and not min(sure) <= number.number * TIMES_OFF <= max(sure) * TIMES_OFF**2:
                yield doubt.remark(study.judge.source, number.path)


def of_scales(study: Study, decimal: str) -> Iterator[Remark]:
    """Performances on the scales of criteria."""
    source = study.judge.source
    for leaf in study.judge.leaves:
        curve = leaf.criterion.curve or ()
        paths: list[Path] = [("curve", number, 0) for number in range(len(curve))]
        for path in [*paths, ("worst",), ("best",)]:
            whole = (*leaf.path, *path)
            doubt = doubt_of(Stated(whole, as_text(written(source, whole)), 0), decimal)
            if doubt and doubt.of_number():
                yield doubt.remark(source, whole)
