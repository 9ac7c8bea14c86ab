"""Keys stand together that do not go together.

## What it finds

Two keys that say the same twice (`value` and `likely`), one that needs another (`low` without `high`), two scales in
one criterion, a factor with a weight, an impact that is measured elsewhere, a name that is reserved or stands for
two dimensions.

## Why it matters

Two statements of one thing, and one of them is wrong. An article on digital identity cards in Samarinda prints both
21,745 and 21,735 people ([mataram.antaranews.com, 31 Oct 2023](https://mataram.antaranews.com/amp/berita/305043)).
To take one of them in silence would be to choose for the author.

## Bad

```yaml
# programs/identity.yaml
name: Digital identity cards
dimension: society
owner: Disdukcapil
time_to_benefit: 6
beneficiaries: {value: 21745, likely: 21735}
```

## Good

```yaml
# programs/identity.yaml
name: Digital identity cards
dimension: society
owner: Disdukcapil
time_to_benefit: 6
beneficiaries: {low: 21735, high: 21745, note: both in one article}
```

## How to mend

Keep the key that you mean and delete the other, or add the one that is missing, as the message says. A number that
is not certain is a range: `{low: …, likely: …, high: …}`.
"""

CODE = "QW112"
SEVERITY = "error"
