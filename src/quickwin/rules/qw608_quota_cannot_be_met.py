"""A number of programs to choose cannot be met.

## What it finds

- a dimension whose `quota` asks for more programs than it has candidates;
- quotas that together ask for more than `plan: {total: …}` allows;
- quotas, and candidates, that together allow fewer than `plan: {total: …}` asks for.

Candidates are counted only where every program could be read; a dimension without any is told by QW606.

## Why it matters

No plan can keep to such numbers, whatever it costs; `quickwin rank` does not look at them, so that nobody notices
before the last workshop. Ponorogo went from 26 nominations to one or two a dimension
([ponorogo.go.id, 14 Jul 2022](https://ponorogo.go.id/2022/07/14/diskominfo-tetapkan-26-nominasi-program-unggulan-smart-city-ponorogo/)):
there have to be some to leave out.

## Bad

```yaml
# criteria.yaml, changed: dimensions
dimensions:
  society: {quota: [2, 3]}
  economy: {quota: [1, 2]}
```

## Good

```yaml
# criteria.yaml, changed: dimensions
dimensions:
  society: {quota: [1, 2]}
  economy: {quota: [1, 2]}
```

## How to mend

Lower the least of the quota, look for more candidates, or widen the total. To silence it until more candidates are
in: `# quickwin: ignore[QW608] more come in July` at the end of the line.
"""

from collections import Counter
from collections.abc import Iterator

from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW608"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Quotas and a total that no plan can keep to."""
    there = counted(study)
    yield from quotas_above_candidates(study, there)
    yield from total_against_quotas(study, there)


def counted(study: Study) -> Counter[str | None] | None:
    """How many candidates each dimension has; None where nobody can say."""
    if not study.complete or not study.candidates:
        return None
    return Counter(candidate.program.dimension for candidate in study.candidates)


def quotas_above_candidates(study: Study, there: Counter[str | None] | None) -> Iterator[Remark]:
    """Dimensions with fewer candidates than they are to send."""
    for key, dimension in study.judge.criteria.dimensions.items() if there else ():
        if there and dimension.quota and 0 < there[key] < dimension.quota.least:
            yield Remark(
                study.judge.source.place(("dimensions", key, "quota")),
                say(
                    "At least {least} programs of {key} are to be chosen, and there are only {count}.",
                    least=dimension.quota.least,
                    key=quoted(key),
                    count=there[key],
                ),
                say("Lower the first number of the quota, or look for more candidates."),
            )


def total_against_quotas(study: Study, there: Counter[str | None] | None) -> Iterator[Remark]:
    """A total that is at odds with the quotas and the candidates of the dimensions."""
    total, dimensions = study.judge.criteria.plan.total, study.judge.criteria.dimensions
    if total is None:
        return
    place = study.judge.source.place(("plan", "total"))
    least = sum(one.quota.least for one in dimensions.values() if one.quota)
    if total.most is not None and least > total.most:
        yield Remark(
            place,
            say(
                "The quotas together ask for at least {least} programs, the plan allows {most}.",
                least=least,
                most=total.most,
            ),
            say("Raise the total, or lower the first numbers of the quotas."),
        )
    most = most_that_can_be(study, there)
    if most is not None and most < total.least:
        yield Remark(
            place,
            say(
                "The plan asks for at least {least} programs; no more than {most} can be chosen.",
                least=total.least,
                most=most,
            ),
            say("Lower the total, raise the second numbers of the quotas, or look for more candidates."),
        )


def most_that_can_be(study: Study, there: Counter[str | None] | None) -> int | None:
    """How many programs the quotas and the candidates allow together; None where nothing limits them."""
    dimensions = study.judge.criteria.dimensions
    if not dimensions:
        return there.total() if there else None
    bounds = [one.quota.most if one.quota else None for one in dimensions.values()]
    if there:
        return sum(
            min(there[key], there[key] if most is None else most) for key, most in zip(dimensions, bounds, strict=True)
        )
    known = [most for most in bounds if most is not None]
    return sum(known) if len(known) == len(bounds) else None
