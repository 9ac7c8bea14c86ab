"""How long quickwin takes to start, against the least that a program with the same libraries could take.

    python benchmarks/startup.py [rounds]

Runs alternate and medians are compared, so that a busy machine burdens both alike. The goals are for ratios.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 15

TWO_COMMANDS = '''
import typer

app = typer.Typer()

@app.command()
def hello(name: str) -> None:
    """Say hello."""

@app.command()
def goodbye(name: str) -> None:
    """Say goodbye."""

app()
'''

TABLE_OF_FORTY = '''
import numpy, pydantic, rich.console, rich.table, typer, yaml

app = typer.Typer()

@app.command()
def table() -> None:
    """Print a table of forty rows."""
    grid = rich.table.Table("Rank", "Program", "Score", "Months")
    for row in range(1, 41):
        grid.add_row(str(row), f"Program {row}", f"{100 - row:.1f}", f"{row / 4:.1f}")
    rich.console.Console(width=100).print(grid)

app()
'''


def seconds(words: list[str]) -> float:
    """How long a command of this Python takes, in seconds."""
    begun = time.perf_counter()
    run = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    taken = time.perf_counter() - begun
    if run.returncode:
        said = run.stderr.decode(errors="replace")
        sys.exit(f"{' '.join(words)} ended with status {run.returncode}: {said}")
    return taken


def compare(title: str, ours: list[str], theirs: list[str], goal: float, rounds: int) -> bool:
    """Print the ratio of medians of two commands, run in turn, and say whether it meets its goal."""
    seconds(ours), seconds(theirs)  # the first runs write bytecode
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    met = mine / other <= goal
    verdict = "met" if met else "missed"
    print(
        f"{title}: {mine / other:.2f} ({mine * 1000:.0f} ms to {other * 1000:.0f} ms), goal {goal}: {verdict}"
    )
    return met


def main() -> int:
    """Both comparisons; status 1 where a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small.py"), Path(folder, "large.py")
        small.write_text(TWO_COMMANDS, encoding="utf-8")
        large.write_text(TABLE_OF_FORTY, encoding="utf-8")
        ours = ["-m", "quickwin"]
        met = [
            compare(
                "--help against a typer app of two commands",
                [*ours, "--help"],
                [str(small), "--help"],
                1.2,
                rounds,
            ),
            compare(
                "rank against its libraries and a table",
                [*ours, "rank", "programs/"],
                [str(large)],
                1.3,
                rounds,
            ),
        ]
    return 0 if all(met) else 1


sys.exit(main())
