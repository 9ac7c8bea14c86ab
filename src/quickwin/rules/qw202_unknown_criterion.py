"""A program names a criterion, level, pillar or item that there is not.

## What it finds

A key below `impact` that is no criterion with a scale, a level that its criterion does not have, and a pillar or
item below `readiness` that criteria.yaml does not ask for.

## Why it matters

A judgement under a name that nobody knows does not count, and the one that is missing counts as the worst. Names of
readiness differ from one study to the next: one of Wonogiri speaks of nature, structure, infrastructure,
superstructure and culture ([ijstm.inarah.co.id](https://ijstm.inarah.co.id/index.php/ijstm/article/view/706)), and
regencies of structure, infrastructure and suprastructure.

## Bad

```yaml
# programs/library.yaml
name: A library on the phone
dimension: society
owner: Dinas Perpustakaan
time_to_benefit: 6
readiness: {superstructure: 4}
```

## Good

```yaml
# programs/library.yaml
name: A library on the phone
dimension: society
owner: Dinas Perpustakaan
time_to_benefit: 6
readiness: {suprastructure: 4}
```

## How to mend

Take the name that the message proposes (`quickwin check --fix` does so where a slip can mean only one), or add the
criterion, level, pillar or item to criteria.yaml: then every program is asked for it.
"""

CODE = "QW202"
SEVERITY = "error"
