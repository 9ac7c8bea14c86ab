"""A building says nothing about its site or its permits.

## What it finds

The name of a program holds a word of `check: built`, such as a hall, a tower or a waste plant, it names no
`legal_basis`, and nowhere in it stands a word of `check: site`: no phase such as `permits`, no item of readiness such
as `policy` or `physical`, nothing in its notes or evidence. A pillar of readiness with such an item that is stated as
one number counts as a statement; one number for all of readiness does not. Left alone is what is digital by its name
(`check: digital`), what ends, since it says how long it `lasts`, and what is done in a building or near it: “A desk in
the town hall”, “Layanan di gedung lama”.

## Why it matters

Land and permits take longer than walls. Kotim's medical-waste plant was agreed on in 2021; its first stone was put off
for permits in 2022 and laid on 15 May 2024
([radarsampit.com](https://radarsampit.com/berita/peletakan-batu-pertama-pembangunan-pabrik-pengelolaan-limbah-medis-b3-di-kotim.html/3)),
land at the landfill was refused as no industrial zone, and a new agreement of 5 March 2025 moved it elsewhere
([antaranews.com](https://kalteng.antaranews.com/berita/747925)).

## Bad

```yaml
# programs/plant.yaml
name: Medical-waste plant
dimension: society
time_to_benefit: {tender: 4, construction: 8}
```

## Good

```yaml
# programs/plant.yaml
name: Medical-waste plant
dimension: society
time_to_benefit: {permits_and_zoning: 12, tender: 4, construction: 8}
```

## How to mend

Say how it stands: a phase for land and permits, the items of readiness that ask about rules and about the place, the
permit as `legal_basis`, or a `note` such as “stands on land of the regency”. The words are `built` and `site` under
`check` in criteria.yaml. To silence it, put `# quickwin: ignore[QW505] why` at the end of the line of its name.
"""

import re
from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.rules.words import word_in, words_in
from quickwin.say import say
from quickwin.study.criteria import Criteria
from quickwin.study.problem import quoted
from quickwin.study.program import Program
from quickwin.study.study import Study

CODE = "QW505"
SEVERITY = "warning"
NOT_ABOUT_IT = {"id", "name", "owner", "url"}
"""Keys whose values say nothing of a site, whatever words stand in them; those of KPIs are names too."""


BEFORE = (
    "in", "inside", "within", "at", "by", "near", "beside", "behind", "below", "beneath", "under", "above", "over",
    "on", "around", "along", "across", "opposite", "outside", "between", "through", "to", "from", "di", "dekat",
    "dalam", "bawah", "atas", "samping", "depan", "belakang", "sekitar", "seputar", "sepanjang", "antara", "ke", "dari",
)  # fmt: skip
"""What stands before the name of a building that is there."""
ERECTING = (
    "and", "or", "with", "dan", "atau", "dengan", "build", "building", "construct", "construction", "erect",
    "erection", "membangun", "pembangunan", "mendirikan", "pendirian", "konstruksi",
)  # fmt: skip
"""Behind these words another thing begins, or one that is not there yet."""
WORDS_BETWEEN = rf"(?:(?!(?:{'|'.join(ERECTING)})\s)[^\W_]+\s+){{0,3}}"
PLACED = re.compile(
    rf"(?<![\w-])(?:(?:{'|'.join(BEFORE)})\s+{WORDS_BETWEEN}"
    rf"|(?<!building )(?<!construction )(?<!erection )(?:of|for)\s+the\s+{WORDS_BETWEEN})\Z",
    re.IGNORECASE,
)
"""What ends before a building in which, by which or for which something is done."""
NO_BUILDING = re.compile(r"\s+(?:of fame|meetings?)\b", re.IGNORECASE)
"""What makes a hall another thing."""


def check(study: Study) -> Iterator[Remark]:
    """Buildings of which neither site nor permit is spoken of."""
    criteria = study.judge.criteria
    checks = criteria.checks
    for candidate in study.candidates:
        program = candidate.program
        built = thing_to_build(program.name, checks.built)
        if built is None or program.legal_basis or program.lasts or word_in(program.name, checks.digital):
            continue
        if speaks(candidate.source.document.data, checks.site) or is_pillar_stated(program, criteria):
            continue
        yield Remark(
            candidate.source.place(("name",)),
            say("It is a thing to build ({built}), and nothing says where, or who permits it.", built=quoted(built)),
            say(
                "Add a phase for land and permits, “note: …” on the site, or the rule that allows it as “legal_basis”; "
                "these often take longer than the building."
            ),
        )


def thing_to_build(name: str, words: tuple[str, ...]) -> str | None:
    """The first of the words in a name that is no place where something is done; None without any.

    >>> thing_to_build("Help desk in the town hall", ("hall",)), thing_to_build("Building a hall", ("hall",))
    (None, 'hall')
    """
    for found in words_in(name, words):
        if not PLACED.search(name[: found.start()]) and not NO_BUILDING.match(name, found.end()):
            return found[0]
    return None


def speaks(data: object, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in what a program says, or in a key of it."""
    if isinstance(data, dict):
        return any(
            key not in NOT_ABOUT_IT and (word_in(key, words) is not None or speaks(given, words))
            for key, given in data.items()
        )
    if isinstance(data, list):
        return any(speaks(given, words) for given in data)
    return isinstance(data, str) and word_in(data, words) is not None


def is_pillar_stated(program: Program, criteria: Criteria) -> bool:
    """Whether a pillar that asks about site or permit is stated as one number."""
    stated = program.readiness
    if not isinstance(stated, dict):
        return False
    pillars, words = criteria.readiness.pillars, criteria.checks.site
    asking = {key for key, pillar in pillars.items() if any(word_in(item, words) for item in pillar.items)}
    return any(key in asking and not isinstance(given, dict) for key, given in stated.items())
