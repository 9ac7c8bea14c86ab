"""What the robustness of a study says in sentences, and where it is silent."""

from pathlib import Path

import pytest
from tests.written import CRITERIA, PROGRAM, study

import quickwin
from quickwin.answers.robust_table import in_places

RANGE = "{low: 5, high: 20}"
RATED = CRITERIA.replace("weight: 60", "weight: {raters: {A: 50, B: 70}}")


def said(result: quickwin.Robustness) -> str:
    return "\n".join(sentence for table in result.tables() for sentence in (*table.lead, *table.notes))


def of(folder: Path, programs: dict[str, str], criteria: str = CRITERIA, **options: object) -> str:
    return said(quickwin.robust(study(folder, criteria, programs), **({"draws": 400} | options)))  # type: ignore[arg-type]


def better(**changes: str) -> str:
    text = PROGRAM
    for key, value in changes.items():
        text = text.replace({"months": "time_to_benefit: 6", "ease": "ease: 4", "name": "Counter"}[key], value)
    return text


def test_who_is_sure_who_hangs_and_who_never(tmp_path: Path) -> None:
    text = of(
        tmp_path,
        {
            "a": better(name="Sure", months="time_to_benefit: 2"),
            "b": better(name="Open", months=f"time_to_benefit: {RANGE}"),
            "c": better(name="Never", months="time_to_benefit: 20"),
        },
    )
    assert "The one quick win holds in at least 95% of the draws: Sure." in text
    assert "None as the numbers stand, but one in some of the draws: Open (4" in text  # (12 − 5) / 15
    assert "Hardly ever one, in at most 5% of the draws: 1 program." in text
    assert "Sure is first in 100% of the draws." in text


def test_nothing_is_sure(tmp_path: Path) -> None:
    text = of(tmp_path, {"c": better(months="time_to_benefit: 20")})
    assert "No program is a quick win as the numbers stand;" in text
    assert "Hardly ever one, in at most 5% of the draws: 1 program." in text
    assert "Counter is first in 100% of the draws." in text


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (("2", "3"), "Of 2 quick wins, 2 hold in at least 95% of the draws: P0 and P1."),
        (("2", "{low: 5, likely: 9, high: 20}"), "Of 2 quick wins, 1 holds in at least 95% of the draws: P0."),
        (("{low: 5, likely: 9, high: 20}",), "The one quick win does not hold in 95% of the draws."),
        (("{low: 5, likely: 9, high: 20}",) * 2, "Of 2 quick wins, none holds in 95% of the draws."),
    ],
)
def test_the_quick_wins_of_the_ranking_are_answered_for(months: tuple[str, ...], words: str, tmp_path: Path) -> None:
    programs = {f"p{at}": better(name=f"P{at}", months=f"time_to_benefit: {one}") for at, one in enumerate(months)}
    text = of(tmp_path, programs, spread=0)
    assert words in text
    if "none" in words or "not" in words:
        assert "Not sure to be one: P0 (" in text


def test_a_stated_score_above_its_draws_is_called_hopeful(tmp_path: Path) -> None:
    programs = {"a": better(months="time_to_benefit: {low: 6, likely: 6, high: 23}"), "b": better(name="Sound")}
    text = of(tmp_path, programs, spread=0)
    assert "Hopeful as stated, above nineteen of twenty draws: Counter (45.8)." in text
    assert "Sound (" not in text.partition("Hopeful")[2].partition(".")[0]


@pytest.mark.parametrize(
    ("months", "word"),
    [(RANGE, "1 number from its range"), ("6", "each weight times 50% to 150%, then all brought back to 100%.")],
)
def test_what_was_drawn(months: str, word: str, tmp_path: Path) -> None:
    text = of(tmp_path, {"a": better(months=f"time_to_benefit: {months}"), "b": PROGRAM})
    assert word in text
    assert text.startswith("400 draws: ")


