"""Rules by their names, and the rule that a misspelt code is meant to be."""

from collections.abc import Iterator, Sequence
from functools import cache

from quickwin.rules.listing import files, name_of
from quickwin.say import say
from quickwin.study.problem import enumerated, quoted


def code_of(word: str) -> str:
    """The code that a word is, in capitals, or of the rule that it names.

    >>> code_of("qw401"), code_of("no-owner")
    ('QW401', 'QW501')
    """
    return by_name().get(word.casefold(), word.upper())


def meant_rule(word: str, known: Sequence[str]) -> str:
    """The mend for a word that is no code: the rule that is meant, or those that begin alike."""
    spelt = "QW" + "".join(filter(str.isdigit, word))
    near = (spelt, *swapped(spelt)) if len(spelt) < 8 else ()
    meant = by_name().get(word.casefold()) or next((code for code in near if code in known), None)
    if meant:
        return say("Did you mean {name}?", name=quoted(meant))
    alike = [code for code in known if code.startswith(word[:3])]
    several = [code for code in alike if code.startswith(word)]
    if several:
        return say("A comment names whole codes: {codes}.", codes=enumerated(several, 4))
    return say("Known rules: {codes}.", codes=enumerated(alike)) if alike else say("“quickwin rule” lists the rules.")


@cache
def by_name() -> dict[str, str]:
    """The code of each rule by its name."""
    return {name_of(file): code for code, file in files().items()}


def swapped(word: str) -> Iterator[str]:
    """A word with two neighbouring signs swapped, in every way.

    >>> list(swapped("051"))
    ['501', '015']
    """
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
