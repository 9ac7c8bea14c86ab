"""Shipped files, damaged at random: whatever they hold, the command ends in a sentence and never in a traceback.

By hand, for longer: `python -m tests.fuzz SEED COUNT`, from the checkout, with `src` on PYTHONPATH.
"""

import contextlib
import io
import json
import os
import re
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, NoReturn

import typer

from quickwin.commands.check import check
from quickwin.commands.explain import explain
from quickwin.commands.plan import plan
from quickwin.commands.profile import profile
from quickwin.commands.rank import rank
from quickwin.commands.roadmap import roadmap

ROOT = Path(__file__).resolve().parent.parent
FILES = (
    "criteria.yaml",
    "contexts/kotim.yaml",
    "programs/village-internet.yaml",
    "programs/village-power.yaml",
    "programs/bakti-vsat.yaml",
    "programs/communal-solar.yaml",
    "programs/nib-drive.yaml",
)
ROOM = [
    "plan.total=4",
    *(
        f"dimensions.{dimension}.quota=2"
        for dimension in ("governance", "branding", "economy", "living", "society", "environment")
    ),
]
"""Settings with which a plan of so few programs is possible."""
COMMANDS: tuple[tuple[Callable[..., None], dict[str, Any]], ...] = (
    (rank, {"form": "json"}),
    (rank, {}),
    (rank, {"form": "json", "skip_invalid": True}),
    (explain, {"id": "village-internet"}),
    (explain, {"id": "village-internet", "versus": "nib-drive", "form": "json"}),
    (profile, {"ids": ["village-internet", "communal-solar"]}),
    (profile, {"form": "json"}),
    (rank, {"form": "csv", "weights": ["reach=40%"], "settings": ["quick_win.impact=20%"], "show_settings": True}),
    (check, {}),
    (check, {"form": "json"}),
    (check, {"form": "sarif"}),
    (check, {"form": "github", "fail_on": "warning"}),
    (check, {"form": "gitlab"}),
    (check, {"form": "junit"}),
    (check, {"diff": True}),
    (check, {"fix": True, "numbers": "thousands"}),
    (check, {"statistics": True}),
    (plan, {"form": "json"}),
    (plan, {"settings": ROOM, "unfunded": True, "lock": ["nib-drive@Jan 2023"]}),
    (roadmap, {"form": "csv", "settings": [*ROOM, "plan.budget=Rp2 miliar"]}),
)
"""Commands, called without the command line, which would take a third of the time."""
SETTINGS = (
    "title", "start", "deadline", "horizon", "discount_rate", "context", "context.facts.population", "quick_win",
    "quick_win.impact", "reach", "ease.weight", "equity.levels.some", "reach.curve.1.0", "criteria", "readiness",
    "readiness.scale.best", "readiness.delay", "dimensions.economy.priority", "model", "model.kind", "plan.budget",
    "plan.total.0", "plan.latest_start", "plan.per_owner", "plan.budget.2023", "budget_opens.next", "quickwin",
    "service", "reach.x.y", "title.x", ".", "..", "nowhere", "a.b.c.d.e.f",
)  # fmt: skip
SETTING_EVERY = 4
"""One run in so many also has options that may make no sense."""
PLACE = re.compile(r"^(criteria\.yaml|contexts|programs/|--|There is no program)", re.MULTILINE)
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")

NUMBERS = (
    "1e999", "-0", "9" * 5000, "NaN", ".nan", ".inf", "-.inf", "1.200", "Rp1.5", "1,200", "1e308", "-1", "0", "1200",
    "1e-400", "0x1F", "0777", "1:30", "1/0", "1/3", "0/1", "5%", "-5%", "101%", "1_000", "true", "~", "''",
    "100 years", "1" + "0" * 40, "0." + "0" * 40 + "1", "999 triliun", "Rp999 triliun", "9007199254740993", "１２", "٣",
    "½", "1.0e3", "2022-02-30", "9999-12-31", "0000-00-00", "0001-01-01", "{low: 1, high: 2}",
    "{low: 0, likely: 0, high: 0}", "{raters: {a: 1, b: 5}}", "{value: 3, assumed: true}", "[1, 2]", "{}", "[]", "no",
    "on",
)  # fmt: skip
SIGNS = (
    "\x00", "\x1b[31m", "\t", "\r", "\u2028", "\u202e", "\ufeff", "\u00a0", "\U0001f4a5", "é", ":", ": ", "#", " #",
    "'", '"', "{", "}", "[", "]", ",", "&a ", "*a", "!!python/object ", "!", "|", ">", "%", "@", "`", "- ", "? ",
    "\\", "---\n", "...\n", "=1+1", "<script>", "[bold]",
)  # fmt: skip
SNIPPETS = (
    "<<: *a", "x: &a [*a]", "a: &a {b: 1}\nc: *a", "? [a, b]\n: c", "note: !!int 5", "%YAML 1.1", "--- ", "...",
    "deep: " + "[" * 60, "deep: " + "{a: " * 38 + "1" + "}" * 38, "id: village-power", "id: ''", "id: ~",
    "depends_on: [village-internet]", "depends_on: [nib-drive, village-internet, '']",
    "conflicts_with: [village-power]", "needs: [electricity, internet, road]", "readiness: {structure: {people: 9}}",
    "lasts: 0", "reachable: 0", "time_to_benefit: {a: , b: }", "cost: {note: none}",
    "impact: {reach: 5, ease: ~, x: 1}", "kpi: [~, {}, 5]", "model: {kind: sum, impact: 0, time: 1}", "horizon: 1",
    "deadline: 0", "criteria: {a: {levels: {no: 0}}}", "dimensions: {}", "budget_opens: {}", "start: 9999-12-31",
    "context: ..", "context: ~", "readiness: {pillars: {a: {weight: 0}}}", "currency: {symbol: '', decimal: '.'}",
    "currency: {unit: 0}", "facts: {population: 0}", "coverage: {electricity: 0, internet: 0}", "discount_rate: 1",
    "quick_win: {impact: 0, readiness: 0}",
)  # fmt: skip
NUMBER = re.compile(r"(?<=[ \[{:])-?\d[\d.,/%]*")
KEY = re.compile(r"[a-z_]+(?=:)")
VALUE = re.compile(r"(?<=: )[^\n#]+")

