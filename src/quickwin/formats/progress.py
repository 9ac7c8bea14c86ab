"""How far something long has come, on a terminal."""

import math
from time import monotonic
from typing import TYPE_CHECKING, TextIO

from quickwin.formats.terminal import is_ascii_only, wants_color
from quickwin.say import say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds after which a reader wants to know."""


class Bar:
    """A bar that appears after a second, and is gone when all is done."""

    def __init__(self, what: str, stream: TextIO) -> None:
        self.what = what
        self.stream = stream
        self.began = monotonic()
        self.shown: tuple[Progress, TaskID] | None = None

    def show(self, done: int, of: int) -> None:
        """Say that so much is done."""
        if self.shown is None:
            if monotonic() - self.began < PATIENCE:
                return
            self.shown = self._appear(of)
        shown, task = self.shown
        shown.update(task, completed=done, total=of)

    def _appear(self, of: int) -> "tuple[Progress, TaskID]":
        from rich.console import Console  # noqa: PLC0415  # slow, and most runs are over before
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        console = Console(file=self.stream, no_color=not wants_color(self.stream), legacy_windows=None)
        plain = is_ascii_only(self.stream)
        columns = (
            TextColumn(self.what),
            *(() if plain else (BarColumn(),)),
            TaskProgressColumn(),
            TimeRemainingColumn(),
        )
        shown = Progress(*columns, console=console, transient=True)
        shown.start()
        return shown, shown.add_task(self.what, total=of)

    def close(self) -> None:
        """Take the bar away."""
        if self.shown is not None:
            self.shown[0].stop()


class Gauge:
    """What a search has found, and the most that is possible; it appears after a second, and is gone at the end."""

    def __init__(self, what: str, stream: TextIO) -> None:
        self.what = what
        self.stream = stream
        self.began = monotonic()
        self.shown: tuple[Progress, TaskID] | None = None

    def show(self, value: float, bound: float) -> None:
        """Say what is found, and that nothing is above the bound."""
        if self.shown is None:
            if monotonic() - self.began < PATIENCE:
                return
            self.shown = self._appear()
        shown, task = self.shown
        shown.update(task, description=f"{self.what}{found(value, bound)}")

    def _appear(self) -> "tuple[Progress, TaskID]":
        from rich.console import Console  # noqa: PLC0415  # slow, and most runs are over before
        from rich.progress import Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

        console = Console(file=self.stream, no_color=not wants_color(self.stream), legacy_windows=None)
        shown = Progress(TextColumn("{task.description}"), TimeElapsedColumn(), console=console, transient=True)
        shown.start()
        return shown, shown.add_task(self.what, total=None)

    def close(self) -> None:
        """Take it away."""
        if self.shown is not None:
            self.shown[0].stop()
            self.shown = None


def found(value: float, bound: float) -> str:
    """The best value and its bound in words, as far as they are known.

    >>> found(285.7, 290.04), found(-math.inf, 290.04), found(-math.inf, math.inf)
    (': 285.7 points found, at most 290.0', ': at most 290.0 points', '')
    """
    if not math.isfinite(bound):
        return ""
    if not math.isfinite(value):
        return say(": at most {bound:.1f} points", bound=bound)
    return say(": {value:.1f} points found, at most {bound:.1f}", value=value, bound=bound)
