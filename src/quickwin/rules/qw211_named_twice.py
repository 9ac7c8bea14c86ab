"""The same name stands twice in a list.

## What it finds

An id, an enabler, an office or a legal basis that stands twice in one list of a program (`needs`, `depends_on`,
`conflicts_with`, `partners`, `legal_basis`; capitals and spaces ignored among offices and laws), and an owner who is
among the partners too.

## Why it matters

The second mention changes nothing, so it is most likely a slip for another name that is now missing. Garut named six
quick wins and listed five ([potensinetwork.com, 24 May
2024](https://potensinetwork.com/2024/05/24/bappeda-konsep-otomatis/2)).

## Bad

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
owner: RSUD
partners: [Diskominfo, Diskominfo]
time_to_benefit: 4
```

## Good

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
owner: RSUD
partners: [Diskominfo, Dinkes]
time_to_benefit: 4
```

## How to mend

Write the name that is missing, or delete the second mention. To silence it: `# quickwin: ignore[QW211] as signed` at
the end of the line.
"""

from collections.abc import Iterator

from quickwin.finding import Path
from quickwin.rules.remark import Remark
from quickwin.rules.stated import written
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Candidate, Study

CODE = "QW211"
SEVERITY = "warning"

NAMES = {
    "needs": False, "depends_on": False, "conflicts_with": False, "partners": True, "legal_basis": True,
}  # fmt: skip
"""The lists of a program, and whether capitals and spaces are ignored in them."""


def check(study: Study) -> Iterator[Remark]:
    """Names that stand twice in a list, and owners among their own partners."""
    for candidate in study.candidates:
        program = candidate.program
        for key, loose in NAMES.items():
            names = getattr(program, key)
            if len(names) > 1 and len({plain(name, loose=loose) for name in names}) < len(names):
                yield from twice(candidate, key, loose=loose)
        owner = program.owner and plain(program.owner, loose=True)
        if owner and program.partners and any(plain(name, loose=True) == owner for name in program.partners):
            yield from among_partners(candidate, owner)


def plain(name: str, *, loose: bool) -> str:
    """A name as it is compared."""
    return " ".join(name.casefold().split()) if loose else name


def items(candidate: Candidate, key: str) -> Iterator[tuple[Path, str]]:
    """What stands in a list, each with its path."""
    names = written(candidate.source, (key,))
    for number, name in enumerate(names if isinstance(names, list) else ()):
        if isinstance(name, str):
            yield (key, number), str(name)


def twice(candidate: Candidate, key: str, *, loose: bool) -> Iterator[Remark]:
    """Each second mention in a list."""
    seen = set[str]()
    for path, name in items(candidate, key):
        if plain(name, loose=loose) in seen:
            yield Remark(
                candidate.source.place(path),
                say("{name} stands twice in “{key}”.", name=quoted(name), key=key),
                say("Write the name that was meant here, or delete it: a second mention changes nothing."),
            )
        seen.add(plain(name, loose=loose))


def among_partners(candidate: Candidate, owner: str) -> Iterator[Remark]:
    """The owner's first mention as a partner."""
    for path, name in items(candidate, "partners"):
        if plain(name, loose=True) == owner:
            yield Remark(
                candidate.source.place(path),
                say("{name} owns the program and is among its partners too.", name=quoted(name)),
                say("Write the office that was meant here, or delete it: partners are the other offices."),
            )
            return
