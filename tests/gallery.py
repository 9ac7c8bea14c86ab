"""The gallery of errors: each file of `tests/errors` is a tiny broken study, a command, and what it says.

A case starts with a title and a command. Each part after it, headed `== FILE`, replaces or adds a file of the
sound study in `tests/errors/sound`; `== FILE -> TARGET` is a link, and behind the name may stand `, absent`,
`, escaped` (Python's escapes, a character a byte) or `, 3 times`. The last part is what the command says on stderr.
"""

import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

GALLERY = Path(__file__).resolve().parent / "errors"
SOUND = GALLERY / "sound"
PART = re.compile(r"^== (.+)\n", re.MULTILINE)
STDERR = re.compile(r"stderr, status (\d+)")
FILE = re.compile(r"(?P<name>[^,>]+?)(?: -> (?P<target>.+)|, (?P<how>absent|escaped|(?P<times>\d+) times))?")
CODE = re.compile(r"\b(?:error|warning) (QW\d+)")

TITLES = {
    "QW101": "A file cannot be read",
    "QW102": "A file is not valid YAML",
    "QW103": "A feature of YAML that is not used here",
    "QW104": "A key stands twice",
    "QW105": "An unknown key",
    "QW106": "Something needed is missing",
    "QW107": "The wrong kind of value",
    "QW108": "A number that cannot be read for certain",
    "QW109": "A number outside its range, or out of order",
    "QW110": "A date",
    "QW111": "An id",
    "QW112": "Keys that do not go together",
    "QW201": "An unknown dimension or subdimension",
    "QW202": "An unknown criterion, level, pillar or item",
    "QW203": "An unknown enabler, fact or kind of money",
    "QW204": "An unknown program",
    "QW205": "Programs that wait for each other",
    "QW206": "An id twice",
    "QW207": "A program that depends on itself, or conflicts with what it depends on",
    "": "A command that was called in a way that cannot work",
}
"""What the errors of a code have in common; without a code, an error of the command line."""


@dataclass(frozen=True)
class Case:
    """One broken study: `files` as pairs of a part's heading and its text."""

    path: Path
    title: str
    command: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    status: int
    stderr: str

    @property
    def code(self) -> str:
        """The code of its first error; nothing where it has none."""
        found = CODE.search(self.stderr)
        return found[1] if found else ""

    def build(self, folder: Path) -> None:
        """Put the study into an empty folder."""
        shutil.copytree(SOUND, folder, dirs_exist_ok=True)
        for heading, text in self.files:
            found = FILE.fullmatch(heading)
            assert found, heading
            file = folder / found["name"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.unlink(missing_ok=True)
            if found["target"]:
                file.symlink_to(found["target"])
            elif found["how"] == "escaped":
                file.write_bytes(text.encode("ascii").decode("unicode_escape").encode("latin-1"))
            elif found["how"] != "absent":
                file.write_bytes(text.encode("utf-8") * int(found["times"] or 1))

    def record(self, status: int, stderr: str) -> None:
        """Write the case again with what the command now says."""
        parts = [("$ " + shlex.join(self.command), ""), *((f"== {head}", text) for head, text in self.files)]
        blocks = [f"{head}\n{text}" for head, text in (*parts, (f"== stderr, status {status}", stderr))]
        self.path.write_text("\n".join([self.title + "\n", *blocks]), encoding="utf-8")


def read(path: Path) -> Case:
    """The case that a file of the gallery holds."""
    first, *parts = PART.split(path.read_text(encoding="utf-8"))
    title, command = (line for line in first.splitlines() if line)
    texts = [text.rstrip("\n") + "\n" if text.strip() else "" for text in parts[1::2]]
    *files, (last, stderr) = zip(parts[::2], texts, strict=True)
    found = STDERR.fullmatch(last)
    assert found, f"{path.name}: the last part is not “stderr, status …”"
    return Case(path, title, tuple(shlex.split(command.removeprefix("$ "))), tuple(files), int(found[1]), stderr)


def cases() -> list[Case]:
    """Every case, by file name."""
    return [read(path) for path in sorted(GALLERY.glob("*.txt"))]


def page() -> str:
    """The page of the documents that shows every error, by code."""
    lines = [
        "# Every error, and what it says",
        "",
        "Each of these is a small broken study of `tests/errors`, run by the tests: what is shown here is what",
        "`quickwin rank` says of it, word for word. The page is made from them, never written by hand.",
        "",
    ]
    every = cases()
    for code, title in TITLES.items():
        of_code = [case for case in every if case.code == code]
        lines += [f"## {code} · {title}" if code else f"## {title}", ""]
        for case in of_code:
            shown = [f"$ {shlex.join(case.command)}"] if case.command != ("quickwin", "rank") else []
            lines += [f"### {case.title}", "", "```text", *shown, *case.stderr.rstrip("\n").split("\n"), "```", ""]
    return "\n".join(lines)
