"""Who comes after a program that brings an enabler."""

from collections.abc import Mapping, Sequence

from quickwin.study.study import Candidate

Followers = Mapping[str, Sequence[str]]
"""The programs that depend on each program directly, by id."""


def followers(candidates: Sequence[Candidate]) -> Followers:
    """Who depends on whom, seen from those that are depended on."""
    found: dict[str, list[str]] = {}
    for candidate in candidates:
        for id in candidate.program.depends_on:
            found.setdefault(id, []).append(candidate.id)
    return found


def served(enabler: str, candidates: Sequence[Candidate], following: Followers) -> set[str]:
    """The programs that provide an enabler, or come after one that does, directly or through others."""
    found = {candidate.id for candidate in candidates if enabler in candidate.program.provides}
    waiting = list(found)
    while waiting:
        for id in following.get(waiting.pop(), ()):
            if id not in found:
                found.add(id)
                waiting.append(id)
    return found
