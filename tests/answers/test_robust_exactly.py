"""Acceptabilities against exact chances: areas of polygons, distribution functions and enumeration.

A share over N draws lies within 4.5 standard errors of the chance; with fixed seeds that is true or false for good.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from math import sqrt
from pathlib import Path

import pytest
from tests.areas import SIMPLEX, HalfPlane, Point, acceptabilities, area, centroid, cut_by, firsts, rectangle
from tests.written import study

import quickwin

DRAWS = 20_000
ERRORS = 4.5
F = Fraction
THREE = [
    (F(9, 10), F(2, 10), F(3, 10)),
    (F(3, 10), F(8, 10), F(4, 10)),
    (F(4, 10), F(4, 10), F(8, 10)),
    (F(5, 10), F(5, 10), F(5, 10)),
]
"""Values of four programs on three criteria."""


def near(found: float, chance: F | float, draws: int = DRAWS) -> bool:
    """Whether a share lies within 4.5 standard errors of a chance; 0 and 1 exactly."""
    return abs(found - float(chance)) <= ERRORS * sqrt(float(chance * (1 - chance)) / draws) + 1e-12


def leaves(weights: Sequence[object], more: str = "") -> str:
    """Criteria a, b, … on scales from 0 to 1, with these weights."""
    lines = [
        f"  {name}: {{worst: 0, best: 1, weight: {weight}}}" for name, weight in zip("abcde", weights, strict=False)
    ]
    return "criteria:\n" + "\n".join(lines) + "\nreadiness: {delay: 0, loss: 0}\n" + more


def valued(values: Sequence[F], more: str = "time_to_benefit: 0\nreadiness: 5") -> str:
    stated = ", ".join(f"{name}: {float(value)!r}" for name, value in zip("abcde", values, strict=False))
    return f"name: P\nimpact: {{{stated}}}\n{more}\n"


def of_three(folder: Path, weights: Sequence[object], values: Sequence[Sequence[F]] = THREE) -> quickwin.Study:
    return study(folder, leaves(weights), {f"p{at}": valued(one) for at, one in enumerate(values)})


def on_simplex(values: Sequence[F]) -> HalfPlane:
    """A score as a plane over the weights x, y, 1 − x − y."""
    return values[0] - values[2], values[1] - values[2], values[2]


def assert_as(result: quickwin.Robustness, expected: list[list[F]]) -> None:
    for program, chances in enumerate(expected):
        found = result[f"p{program}"].acceptability
        assert all(near(share, chance) for share, chance in zip(found, chances, strict=True)), (program, found, chances)


@pytest.mark.parametrize("seed", [0, 1])
def test_any_weights(seed: int, tmp_path: Path) -> None:
    result = quickwin.robust(of_three(tmp_path, (1, 1, 1)), weights="any", draws=DRAWS, seed=seed)
    planes = [on_simplex(one) for one in THREE]
    assert_as(result, acceptabilities(planes, SIMPLEX))
    for program in range(4):
        polygon = firsts(planes, program, SIMPLEX)
        share = area(polygon) / area(SIMPLEX) if polygon else F(0)
        central = result[f"p{program}"].central_weights
        if not share:
            assert (central, result[f"p{program}"].confidence) == (None, None)
            continue
        x, y = centroid(polygon)
        exact = (x, y, 1 - x - y)
        assert central
        for key, weight in zip("abc", exact, strict=True):
            assert central[key] == pytest.approx(float(weight), abs=ERRORS * 0.3 / sqrt(float(share) * DRAWS))
        assert result[f"p{program}"].confidence == 1


def test_weights_in_their_order(tmp_path: Path) -> None:
    result = quickwin.robust(of_three(tmp_path, (5, 3, 2)), weights="order", draws=DRAWS)
    ordered = cut_by(SIMPLEX, [(F(1), F(-1), F(0)), (F(1), F(2), F(-1))])  # x ≥ y ≥ 1 − x − y
    assert area(ordered) == F(1, 12)
    assert_as(result, acceptabilities([on_simplex(one) for one in THREE], ordered))


def test_equal_weights_may_fall_either_way(tmp_path: Path) -> None:
    result = quickwin.robust(of_three(tmp_path, (3, 3, 2)), weights="order", draws=DRAWS)
    smallest = cut_by(SIMPLEX, [(F(2), F(1), F(-1)), (F(1), F(2), F(-1))])  # both others ≥ 1 − x − y
    assert_as(result, acceptabilities([on_simplex(one) for one in THREE], smallest))


def test_a_weight_of_0_stays_0(tmp_path: Path) -> None:
    given = of_three(tmp_path, (1, 1, 0))
    for kind in ("any", "order", "around"):
        result = quickwin.robust(given, weights=kind, draws=2000)  # type: ignore[arg-type]  # each is a kind
        assert all(one.central_weights["c"] == 0 for one in result if one.central_weights)
    result = quickwin.robust(given, weights="any", draws=DRAWS)
    lines = [(one[0] - one[1], F(0), one[1]) for one in THREE]  # over x alone
    assert_as(result, acceptabilities(lines, rectangle((F(0), F(1)), (F(0), F(1)))))


@pytest.mark.parametrize("spread", [F(1, 2), F(1, 5), F(1)])
def test_weights_around_their_values(spread: F, tmp_path: Path) -> None:
    values = [(F(9, 10), F(2, 10)), (F(3, 10), F(8, 10)), (F(6, 10), F(5, 10))]
    result = quickwin.robust(of_three(tmp_path, (55, 45), values), spread=float(spread), draws=DRAWS)
    ends = (1 - spread, 1 + spread)
    planes = [(55 * one[0], 45 * one[1], F(0)) for one in values]  # normalising both weights moves no rank
    assert_as(result, acceptabilities(planes, rectangle(ends, ends)))


def test_weights_from_their_intervals(tmp_path: Path) -> None:
    values = [(F(9, 10), F(2, 10)), (F(3, 10), F(8, 10)), (F(6, 10), F(5, 10))]
    weights = ("{low: 20, high: 70}", "{low: 30, high: 50}")
    result = quickwin.robust(of_three(tmp_path, weights, values), weights="intervals", draws=DRAWS)
    polygon = rectangle((F(20), F(70)), (F(30), F(50)))
    assert_as(result, acceptabilities([(one[0], one[1], F(0)) for one in values], polygon))


def triangular(low: F, peak: F, high: F, x: F) -> F:
    """The distribution function of the triangular distribution."""
    if x <= peak:
        return (x - low) ** 2 / ((high - low) * (peak - low)) if x > low else F(0)
    return 1 - (high - x) ** 2 / ((high - low) * (high - peak)) if x < high else F(1)


def test_a_triangular_weight(tmp_path: Path) -> None:
    values = [(F(9, 10), F(2, 10)), (F(3, 10), F(8, 10))]  # the first is ahead where its criterion weighs as much
    given = of_three(tmp_path, ("{low: 10, likely: 30, high: 90}", 40), values)
    result = quickwin.robust(given, weights="intervals", draws=DRAWS)
    assert near(result["p0"].first, 1 - triangular(F(10), F(30), F(90), F(40)))


def test_intervals_need_one(tmp_path: Path) -> None:
    with pytest.raises(quickwin.Usage, match="low: 20, high: 40"):
        quickwin.robust(of_three(tmp_path, (1, 1, 1)), weights="intervals")


@pytest.mark.parametrize(
    ("months", "chance"),
    [
        ("{low: 3, high: 15}", F(5, 12)),  # ahead before month 8
        ("{low: 4, likely: 6, high: 14}", triangular(F(4), F(6), F(14), F(8))),
        ("{low: 4, likely: 14, high: 14}", triangular(F(4), F(14), F(14), F(8))),
        ("{low: 4, likely: 4, high: 14}", 1 - F(36, 100)),
    ],
)
def test_uncertain_months(months: str, chance: F, tmp_path: Path) -> None:
    programs = {"p0": valued((F(1, 2),), f"time_to_benefit: {months}"), "p1": valued((F(1, 2),), "time_to_benefit: 8")}
    result = quickwin.robust(
        study(tmp_path, leaves((1,)), {k: v + "readiness: 5\n" for k, v in programs.items()}), draws=DRAWS
    )
    assert near(result["p0"].first, chance)
    low = result["p0"].interval[0]
    assert 0 < low < result["p0"].expected_score < result["p0"].interval[1] < 50


def test_months_go_through_the_critical_path(tmp_path: Path) -> None:
    programs = {
        "base": valued((F(0),), "time_to_benefit: {low: 2, high: 10}\nreadiness: 5"),
        "p0": valued((F(1, 2),), "time_to_benefit: 3\nreadiness: 5\ndepends_on: [base]"),
        "p1": valued((F(1, 2),), "time_to_benefit: 8\nreadiness: 5"),
    }
    result = quickwin.robust(study(tmp_path, leaves((1,)), programs), draws=DRAWS)
    assert near(result["p0"].first, F(3, 8))  # base before month 5
    assert near(
        quickwin.robust(
            study(tmp_path, leaves((1,), "deadline: 9\nquick_win: {impact: 0.5}\n"), programs), draws=DRAWS
        )["p0"].quick_win,
        F(4, 8),
    )


def test_raters_are_drawn_anew_together(tmp_path: Path) -> None:
    ratings = {"p0": {"A": 1, "B": 0, "C": F(1, 2)}, "p1": {"A": F(2, 5), "B": F(3, 5)}}
    programs = {
        id: "name: P\ntime_to_benefit: 0\nreadiness: 5\nimpact:\n  a:\n    raters:\n"
        + "".join(f"      {office}: {float(score)}\n" for office, score in given.items())
        for id, given in ratings.items()
    }
    result = quickwin.robust(study(tmp_path, leaves((1,)), programs), draws=DRAWS)
    first, wins = Counter[str](), F(0)
    for drawn in product("ABC", repeat=3):
        scores = {}
        for id, given in ratings.items():
            heard = [F(given[office]) for office in drawn if office in given] or [F(x) for x in given.values()]
            scores[id] = sum(heard, F(0)) / len(heard)
        first["p0"] += scores["p0"] > scores["p1"]
        wins += F(scores["p0"] > scores["p1"]) + F(scores["p0"] == scores["p1"], 2)
    assert near(result["p0"].first, wins / 27)
    assert result.raters == ("A", "B", "C")


def test_what_is_missing_may_be_anything(tmp_path: Path) -> None:
    programs = {
        "p0": "name: P\ntime_to_benefit: 6\nreadiness: 5\n",
        "p1": valued((F(3, 10),), "time_to_benefit: 6\nreadiness: 5"),
    }
    result = quickwin.robust(study(tmp_path, leaves((1,)), programs), draws=DRAWS)
    assert near(result["p0"].first, F(7, 10))
    assert near(result["p0"].quick_win, F(6, 10))  # 0.4 and more
    assert result["p0"].score == 0


def test_cost_for_each_person_is_drawn_where_it_is_known_and_may_be_anything_elsewhere(tmp_path: Path) -> None:
    criteria = """
        criteria: {a: {measure: cost_per_beneficiary, worst: 100, best: 0}}
        readiness: {delay: 0, loss: 0}
    """
    programs = {
        "p0": "name: P\ntime_to_benefit: 0\nreadiness: 5\ncost: {low: 200, high: 600}\nbeneficiaries: 10\n",  # 20 to 60
        "p1": "name: P\ntime_to_benefit: 0\nreadiness: 5\ncost: 300\n",  # nobody knows how many
        "p2": "name: P\ntime_to_benefit: 0\nreadiness: 5\ncost: 300\nbeneficiaries: {low: 0, high: 20}\n",
        "p3": "name: P\ntime_to_benefit: 0\nreadiness: 5\nbeneficiaries: {low: 5, high: 20}\n",  # at no known cost
        "p4": "name: P\ntime_to_benefit: 0\nreadiness: 5\ncost: {low: 1, high: 2}\nbeneficiaries: 0\n",
    }
    result = quickwin.robust(study(tmp_path, criteria, programs), draws=DRAWS)
    known, free, few = (result[id] for id in ("p0", "p1", "p2"))
    assert known.expected_score == pytest.approx(60, abs=4.5 * 40 / sqrt(12 * DRAWS))
    for one in (free, result["p3"], result["p4"]):
        assert one.expected_score == pytest.approx(50, abs=4.5 * 100 / sqrt(12 * DRAWS))
        assert one.interval == pytest.approx((5, 95), abs=1)
    # 100 − 300 / people, and 0 where there are fewer than 3
    steps = [20 * (step + 0.5) / 100_000 for step in range(100_000)]
    mean = sum(max(0.0, 100 - 300 / people) for people in steps) / len(steps)
    assert few.expected_score == pytest.approx(mean, abs=0.8)


def test_a_pillar_that_is_not_stated_may_be_anything_and_still_fails_its_gate(tmp_path: Path) -> None:
    criteria = leaves((1,)).replace(
        "readiness: {delay: 0, loss: 0}", "readiness: {delay: 0, loss: 1, pillars: {x: {}, y: {}}}"
    )
    programs = {
        "p0": valued((F(1),), "time_to_benefit: 0\nreadiness: {x: 5}"),  # delivers with (1 + y) / 2
        "p1": valued((F(8, 10),), "time_to_benefit: 0\nreadiness: 5"),
    }
    result = quickwin.robust(study(tmp_path, criteria, programs), draws=DRAWS)
    assert near(result["p0"].first, F(4, 10))
    assert (result["p0"].quick_win, result["p1"].quick_win) == (0, 1)


def test_levels_are_drawn_by_their_values(tmp_path: Path) -> None:
    criteria = "criteria: {a: {levels: {none: 0, some: 0.4, most: 1}}}\nreadiness: {delay: 0, loss: 0}\n"
    programs = {
        "p0": "name: P\ntime_to_benefit: 0\nreadiness: 5\nimpact: {a: {low: none, likely: some, high: most}}\n",
        "p1": "name: P\ntime_to_benefit: 12\nreadiness: 5\nimpact: {a: most}\n",  # 50
    }
    result = quickwin.robust(study(tmp_path, criteria, programs), draws=DRAWS)
    assert near(result["p0"].first, 1 - triangular(F(0), F(2, 5), F(1), F(1, 2)))


def test_groups_are_drawn_apart(tmp_path: Path) -> None:
    criteria = """
        criteria:
          a: {worst: 0, best: 1}
          g: {criteria: {b: {worst: 0, best: 1}, c: {worst: 0, best: 1}}}
        readiness: {delay: 0, loss: 0}
    """
    programs = {"p0": valued((F(0), F(1), F(2, 10))), "p1": valued((F(1, 2), F(1, 2), F(1, 2)))}
    result = quickwin.robust(study(tmp_path, criteria, programs), weights="any", draws=DRAWS)
    # p0 is ahead where (1 − s) (0.2 + 0.8 t) > 1/2; s and t are uniform
    steps = 20_000
    chance = sum(max(0.0, 1 - 0.5 / (0.2 + 0.8 * (step + 0.5) / steps)) for step in range(steps)) / steps
    assert near(result["p0"].first, chance)


def test_the_confidence_is_the_share_of_the_draws_with_the_central_weights(tmp_path: Path) -> None:
    programs = {
        "p0": "name: P\ntime_to_benefit: 0\nreadiness: 5\nimpact: {a: {low: 0, high: 1}, b: 0.5}\n",
        "p1": valued((F(1, 2), F(1, 2))),
    }
    result = quickwin.robust(study(tmp_path, leaves((1, 1)), programs), weights="any", draws=DRAWS)
    assert near(result["p0"].first, F(1, 2))  # whatever the weights
    assert result["p0"].confidence == pytest.approx(result["p0"].first)
    assert result["p1"].confidence == pytest.approx(result["p1"].first)


def test_programs_that_tie_share_their_ranks(tmp_path: Path) -> None:
    values = [THREE[0], THREE[0], THREE[1], THREE[0]]
    result = quickwin.robust(of_three(tmp_path, (1, 1, 1), values), weights="any", draws=2000)
    twins = [result[id] for id in ("p0", "p1", "p3")]
    assert twins[0].acceptability == twins[1].acceptability == twins[2].acceptability
    ahead = result["p2"].first
    assert twins[0].acceptability == pytest.approx([(1 - ahead) / 3, 1 / 3, 1 / 3, ahead / 3])
    assert result["p2"].acceptability == pytest.approx([ahead, 0, 0, 1 - ahead])
    for one in result:
        assert sum(one.acceptability) == pytest.approx(1, abs=1e-12)
    for rank in range(4):
        assert sum(one.acceptability[rank] for one in result) == pytest.approx(1, abs=1e-12)
    assert all(one.confidence == pytest.approx(1 / 3) for one in twins)


def points(*pairs: tuple[int, int]) -> tuple[Point, ...]:
    return tuple((F(x), F(y)) for x, y in pairs)


def test_the_areas_of_this_test_are_right() -> None:
    square = points((0, 0), (2, 0), (2, 2), (0, 2))
    assert (area(square), centroid(square)) == (4, (1, 1))
    assert area(cut_by(square, [(F(-1), F(-1), F(3))])) == F(7, 2)
    assert acceptabilities([(F(1), F(0), F(0)), (F(0), F(1), F(0))], square) == [[F(1, 2), F(1, 2)]] * 2
