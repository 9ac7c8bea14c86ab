"""Large studies for the benchmarks: the shipped programs again and again, each time with other words and numbers."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

ID = re.compile(r"^id: (.*)$", re.MULTILINE)
NAMES_OF_OTHERS = re.compile(r"^(depends_on|conflicts_with): \[(.+)\]$", re.MULTILINE)
WORDS = re.compile(r"\b(name|note|problem|title): ([\"']?)")
NUMBER = re.compile(r"\b(low|likely|high|value): ([0-9]{3,})(?![\w%.,])")


def write_study(folder: Path, size: int, parts: int = 1) -> list[Path]:
    """Write a study of at least `size` program files into a folder; the folders of its `parts`, equally large.

    No two programs share an id, a name, a note or a number above 100, so that no memo makes them cheap. Every
    copy is whole, since its programs depend on each other.
    """
    shutil.copy(ROOT / "criteria.yaml", folder)
    shutil.copytree(ROOT / "contexts", folder / "contexts")
    shipped = {file.stem: file.read_text(encoding="utf-8") for file in sorted((ROOT / "programs").glob("*.yaml"))}
    folders = [folder / f"part-{part}" for part in range(parts)]
    copies = -(-size // (parts * len(shipped)))
    for part, path in enumerate(folders):
        path.mkdir()
        for copy in range(part * copies, (part + 1) * copies):
            for stem, text in shipped.items():
                (path / f"{stem}-{copy}.yaml").write_text(varied(text, copy), encoding="utf-8")
    return folders


def varied(text: str, copy: int) -> str:
    """A program's text as its copy of this number."""
    text = ID.sub(lambda found: f"id: {found[1]}-{copy}", text)
    text = NAMES_OF_OTHERS.sub(lambda found: f"{found[1]}: [{found[2].replace(',', f'-{copy},')}-{copy}]", text)
    text = WORDS.sub(lambda found: f"{found[1]}: {found[2]}{copy} ", text)
    return NUMBER.sub(lambda found: f"{found[1]}: {int(found[2]) * (1000 + copy) // 1000}", text)
