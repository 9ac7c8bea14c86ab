"""A small study on the disk."""

from pathlib import Path

import pytest


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study's folder, which is the current one."""
    root = tmp_path / "study"
    for name in (
        "criteria.yaml",
        "contexts/place.yaml",
        "programs/b.yaml",
        "programs/a.yml",
        "programs/sub/c.yaml",
        "programs/.hidden.yaml",
        "programs/.cache/d.yaml",
        "programs/notes.txt",
        "programs/contexts/e.yaml",
        "programs/sub/contexts/f.yaml",
        "elsewhere.yaml",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    (tmp_path / ".git").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.yaml").touch()
    monkeypatch.chdir(root)
    return root
