"""Which files a study is made of, with links, loops and names of every kind."""

import os
import time
from pathlib import Path

import pytest

from quickwin.files.folder import Sources, find_criteria, find_programs, own_programs, shown


def find(*paths: str) -> tuple[list[str], list[str], list[str]]:
    """The asked and the other programs, as shown, and what the findings name."""
    criteria = Path("criteria.yaml")
    sources, findings = find_programs([Path(path) for path in paths] or [own_programs(criteria)], criteria)
    assert all(finding.code == "QW101" and finding.mend for finding in findings)
    return (
        [shown(path) for path in sources.asked],
        [shown(path) for path in sources.others],
        [finding.place.file for finding in findings],
    )


ALL = ["programs/a.yml", "programs/b.yaml", "programs/sub/c.yaml"]


@pytest.mark.usefixtures("study")
@pytest.mark.parametrize(
    "given", [[], ["programs"], ["programs/"], ["."], ["programs", "."], ["../study"], ["programs/sub/.."]]
)
def test_a_study_is_its_programs(given: list[str]) -> None:
    asked, others, findings = find(*given)
    assert [os.path.normpath(path) for path in asked] == ALL
    assert (others, findings) == ([], [])


@pytest.mark.usefixtures("study")
def test_given_files_leave_the_others_of_the_study() -> None:
    assert find("programs/b.yaml") == (["programs/b.yaml"], ["programs/a.yml", "programs/sub/c.yaml"], [])
    assert find("programs/b.yaml", "programs/sub") == (
        ["programs/b.yaml", "programs/sub/c.yaml"],
        ["programs/a.yml"],
        [],
    )
    assert find("programs/sub/c.yaml", "programs/b.yaml", "programs/sub/c.yaml") == (
        ["programs/sub/c.yaml", "programs/b.yaml"],
        ["programs/a.yml"],
        [],
    )
    assert find("elsewhere.yaml") == (["elsewhere.yaml"], ALL, [])
    assert find("programs/.hidden.yaml") == (["programs/.hidden.yaml"], ALL, [])
    assert find("programs", "programs/b.yaml") == (ALL, [], [])


@pytest.mark.usefixtures("study")
@pytest.mark.parametrize(
    "given",
    ["criteria.yaml", "contexts", "contexts/place.yaml", "programs/contexts", "programs/sub/contexts/f.yaml"],
)
def test_criteria_and_contexts_are_no_programs(given: str) -> None:
    asked, _, findings = find(given)
    assert (asked, findings) == ([], [given])


@pytest.mark.usefixtures("study")
def test_criteria_of_another_name_and_place_are_no_program() -> None:
    Path("programs/weights.yaml").touch()
    sources, findings = find_programs([Path("programs")], Path("programs/weights.yaml"))
    assert [path.name for path in sources.asked] == ["a.yml", "b.yaml", "c.yaml"]
    assert findings == ()


def test_a_folder_called_contexts_above_the_study_does_not_matter(tmp_path: Path) -> None:
    root = tmp_path / "contexts"
    (root / "programs").mkdir(parents=True)
    (root / "criteria.yaml").touch()
    (root / "programs" / "a.yaml").touch()
    sources, findings = find_programs([root], root / "criteria.yaml")
    assert (sources, findings) == (Sources((root / "programs" / "a.yaml",), ()), ())


@pytest.mark.usefixtures("study")
def test_a_nested_study_stands_for_its_programs() -> None:
    for name in ("programs/other/criteria.yaml", "programs/other/x.yaml", "programs/other/programs/y.yaml"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    assert find()[0] == [
        "programs/a.yml",
        "programs/b.yaml",
        "programs/other/programs/y.yaml",
        "programs/sub/c.yaml",
    ]


@pytest.mark.usefixtures("study")
@pytest.mark.parametrize(
    ("given", "meant"),
    [("program", "programs"), ("programs/bb.yaml", "programs/b.yaml"), ("programs/b.yml", "programs/b.yaml")],
)
def test_a_missing_path_has_a_suggestion(given: str, meant: str) -> None:
    _, (finding,) = find_programs([Path(given)], Path("criteria.yaml"))
    assert finding.place.file == given
    assert meant in finding.mend


@pytest.mark.usefixtures("study")
@pytest.mark.parametrize(
    "given", ["zzzzz", "no/such/folder", "programs/a.yml/x", "x" * 5000, "a\0b", "programs/" + "x" * 300]
)
def test_a_path_like_no_other_is_a_finding(given: str) -> None:
    assert find(given)[2] == [given]


def test_a_study_without_programs_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "criteria.yaml").touch()
    sources, (finding,) = find_programs([tmp_path], tmp_path / "criteria.yaml")
    assert sources == Sources((), ())
    assert finding.place.file.endswith("/programs")


@pytest.mark.usefixtures("study")
def test_a_link_inside_the_study_is_followed_and_its_file_counts_once() -> None:
    Path("programs/0-link.yaml").symlink_to("b.yaml")
    Path("programs/0-folder").symlink_to("sub")
    Path("programs/out-of-programs.yaml").symlink_to("../elsewhere.yaml")
    assert find() == ([*ALL[:2], "programs/out-of-programs.yaml", ALL[2]], [], [])
    assert find("programs/0-link.yaml", "programs/b.yaml")[0] == ["programs/b.yaml"]
    assert find("programs/0-folder", "programs/sub")[0] == ["programs/sub/c.yaml"]
    assert find("programs/0-link.yaml")[1] == [
        "programs/a.yml",
        "programs/out-of-programs.yaml",
        "programs/sub/c.yaml",
    ]


