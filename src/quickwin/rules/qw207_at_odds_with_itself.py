"""A program depends on itself, or on what it conflicts with.

## What it finds

A program whose own id stands in its `depends_on` or `conflicts_with`, or that has another program in both of these
lists.

## Why it matters

It could never be done: it would wait for itself, or need a program that must not be done beside it. It happens where
a file is copied for a new program and one of its lists is not read again.

## Bad

```yaml
# programs/harbour.yaml
name: A quay for small boats
dimension: economy
owner: Dishub
time_to_benefit: 9
depends_on: [road]
conflicts_with: [road]
```

## Good

```yaml
# programs/harbour.yaml
name: A quay for small boats
dimension: economy
owner: Dishub
time_to_benefit: 9
depends_on: [road]
```

## How to mend

Delete the id from one of the two lists. `conflicts_with` is for two programs of which only one can be chosen, since
they take the same place or the same crew.
"""

CODE = "QW207"
SEVERITY = "error"
