"""All that a program depends on, directly or through others."""

from collections.abc import Iterator, Mapping

from quickwin.study.study import Candidate


def above(candidate: Candidate, every: Mapping[str, Candidate]) -> Iterator[Candidate]:
    """The programs that must deliver before a candidate, each once; `every` holds all of them by id."""
    waiting, seen = list(candidate.program.depends_on), set[str]()
    while waiting:
        id = waiting.pop()
        if id not in seen and id in every:
            seen.add(id)
            yield every[id]
            waiting += every[id].program.depends_on
