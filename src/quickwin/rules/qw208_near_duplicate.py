"""Two programs may be the same under two names.

## What it finds

Programs whose names hold the same words, whatever their order, capitals and connecting words; brackets that only name
a dimension or the place do not count, nor does one wrong letter in a long word. A word or two more in one of two
names with three words in common are passed over as long as the names are alike by `check.alike_names`. Another word
(“School internet”, “Village internet”), a number (“Phase 1”, “Phase 2”) or a letter (“School A”) makes them
two, and so does naming each other in `depends_on` or `conflicts_with`.

## Why it matters

Both are ranked, and a plan may pay for both. The ministry said that 65 % of the applications of government agencies
were alike ([viva.co.id, 23 Aug 2017](https://viva.co.id/digital/digilife/949390)); Jambi switched off 20 of its 70
([kenali.co.id, 8 Aug 2023](https://kenali.co.id/mubazir-diskominfo-matikan-20-aplikasi-ganti-dengan-superapps/)), and
in Lamongan 24 of 80 were used ([koranmemo.com, 8 Apr
2019](https://koranmemo.com/diskominfo-targetkan-smart-city-jadi-aplikasi-utama-kabupate/)).

## Bad

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
time_to_benefit: 4
```

```yaml
# programs/hospital.yaml
name: Hospital queue online (society)
dimension: society
time_to_benefit: 6
```

## Good

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
time_to_benefit: 4
```

```yaml
# programs/hospital.yaml
name: Fair queue of the hospital for all without a phone
dimension: society
time_to_benefit: 6
depends_on: [queue]
```

## How to mend

Keep one of the two files. If both are wanted, give each a name that tells what it does, or name the other in
`depends_on` or `conflicts_with`. How much alike is too much: `check: {alike_names: 90%}`; 100 % asks for the same
words. To silence it: `# quickwin: ignore[QW208] two hospitals` behind the name.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from quickwin.rules.likeness import slips
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Candidate, Study

CODE = "QW208"
SEVERITY = "warning"

CONNECTING = frozenset((
    "a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "the", "to", "with",
    "dan", "di", "dari", "untuk", "pada", "ke", "yang", "dengan", "bagi", "oleh",
))  # fmt: skip
WORD = re.compile(r"[^\W_]+")
BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
LONG = 7
"""In words of so many letters one wrong letter is a slip."""
FEWEST_SHARED = 3
"""With fewer words in common, another word tells two names apart."""
MOST_WORDS, MOST_ALIKE = 16, 20
"""So many words of a name may be left out in turn, and so many names alike are looked at."""

Words = frozenset[str]


def check(study: Study) -> Iterator[Remark]:
    """Programs named like an earlier one."""
    aside = set_aside(study)
    names = [words_of(candidate.program.name, aside) for candidate in study.candidates]
    for later, earlier in sorted(pairs(names, study.judge.criteria.checks.alike_names).items()):
        one = study.candidates[later]
        found = next((study.candidates[at] for at in earlier if not related(one, study.candidates[at])), None)
        if found is not None:
            yield Remark(
                one.source.place(("name",)),
                say(
                    "Its name is like that of {id} in {file}: {name}.",
                    id=quoted(found.id),
                    file=found.source.document.file,
                    name=quoted(found.program.name),
                ),
                say("If they are one program, keep one file; else let the names tell them apart."),
            )


def set_aside(study: Study) -> Words:
    """The words that tell no program from another: those of the place and of the dimensions."""
    dimensions = study.judge.criteria.dimensions.items()
    names = [study.judge.context.name or "", *(name for key, one in dimensions for name in (key, *one.aliases))]
    return frozenset(WORD.findall(" ".join(names).casefold()))


def words_of(name: str, aside: Words) -> tuple[str, ...]:
    """The words of a name that tell what it is, in their order and in the singular.

    >>> words_of("Queues at the hospital (Sampit)", frozenset({"sampit"}))
    ('queue', 'hospital')
    >>> words_of("A school for village A", frozenset())
    ('school', 'village', 'a')
    """

    def inner(found: re.Match[str]) -> str:
        words = WORD.findall(found[0])
        return " " if aside.issuperset(words) else found[0]

    words = WORD.findall(BRACKETS.sub(inner, name.casefold()) if "(" in name or "[" in name else name.casefold())
    last_a = words[-1:] == ["a"]  # the first of a series: School A
    telling = [word for word in words if word not in CONNECTING] + ["a"] * last_a or words
    return tuple([word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word for word in telling])


def related(one: Candidate, other: Candidate) -> bool:
    """Whether one of two programs names the other."""
    return any(
        other_id in getattr(program, key)
        for program, other_id in ((one.program, other.id), (other.program, one.id))
        for key in ("depends_on", "conflicts_with")
    )


def pairs(names: list[tuple[str, ...]], least: float) -> dict[int, list[int]]:
    """The positions of names that are like earlier ones, each with those, the first ones first.

    A name is looked up by every spelling that may be meant by it, so that no two are ever compared.
    """
    wrong = slips((word for words in names for word in words), LONG)
    known: defaultdict[Words, list[int]] = defaultdict(list)
    for position, words in enumerate(names):
        if words and len(known[frozenset(words)]) < MOST_ALIKE:
            known[frozenset(words)].append(position)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for position, words in enumerate(names):
        for meant in spellings(words, wrong, least):
            for other in known.get(meant, ()):
                if other != position:
                    found[max(position, other)].add(min(position, other))
    return {later: sorted(earlier) for later, earlier in found.items()}


def spellings(words: tuple[str, ...], wrong: dict[str, tuple[str, ...]], least: float) -> Iterator[Words]:
    """The sets of words that are alike to some: the same, with a slip, as one word, or with a word or two less."""
    whole = frozenset(words)
    letters = sum(map(len, whole))
    yield whole
    yield frozenset(("".join(words),))
    for word in whole & wrong.keys():
        if letters and 1 - 1 / letters >= least:
            yield from (whole - {word} | {meant} for meant in wrong[word])
    most = letters * (2 - 2 * least) / (2 - least)  # so many letters may be left out until they are less alike
    spare = [word for word in dict.fromkeys(words) if 3 < len(word) <= most and word.isalpha()]
    for count in (1, 2):
        for left_out in combinations(spare[:MOST_WORDS], count):
            if sum(map(len, left_out)) <= most and len(whole) - count >= FEWEST_SHARED:
                yield whole.difference(left_out)
