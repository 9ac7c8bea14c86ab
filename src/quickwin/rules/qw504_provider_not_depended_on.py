"""A program needs what is scarce here and waits for none of the candidates that bring it.

## What it finds

An enabler among its `needs` covers less than `check: scarce` of the place (half, unless written), other candidates
provide it, and the program depends on none of these, directly or through others. A program that states
`reachable` is left alone.

## Why it matters

The score then counts only the people who have the enabler already. That is right for a program made for them, and
too little for one that is meant for the others: Kotim's satellite links for villages need electricity
([tintaborneo.com, 30 Oct 2024](https://tintaborneo.com/2024/10/kotim-targetkan-nol-blank-spot-internet-di-2025-dengan-program-starlink)),
and 25 of its villages were dark on 2 October 2024
([bakabar.com](https://bakabar.com/post/25-desa-di-kotim-belum-teraliri-listrik-m1rkrqor)), and still on 7 January 2025
(prokalteng.jawapos.com).

## Bad

```yaml
# contexts/place.yaml, changed: coverage
coverage: {electricity: 30%, internet: 40%}
```

```yaml
# programs/power.yaml
name: Power for forty villages
dimension: society
time_to_benefit: 9
provides: {electricity: 20%}
```

```yaml
# programs/pumps.yaml
name: Electric pumps for the fields
dimension: economy
time_to_benefit: 4
needs: [electricity]
```

## Good

```yaml
# contexts/place.yaml, changed: coverage
coverage: {electricity: 30%, internet: 40%}
```

```yaml
# programs/power.yaml
name: Power for forty villages
dimension: society
time_to_benefit: 9
provides: {electricity: 20%}
```

```yaml
# programs/pumps.yaml
name: Electric pumps for the fields
dimension: economy
time_to_benefit: 4
needs: [electricity]
depends_on: [power]
```

## How to mend

If it is meant for those who get the enabler first, add the provider to `depends_on`; it then starts later and reaches
more. If it is for those who have it already, nothing is wrong: put `# quickwin: ignore[QW504] why` at the end of the
line, or state `reachable`. The limit is `check: {scarce: 30%}` in criteria.yaml.
"""

from collections.abc import Iterator

from quickwin.rules.lineage import followers, served
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import enumerated, quoted
from quickwin.study.study import Study

CODE = "QW504"
SEVERITY = "note"


def check(study: Study) -> Iterator[Remark]:
    """Programs that need a scarce enabler and wait for none of its providers."""
    limit, coverage = study.judge.criteria.checks.scarce, study.judge.context.coverage
    scarce = {enabler: fact.value for enabler, fact in coverage.items() if round(limit - fact.value, 9) > 0}
    following = followers(study.candidates) if scarce else {}
    for enabler, share in scarce.items():
        needing = [one for one in study.candidates if enabler in one.program.needs and one.program.reachable is None]
        providers = [quoted(one.id) for one in study.candidates if enabler in one.program.provides]
        waiting = served(enabler, study.candidates, following) if needing and providers else set()
        for candidate in needing if providers else ():
            if candidate.id not in waiting:
                yield Remark(
                    candidate.source.place(("needs", candidate.program.needs.index(enabler))),
                    say(
                        "{enabler} is there for {share:.3g} % only, and the program waits for none of the candidates "
                        "that bring it: {ids}. So it counts only those who have it already.",
                        enabler=quoted(enabler),
                        share=100 * share,
                        ids=enumerated(providers, most=2),
                    ),
                    say("If it is meant for the others too, name one of these in “depends_on”."),
                )
