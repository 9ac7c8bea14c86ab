"""The text of a new program: every key of the model, explained, and filled in so that it can be read at once.

What stands in for a number that is not known yet says the least: no people, the worst score, the latest
month, no money. So a program that nobody has filled in is never a quick win.
"""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from quickwin.files.quoting import quoted
from quickwin.say import say
from quickwin.study.backing import Cost, Evidence, Funding, Indicator
from quickwin.study.criterion import Leaf
from quickwin.study.mapping import Keys
from quickwin.study.problem import enumerated
from quickwin.study.program import Program
from quickwin.study.quantity import Kind, write
from quickwin.study.study import Judge
from quickwin.study.times import NONE, SECURED

WIDTH = 110
BARE = re.compile(r"-?(?:0|[1-9][0-9]*)")
PREFACE = (
    say(
        "Replace every number whose note says “replace this”, and write in the note where yours comes from. "
        "“assumed: true” may go once somebody has measured it."
    ),
    say(
        "A line that begins with # and a word, such as “#owner:”, may stay as it is. "
        "To use it, delete the #, also in front of the indented lines below it, and write your own."
    ),
    say("A number may have a range and a source: {low: 8, likely: 12, high: 20, source: Register of 2026}."),
)
PHASES = say("“6 weeks” will do too, and so will phases: {procurement: 2, rollout: 3}.")
BUDGET = quoted(say("This year's budget"))
KPI = {"name": "average wait", "unit": "minutes", "baseline": "180", "target": "30", "by": "2028-06"}
DOCUMENT = {"title": "A report", "url": "https://example.org/report", "date": "2026-08-22"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known of a program that is to be written, and the ids of those that are there already."""

    id: str
    name: str
    dimension: str | None = None
    owner: str | None = None
    schema: str | None = None
    others: tuple[str, ...] = ()


def blank(judge: Judge, wanted: Wanted) -> str:
    """The YAML text of a program that a study accepts, with every key that a program may have.

    Lines that may stay away begin with # and, without it, are accepted too.
    """
    filled, samples, hints = _filled(judge, wanted), _samples(judge, wanted), _hints(judge, wanted)
    lines = [f"# yaml-language-server: $schema={wanted.schema}"] if wanted.schema else []
    for sentence in (wanted.name, "", *PREFACE):
        lines += _comment(sentence)
    for key, info in Program.model_fields.items():
        lines += ["", *_comment(_meaning(info))]
        lines += _comment(hints[key]) if key in hints else []
        lines += filled.get(key) or [f"#{line}" for line in samples.get(key, [f"{key}: …"])]
    return "\n".join(lines) + "\n"


def _filled(judge: Judge, wanted: Wanted) -> dict[str, list[str]]:
    """The lines of the keys that count at once."""
    criteria = judge.criteria
    filled = {
        "id": [f"id: {quoted(wanted.id)}"],
        "name": [f"name: {quoted(wanted.name)}"],
        "time_to_benefit": [f"time_to_benefit: {_stand_in(str(criteria.horizon))}"],
        "readiness": _readiness(judge),
    }
    if wanted.dimension is not None:
        filled["dimension"] = [f"dimension: {quoted(wanted.dimension)}"]
    if wanted.owner is not None:
        filled["owner"] = [f"owner: {quoted(wanted.owner)}"]
    if any(leaf.criterion.measure in {"beneficiaries", "cost_per_beneficiary"} for leaf in judge.leaves):
        filled["beneficiaries"] = [f"beneficiaries: {_stand_in('0')}"]
    judged = [leaf for leaf in judge.leaves if not leaf.criterion.measure]
    if judged:
        filled["impact"] = ["impact:", *(line for leaf in judged for line in _performance(judge, leaf))]
    if criteria.budget_opens is not None:
        lines = _keys(Funding, {"source": BUDGET, "status": NONE})
        filled["funding"] = ["funding:", *(line if "status:" in line else f"#{line}" for line in lines)]
    return filled


def _performance(judge: Judge, leaf: Leaf) -> list[str]:
    """The lines of one criterion: its title and scale, and its worst performance."""
    scale = leaf.scale
    if scale.levels:
        worst = quoted(min(scale.levels, key=lambda name: scale.levels[name]))
        said = say("{title}: one of {levels}", title=leaf.title, levels=enumerated(map(quoted, scale.levels)))
    else:
        ends = sorted((scale.points[0], scale.points[-1]), key=lambda point: point[1])
        low, high = (_number(end[0] * scale.divisor, judge) for end in ends)
        worst, said = low, say("{title}: from {low} (worst) to {high} (best)", title=leaf.title, low=low, high=high)
    return [*_comment(said, "  "), f"  {quoted(leaf.key)}: {_stand_in(worst)}"]


def _readiness(judge: Judge) -> list[str]:
    """The lines of readiness: each pillar, with its items where it has any."""
    readiness = judge.criteria.readiness
    worst = _number(readiness.scale.worst, judge)
    if not readiness.pillars:
        return [f"readiness: {_stand_in(worst)}"]
    lines = ["readiness:"]
    for key, pillar in readiness.pillars.items():
        if pillar.items:
            lines += [f"  {quoted(key)}:", *(f"    {quoted(item)}: {_stand_in(worst)}" for item in pillar.items)]
        else:
            lines.append(f"  {quoted(key)}: {_stand_in(worst)}")
    return lines


def _samples(judge: Judge, wanted: Wanted) -> dict[str, list[str]]:
    """The lines of the keys that may stay away, as they look when they are used."""
    part = next(iter(_subdimensions(judge, wanted)), say("…"))
    enabler = next((quoted(name) for name in judge.context.coverage), None)
    depends, conflicts = ([quoted(other) for other in wanted.others[:2]] + ["", ""])[:2]
    return {
        "subdimension": [f"subdimension: {quoted(part)}"],
        "owner": [f"owner: {quoted(say('Office for …'))}"],
        "partners": [f"partners: [{say('Another office')}, {say('a company')}]"],
        "problem": [f"problem: {say('What goes wrong today, and for whom.')}"],
        "target_group": [f"target_group: {quoted(say('Residents of …'))}"],
        "fallback": [f"fallback: {quoted(say('The counter stays open, and …'))}"],
        "beneficiaries": [f"beneficiaries: {_stand_in('0')}"],
        "lasts": ["lasts: 12 months"],
        "impact": ["impact: {}"],
        "needs": [f"needs: [{enabler or ''}]"],
        "provides": ["provides:", f"  {enabler}: {_stand_in('10%')}"] if enabler else ["provides: {}"],
        "reachable": [f"reachable: {_stand_in('90%')}"],
        "cost": ["cost:", *_keys(Cost, {"capex": _money(5e8, judge), "opex_per_year": _money(1e8, judge)})],
        "funding": ["funding:", *_keys(Funding, {"source": BUDGET, "status": SECURED})],
        "depends_on": [f"depends_on: [{depends}]"],
        "conflicts_with": [f"conflicts_with: [{conflicts}]"],
        "kpi": ["kpi:", *_item(Indicator, KPI)],
        "legal_basis": [f"legal_basis: [{say('The rule that it rests on')}]"],
        "evidence": ["evidence:", *_item(Evidence, DOCUMENT)],
        "note": [f"note: {say('Anything a reader should know.')}"],
    }


def _hints(judge: Judge, wanted: Wanted) -> dict[str, str]:
    """What to know about a key in this study, beyond what it means."""
    criteria, coverage = judge.criteria, judge.context.coverage
    scale, kinds = criteria.readiness.scale, criteria.budget_opens
    covered = [f"{name} {fact.value:.0%}" for name, fact in coverage.items()]
    hints = {
        "id": say("Other programs name it by this."),
        "time_to_benefit": PHASES,
        "needs": say("People here have: {names}.", names=enumerated(covered) or say("nothing that the context lists")),
        "readiness": say(
            "From {worst:g}, nothing is there, to {best:g}, all is there; criteria.yaml says what is asked.",
            worst=scale.worst,
            best=scale.best,
        ),
    }
    if criteria.dimensions:
        hints["dimension"] = _one_of(criteria.dimensions)
    if parts := _subdimensions(judge, wanted):
        hints["subdimension"] = _one_of(parts)
    if kinds is not None:
        opens = {kind: say("from month {month:.3g} on", month=month) for kind, month in kinds.items()}
        known = {SECURED: say("the money is there")} | opens | {NONE: say("nobody pays yet")}
        hints["funding"] = say(
            "The status is one of: {known}.", known=", ".join(f"{kind} ({means})" for kind, means in known.items())
        )
    if wanted.others:
        hints["depends_on"] = say("There are: {ids}.", ids=enumerated(wanted.others))
    return hints


def _one_of(names: Iterable[str]) -> str:
    return say("One of: {names}.", names=", ".join(names))


def _money(amount: float, judge: Judge) -> str:
    return _stand_in(quoted(write(amount, Kind.MONEY, judge.grammar)))


def _number(value: float, judge: Judge) -> str:
    """A number as YAML: whole ones bare, others in quotes, so that no reader takes them for something else."""
    text = write(value, Kind.NUMBER, judge.grammar)
    return text if BARE.fullmatch(text) else quoted(text)


def _subdimensions(judge: Judge, wanted: Wanted) -> Sequence[str]:
    found = judge.criteria.dimensions.get(wanted.dimension or "")
    return found.subdimensions if found else ()


def _keys(model: type[Keys], values: dict[str, str]) -> list[str]:
    """Every key of a mapping, each with what it means."""
    written = {key: f"{key}: {values.get(key, '…')}" for key in model.model_fields}
    width = max(map(len, written.values()))
    return [f"  {line:{width}}  # {_meaning(model.model_fields[key])}" for key, line in written.items()]


def _item(model: type[Keys], values: dict[str, str]) -> list[str]:
    """Every key of a mapping that is the one item of a list."""
    first, *rest = _keys(model, values)
    return ["  - " + first.strip(), *("  " + line for line in rest)]


def _stand_in(value: str) -> str:
    return f"{{value: {value}, assumed: true, note: {say('replace this')}}}"


def _meaning(info: FieldInfo) -> str:
    return (info.description or "").rstrip(".") + "."


def _comment(sentence: str, indent: str = "") -> list[str]:
    """A sentence behind #, on as many lines as it takes; whatever it quotes stays on them."""
    seen = "".join(sign if sign.isprintable() else " " for sign in sentence)
    return [f"{indent}# {line}" for line in textwrap.wrap(" ".join(seen.split()), WIDTH)] or [f"{indent}#"]
