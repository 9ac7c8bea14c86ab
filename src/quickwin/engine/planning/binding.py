"""The rows of a programme for all that binds the choice."""

from collections.abc import Iterable

from quickwin.engine.inputs import Indices
from quickwin.engine.planning.formulation import Formulation
from quickwin.engine.planning.outcome import spending_by_start
from quickwin.engine.planning.portfolio import AtLeast, AtMost, Budget, Constraints, Follows, Team


def bind(one: Formulation, constraints: Constraints) -> None:
    """Add the rows of all constraints; those on single months stand in the windows already."""
    for constraint in constraints:
        match constraint:
            case Budget():
                keep_to(one, constraint)
            case AtLeast():
                one.rows.add(sum_of(one, constraint.programs), low=float(constraint.least))
            case AtMost():
                one.rows.add(sum_of(one, constraint.programs), high=float(constraint.most))
            case Team():
                staff(one, constraint)
            case Follows():
                follow(one, constraint)


def sum_of(one: Formulation, programs: Indices) -> dict[int, float]:
    """Terms that count how many of some programs are chosen."""
    return dict.fromkeys(present(one.chosen(program) for program in programs.tolist()), 1.0)


def present(columns: Iterable[int | None]) -> list[int]:
    """The columns that there are."""
    return [column for column in columns if column is not None]


def keep_to(one: Formulation, budget: Budget) -> None:
    """What is spent in some months is within their budget; money is counted in it, as solvers drop what is tiny."""
    unit = unit_of(one, budget)
    high = budget.amount / unit
    one.rows.add(spending(one, budget, unit), high=high)


def unit_of(one: Formulation, budget: Budget) -> float:
    """The unit in which the money of a budget is counted: its amount, or what the dearest program costs."""
    return budget.amount or float((one.portfolio.capex + one.portfolio.running).max(initial=0.0)) or 1.0


def spending(one: Formulation, budget: Budget, unit: float) -> dict[int, float]:
    """Terms that add up what is spent in the months of a budget."""
    terms: dict[int, float] = {}
    for program in one.able:
        money = spending_by_start(one.portfolio, program, one.months(program))[:, budget.months].sum(axis=1)
        terms |= one.steps(program, money / unit)
    return terms


def staff(one: Formulation, team: Team) -> None:
    """In no month are more programs of a team under way than it can carry."""
    durations = one.portfolio.durations
    for month in range(one.portfolio.horizon):
        under_way = [one.between(program, month - int(durations[program]), month) for program in team.programs.tolist()]
        if sum(map(bool, under_way)) > team.most:
            one.rows.add(
                {column: value for terms in under_way for column, value in terms.items()}, high=float(team.most)
            )


def follow(one: Formulation, pair: Follows) -> None:
    """A program has started by a month only if the one before it has delivered by then."""
    for month in one.months(pair.program).tolist():
        column, before = one.started(pair.program, month), one.delivered(pair.before, month)
        if column is not None:
            one.rows.add({column: 1.0} | ({before: -1.0} if before is not None else {}), high=0.0)
