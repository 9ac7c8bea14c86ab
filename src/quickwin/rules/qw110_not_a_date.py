"""A date cannot be read for certain.

## What it finds

A date in another order than year, month, day, a day that the calendar does not have, or a text where a date is
expected.

## Why it matters

1/9/2022 is the first of September in Jakarta and the ninth of January in Washington, and eight months decide whether
a program is quick. A wrong date is hard to see later: sales of Surabaya's E-Peken were reported “since July 2021”,
and it was launched on 31 October 2021 (reports of 2022 and early 2023).

## Bad

```yaml
# criteria.yaml, changed: start
start: 1/9/2022
```

## Good

```yaml
# criteria.yaml, changed: start
start: 2022-09-01
```

## How to mend

Write year, month and day with dashes: `2022-09-01`. Where a month or a year is enough, as for a KPI's `by`, write
`2023-06` or `2023`. `quickwin check --fix` turns round a date that can be read in one way only.
"""

CODE = "QW110"
SEVERITY = "error"
