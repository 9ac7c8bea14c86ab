"""One office owns more candidates than it can carry.

## What it finds

More than `check: most_per_owner` candidates (10, unless written) with the same owner. It is told once, at the owner
of the first of them. Upper and lower case do not matter; partners do not count.

## Why it matters

What one office can lift is soon reached: in Kutai Timur twelve operators in three shifts were too few for a single
emergency number, launched on 22 Dec 2021 ([berandaindonesia.id](https://www.berandaindonesia.id/?p=24411)). What is
begun all at once by the same few people is done late, one after the other.

## Bad

```yaml
# criteria.yaml, added
check: {most_per_owner: 1}
```

```yaml
# programs/quay.yaml
name: Safe steps to the boats
dimension: economy
owner: Dinas PUPR
time_to_benefit: 4
```

## Good

```yaml
# criteria.yaml, added
check: {most_per_owner: 1}
```

```yaml
# programs/quay.yaml
name: Safe steps to the boats
dimension: economy
owner: Dishub
time_to_benefit: 4
```

## How to mend

Give some of them to the office that will run them, or leave them for the next round. Where an office can carry more,
write `check: {most_per_owner: 15}` in criteria.yaml; for one office only, put `# quickwin: ignore[QW502] why` at the
end of the line that is named. `check: {ignore: [QW502]}` switches the rule off.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import enumerated, quoted
from quickwin.study.study import Candidate, Study

CODE = "QW502"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Owners with too many candidates."""
    most = study.judge.criteria.checks.most_per_owner
    owned: dict[str, list[Candidate]] = {}
    for candidate in study.candidates:
        if candidate.program.owner:
            owned.setdefault(" ".join(candidate.program.owner.casefold().split()), []).append(candidate)
    for candidates in owned.values():
        if len(candidates) > most:
            first = candidates[0]
            yield Remark(
                first.source.place(("owner",)),
                say(
                    "{owner} owns {number} candidates, more than {most}: {ids}.",
                    owner=quoted(first.program.owner or ""),
                    number=len(candidates),
                    most=most,
                    ids=enumerated([quoted(one.id) for one in candidates], most=3),
                ),
                say(
                    "Give some of them to the office that will run them, or leave some out; "
                    "if one office can carry more, raise “most_per_owner” under “check” in criteria.yaml."
                ),
            )