Damage = Callable[[str, Random], str]


@dataclass(frozen=True)
class Ending:
    """How a run ended: the file that was damaged, the command, and what it said."""

    file: str
    command: tuple[Callable[..., None], dict[str, Any]]
    status: int
    stdout: str
    stderr: str


def lines_damaged(text: str, random: Random) -> str:
    """Lines deleted, doubled, exchanged, moved in or out, or cut."""
    lines = text.split("\n")
    here, there = random.randrange(len(lines)), random.randrange(len(lines))
    how = random.randrange(7)
    if how == 0:
        del lines[here : here + random.randint(1, 4)]
    elif how == 1:
        lines.insert(there, lines[here])
    elif how == 2:
        lines[here], lines[there] = lines[there], lines[here]
    elif how == 3:
        lines[here] = " " * random.randint(1, 4) + lines[here]
    elif how == 4:
        lines[here] = lines[here].removeprefix(" " * random.randint(1, 4))
    elif how == 5:
        lines[here] = lines[here][: random.randrange(len(lines[here]) + 1)]
    else:
        lines = lines[:here]
    return "\n".join(lines)


def signs_put_in(text: str, random: Random) -> str:
    """A sign put in somewhere."""
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(SIGNS) + text[at:]


def replaced(text: str, random: Random, what: re.Pattern[str], by: Callable[[str], str]) -> str:
    """One of the places where a pattern stands, written otherwise."""
    found = list(what.finditer(text))
    if not found:
        return text
    one = random.choice(found)
    return text[: one.start()] + by(one[0]) + text[one.end() :]


def number_replaced(text: str, random: Random) -> str:
    """A number replaced by one that is hard to read."""
    return replaced(text, random, NUMBER, lambda _: random.choice(NUMBERS))


def value_replaced(text: str, random: Random) -> str:
    """A value replaced by another, of another kind or beside a YAML feature."""
    kinds: tuple[Callable[[str], str], ...] = (
        lambda _: random.choice(NUMBERS),
        lambda old: f"[{old}]",
        lambda old: f"{{value: {old}}}",
        lambda old: f"{{a: {old}}}",
        lambda old: f"'{old}'",
        lambda old: f"&a {old}",
        lambda old: f"!!str {old}",
        lambda _: "*a",
        lambda _: "",
        lambda old: old * 50,
    )
    return replaced(text, random, VALUE, random.choice(kinds))


def key_misspelt(text: str, random: Random) -> str:
    """A key with a letter too few, two exchanged, or another key's name."""
    keys = KEY.findall(text) or ["note"]
    ways: tuple[Callable[[str], str], ...] = (
        lambda old: old[1:],
        lambda old: old[:1] + old[2:3] + old[1:2] + old[3:],
        lambda old: old + "s",
        lambda _: random.choice(keys),
        lambda _: random.choice(("note", "value", "low", "raters", "<<", "0", "", "money")),
    )
    return replaced(text, random, KEY, random.choice(ways))


def snippet_put_in(text: str, random: Random) -> str:
    """A line of trouble put in, at the top or as far in as its neighbour."""
    lines = text.split("\n")
    at = random.randrange(len(lines))
    inwards = len(lines[at]) - len(lines[at].lstrip()) if random.random() < 0.5 else 0
    lines.insert(at, "\n".join(" " * inwards + line for line in random.choice(SNIPPETS).split("\n")))
    return "\n".join(lines)


