"""Offices that have scored nothing before and are written nearly as one that is known: a rater made by a slip."""

import re
from collections.abc import Iterable, Iterator

from quickwin.answers.worksheet import known_raters
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.slip import MARKS, is_plain_slip
from quickwin.study.study import Study

WORD = re.compile(r"[^\W_]+")
LEAST, LEAST_WITH_A_WRONG_ONE = 6, 8
"""Letters of a name from which on a letter too many or missing is a slip, and a wrong one: short names are many."""


def misspelt(study: Study, names: Iterable[str]) -> Iterator[str]:
    """A note for each name that is nearly that of a rater, an owner, a partner, or one of the names before it."""
    programs = [candidate.program for candidate in study.candidates]
    known = dict.fromkeys(known_raters(study))
    known |= dict.fromkeys(one for program in programs for one in (program.owner, *program.partners) if one)
    for name in names:
        near = None if name in known else next((one for one in known if is_near(name, one)), None)
        if near is not None:
            yield say(
                "{name} has scored nothing before. Did you mean {near}? Two spellings are two raters.",
                name=quoted(name),
                near=quoted(near),
            )
        known[name] = None


def is_near(name: str, other: str) -> bool:
    """Whether one name may be a slip for the other: but for capitals, spaces and signs one letter is another.

    >>> is_near("Bapeda", "Bappeda"), is_near("D.P.M.D.", "DPMD"), is_near("Dinas Keshatan", "Dinas Kesehatan")
    (True, True, True)
    >>> is_near("Disdik", "Disdag"), is_near("Dinsos", "Dinkos"), is_near("Puskesmas 1", "Puskesmas 2")
    (False, False, False)
    """
    one, two = ("".join(WORD.findall(text.casefold())) for text in (name, other))
    if one == two:
        return bool(one)
    is_wrong = len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) == 1
    least = LEAST_WITH_A_WRONG_ONE if is_wrong else LEAST
    is_series = MARKS.findall(name.casefold()) != MARKS.findall(other.casefold())
    return min(len(one), len(two)) >= least and not is_series and is_plain_slip(one, two)
