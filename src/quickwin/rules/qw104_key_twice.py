"""A key stands twice where only one can count.

## What it finds

The same key twice in one group, an item of readiness that is listed twice, and one key for two criteria, or for a
criterion and a pillar, anywhere in criteria.yaml.

## Why it matters

Most tools keep the last of the two and say nothing, so the number in the first line of the file is not the one that
is counted. Two amounts for one thing are common: on one day Kutai Kartanegara's grant to each neighbourhood was
reported as Rp50 juta and as Rp150 juta ([dialogis.co](https://dialogis.co/?p=4807) and upnews.id, 10 Sep 2025).
Which of them holds is for people to say.

## Bad

```yaml
# programs/grants.yaml
name: Grants to neighbourhoods
dimension: society
owner: DPMD
time_to_benefit: 6
cost: Rp50 juta
cost: Rp150 juta
```

## Good

```yaml
# programs/grants.yaml
name: Grants to neighbourhoods
dimension: society
owner: DPMD
time_to_benefit: 6
cost: {low: Rp50 juta, high: Rp150 juta}
```

## How to mend

Keep the line that holds, with its source; give the other one a name of its own, or, if nobody knows yet, write both
as a range.
"""

CODE = "QW104"
SEVERITY = "error"
