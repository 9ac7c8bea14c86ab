"""A file uses a feature of YAML that is not used here.

## What it finds

A tag such as `!!int`, keys taken over from elsewhere with `<<`, a line that begins with `%`, a list or group of keys
as a key, an alias `*name` that stands for nothing, and files beyond the limits: 40 levels, 10,000 documents, 500,000
values.

## Why it matters

What a file says must be there for everybody to read. With these features a number stands in one place and counts in
another, or the same text is read in two ways by two tools; a tag can even ask the reader to run a program. In the
meeting nobody sees that, and a file is to mean what the eye sees.

## Bad

```yaml
# programs/water.yaml
name: Water for the harbour
dimension: society
owner: PDAM
time_to_benefit: 6
beneficiaries: !!int 5000
```

## Good

```yaml
# programs/water.yaml
name: Water for the harbour
dimension: society
owner: PDAM
time_to_benefit: 6
beneficiaries: 5000
```

## How to mend

Write the value out where it counts, and delete the sign. If it is part of a text (`note: "!important"`), put the
whole text in quotes.
"""

CODE = "QW103"
SEVERITY = "error"
