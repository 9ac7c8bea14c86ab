"""The offices that a program names: its owner and its partners."""

import re
from collections.abc import Iterator

from quickwin.finding import Path
from quickwin.rules.stated import written
from quickwin.study.study import Candidate

WORD = re.compile(r"[^\W_]+")


def offices(candidate: Candidate) -> tuple[str, ...]:
    """The owner and the partners of a program."""
    program = candidate.program
    return program.partners if program.owner is None else (program.owner, *program.partners)


def places(candidate: Candidate) -> Iterator[tuple[Path, str]]:
    """The same, with where each stands."""
    if candidate.program.owner is not None:
        yield ("owner",), candidate.program.owner
    partners = written(candidate.source, ("partners",))
    for number, name in enumerate(partners if isinstance(partners, list) else ()):
        if isinstance(name, str):
            yield ("partners", number), str(name)


def joined(name: str) -> str:
    """What stays of a name without capitals, spaces and signs; itself where nothing would.

    >>> joined("D.P.M.D."), joined("...")
    ('dpmd', '...')
    """
    return "".join(WORD.findall(name.casefold())) or name
