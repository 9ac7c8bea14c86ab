"""A dimension is given by another of its names.

## What it finds

A program that gives its dimension by an alias of criteria.yaml, or in other capitals than its key there. It is read
rightly; the note is for the people who read the file.

## Why it matters

The press mixes the names up: ANTARA listed “Infrastructure” and “People” for Kotim's dimensions in place of branding
and society ([ANTARA, Sep 2022](https://kalteng.antaranews.com/berita/592465)). Who reads or counts the files by hand
takes two names for two dimensions.

## Bad

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: masyarakat
time_to_benefit: 4
```

## Good

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
time_to_benefit: 4
```

## How to mend

Write the key; `quickwin check --fix` does so. Where a study prefers its own language throughout, make that name the
key in criteria.yaml, or silence the note: `check: {ignore: [QW210]}`, for one program
`# quickwin: ignore[QW210] as in the decree` behind the dimension.
"""

from collections.abc import Iterator

from quickwin.finding import Fix
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW210"
SEVERITY = "note"


def check(study: Study) -> Iterator[Remark]:
    """Programs whose dimension is not written as its key."""
    if not study.judge.criteria.dimensions:
        return
    for candidate in study.candidates:
        key, data = candidate.program.dimension, candidate.source.document.data
        name = data.get("dimension") if isinstance(data, dict) else None
        if key is not None and isinstance(name, str) and name != key:
            yield Remark(
                candidate.source.place(("dimension",)),
                say("The dimension {key} is given by another name, {name}.", key=quoted(key), name=quoted(name)),
                say("Write {key}, so that readers do not take it for another dimension.", key=quoted(key)),
                (Fix(key),),
            )
