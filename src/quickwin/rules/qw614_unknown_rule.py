"""A code under check names no rule.

## What it finds

A code in `select`, `ignore` or `per_path` of `check:` in criteria.yaml that no rule has, and with which none begins.

## Why it matters

A mistyped code silences nothing, or selects nothing, and `check` looks as if it watched over something. What is there
and does not work is worse than nothing: Bontang had cameras without anything to record on, and they were of no use
after a robbery ([bontangpost.id, 9 Jul 2019](https://bontangpost.id/?p=63556)).

## Bad

```yaml
# criteria.yaml, added
check: {ignore: [QW699]}
```

## Good

```yaml
# criteria.yaml, added
check: {ignore: [QW401, QW5]}
```

## How to mend

`quickwin rule` lists the rules and their codes. `QW4` stands for all whose code begins so.
"""

from collections.abc import Iterator

from quickwin.finding import Path
from quickwin.rules.listing import files
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.checks import Checks
from quickwin.study.problem import did_you_mean, quoted
from quickwin.study.study import Study

CODE = "QW614"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Codes of `check:` that no rule has."""
    named = list(codes(study.judge.criteria.checks))
    known = list(files()) if named else []
    for path, code in named:
        if not any(one.startswith(code) for one in known):
            yield Remark(
                study.judge.source.place(("check", *path)),
                say("There is no rule {code}, so that this does nothing.", code=quoted(code)),
                did_you_mean(code, known, say("rules")),
            )


def codes(checks: Checks) -> Iterator[tuple[Path, str]]:
    """The codes that a study names, each with its path below `check`."""
    lists: dict[Path, tuple[str, ...]] = {("select",): checks.select, ("ignore",): checks.ignore}
    lists |= {("per_path", path): of_path for path, of_path in checks.per_path.items()}
    for path, listed in lists.items():
        for index, code in enumerate(listed):
            yield (*path, index), code
