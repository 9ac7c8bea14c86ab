"""An office is written in two ways.

## What it finds

An owner or a partner whose name stands in the study in another spelling too: other capitals, spaces, dots or hyphens,
or one wrong letter in a long word. The spelling that is used less is the one that is named. Short names that differ
by a letter are different offices: `Disdik` and `Disdag`.

## Why it matters

Programs are counted by owner: two spellings are two owners, and the limit of `plan.per_owner` no longer binds.
Samarinda shows what it is like when nobody can tell whose something is: one office ran its cameras and another bought
them, 15 of 25 were dead and nobody knew how many there were ([nomorsatukaltim.disway.id, 12 Jul
2019](https://nomorsatukaltim.disway.id/read/437/)).

## Bad

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
owner: Dinas Perpustakan
time_to_benefit: 4
```

## Good

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
owner: Dinas Perpustakaan
time_to_benefit: 4
```

## How to mend

Write the office in one way everywhere. If they are two offices: `# quickwin: ignore[QW209] two offices` behind the
name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from quickwin.finding import Place
from quickwin.rules.likeness import slips
from quickwin.rules.offices import WORD, joined, offices, places
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW209"
SEVERITY = "warning"

LONG, LONG_NAME = 8, 10
"""One wrong letter is a slip in a word of so many letters, within a name of so many."""


def check(study: Study) -> Iterator[Remark]:
    """Owners and partners in a spelling that is not the usual one."""
    names = Counter(name for candidate in study.candidates for name in offices(candidate))
    usual = usual_spellings(names)
    if not usual:
        return
    for candidate in study.candidates:
        if usual.keys().isdisjoint(offices(candidate)):
            continue
        for path, name in places(candidate):
            if name in usual:
                yield remark(candidate.source.place(path), name, usual[name], names[usual[name]])


def remark(place: Place, name: str, usual: str, times: int) -> Remark:
    """What is said of a name that is usually written in another way."""
    return Remark(
        place,
        say("The office {name} is written {usual} elsewhere", name=quoted(name), usual=quoted(usual))
        + (say(", {times} times.", times=times) if times > 1 else "."),
        say("Write {usual} if it is the same office: two spellings are counted as two owners.", usual=quoted(usual)),
    )


def usual_spellings(names: Counter[str]) -> dict[str, str]:
    """For each name that is not the usual spelling of its office, the usual one.

    >>> usual_spellings(Counter({"DPMD": 3, "D.P.M.D.": 1, "Disdik": 1, "Disdag": 1}))
    {'D.P.M.D.': 'DPMD'}
    """
    common = {name: (count, -position) for position, (name, count) in enumerate(names.items())}
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        alike[joined(name)].append(name)
    best = [max(group, key=common.__getitem__) for group in alike.values()]
    slipped = with_slips(best)
    found = {}
    for group, first in zip(alike.values(), best, strict=True):
        usual = max([first, *slipped.get(first, ())], key=common.__getitem__)
        found.update({name: usual for name in group if name != usual})
    return found


def with_slips(names: Iterable[str]) -> dict[str, list[str]]:
    """For each name, the others that differ from it by one letter of one long word."""
    parts = {name: tuple(WORD.findall(name.casefold())) for name in names}
    by_words = {words: name for name, words in parts.items()}
    wrong = slips((word for words in parts.values() for word in words), LONG)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, words in parts.items():
        for at, word in enumerate(words):
            for meant in wrong.get(word, ()):
                other = by_words.get((*words[:at], meant, *words[at + 1 :]))
                if other is not None and sum(map(len, words)) >= LONG_NAME:
                    found[name].append(other)
    return found
