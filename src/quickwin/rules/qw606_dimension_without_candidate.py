"""A dimension has no candidate.

## What it finds

A dimension of criteria.yaml that no program serves. Passed over are dimensions of which none is to be chosen
(`quota: 0`) or whose benefit counts for nothing (`priority: 0%`), studies that have only begun, with fewer programs
than dimensions, and those in which a program has errors, since it may be the one.

## Why it matters

A plan that is to hold one or two of each dimension has nothing to choose from here, and in the table nobody misses
what is not there. Garut spoke of six quick wins, and five were listed
([potensinetwork.com, 24 May 2024](https://potensinetwork.com/2024/05/24/bappeda-konsep-otomatis/2)).

## Bad

```yaml
# criteria.yaml, changed: dimensions
dimensions:
  society: {aliases: [masyarakat]}
  economy: {}
  environment: {}
```

```yaml
# programs/market.yaml
name: Market stalls
dimension: economy
time_to_benefit: 6
```

## Good

```yaml
# criteria.yaml, changed: dimensions
dimensions:
  society: {aliases: [masyarakat]}
  economy: {}
  environment: {}
```

```yaml
# programs/waste.yaml
name: Waste banks
dimension: environment
time_to_benefit: 6
```

## How to mend

Look for a candidate: `quickwin new` starts its file. It may be there under the wrong name, since papers mix up the
names of dimensions. If the dimension is left out on purpose, say so with `quota: 0`, delete it, or write
`# quickwin: ignore[QW606] next round` at the end of its line.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW606"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Dimensions that no program serves."""
    dimensions = study.judge.criteria.dimensions
    if not study.complete or len(study.candidates) < len(dimensions):
        return
    served = {candidate.program.dimension for candidate in study.candidates}
    for key, dimension in dimensions.items():
        closed = not dimension.priority or (dimension.quota is not None and dimension.quota.most == 0)
        if key not in served and not closed:
            yield Remark(
                study.judge.source.place(("dimensions", key), key=True),
                say(
                    "No program serves the dimension {key}, so that a plan has nothing to choose from.", key=quoted(key)
                ),
                say(
                    "Look for a candidate, also among those of other dimensions, or write “quota: 0” if none is wanted."
                ),
            )
