"""Programs that name each other: ids once each, and dependencies that exist and end somewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

from quickwin.files.yaml import Data, Document
from quickwin.finding import Finding, Place
from quickwin.say import say
from quickwin.study.problem import MOST_PROBLEMS, did_you_mean, quoted
from quickwin.study.slip import respelled

SUGGESTIONS = 20
"""For so many unknown ids the one that was meant is looked for, which takes long among thousands."""

MOST_OF_A_CIRCLE = 12
"""So many ids of a longer circle are named."""


@dataclass(frozen=True, slots=True)
class Link:
    """The id of one program as its file states it, sound or not, and what it names; the id is empty where it has none.

    `document` is None where its file could not be read at all; then only its id is known, by the file's name.
    """

    id: str
    file: str
    document: Document | None = None
    depends_on: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()

    def place(self, key: str, name: str) -> Place:
        """Where a list of the program names another one."""
        names = self.document.data.get(key) if self.document and isinstance(self.document.data, dict) else None
        index = (names.index(name),) if isinstance(names, list) and name in names else ()
        return self.document.place((key, *index)) if self.document else Place(self.file)

    def own_place(self) -> Place:
        """Where its id is written, or its file where the id is the file's name."""
        return self.document.place(("id",)) if self.document else Place(self.file)


def link(id: str, document: Document) -> Link:
    """What a document says of other programs, as far as it can be read."""
    data = document.data if isinstance(document.data, dict) else {}
    return Link(id, document.file, document, *(_ids(data.get(key)) for key in ("depends_on", "conflicts_with")))


def _ids(data: Data) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(one) for one in data if isinstance(one, str))) if isinstance(data, list) else ()


def findings(links: Sequence[Link], *, complete: bool = True) -> dict[int, list[Finding]]:
    """What is wrong between programs: for the position of each program, its findings.

    Unless the links are `complete`, an unknown id may be that of a program that could not be read.
    """
    first: dict[str, int] = {}
    found: dict[int, list[Finding]] = {}
    for position, one in enumerate(links):
        if one.id and one.id in first:
            other = links[first[one.id]]
            for here, there, at in ((one, other, position), (other, one, first[one.id])):
                found.setdefault(at, []).append(
                    Finding(
                        "QW206",
                        here.own_place(),
                        say(
                            "The id {id} stands for two programs; the other is at {place}.",
                            id=quoted(one.id),
                            place=there.own_place(),
                        ),
                        say("Give one of them another id."),
                    )
                )
        if one.id:
            first.setdefault(one.id, position)
    unknown = count()
    for position, one in enumerate(links):
        found.setdefault(position, []).extend(
            islice(_of_lists(one, first if complete else None, unknown), MOST_PROBLEMS)
        )
    for cycle in cycles(links, first):
        ids = [links[position].id for position in (*cycle, cycle[0])]
        path = " → ".join(ids if len(ids) <= MOST_OF_A_CIRCLE else [*ids[: MOST_OF_A_CIRCLE - 1], "…", ids[-1]])
        one = links[cycle[0]]
        finding = Finding(
            "QW205",
            one.place("depends_on", links[cycle[1 % len(cycle)]].id),
            say("Programs wait for each other in a circle: {path}.", path=path),
            say("Delete one of these dependencies."),
        )
        for position in cycle:
            found.setdefault(position, []).append(finding)
    return {position: of_one for position, of_one in found.items() if of_one}


def _of_lists(one: Link, known: dict[str, int] | None, unknown: Iterator[int]) -> Iterator[Finding]:
    """What is wrong in the lists of one program; without `known` no id is unknown; `unknown` counts those that are."""
    for key in ("depends_on", "conflicts_with"):
        for name in getattr(one, key):
            if name == one.id:
                yield Finding(
                    "QW207",
                    one.place(key, name),
                    say("The program names itself in “{key}”.", key=key),
                    say("Delete it from the list."),
                )
            elif known is not None and name not in known:
                is_compared = next(unknown) < SUGGESTIONS
                yield Finding(
                    "QW204",
                    one.place(key, name),
                    say("There is no program with the id {id}.", id=quoted(name)),
                    did_you_mean(name, known, say("programs")) if is_compared else say("Correct the id, or delete it."),
                    fixes=respelled(name, known, there=(one.id, *getattr(one, key))) if is_compared else (),
                )
            elif key == "conflicts_with" and name in one.depends_on:
                yield Finding(
                    "QW207",
                    one.place(key, name),
                    say("The program depends on {id} and conflicts with it.", id=quoted(name)),
                    say("Delete it from one of the two lists."),
                )


def unresolved(links: Sequence[Link]) -> dict[int, str]:
    """Programs that depend on an id that no program here has: position → that id."""
    known = {one.id for one in links}
    unknown = {position: (name for name in one.depends_on if name not in known) for position, one in enumerate(links)}
    return {position: name for position, names in unknown.items() for name in islice(names, 1)}


def cycles(links: Sequence[Link], known: dict[str, int]) -> list[tuple[int, ...]]:
    """Circles of dependencies, one for each group of programs that wait for each other, the first program first."""
    state = [0] * len(links)
    found: dict[frozenset[int], tuple[int, ...]] = {}
    for root in range(len(links)):
        stack: list[tuple[int, Iterator[int]]] = [] if state[root] else [(root, _parents(links[root], known))]
        while stack:
            here, parents = stack[-1]
            state[here] = 1
            there = next((parent for parent in parents if parent != here), None)
            if there is None:
                state[here] = 2
                stack.pop()
            elif state[there] == 1:
                positions = [position for position, _ in stack]
                circle = positions[positions.index(there) :]
                turn = circle.index(min(circle))
                found.setdefault(frozenset(circle), (*circle[turn:], *circle[:turn]))
            elif state[there] == 0:
                stack.append((there, _parents(links[there], known)))
    return list(found.values())


def _parents(one: Link, known: dict[str, int]) -> Iterator[int]:
    return iter([known[name] for name in one.depends_on if name in known])


def spoiled(links: Sequence[Link], broken: Iterable[int]) -> dict[int, str]:
    """Programs that cannot be judged since one that they depend on is broken: position → that id."""
    known = {one.id: position for position, one in reversed(list(enumerate(links)))}
    children: dict[int, list[int]] = {}
    for position, one in enumerate(links):
        for parent in _parents(one, known):
            children.setdefault(parent, []).append(position)
    spoiled: dict[int, str] = {}
    broken = set(broken)
    waiting = sorted(broken)
    for parent in waiting:
        for child in children.get(parent, ()):
            if child not in spoiled and child not in broken:
                spoiled[child] = links[parent].id
                waiting.append(child)
    return spoiled
