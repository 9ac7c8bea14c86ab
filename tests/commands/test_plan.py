"""`quickwin plan`: what it prints, where, and how it ends."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.commands.conftest import Quickwin
from tests.commands.golden_runs import Ending, expected, ran, texts

import quickwin as qw
from quickwin.answers import plan as planned
from quickwin.engine.planning.search import Found

PROGRAMS = "planning/programs"
Stopped = Callable[[str], None]


@pytest.fixture
def plan(quickwin: Quickwin) -> Quickwin:
    """Run `quickwin plan` on the study that is planned: `plan("--must", "power")`."""

    def run(*words: str) -> Ending:
        return quickwin(["plan", PROGRAMS, *words])

    return run


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Stopped:
    """Let time be up: the search ends in "feasible" with a bound 10% above, or in "unknown" with no plan at all.

    With "unknown" the ranking gives none either.
    """

    def put(status: str) -> None:
        best = planned.best

        def stopping(*arguments: object, **options: object) -> Found:
            found = best(*arguments, **options)  # type: ignore[arg-type]  # as it was called
            if status == "unknown":
                return Found("unknown", None, -float("inf"), found.bound)
            return Found("feasible", found.starts, found.benefit, found.benefit * 1.1)

        monkeypatch.setattr(planned, "best", stopping)
        if status == "unknown":
            monkeypatch.setattr(planned, "possible_by_rank", lambda *_: None)

    return put


def as_read(document: dict[str, Any]) -> Any:
    """A document as it is read again."""
    return json.loads(json.dumps(document))


@pytest.mark.parametrize("text", texts("plan"), ids=lambda text: text.stem)
def test_golden(text: Path, quickwin: Quickwin, *, update_golden: bool) -> None:
    assert ran(text, quickwin, update=update_golden) == expected(text)


def test_json_is_the_document_of_the_result(plan: Quickwin) -> None:
    words = ["--must", "queue", "--without", "signs", "--lock", "counter@Jan 2023", "--unfunded", "--binds"]
    ending = plan(*words, "--robust", "--draws", "10", "--seed", "3", "-f", "json")
    assert (ending.status, ending.stderr) == (0, "")
    result = qw.plan(
        qw.load(PROGRAMS),
        must=["queue"],
        without=["signs"],
        lock=["counter@2023-01"],
        unfunded=True,
        binds=True,
        robust=True,
        draws=10,
        seed=3,
    )
    assert json.loads(ending.stdout) == as_read(result.document())


def test_json_of_settings_and_amounts_is_the_document_of_the_result(plan: Quickwin) -> None:
    ending = plan("--set", "plan.total=3", "--budget", "Rp2 miliar", "--budget", "500jt", "-f", "json")
    study = qw.load(PROGRAMS, set={"plan.total": 3})
    result = qw.plan(study, budgets=[2e9, 5e8], before=qw.load(PROGRAMS))
    assert json.loads(ending.stdout) == as_read(result.document())
    ending = plan("--budget", "0..Rp500 juta", "-f", "json")
    assert json.loads(ending.stdout) == as_read(qw.plan(qw.load(PROGRAMS), between=(0, 5e8)).document())


def test_one_amount_is_the_budget_of_all_years_together(plan: Quickwin) -> None:
    once, as_setting = (
        json.loads(plan(*words, "-f", "json").stdout)
        for words in (["--budget", "Rp2 miliar"], ["--set", "plan.budget=Rp2 miliar"])
    )
    assert once == as_setting
    assert sum(one["spent"] for one in once["years"]) <= 2e9


@pytest.mark.parametrize("month", ["4", "2023-01", "2023-01-01", "Jan 2023", "January 2023"])
def test_a_month_is_a_number_or_what_people_call_it(month: str, plan: Quickwin) -> None:
    ending = plan("--lock", f"counter@{month}", "-f", "json")
    document = json.loads(ending.stdout)
    assert {one["id"]: one["start"] for one in document["programs"]}["counter"] == 4
    assert document["wishes"] == ["--lock counter@4"]


def test_what_is_locked_is_in_the_plan(plan: Quickwin) -> None:
    document = json.loads(
        plan("--lock", "queue@5", "--lock", "Kiosks for permits in each district@0", "-f", "json").stdout
    )
    starts = {one["id"]: one["start"] for one in document["programs"]}
    assert (starts["queue"], starts["kiosks"]) == (5, 0)
    assert "counter" not in starts


@pytest.mark.parametrize("name", ["plan.json", "plan.csv", "plan.md", "plan.ics", "plan.txt"])
def test_output_is_what_is_shown_in_the_format_that_its_name_says(
    name: str, study: Path, quickwin: Quickwin, plan: Quickwin
) -> None:
    ending = plan("-o", name)
    assert (ending.status, ending.stdout, ending.stderr) == (0, "", "")
    form = {"json": "json", "csv": "csv", "md": "markdown", "ics": "ics", "txt": "table"}[name.split(".")[1]]
    shown = quickwin(["plan", PROGRAMS, "-f", form], {"COLUMNS": "120"}).stdout
    encoding = "utf-8-sig" if form == "csv" else "utf-8"
    assert (study / name).read_bytes().decode(encoding) == shown


@pytest.mark.parametrize("name", ["planning/criteria.yaml", "planning/programs/power.yaml"])
@pytest.mark.parametrize("form", ["ics", "json", "table"])
def test_no_plan_is_written_over_a_file_of_the_study(
    name: str, form: str, study: Path, plan: Quickwin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planned, "best", None)  # refused before the search
    before = (study / name).read_bytes()
    ending = plan("-f", form, "-o", name)
    assert (ending.status, ending.stdout) == (2, "")
    assert "Name another file" in ending.stderr
    assert (study / name).read_bytes() == before


def test_a_calendar_has_the_work_on_each_program_and_the_day_from_which_it_is_felt(plan: Quickwin) -> None:
    text = plan("-f", "ics").stdout
    lines = text.split("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) <= 75
    unfolded = text.replace("\r\n ", "")
    events = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", unfolded, re.DOTALL)
    assert len(events) == 12
    named = {event.split("\r\n")[0].removeprefix("UID:"): event for event in events}
    assert "DTSTART;VALUE=DATE:20230101\r\nDTEND;VALUE=DATE:20230601" in named["power.work@quickwin"]
    assert "DTSTART;VALUE=DATE:20230601\r\nSUMMARY" in named["power.felt@quickwin"]
    assert r"Cost in 2023: Rp2.5 miliar\nBenefit: 40.5 points" in named["power.work@quickwin"]


@pytest.mark.parametrize("name", ["plan.docx", "plan.xlsx", "plan.pdf"])
def test_a_file_of_a_kind_that_cannot_be_written_is_refused_before_the_search(
    name: str, study: Path, plan: Quickwin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planned, "best", None)
    ending = plan("-o", name)
    assert (ending.status, ending.stdout) == (2, "")
    assert not (study / name).exists()


def without_a_start(study: Path, budget: str) -> None:
    """Take the dates out of the study that is planned."""
    text = (study / "planning/criteria.yaml").read_text(encoding="utf-8")
    text = re.sub(r"start: 2022.*\n", "", text)
    text = re.sub(r"budget_opens: .*\n", "", text)
    text = re.sub(r"budget: .*\n", f"budget: {budget}\n", text)
    (study / "planning/criteria.yaml").write_text(text, encoding="utf-8")
    offices = study / "planning/programs/offices.yaml"
    offices.write_text(offices.read_text(encoding="utf-8").replace(", by: 2023-12-31", ""), encoding="utf-8")


def test_without_a_start_months_are_counted(study: Path, plan: Quickwin) -> None:
    without_a_start(study, "Rp3 miliar")
    shown = plan()
    assert (shown.status, shown.stderr) == (0, "")
    assert re.search(r"^Training for +economy +4 +10 ", shown.stdout, re.MULTILINE)
    assert "to the end of month 23." in " ".join(shown.stdout.split())
    rows = plan("-f", "csv").stdout.splitlines()
    assert "cost_1,cost_2" in rows[0]
    assert next(row for row in rows if row.startswith("training,")).split(",")[5:10] == ["4", "10", "24", "4", "10"]


@pytest.mark.parametrize("words", [["-f", "ics"], ["-o", "plan.ics"]])
def test_a_calendar_without_a_start_says_what_is_missing(
    words: list[str], study: Path, plan: Quickwin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planned, "best", None)  # refused before the search
    without_a_start(study, "Rp3 miliar")
    ending = plan(*words)
    assert (ending.status, ending.stdout) == (2, "")
    assert ending.stderr == "A calendar needs dates. Add “start:” with a date to criteria.yaml.\n"
    assert not (study / "plan.ics").exists()


def test_a_budget_by_year_without_a_start_says_where_it_stands(study: Path, plan: Quickwin) -> None:
    without_a_start(study, "{2022: Rp1 miliar}")
    ending = plan()
    assert (ending.status, ending.stdout) == (1, "")
    assert ending.stderr.startswith("planning/criteria.yaml:")
    assert "A budget by calendar year needs the start of the round." in ending.stderr


def test_a_lock_of_a_date_without_a_start_asks_for_a_number(study: Path, plan: Quickwin) -> None:
    without_a_start(study, "Rp3 miliar")
    ending = plan("--lock", "counter@2023-01")
    assert (ending.status, ending.stdout) == (2, "")
    assert "Write its number, 0 to 23." in ending.stderr


def test_what_makes_a_plan_possible_names_months_by_their_numbers_without_a_start(study: Path, plan: Quickwin) -> None:
    without_a_start(study, "Rp3 miliar")
    ending = plan("--lock", "counter@14")
    assert ending.status == 1
    assert "Allow starts up to month 14.\n" in ending.stdout


@pytest.mark.parametrize("form", ["markdown", "csv", "json", "ics"])
def test_where_no_plan_is_possible_it_fails_in_every_format(form: str, plan: Quickwin) -> None:
    ending = plan("--must", "counter", "--must", "kiosks", "-f", form)
    told = "There is no plan, so nothing is written. Without --format and --output it is said why.\n"
    assert (ending.status, ending.stderr) == (1, told if form in {"csv", "ics"} else "")
    assert bool(ending.stdout) == (form not in {"csv", "ics"})
    if form == "json":
        document = json.loads(ending.stdout)
        assert (document["status"], document["benefit"], document["programs"]) == ("infeasible", None, [])
        assert [one["kind"] for one in document["clash"]] == ["conflict", "must", "must"]


def test_what_cannot_hold_by_itself_is_told_alone(plan: Quickwin) -> None:
    ending = plan("--set", "dimensions.economy.quota=[3, 3]", "--unfunded", "--set", "plan.per_owner=3")
    assert "This cannot hold, whatever else is given up:" in ending.stdout
    assert "at least 3 programs of economy" in ending.stdout


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--must", "nobody"], 2, "nobody"),
        (["--without", "coutner"], 2, "Did you mean “counter”?"),
        (["--lock", "coutner@3"], 2, "Did you mean “counter”?"),
        (["--lock", "counter@24"], 2, "0 to 23"),
        (["--lock", "counter@-1"], 2, "0 to 23"),
        (["--lock", "counter@2022"], 2, "“2022” is no month"),
        (["--lock", "counter@2022-08"], 2, "“2022-08” is no month"),
        (["--lock", "counter@2022-13"], 2, "“2022-13” is no month"),
        (["--lock", "counter@soon"], 2, "“soon” is no month"),
        (["--lock", "counter@"], 2, "no month"),
        (["--lock", "counter@3", "--lock", "counter@4"], 2, "two months"),
        (["--lock", "counter@3", "--without", "counter"], 2, "must not"),
        (["--budget", "lots"], 2, "lots"),
        (["--budget", "Rp1 miliar", "--budget", "lots"], 2, "lots"),
        (["--budget", "..Rp1 miliar"], 2, "--budget"),
        (["--budget", "Rp1 miliar.."], 2, "--budget"),
        (["--budget", "-1..5"], 2, "--budget"),
        (["--robust", "--draws", "0"], 2, "draws"),
        (["--robust", "--draws", "10001"], 2, "draws"),
        (["--seed", "-1"], 2, "seed"),
        (["--time-limit", "0"], 2, "--time-limit"),
        (["--time-limit", "nan"], 2, "--time-limit"),
        (["--time-limit", "long"], 2, "--time-limit"),
        (["-f", "docx"], 2, "docx"),
        (["--set", "plan.totl=3"], 2, "totl"),
        (["--set", "plan.per_owner=-1"], 2, "per_owner"),
        (["--criteria", "nowhere.yaml"], 2, "nowhere.yaml"),
        (["planning/broken"], 1, "bench.yaml"),
    ],
)
def test_what_cannot_work_says_why(words: list[str], status: int, said: str, plan: Quickwin) -> None:
    ending = plan(*words)
    assert (ending.status, ending.stdout) == (status, "")
    assert said in ending.stderr


def test_a_program_whose_file_was_not_given_is_not_chosen_from(quickwin: Quickwin) -> None:
    ending = quickwin(["plan", f"{PROGRAMS}/offices.yaml", "--must", "counter"])
    assert (ending.status, ending.stdout) == (2, "")
    assert "“counter” is not among the files that the plan chooses from. Name its file too." in ending.stderr


def test_of_some_files_only_their_programs_are_chosen_and_what_they_depend_on(quickwin: Quickwin) -> None:
    document = json.loads(quickwin(["plan", f"{PROGRAMS}/offices.yaml", "-f", "json"]).stdout)
    assert {one["id"] for one in document["programs"]} == {"internet", "clinic", "letters", "power"}
    assert document["left_out"] == []


@pytest.mark.parametrize("command", ["plan", "roadmap"])
def test_the_extra_that_is_missing_is_named(command: str, quickwin: Quickwin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planned, "find_spec", lambda name: None)  # noqa: ARG005  # whatever it is
    ending = quickwin([command, PROGRAMS])
    assert (ending.status, ending.stdout) == (2, "")
    assert "pip install 'quickwin[plan]'" in ending.stderr


@pytest.mark.parametrize("words", [[], ["--binds", "--robust", "--draws", "5"]])
def test_where_time_is_up_the_best_plan_found_is_told_with_its_gap(
    words: list[str], plan: Quickwin, stopped: Stopped
) -> None:
    stopped("feasible")
    ending = plan(*words)
    assert (ending.status, ending.stderr) == (0, "")
    said = " ".join(ending.stdout.split())
    assert "Time was up: this is the best plan found, and a better one could bring up to 10.0% more." in said
    assert "no plan within the same limits brings more" not in said
    document = json.loads(plan("-f", "json").stdout)
    assert (document["status"], document["gap"]) == ("feasible", pytest.approx(0.1))


@pytest.mark.parametrize("words", [[], ["--binds", "--robust", "--draws", "5"], ["--must", "power"]])
def test_where_time_is_up_before_any_plan_is_found_it_fails_and_says_so(
    words: list[str], plan: Quickwin, stopped: Stopped
) -> None:
    stopped("unknown")
    ending = plan(*words)
    assert (ending.status, ending.stderr) == (1, "")
    assert "Allow more time." in ending.stdout
    document = json.loads(plan(*words, "-f", "json").stdout)
    assert (document["status"], document["gap"], document["benefit"]) == ("unknown", None, None)
    assert "clash" not in document


@pytest.mark.parametrize("command", ["plan", "roadmap"])
def test_ctrl_c_stops(command: str, quickwin: Quickwin, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object, **options: object) -> Found:  # noqa: ARG001  # as best() is called
        raise KeyboardInterrupt

    monkeypatch.setattr(planned, "best", interrupted)
    ending = quickwin([command, PROGRAMS])
    assert (ending.status, ending.stdout, ending.stderr) == (130, "", "Stopped.\n")


@pytest.mark.parametrize("columns", [50, 80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int, quickwin: Quickwin) -> None:
    words = ["--binds", "--robust", "--draws", "10", "--budget", "Rp1 miliar", "--budget", "Rp5 miliar"]
    shown = quickwin(["plan", PROGRAMS, *words], {"COLUMNS": str(columns)}).stdout
    assert max(map(len, shown.splitlines())) <= columns


def test_ascii_is_asked_for_by_the_terminal(quickwin: Quickwin) -> None:
    assert quickwin(["plan", PROGRAMS, "--binds", "--robust", "--draws", "5"], {"LC_ALL": "C"}).stdout.isascii()


def test_the_same_call_gives_the_same_bytes(plan: Quickwin) -> None:
    call = ["--binds", "--robust", "--draws", "20", "--seed", "5", "-f", "json"]
    first = plan(*call)
    assert plan(*call) == first
    assert plan(*call[:4], "6", "-f", "json") != first


def test_what_was_set_is_in_the_document_and_set_against_the_plan_without_it(plan: Quickwin) -> None:
    document = json.loads(plan("--set", "plan.total=3", "-f", "json").stdout)
    assert document["set"] == {"plan.total": 3}
    assert len(document["programs"]) == 3
    assert document["against"]["benefit"] > document["benefit"]
    assert document["against"]["comparable"]
    assert not json.loads(plan("--weight", "equity=80%", "-f", "json").stdout)["against"]["comparable"]


def test_the_order_in_which_files_are_named_changes_nothing(study: Path, quickwin: Quickwin) -> None:
    files = sorted(str(file.relative_to(study)) for file in (study / PROGRAMS).iterdir())
    usual = quickwin(["plan", PROGRAMS, "-f", "json"])
    for order in (files[::-1], [*files[2:], *files[:2]]):
        assert quickwin(["plan", *order, "-f", "json"]) == usual


@pytest.mark.parametrize("words", [("--draws", "5"), ("--seed", "1")])
def test_what_goes_with_robust_only_is_told(words: tuple[str, str], plan: Quickwin) -> None:
    ending = plan(*words)
    assert (ending.status, ending.stderr) == (
        2,
        "--draws and --seed go with --robust; add it, or leave them out.\n",
    )
