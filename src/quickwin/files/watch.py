"""Waiting until files are saved, by looking at them twice a second: that works on every system and network drive."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from quickwin.files.scan import SUFFIXES

PAUSE = 0.5
"""Seconds between two looks."""

Look = dict[str, tuple[int, int]]
"""When each file was last changed, in nanoseconds, and its size."""


def saves(places: Callable[[], Iterable[Path]], pause: float = PAUSE) -> Iterator[None]:
    """Gives a sign each time that a YAML file at, or below, one of the places was saved, added or removed.

    The places are asked for when the first sign is.
    """
    watched = list(places())
    before = look(watched)
    while True:
        time.sleep(pause)
        now = look(watched)
        if now != before:
            before = now
            yield


def look(places: Iterable[Path]) -> Look:
    """What the YAML files at and below the places are like now."""
    seen: Look = {}
    for place in places:
        if place.is_dir():
            for folder, _, names in os.walk(place):
                _take(seen, (os.path.join(folder, name) for name in names))
        else:
            _take(seen, [str(place)])
    return seen


def _take(seen: Look, paths: Iterable[str]) -> None:
    for path in paths:
        if path.lower().endswith(SUFFIXES):
            try:
                state = os.stat(path)
            except OSError:  # it went away between two looks
                continue
            seen[path] = state.st_mtime_ns, state.st_size
