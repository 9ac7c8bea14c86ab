"""A slip of the hand in a name: one letter too many, missing, wrong or in its neighbour's place."""

import re
from collections.abc import Container, Iterable

from quickwin.finding import Fix
from quickwin.study.problem import nearest

LEAST_LETTERS = 4
"""In a shorter word one letter makes another word too easily."""
MARKS = re.compile(r"\d+|(?<![^\W_])[^\W\d_](?![^\W_])")
"""What tells names of a series apart: numbers, and letters that stand alone."""
JOINERS = str.maketrans("", "", " -_")


def certain(word: str, known: Iterable[str], there: Container[str] = ()) -> tuple[Fix, ...]:
    """The mend for an unknown name that can only be meant as one known name, which is not `there` already; else none.

    That name differs in case, spaces, hyphens and underscores only, or by one slip, and no other is as near. Names of
    a series (`phase-1` and `phase-2`, `school-a` and `school-b`) are never taken for slips.

    >>> certain("electricty", ["electricity", "internet"])
    (Fix(text='electricity', length=None, when=''),)
    >>> certain("Time to benefit", ["time_to_benefit", "name"])
    (Fix(text='time_to_benefit', length=None, when=''),)
    >>> certain("school-a", ["school-b"]), certain("ease", ["base"]), certain("road", ["electricity"])
    ((), (), ())
    """
    if sum(map(str.isalpha, word)) < LEAST_LETTERS:
        return ()
    names, folded = list(known), _folded(word)
    near = [name for name in names if _folded(name) == folded]
    near = near or [name for name in names if abs(len(name) - len(word)) <= 1 and is_slip(word, name)]
    if len(near) != 1 or near[0] in there or not _is_same_of_series(word, near[0]):
        return ()
    return (Fix(near[0]),) if nearest(word, names) in {near[0], None} else ()


def is_slip(word: str, name: str) -> bool:
    """Whether a word is a name, case ignored, with one letter too many, missing or wrong, or two swapped.

    A wrong first letter is no slip: it makes another word.

    >>> is_slip("onwer", "owner"), is_slip("ownr", "owner"), is_slip("power", "owner"), is_slip("tower", "power")
    (True, True, False, False)
    """
    word, name = word.casefold(), name.casefold()
    shorter = min(len(word), len(name))
    first = next((at for at in range(shorter) if word[at] != name[at]), shorter)
    rest = shorter - first
    last = next((at for at in range(rest) if word[-1 - at] != name[-1 - at]), rest)
    one, other = word[first : len(word) - last], name[first : len(name) - last]
    if len(one) == len(other) == 1:
        return first > 0
    return (len(one) + len(other) == 1) or (len(one) == 2 and one == other[::-1])


def _folded(name: str) -> str:
    """A name without what may differ between two spellings of it."""
    return name.casefold().translate(JOINERS)


def _is_same_of_series(word: str, name: str) -> bool:
    """Whether two names have the same numbers and lone letters."""
    return MARKS.findall(word.casefold()) == MARKS.findall(name.casefold())
