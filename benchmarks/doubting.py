"""How long `robust` takes, against one matrix product and one sort of the same size, side by side.

    python benchmarks/doubting.py [rounds]

10,000 draws of 1,000 programs on 12 criteria: with fixed estimates, and with every estimate uncertain. The floor is
scores by one matrix product and their order by argsort, all in one piece. Then the memory of a run (read from /proc, so
on Linux only), and the shipped study by whole processes, against `rank`.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

import quickwin

ROUNDS = 5
PROGRAMS, DRAWS = 1000, 10_000
LEAVES = 12
ROOT = Path(__file__).resolve().parent.parent
MEMORY = """
import json, re, sys
import quickwin

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024

study = quickwin.load(sys.argv[1])
before = peak()
quickwin.robust(study, confidence=False)
run = peak()
quickwin.robust(study)
print(json.dumps([before, run, peak()]))
"""


def written(folder: Path, *, uncertain: bool) -> Path:
    """A study of many programs on twelve criteria, ten of them judged, one measured and one of levels."""
    rng = np.random.default_rng(1)

    def number(value: float, low: float, high: float, digits: int = 2) -> str:
        if not uncertain:
            return f"{value:.{digits}f}"
        spread = 0.25 * (high - low)
        ends = max(low, value - spread), min(high, value + spread)
        return f"{{low: {ends[0]:.{digits}f}, likely: {value:.{digits}f}, high: {ends[1]:.{digits}f}}}"

    judged = "\n".join(f"  c{at}: {{worst: 1, best: 5, weight: {5 + at}}}" for at in range(LEAVES - 2))
    (folder / "programs").mkdir(parents=True)
    (folder / "criteria.yaml").write_text(
        f"context: {{facts: {{people: {{value: 436079}}}}}}\ncriteria:\n{judged}\n"
        "  reach: {measure: beneficiaries, per: people, curve: [[0, 0], [1%, 0.3], [5%, 0.6], [20%, 1]], weight: 20}\n"
        "  level: {levels: {none: 0, some: 0.4, most: 1}, weight: 10}\n"
        "readiness: {pillars: {x: {}, y: {}, z: {}}}\n"
    )
    texts = []
    for at in range(PROGRAMS):
        impact = "\n".join(f"  c{key}: {number(rng.uniform(1, 5), 1, 5)}" for key in range(LEAVES - 2))
        level = "{low: none, likely: some, high: most}" if uncertain else rng.choice(["none", "some", "most"])
        people = number(rng.uniform(100, 80_000), 0, 90_000, 0)
        ready = ", ".join(f"{pillar}: {number(rng.uniform(2, 5), 1, 5)}" for pillar in "xyz")
        texts.append(
            f"id: p{at}\nname: P{at}\ntime_to_benefit: {number(rng.uniform(1, 10), 0, 16)}\nbeneficiaries: {people}\n"
            f"impact:\n{impact}\n  level: {level}\nreadiness: {{{ready}}}\n"
        )
    (folder / "programs" / "all.yaml").write_text("---\n".join(texts))
    return folder / "programs"


def floor() -> float:
    """Seconds of one matrix product and one argsort."""
    rng = np.random.default_rng(2)
    weights, values = rng.dirichlet(np.ones(LEAVES), DRAWS), rng.random((PROGRAMS, LEAVES))
    began = perf_counter()
    np.argsort(weights @ values.T, axis=1)
    return perf_counter() - began


def seconds(study: quickwin.Study) -> float:
    """Seconds of one `robust` as the table needs it."""
    began = perf_counter()
    quickwin.robust(study, confidence=False)
    return perf_counter() - began


def confident(study: quickwin.Study) -> float:
    """Seconds of a `robust` with the confidence factors, for which it draws twice."""
    began = perf_counter()
    quickwin.robust(study)
    return perf_counter() - began


def command(*words: str) -> float:
    """Seconds of one command on the shipped study."""
    began = perf_counter()
    subprocess.run([sys.executable, "-m", "quickwin", *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - began


def main(rounds: int) -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        for uncertain, goal in ((False, 3.0), (True, 6.0)):
            path = written(Path(folder) / str(uncertain), uncertain=uncertain)
            study = quickwin.load(path)
            pairs = [(seconds(study), floor()) for _ in range(rounds + 1)][1:]
            name = "every estimate uncertain" if uncertain else "fixed estimates"
            print(f"{name}: {median(ours / theirs for ours, theirs in pairs):.2f} of the floor (goal {goal})")
            pairs = [(confident(study), floor()) for _ in range(rounds)]
            print(f"  with confidence factors: {median(ours / theirs for ours, theirs in pairs):.2f}")
            found = subprocess.run([sys.executable, "-c", MEMORY, path], check=True, capture_output=True, text=True)
            before, peak, sure = json.loads(found.stdout)
            print(f"  memory: {before:.0f} MiB when read, at most {peak:.0f}, with confidence {sure:.0f} (goal 500)")
    pairs = [(command("robust"), command("rank")) for _ in range(2 * rounds)]
    print(f"robust / rank, whole processes: {median(ours / theirs for ours, theirs in pairs):.2f} (goal 2)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
