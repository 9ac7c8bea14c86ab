"""A key has nothing behind its colon.

## What it finds

A key in criteria.yaml or in a context with nothing behind it, or an empty dash in a list, and in a program the keys
below that a score is made of: a phase of `time_to_benefit`, an `impact`, a share in `provides`. Keys that are only
shown, such as `note` or `source`, may stay empty; a program that does not say how many people use it is told by
QW515.

## Why it matters

Such a line counts as if it were not there. A dimension is then none, a deadline is the usual 12 months, and a phase
takes no time. The deadline is for each place to say: Ponorogo's adviser calls quick what is felt in under 12 months
([ponorogo.go.id, 14 Jul 2022](https://ponorogo.go.id/2022/07/14/)), and a room that means something shorter sees
nothing of an empty line.

## Bad

```yaml
# criteria.yaml, added
deadline:
```

## Good

```yaml
# criteria.yaml, added
deadline: 9
```

## How to mend

Write the value, or delete the line. A dimension without settings of its own is `society: {}`. To leave it open, put
`# quickwin: ignore[QW117] asked of Bappeda` at the end of the line, or `check: {ignore: [QW117]}` in criteria.yaml.
"""

from collections.abc import Iterator

from quickwin.finding import Path
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Candidate, Source, Study

CODE = "QW117"
SEVERITY = "warning"
SHOWN = frozenset({"note", "title", "round", "name", "source", "url", "date", "year", "unit", "assumed"})
"""Keys that no score reads: leaving them empty loses nothing."""
SCORED = ("time_to_benefit", "impact", "provides")
"""The keys of a program below which each line counts."""


def check(study: Study) -> Iterator[Remark]:
    """Keys with nothing behind them, where something is lost by it."""
    own = study.judge.source
    for source in (own, *(source for _, source in study.contexts if source.document is not own.document)):
        data = source.overlay.data if source.overlay else source.document.data
        yield from remarks(source, empty(data))
    for candidate in study.candidates:
        yield from remarks(candidate.source, empty_in(candidate))


def empty(data: object, path: Path = ()) -> Iterator[Path]:
    """The paths in some data at which nothing stands, without those of keys that are only shown."""
    if data is None:
        yield path
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in SHOWN:
                yield from empty(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from empty(value, (*path, number))


def empty_in(candidate: Candidate) -> Iterator[Path]:
    """The paths in a program at which nothing stands and a score expects something."""
    data = candidate.source.document.data
    if not isinstance(data, dict):
        return
    for key in SCORED:
        part = data.get(key)
        if isinstance(part, dict) and None in part.values():
            yield from ((key, name) for name, value in part.items() if value is None and name not in SHOWN)


def remarks(source: Source, paths: Iterator[Path]) -> Iterator[Remark]:
    """What to say of the places at which nothing stands; one that an option has emptied is meant."""
    for path in paths:
        place = source.place(path, key=True)
        if not place.line:
            continue
        if isinstance(path[-1], int):
            what = say("This entry of the list is empty, so that it counts as if it were not there.")
            yield Remark(place, what, say("Write it, or delete it."))
            continue
        is_dimension = path[:-1] == ("dimensions",)
        yield Remark(
            place,
            say(
                "Nothing stands behind {key}, so that the line counts as if it were not there.",
                key=quoted(f"{path[-1]}:"),
            ),
            say("Write {key}, or delete the line.", key=quoted(f"{path[-1]}: {{}}"))
            if is_dimension
            else say("Write a value, or delete the line."),
        )
