"""Many draws: the same on one processor or more, as many as asked for, and exact where they can be."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.oracle.inventing import invented
from tests.oracle.writing import write

import quickwin
from quickwin.engine import confidence as confidences
from quickwin.engine import simulation
from quickwin.engine.confidence import confidence
from quickwin.engine.doubt import Doubt, Panels, Spreads
from quickwin.engine.draw import KINDS, Manner, by_raters, drawn, generator, spread_out
from quickwin.engine.sharing import in_order
from quickwin.engine.simulation import IN_95_PERCENT, Goal, Simulation, block_size, simulate
from quickwin.study.arrays import arrays
from quickwin.study.doubt import doubtful


def doubt_of(seed: int, folder: Path) -> Doubt:
    study = quickwin.load(write(invented(seed), folder, seed))
    return doubtful(study, arrays(study)).doubt


def assert_same(one: Simulation, other: Simulation) -> None:
    for name in ("scores", "quick_wins", "shares"):
        assert getattr(one, name).tobytes() == getattr(other, name).tobytes()
    assert one.tally.acceptabilities().tobytes() == other.tally.acceptabilities().tobytes()
    assert one.tally.firsts.tobytes() == other.tally.firsts.tobytes()


@pytest.mark.parametrize("seed", range(6))
def test_the_same_seed_gives_the_same_bytes_on_one_processor_or_more(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = doubt_of(seed, tmp_path)
    manner = Manner(KINDS[seed % 3], 0.5, seed, 64)
    rows = np.arange(len(doubt.inputs.planned))
    monkeypatch.setattr(simulation, "CELLS_WORTH_SHARING", 0)
    found = []
    for many in (1, 2, 5):
        monkeypatch.setattr(simulation, "workers", lambda many=many: many)
        monkeypatch.setattr(confidences, "workers", lambda many=many: many)
        result = simulate(doubt, manner, rows, Goal(1000))
        central = result.tally.central_weights(result.tally.acceptabilities()[:, 0])
        found.append((result, confidence(doubt, manner, rows, central, (), 1000)))
    for other, sure in found[1:]:
        assert_same(found[0][0], other)
        assert found[0][1].tobytes() == sure.tobytes()


@pytest.mark.parametrize("few", [100, 2])
@pytest.mark.parametrize("seed", range(12))
def test_confidence_from_kept_parts_is_that_of_draws_made_again(
    seed: int, few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where candidates are first compared with those that stand high."""
    monkeypatch.setattr(confidences, "FEW", few)
    monkeypatch.setattr(confidences, "HIGH", 2)
    doubt = doubt_of(seed, tmp_path)
    manner, rows = Manner("around", 0.5, seed, 64), np.arange(len(doubt.inputs.planned))
    result = simulate(doubt, manner, rows, Goal(500))
    first = result.tally.acceptabilities()[:, 0]
    central = result.tally.central_weights(first)
    again = confidence(doubt, manner, rows, central, (), 500)
    assert bool(result.parts) == doubt.beyond_weights
    if result.parts:
        np.testing.assert_array_equal(confidence(doubt, manner, rows, central, result.parts, 500), again)
    assert (np.isnan(again) == (first == 0)).all()


