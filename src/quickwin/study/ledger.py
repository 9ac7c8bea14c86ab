"""The uncertain numbers of a study as they are found, each once, and what is made of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from quickwin.engine.doubt import Panels, Spreads, Sums
from quickwin.finding import Path
from quickwin.study.estimate import Estimate

NOT_A_NUMBER = float("nan")

Label = tuple[int | None, Path]
"""Where an uncertain number stands: the row of its program, None for criteria.yaml, and its path there."""
Part = tuple[Path, Estimate | None, float]
"""A number that is part of a sum: its path, itself, None where it is not stated, and its coefficient."""


class Entry(NamedTuple):
    """An entry of an array that is a constant plus some numbers, each with its coefficient."""

    place: int
    constant: float
    terms: tuple[tuple[int, float], ...]


@dataclass(slots=True)
class Ledger:
    """Numbers with a spread, counted from 0 up, and numbers of raters, counted from -1 down until all are known."""

    raters: Sequence[str]
    spreads: list[tuple[float, float, float]] = field(default_factory=list)
    given: list[list[float]] = field(default_factory=list)
    spread_labels: list[Label] = field(default_factory=list)
    given_labels: list[Label] = field(default_factory=list)
    known: dict[Label, int] = field(default_factory=dict)
    arrays: dict[str, list[Entry]] = field(default_factory=dict)

    def enter(self, array: str, place: int, row: int | None, parts: Iterable[Part]) -> None:
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
            self.arrays.setdefault(array, []).append(Entry(place, constant, tuple(terms)))

    def enter_unknown(self, array: str, place: int, label: Label) -> None:
        """Note that an entry of an array may be anything from 0 to 1, since nothing is stated."""
        self.spreads.append((0.0, NOT_A_NUMBER, 1.0))
        self.spread_labels.append(label)
        self.arrays.setdefault(array, []).append(Entry(place, 0.0, ((len(self.spreads) - 1, 1.0),)))

    def number(self, label: Label, estimate: Estimate) -> int | None:
        """The number of an uncertain estimate; None for one that is certain."""
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

    def closed(self) -> "Accounts":
        """All that was noted; numbers stand in the order in which the arrays need them, so that these can be copied."""
        for entries in self.arrays.values():
            entries.sort()
        needed = [number for entries in self.arrays.values() for entry in entries for number, _ in entry.terms]
        order = list(dict.fromkeys(number for number in needed if number >= 0))
        final = {number: place for place, number in enumerate(order)}
        final |= {-1 - place: len(order) + place for place in range(len(self.given))}
        low, peak, high = np.array([self.spreads[number] for number in order], dtype=np.float64).reshape(-1, 3).T
        given = np.array(self.given, dtype=np.float64).reshape(len(self.given), len(self.raters))
        return Accounts(
            Spreads(low, peak, high),
            Panels(given),
            {name: summed(entries, final) for name, entries in self.arrays.items()},
            (*(self.spread_labels[number] for number in order), *self.given_labels),
        )


class Accounts(NamedTuple):
    """The uncertain numbers, what is made of them by the name of the array, and where each of them stands."""

    spreads: Spreads
    panels: Panels
    sums: dict[str, Sums]
    labels: tuple[Label, ...]


def summed(entries: Sequence[Entry], final: dict[int, int]) -> Sums:
    """The entries of one array, with the final places of the numbers."""
    terms = [term for entry in entries for term in entry.terms]
    lengths = [len(entry.terms) for entry in entries]
    return Sums(
        np.array([entry.place for entry in entries], dtype=np.intp),
        np.array([entry.constant for entry in entries], dtype=np.float64),
        np.cumsum([0, *lengths[:-1]], dtype=np.intp),
        np.array([final[number] for number, _ in terms], dtype=np.intp),
        np.array([coefficient for _, coefficient in terms], dtype=np.float64),
    )


def has_peak(estimate: Estimate) -> bool:
    """Whether a range has a likeliest number, and is not known by its ends alone."""
    keys = estimate.keys or {}
    return keys.get("value") is not None or keys.get("likely") is not None
