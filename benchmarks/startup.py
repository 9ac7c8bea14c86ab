"""How long quickwin takes to start, against the least that a program with the same libraries could take.

    python benchmarks/startup.py [rounds]

Both find their modules compiled, as after an installation.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from side_by_side import compare

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


def seconds(words: list[str], bytecode: Path) -> float:
    """How long a command of this Python computes, its modules compiled before into the folder `bytecode`."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = os.times()
    run = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment | {"PYTHONPATH": str(ROOT / "src"), "PYTHONPYCACHEPREFIX": str(bytecode)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    ended = os.times()
    if run.returncode:
        said = run.stderr.decode(errors="replace")
        sys.exit(f"{' '.join(words)} ended with status {run.returncode}: {said}")
    return ended.children_user - begun.children_user + ended.children_system - begun.children_system


def main() -> int:
    """Both comparisons; status 1 where a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small.py"), Path(folder, "large.py")
        small.write_text(TWO_COMMANDS, encoding="utf-8")
        large.write_text(TABLE_OF_FORTY, encoding="utf-8")

        def timed(*words: str) -> Callable[[], float]:
            return lambda: seconds(list(words), Path(folder, "bytecode"))

        met = [
            compare(
                "--help against a typer app of two commands",
                timed("-m", "quickwin", "--help"),
                timed(str(small), "--help"),
                goal=1.2,
                rounds=rounds,
            ),
            compare(
                "rank against its libraries and a table",
                timed("-m", "quickwin", "rank", "programs/"),
                timed(str(large)),
                goal=1.3,
                rounds=rounds,
            ),
        ]
    return 0 if all(met) else 1


sys.exit(main())
