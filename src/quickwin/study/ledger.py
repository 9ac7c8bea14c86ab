"""The uncertain numbers of a study as they are found, each once, and what is made of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from quickwin.engine.doubt import Panels, Spreads, Sums
from quickwin.finding import Path
from quickwin.study.estimate import Estimate

NOT_A_NUMBER = float("nan")

Label = tuple[int | None, Path]
"""Where an uncertain number stands: the row of its program, None for criteria.yaml, and its path there."""
Part = tuple[Path, Estimate | None, float]
"""A number that is part of a sum: its path, itself, None where it is not stated, and its coefficient."""


@dataclass(slots=True)
class Entries:
    """The entries of one array that are sums of uncertain numbers."""

    entries: list[int] = field(default_factory=list)
    constants: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    coefficients: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Ledger:
    """Numbers with a spread, and numbers of raters (counted from -1 down until all are known)."""

    raters: Sequence[str]
    spreads: list[tuple[float, float, float]] = field(default_factory=list)
    given: list[list[float]] = field(default_factory=list)
    spread_labels: list[Label] = field(default_factory=list)
    given_labels: list[Label] = field(default_factory=list)
    known: dict[Label, int] = field(default_factory=dict)
    arrays: dict[str, Entries] = field(default_factory=dict)

    def enter(self, array: str, entry: int, row: int | None, parts: Iterable[Part]) -> None:
        """Note that an entry of an array is a sum, if any of its parts is uncertain."""
        constant, terms = 0.0, []
        for path, estimate, coefficient in parts:
            if estimate is None:
                continue
            number = self.number((row, path), estimate)
            if number is None:
                constant += coefficient * estimate.point
            else:
                terms.append((number, coefficient))
        if terms:
            into = self.arrays.setdefault(array, Entries())
            into.entries.append(entry)
            into.constants.append(constant)
            into.starts.append(len(into.numbers))
            into.numbers += [number for number, _ in terms]
            into.coefficients += [coefficient for _, coefficient in terms]

    def enter_unknown(self, array: str, entry: int, label: Label) -> None:
        """Note that an entry of an array may be anything from 0 to 1, since nothing is stated."""
        self.spreads.append((0.0, NOT_A_NUMBER, 1.0))
        self.spread_labels.append(label)
        into = self.arrays.setdefault(array, Entries())
        into.entries.append(entry)
        into.constants.append(0.0)
        into.starts.append(len(into.numbers))
        into.numbers.append(len(self.spreads) - 1)
        into.coefficients.append(1.0)

    def number(self, label: Label, estimate: Estimate) -> int | None:
        """The place of an uncertain number; None for one that is certain."""
        if label in self.known:
            return self.known[label]
        low, high = estimate.low, estimate.high
        if estimate.raters:
            by_rater = dict(estimate.raters)
            self.given.append([by_rater.get(rater, NOT_A_NUMBER) for rater in self.raters])
            self.given_labels.append(label)
            self.known[label] = -len(self.given)
        elif low is not None and high is not None and low < high:
            self.spreads.append((low, estimate.point if has_peak(estimate) else NOT_A_NUMBER, high))
            self.spread_labels.append(label)
            self.known[label] = len(self.spreads) - 1
        return self.known.get(label)

    def labels(self) -> tuple[Label, ...]:
        """Where each uncertain number stands, in the order of the draws."""
        return (*self.spread_labels, *self.given_labels)

    def sums(self) -> dict[str, Sums]:
        """What is made of the numbers, by the name of the array."""
        return {name: self.summed(entries) for name, entries in self.arrays.items()}

    def summed(self, entries: Entries) -> Sums:
        """The entries of one array, with the final places of the numbers."""
        numbers = np.array(entries.numbers, dtype=np.intp)
        return Sums(
            np.array(entries.entries, dtype=np.intp),
            np.array(entries.constants, dtype=np.float64),
            np.array(entries.starts, dtype=np.intp),
            np.where(numbers < 0, len(self.spreads) - 1 - numbers, numbers),
            np.array(entries.coefficients, dtype=np.float64),
        )

    def spread(self) -> Spreads:
        """The numbers with a spread."""
        low, peak, high = np.array(self.spreads, dtype=np.float64).reshape(-1, 3).T
        return Spreads(low, peak, high)

    def panels(self) -> Panels:
        """The numbers of raters."""
        return Panels(np.array(self.given, dtype=np.float64).reshape(len(self.given), len(self.raters)))


def has_peak(estimate: Estimate) -> bool:
    """Whether a range has a likeliest number, and is not known by its ends alone."""
    keys = estimate.keys or {}
    return keys.get("value") is not None or keys.get("likely") is not None
