"""Two offices own the same program.

## What it finds

The `owner` names two offices, parted by “dan”, “and”, “serta”, “dengan”, or by a sign such as +, & or /. Both sides
must look like an office: by a word of `check: offices` (Dinas, Badan, Department, …), by a short name such as
Diskominfo, Bapenda, DLH, BPBD or RSUD, or because another program has it as its owner. So the one office “Dinas
Perpustakaan dan Kearsipan” is left alone.

## Why it matters

Of Samarinda's 25 cameras, 15 were dead; one office ran them, another bought them, and the first did not know how many
were broken, since that was the other's job
([nomorsatukaltim.disway.id, 12 Jul 2019](https://nomorsatukaltim.disway.id/read/437/)).

## Bad

```yaml
# programs/cameras.yaml
name: Cameras at 25 crossings
dimension: society
owner: Dishub dan Diskominfo
time_to_benefit: 6
```

## Good

```yaml
# programs/cameras.yaml
name: Cameras at 25 crossings
dimension: society
owner: Dishub
partners: [Diskominfo]
time_to_benefit: 6
```

## How to mend

Choose the one office that answers for it when it stands still, and write the other among `partners`. If it is in truth
the name of one office, put `# quickwin: ignore[QW513] one office` at the end of the line. The words are
`check: {offices: […]}` in criteria.yaml.
"""

import re
from collections.abc import Collection, Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW513"
SEVERITY = "warning"
PARTED = re.compile(r"\s+(?:dan|and|serta|dengan)\s+|\s*[+&/;]\s*", re.IGNORECASE)
SHORT = re.compile(r"(?:Dis|Din|Bap)[a-z]{3,}|[DB][A-Z0-9]{2,}|RSUD|RSD|Setda")
"""Short names of offices: Diskominfo, Dinkes, Bappeda, DPMPTSP, BPBD. SDM, UKM or KB are parts of a longer one."""
WORD = re.compile(r"[^\W_]+")
LONGEST = 200
"""No office has a longer name, and two of them neither."""


def check(study: Study) -> Iterator[Remark]:
    """Owners that are two offices."""
    words = {word.casefold() for word in study.judge.criteria.checks.offices}
    owners = {one.program.owner.casefold() for one in study.candidates if one.program.owner}
    for candidate in study.candidates:
        owner = candidate.program.owner or ""
        sides = two_offices(owner, words, owners) if len(owner) <= LONGEST else None
        if sides:
            one, other = map(quoted, sides)
            yield Remark(
                candidate.source.place(("owner",)),
                say("Two offices own it, {one} and {other}: each can wait for the other.", one=one, other=other),
                say("Choose one as “owner”, and write the other as “partners: [{other}]”.", other=other.strip("“”")),
            )


def two_offices(owner: str, words: Collection[str], owners: Collection[str]) -> tuple[str, str] | None:
    """The two offices that an owner names; None where it is one.

    >>> two_offices("Dishub dan Diskominfo", {"dinas"}, ()), two_offices("Badan Kepegawaian dan SDM", {"badan"}, ())
    (('Dishub', 'Diskominfo'), None)
    """
    for parted in PARTED.finditer(owner):
        sides = owner[: parted.start()].strip(), owner[parted.end() :].strip()
        if all(is_office(side, words, owners) for side in sides):
            return sides
    return None


def is_office(name: str, words: Collection[str], owners: Collection[str]) -> bool:
    """Whether a name is that of an office by itself."""
    parts = WORD.findall(name)
    return name.casefold() in owners or (
        bool(parts)
        and (SHORT.fullmatch(parts[0]) is not None or parts[0].casefold() in words or parts[-1].casefold() in words)
    )
