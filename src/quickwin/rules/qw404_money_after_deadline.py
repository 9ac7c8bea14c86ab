"""The money of a program opens when it is too late for a quick win.

## What it finds

A program whose kind of money opens, by `budget_opens`, at or after the deadline or even the horizon of the round.

## Why it matters

Money that is not in this year's budget is often the longest wait of all. The camera network of Malang city failed in
its tender in 2018 and was back in the amended budget of 2019
([news.republika.co.id](https://news.republika.co.id/berita/pexrxc368)); a quick win of one year was over by then.

## Bad

```yaml
# criteria.yaml, changed: budget_opens
budget_opens: {next: 2023-01-01, later: 2024-01-01}
```

```yaml
# programs/cameras.yaml
name: Cameras at the harbour
dimension: society
time_to_benefit: 4
funding: {source: APBD, status: later}
```

## Good

```yaml
# criteria.yaml, changed: budget_opens
budget_opens: {next: 2023-01-01, later: 2024-01-01}
```

```yaml
# programs/cameras.yaml
name: Cameras at the harbour
dimension: society
time_to_benefit: 4
funding: {source: APBD, status: next}
```

## How to mend

Find money that opens sooner for the whole or for a first part, or keep the program for the next round. If the date is
a slip, correct it in `budget_opens`. To keep it as a program that is known to be late:
`# quickwin: ignore[QW404] kept for the next round` at the end of the line.
"""

from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW404"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Programs whose money opens at the deadline or later."""
    criteria = study.judge.criteria
    late = {
        kind: opens for kind, opens in (criteria.budget_opens or {}).items() if round(opens - criteria.deadline, 9) >= 0
    }
    for candidate in study.candidates if late else ():
        funding = candidate.program.funding
        if funding is None or funding.status not in late:
            continue
        opens = late[funding.status]
        past_horizon = round(opens - criteria.horizon, 9) >= 0
        after = say("the horizon is {months:g}", months=criteria.horizon)
        if not past_horizon:
            after = say("the deadline of a quick win is {months:g}", months=round(criteria.deadline, 1))
        yield Remark(
            candidate.source.place(("funding", "status")),
            say(
                "Its money, {kind}, opens {opens:g} months after the start; {after}.",
                kind=quoted(funding.status),
                opens=round(opens, 1),
                after=after,
            ),
            say("Find money that opens sooner, or keep the program for the next round."),
        )
