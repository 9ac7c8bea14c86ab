"""Settings for one run: `--set PATH=VALUE` changes an entry of criteria.yaml, `--weight KEY=40%` a share."""

import copy
import math
from collections.abc import Iterable, Sequence
from typing import cast

from quickwin.files.yaml import Data, Plain, read_value
from quickwin.finding import Path
from quickwin.say import say
from quickwin.study.criteria import Criteria
from quickwin.study.criterion import Criterion
from quickwin.study.judging import criterion_paths
from quickwin.study.problem import Refused, did_you_mean, enumerated, quoted
from quickwin.study.reading import Reading
from quickwin.study.scalar import share
from quickwin.study.study import Overlay, Usage

LONGEST_SHOWN = 80
"""An option is cut after so many characters where it is named as the place of a mistake."""
SECTIONS: tuple[Path, ...] = (
    ("quick_win",),
    ("readiness",),
    ("readiness", "scale"),
    ("model",),
    ("plan",),
    ("plan", "budget"),
    ("context",),
    ("dimensions",),
    ("budget_opens",),
    ("check",),
)
"""Mappings of settings that may be set into though criteria.yaml does not write them."""

NAMED: tuple[Path, ...] = (("dimensions",), ("readiness", "pillars"), ("context", "facts"), ("context", "coverage"))
"""Mappings whose keys are names: settings change what they stand for, and add none."""


def lay(data: Data, settings: Sequence[str]) -> tuple[Overlay, dict[str, object]]:
    """The data with `PATH=VALUE` settings laid over it, and what was set, by full path.

    Raises:
        Usage: a setting is not of that form, or its path is unknown.
    """
    data, options, record = copy.deepcopy(data) if settings else data, dict[Path, str](), dict[str, object]()
    for setting in settings:
        name, equals, written = setting.partition("=")
        if not equals or not name.strip():
            raise Usage(
                say(
                    "--set {setting} is not of the form PATH=VALUE, for example --set deadline=6.",
                    setting=quoted(setting),
                )
            )
        option = f"--set {setting if len(setting) <= LONGEST_SHOWN else setting[: LONGEST_SHOWN - 1] + '…'}"
        value, findings = read_value(written, option)
        if findings:
            raise Usage(say("--set {setting} cannot be read.", setting=quoted(setting)), findings)
        path = _full_path(data, name.strip())
        _put(data, path, value, name.strip())
        options[path] = option
        record[".".join(map(str, path))] = as_json(value)
    return Overlay(data, options), record


def _full_path(data: Data, name: str) -> Path:
    """The path that a name means: a path from the top, or one that begins with a criterion's key."""
    parts = name.split(".")
    known = {str(path[-1]): path for path in criterion_paths(data.get("criteria") if isinstance(data, dict) else None)}
    if parts[0] in Criteria.model_fields:
        return tuple(parts)
    if parts[0] in known:
        return (*known[parts[0]], *parts[1:])
    raise Usage(
        say(
            "--set {name}: criteria.yaml has no entry and no criterion {part}. {mend}",
            name=name,
            part=quoted(parts[0]),
            mend=did_you_mean(parts[0], [*Criteria.model_fields, *known], say("entries and criteria")),
        )
    )


def _put(data: Data, path: Path, value: Data, name: str) -> None:
    """Write a value at a path; every mapping on the way must be there, but for known sections."""
    holder = data
    for depth, part in enumerate(path[:-1], 1):
        if isinstance(holder, dict) and holder.get(str(part)) is None and (part in holder or path[:depth] in SECTIONS):
            holder[str(part)] = {}
        holder = _step(holder, part, path[:depth], name)
    last = path[-1]
    if isinstance(holder, dict) and (last in holder or not _is_name(path)):
        holder[str(last)] = value
    elif isinstance(holder, list) and str(last).isdecimal() and int(last) < len(holder):
        holder[int(last)] = value
    else:
        _step(holder, last, path, name)


def _is_name(path: Path) -> bool:
    """Whether a path ends in a name that other entries or programs go by, so that a new one would say nothing."""
    is_criterion = len(path) % 2 == 0 and set(path[::2]) == {"criteria"}
    is_level = path[-2:-1] == ("levels",) and _is_name(path[:-2])
    return is_criterion or is_level or path[:-1] in NAMED


def _step(holder: Data, part: str | int, path: Path, name: str) -> Data:
    if isinstance(holder, dict) and holder.get(str(part)) is not None:
        return holder[str(part)]
    if isinstance(holder, list) and str(part).isdecimal() and int(part) < len(holder):
        return holder[int(part)]
    where = ".".join(map(str, path[:-1])) or "criteria.yaml"
    if isinstance(holder, dict):
        raise Usage(
            say(
                "--set {name}: {where} has no entry {part}. {mend}",
                name=name,
                where=where,
                part=quoted(str(part)),
                mend=did_you_mean(str(part), holder, say("entries")),
            )
        )
    raise Usage(
        say(
            "--set {name}: {where} is {value}, with nothing below it to set.",
            name=name,
            where=where,
            value=quoted(str(holder)[:40]) if isinstance(holder, str) else say("a list"),
        )
    )


