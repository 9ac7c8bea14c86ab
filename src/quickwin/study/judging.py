"""criteria.yaml as a whole: what must hold between its keys, and what programs are read against.

A broken criteria.yaml must not hide the mistakes of the programs, so what is sound in it is saved: the
broken parts are cut out, their names kept as doubtful, and programs are read against the rest.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import takewhile
from typing import TypeVar, cast

from quickwin.files.yaml import Data
from quickwin.finding import Path
from quickwin.say import say
from quickwin.study.context import Context, Currency, read_currency
from quickwin.study.criteria import Criteria
from quickwin.study.criterion import Leaf, leaves
from quickwin.study.mapping import read_mapping, read_model
from quickwin.study.problem import Gathering, Problem, Refused, quoted
from quickwin.study.quantity import Grammar
from quickwin.study.reading import Reading
from quickwin.study.times import NONE, SECURED, months_or_date, read_date, whole_months

T = TypeVar("T")

SCALE = ("measure", "per", "levels", "curve", "worst", "best")
"""Keys of a criterion without which a performance of it cannot be read."""
ROUNDS = 20
"""How often a broken criteria.yaml is cut before the rest is given up."""


def grammar_of(data: Data) -> Grammar:
    """How numbers are written in a study with this context, as far as that can be read."""
    given = data.get("currency") if isinstance(data, dict) else None
    keys = {}
    for key in ("symbol", "decimal"):
        part = given.get(key) if isinstance(given, dict) else None
        try:
            keys[key] = getattr(read_currency({key: part}, Reading()), key)
        except Refused:
            keys[key] = getattr(Currency(), key)
    return Grammar(**keys)


def certain(problems: Iterable[Problem], doubtful: frozenset[str]) -> tuple[Problem, ...]:
    """The problems that are mistakes even where the currency could not be read, by which numbers are written."""
    known = doubtful.isdisjoint({"currency", "currency.symbol", "currency.decimal"})
    return tuple(problem for problem in problems if known or problem.code != "QW108")


def read_context(data: Data, grammar: Grammar) -> tuple[Context | None, tuple[Problem, ...], frozenset[str]]:
    """The context as far as it can be read, its problems, and the names that are doubtful by them."""
    reading = Reading(grammar)
    context, problems, doubtful = _saved(lambda part: read_model(Context, part, reading, say("a context")), data)
    return context, problems, doubtful


def around(context: Context | None, grammar: Grammar, criteria: Data, doubtful: frozenset[str]) -> Reading:
    """What criteria.yaml is read against; without a context that can be read, no fact is known."""
    reading = Reading(grammar, doubtful=doubtful)
    if context is not None:
        facts = {name: fact.value for name, fact in context.facts.items()}
        reading = replace(reading, facts=facts, enablers=tuple(context.coverage))
    if isinstance(criteria, dict) and criteria.get("start") is not None:
        try:
            return replace(reading, start=read_date(criteria["start"], reading))
        except Refused:
            return replace(reading, doubtful=doubtful | {"start"})
    return reading


def read_criteria(data: Data, reading: Reading) -> tuple[Criteria | None, tuple[Problem, ...], frozenset[str]]:
    """criteria.yaml as far as it can be read, its problems, and the names that are doubtful by them."""
    criteria, problems, doubtful = _saved(lambda part: _whole(part, reading), data)
    return criteria, certain(problems, reading.doubtful), doubtful


def _saved(read: Callable[[Data], T], data: Data) -> tuple[T | None, tuple[Problem, ...], frozenset[str]]:
    problems: tuple[Problem, ...] = ()
    doubtful: frozenset[str] = frozenset()
    for _ in range(ROUNDS):
        try:
            return read(data), problems, doubtful
        except Refused as refused:
            problems = problems or refused.problems
            if any(not problem.path for problem in refused.problems):
                break
            data, names = _cut(data, [problem.path for problem in refused.problems])
            doubtful |= names
    return None, problems, doubtful


def _cut(data: Data, paths: list[Path]) -> tuple[Data, frozenset[str]]:
    """The data without what stands at the paths, and every name that went with it, the path itself among them."""
    whole, names = dict(data) if isinstance(data, dict) else {}, set[str]()
    copies: dict[Path, dict[str, Data]] = {(): whole}
    for path in paths:
        keys = tuple(str(part) for part in takewhile(lambda part: isinstance(part, str), path))
        holder = _copied(copies, keys[:-1])
        if holder is not None and keys[-1] in holder:
            names.update({keys[-1], ".".join(keys)})
            names.update(_names(holder.pop(keys[-1])))
    return whole, frozenset(names | {name.casefold() for name in names})


def _copied(copies: dict[Path, dict[str, Data]], path: tuple[str, ...]) -> dict[str, Data] | None:
    """The mapping at a path in the first of the `copies`, with all above it copied once, so that it may be changed."""
    holder = copies[()]
    for depth, key in enumerate(path, 1):
        inner = holder.get(key)
        if not isinstance(inner, dict):
            return None
        if path[:depth] not in copies:
            copies[path[:depth]] = holder[key] = dict(inner)
        holder = copies[path[:depth]]
    return holder


def _names(data: Data) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for part in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield str(part[0])
        yield from _names(part[1])


def _whole(data: Data, reading: Reading) -> Criteria:
    mapping = read_mapping(data, say("keys such as “criteria”"), say("Write it as lines of “key: value”."))
    gathering = Gathering()
    criteria = gathering.take((), lambda: read_model(Criteria, mapping, reading, say("criteria.yaml")))
    check_times(mapping, reading, gathering)
    check_names(mapping, gathering)
    gathering.close()
    return cast("Criteria", criteria)


def check_times(mapping: Mapping[str, Data], reading: Reading, gathering: Gathering) -> None:
    """The deadline lies within the horizon."""
    try:
        deadline = 12.0 if mapping.get("deadline") is None else months_or_date(mapping["deadline"], reading)
        horizon = 24 if mapping.get("horizon") is None else whole_months(mapping["horizon"], reading)
    except Refused:
        return  # the model has said so
    if deadline > horizon:
        key = "deadline" if mapping.get("deadline") is not None else "horizon"
        gathering.add(
            "QW109",
            say(
                "The deadline, {deadline:.6g} months, is after the horizon, {horizon} months.",
                deadline=deadline,
                horizon=horizon,
            ),
            say("Write a horizon of {months} or more, or an earlier deadline.", months=-int(-deadline // 1)),
            path=(key,),
        )


def check_names(mapping: Mapping[str, Data], gathering: Gathering) -> None:
    """Keys of criteria and pillars are unique in the whole file, and factors stand at the top."""
    seen: dict[str, Path] = {}
    for path in (*criterion_paths(mapping.get("criteria")), *pillar_paths(mapping)):
        key = str(path[-1])
        if key in seen:
            gathering.add(
                "QW104",
                say("The key {key} stands here and at {other}.", key=quoted(key), other=".".join(map(str, seen[key]))),
                say("Rename one of them: keys of criteria and pillars are unique in the file."),
                path=path,
                at_key=True,
            )
        seen.setdefault(key, path)
        one = at(mapping, path)
        if (
            path[0] == "criteria"
            and len(path) > 2
            and isinstance(one, dict)
            and str(one.get("factor")).casefold() == "true"
        ):
            gathering.add(
                "QW112",
                say("A factor stands at the top level of “criteria” only."),
                say("Move the criterion up, or give it a weight in place of “factor”."),
                path=(*path, "factor"),
                at_key=True,
            )


def criterion_paths(data: Data, path: Path = ("criteria",)) -> Iterator[Path]:
    """The path of every criterion that the data names, groups before their members."""
    for key, given in data.items() if isinstance(data, dict) else ():
        if isinstance(given, dict):
            yield (*path, key)
            yield from criterion_paths(given.get("criteria"), (*path, key, "criteria"))


def pillar_paths(mapping: Mapping[str, Data]) -> Iterator[Path]:
    """The path of every pillar that the data names."""
    pillars = at(mapping, ("readiness", "pillars"))
    for key in pillars if isinstance(pillars, dict) else ():
        if key != "note":
            yield ("readiness", "pillars", key)


def at(data: "Data | Mapping[str, Data]", path: Path) -> Data:
    """The value at a path, None where there is none."""
    for part in path:
        if isinstance(data, Mapping) and isinstance(part, str):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return cast("Data", data)


def scale_paths(leaf: Leaf) -> tuple[str, ...]:
    """Where a criterion says how a performance of it is read."""
    return tuple(".".join(map(str, (*leaf.path, part))) for part in SCALE)


def around_programs(criteria: Criteria | None, data: Data, reading: Reading, doubtful: frozenset[str]) -> Reading:
    """What programs are read against."""
    reading = replace(reading, doubtful=reading.doubtful | doubtful)
    if criteria is None:
        return reading
    written = at(data, ("dimensions",))
    found = tuple(leaves(criteria.criteria, reading.facts or {}))
    unsure = {leaf.key for leaf in found if any(cut.startswith(scale_paths(leaf)) for cut in doubtful)}
    return replace(
        reading,
        doubtful=reading.doubtful | unsure,
        leaves={leaf.key: leaf for leaf in found if leaf.key not in unsure},
        readiness=criteria.readiness,
        dimensions={name.casefold(): key for key, one in criteria.dimensions.items() for name in (key, *one.aliases)}
        if criteria.dimensions
        else None,
        empty_dimensions=frozenset(written if isinstance(written, dict) else ()) - criteria.dimensions.keys(),
        subdimensions={key: one.subdimensions for key, one in criteria.dimensions.items()},
        statuses=tuple(dict.fromkeys((SECURED, *criteria.budget_opens, NONE))) if criteria.budget_opens else None,
    )
