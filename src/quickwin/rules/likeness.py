"""Words that differ by one letter, as slips of the pen do."""

from collections import defaultdict
from collections.abc import Iterable

from quickwin.study.slip import is_slip

LONGEST = 40
"""Longer words are compared no further: nobody writes them, and each letter costs time."""
MOST_ALIKE = 50
"""So many words that may be alike are compared with one of them."""


def slips(words: Iterable[str], least: int) -> dict[str, tuple[str, ...]]:
    """For each word, those among the words that are a slip away from it.

    Only words of `least` letters or more are compared: among short ones a letter tells them apart, as a digit does
    anywhere, and a sign in a script without capitals, where it may be a word.

    >>> slips(["kesehatan", "keshatan", "sampit", "sampi"], 8)["kesehatan"]
    ('keshatan',)
    """
    less: defaultdict[str, list[str]] = defaultdict(list)
    for word in dict.fromkeys(words):
        if least <= len(word) <= LONGEST and word.isalpha() and word.upper() != word.lower():
            for variant in dict.fromkeys([word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]):
                less[variant].append(word)
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for alike in less.values():
        for at, one in enumerate(alike):
            for other in alike[max(0, at - MOST_ALIKE) : at]:
                if is_slip(one, other):
                    found[one][other] = found[other][one] = None
    return {word: tuple(others) for word, others in found.items()}
