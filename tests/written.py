"""A small study, written on the disk as text."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import quickwin

CRITERIA = """
    criteria:
      ease: {worst: 1, best: 5, weight: 60}
      equity: {levels: {none: 0, some: 0.4, most: 1}, weight: 40}
"""
PROGRAM = """
    name: Counter
    time_to_benefit: 6
    impact: {ease: 4, equity: some}
    readiness: 5
"""


def write(folder: Path, criteria: str = CRITERIA, programs: Mapping[str, str] | None = None, **more: str) -> Path:
    """Write criteria.yaml, `programs` by id and `more` files by name (dots as __); returns the folder of programs."""
    files = {"criteria.yaml": criteria}
    files |= {f"programs/{id}.yaml": text for id, text in (programs or {"counter": PROGRAM}).items()}
    files |= {name.replace("__", "."): text for name, text in more.items()}
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return folder / "programs"


def study(
    folder: Path, criteria: str = CRITERIA, programs: Mapping[str, str] | None = None, **more: str
) -> quickwin.Study:
    """The study of these files."""
    return quickwin.load(write(folder, criteria, programs, **more))
