"""How far something long has come, on a terminal."""

from time import monotonic
from typing import TYPE_CHECKING, TextIO

from quickwin.formats.terminal import is_ascii_only, wants_color

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
