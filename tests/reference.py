"""The tables of `docs/files.md`: every key of every file, made from the models that read them.

A table stands between `<!-- keys: NAME -->` and `<!-- end -->`, NAME being a model; what is written by hand stands
around it. A key's words come from its reader in quickwin, or else from the type that its schema has.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal, cast, get_args, get_origin

from pydantic.fields import FieldInfo

from quickwin.study import (
    backing,
    checks,
    context,
    criteria,
    criterion,
    dimension,
    estimate,
    mapping,
    plan,
    program,
    readiness,
    scalar,
    scale,
    statement,
    times,
)
from quickwin.study.estimate import About, Estimate
from quickwin.study.mapping import Keys
from quickwin.study.scale import Ends
from quickwin.study.schema import AnyName, Number, Text

TABLE = re.compile(r"(<!-- keys: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
HEAD = "| Key | What may be written | Left out | Meaning |\n|---|---|---|---|\n"
SHARE = "a share: `0.4`, `40%`, `142/185`"
MONTHS = "months: `6`, `6 weeks`, `100 days`, `1 tahun`"
ESTIMATE = "[estimate](#an-estimate)"

READ: dict[Callable[..., Any], str] = {
    checks.day_of_year: "a month and a day: `12-31`",
    checks.codes: "a list of codes: `[QW401, QW6]`",
    checks.texts: "a list of words",
    checks.times_over: "a number, 0 or more",
    times.months_or_date: f"{MONTHS}; or a date",
    times.opening_dates: "kinds of money, each with a date: `{next: 2023-01-01}`",
    plan.read_budget: "money, or money by year: `{2023: Rp25 miliar}`",
    times.read_date: "a date: `2022-09-01`",
    dimension.read_quota: "a whole number, or two: `[1, 2]`",
    criteria.version: "`1`",
    times.whole_months: "whole months, 1 to 1,200: `24`, `2 years`",
    criterion.any_value: "a number",
    criterion.children: "criteria by key, each [as here](#a-criterion)",
    criterion.read_weight: f"a number, 0 or more, or an {ESTIMATE} of it",
    context.read_decimal: '`","` or `"."`',
    estimate.when: "a year, a month or a day: `2023`, `2023-06`, `2023-06-30`",
    statement.counted: f"people, 0 or more: {ESTIMATE}",
    statement.lasting: f"months, above 0: {ESTIMATE}",
    statement.measured: f"a number: {ESTIMATE}",
    statement.paid: f"money, 0 or more: {ESTIMATE}",
    backing.read_cost: f"money: {ESTIMATE}; or [its two parts](#cost)",
    program.read_dimension: "the key of a dimension, or one of its aliases",
    statement.read_impact: f"keys of criteria, each with a performance: {ESTIMATE}",
    statement.read_provides: f"enablers, each with a share: {ESTIMATE}",
    statement.read_time: f"months: {ESTIMATE}; or phases by name, each an estimate of months",
    statement.shared: f"a share: {ESTIMATE}",
    readiness.read_delay: "a share that may pass 1: `100%`, at most `1000%`",
    readiness.read_items: "a list of names",
    readiness.stated_readiness: f"pillars by key, each an {ESTIMATE} or items with an estimate each; or one estimate",
    scalar.boolean: "`true` or `false`",
    scalar.identifier: "letters, digits, `-`, `_`, `.`; at most 100",
    scalar.months: MONTHS,
    scalar.share: SHARE,
    scalar.text: "text",
    scalar.weighing: "a number, 0 or more",
    scale.read_curve: "two points or more: `[[0%, 0], [5%, 0.6], [20%, 1]]`",
    scale.read_levels: "names, each with its value: `{none: 0, some: 40%, most: 1}`",
}
"""What may be written where one of quickwin's readers reads."""

