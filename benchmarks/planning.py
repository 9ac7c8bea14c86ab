"""How long `plan` takes: whole commands on invented studies with every constraint, against `rank` on the same files.

    python benchmarks/planning.py [studies]

Sixty programs and 24 months, with budgets by year, quotas, conflicts, dependencies and a dozen providers; 500 programs;
and 200 draws of `--robust` at 60 programs. Prints the seconds of each, and the ratio to `rank`.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import numpy as np

STUDIES = 8
DIMENSIONS = ("governance", "branding", "economy", "living", "society", "environment")
ENABLERS = {"road": 0.7, "electricity": 0.6, "internet": 0.8}


def written(folder: Path, many: int, seed: int) -> Path:
    """A study of so many programs; the folder is made."""
    rng = np.random.default_rng(seed)
    costs = np.exp(rng.normal(2, 1.3, many)) * 1e8
    (folder / "programs").mkdir(parents=True)
    quotas = "\n".join(f"  {name}: {{quota: [1, 3]}}" for name in DIMENSIONS)
    coverage = ", ".join(f"{name}: {share}" for name, share in ENABLERS.items())
    (folder / "criteria.yaml").write_text(
        "start: 2022-09-01\nhorizon: 24\n"
        f"context: {{coverage: {{{coverage}}}}}\n"
        "criteria: {a: {worst: 1, best: 5, weight: 60}, b: {worst: 1, best: 5, weight: 40}}\n"
        "budget_opens: {revised: 2022-10-01, next: 2023-01-01}\n"
        f"dimensions:\n{quotas}\n"
        f"plan: {{budget: {{2022: {costs.sum() * 0.04:.0f}, 2023: {costs.sum() * 0.2:.0f}}}, total: [6, 12], "
        "per_owner: 2, latest_start: 12}\n",
        encoding="utf-8",
    )
    for at in range(many):
        text = "\n".join(program(rng, at, many, costs[at])) + "\n"
        (folder / "programs" / f"p{at:03}.yaml").write_text(text, encoding="utf-8")
    return folder / "programs"


def program(rng: np.random.Generator, at: int, many: int, cost: float) -> Iterator[str]:
    """The lines of one program."""
    a, b = rng.uniform(1, 5, 2)
    yield f"name: Program {at}"
    yield f"dimension: {DIMENSIONS[rng.integers(6)]}"
    yield f"owner: Office {rng.integers(max(4, many // 6))}"
    yield f"impact: {{a: {{low: {max(a - 1, 1):.2f}, likely: {a:.2f}, high: {min(a + 1, 5):.2f}}}, b: {b:.2f}}}"
    months = rng.integers(1, 10)
    yield f"time_to_benefit: {{low: {months}, likely: {months + 0.5}, high: {months + 4}}}"
    yield f"readiness: {rng.uniform(2, 5):.2f}"
    yield f"cost: {{capex: {cost:.0f}, opex_per_year: {cost * rng.uniform(0.01, 0.4):.0f}}}"
    yield f"funding: {{status: {rng.choice(['secured', 'revised', 'next'])}}}"
    if rng.random() < 0.2:
        yield f"lasts: {rng.uniform(3, 18):.1f}"
    if rng.random() < 0.5:
        yield f"needs: [{', '.join(rng.choice(list(ENABLERS), rng.integers(1, 3), replace=False))}]"
    if rng.random() < 0.2:
        yield f"provides: {{{rng.choice(list(ENABLERS))}: {rng.uniform(0.02, 0.15):.3f}}}"
    if at > 5 and rng.random() < 0.15:
        yield f"depends_on: [p{rng.integers(at):03}]"
    elif at and rng.random() < 0.08:
        yield f"conflicts_with: [p{rng.integers(at):03}]"


def seconds(*words: str) -> float:
    """How long a command takes, start and all."""
    begun = perf_counter()
    done = subprocess.run([sys.executable, "-m", "quickwin", *words], check=False, capture_output=True)
    if done.returncode not in {0, 1}:
        raise RuntimeError(done.stderr.decode())
    return perf_counter() - begun


def report(title: str, took: list[float], base: list[float], goal: float) -> None:
    """Print how long something took, and how that compares with `rank`."""
    times = " ".join(f"{one:.1f}" for one in took)
    ratio = np.median(np.array(took) / np.array(base))
    met = "met" if max(took) <= goal else f"missed by {sum(one > goal for one in took)}"
    print(f"{title}: {times} s ({ratio:.1f} times rank), goal {goal:g} s each: {met}", flush=True)


def main(studies: int) -> None:
    """Run everything."""
    with tempfile.TemporaryDirectory() as folder:
        places = [str(written(Path(folder, f"s{seed}"), 60, seed)) for seed in range(studies)]
        ranks = [seconds("rank", place) for place in places]
        report("60 programs, 24 months", [seconds("plan", place) for place in places], ranks, 2)
        report("the same with --binds", [seconds("plan", "--binds", place) for place in places[:3]], ranks[:3], 30)
        report("200 draws of --robust", [seconds("plan", "--robust", place) for place in places[:3]], ranks[:3], 60)
        large = [str(written(Path(folder, f"l{seed}"), 500, seed)) for seed in range(2)]
        ranks = [seconds("rank", place) for place in large]
        report("500 programs", [seconds("plan", place) for place in large], ranks, 30)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else STUDIES)