def test_raters_and_what_nobody_stated_are_counted(tmp_path: Path) -> None:
    programs = {
        "a": better(ease="ease: {raters: {A: 2, B: 4}}"),
        "b": PROGRAM.replace("impact: {ease: 4, equity: some}", ""),
    }
    text = of(tmp_path, programs, weights="any")
    assert "any weights at all; 2 raters drawn anew for 1 number; 2 numbers that nobody stated." in text
    assert "raters" not in of(tmp_path / "weights", {"a": PROGRAM}, RATED)
    assert "weights as they are stated" in of(tmp_path / "weights", {"a": PROGRAM}, RATED, spread=0)


def test_assumed_numbers_without_a_range_are_counted(tmp_path: Path) -> None:
    programs = {
        "a": better(ease="ease: {value: 4, assumed: true}", months="time_to_benefit: {low: 2, high: 4, assumed: true}"),
        "b": better(ease="ease: {value: 3, assumed: true}"),
    }
    assert "2 assumed numbers have no range, so nothing here shows what a mistake in them would change." in of(
        tmp_path, programs
    )
    assert "1 assumed number has no range" in of(tmp_path / "one", {"a": programs["a"]})


def test_a_pair_that_is_level_is_named_once(tmp_path: Path) -> None:
    programs = {
        "a": better(name="One"),
        "b": better(name="Other", months="time_to_benefit: {low: 5, high: 7}"),
        "c": better(name="Third", months="time_to_benefit: 20"),
        "d": better(name="Fourth", months="time_to_benefit: {low: 19, high: 21}"),
    }
    result = quickwin.robust(study(tmp_path, CRITERIA, programs), draws=400)
    text = said(result)
    assert {(pair.above, pair.below) for pair in result.pairs} == {("a", "b"), ("c", "d")}
    assert all(0.4 < pair.wins < 0.6 for pair in result.pairs)
    assert "The first place is open:" in text
    assert "One is ahead of Other" not in text  # the sentence above says it
    assert "Third is ahead of Fourth in" in text


def test_a_precision_that_was_not_met_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quickwin.answers.robust.MOST_CELLS", 1000)
    programs = {"a": PROGRAM, "b": better(months="time_to_benefit: {low: 5, high: 7}")}
    assert "the precision asked for was not met" in of(tmp_path, programs, draws=100, precision=0.001)
    assert "was not met" not in of(tmp_path, programs, draws=100, precision=0.2)


def test_a_weight_that_turns_is_told_in_a_sentence(tmp_path: Path) -> None:
    programs = {
        "a": better(name="Easy", ease="ease: 5"),
        "b": better(name="Fair", ease="ease: 3").replace("some", "most"),
    }
    text = of(tmp_path, programs)
    # Easy: s + 0.4 (1 − s); Fair: 0.5 s + (1 − s): level at s = 6/11
    assert "If the weight of ease falls from 60.0% to 54.5%, Fair passes Easy." in text


def test_nothing_turns(tmp_path: Path) -> None:
    programs = {
        "a": better(name="Best", ease="ease: 5").replace("some", "most"),
        "b": better(months="time_to_benefit: 20"),
    }
    criteria = CRITERIA + "    quick_win: {impact: 0}\n"
    assert "No single weight turns the first place" in of(tmp_path, programs, criteria)


def test_a_tie_is_decided_by_the_slightest_change(tmp_path: Path) -> None:
    # Easy: 0.5 · 1 + 0.5 · 0; Fair: 0.5 · 0 + 0.5 · 1
    programs = {
        "a": better(name="Easy", ease="ease: 5").replace("some", "none"),
        "b": better(name="Fair", ease="ease: 1").replace("some", "most"),
    }
    text = of(tmp_path, programs, CRITERIA.replace("60", "50").replace("40", "50"))
    assert "As the weights stand they are level: the slightest change of ease decides whether" in text
    assert "from 50.0% to 50.0%" not in text


def test_which_are_best_by_their_means_is_told_by_name(tmp_path: Path) -> None:
    programs = {
        "a": better(name="One"),
        "b": better(name="Other", months=f"time_to_benefit: {RANGE}"),
        "c": better(name="Third", months="time_to_benefit: 22"),
    }
    text = of(tmp_path, programs, top=2, spread=0)
    assert "Best by the mean of their scores: One (45.8) and Other (" in text
    assert " together." in text
    assert "No single number would change that choice; knowing all of them would add 0.00." in text
    assert "There are no more programs than are chosen, 3, so there is nothing to choose." in of(
        tmp_path, programs, top=5
    )


