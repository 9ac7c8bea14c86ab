"""Values of a file are still stand-ins.

## What it finds

Texts of programs, criteria.yaml and contexts in which a word of `check.placeholders`, “replace this” or “ganti ini”
where nothing is set, begins a sentence, as in what `quickwin init` and `quickwin new` write. A file is told once, at
the first of them; comments are not looked at.

## Why it matters

The number beside such a note was made up by a program and counts as if somebody had asked. What is once written is
carried on: for one budget of Kotawaringin Timur one paper printed 2.282 trillion and another 2.228, of which only
the first is the sum of its parts
([palangkaekspres.co, 25 Nov
2024](https://palangkaekspres.co/2024/11/25/pemkab-dan-dprd-resmi-sepakati-apbd-2025/)).

## Bad

```yaml
# programs/library.yaml
name: A library on the phone
dimension: society
time_to_benefit: {value: 24, assumed: true, note: replace this}
```

## Good

```yaml
# programs/library.yaml
name: A library on the phone
dimension: society
time_to_benefit: {value: 5, assumed: true, note: as long as the one before it took}
```

## How to mend

Write your own number, and in its note where it comes from. Keep `assumed: true` until somebody has measured it. An
example of `quickwin init` that is not wanted is deleted. Other words: `check: {placeholders: [TBC]}` in criteria.yaml;
not wanted at all: `check: {ignore: [QW118]}`, or for one file `# quickwin: ignore[QW118] why` at the end of the first
such line.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from quickwin.files.yaml import Data, Document
from quickwin.finding import Path
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW118"
SEVERITY = "note"
SETTINGS = ("check",)
"""Where criteria.yaml lists the words themselves."""
EXAMPLE = "example-"
"""So begin the ids of the programs that `quickwin init` writes."""


def check(study: Study) -> Iterator[Remark]:
    """Files with texts that nobody has replaced."""
    words = study.judge.criteria.checks.placeholders
    own = study.judge.source.document
    looked: dict[str, bool] = {}
    found: dict[str, list[tuple[Document, Path, str]]] = {}
    for document in documents(study, own) if words else ():
        text = document.text
        if text.file not in looked:
            written = text.written.casefold()
            looked[text.file] = any(word.casefold() in written for word in words)
        if looked[text.file]:
            every = placeholders(document.data, words)
            left = [(document, path, word) for path, word in every if document is not own or path[:1] != SETTINGS]
            found.setdefault(text.file, []).extend(left)
    for left in found.values():
        if left:
            yield remark(left)


def documents(study: Study, own: Document) -> Iterable[Document]:
    """Every document of a study, each once; `own` is criteria.yaml."""
    return chain(
        (candidate.source.document for candidate in study.candidates),
        [own],
        (source.document for _, source in study.contexts if source.document is not own),
    )


def placeholders(data: Data, words: tuple[str, ...], path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The texts in some data that still say one of the words, and the word as it is written.

    >>> list(placeholders({"value": "3", "note": "Assumed: Replace this."}, ("replace this",)))
    [(('note',), 'Replace this')]
    """
    if isinstance(data, str):
        found = pattern(words).search(data)
        if found:
            yield path, found[1]
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from placeholders(value, words, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from placeholders(value, words, (*path, number))


@lru_cache(maxsize=100)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds one of the words at the beginning of a sentence or of a part of one; “we replace this” is none."""
    each = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:\A|[^\w\s])\s*({each})(?![^\W_])", re.IGNORECASE)


def remark(every: list[tuple[Document, Path, str]]) -> Remark:
    """What is said of the stand-ins of a file."""
    document, path, word = every[0]
    ids = (one.data.get("id") for one, _, _ in every if isinstance(one.data, dict))
    example = next((id for id in ids if isinstance(id, str) and id.startswith(EXAMPLE)), None)
    if len(every) == 1:
        what = say("{word} still stands here.", word=quoted(word))
    else:
        what = say("{word} still stands {count} times in this file, first here.", word=quoted(word), count=len(every))
    mend = say("Write what you know in its place, and where it comes from.")
    if example:
        mend = say("{id} came with “quickwin init”: delete it once you have written your own.", id=quoted(example))
    return Remark(document.place(path), what, mend)
