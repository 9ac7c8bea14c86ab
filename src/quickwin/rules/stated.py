"""The numbers that an estimate states, each with its path and as it is written in the file."""

from collections.abc import Iterator
from typing import NamedTuple

from quickwin.files.yaml import Data
from quickwin.finding import Path
from quickwin.study.estimate import Estimate
from quickwin.study.judging import at
from quickwin.study.program import Program
from quickwin.study.study import Source


class Stated(NamedTuple):
    """One number: where it stands, how it is written (with or without quotes) and what it is read as."""

    path: Path
    text: str
    number: float


def written(source: Source, path: Path) -> Data:
    """What a file says at a path, with what an option has put in its place."""
    data = source.overlay.data if source.overlay else source.document.data
    return at(data, source.path + path)


def stated(estimate: Estimate, path: Path, source: Source) -> Iterator[Stated]:
    """Every number of an estimate: itself, or its value, low and high, or its raters'."""
    keys = estimate.keys
    if keys is None:
        yield Stated(path, as_text(written(source, path)), estimate.point)
        return
    for key in ("value", "likely"):
        if keys.get(key) is not None:
            yield Stated((*path, key), as_text(keys[key]), estimate.point)
    if estimate.low is not None and estimate.high is not None:
        yield Stated((*path, "low"), as_text(keys["low"]), estimate.low)
        yield Stated((*path, "high"), as_text(keys["high"]), estimate.high)
    raters = keys.get("raters")
    for rater, number in estimate.raters:
        yield Stated((*path, "raters", rater), as_text(raters[rater]) if isinstance(raters, dict) else "", number)


def point_path(estimate: Estimate, path: Path) -> Path:
    """Where the point of an estimate stands: its value, or the whole of it where the point is worked out."""
    keys = estimate.keys or {}
    return next(((*path, key) for key in ("value", "likely") if keys.get(key) is not None), path)


def as_text(data: Data) -> str:
    """A single value as it is; nothing for a list or a mapping."""
    return data if isinstance(data, str) else ""


def times(program: Program) -> Iterator[tuple[Path, Estimate]]:
    """The spans of time that a program states, each with its path: its phases or the whole, and how long it lasts."""
    planned = program.time_to_benefit
    if isinstance(planned, Estimate):
        yield ("time_to_benefit",), planned
    else:
        yield from ((("time_to_benefit", phase), months) for phase, months in planned.items())
    if program.lasts is not None:
        yield ("lasts",), program.lasts
