"""How long 10,000 program files take to read and check, against YAML's own composing of the same texts.

    python benchmarks/loading.py [rounds] [files]

quickwin also finds and reads the files, hashes them, and keeps the place of every value; composing starts from
texts in memory and drops its nodes. It must take no more than one and a half times as long all the same.
"""

import sys
import tempfile
from pathlib import Path

import yaml
from invented import write_study
from side_by_side import compare, processor_seconds

from quickwin.study.load import load

ROUNDS, FILES, GOAL = 5, 10_000, 1.5


def main() -> int:
    """The comparison; status 1 where the goal is missed."""
    rounds, files = ([int(given) for given in sys.argv[1:]] + [ROUNDS, FILES][len(sys.argv) - 1 :])[:2]
    with tempfile.TemporaryDirectory() as folder:
        programs = write_study(Path(folder), files)
        texts = [file.read_bytes() for file in sorted(programs[0].glob("*.yaml"))]

        def compose() -> None:
            for text in texts:
                yaml.compose(text, Loader=yaml.CSafeLoader)

        met = compare(
            f"loading {len(texts)} programs against yaml.compose",
            lambda: processor_seconds(lambda: load(programs)),
            lambda: processor_seconds(compose),
            goal=GOAL,
            rounds=rounds,
        )
    return 0 if met else 1


sys.exit(main())
