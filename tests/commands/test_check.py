"""`quickwin check`: what it prints, where, and how it ends."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.commands.conftest import Quickwin
from tests.commands.golden_runs import expected, ran, texts

import quickwin as qw

SILENT = """\
name: Water kiosk
dimension: society
time_to_benefit: 6
"""


@pytest.mark.parametrize("text", texts("check"), ids=lambda text: text.stem)
def test_golden(text: Path, quickwin: Quickwin, *, update_golden: bool) -> None:
    assert ran(text, quickwin, update=update_golden) == expected(text)


def codes(quickwin: Quickwin, *arguments: str) -> list[str]:
    document = json.loads(quickwin(["check", *arguments, "--format", "json"]).stdout)
    return [one["code"] for one in document["findings"]]


def test_json_is_the_document_of_the_report(quickwin: Quickwin) -> None:
    ending = quickwin(["check", "broken/", "--format", "json"])
    assert json.loads(ending.stdout) == qw.check("broken/").document()
    assert ending.status == 1
    assert ending.stdout.startswith('{\n  "schema": "quickwin/check/1",\n  "title"')


def test_a_finding_is_silenced_on_its_line_and_an_idle_comment_is_told(study: Path, quickwin: Quickwin) -> None:
    file = study / "programs" / "kiosk.yaml"
    file.write_text(SILENT)
    assert "QW501" in codes(quickwin, "programs/kiosk.yaml")
    file.write_text(SILENT.replace("kiosk", "kiosk  # quickwin: ignore[QW501] who it is, is not decided"))
    assert "QW501" not in codes(quickwin, "programs/kiosk.yaml")
    file.write_text("# quickwin: ignore[QW501]\n" + SILENT + "owner: PDAM  # quickwin: ignore[QW501]\n")
    assert codes(quickwin, "programs/kiosk.yaml").count("QW115") == 2


def test_criteria_say_which_rules_and_where(study: Path, quickwin: Quickwin) -> None:
    (study / "programs" / "kiosk.yaml").write_text(SILENT)
    (study / "programs" / "old.yaml").write_text(SILENT.replace("Water kiosk", "Old tower"))
    criteria = study / "criteria.yaml"
    own = criteria.read_text()
    criteria.write_text(own + "check: {select: [QW501, QW511], per_path: {'programs/old*': [QW501]}}\n")
    found = json.loads(quickwin(["check", "programs/", "--format", "json"]).stdout)["findings"]
    of_old = {one["code"] for one in found if "old" in one["file"]}
    of_kiosk = {one["code"] for one in found if "kiosk" in one["file"]}
    assert (of_old, of_kiosk) == ({"QW511"}, {"QW501", "QW511"})
    assert set(codes(quickwin, "--select", "QW510")) <= {"QW510"}
    assert set(codes(quickwin, "--ignore", "QW511")) == {"QW501"}


def test_a_baseline_is_written_and_knows_what_moves_within_its_file(study: Path, quickwin: Quickwin) -> None:
    file = study / "programs" / "kiosk.yaml"
    file.write_text(SILENT)
    assert quickwin(["check", "--write-baseline", "known.json"]).status == 0
    assert codes(quickwin, "--baseline", "known.json") == []
    file.write_text("# A remark.\n\n" + SILENT)
    assert codes(quickwin, "--baseline", "known.json") == []
    (study / "programs" / "tower.yaml").write_text(SILENT.replace("Water kiosk", "Tower"))
    assert "QW501" in codes(quickwin, "--baseline", "known.json")
    file.unlink()
    shown = quickwin(["check", "--baseline", "known.json"]).stdout
    assert "The baseline knows" in shown
    assert "met no more" not in quickwin(["check", "--baseline", "known.json", "--select", "QW7"]).stdout
    (study / "programs" / "power.yaml").write_text("name: [")
    assert "met no more" not in quickwin(["check", "--baseline", "known.json"]).stdout


def test_a_baseline_knows_the_program_in_a_file_of_several(study: Path, quickwin: Quickwin) -> None:
    first, second = ("id: " + one.lower() + "\n" + SILENT.replace("Water kiosk", one) for one in ("Kiosk", "Tower"))
    file = study / "programs" / "both.yaml"
    file.write_text(f"{first}---\n{second}owner: PDAM\n")
    assert quickwin(["check", "--write-baseline", "known.json"]).status == 0
    file.write_text(f"{first}owner: PDAM\n---\n{second}")
    assert "QW501" in codes(quickwin, "--baseline", "known.json")
    file.write_text(f"{second}owner: PDAM\n---\n{first}")
    assert codes(quickwin, "--baseline", "known.json") == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--write-baseline", "k.json", "--select", "QW5"],
        ["--write-baseline", "k.json", "programs/power.yaml"],
        ["--write-baseline", "k.json", "--fix"],
        ["--watch", "--fix"],
        ["--watch", "--format", "json"],
        ["--diff", "--format", "json"],
        ["--statistics", "--format", "json"],
        ["--numbers", "decimal"],
        ["--output", "report.xlsx"],
        ["--select", "no-ownr"],
        ["programs/power.yaml", "-"],
    ],
    ids=" ".join,
)
def test_options_that_would_do_nothing_or_half_are_refused(arguments: list[str], quickwin: Quickwin) -> None:
    ending = quickwin(["check", *arguments])
    assert (ending.status, ending.stdout) == (2, "")
    assert ending.stderr.count("\n") == 1


def test_a_rule_is_selected_by_its_name_and_against_the_file(study: Path, quickwin: Quickwin) -> None:
    (study / "programs" / "kiosk.yaml").write_text(SILENT)
    criteria = study / "criteria.yaml"
    criteria.write_text(criteria.read_text() + "check: {ignore: [QW501]}\n")
    assert codes(quickwin, "--select", "no-owner") == ["QW501"]
    assert "QW501" not in codes(quickwin)
    assert "No rule is applied" in quickwin(["check", "--select", "QW501", "--ignore", "QW501"]).stdout


def test_a_comment_is_idle_only_if_all_could_be_looked_at(study: Path, quickwin: Quickwin) -> None:
    file = study / "programs" / "kiosk.yaml"
    file.write_text(SILENT.replace("kiosk", "kiosk  # quickwin: ignore[QW208] two of them") + "owner: PDAM\n")
    assert "QW115" in codes(quickwin)
    assert "QW115" not in codes(quickwin, "--set", "deadline=9")
    (study / "programs" / "power.yaml").write_text("name: [")
    assert "QW115" not in codes(quickwin)


def test_an_ignored_error_is_not_called_well(study: Path, quickwin: Quickwin) -> None:
    file = study / "programs" / "power.yaml"
    file.write_text(file.read_text() + "ownr: PDAM  # quickwin: ignore[QW105] why not\n")
    shown = quickwin(["check", "--select", "QW7"]).stdout
    assert "All well" not in shown
    assert "“quickwin rank” refuses them all the same" in shown
    file.write_text(file.read_text().replace("  # quickwin: ignore[QW105] why not", ""))
    assert "QW105" in codes(quickwin, "--ignore", "QW1")
    assert "QW105" not in codes(quickwin, "--ignore", "QW105")


def test_contexts_are_checked_as_a_folder_and_two_studies_one_by_one(
    study: Path, quickwin: Quickwin, tmp_path: Path
) -> None:
    (study / "contexts").mkdir()
    (study / "contexts" / "other.yaml").write_text("nme: Other\n")
    assert codes(quickwin, "contexts/") == ["QW105"]
    shutil.copytree(study, tmp_path / "other")
    ending = quickwin(["check", "programs/power.yaml", "../other/programs/power.yaml"])
    assert ending.status == 2
    assert "two studies" in ending.stderr


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "quickwin/baseline/2", "findings": []}', "\x00", "[" * 5000]
)
def test_what_is_no_baseline_is_told(text: str, study: Path, quickwin: Quickwin) -> None:
    (study / "known.json").write_text(text)
    ending = quickwin(["check", "--baseline", "known.json"])
    assert ending.status == 2
    assert "no baseline" in ending.stderr


def test_nothing_is_written_over_a_file_of_the_study(study: Path, quickwin: Quickwin) -> None:
    before = (study / "criteria.yaml").read_bytes()
    for option in ("--write-baseline", "--output"):
        assert quickwin(["check", option, "criteria.yaml"]).status == 2
    assert (study / "criteria.yaml").read_bytes() == before


@pytest.mark.parametrize(("on", "status"), [("error", 0), ("warning", 1), ("never", 0)])
def test_how_grave_a_finding_must_be_to_fail(on: str, status: int, study: Path, quickwin: Quickwin) -> None:
    (study / "programs" / "kiosk.yaml").write_text(SILENT)
    assert quickwin(["check", "--select", "QW501", "--fail-on", on]).status == status


def test_errors_of_reading_are_told_whatever_is_selected(study: Path, quickwin: Quickwin) -> None:
    (study / "programs" / "kiosk.yaml").write_text(SILENT + "ownr: PDAM\n")
    assert codes(quickwin, "--select", "QW501") == ["QW105"]
    assert "QW105" not in codes(quickwin, "--ignore", "QW105")


def piped(arguments: list[str], text: bytes, cwd: Path, root: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "quickwin", "check", *arguments],
        input=text,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(root / "src")},
        capture_output=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.decode()


def test_standard_input_stands_for_a_file(study: Path, root: Path) -> None:
    for name in ("programs/new.yaml", "programs/power.yaml", str(study / "programs" / "power.yaml")):
        status, shown = piped(["-", "--stdin-filename", name], b"name: A\nownr: B\n", study, root)
        assert status == 1
        assert f"programs/{Path(name).name}:2:1: error QW105" in shown
        assert "programs/counter.yaml" not in shown
    status, shown = piped(["-", "--stdin-filename", "criteria.yaml"], b"deadline: 99\n", study, root)
    assert status == 1
    assert "criteria.yaml:1:1: error QW106" in shown
    status, shown = piped(["-", "--stdin-filename", "town.yaml", "-f", "json"], b"", study, root)
    assert json.loads(shown)["findings"]


def test_standard_input_may_be_a_new_file_named_from_another_folder(study: Path, root: Path) -> None:
    arguments = ["-", "--stdin-filename", "../programs/new.yaml"]
    for more in ([], ["--diff"]):
        status, shown = piped([*arguments, *more], b"name: A\nownr: B\n", study / "broken", root)
        assert (status, "owner" in shown) == (1, True)


def test_a_key_is_mended_though_its_value_is_wrong_too(study: Path, quickwin: Quickwin) -> None:
    file = study / "programs" / "kiosk.yaml"
    file.write_text(SILENT + "Beneficiaries: 2,500\n")
    ending = quickwin(["check", "--fix", "programs/kiosk.yaml"])
    assert file.read_text() == SILENT + "beneficiaries: 2,500\n"
    assert "QW108" in ending.stdout
    assert ending.stderr == "Mended 1 in 1 file.\n"


def test_watching_tells_anew_when_a_file_is_saved(study: Path, root: Path) -> None:
    file = study / "programs" / "kiosk.yaml"
    file.write_text(SILENT)
    log = study / "log.txt"
    with (
        log.open("wb") as out,
        subprocess.Popen(
            [sys.executable, "-m", "quickwin", "check", "--watch", "--select", "QW501"],
            cwd=study,
            env=os.environ | {"PYTHONPATH": str(root / "src")},
            stdout=out,
            stderr=subprocess.STDOUT,
        ) as watching,
    ):
        until(lambda: log.read_text().count("Waiting") == 1)
        assert "kiosk.yaml:1:1: warning QW501" in log.read_text()
        file.write_text(SILENT + "owner: PDAM\nownr: PDAM\n")
        until(lambda: log.read_text().count("Waiting") == 2)
        assert "QW105" in log.read_text()
        assert "Since the last save: 1 new, 1 gone." in log.read_text()
        (study / "criteria.yaml").unlink()
        until(lambda: log.read_text().count("Waiting") == 3)
        watching.send_signal(signal.SIGINT)
        assert watching.wait(30) == 0
    assert "Traceback" not in log.read_text()


def until(holds: object) -> None:
    """Wait until something holds, at most a minute."""
    end = time.monotonic() + 60
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.05)


def test_criteria_alone_are_checked_against_all_programs(study: Path, quickwin: Quickwin) -> None:
    criteria = study / "criteria.yaml"
    criteria.write_text(criteria.read_text() + "  economy: {}\ncheck: {select: [QW606, QW999]}\n")
    assert codes(quickwin, "criteria.yaml") == ["QW606", "QW614"]
    (study / "programs" / "counter.yaml").write_text("name: [")
    assert codes(quickwin, "criteria.yaml") == ["QW614"]  # a broken program may serve the dimension


SLIPS = """\
# A kiosk.
name: Kiosk   # its name
dimension: tata kelola
ownr: PDAM
beneficiaries: 1.200    # people
time_to_benefit: {rollout: 1,5}
"""


def test_a_diff_shows_what_can_be_mended_and_writes_nothing(study: Path, quickwin: Quickwin) -> None:
    file = study / "programs" / "kiosk.yaml"
    file.write_text(SLIPS)
    ending = quickwin(["check", "--diff", "programs/kiosk.yaml"])
    changed = [line for line in ending.stdout.splitlines() if line[:1] in "+-"]
    assert changed == [
        "--- a/programs/kiosk.yaml",
        "+++ b/programs/kiosk.yaml",
        "-ownr: PDAM",
        "+owner: PDAM",
        "-time_to_benefit: {rollout: 1,5}",
        '+time_to_benefit: {rollout: "1,5"}',
    ]
    assert ending.status == 1
    assert file.read_text() == SLIPS
    assert quickwin(["check", "--diff", "programs/power.yaml"]).status == 0


@pytest.mark.parametrize(("choice", "number"), [("thousands", "1200"), ("decimal", "1.2")])
def test_what_can_be_mended_is_written_and_what_is_left_is_told(
    choice: str, number: str, study: Path, quickwin: Quickwin
) -> None:
    file = study / "programs" / "kiosk.yaml"
    file.write_text(SLIPS)
    before = {path: path.read_bytes() for path in study.rglob("*.yaml")}
    ending = quickwin(["check", "--fix", "--numbers", choice, "programs/kiosk.yaml"])
    mended = SLIPS.replace("tata kelola", "governance").replace("ownr", "owner").replace("1,5", '"1,5"')
    assert file.read_text() == mended.replace("1.200", number)
    assert (ending.status, ending.stderr) == (0, "Mended 4 in 1 file.\n")
    assert "QW511" in ending.stdout
    assert "QW105" not in ending.stdout
    assert {path: path.read_bytes() for path in study.rglob("*.yaml") if path != file} == {
        path: text for path, text in before.items() if path != file
    }
    assert quickwin(["check", "--fix", "programs/kiosk.yaml"]).stderr == "Nothing was mended.\n"


def test_standard_input_is_shown_its_mends_and_nothing_is_written(study: Path, root: Path) -> None:
    arguments = ["-", "--stdin-filename", "programs/new.yaml"]
    status, shown = piped([*arguments, "--diff"], b"name: A\nownr: B\n", study, root)
    assert status == 1
    assert "+owner: B" in shown
    status, shown = piped([*arguments, "--fix"], b"name: A\nownr: B\n", study, root)
    assert status == 2
    assert not (study / "programs" / "new.yaml").exists()


@pytest.mark.parametrize("form", ["json", "github", "gitlab", "sarif", "junit"])
def test_for_other_software_a_setting_of_this_run_lies_in_criteria(form: str, quickwin: Quickwin) -> None:
    ending = quickwin(["check", "--set", "horizon=14", "--select", "QW411", "--format", form])
    assert "QW411" in ending.stdout
    assert "criteria.yaml" in ending.stdout
    assert not re.search(r"""(file|path|uri|name)("?[:=] ?"?)--set""", ending.stdout)


def test_reports_for_code_hosts_name_files_from_the_root_of_the_repository(
    study: Path, quickwin: Quickwin, monkeypatch: pytest.MonkeyPatch
) -> None:
    (study.parent / ".git").mkdir()
    (study / "programs" / "kiosk.yaml").write_text(SILENT)
    for form in ("github", "gitlab", "sarif", "junit"):
        assert "study/programs/kiosk.yaml" in quickwin(["check", "--format", form]).stdout
    monkeypatch.chdir(study / "programs")
    assert "file=study/programs/kiosk.yaml," in quickwin(["check", "kiosk.yaml", "-f", "github"]).stdout
    monkeypatch.setenv("GITHUB_WORKSPACE", str(study))
    assert "file=programs/kiosk.yaml," in quickwin(["check", "kiosk.yaml", "-f", "github"]).stdout


def test_a_test_fails_by_what_fails_the_command(study: Path, quickwin: Quickwin) -> None:
    (study / "programs" / "kiosk.yaml").write_text(SILENT)
    failures = {
        on: quickwin(["check", "-f", "junit", "--select", "QW501", "--fail-on", on]).stdout.count("<failure")
        for on in ("error", "warning", "never")
    }
    assert failures == {"error": 0, "warning": 1, "never": 0}


def test_a_finding_takes_one_line_where_it_is_to_be_concise(study: Path, quickwin: Quickwin) -> None:
    (study / "programs" / "kiosk.yaml").write_text(SILENT)
    first, last = quickwin(["check", "-f", "concise", "--select", "QW501"]).stdout.splitlines()
    assert first.startswith("programs/kiosk.yaml:1:1: warning QW501: The program does not say")
    assert last == "1 warning in 1 file"


def test_errors_in_other_files_are_counted(study: Path, quickwin: Quickwin) -> None:
    (study / "programs" / "kiosk.yaml").write_text("name: [")
    shown = quickwin(["check", "criteria.yaml"]).stdout
    assert "Not told: 1 error in files that were not asked for" in shown


def test_a_baseline_knows_no_error_of_reading(study: Path, quickwin: Quickwin) -> None:
    (study / "programs" / "kiosk.yaml").write_text(SILENT + "ownr: PDAM\n")
    quickwin(["check", "--write-baseline", "known.json"])
    assert codes(quickwin, "--baseline", "known.json") == ["QW105"]


def test_a_mend_that_would_bring_an_error_is_left_and_counted(study: Path, quickwin: Quickwin) -> None:
    file = study / "programs" / "kiosk.yaml"
    file.write_text(SILENT + "Target Group: [a, b]\n")
    ending = quickwin(["check", "--fix", "programs/kiosk.yaml"])
    assert file.read_text() == SILENT + "Target Group: [a, b]\n"
    assert ending.stderr == "Nothing was mended.\nLeft as it was, since mending would bring new errors: 1.\n"
