"""`quickwin robust`: what it prints, where, and how it ends."""

import json
from pathlib import Path

import pytest
from tests.commands.conftest import Quickwin
from tests.commands.golden_runs import expected, ran, texts

import quickwin as qw
from quickwin.answers import promotion
from quickwin.engine import simulation


@pytest.mark.parametrize("text", texts("robust"), ids=lambda text: text.stem)
def test_golden(text: Path, quickwin: Quickwin, *, update_golden: bool) -> None:
    assert ran(text, quickwin, update=update_golden) == expected(text)


def test_json_is_the_document_of_the_result(quickwin: Quickwin) -> None:
    ending = quickwin(["robust", "-f", "json", "--draws", "500", "--weights", "order", "--first", "app", "--methods"])
    assert (ending.status, ending.stderr) == (0, "")
    result = qw.robust(qw.load(), weights="order", draws=500, first="app", methods=True)
    assert json.loads(ending.stdout) == result.document()


@pytest.mark.parametrize("form", ["table", "markdown", "json", "csv"])
def test_output_is_what_is_shown(form: str, study: Path, quickwin: Quickwin) -> None:
    shown = quickwin(["robust", "-f", form, "--draws", "200"], {"COLUMNS": "120"}).stdout
    ending = quickwin(["robust", "-f", form, "--draws", "200", "-o", "sure.out"])
    assert (ending.status, ending.stdout, ending.stderr) == (0, "", "")
    encoding = "utf-8-sig" if form == "csv" else "utf-8"
    assert (study / "sure.out").read_bytes().decode(encoding) == shown


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(columns: int, quickwin: Quickwin) -> None:
    shown = quickwin(["robust", "--draws", "100", "--methods", "--first", "app"], {"COLUMNS": str(columns)}).stdout
    assert max(map(len, shown.splitlines())) <= columns


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (["--weights", "some"], 2, "some"),
        (["--weights", "intervals"], 2, "low: 20, high: 40"),
        (["--spread", "150%"], 2, "--spread"),
        (["--spread", "wide"], 2, "--spread"),
        (["--precision", "0"], 2, "--precision"),
        (["--precision", "100%"], 2, "--precision"),
        (["--weights", "any", "--spread", "30%"], 2, "--spread"),
        (["--draws", "10.50"], 2, "draws"),
        (["--draws", "0"], 2, "draws"),
        (["--draws", "1000001"], 2, "draws"),
        (["--top", "0"], 2, "top"),
        (["--seed", "-1"], 2, "seed"),
        (["--first", "nobody"], 2, "nobody"),
        (["programs/village.yaml", "--first", "power"], 2, "Name its file too"),
        (["broken/"], 1, "broken"),
        (["--set", "x=1"], 2, "x"),
    ],
)
def test_what_cannot_work_says_why(arguments: list[str], status: int, word: str, quickwin: Quickwin) -> None:
    ending = quickwin(["robust", "--draws", "50", *arguments])
    assert (ending.status, ending.stdout) == (status, "")
    assert word in ending.stderr


def test_the_extra_that_is_missing_is_named(quickwin: Quickwin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(promotion, "find_spec", lambda name: None)  # noqa: ARG005  # whatever it is
    ending = quickwin(["robust", "--first", "app"])
    assert (ending.status, ending.stdout) == (2, "")
    assert "pip install 'quickwin[plan]'" in ending.stderr


def test_broken_off_it_shows_what_was_drawn(quickwin: Quickwin, monkeypatch: pytest.MonkeyPatch) -> None:
    add = simulation.Tally.add

    def interrupted(tally: simulation.Tally, *arguments: object) -> None:
        if tally.draws:
            raise KeyboardInterrupt
        add(tally, *arguments)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(simulation.Tally, "add", interrupted)
    ending = quickwin(["robust"])
    assert ending.status == 130
    assert "Stopped before all draws were made." in ending.stdout
    assert ending.stderr == "The answer is that of the 1024 draws until then.\nStopped.\n"
    ending = quickwin(["robust", "-f", "json"])
    document = json.loads(ending.stdout)
    assert (ending.status, document["stopped"], document["draws"]) == (130, True, 1024)
    assert {one["confidence"] for one in document["programs"]} == {None}


def test_a_number_in_groups_of_three_is_what_people_mean_by_it(quickwin: Quickwin) -> None:
    plain = quickwin(["robust", "--draws", "2000"])
    assert "2\u00a0000 draws" in plain.stdout
    for written in ("2.000", "2,000", "2 000"):
        assert quickwin(["robust", "--draws", written]) == plain


def test_the_same_call_gives_the_same_bytes(quickwin: Quickwin) -> None:
    call = ["robust", "-f", "json", "--seed", "5", "--draws", "3000"]
    first = quickwin(call)
    assert quickwin(call) == first
    assert quickwin([*call[:-2], "--draws", "3001"]) != first


def test_only_the_programs_that_were_asked_for_have_ranks(quickwin: Quickwin) -> None:
    document = json.loads(quickwin(["robust", "programs/village.yaml", "-f", "json", "--draws", "200"]).stdout)
    ids = [one["id"] for one in document["programs"]]
    assert ids == ["clinic", "internet", "app"]
    assert all(len(one["acceptability"]) == len(ids) for one in document["programs"])
    whole = json.loads(quickwin(["rank", "programs/village.yaml", "-f", "json"]).stdout)
    assert [one["score"] for one in whole["programs"]] == [one["score"] for one in document["programs"]]
