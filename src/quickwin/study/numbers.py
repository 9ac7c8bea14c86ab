"""Every number that a program states and that may be uncertain, with its path."""

from collections.abc import Iterator

from quickwin.finding import Path
from quickwin.study.backing import Cost
from quickwin.study.estimate import Estimate
from quickwin.study.program import Program


def estimates(program: Program) -> Iterator[tuple[Path, Estimate]]:
    """Every number that a program states and a score may read, with its path, in the order of the model."""
    for key in ("beneficiaries", "time_to_benefit", "lasts", "impact", "provides", "reachable", "cost", "readiness"):
        yield from below((key,), getattr(program, key))


def below(path: Path, stated: object) -> Iterator[tuple[Path, Estimate]]:
    """The estimate at a path, or all those below it."""
    if isinstance(stated, Estimate):
        yield path, stated
    elif isinstance(stated, dict):
        for key, part in stated.items():
            yield from below((*path, key), part)
    elif isinstance(stated, Cost):
        for key in ("capex", "opex_per_year"):
            yield from below((*path, key), getattr(stated, key))
