"""A plan with a budget takes programs without a cost for free ones.

## What it finds

Programs that state no cost at all, in a study whose `plan` has a `budget`. They are told once, at the budget, since a
cost that was not found is no mistake in each file.

## Why it matters

What states no cost counts as 0, so a plan prefers it to its honest neighbour, and spends the money again when the
bill comes. The contract for the public service mall of Kotawaringin Timur, Rp38,875,000,000, left out lift, furniture
and fence
([radarsampit.com, 2024](https://www.radarsampit.com/berita/ini-yang-dilakukan-pemkab-kotim-untuk-meningkatkan-kunjungan-mal-pelayanan-publik.html)).

## Bad

```yaml
# criteria.yaml, added
plan: {budget: Rp25 miliar}
```

```yaml
# programs/cameras.yaml
name: Cameras at the harbour
dimension: society
time_to_benefit: 6
```

## Good

```yaml
# criteria.yaml, added
plan: {budget: Rp25 miliar}
```

```yaml
# programs/cameras.yaml
name: Cameras at the harbour
dimension: society
time_to_benefit: 6
cost: {capex: Rp200 juta, opex_per_year: Rp80 juta}
```

## How to mend

Write `cost` in each: a guess with `assumed: true` and a range is better than nothing. What costs nothing more than
staff who are paid already says `cost: 0`. Where the costs cannot be found, say so at the line of the budget:
`# quickwin: ignore[QW408] not published`.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import enumerated
from quickwin.study.study import Study

CODE = "QW408"
SEVERITY = "note"
NAMED = 4
"""Programs named in the message."""


def check(study: Study) -> Iterator[Remark]:
    """Programs without a cost, where a plan has a budget."""
    if not study.judge.criteria.plan.budget:
        return
    silent = [one.id for one in study.candidates if one.program.capex is None and one.program.opex_per_year is None]
    if silent:
        yield Remark(
            study.judge.source.place(("plan", "budget")),
            say(
                "Of {count} programs, {silent} state no cost, and a plan takes them for free: {names}.",
                count=len(study.candidates),
                silent=len(silent),
                names=enumerated(silent, NAMED),
            ),
            say("Add “cost: …” to them, an assumed sum where none is known, or 0 where they need no new money."),
        )
