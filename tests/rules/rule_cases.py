"""The cases of the rules: each file of `tests/rules/cases` holds those of one rule, as small studies.

A case begins with `# ` and its title. Each part after it, headed `== FILE`, replaces or adds a file of the sound
study in `tests/rules/sound`, about which every rule is silent; `== FILE, added` puts its lines behind those that are
there, `== FILE, changed: KEY` in place of those of one key at the top. A comment `# expect: QW401:3` says that the rule
fires in this line at column 3; behind a heading, `== FILE (expect QW114)`, that it does for the file as a whole.
Without any, the rule is silent.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from quickwin.checking.rulebook import files

HERE = Path(__file__).resolve().parent
CASES = HERE / "cases"
SOUND = HERE / "sound"
TITLE = re.compile(r"^# (.+)\n(?=\n*== )", re.MULTILINE)
PART = re.compile(r"^== (.+)\n", re.MULTILINE)
HEADING = re.compile(r"(?P<name>[^,(]+?)(?:, (?P<how>added|changed: (?P<key>\w+)))?(?: \(expect (?P<code>QW\d+)\))?")
EXPECTED = re.compile(r"[ \t]*# expect: ((?:QW\d+:\d+(?:, )?)+)$", re.MULTILINE)
Place = tuple[str, int, int, str]


@dataclass(frozen=True)
class Case:
    """A small study, and where the rule fires in it: file, line, column and code; line and column 0 for a file."""

    code: str
    title: str
    parts: tuple[tuple[str, str], ...]

    def build(self, folder: Path) -> set[Place]:
        """Put the study into an empty folder; where the rule is to fire."""
        shutil.copytree(SOUND, folder, dirs_exist_ok=True)
        expected: set[Place] = set()
        for heading, text in self.parts:
            found = HEADING.fullmatch(heading)
            assert found, heading
            file = folder / found["name"]
            file.parent.mkdir(parents=True, exist_ok=True)
            whole = combined(file, text, found["how"], found["key"])
            file.write_text(EXPECTED.sub("", whole), encoding="utf-8")
            for number, line in enumerate(whole.split("\n"), 1):
                for one in EXPECTED.finditer(line):
                    for code, column in (each.split(":") for each in one[1].split(", ")):
                        expected.add((found["name"], number, int(column), code))
            if found["code"]:
                expected.add((found["name"], 0, 0, found["code"]))
        return expected


def combined(file: Path, text: str, how: str | None, key: str | None) -> str:
    """The text of a part with what stands in its file."""
    if not how:
        return text
    there = file.read_text(encoding="utf-8")
    if key:
        block = re.compile(rf"^{key}:.*\n(?:[ \t].*\n|\n)*", re.MULTILINE)
        assert block.search(there), f"{file.name} has no key {key}"
        return block.sub(lambda _: text, there)
    return there + text


def read(path: Path) -> list[Case]:
    """The cases that a file holds."""
    _, *rest = TITLE.split(path.read_text(encoding="utf-8"))
    cases = []
    for title, body in zip(rest[::2], rest[1::2], strict=True):
        _, *parts = PART.split(body)
        texts = [text.rstrip("\n") + "\n" if text.strip() else "" for text in parts[1::2]]
        cases.append(Case(path.stem.upper(), title, tuple(zip(parts[::2], texts, strict=True))))
    return cases


def cases() -> list[Case]:
    """Every case, by code."""
    return [case for path in sorted(CASES.glob("*.txt")) for case in read(path)]


def examples(code: str, page: str) -> dict[str, Case]:
    """The bad and the good example of a rule's page, as cases: `Bad` and `Good`."""
    found = {}
    for title in ("Bad", "Good"):
        section = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
        assert section, f"{files()[code]} has no section “{title}”"
        blocks = re.findall(r"```yaml\n# ([^\n]+)\n(.*?)```", section[1], re.DOTALL)
        assert blocks, f"{files()[code]} shows no example under “{title}”"
        found[title] = Case(code, title, tuple(blocks))
    return found
