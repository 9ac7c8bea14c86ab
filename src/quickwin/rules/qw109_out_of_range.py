"""A number lies outside its range, or numbers are out of order.

## What it finds

A share above 100%, a score beyond its scale, money, people or months below 0, low above high, a deadline after the
horizon, weights that are all 0, a curve that goes back and forth.

## Why it matters

A share above the whole counts something that does not belong to it. Karawang counted 71,533 business numbers against
a target of 50,000 and called it 143.06%, with the 18,000 that were there before counted in ([radarkarawang.id, 16
Dec 2024](https://radarkarawang.id/headline/71-533-pelaku-usaha-urus-nib)). Cut to 100% in silence, nobody would ask.

## Bad

```yaml
# programs/business-numbers.yaml
name: Business numbers for small firms
dimension: economy
owner: DPMPTSP
time_to_benefit: 6
reachable: 143.06%
```

## Good

```yaml
# programs/business-numbers.yaml
name: Business numbers for small firms
dimension: economy
owner: DPMPTSP
time_to_benefit: 6
reachable: 90%
```

## How to mend

The message says which numbers are possible. `30` where a share is expected is most often `30%`; a share is also
written as a fraction, `142/185`, which shows where it comes from.
"""

CODE = "QW109"
SEVERITY = "error"