def as_json(value: Data) -> object:
    """A value as JSON has it: plain numbers as numbers, all else as written."""
    if isinstance(value, dict):
        return {key: as_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_json(part) for part in value]
    if isinstance(value, Plain):
        for kind in (int, float):
            try:
                number = kind(value)
            except ValueError:
                continue
            if str(number) == value and math.isfinite(number):
                return number
        return {"true": True, "false": False}.get(value, str(value))
    return value


def reweigh(criteria: Criteria, weights: Sequence[str], reading: Reading) -> tuple[Criteria, dict[str, object]]:
    """Criteria in which each `KEY=SHARE` has that share of its group and its siblings share the rest in proportion.

    Raises:
        Usage: a key is unknown, or shares cannot be had.
    """
    wanted: dict[Path, float] = {}
    record: dict[str, object] = {}
    for setting in weights:
        key, equals, written = setting.partition("=")
        if not equals:
            raise Usage(
                say(
                    "--weight {setting} is not of the form KEY=SHARE, for example --weight reach=40%.",
                    setting=quoted(setting),
                )
            )
        path = _criterion(criteria.criteria, key.strip(), setting)
        if path in wanted:
            raise Usage(
                say(
                    "--weight {setting}: {key} is given a share twice. Keep one of the two.",
                    setting=setting,
                    key=quoted(key.strip()),
                )
            )
        try:
            wanted[path] = share(Plain(written.strip()), reading)
        except Refused as refused:
            problem = refused.problems[0]
            raise Usage(f"--weight {setting}: {problem.what} {problem.mend}") from None
        record[".".join((*(f"criteria.{part}" for part in path), "share"))] = written.strip()
    for group in dict.fromkeys(path[:-1] for path in wanted):
        shares = {str(path[-1]): value for path, value in wanted.items() if path[:-1] == group}
        criteria = criteria.model_copy(update={"criteria": _regroup(criteria.criteria, group, shares)})
    return criteria, record


def _criterion(tree: dict[str, Criterion], key: str, setting: str) -> Path:
    known = dict(_keys(tree))
    if key in tree and tree[key].factor:
        raise Usage(
            say(
                "--weight {setting}: {key} is a factor, which multiplies the sum of the others and has no share of it.",
                setting=setting,
                key=quoted(key),
            )
        )
    if key not in known:
        raise Usage(
            say(
                "--weight {key}: there is no such criterion. {mend}",
                key=key,
                mend=did_you_mean(key, known, say("criteria")),
            )
        )
    return known[key]


def _keys(tree: dict[str, Criterion], path: Path = ()) -> Iterable[tuple[str, Path]]:
    for key, one in tree.items():
        if not one.factor:
            yield key, (*path, key)
        yield from _keys(one.criteria or {}, (*path, key))


def _regroup(tree: dict[str, Criterion], group: Path, shares: dict[str, float]) -> dict[str, Criterion]:
    """The tree with new weights in the group at a path."""
    if group:
        key = str(group[0])
        inner = tree[key].model_copy(
            update={"criteria": _regroup(cast("dict[str, Criterion]", tree[key].criteria), group[1:], shares)}
        )
        return {**tree, key: inner}
    weighted = {key: one.weight for key, one in tree.items() if not one.factor}
    total = sum(weight.point for weight in weighted.values())
    rest = sum(weight.point for key, weight in weighted.items() if key not in shares)
    left = 1 - sum(shares.values())
    if left < -1e-12 or (left > 1e-12 and not rest):
        raise Usage(
            say(
                "--weight: the shares of {keys} are {sum:.4g}% together; {mend}",
                keys=enumerated(shares),
                sum=100 * sum(shares.values()),
                mend=say("they cannot pass 100%.")
                if left < 0
                else say("no other criterion of their group has a weight that could take the rest."),
            )
        )

    def weight(key: str) -> dict[str, object]:
        old = weighted[key]
        new = shares[key] * total if key in shares else old.point * max(left, 0.0) * total / rest if rest else 0.0
        scale = new / old.point if old.point else 0.0
        spread = {name: part * scale if (part := getattr(old, name)) is not None else None for name in ("low", "high")}
        return {
            "weight": old._replace(
                point=new, raters=tuple((rater, part * scale) for rater, part in old.raters), **spread
            )
        }

    return {key: one if one.factor else one.model_copy(update=weight(key)) for key, one in tree.items()}
