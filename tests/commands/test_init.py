"""`quickwin init`: a study that can be ranked at once, and nothing that was there is touched."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from quickwin.cli import main
from quickwin.files import starter as starting
from quickwin.files.disk import write_whole

Run = Callable[..., subprocess.CompletedProcess[str]]

WRITTEN = {
    "contexts/our-place.yaml",
    "criteria.yaml",
    "programs/example-online-letters.yaml",
    "programs/example-queue-numbers.yaml",
    "programs/example-village-internet.yaml",
    "schemas/context.schema.json",
    "schemas/criteria.schema.json",
    "schemas/program.schema.json",
}


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def listed(out: str) -> dict[str, set[str]]:
    """The names under each heading of what was printed."""
    under: dict[str, set[str]] = {}
    heading = ""
    for line in out.splitlines():
        if line.endswith(":"):
            heading = line.rstrip(":")
        elif line.startswith("  "):
            under.setdefault(heading, set()).add(line.split()[0])
    return under


def ranked(folder: Path, run_python: Run) -> dict[str, dict[str, object]]:
    ran = run_python("-m", "quickwin", "rank", "--format", "json", cwd=folder)
    assert (ran.returncode, ran.stderr) == (0, "")
    return {one["id"]: one for one in json.loads(ran.stdout)["programs"]}


def test_an_empty_folder_becomes_a_study_that_can_be_ranked(tmp_path: Path, run_python: Run) -> None:
    ran = run_python("-m", "quickwin", "init", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("A study starts in this folder.\n")
    assert set(files(tmp_path)) == WRITTEN == listed(ran.stdout)["Written"]
    assert "quickwin rank " in ran.stdout
    assert "quickwin new my-program" in ran.stdout
    assert "quickwin check " in ran.stdout
    assert "cd " not in ran.stdout
    programs = ranked(tmp_path, run_python)
    assert {id: (one["class"], one["held_by"]) for id, one in programs.items()} == {
        "example-queue-numbers": ("quick win", []),
        "example-village-internet": ("quick win", []),
        "example-online-letters": ("prepare", ["money"]),
    }
    assert programs["example-online-letters"]["waits_for"] == "example-village-internet"


def test_every_number_that_was_made_up_is_marked_assumed(tmp_path: Path, run_python: Run) -> None:
    assert main(["init", str(tmp_path)]) == 0
    for one in ranked(tmp_path, run_python).values():
        assumed = set(one["assumed"])  # type: ignore[call-overload]  # json's lists are of anything
        assert {"beneficiaries", "impact.ease", "impact.government", "impact.equity"} <= assumed
        assert "facts.population" in assumed
    for path in (tmp_path / "programs").iterdir():
        assert path.stem.startswith("example-")
        assert "AN EXAMPLE" in path.read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_yet_is_made(tmp_path: Path, run_python: Run) -> None:
    ran = run_python("-m", "quickwin", "init", "plans/our study", cwd=tmp_path)
    assert ran.returncode == 0
    assert 'cd "plans/our study"' in ran.stdout
    assert set(files(tmp_path / "plans" / "our study")) == WRITTEN
    assert len(ranked(tmp_path / "plans" / "our study", run_python)) == 3


def test_what_is_there_is_kept_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    (tmp_path / "contexts").mkdir()
    (tmp_path / "contexts" / "our-place.yaml").write_text("name: Mine\n", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 0
    under = listed(capsys.readouterr().out)
    assert under["Kept as they were"] == {"contexts/our-place.yaml"}
    assert under["Written"] == WRITTEN - {"contexts/our-place.yaml"}
    assert files(tmp_path)["contexts/our-place.yaml"] == b"name: Mine\n"
    assert files(tmp_path)["README.md"] == b"mine"


def test_a_second_time_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path)]) == 0
    before = files(tmp_path)
    (tmp_path / "programs" / "example-queue-numbers.yaml").unlink()
    assert main(["init", str(tmp_path)]) == 0
    assert files(tmp_path) == before
    capsys.readouterr()
    assert main(["init", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("All is there in ")
    assert listed(out)["Kept as they were"] == WRITTEN
    assert "Written" not in listed(out)


OWN = "criteria: {mine: {worst: 1, best: 5}}\n"


def test_examples_do_not_come_into_a_study_of_ones_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], run_python: Run
) -> None:
    (tmp_path / "criteria.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "programs").mkdir()
    (tmp_path / "programs" / "a.yaml").write_text("name: A\ntime_to_benefit: 3\n", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "is your own" in out
    assert listed(out)["Kept as they were"] == {"criteria.yaml"}
    assert set(files(tmp_path)) == {"criteria.yaml", "programs/a.yaml", *(n for n in WRITTEN if "schema" in n)}
    assert files(tmp_path)["criteria.yaml"] == OWN.encode()
    assert set(ranked(tmp_path, run_python)) == {"a"}


def test_examples_do_not_come_among_programs_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "programs").mkdir()
    (tmp_path / "programs" / "a.yaml").write_text("name: A\n", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 0
    assert [name for name in files(tmp_path) if name.startswith("programs/")] == ["programs/a.yaml"]
    assert "criteria.yaml" in files(tmp_path)


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_is_no_place_for_a_study(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["init", str(tmp_path / name)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("Nothing was written: ")
    assert files(tmp_path) == {"file": b"x"}


def test_a_folder_that_cannot_be_written_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    count = 0

    def write_some(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count == 4:
            raise PermissionError(13, "Permission denied", str(path))
        write_whole(path, data)

    monkeypatch.setattr(starting, "write_whole", write_some)
    (tmp_path / "contexts").mkdir()
    assert main(["init", str(tmp_path)]) == 2
    assert "Permission denied" in capsys.readouterr().err
    assert [path.name for path in tmp_path.rglob("*")] == ["contexts"]
