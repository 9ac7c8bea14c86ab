"""The versioned document of an answer, for programs."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence

ASIDE = re.compile(r"[^\x20-\x7e\n]|#(?=\w*\[)(?<=##)")
HIDDEN = frozenset(("Cc", "Cf", "Zl", "Zp"))


def write(document: Mapping[str, object] | Sequence[object]) -> str:
    """The document as JSON: indented by 2, numbers in full precision, a line break at the end.

    Characters that act unseen, or in the log of a CI job, are written as their codes, which mean the same; lone
    surrogates, which no UTF-8 can hold, become U+FFFD. Raises ValueError for NaN and infinity, which JSON lacks.

    >>> print(write({"schema": "quickwin/rank/1", "programs": [{"name": "Kōta", "score": 0.1}]}), end="")
    {
      "schema": "quickwin/rank/1",
      "programs": [
        {
          "name": "Kōta",
          "score": 0.1
        }
      ]
    }
    """
    return ASIDE.sub(safe, json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def safe(found: re.Match[str]) -> str:
    """One character as JSON may hold it."""
    character = found[0]
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    if category not in HIDDEN and character != "#":
        return character
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
