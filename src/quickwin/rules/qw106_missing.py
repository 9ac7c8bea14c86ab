"""Something is missing that nothing can be judged without.

## What it finds

A program without its name, its months until the benefit is felt, or its dimension; a criterion without a scale; a
criteria.yaml without criteria; dates without the `start` of the round; a key that must say something and is left
empty.

## Why it matters

A quick win is one whose benefit is felt in under 12 months ([ponorogo.go.id, 14 Jul
2022](https://ponorogo.go.id/2022/07/14/)), so a program that does not say when is none that anybody can judge. A
guess in its place would be wrong for those that take longest: the public service mall of Kotawaringin Timur was
planned for 24 months and took 54 (radarsampit.com, 2024).

## Bad

```yaml
# programs/mall.yaml
name: A public service mall
dimension: society
owner: DPMPTSP
```

## Good

```yaml
# programs/mall.yaml
name: A public service mall
dimension: society
owner: DPMPTSP
time_to_benefit: {low: 24, high: 54}
```

## How to mend

Add the line that the message shows. Where nobody knows the number, write a range, and `assumed: true` beside a
number that is a guess: it counts, and is marked wherever it is shown.
"""

CODE = "QW106"
SEVERITY = "error"
