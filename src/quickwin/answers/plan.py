"""Which programs, starting in which month, within the money and the people? The best plan of a study."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

import numpy as np

from quickwin.answers.binds import binds as what_binds
from quickwin.answers.by_rank import as_ranked, possible_by_rank, top
from quickwin.answers.clash import clash
from quickwin.answers.frontier import efficient, for_budgets
from quickwin.answers.left_out import left_out
from quickwin.answers.planned import Against, Chosen, Planned, Year
from quickwin.answers.planning import Planning, planning
from quickwin.answers.sure import DRAWS, Drawing, sure
from quickwin.answers.wording import joined
from quickwin.engine.draw import Kind
from quickwin.engine.inputs import Indices
from quickwin.engine.planning.keeping import Keeper
from quickwin.engine.planning.outcome import Outcome, is_felt, outcome
from quickwin.engine.planning.portfolio import NEVER
from quickwin.engine.planning.search import Found, best
from quickwin.say import say
from quickwin.study.context import unit_of_money
from quickwin.study.study import Study, Usage

TIME_LIMIT = 300.0
"""Seconds after which the best plan found until then is taken."""
Tell = Callable[[float, float], None]
Steps = Callable[[int, int], None]


def plan(
    study: Study,
    *,
    must: Iterable[str] = (),
    without: Iterable[str] = (),
    lock: Iterable[str] = (),
    unfunded: bool = False,
    time_limit: float = TIME_LIMIT,
    binds: bool = False,
    budgets: Sequence[float] = (),
    between: tuple[float, float] | None = None,
    robust: bool = False,
    draws: int = DRAWS,
    seed: int = 0,
    weights: Kind = "around",
    spread: float = 0.5,
    before: Study | None = None,
    tell: Tell | None = None,
    tell_steps: Steps | None = None,
) -> Planned:
    """The set of programs, each with the month of its start, that brings most within what binds it.

    `must`, `without` and `lock` (`ID@MONTH`) are what the room wants; the plan is then set against the best one
    without it, or against that of a study `before` settings were changed. With `unfunded` programs without stated money
    may be chosen. After `time_limit` seconds the best plan found is taken.

    With `binds` it is also found what a little more of each limit would bring; with `budgets`, amounts for all years
    together, the best plan for each of them, and every efficient one whose money lies `between` two amounts. With
    `robust` the plan is sought anew in each of some `draws` of all that is uncertain, as robust() draws it. `tell`
    hears, while the search goes on, of the best value found and of the bound on what is possible, and `tell_steps` of
    plans made, of how many.

    Raises:
        Usage: a wish cannot be read, or names no program; or there is no package highspy.
        Broken: a budget is stated by calendar year, and the round has no start.
    """
    needs_solver(say("plan"))
    desk = planning(study, must=must, without=without, lock=lock, unfunded=unfunded)
    by_rank = top(desk)
    found = searched(desk, by_rank, time_limit=time_limit, tell=tell)
    result = nothing(desk, found) if found.starts is None else told(desk, found, found.starts, by_rank)
    if desk.wishes or unfunded or before:
        earlier = planning(before or study)
        other = best(earlier.portfolio, earlier.bonds.constraints, time_limit=time_limit, tell=tell)
        result = replace(result, against=against(result, earlier, other))
    if binds and found.starts is not None:
        result = replace(result, binds=what_binds(desk, found, time_limit=time_limit, tell=tell_steps))
    if budgets:
        result = replace(result, frontier=for_budgets(desk, budgets, time_limit=time_limit, tell=tell_steps))
    elif between is not None:
        result = replace(result, frontier=efficient(desk, *between, time_limit=time_limit, tell=tell_steps))
    if robust and found.starts is not None:
        manner = Drawing(draws, seed, weights, spread)
        result = replace(result, sure=sure(desk, found.starts, manner, time_limit=time_limit, tell=tell_steps))
    return result


def searched(desk: Planning, by_rank: Keeper, *, time_limit: float, tell: Tell | None) -> Found:
    """The best plan, sought from the one that the ranking gives, which stands where time allows no better."""
    start = possible_by_rank(desk, by_rank)
    found = best(desk.portfolio, desk.bonds.constraints, start=start, time_limit=time_limit, tell=tell)
    if found.starts is None and found.status == "unknown" and start is not None:
        return Found("feasible", start, outcome(desk.portfolio, start).total, found.bound)
    return found


def needs_solver(what: str) -> None:
    """Refuse to go on without the package highspy."""
    if find_spec("highspy") is None:
        raise Usage(say("{what} needs the package highspy. Install it with: pip install 'quickwin[plan]'", what=what))


def against(mine: Planned, desk: Planning, other: Found) -> Against:
    """A plan set against another."""
    if other.starts is None:
        return Against(None, (), ())
    theirs = [desk.ids[number] for number in np.flatnonzero(other.starts != NEVER).tolist()]
    ids = [one.id for one in mine]
    return Against(
        other.benefit,
        tuple(one for one in ids if one not in theirs),
        tuple(one for one in theirs if one not in ids),
        comparable=all(path.startswith(("plan.", "budget_opens")) or path.endswith(".quota") for path in mine.set),
    )


def of_study(desk: Planning) -> dict[str, Any]:
    """What is said of every plan of a study."""
    study = desk.study
    return {
        "title": study.title,
        "set": study.judge.set,
        "inputs": study.inputs,
        "skipped": study.skipped,
        "calendar": desk.calendar,
        "money": unit_of_money(study.judge.context),
        "dimensions": tuple(study.judge.criteria.dimensions),
        "bonds": desk.bonds.every,
        "wishes": (
            *(bond.key for bond in desk.bonds.of_kind("must", "without", "lock")),
            *(["--unfunded"] if desk.wishes.unfunded else []),
        ),
        "names": {id: desk.name(number) for number, id in enumerate(desk.ids)},
    }


def nothing(desk: Planning, found: Found) -> Planned:
    """What is said where no plan was found."""
    why = clash(desk) if found.status == "infeasible" else None
    return Planned(**of_study(desk), status=found.status, gap=None, benefit=None, programs=(), left_out=(), clash=why)


def told(desk: Planning, found: Found, starts: Indices, by_rank: Keeper) -> Planned:
    """A plan with all that is said of it."""
    result = outcome(desk.portfolio, starts)
    budget = desk.study.judge.criteria.plan.budget
    return Planned(
        **of_study(desk),
        status=found.status,
        gap=found.gap if np.isfinite(found.gap) else None,
        benefit=result.total,
        programs=tuple(chosen(desk, result, starts)),
        left_out=tuple(left_out(desk, starts)),
        years=tuple(by_year(desk, result)),
        budget=None if isinstance(budget, dict) else budget,
        from_the_top=as_ranked(desk, by_rank),
        notes=tuple(notes(desk, result, starts)),
    )


def chosen(desk: Planning, result: Outcome, starts: Indices) -> list[Chosen]:
    """The programs of a plan, by start and id."""
    portfolio = desk.portfolio
    numbers = np.flatnonzero(starts != NEVER).tolist()
    felt = is_felt(portfolio, (starts + portfolio.durations).astype(np.float64), portfolio.lasts)
    found = []
    for number in sorted(numbers, key=lambda one: (int(starts[one]), desk.ids[one])):
        program = desk.study.candidates[int(desk.rows[number])].program
        begins = int(starts[number] + portfolio.durations[number])
        benefit = float(result.benefit[number])
        reached = result.coverage[number].tolist()
        found.append(
            Chosen(
                id=desk.ids[number],
                name=program.name,
                dimension=program.dimension,
                owner=program.owner,
                start=int(starts[number]),
                delivers=begins,
                ends=begins + int(felt[number].sum()),
                benefit=benefit,
                cost=money_by_year(desk, result.spending[number]),
                unlocked=benefit - float(result.alone[number]),
                coverage=tuple(None if np.isnan(share) else share for share in reached),
                alone=float(portfolio.covered[number]),
                priced=program.capex is not None or program.opex_per_year is not None,
            )
        )
    return found


def money_by_year(desk: Planning, spending: Any) -> dict[str, float]:
    """What is spent (H,) in each year to the horizon."""
    years = np.array(desk.years)
    return {year: float(spending[years == year].sum()) for year in dict.fromkeys(desk.years)}


def by_year(desk: Planning, result: Outcome) -> list[Year]:
    """What a plan spends in each year, and the budget."""
    budget = desk.study.judge.criteria.plan.budget
    amounts = {str(year): money for year, money in budget.items()} if isinstance(budget, dict) else {}
    spent = money_by_year(desk, result.spending.sum(axis=0))
    return [Year(year, money, amounts.get(year)) for year, money in spent.items()]


def notes(desk: Planning, result: Outcome, starts: Indices) -> list[str]:
    """What must be known of a plan's money: years that nothing limits, and costs that nobody states."""
    found = []
    open_years = [one for one in by_year(desk, result) if one.budget is None and one.spent]
    if isinstance(desk.study.judge.criteria.plan.budget, dict) and open_years:
        years = joined([one.year for one in open_years])
        found.append(say("No budget is stated for {years}, so nothing limits what is spent then.", years=years))
    programs = [desk.study.candidates[row].program for row in desk.rows[starts != NEVER].tolist()]
    free = [one.name for one in programs if one.capex is None and one.opex_per_year is None]
    if free:
        found.append(say("Counted as costing nothing, since no cost is stated: {names}.", names=joined(free)))
    return found
