"""Settings for one run are no other than an edited file; and where each setting stands."""

from datetime import date
from pathlib import Path

import pytest
from tests.written import study as written
from tests.written import write

import quickwin
from quickwin.answers.settings import settings_table

CRITERIA = """
    title: A round
    start: 2022-09-01
    deadline: 12
    criteria:
      reach: {measure: beneficiaries, curve: [[0, 0], [1000, 1]], weight: 20}
      service:
        title: Better service
        weight: 60
        criteria:
          ease: {worst: 1, best: 5, weight: 30}
          speed: {worst: 60, best: 10, weight: 10}
      equity: {levels: {none: 0, some: 0.4, most: 1}, weight: 20}
    readiness: {pillars: {structure: {weight: 3}, digital: {}}}
    dimensions: {society: {priority: 90%}, economy: {}}
    budget_opens: {next: 2023-01-01}
"""
PROGRAMS = {
    "counter": """
        name: Counter
        dimension: society
        time_to_benefit: 6
        beneficiaries: 300
        impact: {ease: 4, speed: 20, equity: some}
        readiness: {structure: 4, digital: 3}
        funding: {status: secured}
    """,
    "market": """
        name: Market
        dimension: economy
        time_to_benefit: 3
        beneficiaries: 900
        impact: {ease: 2, speed: 50, equity: none}
        readiness: 3
        funding: {status: next}
    """,
}


def numbers(study: quickwin.Study) -> dict[str, object]:
    """What `rank` says but for what was set and the hashes of the files."""
    document = quickwin.rank(study).document()
    return {key: value for key, value in document.items() if key not in {"set", "inputs"}}


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("deadline", "6", "deadline: 12", "deadline: 6"),
        ("deadline", "2023-01-15", "deadline: 12", "deadline: 2023-01-15"),
        ("title", "no", "title: A round", "title: no"),
        ("ease.weight", "10", "ease: {worst: 1, best: 5, weight: 30}", "ease: {worst: 1, best: 5, weight: 10}"),
        ("service.weight", "{low: 10, high: 30}", "weight: 60", "weight: {low: 10, high: 30}"),
        ("criteria.service.criteria.speed.best", "20", "best: 10", "best: 20"),
        ("reach.curve.1.0", "500", "[1000, 1]", "[500, 1]"),
        ("equity.levels.some", "70%", "some: 0.4", "some: 70%"),
        ("quick_win.impact", "70%", "title: A round", "title: A round\n    quick_win: {impact: 70%}"),
        ("readiness.delay", "50%", "readiness: {", "readiness: {delay: 50%, "),
        ("readiness.scale", "{worst: 0, best: 10}", "readiness: {", "readiness: {scale: {worst: 0, best: 10}, "),
        ("readiness.scale.best", "9", "readiness: {", "readiness: {scale: {best: 9}, "),
        (
            "model",
            "{kind: sum, impact: 60, time: 40}",
            "title: A",
            "model: {kind: sum, impact: 60, time: 40}\n    title: A",
        ),
        ("dimensions.society.priority", "20%", "priority: 90%", "priority: 20%"),
        ("budget_opens.next", "2023-06-01", "next: 2023-01-01", "next: 2023-06-01"),
        ("budget_opens", "null", "budget_opens: {next: 2023-01-01}", ""),
        ("horizon", "3 tahun", "title: A round", "title: A round\n    horizon: 36"),
        ("discount_rate", "'3,5%'", "title: A round", "title: A round\n    discount_rate: 0.035"),
    ],
)
def test_set_is_the_same_as_an_edited_file(path: str, value: str, old: str, new: str, tmp_path: Path) -> None:
    assert CRITERIA.count(old) == 1
    edited = written(tmp_path / "edited", CRITERIA.replace(old, new), PROGRAMS)
    folder = write(tmp_path / "set", CRITERIA, PROGRAMS)
    assert numbers(quickwin.load(folder, set={path: value})) == numbers(edited)
    assert numbers(quickwin.load(folder)) != numbers(edited), "the setting changes nothing: it shows nothing"


@pytest.mark.parametrize(
    ("weights", "edits"),
    [
        ({"reach": "40%"}, {"reach": 40, "service": 45, "equity": 15}),
        ({"reach": 0.4}, {"reach": 40, "service": 45, "equity": 15}),
        ({"ease": "20%"}, {"ease": 20, "speed": 80}),
        ({"reach": "50%", "equity": "10%"}, {"reach": 50, "service": 40, "equity": 10}),
        ({"reach": "30%", "ease": "0%"}, {"reach": 30, "service": 52.5, "equity": 17.5, "ease": 0, "speed": 1}),
        ({"reach": "0%"}, {"reach": 0, "service": 75, "equity": 25}),
        ({"equity": "100%"}, {"reach": 0, "service": 0, "equity": 1}),
    ],
)
def test_a_share_is_the_same_as_edited_weights(
    weights: dict[str, object], edits: dict[str, float], tmp_path: Path
) -> None:
    stated = {"reach": 20, "service": 60, "ease": 30, "speed": 10, "equity": 20}
    edited = CRITERIA
    for key, weight in edits.items():
        at = edited.index(f"weight: {stated[key]}", edited.index(f"{key}:"))
        edited = edited[:at] + f"weight: {weight}" + edited[at + len(f"weight: {stated[key]}") :]
    expected = quickwin.rank(written(tmp_path / "edited", edited, PROGRAMS))
    found = quickwin.rank(quickwin.load(write(tmp_path / "set", CRITERIA, PROGRAMS), weights=weights))
    assert [one.id for one in found] == [one.id for one in expected]
    for one, other in zip(found, expected, strict=True):
        assert one.score == pytest.approx(other.score, abs=1e-12)
        for key, on in one.criteria.items():
            assert on.weight == pytest.approx(other.criteria[key].weight, abs=1e-15), key


