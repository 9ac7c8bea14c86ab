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

from collections.abc import Iterator
from itertools import pairwise

from quickwin.rules.lineage import followers, served
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW503"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Providers of an enabler that runs on another, of which nothing is said."""
    coverage = study.judge.context.coverage
    for needed, enabler in pairwise(study.judge.criteria.checks.nested):
        if needed not in coverage or coverage[needed].value >= 1:
            continue
        providers = [one for one in study.candidates if enabler in one.program.provides]
        cared_for = served(needed, study.candidates, followers(study.candidates)) if providers else set()
        for candidate in providers:
            program = candidate.program
            if candidate.id in cared_for or needed in program.needs or program.reachable is not None:
                continue
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
