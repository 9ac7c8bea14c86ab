"""Text as YAML: plain where that is safe, else in quotes."""

import json
import re

PLAIN = re.compile(r"[^\W\d_](?:[\w./()'%-]| (?=[^ #]))*")
"""Begins with a letter; no sign that means something in YAML, and no space at its end or before a #."""
STAYS_PLAIN = re.compile(r"[+-]?\w(?:[\w./()'%+,-]| (?=[^ #]))*")
"""The same for what takes the place of a plain text: a number, a date or a name as its author wrote it."""
TAKEN = re.compile(r"(?:null|true|false|yes|no|on|off|y|n)", re.IGNORECASE)
"""Words that a reader of YAML, ours or an editor's, may take for something else than text."""


def quoted(text: str) -> str:
    r"""A text as a YAML scalar that reads as the same text, in a list or a mapping in braces too.

    >>> print(quoted("Office for health"), quoted("no"), quoted("Phase 1: \"trial\" #2"))
    Office for health "no" "Phase 1: \"trial\" #2"
    """
    if PLAIN.fullmatch(text) and not TAKEN.fullmatch(text):
        return text
    return in_quotes(text)


def in_quotes(text: str) -> str:
    r"""A text between double quotes.

    >>> print(in_quotes("a \"b\""))
    "a \"b\""
    """
    return "".join(map(_printable, json.dumps(text, ensure_ascii=False)))


def in_place_of(style: str | None, text: str, *, flow: bool) -> str | None:
    """A text as it is written where another one stands, in quotes of the same kind; None for a block of text.

    `style` is the sign that the other one begins with, if it has one; `flow` says that it stands between brackets.

    >>> in_place_of("'", "Pak Ali's", flow=False), in_place_of(None, "Rp1,5 juta", flow=False)
    ("'Pak Ali''s'", 'Rp1,5 juta')
    >>> in_place_of(None, "Rp1,5 juta", flow=True), in_place_of("|", "text", flow=False)
    ('"Rp1,5 juta"', None)
    """
    if style in {"|", ">"}:
        return None
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if not style and STAYS_PLAIN.fullmatch(text) and not TAKEN.fullmatch(text) and not (flow and "," in text):
        return text
    return in_quotes(text)


def _printable(sign: str) -> str:
    """A character within double quotes; what does not print, or breaks a line, by its number."""
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"
