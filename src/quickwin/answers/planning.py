"""What every question about plans starts from: a study, the programs that a plan chooses from, and what binds it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from quickwin.answers.constraints import Binder, Bond, Bonds
from quickwin.answers.judged import Judged, judge
from quickwin.answers.planned import Calendar
from quickwin.answers.wishes import Wishes, wishes
from quickwin.engine.inputs import Floats, Indices
from quickwin.engine.planning.gathering import gathered
from quickwin.engine.planning.portfolio import Portfolio
from quickwin.finding import Finding
from quickwin.say import say
from quickwin.study.arrays import point
from quickwin.study.problem import quoted
from quickwin.study.study import Broken, Study, Usage

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Planning:
    """A study as a plan sees it: its programs in the order of their ids, each with its row, and what binds them."""

    judged: Judged
    rows: Indices
    portfolio: Portfolio
    bonds: Bonds
    wishes: Wishes
    years: tuple[str, ...]
    """The year in which each month to the horizon lies: of the calendar, or counted where the round has no start."""

    @property
    def study(self) -> Study:
        """The study."""
        return self.judged.study

    @property
    def ids(self) -> list[str]:
        """The ids of the programs."""
        return [self.study.candidates[row].id for row in self.rows.tolist()]

    @property
    def calendar(self) -> Calendar:
        """The months of the plan."""
        return Calendar(self.study.judge.criteria.start, self.portfolio.horizon)

    def name(self, number: int) -> str:
        """The name of a program for people."""
        return self.study.candidates[int(self.rows[number])].program.name

    def with_bonds(self, every: Iterable[Bond]) -> "Planning":
        """The same, bound by other constraints."""
        return replace(self, bonds=Bonds(tuple(every)))


def planning(
    study: Study,
    *,
    must: Iterable[str] = (),
    without: Iterable[str] = (),
    lock: Iterable[str] = (),
    unfunded: bool = False,
) -> Planning:
    """What a plan of a study starts from, with what the room wants of it.

    Raises:
        Usage: a wish cannot be read, or names a program that the plan does not choose from.
        Broken: a budget is stated by calendar year, and the round has no start.
    """
    judged = judge(study)
    check_years(study)
    wanted = wishes(judged, must, without, lock, unfunded=unfunded)
    rows = chosen_from(judged)
    for row in (*wanted.must, *wanted.without, *wanted.locked):
        if row not in rows:
            id = quoted(study.candidates[row].id)
            raise Usage(say("{id} is not among the files that the plan chooses from. Name its file too.", id=id))
    capex, running = costs(study)
    portfolio = gathered(judged.inputs, judged.scores, rows, judged.ancestors, capex, running)
    years = years_of(study.judge.criteria.start, portfolio.horizon)
    bonds = Binder(judged, rows, years).bonds(wanted)
    return Planning(judged, rows, portfolio, bonds, wanted, years)


def chosen_from(judged: Judged) -> Indices:
    """The rows of the programs that were asked for and all that they depend on, in the order of their ids."""
    candidates = judged.study.candidates
    rows = {one for row, candidate in enumerate(candidates) if candidate.asked for one in judged.with_ancestors(row)}
    return np.array(sorted(rows, key=lambda row: candidates[row].id), dtype=np.intp)


def costs(study: Study) -> tuple[Floats, Floats]:
    """The capex (m,) and the running cost a month (m,) of each program [money], 0 where it is not stated."""
    programs = [candidate.program for candidate in study.candidates]
    capex = np.nan_to_num([point(one.capex) for one in programs])
    return capex, np.nan_to_num([point(one.opex_per_year) for one in programs]) / MONTHS_A_YEAR


def check_years(study: Study) -> None:
    """Refuse a budget by calendar year where the round has no start."""
    criteria = study.judge.criteria
    if isinstance(criteria.plan.budget, dict) and criteria.start is None:
        place = study.judge.source.place(("plan", "budget"), key=True)
        what = say("A budget by calendar year needs the start of the round.")
        raise Broken((Finding("QW106", place, what, say("Add “start:” with a date to criteria.yaml.")),))


def years_of(start: date | None, horizon: int) -> tuple[str, ...]:
    """The year of each month: of the calendar, or the first, second and so on where there is no start."""
    if start is None:
        return tuple(str(1 + month // MONTHS_A_YEAR) for month in range(horizon))
    return tuple(str(start.year + (start.month - 1 + month) // MONTHS_A_YEAR) for month in range(horizon))
