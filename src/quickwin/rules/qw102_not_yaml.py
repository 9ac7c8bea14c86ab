"""A file is not valid YAML from some line on.

## What it finds

A quote, bracket or brace that is not closed, a line that is too far in, a colon without a space behind it, a second
colon in a text without quotes, a tab, an invisible character, or two documents where one is expected.

## Why it matters

Behind such a place nothing in the file can be read, so its program would be missing from the ranking without a word.
A list that is one short is easily overlooked: an article on Garut says six quick wins and names five
([potensinetwork.com, 24 May 2024](https://potensinetwork.com/2024/05/24/bappeda-konsep-otomatis/2)).

## Bad

```yaml
# programs/water.yaml
name: Water: from the river
dimension: society
owner: PDAM
time_to_benefit: 6
```

## Good

```yaml
# programs/water.yaml
name: "Water: from the river"
dimension: society
owner: PDAM
time_to_benefit: 6
```

## How to mend

Go to the line and column of the message; it says what was opened and not closed, or what cannot stand there. A text
with a colon, a # or brackets in it is put in quotes. Lines that belong together begin in the same column, with
spaces and never with a tab.
"""

CODE = "QW102"
SEVERITY = "error"
