"""Words in names, as people write them: whole, and case ignored."""

import re
from collections.abc import Iterator
from functools import lru_cache


def word_in(text: str, words: tuple[str, ...]) -> str | None:
    """The first of the words that stands in a text as a whole word, as it stands there; None without any.

    A word may be several (“first stone”). A dash or an underscore parts words in the text, and a plural s belongs
    to the word.

    >>> word_in("Smart parking apps (QRIS)", ("festival", "app")), word_in("Application form", ("app",))
    ('apps', None)
    """
    found = _pattern(words).search(text) if words else None
    return found[0] if found else None


def words_in(text: str, words: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Every one of the words that stands in a text, in its order, as `word_in` finds the first.

    >>> [found[0] for found in words_in("A tower by the bridge", ("bridge", "tower"))]
    ['tower', 'bridge']
    """
    return _pattern(words).finditer(text) if words else iter(())


@lru_cache(maxsize=20_000)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    each = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{each})s?(?![^\W_])", re.IGNORECASE)
