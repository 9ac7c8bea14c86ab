"""Readiness: the pillars as stated, their mean, the weakest, and what was not said."""

from dataclasses import dataclass

from tests.oracle.reading import point
from tests.oracle.studies import Estimate, Pillar, Program, Readings, Study


@dataclass(frozen=True)
class Ready:
    """Readiness in [0, 1]; `weakest` is None unless every pillar is stated."""

    value: float
    weakest: float | None
    missing: list[str]


def readiness_of(study: Study, program: Program) -> Ready:
    """A program's readiness by the pillars of its study, which without any is a single one."""
    said = program.readiness
    if isinstance(said, Estimate):
        one = place(study, said)
        return Ready(one, one, [])
    pillars, said = study.readiness.pillars, said or {}
    stated = {pillar.key: pillar_of(study, said[pillar.key]) for pillar in pillars if said.get(pillar.key)}
    assumed = float(study.readiness.assumed)
    if not stated:
        return Ready(assumed, None, ["readiness"])
    weights = {pillar.key: 1.0 if pillar.weight is None else float(pillar.weight) for pillar in pillars}
    total = sum(weight * stated.get(key, assumed) for key, weight in weights.items())
    weakest = min(stated.values()) if len(stated) == len(pillars) else None
    missing = [name for pillar in pillars for name in not_said(pillar, said.get(pillar.key))]
    return Ready(total / sum(weights.values()), weakest, missing)


def pillar_of(study: Study, said: Estimate | Readings) -> float:
    """One estimate, or the mean of the items that are stated."""
    if isinstance(said, Estimate):
        return place(study, said)
    return sum(place(study, item) for item in said.values()) / len(said)


def place(study: Study, estimate: Estimate) -> float:
    """Where an estimate lies on the scale of readiness, 0 at its worst end and 1 at its best."""
    worst, best = study.readiness.scale
    return float((point(estimate) - worst) / (best - worst))


def not_said(pillar: Pillar, said: Estimate | Readings | None) -> list[str]:
    """The pillar where nothing of it is stated, else its items that are not."""
    if not said:
        return [pillar.key]
    if isinstance(said, Estimate):
        return []
    return [f"{pillar.key}.{item}" for item in pillar.items if item not in said]
