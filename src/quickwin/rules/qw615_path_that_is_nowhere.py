"""A path under check matches no file.

## What it finds

A path of `check: {per_path: …}` to which no file of the study fits. Paths are written from the folder of
criteria.yaml, with “/”, and `*` stands for any signs, “/” too. A path in a folder other than `programs` and
`contexts` is told only where it looks like a slip for one of these, since such a folder may not have been read.

## Why it matters

An exception that fits nothing excuses nothing, or it has outlived its file, and nobody keeps count: in Samarinda 15
of 25 cameras were dead, and the office that ran them did not know the number
([nomorsatukaltim.disway.id, 12 Jul 2019](https://nomorsatukaltim.disway.id/read/437/)).

## Bad

```yaml
# criteria.yaml, added
check: {per_path: {roads.yaml: [QW501]}}
```

## Good

```yaml
# criteria.yaml, added
check: {per_path: {programs/r*.yaml: [QW501]}}
```

## How to mend

Write the path from the folder of criteria.yaml, such as `programs/old-*.yaml`, or `programs/old/*` for all of a
folder, and delete what is left of files that are gone.
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import nearest, quoted
from quickwin.study.study import Study

CODE = "QW615"
SEVERITY = "warning"
MOST_MEANT = 20
"""For so many paths the one that was meant is looked for, which takes long."""
READ_WHOLE = ("programs", "contexts")
"""Folders of which every file is read, or none."""


def check(study: Study) -> Iterator[Remark]:
    """Paths to which no file fits."""
    paths = study.judge.criteria.checks.per_path
    files = [*study.inputs, *(one.file for one in study.skipped)] if paths else []
    told = 0
    for path in paths:
        if not any(fnmatchcase(file, path) for file in files) and is_sure(path, files):
            yield Remark(
                study.judge.source.place(("check", "per_path", path), key=True),
                say("No file fits the path {path}, so that this does nothing.", path=quoted(path)),
                meant(path, files) if told < MOST_MEANT else say("Correct the path, or delete it."),
            )
            told += 1


def is_sure(path: str, files: list[str]) -> bool:
    r"""Whether a path that fits no file that was read fits none at all.

    >>> files = ["criteria.yaml", "programs/road.yaml"]
    >>> [is_sure(path, files) for path in ("road.yaml", "program/road.yaml", "more/road.yaml", "programs\\road.yaml")]
    [True, True, False, True]
    """
    if "\\" in path or path.startswith(("./", "/")):
        return True
    folders = {file.partition("/")[0] for file in files if "/" in file}
    fixed = re.split(r"[*?\[]", path, maxsplit=1)[0]
    top, is_folder, _ = fixed.partition("/")
    if not is_folder:  # a file beside criteria.yaml, or the start of any
        return sum("/" not in file for file in files) <= 1
    return top in folders if top in READ_WHOLE else top not in folders and nearest(top, READ_WHOLE) is not None


def meant(path: str, files: list[str]) -> str:
    """What may have been meant by a path that fits nothing."""
    plain = path.replace("\\", "/").removeprefix("./").rstrip("/")
    for other in (plain, f"programs/{plain}", f"{plain}/*"):
        if any(fnmatchcase(file, other) for file in files):
            return say("Did you mean {path}?", path=quoted(other))
    near = nearest(path, files)
    if near is not None:
        return say("Did you mean {path}?", path=quoted(near))
    return say("Write a path from the folder of criteria.yaml, such as “programs/old-*.yaml”, or delete it.")
