"""A key is not known here.

## What it finds

A key that a file of this kind does not have: most often misspelt, in another language, or not as far in as it should
be.

## Why it matters

An unknown key that is passed over is a number that nobody counts. Running costs are the ones that are missed:
Semarang had 30% of its neighbourhood cameras dead and no money for upkeep in its budget of 2022, while 8,000 more
were ordered ([rmoljawatengah.id, 25 Jul
2022](https://www.rmoljawatengah.id/diskominfo-kota-semarang-bakal-pasang-8000-kamera-cctv-baru)). Under `opex` the
same money would stand in the file, and not in the plan.

## Bad

```yaml
# programs/cameras.yaml
name: Cameras of the neighbourhoods
dimension: society
owner: Diskominfo
time_to_benefit: 6
cost: {capex: Rp2 miliar, opex: Rp200 juta}
```

## Good

```yaml
# programs/cameras.yaml
name: Cameras of the neighbourhoods
dimension: society
owner: Diskominfo
time_to_benefit: 6
cost: {capex: Rp2 miliar, opex_per_year: Rp200 juta}
```

## How to mend

Take the name that the message proposes; `quickwin check --fix` does so where a slip can mean only one. What no key is
meant for goes into `note`. `quickwin new` writes a program with every key there is; `quickwin schema` lets an editor
complete them.
"""

CODE = "QW105"
SEVERITY = "error"
