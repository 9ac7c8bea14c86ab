"""An office goes by a short name here and by another name elsewhere.

## What it finds

Owners and partners of which one is surely the short form of another in the study: a bracketed acronym (“Dinas
Pekerjaan Umum dan Penataan Ruang (PUPR)” and “Dinas PUPR”), first letters (“DPUPR”), beginnings of words (“Dinkes”
and “Dinas Kesehatan”), or the same name with and without Kabupaten or Kota and its name. The form that is used less
is told, at its first use. Where a short form may stand for two names of the study nothing is told.

## Why it matters

Programs are counted by owner: two names are two owners, and neither carries too many (QW502), nor does
`plan.per_owner` bind. Of Banjarmasin one report has a “Dinas Koperasi & UMK”
([kalsel.antaranews.com, 2024](https://kalsel.antaranews.com/berita/411771)) and another a “Diskopumker”
([matabanua.co.id, 16 Oct 2023](https://matabanua.co.id/2023/10/16/walikota-harapkan-dapat-tingkatkan-pad)): whoever
counts must know whether they are one.

## Bad

```yaml
# programs/roads.yaml
{id: bridges, name: Bridges, dimension: society, time_to_benefit: 4, owner: Dinas Kesehatan}
---
{id: lamps, name: Lamps, dimension: society, time_to_benefit: 4, owner: Dinkes}
```

## Good

```yaml
# programs/roads.yaml
{id: bridges, name: Bridges, dimension: society, time_to_benefit: 4, owner: Dinkes}
---
{id: lamps, name: Lamps, dimension: society, time_to_benefit: 4, owner: Dinkes}
```

## How to mend

Write the office in one way everywhere. If they are two offices, put `# quickwin: ignore[QW212] two offices` at the end
of the line; not wanted at all: `check: {ignore: [QW212]}` in criteria.yaml. The words with which names of
offices begin are `check: {offices: […]}`.
"""

from collections import Counter
from collections.abc import Iterator

from quickwin.rules.offices import joined, offices, places
from quickwin.rules.remark import Remark
from quickwin.rules.short_names import same_office
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW212"
SEVERITY = "note"


def check(study: Study) -> Iterator[Remark]:
    """Offices by a short name, or by a long one where the short one is usual."""
    names = Counter(name for candidate in study.candidates for name in offices(candidate))
    heads = {word.casefold() for word in study.judge.criteria.checks.offices}
    usual = dict(pair for group in same_office(names, heads) for pair in rarer(group, names))
    for candidate in study.candidates if usual else ():
        if usual.keys().isdisjoint(offices(candidate)):
            continue
        for path, name in places(candidate):
            if name in usual:
                other = usual.pop(name)
                yield Remark(
                    candidate.source.place(path),
                    say("The office {name} is called {other} elsewhere.", name=quoted(name), other=quoted(other)),
                    say("Write {other} if it is the same: two names are counted as two owners.", other=quoted(other)),
                )


def rarer(group: list[str], names: Counter[str]) -> Iterator[tuple[str, str]]:
    """Each form of a name but the one that is used most, with that one; other spellings of a form are QW209's."""
    forms: dict[str, list[str]] = {}
    for name in group:
        forms.setdefault(joined(name), []).append(name)
    uses = {form: sum(names[name] for name in spellings) for form, spellings in forms.items()}
    best, *others = (
        max(forms[form], key=names.__getitem__) for form in sorted(uses, key=uses.__getitem__, reverse=True)
    )
    yield from ((name, best) for name in others)
