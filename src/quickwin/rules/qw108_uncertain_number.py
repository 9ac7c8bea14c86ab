"""A number cannot be read for certain.

## What it finds

A number that can mean two things (`1.200` is 1200 here and 1.2 there), one with a word that is not known (`Rp5 M`),
a comma that cuts a number inside brackets, the wrong unit (a percentage of people), and what is no number at all.

## Why it matters

A dot, or a word too many, is a factor of a thousand or of a billion. The sales of Surabaya's E-Peken were printed as
“35,471,640,152 miliar”: it was Rp35 billion, and the word behind it makes that a billion times as much (JawaPos,
early 2023). In files of Indonesia a dot parts thousands and a comma decimals, in English ones it is the other way
round, so that a guess would be wrong half the time.

## Bad

```yaml
# programs/market.yaml
name: A market on the phone
dimension: economy
owner: Dinkopdag
time_to_benefit: 6
beneficiaries: 4.034
```

## Good

```yaml
# programs/market.yaml
name: A market on the phone
dimension: economy
owner: Dinkopdag
time_to_benefit: 6
beneficiaries: 4034
```

## How to mend

Take the one of the proposed forms that is meant: bare digits (`4034`), an amount with its word (`Rp2,7 miliar`), a
share (`30%`, `142/185`), a time with its unit (`6 weeks`), a range (`{low: 8, high: 15}`). A number with a comma is
put in quotes where it stands between brackets. `quickwin check --fix` writes what can be meant in one way only; where
it may be thousands or decimals, say which with `--numbers thousands` or `--numbers decimal`. Which sign parts decimals
is said by `currency` in the context.
"""

CODE = "QW108"
SEVERITY = "error"
