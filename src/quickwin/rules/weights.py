"""Weights that are compared with each other, as they are written."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quickwin.finding import Path
from quickwin.rules.stated import Stated, stated, written
from quickwin.study.criterion import Criterion
from quickwin.study.estimate import Estimate
from quickwin.study.study import Source, Study


class Weight(NamedTuple):
    """A weight of a criterion, a pillar or the model: its path, its point and all its numbers as written."""

    path: Path
    point: float
    numbers: tuple[Stated, ...]

    @property
    def in_percent(self) -> bool:
        """Whether it is written with % or persen."""
        return any(is_in_percent(one.text) for one in self.numbers)


def is_in_percent(text: str) -> bool:
    """Whether a number is written with % or persen."""
    return text.rstrip().casefold().endswith(("%", "persen"))


class Group(NamedTuple):
    """Siblings whose weight is written, and the paths at which those of the others would be."""

    weights: tuple[Weight, ...]
    unwritten: tuple[Path, ...]


def groups(study: Study) -> Iterator[Group]:
    """The groups of criteria from the top down, the pillars of readiness, and the two weights of the model."""
    criteria, source = study.judge.criteria, study.judge.source
    yield from of_criteria(criteria.criteria, ("criteria",), source)
    pillars = ((("readiness", "pillars", key, "weight"), one.weight) for key, one in criteria.readiness.pillars.items())
    yield group({path: Estimate(weight) for path, weight in pillars}, source)
    parts = ((("model", key), getattr(criteria.model, key)) for key in ("impact", "time"))
    yield group({path: Estimate(weight) for path, weight in parts if weight is not None}, source)


def of_criteria(criteria: Mapping[str, Criterion], path: Path, source: Source) -> Iterator[Group]:
    """A group of criteria and all below it; factors have no weight."""
    yield group({(*path, key, "weight"): one.weight for key, one in criteria.items() if not one.factor}, source)
    for key, one in criteria.items():
        if one.criteria is not None:
            yield from of_criteria(one.criteria, (*path, key, "criteria"), source)


def group(weights: Mapping[Path, Estimate], source: Source) -> Group:
    """Siblings by the paths of their weights."""
    there = {path: weight for path, weight in weights.items() if written(source, path) is not None}
    return Group(
        tuple(Weight(path, weight.point, tuple(stated(weight, path, source))) for path, weight in there.items()),
        tuple(path for path in weights if path not in there),
    )
