"""The agreement of raters: who is compared over what, what moves the score, and who is named."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.written import study, write

import quickwin
from quickwin.answers.agree import compared
from quickwin.answers.agreed import Agreement
from quickwin.answers.agreed_table import as_shown
from quickwin.answers.asking import office
from quickwin.answers.worksheet import worksheets
from quickwin.engine.concordance import concordance

CRITERIA = """
    criteria:
      ease: {worst: 5, best: 1, weight: 60}
      equity: {levels: {none: 0, some: 0.4, most: 1}, weight: 40}
      heads: {measure: beneficiaries, worst: 0, best: 100, weight: 0}
    readiness:
      pillars: {staff: {items: [people, budget]}, site: {}}
"""


def program(impact: str, **more: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in more.items())
    return f"name: P\ntime_to_benefit: 6\nimpact: {impact}\n{lines}"


def rated(*numbers: float | None, names: str = "ABCDE") -> str:
    given = ", ".join(f"{name}: {number}" for name, number in zip(names, numbers, strict=False) if number is not None)
    return f"{{raters: {{{given}}}}}"


def agreed(folder: Path, programs: dict[str, str], criteria: str = CRITERIA) -> Agreement:
    return quickwin.agreement(study(folder, criteria, programs))


def test_points_are_what_the_score_moves(tmp_path: Path) -> None:
    """The same program once with the lowest and once with the highest of its raters, scored each by itself."""
    common = {"readiness": "{staff: {people: 4, budget: 3}}"}
    found = agreed(tmp_path / "a", {"p": program("{ease: {raters: {A: 5, B: 2, C: 1}}, equity: some}", **common)})
    scores = [
        quickwin.rank(
            study(tmp_path / f"{ease}", CRITERIA, {"p": program(f"{{ease: {ease}, equity: some}}", **common)})
        )
        for ease in (5, 1)
    ]
    (one,) = found.talk
    assert (one.lowest, one.lowest_by, one.highest, one.highest_by, one.spread) == ("5", ("A",), "1", ("C",), 1)
    assert one.points == pytest.approx(scores[1]["p"].score - scores[0]["p"].score, abs=1e-9)
    assert one.classes == (scores[0]["p"].class_, scores[1]["p"].class_)


@pytest.mark.parametrize(
    ("stated", "low", "high", "key"),
    [
        ("{staff: {people: {raters: {A: 1, B: 5}}, budget: 3}, site: 4}", "{staff: {people: 1, budget: 3}, site: 4}",
         "{staff: {people: 5, budget: 3}, site: 4}", "readiness.staff.people"),
        ("{staff: {people: 2}, site: {raters: {A: 1, B: 5}}}", "{staff: {people: 2}, site: 1}",
         "{staff: {people: 2}, site: 5}", "readiness.site"),
    ],
)  # fmt: skip
def test_points_of_readiness_too(stated: str, low: str, high: str, key: str, tmp_path: Path) -> None:
    def both(readiness: str) -> dict[str, str]:
        return {"p": program("{ease: 2}", readiness=readiness), "q": program("{ease: 1}", depends_on="[p]")}

    found = agreed(tmp_path / "a", both(stated))
    scores = [
        quickwin.rank(study(tmp_path / name, CRITERIA, both(text)))["p"] for name, text in (("l", low), ("h", high))
    ]
    (one,) = found.talk
    assert (one.key, one.kind) == (key, "readiness")
    assert one.points == pytest.approx(scores[1].score - scores[0].score, abs=1e-9)
    assert one.classes == (scores[0].class_, scores[1].class_)


def test_raters_of_less_than_half_are_not_compared_and_are_named(tmp_path: Path) -> None:
    rows = [(1, 1, None), (2, 2, 5), (3, 4, None), (4, 3, None)]
    found = agreed(tmp_path, {f"p{n}": program(f"{{ease: {rated(*row)}}}") for n, row in enumerate(rows)})
    (ease,) = found.criteria
    assert (ease.raters, ease.left_out, ease.programs) == (("A", "B"), ("C",), 4)
    assert ease.w == pytest.approx(concordance(np.array([[1, 2, 3, 4], [1, 2, 4, 3.0]])).w)
    assert [(one.name, one.given) for one in found.raters] == [("A", 4), ("B", 4), ("C", 1)]


@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=1, max_size=5))
def test_what_is_compared_has_no_hole(rows: list[list[bool]]) -> None:
    rated_at_all = np.array(rows)
    raters, programs = compared(rated_at_all)
    assert rated_at_all[np.ix_(raters, programs)].all()
    whole = rated_at_all.all(axis=1)
    assert (raters | ~whole).all(), "who rated everything is compared"


def test_overall_is_each_raters_own_order_by_impact(tmp_path: Path) -> None:
    levels = ["none", "some", "most"]
    worth = {"none": 0, "some": 0.4, "most": 1}
    ease = [(5, 1, 3), (3, 3, 2), (1, 4, 5), (2, 5, 1)]
    equity = [(0, 1, 2), (1, 1, 0), (2, 0, 1), (0, 2, 2)]
    programs = {}
    for n, (one, two) in enumerate(zip(ease, equity, strict=True)):
        given = ", ".join(f"{name}: {levels[place]}" for name, place in zip("ABC", two, strict=True))
        programs[f"p{n}"] = program(f"{{ease: {rated(*one)}, equity: {{raters: {{{given}}}}}}}")
    found = agreed(tmp_path, programs)
    values = 0.6 * (5 - np.array(ease, dtype=float)) / 4 + 0.4 * np.array(
        [[worth[levels[i]] for i in row] for row in equity]
    )
    assert found.overall.w == pytest.approx(concordance(np.round(values.T, 9)).w)
    assert found.overall.programs == 4


def test_who_turns_the_scale_round_is_named_and_the_reason_left_open(tmp_path: Path) -> None:
    programs = {}
    for n in range(20):
        near = [1 + (n * 7 + shift) % 20 * 4 / 19 for shift in (0, 1, 0, 2)]
        programs[f"p{n:02}"] = program(f"{{ease: {rated(*(round(one, 2) for one in near), round(6 - near[0], 2))}}}")
    found = agreed(tmp_path, programs)
    assert [one.name for one in found.raters if one.unlike] == ["E"]
    (ease,) = found.criteria
    assert ease.unlike == found.overall.unlike == ("E",)
    notes = " ".join(found.tables()[0].notes)
    assert "E puts the programs in another order" in notes
    assert "does not say who is right" in notes


def test_nobody_rated(tmp_path: Path) -> None:
    found = agreed(tmp_path, {"p": program("{ease: 2}")})
    assert (found.raters, found.criteria, found.talk, found.overall.w) == ((), (), (), None)
    assert "--for" in found.tables()[0].notes[0]


def test_neither_files_nor_raters_order_matters(tmp_path: Path) -> None:
    rows = {"a": (1, 2, 3), "b": (2, 3, 1), "c": (5, 4, 4), "d": (3, 3, 5)}
    one = agreed(tmp_path / "1", {key: program(f"{{ease: {rated(*row)}}}") for key, row in rows.items()})
    other = agreed(
        tmp_path / "2",
        {key: program(f"{{ease: {rated(*row[::-1], names='CBA')}}}") for key, row in reversed(rows.items())},
    )
    assert (one.overall.w, one.overall.p) == pytest.approx((other.overall.w, other.overall.p))
    assert [(pair.id, pair.points) for pair in one.talk] == [(pair.id, pair.points) for pair in other.talk]
    assert {rater.name: rater.with_others for rater in one.raters} == pytest.approx(
        {rater.name: rater.with_others for rater in other.raters}
    )


@pytest.mark.parametrize("name", ["", " ", "=cmd", "-1", "x" * 61, "note", "a\nb\x1b", "value"])
def test_what_cannot_be_the_name_of_an_office(name: str) -> None:
    with pytest.raises(quickwin.Usage):
        office(name)


def test_one_office_in_two_ways_is_asked_about(tmp_path: Path) -> None:
    found = study(tmp_path, CRITERIA, {"p": program(f"{{ease: {rated(2)}}}".replace("A:", "Dinas PU:"))})
    with pytest.raises(quickwin.Usage, match="Is “dinas pu” the same as “Dinas PU”"):
        worksheets(found, ["dinas pu"])
    with pytest.raises(quickwin.Usage, match="the same"):
        worksheets(found, ["PDAM", "pdam"])


def test_where_all_is_measured_nobody_is_asked(tmp_path: Path) -> None:
    criteria = "criteria: {heads: {measure: beneficiaries, worst: 0, best: 9}}"
    write(tmp_path, criteria, {"p": "name: P\ntime_to_benefit: 3\n"})
    with pytest.raises(quickwin.Usage, match="No criterion here is judged"):
        worksheets(quickwin.load(tmp_path / "programs"), ["PDAM"])


def test_what_python_shows_of_it(tmp_path: Path) -> None:
    found = agreed(tmp_path, {f"p{n}": program(f"{{ease: {rated(n + 1, n + 1)}}}") for n in range(3)})
    assert repr(found) == "<Agreement '': 2 raters, W 1.00>"
    assert "<table" in found._repr_html_()
    assert found.criteria[0].agreement == "too few to tell"


def test_raters_who_say_the_same_in_two_ways_are_shown_on_the_scale(tmp_path: Path) -> None:
    said = "{ease: {raters: {A: 3, B: 75%, C: '2', D: 100%, E: 1.0}}, equity: {raters: {A: some, B: most}}}"
    readiness = "{staff: {people: {raters: {A: 80%, B: 2}}, budget: 3}, site: 4}"
    found = agreed(tmp_path, {"p": program(said, readiness=readiness)})
    ends = {one.key: (one.lowest, one.lowest_by, one.highest, one.highest_by) for one in found.talk}
    assert ends == {
        "ease": ("3", ("A",), "1", ("D", "E")),  # 5 is worst and 1 best
        "equity": ("some", ("A",), "most", ("B",)),
        "readiness.staff.people": ("2", ("B",), "4.2", ("A",)),
    }


def test_levels_and_measures_beyond_the_best_are_each_named(tmp_path: Path) -> None:
    criteria = """
        criteria:
          equity: {levels: {none: 0, few: 0, most: 1}}
          heads: {curve: [[0, 0], [10, 1]]}
    """
    said = "{equity: {raters: {A: none, B: few, C: most}}, heads: {raters: {A: 5, B: 10, C: 20}}}"
    found = agreed(tmp_path, {"p": program(said)}, criteria)
    assert sorted((one.lowest, one.highest) for one in found.talk) == [("5", "10 / 20"), ("none / few", "most")]


def test_a_rater_with_blanks_is_left_out_overall_and_takes_nothing_from_the_others(tmp_path: Path) -> None:
    ease = [(1, 1, 1, 2), (2, 2, 3, 3), (3, 4, 2, 4), (4, 3, 4, 5)]
    given = ["{A: none, B: none, C: some, D: some}", "{A: some, B: some, C: some}", "{A: most, B: most, C: most}"]
    both = [*given, "{A: none, B: some, C: none}"]
    programs = {
        f"p{n}": program(f"{{ease: {rated(*row)}, equity: {{raters: {equity}}}}}")
        for n, (row, equity) in enumerate(zip(ease, both, strict=True))
    }
    found = agreed(tmp_path, programs)
    assert (found.overall.raters, found.overall.left_out, found.overall.programs) == (("A", "B", "C"), ("D",), 4)
    assert found.overall.w is not None
    assert [(one.name, one.complete) for one in found.raters] == [("A", 4), ("B", 4), ("C", 4), ("D", 1)]
    assert [one.with_others is None for one in found.raters] == [False, False, False, True]
    notes = " ".join(found.tables()[0].notes)
    assert "all criteria of less than half of the programs: D (of 1 program)." in notes


def test_where_nobody_is_compared_overall_the_reason_is_said(tmp_path: Path) -> None:
    found = agreed(tmp_path, {f"p{n}": program(f"{{ease: {rated(n + 1, n + 1)}}}") for n in range(2)})
    assert found.overall.agreement == "nothing to compare"
    assert "Nobody is compared with the others" in " ".join(found.tables()[2].notes)
    assert "fewer than two raters" in " ".join(found.tables()[0].notes)


def test_near_orders_of_a_few_are_not_called_chance(tmp_path: Path) -> None:
    near, far = [(1, 1, 1), (2, 2, 3), (3, 3, 2)], [(1, 2, 3), (2, 3, 1), (3, 1, 2)]
    for folder, rows, word in (("a", near, "near, but too few to be sure"), ("b", far, "no more than chance")):
        found = agreed(tmp_path / folder, {f"p{n}": program(f"{{ease: {rated(*row)}}}") for n, row in enumerate(rows)})
        assert found.criteria[0].agreement == word
        notes = " ".join(found.tables()[0].notes)
        assert ("talk about what is meant by" in notes) == (folder == "b")
        assert ("a strong agreement, which chance gives too" in notes) == (folder == "a")


@pytest.mark.parametrize(
    ("w", "shown"), [(0.6999, "0.6999"), (0.7, "0.70"), (0.4996, "0.4996"), (0.63, "0.63"), (None, None)]
)
def test_a_w_shows_on_which_side_of_its_word_it_is(w: float | None, shown: str | None) -> None:
    assert as_shown(w) == shown
