"""A slip of the hand in a name: one letter too many, missing, wrong or in its neighbour's place."""

import re
from collections.abc import Callable, Container, Iterable

from quickwin.finding import Fix
from quickwin.study.problem import nearest

LEAST_LETTERS = 4
"""In a shorter word one letter makes another word too easily."""
LEAST_WITH_A_WRONG_ONE = 6
"""In a word of less letters a wrong one makes another word too easily, as in `most` and `must`."""
LETTERS = re.compile(r"[^\W\d_]+")
MARKS = re.compile(r"\d+|(?<![^\W_])[^\W\d_](?![^\W_])")
"""What tells names of a series apart: numbers, and letters that stand alone."""
JOINERS = str.maketrans("", "", " -_")


def certain(word: str, known: Iterable[str], there: Container[str] = ()) -> tuple[Fix, ...]:
    """The mend for an unknown name of the study that can only be meant as one known name, not `there` already.

    That name differs in case, spaces, hyphens and underscores only, or by a slip that makes no other word, and no
    other is as near. Names of a series (`phase-1` and `phase-2`, `school-a` and `school-b`) are never taken for slips.

    >>> certain("electricty", ["electricity", "internet"])
    (Fix(text='electricity', length=None, when=''),)
    >>> certain("School-A", ["school a"]), certain("school-a", ["school-b"]), certain("post", ["most"])
    ((Fix(text='school a', length=None, when=''),), (), ())
    """
    return _mend(word, known, there, is_plain_slip)


def certain_key(word: str, known: Iterable[str], there: Container[str] = ()) -> tuple[Fix, ...]:
    """The same for a key that quickwin knows, be it by any slip: such keys are few, and none is like another.

    >>> certain_key("benificiaries", ["beneficiaries", "owner"]), certain_key("ownar", ["owner"])
    ((Fix(text='beneficiaries', length=None, when=''),), (Fix(text='owner', length=None, when=''),))
    """
    return _mend(word, known, there, is_slip)


def respelled(word: str, known: Iterable[str], there: Container[str] = ()) -> tuple[Fix, ...]:
    """The same for an id of a program, only if case, spaces, hyphens and underscores differ.

    Programs are many, and a letter makes another one: `jalan-darat` is no slip for `jalan-barat`.

    >>> respelled("Jalan_Darat", ["jalan-darat"]), respelled("jalan-darat", ["jalan-barat"])
    ((Fix(text='jalan-darat', length=None, when=''),), ())
    """
    return _mend(word, known, there, None)


def _mend(
    word: str, known: Iterable[str], there: Container[str], is_alike: Callable[[str, str], bool] | None
) -> tuple[Fix, ...]:
    """The one known name that a word is spelled like, or else `is_alike` to, as its mend."""
    if sum(map(str.isalpha, word)) < LEAST_LETTERS:
        return ()
    names, folded = list(known), _folded(word)
    near = [name for name in names if _folded(name) == folded]
    if is_alike and not near:
        near = [name for name in names if abs(len(name) - len(word)) <= 1 and is_slip(word, name)]
        near = near if all(is_alike(word, name) for name in near) else []
    if len(near) != 1 or near[0] in there or not _is_same_of_series(word, near[0]):
        return ()
    return (Fix(near[0]),) if nearest(word, names) in {near[0], None} else ()


def is_plain_slip(word: str, name: str) -> bool:
    """Whether a slip makes no other word: two letters swapped, or one too many, missing or wrong inside a word.

    A wrong one is none in a word of less than six letters, or at its end, where it may tell one from the other.

    >>> is_plain_slip("equitty", "equity"), is_plain_slip("elektricity", "electricity"), is_plain_slip("raod", "road")
    (True, True, True)
    >>> is_plain_slip("most", "must"), is_plain_slip("pemuda", "pemudi"), is_plain_slip("slow", "low")
    (False, False, False)
    """
    word, name = word.casefold(), name.casefold()
    if not is_slip(word, name):
        return False
    if len(word) != len(name):
        return [one[0] for one in LETTERS.findall(word)] == [one[0] for one in LETTERS.findall(name)]
    wrong = [at for at in range(len(name)) if word[at] != name[at]]
    runs = [one.span() for one in LETTERS.finditer(name) if len(one[0]) >= LEAST_WITH_A_WRONG_ONE]
    return len(wrong) > 1 or any(start < wrong[0] < end - 1 for start, end in runs)


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