def test_a_program_whose_text_is_hostile_is_only_text(tmp_path: Path) -> None:
    programs = {"a": better(name='"[red]Bo\\e[31mld{x} <b>"'), "b": PROGRAM}
    result = quickwin.robust(study(tmp_path, CRITERIA, programs), draws=50)
    assert "\x1b" not in repr(result)
    assert "<b>" not in result._repr_html_()


@pytest.mark.parametrize(
    "option",
    [
        {"weights": "most"},
        {"spread": 1.5},
        {"draws": 0},
        {"draws": 1_000_001},
        {"seed": -1},
        {"top": 0},
        {"precision": 0.0},
        {"precision": 1.0},
    ],
)
def test_what_is_out_of_range_is_refused(option: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=next(iter(option))):
        quickwin.robust(study(tmp_path), **option)  # type: ignore[arg-type]  # that is the point


def test_what_would_not_fit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = study(tmp_path, CRITERIA, {"a": PROGRAM, "b": PROGRAM})
    monkeypatch.setattr("quickwin.answers.robust.MOST_CELLS", 1000)
    with pytest.raises(quickwin.Usage, match="--draws 500 or less"):
        quickwin.robust(given, draws=501)
    monkeypatch.setattr("quickwin.answers.robust.MOST_RANKS", 1)
    with pytest.raises(quickwin.Usage, match="at most 1"):
        quickwin.robust(given)


def test_programs_that_were_left_out_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "programs"
    study(tmp_path)
    (folder / "broken.yaml").write_text("name: No time\n")
    result = quickwin.robust(quickwin.load(folder, skip_invalid=True), draws=20)
    assert "Left out: programs/broken.yaml (broken)." in said(result)
    assert result.document()["skipped"][0]["id"] == "broken"


def test_where_no_program_is_left_it_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "programs"
    study(tmp_path)
    (folder / "counter.yaml").write_text("name: No time\n")
    with pytest.raises(quickwin.Usage, match="No program is left"):
        quickwin.robust(quickwin.load(folder, skip_invalid=True))


def test_ranks_are_gathered_in_places() -> None:
    assert in_places((0.25,) * 4) == (0.25,) * 4
    assert in_places((1 / 48,) * 48) == pytest.approx((1 / 12,) * 12)
    gathered = in_places((0.1,) * 5 + (0.0,) * 10 + (0.25, 0.25))
    assert len(gathered) == 12
    assert sum(gathered) == pytest.approx(1)


def test_a_result_is_a_sequence_by_place_and_by_id(tmp_path: Path) -> None:
    result = quickwin.robust(study(tmp_path, CRITERIA, {f"p{at}": PROGRAM for at in range(25)}), draws=20)
    assert (len(result), result[0].id, result["p3"].id) == (25, "p0", "p3")
    assert [one.id for one in result][:2] == ["p0", "p1"]
    assert "… and 5 more" in repr(result)
    with pytest.raises(KeyError, match="nobody"):
        result["nobody"]


def test_one_program_is_no_choice(tmp_path: Path) -> None:
    assert "There is only one program, so there is nothing to choose." in of(tmp_path, {"a": PROGRAM})


def test_who_is_none_now_but_nearly_always_one_has_a_sentence(tmp_path: Path) -> None:
    slow = better(name="Slow", months="time_to_benefit: {low: 5, likely: 12.1, high: 12.2}")
    text = of(tmp_path, {"a": slow, "b": better(name="Sure")}, spread=0)
    assert "None as the numbers stand, but one in at least 95% of the draws: Slow (9" in text


def test_of_few_draws_nothing_is_called_hopeful(tmp_path: Path) -> None:
    programs = {"a": better(months="time_to_benefit: {low: 6, likely: 6, high: 23}"), "b": better(name="Sound")}
    assert "Hopeful" not in of(tmp_path, programs, spread=0, draws=99)
