"""Text for terminals that do not have every sign and letter."""

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
    "░": "-",
    "▓": "=",
    "█": "#",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
}


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
