"""The same enabler is counted on two bases.

## What it finds

Fractions of one enabler with different numbers below the line: 142/185 in the context's coverage and
`provides: {internet: 43/168}`. Looked at are `provides` and, for a program that needs the enabler, `reachable` where
its base is less than twice as large or small (others count something else). Where the context has no fraction, the
base that most programs use is the usual one. Bases up to 12 (3/4) count nothing.

## Why it matters

The shares are added up, though one villages more or less stands behind each. Kotim has 168 desa, and 185 with its 17
kelurahan; villages without power were counted on the one (42 in April 2022,
[kalteng.prokal.co](https://kalteng.prokal.co/read/news/50973)) and on the other (40 in June 2023,
[catatan.co.id](https://catatan.co.id/masih-ada-40-desa-di-kotim-belum-dialiri-listrik)).

## Bad

```yaml
# programs/power.yaml
name: Power for far villages
dimension: society
time_to_benefit: 6
provides: {electricity: 25/168}
```

## Good

```yaml
# programs/power.yaml
name: Power for far villages
dimension: society
time_to_benefit: 6
provides: {electricity: 25/185}
```

## How to mend

Count both on the same base. Where the base is meant: `# quickwin: ignore[QW308] desa only` behind the number.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quickwin.rules.remark import Remark
from quickwin.rules.stated import Stated, as_text, stated, written
from quickwin.say import say
from quickwin.study.numeral import value_of
from quickwin.study.problem import quoted
from quickwin.study.study import Candidate, Study

CODE = "QW308"
SEVERITY = "warning"

OVER = re.compile(r"[0-9.,]+ ?/ ?([0-9.,]+)")
LARGEST_PLAIN = 12
"""A fraction such as 3/4 or 9/10 says a share and counts nothing; above this base something is counted."""
LIKE = 2
"""A share of people reached is counted on the base of an enabler only if it is nearly as large."""


class Use(NamedTuple):
    """A fraction that a program states of an enabler, and its base."""

    candidate: Candidate
    enabler: str
    number: Stated
    base: float


class Usual(NamedTuple):
    """The base on which an enabler is counted, a fraction with it, and the file in which that stands."""

    base: float
    text: str
    file: str


def check(study: Study) -> Iterator[Remark]:
    """Fractions of an enabler on another base than its coverage, or than most."""
    uses = list(provided(study))
    usual = bases(study, uses)
    for use in (*uses, *reached(study, usual)):
        other = usual[use.enabler]
        if use.base != other.base:
            yield Remark(
                use.candidate.source.place(use.number.path),
                say(
                    "{text} of {enabler} is counted on another base than {other} in {file}.",
                    text=quoted(use.number.text),
                    enabler=quoted(use.enabler),
                    other=quoted(other.text),
                    file=other.file,
                ),
                say("Count both on the same base, such as all villages or only the rural ones."),
            )


def provided(study: Study) -> Iterator[Use]:
    """The fractions in `provides`, of each estimate the first."""
    for candidate in study.candidates:
        for enabler, gain in candidate.program.provides.items():
            numbers = stated(gain, ("provides", enabler), candidate.source)
            yield from first_of(study, candidate, enabler, numbers)


def reached(study: Study, usual: dict[str, Usual]) -> Iterator[Use]:
    """The fractions in `reachable` whose base is like that of an enabler that the program needs."""
    for candidate in study.candidates if usual else ():
        program = candidate.program
        enabler = next((need for need in program.needs if need in usual), None)
        if program.reachable is not None and enabler is not None:
            numbers = stated(program.reachable, ("reachable",), candidate.source)
            for use in first_of(study, candidate, enabler, numbers):
                if 1 / LIKE < use.base / usual[enabler].base < LIKE:
                    yield use


def first_of(study: Study, candidate: Candidate, enabler: str, numbers: Iterable[Stated]) -> Iterator[Use]:
    """The first of an estimate's numbers that is a fraction."""
    for number in numbers:
        base = base_of(number.text, study.judge.grammar.decimal)
        if base is not None:
            yield Use(candidate, enabler, number, base)
            return


def base_of(text: str, decimal: str) -> float | None:
    """The number below the line of a fraction that counts something.

    >>> base_of("43/168", ","), base_of("3/4", ","), base_of("12%", ",")
    (168.0, None, None)
    """
    found = OVER.fullmatch(text.strip()) if "/" in text else None
    base = value_of(found[1], decimal) if found else None
    return float(base) if base is not None and base > LARGEST_PLAIN else None


def bases(study: Study, uses: list[Use]) -> dict[str, Usual]:
    """The usual base of each enabler: that of the context's coverage, or that of most programs."""
    found: dict[str, Usual] = {}
    source = study.judge.context_source
    for enabler in study.judge.context.coverage if source else ():
        data = written(source, ("coverage", enabler)) if source else None
        text = as_text(data["value"] if isinstance(data, dict) else data)
        base = base_of(text, study.judge.grammar.decimal)
        if base is not None and source:
            found[enabler] = Usual(base, text, source.document.file)
    first = {(use.enabler, use.base): use for use in reversed(uses)}
    for (enabler, base), _ in Counter((use.enabler, use.base) for use in uses).most_common():
        use = first[enabler, base]
        found.setdefault(enabler, Usual(base, use.number.text, use.candidate.source.document.file))
    return found
