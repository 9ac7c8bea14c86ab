"""Plans of small studies, with numbers worked out by hand, and faults that are found in the document of a plan."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from tests.oracle.comparing_plans import judged
from tests.oracle.planning import EQUAL, account, document_of, left_out, planned
from tests.oracle.planning_facts import Facts
from tests.oracle.planning_rules import broken, reasons
from tests.oracle.small import HALF_READY, cost, number, place, program, study
from tests.oracle.studies import Binding, Dimension

POWER = program("power", 1, 3, provides={"electricity": number(0.25)}, cost=cost(100, 120))
INTERNET = program(
    "internet",
    1,
    readiness=number(HALF_READY),
    needs=("electricity",),
    depends_on=("power",),
    lasts=number(4),
    cost=cost(400, 12),
)
SOLAR = program(
    "solar",
    2,
    1,
    readiness=number(HALF_READY),
    provides={"electricity": number(0.2)},
    depends_on=("internet",),
    cost=number(60),
)


def test_a_plan_of_three_by_hand() -> None:
    facts = Facts(study(POWER, INTERNET, SOLAR, locality=place(electricity=0.5)))
    plan = {"power": 0, "internet": 1, "solar": 3}
    assert broken(facts, plan) == []
    power, internet, solar = account(facts, plan)

    # power: impact (3 − 1)/4 = 0.5, felt from month 1 in 7 of 8 months: 100·0.5·7/8. It costs 100 at once, and
    # 10 in each of the months 1, 2, 3 of 2022 and 4 to 7 of 2023.
    assert (power["id"], power["start"], power["delivers"], power["unlocked"]) == ("power", 0, 1, 0)
    assert power["benefit"] == pytest.approx(43.75)
    assert power["cost"] == {"2022": 130, "2023": 40}
    # internet: readiness 0.5 makes one month 1.5, in whole months 2: it delivers in 3, and is felt in 3, 4, 5, 6.
    # power adds 0.25, whole, since internet has waited for it; solar, from month 6, 0.2 with a chance of
    # 1 − 0.3·0.5 = 0.85: its other ancestors are internet itself and what came before that.
    # Delivery is 0.85: 85·(0.75 + 0.75 + 0.75 + 0.92)/8 = 85·3.17/8. Alone it would be 85·4·0.5/8 = 21.25.
    assert (internet["start"], internet["delivers"]) == (1, 3)
    assert internet["benefit"] == pytest.approx(33.68125)
    assert internet["unlocked"] == pytest.approx(12.43125)
    assert internet["cost"] == {"2022": 401, "2023": 3}
    # solar: two months become three; its impact is 0.
    assert solar == {"id": "solar", "start": 3, "delivers": 6, "benefit": 0, "cost": {"2022": 60}, "unlocked": 0}


def test_what_others_provide_stays_is_capped_and_is_never_a_program_s_own() -> None:
    road = program("road", 1, lasts=number(1), provides={"road": number(0.2)})
    # Half ready: one month becomes 1.5, in whole months 2, and it delivers with a chance of 0.85.
    bridge = program("bridge", 1, readiness=number(HALF_READY), provides={"road": number(0.6)})
    bus = program("bus", 0, needs=("road", "grid"), provides={"road": number(0.3)})
    facts = Facts(study(road, bridge, bus, locality=place(road=0.4, grid=0.9)))
    providers = facts.providers("bus", {"road": 0, "bridge": 1, "bus": 0})
    assert providers == [("bridge", 3), ("road", 1)]
    # From month 1 the road's 0.2 are there, and stay beyond its one month; from 3 also 0.6·0.85 = 0.51: 1.11 of
    # the road, at most 1, and the grid, at 0.9, is scarcer.
    assert [facts.covered("bus", providers, month) for month in range(4)] == pytest.approx([0.4, 0.6, 0.6, 0.9])


def test_the_chance_of_a_provider_leaves_out_what_both_depend_on() -> None:
    base = program("base", 1, readiness=number(1))
    other = program("other", 1, readiness=number(1))
    tower = program("tower", 1, readiness=number(HALF_READY), depends_on=("base", "other"))
    user = program("user", 1, depends_on=("base",))
    facts = Facts(study(base, other, tower, user))
    # Unready programs deliver with 0.7. tower's 0.85 and other's 0.7 count; base has delivered where user has.
    assert facts.chance_given("user", "tower") == pytest.approx(0.85 * 0.7)
    assert facts.chance_given("user", "base") == 1


def test_equal_plans_are_ordered_by_spending_and_then_by_start() -> None:
    dear = program("dear", 1, lasts=number(2), cost=number(24))
    cheap = replace(dear, id="cheap", cost=number(12))
    outcome = planned(study(dear, cheap, plan=Binding(total=(0, 1)), horizon=6))
    # Felt for 2 of 6 months if it starts in 0, 1, 2 or 3; from 4 for one month, which brings half as much.
    assert outcome.best == pytest.approx(100 / 3)
    assert [choice.plan for choice in outcome.within(EQUAL)] == [
        *({"cheap": start} for start in range(4)),
        *({"dear": start} for start in range(4)),
    ]
    # Of either program, 4 starts, start 4, and nothing at all.
    assert len(outcome.choices) == 2 * 5 + 1


@pytest.mark.parametrize(
    ("budget", "start"),
    [
        # In month 0 power spends 130 in 2022 and 40 in 2023; in month 1, 100 + 2·10 and 40; in 2, 110 and 40.
        ({2022: Fraction(130)}, 0),
        ({2022: Fraction(129)}, 1),
        ({2022: Fraction(119)}, 2),
        ({2022: Fraction(130), 2023: Fraction(40)}, 0),
        # In month 4 power spends nothing in 2022, and 100 + 3·10 in 2023.
        ({2022: Fraction(99), 2023: Fraction(130)}, 4),
        # Starting later saves 10 each month.
        (Fraction(170), 0),
        (Fraction(169), 1),
        (Fraction(99), None),
    ],
)
def test_one_rupiah_too_much_is_too_much(budget: Any, start: int | None) -> None:
    outcome = planned(study(POWER, plan=Binding(budget=budget)))
    best = outcome.within(EQUAL)[0]
    assert best.plan == ({} if start is None else {"power": start})


def test_an_owner_has_programs_under_way_from_start_to_delivery() -> None:
    first = program("first", 2, owner="Bappeda")
    second = replace(first, id="second")
    at_once = program("at-once", 0, owner="Bappeda")
    nobodys = program("nobodys", 2)
    facts = Facts(study(first, second, at_once, nobodys, plan=Binding(per_owner=1)))
    assert broken(facts, {"first": 0, "second": 2, "at-once": 1, "nobodys": 0}) == []
    assert broken(facts, {"first": 0, "second": 1}) == [("capacity", "Bappeda in month 1: ['first', 'second']")]


def test_a_window_is_bound_by_money_the_latest_start_and_the_horizon() -> None:
    opens = {"revised": date(2022, 10, 1), "next": date(2023, 1, 1)}
    waiting = program("waiting", 1, funding="revised")
    unstated = program("unstated", 5, funding=None)
    bound = study(waiting, unstated, budget_opens=opens, plan=Binding(latest_start=date(2023, 1, 10)))
    facts = Facts(bound, unfunded=True)
    # October opens 1 − 14/30.4375 months after 15 September: in the first month. 10 January is 3.84 months later.
    assert facts.candidates["waiting"].window == range(1, 4)
    # Money that is not stated opens on the latest date, 4 − 14/30.4375 months later: in month 4, after the latest.
    assert not facts.candidates["unstated"].window
    # Without latest_start: month 4 and five months more are beyond the horizon, month 8; with three it delivers in 7.
    unbound = replace(bound, plan=Binding())
    assert not Facts(unbound).candidates["unstated"].window
    three = replace(unbound, programs=(replace(unstated, time_to_benefit=number(3)),))
    assert Facts(three).candidates["unstated"].window == range(4, 5)
    assert [choice.plan for choice in planned(three).choices] == [{}]
    assert [choice.plan for choice in planned(three, unfunded=True).choices] == [{"unstated": 4}, {}]


def test_every_reason_by_hand() -> None:
    chosen = program("chosen", 2, dimension="society", owner="Bappeda", cost=cost(100), conflicts_with=("rival",))
    others = (
        program("rival", 1, cost=cost(500)),
        program("unpaid", 9, funding="none"),
        program("slow", 8),
        program("waits", 1, depends_on=("rival",)),
        program("after", 1, depends_on=("chosen",), funding="secured"),
        program("fourth", 1, dimension="society"),
        program("busy", 6, owner="Bappeda"),
        program("costly", 1, cost=cost(51)),
        program("costly-twin", 6, dimension="society", cost=cost(51)),
        program("either", 6, owner="Bappeda", cost={"opex_per_year": number(12 * 30)}),
        program("no-good", 1, 1),
    )
    paid = [replace(each, funding=each.funding or "secured") for each in (chosen, *others)]
    bound = study(
        *paid,
        budget_opens={"next": date(2022, 9, 15)},
        dimensions={"society": Dimension(quota=(0, 1))},
        plan=Binding(budget=Fraction(150), per_owner=1, total=(1, 2)),
    )
    plan = {"chosen": 0}
    expected = {
        "rival": {"conflict"},  # and the budget
        "unpaid": {"money"},  # though it would be too late, too
        "slow": {"too late"},  # in month 0 it delivers at the horizon
        "waits": {"dependency"},
        "after": {"lower benefit"},  # from month 2 it can start
        "fourth": {"quota"},
        "busy": {"capacity"},  # chosen is under way in 0 and 1; in 2 it would deliver at the horizon
        "costly": {"budget"},
        "costly-twin": {"quota"},  # and the budget
        # Felt from 6 for two months, 60, or from 7 for one month, 30: from month 1 it breaks only the capacity.
        "either": {"capacity"},
        "no-good": {"lower benefit"},
    }
    facts = Facts(bound)
    assert left_out(facts, plan) == expected
    assert left_out(Facts(replace(bound, plan=Binding(total=(1, 1)))), plan)["no-good"] == {"total"}
    # chosen late: what waits for it has no month left.
    assert reasons(facts, {"chosen": 5}, "after") == {"too late"}


def test_starts_that_break_equally_few_kinds_may_each_name_theirs() -> None:
    busy = program("busy", 1, owner="Bappeda", cost=cost(100))
    late = program("late", 1, owner="Bappeda", cost=cost(0, 120), lasts=number(1))
    budget = {2022: Fraction(100)}
    facts = Facts(study(busy, late, plan=Binding(budget=budget, per_owner=1, latest_start=Fraction(3))))
    # busy starts in December and spends all of 2022. late, a month later felt for one month at a cost of 10, breaks
    # the budget from months 0, 1 and 2; from month 3 it costs nothing before 2023, but the owner is busy.
    assert reasons(facts, {"busy": 3}, "late") == {"budget", "capacity"}


def test_no_plan_at_all() -> None:
    unpaid = program("unpaid", 1, dimension="society", funding="none")
    bound = study(
        unpaid,
        budget_opens={"next": date(2023, 1, 1)},
        dimensions={"society": Dimension(quota=(1, 2))},
        plan=Binding(),
    )
    assert planned(bound).choices == []
    assert planned(bound, unfunded=True).within(EQUAL)[0].plan == {"unpaid": 4}
    assert planned(replace(bound, dimensions={"society": Dimension()})).choices[0].plan == {}


def test_faults_of_a_plan_are_found() -> None:
    early = program("early", 1, owner="Bappeda", lasts=number(2), cost=cost(12))
    late = replace(early, id="late", cost=cost(24))
    made = study(early, late, plan=Binding(per_owner=1, total=(0, 1)))
    right = document_of(made)
    (row,) = right["programs"]
    assert list(judged(made, right)) == []

    def faults(**changes: Any) -> str:
        return "\n".join(judged(made, {**right, **changes}))

    assert "brings 0" in faults(programs=[], benefit=0, left_out=[{"id": each, "reason": "total"} for each in "ab"])
    assert "starts later than" in faults(programs=[{**row, "start": 1, "delivers": 2}])
    assert "spends 24" in faults(programs=[{**row, "id": "late", "cost": {"2022": 24}}])
    assert "breaks [('window'" in faults(programs=[{**row, "start": 7}])
    assert "delivers: expected 1" in faults(programs=[{**row, "delivers": 2}])
    assert "unlocked: expected 0" in faults(programs=[{**row, "unlocked": 1}])
    assert "cost: expected" in faults(programs=[{**row, "cost": {"2022": 13}}])
    assert "benefit: expected 25" in faults(benefit=24.9)
    assert "expected one of ['total']" in faults(left_out=[{"id": "late", "reason": "budget"}])
    assert "left out: expected ['late']" in faults(left_out=[])
    assert "gap 0.5" in faults(gap=0.5)
    assert "status 'infeasible'" in faults(status="infeasible")
