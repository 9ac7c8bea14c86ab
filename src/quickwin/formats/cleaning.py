"""Text from files is data: nothing in it may act in a terminal, a page or a log."""

import unicodedata

INSTEAD = "\ufffd"
SPACES = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))

PLAIN = {
    "−": "-",
    "–": "-",
    "—": "-",
    "‐": "-",
    "…": "...",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "«": '"',
    "»": '"',
    "×": "x",
    "±": "+/-",
    "≥": ">=",
    "≤": "<=",
    "→": "->",
    "·": "-",
    "•": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
}


def clean(text: str) -> str:
    r"""The text with each character that acts, hides or turns the line replaced by one that can be seen.

    Line breaks and tabs become a space; control characters, escape codes, lone surrogates, zero-width
    characters and those that turn the direction of writing become U+FFFD. Every character is replaced
    by exactly one, so that columns counted in the text still hold.

    >>> clean("red\x1b[31m\tand\u202e back")
    'red�[31m and� back'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if one in SPACES else INSTEAD if unicodedata.category(one) in UNSEEN else one for one in text)


def in_ascii(text: str) -> str:
    """The text with a typesetter's dashes, quotation marks and the like as on a typewriter.

    Letters that ASCII lacks stay; see `encodable`.

    >>> in_ascii("“timeliness −13.9” …")
    '"timeliness -13.9" ...'
    """
    return text if text.isascii() else "".join(PLAIN.get(one, one) for one in text)


def encodable(text: str, encoding: str) -> str:
    """The text with every character that the encoding does not have replaced by a question mark.

    >>> encodable("Kōta café", "latin-1")
    'K?ta café'
    """
    return text.encode(encoding, "replace").decode(encoding)
