"""A program is felt so late that nothing of its benefit is counted.

## What it finds

A program whose expected months, with the wait for its money and for the programs that it depends on, and longer the
less ready its owner is, end at the horizon or behind it.

## Why it matters

All its judged numbers are worth nothing in this round, so the room that discusses them loses its time. The
medical-waste plant of Kotawaringin Timur was agreed on 4 September 2021; the first stone came in May 2024
([radarsampit.com, 15 May 2024](https://radarsampit.com/berita/peletakan-batu-pertama-pembangunan-pabrik-pengelolaan-limbah-medis-b3-di-kotim.html/3)),
and in March 2025 it began anew at another site
([kalteng.antaranews.com, 5 Mar 2025](https://kalteng.antaranews.com/berita/747925)).

## Bad

```yaml
# programs/plant.yaml
name: A plant for waste
dimension: society
time_to_benefit: {permits: 12, works: 18}
```

## Good

```yaml
# programs/plant.yaml
name: Waste is fetched by the plant of the next regency
dimension: society
time_to_benefit: {agreement: 3, transport: 2}
```

## How to mend

Split off a part that people feel sooner, free it from what it waits for, or hand it to the five-year plan. A horizon
that is too near for all is `horizon` in criteria.yaml. To keep it as it is: `# quickwin: ignore[QW407] why` at the
end of the line, or `check: {ignore: [QW407]}`.
"""

from collections.abc import Iterator, Mapping

from quickwin.rules.remark import Remark
from quickwin.rules.scores import scored
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Candidate, Study

CODE = "QW407"
SEVERITY = "note"


def check(study: Study) -> Iterator[Remark]:
    """Programs that are felt at the horizon or later."""
    if not study.candidates:
        return
    criteria = study.judge.criteria
    scores = scored(study)[1]
    months, starts = scores.months.tolist(), scores.start.tolist()
    late = [row for row, month in enumerate(months) if round(month - criteria.horizon, 9) >= 0]
    delivered = {one.id: month for one, month in zip(study.candidates, months, strict=True)} if late else {}
    lost = say("its score is 0") if criteria.model.kind == "product" else say("it gets nothing for its time")
    for row in late:
        candidate = study.candidates[row]
        yield Remark(
            candidate.source.place(("time_to_benefit",), key=True),
            say(
                "It is expected to be felt after {months:g} months, {wait}; benefits count up to month {horizon}, "
                "so {lost}.",
                months=round(months[row], 1),
                wait=wait(candidate, starts[row], delivered),
                horizon=criteria.horizon,
                lost=lost,
            ),
            say("Split off a part that is felt sooner, or keep the program for a longer plan."),
        )


def wait(candidate: Candidate, start: float, delivered: Mapping[str, float]) -> str:
    """What a program waits for, and how long, as a part of a sentence."""
    if not round(start, 9):
        return say("all of them its own work")
    before = [one for one in candidate.program.depends_on if round(delivered.get(one, 0.0) - start, 9) >= 0]
    if before:
        return say("of which it waits {start:g} for {program}", start=round(start, 1), program=quoted(min(before)))
    return say("of which it waits {start:g} for its money", start=round(start, 1))
