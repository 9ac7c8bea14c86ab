"""Golden runs: each text in `golden` is a command in the folder `golden/study` and everything that it says.

After a change on purpose: `pytest tests/commands --update-golden -n 0`, and read the diff. A new run needs its first
line alone: `$ VARIABLE=VALUE quickwin COMMAND …`.
"""

import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent / "golden"
STUDY = GOLDEN / "study"
PART = re.compile(r"^== (stdout|stderr|status)(?: (\d+))?\n", re.MULTILINE)


@dataclass(frozen=True)
class Ending:
    """How a command ended."""

    status: int
    stdout: str
    stderr: str


def texts(command: str) -> list[Path]:
    """The golden runs of a command."""
    return sorted(GOLDEN.glob(f"{command}*.txt"))


def words(text: Path) -> tuple[dict[str, str], list[str]]:
    """The variables and the arguments of a golden run."""
    first = text.read_text(encoding="utf-8").splitlines()[0]
    parts = shlex.split(first.removeprefix("$ "))
    place = parts.index("quickwin")
    return dict(part.split("=", 1) for part in parts[:place]), parts[place + 1 :]


def expected(text: Path) -> Ending:
    """What a golden run says."""
    parts = PART.split(text.read_text(encoding="utf-8"))
    shown = {parts[place]: parts[place + 2] for place in range(1, len(parts), 3)}
    return Ending(int(parts[-2] or -1), shown.get("stdout", ""), shown.get("stderr", ""))


def ran(text: Path, run: Callable[[list[str], dict[str, str]], Ending], *, update: bool) -> Ending:
    """How the command of a golden run ends now; with `update` its text is written again."""
    variables, arguments = words(text)
    ending = run(arguments, variables)
    if update:
        first = text.read_text(encoding="utf-8").splitlines()[0]
        said = f"== stdout\n{ending.stdout}== stderr\n{ending.stderr}== status {ending.status}\n"
        text.write_text(f"{first}\n{said}", encoding="utf-8")
    return ending
