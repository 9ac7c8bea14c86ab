"""What a reader of data refuses: problems with their place inside the value, gathered so that none hides another."""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from itertools import islice
from typing import NamedTuple, TypeVar, TypeVarTuple

from quickwin.cleaning import clean
from quickwin.finding import Fix, Path
from quickwin.say import say

T = TypeVar("T")

MOST_PROBLEMS = 200
"""So many problems of one mapping or list are looked for: more than a reader is shown of a file."""
MOST_COMPARED = 100
"""Among more names only those that are alike at a glance are compared with an unknown one, since that takes long."""
Taken = TypeVarTuple("Taken")


class Problem(NamedTuple):
    """One mistake in a value: where inside it, its code, what was found and how to mend it."""

    path: Path
    code: str
    what: str
    mend: str = ""
    at_key: bool = False
    fixes: tuple[Fix, ...] = ()


class Refused(ValueError):
    """A value that cannot be read, with every problem found in it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.what for problem in problems))
        self.problems = problems


def refuse(
    code: str, what: str, mend: str = "", *, path: Path = (), at_key: bool = False, fixes: tuple[Fix, ...] = ()
) -> Refused:
    """The exception for a single problem, by default with the value itself."""
    return Refused(Problem(path, code, what, mend, at_key, fixes))


class Gathering:
    """Reads the parts of a value one after another and keeps all their problems until the end."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def take(self, path: Path, read: Callable[[*Taken], T], *taken: *Taken) -> T | None:
        """What `read` makes of what it takes; where it refuses, None, with its problems kept under `path`."""
        try:
            return read(*taken)
        except Refused as refused:
            self.keep(path, refused)
            return None

    def keep(self, path: Path, refused: Refused) -> None:
        """Keep the problems of what stands at `path`."""
        self.problems += (problem._replace(path=path + problem.path) for problem in refused.problems)

    def add(
        self,
        code: str,
        what: str,
        mend: str = "",
        *,
        path: Path = (),
        at_key: bool = False,
        fixes: tuple[Fix, ...] = (),
    ) -> None:
        """Keep one more problem."""
        self.problems.append(Problem(path, code, what, mend, at_key, fixes))

    @property
    def is_full(self) -> bool:
        """Whether there are so many problems that no more need be looked for."""
        return len(self.problems) >= MOST_PROBLEMS

    def close(self) -> None:
        """Refuse the whole value if any part of it was refused."""
        if self.problems:
            raise Refused(*self.problems)


def quoted(text: str) -> str:
    """A text as it is quoted in a message, cut where it is long."""
    return f"“{clean(text if len(text) <= 60 else text[:57] + '…')}”"


def enumerated(names: Iterable[str], most: int = 12) -> str:
    """Names for a sentence: 'a, b, c', the first dozen of them."""
    names = list(names)
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that a word is most likely meant to be: the only one that it begins, or one like it.

    >>> nearest("Electricty", ["electricity", "internet"]), nearest("opex", ["opex_per_year", "note"])
    ('electricity', 'opex_per_year')
    """
    folded, word = {name.casefold(): name for name in known}, word.casefold()
    for names in _alike(word, folded):
        longer = [name for name in names if len(word) > 2 and name.startswith(word)]
        near = longer if len(longer) == 1 else get_close_matches(word, names, n=1, cutoff=0.6)
        if near:
            return folded[near[0]]
    return None


def _alike(word: str, names: Iterable[str]) -> Iterator[list[str]]:
    """The names to compare a word with: all of a few; of many those that begin, end or are as long as it is."""
    names = list(names)
    if len(names) <= MOST_COMPARED:
        yield names
        return
    yield list(islice((name for name in names if name[:2] == word[:2]), MOST_COMPARED))
    yield list(islice((name for name in names if name[-2:] == word[-2:]), MOST_COMPARED))
    yield list(islice((name for name in names if abs(len(name) - len(word)) <= 1), MOST_COMPARED))


def did_you_mean(word: str, known: Iterable[str], what: str) -> str:
    """The mend for an unknown name: the nearest known one, or all of them.

    >>> did_you_mean("electricty", ["electricity", "internet"], "enablers")
    'Did you mean “electricity”?'
    >>> did_you_mean("road", ["electricity", "internet"], "enablers")
    'Known enablers: electricity, internet.'
    """
    names = list(known)
    near = nearest(word, names)
    if near is not None:
        return say("Did you mean {name}?", name=quoted(near))
    if names:
        return say("Known {what}: {names}.", what=what, names=enumerated(names))
    return say("There are no {what} here.", what=what)