@pytest.mark.parametrize("seed", range(12))
def test_numbers_that_are_copied_in_stretches_land_where_they_do_one_by_one(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt, manner = doubt_of(seed, tmp_path), Manner("around", 0.5, seed, 16)
    found = []
    for short in (1, 10**9):
        monkeypatch.setattr("quickwin.engine.doubt.SHORT", short)
        found.append(drawn(doubt, manner, 0).inputs)
    for name in ("values", "planned", "lasts", "pillars", "reachable", "assumed"):
        np.testing.assert_array_equal(getattr(found[0], name), getattr(found[1], name))
    assert [len(one.runs()) for one in doubt.sums.values()].count(0) == len(doubt.sums)


def test_a_draw_does_not_depend_on_how_many_follow(tmp_path: Path) -> None:
    doubt = doubt_of(3, tmp_path)
    manner, rows = Manner("around", 0.5, 7, 64), np.arange(len(doubt.inputs.planned))
    few, many = simulate(doubt, manner, rows, Goal(100)), simulate(doubt, manner, rows, Goal(300))
    np.testing.assert_array_equal(few.scores, many.scores[:, :100])
    assert (few.draws, many.draws) == (100, 300)


def test_draws_go_on_until_they_are_exact_enough(tmp_path: Path) -> None:
    doubt = doubt_of(3, tmp_path)
    manner, rows = Manner("around", 0.5, 7, 64), np.arange(len(doubt.inputs.planned))
    result = simulate(doubt, manner, rows, Goal(100, 0.02))
    share = result.tally.acceptabilities()
    widths = IN_95_PERCENT * np.sqrt(share * (1 - share) / result.draws)
    assert widths.max() < 0.02
    assert result.draws > 1000
    fewer = simulate(doubt, manner, rows, Goal(result.draws // 2))
    share = fewer.tally.acceptabilities()
    assert (IN_95_PERCENT * np.sqrt(share * (1 - share) / fewer.draws)).max() > 0.02


def test_draws_end_where_there_may_be_no_more(tmp_path: Path) -> None:
    doubt = doubt_of(3, tmp_path)
    rows = np.arange(len(doubt.inputs.planned))
    assert simulate(doubt, Manner("around", 0.5, 7, 64), rows, Goal(100, 0.001, most=500)).draws == 500
    assert simulate(doubt, Manner("around", 0.5, 7, 64), rows, Goal(100, 0.001, most=70)).draws == 70


def test_broken_off_what_was_drawn_is_the_result(tmp_path: Path) -> None:
    doubt = doubt_of(3, tmp_path)
    manner, rows = Manner("around", 0.5, 7, 64), np.arange(len(doubt.inputs.planned))

    def interrupt(done: int, of: int) -> None:
        assert of == 1000
        if done >= 192:
            raise KeyboardInterrupt

    result = simulate(doubt, manner, rows, Goal(1000), tell=interrupt)
    assert (result.stopped, result.draws) == (True, 192)
    assert_same(replace(result, stopped=False), simulate(doubt, manner, rows, Goal(192)))


@pytest.mark.parametrize("moment", ["add", "parts"])
def test_an_interruption_never_leaves_a_block_half_counted(
    moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle of counting a block waits until it is counted."""
    doubt = doubt_of(3, tmp_path)
    manner, rows = Manner("around", 0.5, 7, 64), np.arange(len(doubt.inputs.planned))
    add = simulation.Tally.add

    def pressed(tally: simulation.Tally, *arguments: Any) -> None:
        if moment == "add":
            os.kill(os.getpid(), signal.SIGINT) if tally.draws == 128 else None
        add(tally, *arguments)
        if moment == "parts" and tally.draws == 192:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(simulation.Tally, "add", pressed)
    result = simulate(doubt, manner, rows, Goal(1000))
    monkeypatch.setattr(simulation.Tally, "add", add)
    assert (result.stopped, result.draws) == (True, 192)
    assert_same(replace(result, stopped=False), simulate(doubt, manner, rows, Goal(192)))


def test_results_come_in_the_order_of_the_tasks_and_an_error_comes_through() -> None:
    def work(task: int) -> int:
        if task == 30:
            raise ValueError("thirty")
        return task * task

    def tasks() -> Iterator[int]:
        yield from range(40)

    assert list(in_order(work, range(25), many=3)) == [task * task for task in range(25)]
    with pytest.raises(ValueError, match="thirty"):
        list(in_order(work, tasks(), many=3))


def test_blocks_are_larger_for_smaller_studies(tmp_path: Path) -> None:
    doubt = doubt_of(3, tmp_path)
    assert block_size(doubt) == 1024
    many = 1000
    large = replace(doubt, inputs=replace(doubt.inputs, planned=np.zeros(many)))
    assert block_size(large) == 128
    assert block_size(replace(doubt, inputs=replace(doubt.inputs, planned=np.zeros(10**6)))) == 16


def moments(low: float, peak: float, high: float) -> tuple[float, float]:
    """Mean and variance: of the triangular distribution, or of the uniform one where the peak is NaN."""
    if np.isnan(peak):
        return (low + high) / 2, (high - low) ** 2 / 12
    squares = low**2 + peak**2 + high**2 - low * peak - low * high - peak * high
    return (low + peak + high) / 3, squares / 18


def test_numbers_have_the_moments_and_ends_of_their_distributions() -> None:
    ranges = [(1.0, 2.0, 5.0), (1.0, 1.0, 5.0), (1.0, 5.0, 5.0), (-3.0, np.nan, 5.0), (0.0, 0.5, 1.0)] * 3
    low, peak, high = np.array(ranges).T
    out = np.empty((40_000, len(ranges)))
    spread_out(Spreads(low, peak, high), generator(Manner("around", 0.5, 0, 1), 0), out)
    out = out.T
    for numbers, (least, top, most) in zip(out, ranges, strict=True):
        mean, variance = moments(least, top, most)
        assert least <= numbers.min() < numbers.max() <= most
        assert numbers.mean() == pytest.approx(mean, abs=4.5 * np.sqrt(variance / numbers.size))
        assert numbers.var() == pytest.approx(variance, rel=0.04)
    assert abs(np.corrcoef(out) - np.eye(len(ranges))).max() < 0.03


def test_raters_drawn_more_than_once_count_as_often() -> None:
    given = np.array([[1.0, 0.0, np.nan], [np.nan, np.nan, 7.0], [2.0, 4.0, 6.0]])
    out = np.empty((30_000, 3))
    by_raters(Panels(given), generator(Manner("around", 0.5, 0, 1), 0), out)
    out = out.T
    assert set(np.unique(out[0]).round(9)) == {0.0, round(1 / 3, 9), 0.5, round(2 / 3, 9), 1.0}
    assert (out[1] == 7).all()
    # 27 equally likely triples; the mean of three of 2, 4, 6
    assert out[2].mean() == pytest.approx(4, abs=4.5 * np.sqrt(8 / 9 / 30_000))
    assert out[2].var() == pytest.approx(8 / 9, rel=0.04)