def test_what_was_set_stands_in_the_document(tmp_path: Path) -> None:
    folder = write(tmp_path, CRITERIA, PROGRAMS)
    study = quickwin.load(
        folder,
        set={"ease.weight": 10, "title": "1,5", "deadline": "2023-01-15", "quick_win.impact": "70%"},
        weights={"reach": "40%"},
    )
    assert quickwin.rank(study).document()["set"] == {
        "criteria.service.criteria.ease.weight": 10,
        "title": "1,5",
        "deadline": "2023-01-15",
        "quick_win.impact": "70%",
        "criteria.reach.share": "40%",
    }


@pytest.mark.parametrize(
    ("path", "value", "text"),
    [
        ("budget_opens", None, "null"),
        ("discount_rate", 0.00001, "0.00001"),
        ("reach.curve", [[0, 0], [500, 0.5], [1000, 1]], "[[0, 0], [500, 0.5], [1000, 1]]"),
        ("model", {"kind": "sum", "impact": 60, "time": 40}, "{kind: sum, impact: 60, time: 40}"),
        ("quick_win.impact", "70%", "70%"),
        ("deadline", date(2023, 1, 15), "2023-01-15"),
    ],
)
def test_a_python_value_is_set_as_the_text_that_says_it(path: str, value: object, text: str, tmp_path: Path) -> None:
    folder = write(tmp_path, CRITERIA, PROGRAMS)
    one, other = quickwin.load(folder, set={path: value}), quickwin.load(folder, set={path: text})
    assert quickwin.rank(one).document() == quickwin.rank(other).document()


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"dedline": 6}, "deadline"),
        ({"criteria.each.weight": 6}, "reach"),
        ({"quick_win.imapct": "40%"}, "impact"),
        ({"deadline.months": 6}, "nothing below it"),
        ({"deadline": "x"}, "deadline"),
        ({"dimensions.sociaty.priority": "90%"}, "society"),
        ({"reach.curve.9": "[1, 1]"}, "reach.curve"),
        ({"": 3}, "PATH=VALUE"),
        ({"ease.weight": "["}, "cannot be read"),
    ],
)
def test_a_setting_that_does_not_fit_is_wrong_usage_and_says_what_would(
    settings: dict[str, object], expected: str, tmp_path: Path
) -> None:
    folder = write(tmp_path, CRITERIA, PROGRAMS)
    with pytest.raises(quickwin.Usage) as raised:
        quickwin.load(folder, set=settings)
    said = " ".join([str(raised.value), *(f"{one.place} {one.what} {one.mend}" for one in raised.value.findings)])
    assert expected in said


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({"raech": "40%"}, "reach"),
        ({"reach": "140%"}, "--weight reach=140%"),
        ({"reach": "60%", "equity": "50%"}, "110%"),
        ({"ease": "60%", "speed": "30%"}, "90%"),
        ({"reach": "many"}, "--weight reach=many"),
    ],
)
def test_a_share_that_cannot_be_had_is_wrong_usage(weights: dict[str, object], expected: str, tmp_path: Path) -> None:
    folder = write(tmp_path, CRITERIA, PROGRAMS)
    with pytest.raises(quickwin.Usage) as raised:
        quickwin.load(folder, weights=weights)
    assert expected in str(raised.value)


def test_settings_are_shown_with_what_counts_and_the_line_of_each(tmp_path: Path) -> None:
    folder = write(tmp_path, CRITERIA, PROGRAMS)
    study = quickwin.load(folder, set={"equity.weight": 120})
    rows = {str(row.cells[0]).lstrip("– "): row.cells[1:] for row in settings_table(study).rows}
    lines = (tmp_path / "criteria.yaml").read_text().splitlines()

    def line(text: str) -> str:
        (found,) = [number for number, line in enumerate(lines, 1) if text in line]
        return f":{found}"

    assert rows["deadline"][0] == "12 months"
    assert str(rows["deadline"][1]).endswith(f"criteria.yaml{line('deadline')}")
    assert rows["horizon"] == ("24 months", "default")
    assert rows["start of the round"][0] == "2022-09-01"
    assert rows["model"] == ("product", "default")
    # 20, 60 and 120 of 200; of the 60, three quarters and one
    assert [rows[f"weight: {key}"][0] for key in ("reach", "Better service", "ease", "speed", "equity")] == [
        "10.0%",
        "30.0%",
        "22.5%",
        "7.5%",
        "60.0%",
    ]
    assert rows["weight: equity"][1] == "--set equity.weight=120"
    assert str(rows["weight: Better service"][1]).endswith(line("weight: 60"))
    assert rows["readiness: structure"][0] == "75.0%"
    assert rows["readiness: digital"] == ("25.0%", "default")
    assert rows["priority of society"][0] == "0.9"
    assert rows["priority of economy"] == ("1", "default")
    assert rows["money opens (next)"][0] == "month 4"


def test_a_factor_is_shown_as_such(tmp_path: Path) -> None:
    study = written(
        tmp_path, "criteria: {ease: {worst: 1, best: 5, factor: true}}\n", {"a": "name: A\ntime_to_benefit: 1"}
    )
    rows = {row.cells[0]: row.cells[1:] for row in settings_table(study).rows}
    assert rows["weight: ease"][0] == "factor"
    assert str(rows["weight: ease"][1]).endswith("criteria.yaml:1")
