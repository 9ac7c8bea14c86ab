"""A file of programs says nothing.

## What it finds

A file in `programs` in which nothing stands, or only comments.

## Why it matters

Somebody began it, or its text was lost when it was saved; the list of programs is one short either way. Counts that
do not match their list are easily overlooked: one article has 108 villages of Katingan with a weak signal or none,
and 92, 9 and 32 towers for them, which is 133 ([kalteng.antaranews.com, 6 Jun
2022](https://kalteng.antaranews.com/berita/566689)).

## Bad

```yaml
# programs/waste.yaml
# Sorting waste in the villages: DLH writes this by Friday.
```

## Good

```yaml
# programs/waste.yaml
name: Sorting waste in the villages
dimension: society
owner: DLH
time_to_benefit: 6
```

## How to mend

Write the program, or delete the file. `quickwin new ID` writes a program to fill in, with every line that it may
have. Not wanted for one file, or at all: `check: {per_path: {programs/waste.yaml: [QW114]}}` or `check: {ignore:
[QW114]}` in criteria.yaml.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.study import Study

CODE = "QW114"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Files of programs in which nothing stands."""
    for one in study.silent:
        if one.empty:
            yield Remark(
                one.place,
                say("The file says nothing, so that there is no program in it."),
                say("Write the program, or delete the file; “quickwin new” writes one to fill in."),
            )