HOLDS = {
    "Checks": "[its keys](#what-check-looks-for)",
    "Context": "the name of a file; or [its keys](#the-context) in place",
    "Cost": "[its two parts](#cost)",
    "Currency": "[its keys](#the-currency)",
    "Dimension": "dimensions by key, each [as here](#a-dimension)",
    "Evidence": "a list, each entry [as here](#evidence)",
    "FactKeys": "names, each with a number or [a fact](#a-fact)",
    "Funding": "[its keys](#funding)",
    "Gates": "[its keys](#quick_win)",
    "Indicator": "a list, each entry [as here](#kpi)",
    "Model": "[its keys](#the-model)",
    "Pillar": "pillars by key, each [as here](#a-pillar)",
    "Plan": "[its keys](#the-plan)",
    "Precedent": "a list, each entry [as here](#a-precedent)",
    "Readiness": "[its keys](#readiness-in-criteriayaml)",
    "ScaleKeys": "[its keys](#the-scale-of-readiness)",
}
"""What may be written where a model of ours is held, with the heading under which its keys stand."""


def models() -> dict[str, type[Keys]]:
    """Every mapping that may stand in a file, by its name."""
    not_alone = {About, context.Fact}  # what stands beside a number, and a fact as it is once read
    ours = (one for one in _below(Keys) if one.__module__.startswith("quickwin."))
    return {one.__name__: one for one in ours if one not in not_alone}


def _below(model: type[Keys]) -> Iterator[type[Keys]]:
    for one in model.__subclasses__():
        yield one
        yield from _below(one)


def filled(text: str) -> str:
    """A document with its tables made anew."""
    known = models()
    return TABLE.sub(lambda found: found[1] + table(known[found[2]]) + found[3], text)


def table(model: type[Keys]) -> str:
    """The keys of a mapping, in the order in which they are best written."""
    return HEAD + "".join(_row(key, info) for key, info in model.model_fields.items())


def _row(key: str, info: FieldInfo) -> str:
    reader = next(one for one in info.metadata if isinstance(one, mapping.field))
    left_out = "needed" if info.is_required() else _default(info.default, reader)
    cells = f"`{key}`", _written(info, reader), left_out, (info.description or "").replace("<", "&lt;")
    return f"| {' | '.join(cells)} |\n"


def _written(info: FieldInfo, reader: mapping.field) -> str:
    """What may be written for a key."""
    extra = info.json_schema_extra
    if isinstance(extra, dict) and isinstance(extra.get("enum"), list):
        return ", ".join(f"`{word}`" for word in cast("list[str]", extra["enum"]))
    if reader.read.__qualname__.startswith("whole."):
        return "a whole number"
    return READ.get(reader.read) or _by_type(reader.schema())


def _by_type(kind: Any) -> str:
    """What a type of a model's schema lets one write."""
    held = next((part for part in _parts(kind) if isinstance(part, type) and part.__name__ in HOLDS), None)
    if held:
        return HOLDS[held.__name__]
    if kind == Number:
        return "a number"
    if get_origin(kind) is Literal:
        return " or ".join(f"`{word}`" for word in get_args(kind))
    if kind == dict[AnyName, list[Text]]:
        return "paths, each with a list of codes: `{programs/old-*.yaml: [QW5]}`"
    if kind == list[Text]:
        return "a list of texts"
    if kind == dict[str, Number]:
        return "names, each with a number"
    raise LookupError(f"tests/reference.py has no words for {kind}")


def _parts(kind: Any) -> Iterator[Any]:
    yield kind
    for part in get_args(kind):
        yield from _parts(part)


def _default(default: Any, reader: mapping.field) -> str:
    """What holds for a key that is left out."""
    if default is None or default in ((), {}):
        return ""
    if reader.read is checks.day_of_year:
        return "-".join(f"{part:02}" for part in default)
    if isinstance(default, Ends):
        return f"{default.worst:g} to {default.best:g}"
    if isinstance(default, tuple) and not isinstance(default, Estimate):
        return ", ".join(default[:3]) + ", …"
    if isinstance(default, Keys):
        return "as there"
    if isinstance(default, bool | str):
        return f"`{default}`".lower() if isinstance(default, bool) else f"`{default}`"
    number = default.point if isinstance(default, Estimate) else default
    return f"{number:.0%}" if reader.read in {scalar.share, readiness.read_delay} else f"{number:g}"
