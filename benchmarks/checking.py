"""How long `quickwin check` takes: against loading, against `quickwin rank`, and against two other linters.

    python benchmarks/checking.py [--rounds N] [--files N] [--peers FOLDER]

Checking 10,000 files goes by processor time within one process, against loading the same files. Checking 30 goes by
that of whole processes, as their users start them. The other linters are yamllint, with its usual rules, and
check-jsonschema, with `schemas/program.schema.json`; they are looked for in `--peers` and then on PATH. All read the
same files, and what a process takes for a few files is taken off what it takes for many, so that only files count.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from invented import write_study
from side_by_side import compare, processor_seconds

from quickwin.checking.check import check
from quickwin.study.load import load

ROOT = Path(__file__).resolve().parent.parent
ROUNDS, FILES, FEW, SOME = 5, 10_000, 30, 1_000
AGAINST_LOADING, AGAINST_RANK, AGAINST_PEERS = 2.0, 1.3, 0.1
QUICKWIN = (sys.executable, "-m", "quickwin")
SCHEMA = str(ROOT / "schemas" / "program.schema.json")
PEERS = {"yamllint": ("yamllint",), "check-jsonschema": ("check-jsonschema", "--schemafile", SCHEMA)}
"""How each of the other linters is called; the files are named behind it."""


def child_seconds(words: list[str]) -> float:
    """How long a process computes; it may find mistakes, and must not fail otherwise."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100"}
    before = os.times()
    run = subprocess.run(words, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    after = os.times()
    if run.returncode not in {0, 1} or b"Traceback" in run.stderr:
        sys.exit(f"{words[:4]} ended with status {run.returncode}: {run.stderr.decode(errors='replace')[-2000:]}")
    return after.children_user - before.children_user + after.children_system - before.children_system


def against_loading(folder: Path, files: int, rounds: int) -> bool:
    """All rules on many files, against loading them."""
    programs = write_study(folder, files)
    found = check(programs).findings
    print(f"{len(found)} findings in {len(list(programs[0].iterdir()))} files")
    return compare(
        f"checking {files} programs against loading them",
        lambda: processor_seconds(lambda: check(programs)),
        lambda: processor_seconds(lambda: load(programs)),
        goal=AGAINST_LOADING,
        rounds=rounds,
    )


def against_rank(folder: Path, rounds: int) -> bool:
    """The command on few files, against `quickwin rank` on the same."""
    (programs,) = write_study(folder, FEW)
    return compare(
        f"quickwin check against quickwin rank, {len(list(programs.iterdir()))} files",
        lambda: child_seconds([*QUICKWIN, "check", str(programs)]),
        lambda: child_seconds([*QUICKWIN, "rank", str(programs)]),
        goal=AGAINST_RANK,
        rounds=rounds * 3,
    )


def against_peers(folder: Path, peers: str, rounds: int) -> list[bool]:
    """The command, against each other linter that is there, by the time for each further file."""
    (programs,) = write_study(folder, SOME)
    files = sorted(map(str, programs.iterdir()))
    met = []
    for name, words in PEERS.items():
        found = shutil.which(name, path=peers) or shutil.which(name)
        if not found:
            print(f"{name} is neither in {peers or 'a folder given by --peers'} nor on PATH, so nothing is compared")
            continue
        met.append(
            compare(
                f"quickwin check against {name}, {len(files) - FEW} files",
                further([*QUICKWIN, "check"], files),
                further([found, *words[1:]], files),
                goal=AGAINST_PEERS,
                rounds=rounds,
            )
        )
    return met


def further(words: list[str], files: list[str]) -> Callable[[], float]:
    """How long a command takes for many files, less what it takes for a few of them."""
    return lambda: child_seconds([*words, *files]) - child_seconds([*words, *files[:FEW]])


def main() -> int:
    """All comparisons; status 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument("--peers", default="")
    given = parser.parse_args()
    met = []
    with tempfile.TemporaryDirectory() as folder:
        parts = [Path(folder, name) for name in ("many", "few", "some")]
        for part in parts:
            part.mkdir()
        met.append(against_rank(parts[1], given.rounds))
        met += against_peers(parts[2], given.peers, given.rounds)
        met.append(against_loading(parts[0], given.files, given.rounds))
    return 0 if all(met) else 1


sys.exit(main())
