"""The bytes of a YAML file → its text, or why they cannot be read as one."""

import re
from codecs import BOM_UTF8

from quickwin.files import complaint
from quickwin.files.complaint import Complaint
from quickwin.files.text import (
    CONTROL,
    EXCERPT_LENGTH,
    UNUSUAL_BREAK,
    Text,
    directive,
    normal_breaks,
    unusual,
    with_stand_ins,
)
from quickwin.finding import Finding, Place
from quickwin.say import say

BYTES_LIMIT = 4 * 1024 * 1024

SAVE_AS_UTF_8 = "Save it again as UTF-8: in Notepad with “Save as” and the encoding UTF-8, in Excel as “CSV UTF-8”."
ENCODING = Complaint(
    "QW101",
    "The file is not saved as UTF-8: line {line} holds a character in another encoding.",
    SAVE_AS_UTF_8,
)
UTF_16 = Complaint(
    "QW101",
    "The file is saved as UTF-16 (“Unicode” in Notepad and Excel), or it is no text at all.",
    SAVE_AS_UTF_8,
)
TOO_LARGE = Complaint(
    "QW101",
    "The file is larger than 4 MiB, the most that is read.",
    "Split it into several files, and check that it is the file you meant.",
)
CONTROL_CHARACTER = Complaint(
    "QW102",
    "There is an invisible control character here ({code}).",
    "Delete it: put the cursor behind it, press Backspace, and type what should stand there.",
)
UNUSUAL_LINE_BREAK = Complaint("QW102", "There is an unusual line break here.", "Delete it, and press Enter.")


def decode(data: bytes, file: str) -> Text | Finding:
    """The text of a YAML file called `file`, or why it cannot be read.

    >>> decode(b"name: Air bersih", "water.yaml").written
    'name: Air bersih'
    """
    if len(data) > BYTES_LIMIT:
        return about(file, TOO_LARGE)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:200].count(0) * 4 > len(data[:200]):
        return about(file, UTF_16)
    data = data.removeprefix(BOM_UTF8)
    try:
        written = normal_breaks(data.decode())
    except UnicodeDecodeError as error:
        return _in_another_encoding(data, error.start, file)
    text = Text(file, written, written)
    rare = unusual(data)
    control = CONTROL.search(rare)
    if control:
        return CONTROL_CHARACTER.at(text, written.index(control[0]), code=f"U+{ord(control[0]):04X}")
    offset = directive(written)
    line_break = UNUSUAL_BREAK.search(rare)
    if offset is not None:
        return complaint.DIRECTIVE.at(text, offset)
    return _without(line_break[0], text) if line_break else text


def _without(line_break: str, text: Text) -> Text | Finding:
    """The text as the parser is to see it, where `line_break` is one to libyaml alone."""
    return with_stand_ins(text) or UNUSUAL_LINE_BREAK.at(text, text.written.index(line_break))


def about(file: str, mistake: Complaint) -> Finding:
    """The finding for a mistake of a whole file."""
    return Finding(mistake.code, Place(file), say(mistake.what), say(mistake.mend))


def _in_another_encoding(data: bytes, offset: int, file: str) -> Finding:
    """The finding for the first byte that is not UTF-8; the rest of its line is shown as far as it can be."""
    before = normal_breaks(data[:offset].decode())
    after = re.split(rb"[\r\n]", data[offset : offset + EXCERPT_LENGTH])[0].decode("utf-8", "replace")
    text = Text(file, before + after, before + after)
    return ENCODING.at(text, len(before), line=text.place(len(before)).line)