@pytest.mark.usefixtures("study")
def test_a_link_out_of_the_study_is_not_followed() -> None:
    Path("programs/1.yaml").symlink_to("../../outside/secret.yaml")
    Path("programs/2").symlink_to("../../outside")
    Path("programs/3.yaml").symlink_to("/dev/zero")
    Path("programs/4.txt").symlink_to("/etc/hosts")
    assert find() == (ALL, [], ["programs/1.yaml", "programs/2", "programs/3.yaml"])
    assert find("programs/1.yaml")[::2] == ([], ["programs/1.yaml"])
    assert find("programs/2")[::2] == ([], ["programs/2"])
    assert find("programs/2/secret.yaml")[::2] == ([], ["programs/2/secret.yaml"])


def test_programs_that_are_a_link_out_of_the_study_are_not_read(tmp_path: Path) -> None:
    for name in ("study/criteria.yaml", "outside/secret.yaml"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    (tmp_path / "study" / "programs").symlink_to("../outside")
    for given in (tmp_path / "study", tmp_path / "study" / "programs"):
        sources, findings = find_programs([given], tmp_path / "study" / "criteria.yaml")
        assert (sources.asked, len(findings)) == ((), 1)


@pytest.mark.usefixtures("study")
def test_a_link_to_criteria_or_contexts_is_no_program() -> None:
    Path("programs/1.yaml").symlink_to("../criteria.yaml")
    Path("programs/2.yaml").symlink_to("../contexts/place.yaml")
    Path("programs/3").symlink_to("../contexts")
    assert find() == (ALL, [], [])
    assert find("programs/2.yaml")[::2] == ([], ["programs/2.yaml"])


@pytest.mark.usefixtures("study")
def test_links_in_a_circle_end() -> None:
    Path("programs/up").symlink_to("..")
    Path("programs/self").symlink_to(".")
    Path("programs/sub/back").symlink_to("../sub")
    Path("programs/x.yaml").symlink_to("y.yaml")
    Path("programs/y.yaml").symlink_to("x.yaml")
    Path("programs/gone.yaml").symlink_to("nowhere.yaml")
    asked, others, findings = find()
    assert (asked, others) == (ALL, [])
    assert findings == ["programs/gone.yaml", "programs/x.yaml", "programs/y.yaml"]
    assert find("programs/x.yaml")[2] == ["programs/x.yaml"]
    assert find("programs/gone.yaml")[2] == ["programs/gone.yaml"]


@pytest.mark.usefixtures("study")
def test_programs_of_another_place_may_be_given() -> None:
    Path("../outside/link.yaml").symlink_to("secret.yaml")
    Path("../outside/back.yaml").symlink_to("../study/programs/b.yaml")
    Path("../outside/far.yaml").symlink_to("/etc/hosts")
    asked, others, findings = find("../outside")
    assert asked == ["../outside/back.yaml", "../outside/secret.yaml"]
    assert (others, findings) == ([], ["../outside/far.yaml"])
    assert find("../outside/secret.yaml") == (["../outside/secret.yaml"], ALL, [])
    assert find("../outside/far.yaml")[::2] == ([], ["../outside/far.yaml"])


def test_without_paths_the_programs_here_are_meant_or_else_those_of_the_study(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert own_programs(study / "criteria.yaml") == Path("programs")
    assert find_criteria([]) == study / "criteria.yaml"
    monkeypatch.chdir(study / "programs")
    assert find_criteria([]) == study / "criteria.yaml"
    assert own_programs(study / "criteria.yaml") == study / "programs"


@pytest.mark.usefixtures("study")
def test_a_folder_of_the_study_leaves_the_others_of_the_study() -> None:
    Path("more").mkdir()
    Path("more/m.yaml").touch()
    assert find("more") == (["more/m.yaml"], ALL, [])
    assert find("more/m.yaml") == (["more/m.yaml"], ALL, [])
    assert find("more", "programs") == (["more/m.yaml", *ALL], [], [])
    assert find("programs/sub") == ([ALL[2]], ALL[:2], [])


@pytest.mark.usefixtures("study")
def test_a_folder_that_cannot_be_opened_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("sub"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)  # permissions do not bind whoever runs tests as root
    assert find() == (ALL[:2], [], ["programs/sub"])


def test_names_that_are_no_text_are_found_and_shown(study: Path) -> None:
    name = os.fsdecode(b"caf\xe9.yaml")
    try:
        (study / "programs" / name).touch()
    except OSError:
        pytest.skip("this system takes no such names")
    assert "programs/caf\\xe9.yaml" in find()[0]
    assert find(f"programs/{name}")[0] == ["programs/caf\\xe9.yaml"]
    shown(Path(name)).encode()


@pytest.mark.usefixtures("study")
def test_suffixes_in_capitals_are_read_too() -> None:
    Path("programs/D.YAML").touch()
    assert "programs/D.YAML" in find()[0]


@pytest.mark.usefixtures("study")
def test_a_folder_named_like_a_file_is_searched() -> None:
    Path("programs/x.yaml").mkdir()
    Path("programs/x.yaml/y.yaml").touch()
    assert "programs/x.yaml/y.yaml" in find()[0]


@pytest.mark.usefixtures("study")
def test_ten_thousand_files_are_found_quickly() -> None:
    for number in range(10_000):
        os.close(os.open(f"programs/p{number:05}.yaml", os.O_CREAT))
    start = time.perf_counter()
    asked, _, _ = find()
    assert time.perf_counter() - start < 5
    assert len(asked) == 10_003
    assert asked == sorted(asked)
