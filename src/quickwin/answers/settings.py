"""What counts in a study: effective weights, gates and dates, each with where it was written."""

from collections.abc import Iterator

from quickwin.finding import Path
from quickwin.say import say
from quickwin.study.criterion import Criterion
from quickwin.study.study import Judge, Study
from quickwin.table import Column, Row, Table


def settings_table(study: Study) -> Table:
    """The settings that a ranking follows, in the order of criteria.yaml."""
    judge = study.judge
    rows = tuple(Row((name, value, where(judge, path))) for name, value, path in settings(judge))
    return Table(
        say("Settings"),
        (Column("setting", "Setting"), Column("value", "Counts as"), Column("where", "Written in")),
        rows,
    )


def where(judge: Judge, path: Path) -> str:
    """The place of a setting: file and line, the option that set it, or that it is the default."""
    shared = by_weight(judge, path)
    if shared:
        return shared
    holder = judge.source.overlay.data if judge.source.overlay else judge.source.document.data
    for part in path:
        holder = holder.get(str(part)) if isinstance(holder, dict) else None
    if holder is None:
        return say("default")
    place = judge.source.place(path)
    return f"{place.file}:{place.line}" if place.line else place.file


def by_weight(judge: Judge, path: Path) -> str | None:
    """The option `--weight` that gave a criterion its share, or shrank it beside a sibling; None where none did."""
    if path[-1] != "weight":
        return None
    group = ".".join(map(str, path[:-2]))
    given = {
        key: value for key, value in judge.set.items() if key.endswith(".share") and key.rsplit(".", 2)[0] == group
    }
    own = f"{group}.{path[-2]}.share"
    if own in given:
        return f"--weight {path[-2]}={given[own]}"
    return say("the file, shrunk by --weight") if given else None


def settings(judge: Judge) -> Iterator[tuple[str, str, Path]]:
    """Each setting: its name, its value in words, and its path in criteria.yaml."""
    one = judge.criteria
    if one.start:
        yield say("start of the round"), one.start.isoformat(), ("start",)
    yield say("deadline"), say("{months:.4g} months", months=one.deadline), ("deadline",)
    yield say("horizon"), say("{months} months", months=one.horizon), ("horizon",)
    yield say("discount rate"), f"{one.discount_rate:.4g}", ("discount_rate",)
    yield say("model"), one.model.kind, ("model", "kind")
    yield say("gate of effective impact"), f"{one.quick_win.impact:.4g}", ("quick_win", "impact")
    yield say("gate of readiness"), f"{one.quick_win.readiness:.4g}", ("quick_win", "readiness")
    yield from weights(one.criteria, ("criteria",), 1.0, 0)
    ready = one.readiness
    total = sum(pillar.weight for pillar in ready.pillars.values())
    for key, pillar in ready.pillars.items():
        yield (
            say("readiness: {pillar}", pillar=key),
            f"{pillar.weight / total:.1%}",
            ("readiness", "pillars", key, "weight"),
        )
    yield say("readiness where nothing is stated"), f"{ready.assumed:.4g}", ("readiness", "assumed")
    yield say("delay of a wholly unready program"), f"{ready.delay:.4g}", ("readiness", "delay")
    yield say("chance that it never delivers"), f"{ready.loss:.4g}", ("readiness", "loss")
    for key, dimension in one.dimensions.items():
        yield (
            say("priority of {dimension}", dimension=key),
            f"{dimension.priority:.4g}",
            ("dimensions", key, "priority"),
        )
    for key, months in (one.budget_opens or {}).items():
        yield say("money opens ({kind})", kind=key), say("month {months:.4g}", months=months), ("budget_opens", key)


def weights(tree: dict[str, Criterion], path: Path, share: float, depth: int) -> Iterator[tuple[str, str, Path]]:
    """The effective weight of each criterion, groups before their members."""
    total = sum(one.weight.point for one in tree.values() if not one.factor)
    for key, one in tree.items():
        own = share * one.weight.point / total if total and not one.factor else 0.0
        worth = say("factor") if one.factor else f"{own:.1%}"
        yield (
            say("{indent}weight: {title}", indent="– " * depth, title=one.title or key),
            worth,
            (*path, key, "factor" if one.factor else "weight"),
        )
        if one.criteria:
            yield from weights(one.criteria, (*path, key, "criteria"), own, depth + 1)
