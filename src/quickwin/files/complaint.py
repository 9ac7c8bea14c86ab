"""What YAML allows and a study's files do not: each with its code, what was found and how to mend it."""

import re
from dataclasses import replace
from typing import NamedTuple

from quickwin.files.text import Text
from quickwin.finding import CHOICES, Finding, Fix
from quickwin.say import say

QUOTED_LENGTH = 60


class Complaint(NamedTuple):
    """A kind of mistake; `what` and `mend` are templates."""

    code: str
    what: str
    mend: str

    def at(self, text: Text, offset: int, **fields: object) -> Finding:
        """The finding for this mistake at an offset of a text."""
        return Finding(self.code, text.place(offset), say(self.what, **fields), say(self.mend, **fields))


TAG = Complaint(
    "QW103",
    "A tag (a word that starts with “!”) is not used here.",
    "Delete it; if it is part of a text, put the whole text in quotes.",
)
DIRECTIVE = Complaint(
    "QW103",
    "A line that starts with % is an instruction to the YAML reader, and these are not used here.",
    "Delete the line, or put quotes around the text if it is meant as one.",
)
MERGE = Complaint(
    "QW103",
    "“<<” (taking over the keys of another place) is not used here.",
    "Write out the keys that it would bring in.",
)
COMPLEX_KEY = Complaint(
    "QW103",
    "A list, a group of keys or an alias cannot be a key.",
    "Write the key as a text; put a text that starts with [, {, ? or * in quotes.",
)
UNKNOWN_ALIAS = Complaint(
    "QW103",
    "The alias *{name} stands for nothing: there is no &{name} before it.",
    'Write the value out; put a text that starts with * in quotes: "*{name}".',
)
INNER_ALIAS = Complaint("QW103", "The alias *{name} stands inside of what it means.", "Write the value out.")
TOO_MANY_VALUES = Complaint(
    "QW103",
    "The file holds more than 500,000 values, counting all that its aliases (*name) stand for.",
    "Split it into several files, and write values out in place of aliases.",
)
TOO_MANY_DOCUMENTS = Complaint(
    "QW103",
    "There are more than 10,000 documents (parts between --- lines) in this file.",
    "Split it into several files.",
)
TOO_DEEP = Complaint(
    "QW103",
    "Lists and groups of keys stand one inside the other more than 40 levels deep here.",
    "Check the brackets and how far in the lines are: no study needs this depth.",
)
TOO_MANY_MISTAKES = Complaint(
    "QW102",
    "There are more than 100 mistakes in this file; the rest of it was not checked.",
    "Mend those above first.",
)
NO_KEY = Complaint("QW102", "A key is missing before this colon.", "Write “key: value”.")
TWICE = Complaint(
    "QW104",
    "“{key}” stands here a second time; the first is in line {line}.",
    "Keep one of the two, or give one another name.",
)
CUT_NUMBER = Complaint("QW108", "The number {number} was cut at its comma.", 'Put it in quotes: "{number}".')
PERHAPS_THOUSANDS = re.compile(r"(?<![0-9,])[0-9]{1,3},[0-9]{3}(?![0-9,])")
LONE_NUMBER = Complaint(
    "QW108",
    "“{number}” stands between braces without a value.",
    'Write “key: value”; if it is part of a number with a comma, quote the whole number, such as "1,5".',
)


def cut_number(text: Text, offset: int, number: str) -> Finding:
    """The finding for a number in braces that was cut at its comma; quotes mend it, once it is clear what it means."""
    found = CUT_NUMBER.at(text, offset, number=short(number))
    if '"' in number or "\\" in number or not number.isprintable():
        return found
    choices = CHOICES if PERHAPS_THOUSANDS.search(number) else ("",)
    return replace(found, fixes=tuple(Fix(f'"{number}"', len(number), when) for when in choices))


def short(text: str) -> str:
    """A text as it is quoted in a message, cut where it is long."""
    return text if len(text) <= QUOTED_LENGTH else text[: QUOTED_LENGTH - 1] + "…"
