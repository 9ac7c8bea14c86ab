"""Where criteria.yaml is looked for, and how paths are written."""

from pathlib import Path

import pytest

from quickwin.files.folder import find_criteria, name_in_study, shown


@pytest.mark.parametrize(
    "given",
    [
        [],
        ["programs"],
        ["programs/b.yaml"],
        ["programs/sub/no-such.yaml"],
        ["."],
        ["criteria.yaml"],
        ["elsewhere.yaml"],
    ],
)
def test_criteria_are_found_from_the_first_path(study: Path, given: list[str]) -> None:
    assert find_criteria([Path(path) for path in given]) == study / "criteria.yaml"


def test_the_nearest_criteria_are_taken_and_git_ends_the_search(study: Path) -> None:
    Path("programs/sub/criteria.yaml").touch()
    assert find_criteria([Path("programs/sub")]) == study / "programs" / "sub" / "criteria.yaml"
    Path("../criteria.yaml").touch()
    assert find_criteria([Path("../outside/secret.yaml")]) == study.parent / "criteria.yaml"  # beside .git
    Path("../outside/.git").touch()  # a file, as in a git worktree
    assert find_criteria([Path("../outside/secret.yaml"), Path("programs")]) is None


def test_a_folder_called_criteria_is_none(study: Path) -> None:
    Path("programs/criteria.yaml").mkdir()
    assert find_criteria([Path("programs")]) == study / "criteria.yaml"


def test_names_are_relative_with_slashes(study: Path) -> None:
    assert shown(study / "programs" / "b.yaml") == "programs/b.yaml"
    assert shown(Path("programs") / ".." / "criteria.yaml") == "criteria.yaml"
    assert shown(Path("../outside/secret.yaml")) == "../outside/secret.yaml"
    assert shown(Path("/nowhere/x.yaml")) == "/nowhere/x.yaml"
    assert name_in_study(Path("programs/b.yaml"), study) == "programs/b.yaml"
    assert name_in_study(Path("../outside/secret.yaml"), study) == "../outside/secret.yaml"
    (study.parent / "link").symlink_to(study)
    assert name_in_study(study.parent / "link" / "programs" / "b.yaml", study) == "programs/b.yaml"
