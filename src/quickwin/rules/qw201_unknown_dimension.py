"""A program names a dimension or subdimension that there is not.

## What it finds

A `dimension` that criteria.yaml does not list, by its key or by one of its `aliases`, and a `subdimension` that its
dimension does not have.

## Why it matters

The dimension sets the program's priority and the quota that it counts against. The press gets the names wrong: for
one workshop ANTARA lists Infrastructure and People among the six ([kalteng.antaranews.com, 22 Sep
2022](https://kalteng.antaranews.com/berita/592465)), where Radar Sampit has Branding and Society. A program filed
under the wrong one takes another's place.

## Bad

```yaml
# programs/speed-boats.yaml
name: Safe speed boats
dimension: people
owner: Dishub
time_to_benefit: 6
```

## Good

```yaml
# programs/speed-boats.yaml
name: Safe speed boats
dimension: society
owner: Dishub
time_to_benefit: 6
```

## How to mend

Write one of the dimensions that criteria.yaml lists; `quickwin check --fix` mends a slip that can mean only one. Where
people here use another name for one of them, list it there: `society: {aliases: [people, masyarakat]}`.
"""

CODE = "QW201"
SEVERITY = "error"
