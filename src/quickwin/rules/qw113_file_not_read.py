"""A file looks like a program and is not read.

## What it finds

A file in or below `programs` whose name ends in `.yaml.txt`, as Notepad saves it, or in `.yaml.docx` and the like.
Only names that end in `.yaml` or `.yml` are read.

## Why it matters

The program is written and nobody judges it, or what counts is an older copy beside it. A list that is one short is
easily overlooked: an article on Garut says six quick wins and names five ([potensinetwork.com, 24 May
2024](https://potensinetwork.com/2024/05/24/bappeda-konsep-otomatis/2)).

## Bad

```yaml
# programs/waste.yaml.txt
name: Sorting waste in the villages
dimension: society
owner: DLH
time_to_benefit: 6
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

Rename the file so that its name ends in `.yaml`. In Notepad choose “All files” as the type when saving, and in the
folder let Windows show file name extensions. A copy that is not meant to be read belongs in another folder. Not
wanted at all: `check: {ignore: [QW113]}` in criteria.yaml.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW113"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Files whose names keep them from being read."""
    unread = [one for one in study.silent if not one.empty]
    read = {candidate.source.document.file for candidate in study.candidates} if unread else set[str]()
    for one in unread:
        name = one.place.file.rpartition(".")[0]
        if name in read:
            what = say("This file is not read; what counts is {other} beside it.", other=quoted(name))
            mend = say("Copy into that file what is new here, and delete this one or move it to another folder.")
        else:
            what = say("This file is not read, since its name does not end in .yaml.")
            mend = say("Rename it to {name}. In Notepad choose “All files” as the type when saving.", name=quoted(name))
        yield Remark(one.place, what, mend)
