"""What holds of the robustness of any study, whatever stands in it."""

import io
from pathlib import Path

import numpy as np
import pytest
from tests.oracle.inventing import invented
from tests.oracle.writing import write

import quickwin
from quickwin.answers.robust_table import sheet
from quickwin.engine.draw import KINDS
from quickwin.formats import csv, json, markdown, terminal


@pytest.mark.parametrize("seed", range(40))
def test_any_study_has_a_robustness_that_can_be_told(seed: int, tmp_path: Path) -> None:
    study = quickwin.load(write(invented(seed), tmp_path, seed))
    kind = KINDS[seed % 3]
    first = quickwin.rank(study)[-1].id
    result = quickwin.robust(study, weights=kind, draws=100, top=2, first=first, methods=seed % 4 == 0, seed=seed)
    assert [one.id for one in result] == [one.id for one in quickwin.rank(study)]
    chances = np.array([one.acceptability for one in result])
    np.testing.assert_allclose(chances.sum(axis=0), 1, atol=1e-9)
    np.testing.assert_allclose(chances.sum(axis=1), 1, atol=1e-9)
    for one in result:
        assert 0 <= one.interval[0] <= one.interval[1] <= 100
        assert 0 <= one.expected_score <= 100
        assert one.top == pytest.approx(min(sum(one.acceptability[:2]), 1), abs=1e-9)
        assert 0 <= one.quick_win <= 1
        assert (one.central_weights is None) == (one.confidence is None) == (one.first == 0)
        if one.central_weights and any(one.central_weights.values()):
            assert sum(one.central_weights.values()) == pytest.approx(1)
        assert one.confidence is None or 0 <= one.confidence <= 1 + 1e-12
    assert json.write(result.document())
    page = io.StringIO()
    terminal.show(result.tables(), page, width=80)
    assert max(map(len, page.getvalue().splitlines())) <= 80
    assert markdown.write(result.tables())
    assert csv.write([sheet(result)]).count("\n") == 1 + len(result)


@pytest.mark.parametrize("seed", range(12))
def test_without_any_doubt_every_draw_is_the_ranking(seed: int, tmp_path: Path) -> None:
    """Weights as they are and every number at its point: scores, ranks and classes are those of `rank`."""
    text = invented(seed)
    study = quickwin.load(write(text, tmp_path, seed))
    result = quickwin.robust(study, spread=0, draws=20)
    certain = result.drawn.ranges + result.drawn.rated + result.drawn.unstated == 0
    for one, ranked in zip(result, quickwin.rank(study), strict=True):
        assert one.score == ranked.score
        if certain:
            assert one.expected_score == pytest.approx(ranked.score, abs=1e-9)
            assert one.quick_win == (ranked.class_ == "quick win")
            assert one.acceptability[ranked.rank - 1] > 0


def test_one_program_is_first_in_every_draw(tmp_path: Path) -> None:
    (tmp_path / "programs").mkdir()
    (tmp_path / "criteria.yaml").write_text("criteria: {a: {worst: 0, best: 1}}\n")
    (tmp_path / "programs" / "p.yaml").write_text("name: P\ntime_to_benefit: 3\nimpact: {a: 0.5}\n")
    result = quickwin.robust(quickwin.load(tmp_path), draws=1)
    assert (result[0].acceptability, result[0].top, result[0].confidence) == ((1.0,), 1.0, 1.0)
    assert result.pairs == ()
    assert result.deciding.weights == ()
