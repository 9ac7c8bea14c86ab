"""How much memory 10,000, 20,000 and 40,000 programs take, read and scored: it must be linear in their number.

    python benchmarks/memory.py [files]

Each size has a process of its own, whose greatest resident memory counts. From step to step each further program
must cost the same, within a tenth.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from invented import write_study

from quickwin.engine.score import score
from quickwin.study.arrays import arrays
from quickwin.study.load import load

FILES, PARTS, GOAL = 40_000, 4, 1.1
KIB_A_UNIT = 1 / 1024 if sys.platform == "darwin" else 1
"""The system counts in KiB, but in bytes on macOS."""


def peak(folders: list[Path]) -> float:
    """The greatest memory [KiB] of a process that reads and scores the programs in some folders."""
    words = [sys.executable, __file__, "--read", *map(str, folders)]
    return float(subprocess.run(words, check=True, stdout=subprocess.PIPE).stdout)


def read(folders: list[str]) -> None:
    """Read and score the programs in some folders, and print the greatest memory [KiB] that it took."""
    study = load([Path(folder) for folder in folders])
    score(arrays(study))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB_A_UNIT)


def main() -> int:
    """The three sizes; status 1 where memory grows faster than the number of programs."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    with tempfile.TemporaryDirectory() as folder:
        parts = write_study(Path(folder), files, PARTS)
        some = [parts[:count] for count in (1, 2, 4)]
        sizes = [sum(len(list(part.iterdir())) for part in of_size) for of_size in some]
        peaks = [peak(of_size) for of_size in some]
    for size, most in zip(sizes, peaks, strict=True):
        print(f"{size} programs: {most / 1024:.0f} MiB")
    first, second = ((peaks[larger] - peaks[larger - 1]) / (sizes[larger] - sizes[larger - 1]) for larger in (1, 2))
    met = second / first <= GOAL
    print(
        f"each further program: {first:.1f} KiB, then {second:.1f} KiB: {second / first:.2f}, "
        f"goal {GOAL}: {'met' if met else 'missed'}"
    )
    return 0 if met else 1


if sys.argv[1:2] == ["--read"]:
    read(sys.argv[2:])
else:
    sys.exit(main())
