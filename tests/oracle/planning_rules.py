"""Whether a plan keeps what binds it, and why a program is left out of one."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from tests.oracle.planning_facts import Facts, Plan
from tests.oracle.studies import Binding, Quota

BREAKABLE = ("conflict", "quota", "total", "capacity", "budget")
"""What adding a program can break, in the order in which it is named."""


def broken(facts: Facts, plan: Plan) -> list[tuple[str, str]]:
    """Every constraint that a plan breaks: its kind, and where."""
    return [
        *broken_by_one(facts, plan),
        *broken_conflicts(plan, facts),
        *broken_numbers(facts, plan),
        *broken_capacity(facts, plan),
        *broken_budget(facts, plan),
    ]


def binding(facts: Facts) -> Binding:
    """What binds the plans of a study."""
    return facts.study.plan or Binding()


def broken_by_one(facts: Facts, plan: Plan) -> Iterator[tuple[str, str]]:
    """Programs without money, outside their window, or before what they depend on."""
    for key, start in plan.items():
        one = facts.candidates[key]
        if not one.funded:
            yield "money", key
        if start not in one.window:
            yield "window", f"{key} in month {start}, not in {one.window}"
        for other in sorted(one.before):
            if other not in plan:
                yield "dependency", f"{key} without {other}"
            elif facts.delivers(other, plan[other]) > start:
                yield "dependency", f"{key} in month {start}, before {other} delivers"


def broken_conflicts(plan: Plan, facts: Facts) -> Iterator[tuple[str, str]]:
    """Pairs that conflict, whichever of the two says so."""
    for one, other in combinations(sorted(plan), 2):
        if other in facts.candidates[one].conflicts:
            yield "conflict", f"{one} with {other}"


def broken_numbers(facts: Facts, plan: Plan) -> Iterator[tuple[str, str]]:
    """Quotas of dimensions, and the number of all programs."""
    for key, dimension in facts.study.dimensions.items():
        count = sum(facts.candidates[each].program.dimension == key for each in plan)
        if not within(dimension.quota, count):
            yield "quota", f"{count} of {key}, not in {dimension.quota}"
    if not within(binding(facts).total, len(plan)):
        yield "total", f"{len(plan)}, not in {binding(facts).total}"


def within(quota: Quota | None, count: int) -> bool:
    """Whether a number is neither too small nor too large."""
    if quota is None:
        return True
    least, most = quota
    return least <= count and (most is None or count <= most)


def broken_capacity(facts: Facts, plan: Plan) -> Iterator[tuple[str, str]]:
    """Owners with too many programs under way, from the start to the month before delivery."""
    most = binding(facts).per_owner
    if most is None:
        return
    for owner in sorted({facts.candidates[key].program.owner or "" for key in plan}):
        theirs = [key for key in plan if facts.candidates[key].program.owner == owner]
        for month in range(facts.study.horizon):
            under_way = [key for key in theirs if plan[key] <= month < facts.delivers(key, plan[key])]
            if len(under_way) > most:
                yield "capacity", f"{owner} in month {month}: {under_way}"


def broken_budget(facts: Facts, plan: Plan) -> Iterator[tuple[str, str]]:
    """Years, or all of them together, that cost more than there is."""
    spent: dict[int, Fraction] = {}
    for key, start in plan.items():
        for year, amount in facts.cost(key, start).items():
            spent[year] = spent.get(year, Fraction(0)) + amount
    for name, amount, most in limits(facts, spent):
        if amount > most:
            yield "budget", f"{name}: {amount} of {most}"


def limits(facts: Facts, spent: dict[int, Fraction]) -> Iterator[tuple[str, Fraction, Fraction]]:
    """What is spent against each limit of the budget: a year that is not listed has none."""
    budget = binding(facts).budget
    if isinstance(budget, Fraction):
        yield "all years", sum(spent.values(), Fraction(0)), budget
    elif budget is not None:
        for year, most in budget.items():
            yield str(year), spent.get(year, Fraction(0)), most


def reasons(facts: Facts, plan: Plan, key: str) -> set[str]:
    """Why a program is left out of a plan: any of these, where several starts break equally few kinds."""
    one = facts.candidates[key]
    if not one.funded:
        return {"money"}
    if not one.window:
        return {"too late"}
    if not one.before <= plan.keys():
        # A window may also be taken to end where what comes before cannot deliver in time in any plan.
        return {"dependency"} if earliest(facts, key) in one.window else {"dependency", "too late"}
    after = max((facts.delivers(other, plan[other]) for other in one.before), default=0)
    starts = [start for start in one.window if start >= after]
    if not starts:
        return {"too late"}
    by_start = [{kind for kind, _ in broken(facts, {**plan, key: start})} for start in starts]
    fewest = min(len(kinds) for kinds in by_start)
    if fewest == 0:
        return {"lower benefit"}
    return {next(kind for kind in BREAKABLE if kind in kinds) for kinds in by_start if len(kinds) == fewest}


def earliest(facts: Facts, key: str) -> int:
    """The first start that money, and all it depends on at its own first start, leave to a program."""
    one = facts.candidates[key]
    return max([one.window.start, *(facts.delivers(other, earliest(facts, other)) for other in one.before)])
