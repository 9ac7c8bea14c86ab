"""Two ways to do one thing, timed in turn so that a busy machine burdens both alike. The goals are for ratios."""

import statistics
import time
from collections.abc import Callable


def processor_seconds(work: Callable[[], object]) -> float:
    """How long this process computes to do some work; other processes do not count."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def compare(title: str, ours: Callable[[], float], theirs: Callable[[], float], *, goal: float, rounds: int) -> bool:
    """Print the ratio of the medians of what two functions return, called in turn; whether it meets its goal."""
    ours(), theirs()  # what is done once only: bytecode, imports, caches of the disk
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    met = mine / other <= goal
    print(
        f"{title}: {mine / other:.2f} ({mine * 1000:.0f} ms to {other * 1000:.0f} ms), "
        f"goal {goal}: {'met' if met else 'missed'}"
    )
    return met
