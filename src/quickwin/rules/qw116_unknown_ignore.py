"""A comment is to silence a rule that there is not.

## What it finds

A comment `# quickwin: ignore[…]` with a code that no rule has, with the beginning of several (`QW4`), or with none
at all.

## Why it matters

The comment does nothing, and whoever wrote it believes that it does. A slip in one digit can even silence, one day,
a rule that nobody meant.

## Bad

```yaml
# programs/water.yaml
name: Water for the harbour  # quickwin: ignore[QW051] decided in the fourth workshop
dimension: society
time_to_benefit: 6
```

## Good

```yaml
# programs/water.yaml
name: Water for the harbour  # quickwin: ignore[QW501] decided in the fourth workshop
dimension: society
time_to_benefit: 6
```

## How to mend

Write the code as it stands in the finding, several with commas between them, and why behind the bracket: `#
quickwin: ignore[QW501, QW401] decided in May`. “quickwin rule” lists all codes. Not wanted at all: `check: {ignore:
[QW116]}` in criteria.yaml.
"""

CODE = "QW116"
SEVERITY = "warning"
