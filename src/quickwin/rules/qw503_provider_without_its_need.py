"""A program brings an enabler to places that may lack the one on which it runs.

## What it finds

A program `provides` an enabler of the list `check: nested`, such as internet in `[electricity, internet]`, and nothing
says that the one before it in the list is there: the program does not need it, does not provide it as well, depends on
no program that provides it (directly or through others), and states no `reachable`. Where that enabler covers
the whole place, there is nothing to find. Without `nested` the rule is silent.

## Why it matters

“No power, no signal”, it was said of the villages of Kotim
([sampit.prokal.co](https://sampit.prokal.co/read/news/40078)), and its Starlink sets of 2024 need electricity
([tintaborneo.com, 30 Oct 2024](https://tintaborneo.com/2024/10/kotim-targetkan-nol-blank-spot-internet-di-2025-dengan-program-starlink)).
A dish or a tower in a dark village covers nobody, and all that waits for its signal is counted too high.

## Bad

```yaml
# criteria.yaml, added
check: {nested: [electricity, internet]}
```

```yaml
# programs/starlink.yaml
name: Starlink for fifteen villages
dimension: society
time_to_benefit: 6
provides: {internet: 15/185}
```

## Good

```yaml
# criteria.yaml, added
check: {nested: [electricity, internet]}
```

```yaml
# programs/starlink.yaml
name: Starlink for fifteen villages
dimension: society
time_to_benefit: 6
needs: [electricity]
provides: {internet: 15/185}
```

## How to mend

Add the enabler to `needs`, or the program that brings it to `depends_on`. If each place was chosen because it has
power, write that as `reachable: {value: 100%, note: …}`. A dish with its own panel provides both. To silence it, put
`# quickwin: ignore[QW503] why` at the end of the line, or leave the enabler out of `check: nested`.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from quickwin.rules.lineage import above
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Candidate, Study

CODE = "QW503"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Providers of an enabler that runs on another, of which nothing is said."""
    nested, coverage = study.judge.criteria.checks.nested, study.judge.context.coverage
    before = {
        enabler: needed for needed, enabler in pairwise(nested) if needed in coverage and coverage[needed].value < 1
    }
    every: dict[str, Candidate] = {}
    for candidate in study.candidates if before else ():
        program = candidate.program
        if not program.provides or program.reachable is not None:
            continue
        every = every or {one.id: one for one in study.candidates}
        for enabler in program.provides:
            needed = before.get(enabler)
            if needed is not None and not is_cared_for(needed, candidate, every):
                yield Remark(
                    candidate.source.place(("provides", enabler)),
                    say(
                        "It brings {enabler}, which runs on {needed}, and nothing says that its places have that.",
                        enabler=quoted(enabler),
                        needed=quoted(needed),
                    ),
                    say(
                        "Add {needed} to “needs”, name the program that brings it in “depends_on”, "
                        "or state “reachable” if the places were chosen because they have it.",
                        needed=quoted(needed),
                    ),
                )


def is_cared_for(needed: str, candidate: Candidate, every: Mapping[str, Candidate]) -> bool:
    """Whether a program needs an enabler, brings it itself, or comes after a program that does."""
    program = candidate.program
    return (
        needed in program.needs
        or needed in program.provides
        or any(needed in one.program.provides for one in above(candidate, every))
    )