DAMAGES: tuple[Damage, ...] = (
    lines_damaged, lines_damaged, signs_put_in, number_replaced, number_replaced, value_replaced, value_replaced,
    key_misspelt, snippet_put_in, snippet_put_in,
)  # fmt: skip


def damaged(text: str, random: Random) -> bytes:
    """A file's text with one to three damages, and now and then bytes that are no text."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        text = random.choice(DAMAGES)(text, random)
    data = text.encode("utf-8", "surrogatepass")
    if random.random() < 0.05:
        at = random.randrange(len(data) + 1)
        data = data[:at] + random.choice((b"\xff", b"\x00", b"\xc3", b"\xed\xa0\x80", b"\xff\xfe")) + data[at + 1 :]
    return data


def setting(random: Random) -> str:
    """An option PATH=VALUE that may make sense or not."""
    value = random.choice((*NUMBERS, *SIGNS, "nan", "inf", "-inf", "Infinity", "1", "6", "40%"))
    return f"{random.choice(SETTINGS)}{random.choice(('=', '=', '=', '', ' = '))}{value}"


def run(command: tuple[Callable[..., None], dict[str, Any]]) -> tuple[int, str, str]:
    """The status of a command that runs in this process, and what it wrote; -1 and the traceback for a fault."""
    call, options = command
    status = 0
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            call(**options)
        except typer.Exit as end:
            status = end.exit_code
        except Exception:  # noqa: BLE001  # whatever it is, it is what is looked for
            status = -1
            traceback.print_exc()
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode("utf-8"))
    return status, texts[0], texts[1]


@contextlib.contextmanager
def study(folder: Path) -> Iterator[dict[str, str]]:
    """A small copy of the shipped study as the working folder: the text of each of its files."""
    for file in FILES:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, folder / file)
    with contextlib.chdir(folder):
        yield {file: Path(file).read_text(encoding="utf-8") for file in FILES}


def endings(folder: Path, seeds: range) -> Iterator[tuple[int, Ending]]:
    """How a run ends for each seed, with one file of the study damaged."""
    with study(folder) as texts:
        for seed in seeds:
            random = Random(seed)  # noqa: S311  # the same damage again from the same seed
            file = random.choice((*FILES, "criteria.yaml", "criteria.yaml"))
            call, options = COMMANDS[seed % len(COMMANDS)]
            if seed % SETTING_EVERY == 0:
                weights = {} if call is check else {"weights": [setting(random)] * (seed % 2)}
                options = options | {"settings": [*options.get("settings", ()), setting(random)]} | weights
            command = call, options
            Path(file).write_bytes(damaged(texts[file], random))
            yield seed, Ending(file, command, *run(command))
            Path(file).write_text(texts[file], encoding="utf-8")


def faults(ending: Ending) -> list[str]:
    """What is wrong with how a run ended; nothing where it is as it should be."""
    found = []
    if ending.status not in {0, 1, 2}:
        found.append(f"status {ending.status}")
    call, options = ending.command
    is_told = ending.status == 1 and (call is check or (call in {plan, roadmap} and not ending.stderr))
    if ending.status in {1, 2} and not is_told and not PLACE.search(ending.stderr):
        found.append("no place named")
    if ending.status in {1, 2} and bool(ending.stdout) != is_told:
        found.append("an answer in spite of errors, or none")
    if CONTROL.search(ending.stderr) or CONTROL.search(ending.stdout.replace("\r\n", "\n").lstrip("\ufeff")):
        found.append("a control character")
    if ending.stdout and options.get("form") in {"json", "sarif", "gitlab"}:
        try:
            json.loads(ending.stdout, parse_constant=refuse_constant)
        except ValueError as error:
            found.append(f"not JSON: {error}")
    return found


def refuse_constant(name: str) -> NoReturn:
    """Refuse NaN and infinities, which JSON does not have."""
    raise ValueError(name)


def by_hand(first: int, count: int) -> int:
    """Run many, print what is wrong and how it ended, and say how many were wrong."""
    wrong, statuses, slowest, before = 0, dict.fromkeys((0, 1, 2), 0), (0.0, 0), time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for seed, ending in endings(Path(folder), range(first, first + count)):
            slowest, before = max(slowest, (time.perf_counter() - before, seed)), time.perf_counter()
            statuses[ending.status] = statuses.get(ending.status, 0) + 1
            found = faults(ending)
            if found:
                wrong += 1
                sys.stdout.write(f"{seed} {ending.file} {ending.command}: {found}\n{ending.stderr[-900:]}\n\n")
    sys.stdout.write(
        f"{count} runs, {wrong} wrong; by status {statuses}; slowest {slowest[0]:.2f} s (seed {slowest[1]})\n"
    )
    return wrong


if __name__ == "__main__":
    os.environ["COLUMNS"] = "100"
    raise SystemExit(by_hand(int(sys.argv[1]), int(sys.argv[2])) > 0)
