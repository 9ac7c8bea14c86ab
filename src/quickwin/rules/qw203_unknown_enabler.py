"""An enabler, a fact or a kind of money is named that there is not.

## What it finds

Something in `needs` or `provides` that the context has no `coverage` of, a fact in `per` that the context does not
have, and a `status` of funding that `budget_opens` does not date.

## Why it matters

What people must already have decides whom a program reaches: without power there is no signal
([sampit.prokal.co](https://sampit.prokal.co/read/news/40078)), and on 7 January 2025 there were 25 villages of
Kotawaringin Timur without (prokalteng.jawapos.com). A need under a name that the context does not know would cost
nothing, and the program would seem to reach them all.

## Bad

```yaml
# programs/dishes.yaml
name: Satellite dishes for schools
dimension: society
owner: Diskominfo
time_to_benefit: 6
needs: [listrik]
```

## Good

```yaml
# programs/dishes.yaml
name: Satellite dishes for schools
dimension: society
owner: Diskominfo
time_to_benefit: 6
needs: [electricity]
```

## How to mend

Take the name that the context uses (`quickwin check --fix` does so where a slip can mean only one), or add the enabler
there with its share, its year and its source: `coverage: {road: {value: 150/185, year: 2022, source: …}}`. Where a
program's reach is known, state `reachable` in place of `needs`.
"""

CODE = "QW203"
SEVERITY = "error"
