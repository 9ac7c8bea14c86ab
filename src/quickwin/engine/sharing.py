"""Work shared among processors: the results come in the order of the tasks, whoever does them."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

MOST_WORKERS = 8


def workers() -> int:
    """How many processors may be used."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(usable or 1, MOST_WORKERS)


def in_order(work: Callable[[Task], Result], tasks: Iterable[Task], *, many: int) -> Iterator[Result]:
    """The result of each task in the order of the tasks, `many` at a time, few of them waiting to be taken.

    >>> list(in_order(lambda number: number**2, range(4), many=2))
    [0, 1, 4, 9]
    """
    if many < 2:
        yield from map(work, tasks)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  # slow, and small studies need none of it

    with ThreadPoolExecutor(many) as pool:
        waiting = deque[object]()
        try:
            for task in tasks:
                waiting.append(pool.submit(work, task))
                if len(waiting) > 2 * many:
                    yield waiting.popleft().result()  # type: ignore[attr-defined]  # all are futures
            while waiting:
                yield waiting.popleft().result()  # type: ignore[attr-defined]
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
