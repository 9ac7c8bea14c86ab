"""A value is of another kind than the one that is expected.

## What it finds

A list where one text is expected, a text where a list is, a number where names with their values should stand, a
word where true or false is, a choice that there is not, an empty text.

## Why it matters

Often the form is wrong because the thought is. Samarinda's traffic office ran the cameras and its communications
office bought them; 15 of 25 were dead, and nobody knew the count ([nomorsatukaltim.disway.id, 12 Jul
2019](https://nomorsatukaltim.disway.id/read/437/)). A program has one owner who answers for it, and partners who
take part.

## Bad

```yaml
# programs/cameras.yaml
name: Cameras at the crossings
dimension: society
owner: [Dishub, Diskominfo]
time_to_benefit: 6
```

## Good

```yaml
# programs/cameras.yaml
name: Cameras at the crossings
dimension: society
owner: Dishub
partners: [Diskominfo]
time_to_benefit: 6
```

## How to mend

Write what the message asks for: one text behind the colon, a list as `[one, two]`, a group as indented lines of
`key: value`. A text with a colon, a # or brackets in it goes in quotes. `quickwin check --fix` puts brackets around a
single word where a list is expected, and writes true or false for such words as yes or no.
"""

CODE = "QW107"
SEVERITY = "error"
