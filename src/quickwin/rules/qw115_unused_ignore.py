"""A comment silences a finding that is not there.

## What it finds

A comment `# quickwin: ignore[…]` with the code of a rule that has nothing to say about its line, or, where the
comment has a line to itself, about the next line that says something. Only rules that were applied to the file are
counted.

## Why it matters

The comment says that somebody knows of a fault. Once the fault is mended it says what is no longer so, and on the
day on which it comes back nobody is told.

## Bad

```yaml
# programs/water.yaml
name: Water for the harbour  # quickwin: ignore[QW501] decided in the fourth workshop
dimension: society
owner: PDAM
time_to_benefit: 6
```

## Good

```yaml
# programs/water.yaml
name: Water for the harbour
dimension: society
owner: PDAM
time_to_benefit: 6
```

## How to mend

Delete the comment, or the code in it that does nothing; `quickwin check --fix` does so. If it belongs to another
line, move it to the end of that line. Not wanted at all: `check: {ignore: [QW115]}` in criteria.yaml.
"""

CODE = "QW115"
SEVERITY = "warning"
