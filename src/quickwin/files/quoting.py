"""Text as YAML: plain where that is safe, else in quotes."""

import json
import re

PLAIN = re.compile(r"[^\W\d_](?:[\w./()'%-]| (?=[^ #]))*")
"""Begins with a letter; no sign that means something in YAML, and no space at its end or before a #."""
TAKEN = re.compile(r"(?:null|true|false|yes|no|on|off|y|n)", re.IGNORECASE)
"""Words that a reader of YAML, ours or an editor's, may take for something else than text."""


def quoted(text: str) -> str:
    r"""A text as a YAML scalar that reads as the same text, in a list or a mapping in braces too.

    >>> print(quoted("Office for health"), quoted("no"), quoted("Phase 1: \"trial\" #2"))
    Office for health "no" "Phase 1: \"trial\" #2"
    """
    if PLAIN.fullmatch(text) and not TAKEN.fullmatch(text):
        return text
    return "".join(map(_printable, json.dumps(text, ensure_ascii=False)))


def _printable(sign: str) -> str:
    """A character within double quotes; what does not print, or breaks a line, by its number."""
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"
