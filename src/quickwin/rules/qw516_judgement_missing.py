"""A program says nothing about something by which most others are judged.

## What it finds

A program that says nothing about a criterion that at least half of the programs state, or about readiness or one of its
pillars where at least half do. What is measured, such as people (QW515), what nobody states (QW613, QW617) and single
items of a pillar are left alone.

## Why it matters

A criterion about which a program says nothing counts as 0, so that it is ranked below those that somebody judged;
and as long as its readiness is not stated it stays at “prepare”. Only its office can close the gap, and has to
be asked in time: by the minutes of Muara Enim the impact of a program may not be surveyed without the office that
owns it ([simpan.muaraenimkab.go.id, 7 Sep
2023](https://simpan.muaraenimkab.go.id/berita/notulensi-sosialisasi-form-dampak-smart-city-tahun-2023)).

## Bad

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
time_to_benefit: 4
impact: {equity: some}
readiness: 4
```

## Good

```yaml
# programs/queue.yaml
name: Online queue of the hospital
dimension: society
time_to_benefit: 4
impact: {ease: {value: 3, assumed: true, note: not judged in the room yet}, equity: some}
readiness: 4
```

## How to mend

Judge it, if only for now: `{value: 3, assumed: true}`. Where it truly changes nothing, write the worst of the scale:
then everybody sees that it was asked. To leave it open, put `# quickwin: ignore[QW516] on Monday` at the end of the
line, or `check: {ignore: [QW516]}` in criteria.yaml.
"""

from collections import Counter
from collections.abc import Collection, Iterator

from quickwin.finding import Place
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.estimate import Estimate
from quickwin.study.problem import enumerated, quoted
from quickwin.study.program import Program
from quickwin.study.study import Candidate, Study

CODE = "QW516"
SEVERITY = "warning"
MOST_NAMED = 3


def check(study: Study) -> Iterator[Remark]:
    """Programs without a judgement that others have."""
    half = len(study.candidates) / 2
    stated = Counter(key for candidate in study.candidates for key in candidate.program.impact)
    counting = [
        leaf.key
        for leaf in study.judge.leaves
        if stated[leaf.key] >= half and leaf.criterion.measure is None and (leaf.weight or leaf.criterion.factor)
    ]
    pillars = list(study.judge.criteria.readiness.pillars)
    answered = Counter(pillar for candidate in study.candidates for pillar in answers(candidate.program, pillars))
    of_readiness = [pillar for pillar in pillars or [""] if answered[pillar] >= half]
    for candidate in study.candidates:
        program = candidate.program
        missing = [key for key in counting if key not in program.impact and key not in begun(candidate)]
        own = answers(program, pillars)
        unready = [pillar for pillar in of_readiness if pillar not in own]
        if missing or unready:
            yield Remark(
                place(candidate, "impact" if missing else "readiness"),
                what(missing, [] if len(unready) == len(of_readiness) else unready, ready=not unready),
                say("Judge it, if only for now with “assumed: true”; the worst of the scale where it changes nothing.")
                if missing
                else say("Ask its owner, or write a guess with “assumed: true”."),
            )


def answers(program: Program, pillars: Collection[str]) -> Collection[str]:
    """The pillars about which a program says something; one without a name where readiness has none."""
    stated = program.readiness
    return (pillars or ("",)) if isinstance(stated, Estimate) else stated or ()


def begun(candidate: Candidate) -> Collection[str]:
    """The criteria that a program names; one with nothing behind it is told by QW117."""
    data = candidate.source.document.data
    impact = data.get("impact") if isinstance(data, dict) else None
    return impact if isinstance(impact, dict) else ()


def place(candidate: Candidate, key: str) -> Place:
    """Where something is missing: the key below which it belongs, or else the program."""
    data = candidate.source.document.data
    written = isinstance(data, dict) and data.get(key) is not None
    return candidate.source.place((key,), key=True) if written else candidate.source.place()


def what(missing: list[str], unready: list[str], *, ready: bool) -> str:
    """What is missing, and what that does; without names among the `unready` it is all of readiness."""
    criteria = enumerated(map(quoted, missing), most=MOST_NAMED)
    pillars = enumerated(map(quoted, unready), most=MOST_NAMED)
    readiness = say("the readiness of {pillars}", pillars=pillars) if unready else say("readiness")
    if ready:
        return say("It says nothing about {criteria}, by which most are judged: that counts as 0.", criteria=criteria)
    if not missing:
        return say("It says nothing about {readiness}: it stays at “prepare”.", readiness=readiness)
    return say(
        "It says nothing about {criteria}, which counts as 0, nor about {readiness}: it stays at “prepare”.",
        criteria=criteria,
        readiness=readiness,
    )
