"""What the YAML parser says about a broken text → what an official can act on."""

import re
from dataclasses import replace
from typing import NamedTuple

from quickwin.files.complaint import TOO_DEEP, Complaint
from quickwin.files.text import Text
from quickwin.finding import Finding, Fix

PARSER_WORDS_LENGTH = 60


class Fault(NamedTuple):
    """How to know a kind of fault, each by a regular expression found in it, and what to say about it.

    `problem` and `context` are the parser's words; `before` is the line up to the place, `after` what stands
    there. The place is that of the problem or, with `at_start`, of what the parser was in the middle of; with
    `at_line` the first sign of its line is shown.
    """

    what: str
    mend: str
    problem: str = ""
    context: str = ""
    before: str = ""
    after: str = ""
    at_start: bool = False
    at_line: bool = False
    code: str = "QW102"


QUOTE = 'Put the text in quotes: "{character}…".'
SPACE = "There is an unusual space at the start of this line."
SPACE_MEND = "Replace the spaces at the start of the line by ones typed with the space bar."
TAB = "A tab stands where spaces are expected."
TAB_MEND = "Replace the tab by spaces; two for each step inwards is usual."
BACKSLASH_MEND = "Write the backslash twice, or put the text in single quotes: '…'."
TAG = "A tag (a word that starts with “!”) is not used here."
INDENT_MEND = "Move it as far in as the lines beside it, with spaces."

FAULTS = (
    Fault(TOO_DEEP.what, TOO_DEEP.mend, "nesting depth", code=TOO_DEEP.code),  # newer libyaml looks ahead of us
    Fault(SPACE, SPACE_MEND, before=r"^ *[\u00a0\u2000-\u200b\u202f\u3000]"),
    Fault(SPACE, SPACE_MEND, before=r"^ *$", after=r"^[\u00a0\u2000-\u200b\u202f\u3000]", at_start=True),
    Fault(TAB, TAB_MEND, "cannot start any token", after=r"^\t"),
    Fault(TAB, TAB_MEND, "tab character"),
    Fault("A text cannot start with {character}.", QUOTE, "cannot start any token"),
    Fault(
        "This key is longer than 1,024 characters, the most that is read.",
        "Give it a shorter name.",
        "mapping values are not allowed",
        before=r"^[^\n]{1024}",
    ),
    Fault(
        "There is a second “: ” in this line.",
        'If it is part of the text, quote the whole text: "…: …". If not, give each key a line of its own.',
        "mapping values are not allowed",
        before=r":[ \t]",
    ),
    Fault(
        "A key cannot stand here: this line is too far in, or the line above has no “: ” or no end.",
        "Write each line as “key: value”, with a colon and a space, as far in as the lines beside it.",
        "mapping values are not allowed",
        at_line=True,
    ),
    Fault(
        "A list cannot start here with “-”.",
        "Put each “- …” on a line of its own below its key; put a text that starts with “-” in quotes.",
        "block sequence entries are not allowed",
    ),
    Fault("A text cannot start with “? ”.", "Put the text in quotes.", "mapping keys are not allowed"),
    Fault(
        "There is no space behind the “-” of this list.",
        "Write “- ” and then the entry.",
        "could not find expected ':'",
        after=r"^-\S",
        at_start=True,
    ),
    Fault(
        "There is no space behind the colon.",
        "Write “key: value”, with a colon and a space.",
        "could not find expected ':'",
        after=r"^[^\s:\"'{\[]+:\S[^\n]*(?:\n|\Z)",
        at_start=True,
    ),
    Fault(
        "A line without a colon, or one whose key is longer than 1,024 characters.",
        "Write “key: value”, with a colon and a space; put a text that goes over several lines in quotes.",
        "could not find expected ':'",
        at_start=True,
    ),
    Fault(
        "A quote is opened here and not closed.",
        "Close it at the end of the text. Inside '…' an apostrophe is written twice: ''.",
        "unexpected (end of stream|document)",
        "quoted scalar",
        at_start=True,
    ),
    Fault(
        'A backslash inside "…" starts a special character, and this is none.', BACKSLASH_MEND, "escape|hexa?decimal"
    ),
    Fault(TAG, "Delete it, or put the text in quotes.", "undefined tag handle", code="QW103"),
    Fault(TAG, "Delete it, or put the text in quotes.", context="a tag", at_start=True, code="QW103"),
    Fault(
        "A line that starts with % is not used here.",
        "Delete it, or put the text in quotes.",
        context="directive",
        code="QW103",
    ),
    Fault("A text cannot start with {character}.", QUOTE, context="anchor|alias", at_start=True),
    Fault(
        "Behind {character} nothing can stand on the same line.",
        "Start the text on the next line, two spaces further in; quote one that starts with {character}.",
        context="block scalar",
        at_start=True,
    ),
    Fault(
        "The text goes on behind its closing quote.",
        "Put all of it between the quotes. Inside '…' an apostrophe is written twice: ''.",
        context="flow (sequence|mapping)",
        before=r"[\"']$",
        after=r"^\S",
    ),
    Fault(
        "The list that is opened here with [ is not closed, or a comma is missing in it.",
        "Put commas between its entries, and ] at its end.",
        context="flow sequence",
        at_start=True,
    ),
    Fault(
        "The brace that is opened here with {{ is not closed, or a comma is missing in it.",
        "Put commas between its entries, and }} at its end.",
        context="flow mapping",
        at_start=True,
    ),
    Fault(
        "A bracket [ or {{ is not closed before the end of the file.",
        "Put ] or }} at its end.",
        context="flow node",
        after=r"^\Z",
    ),
    Fault("A text between brackets cannot start with {character}.", QUOTE, context="flow node"),
    Fault("A text cannot start with {character}.", QUOTE, context="block node", after=r"^[\]},]"),
    Fault("A key is missing before this colon.", "Write “key: value”.", context="block mapping", after=r"^:"),
    Fault(
        "The text goes on behind its closing quote.",
        "Put all of it between the quotes. Inside '…' an apostrophe is written twice: ''.",
        context="block (mapping|collection)",
        before=r"[\"'] *$",
    ),
    Fault(
        "Something stands behind a closing bracket.",
        "Put the whole text in quotes, or delete what is too much.",
        context="block (mapping|collection)",
        before=r"[\]}] *$",
    ),
    Fault(
        "A list cannot start here: the lines beside it are keys.",
        "Put the list below a key of its own, and two spaces further in.",
        context="block mapping",
        after=r"^- ",
    ),
    Fault(
        "This line does not belong to the list above it.",
        "Start each entry of the list with “- ”, as far in as the first one.",
        context="block collection",
    ),
    Fault(
        "This line is further in or out than the lines that it should stand beside.",
        INDENT_MEND,
        context="block mapping",
    ),
    Fault(
        "This does not belong to what stands above it.",
        "Move it as far in as the lines beside it; between two programs put a line with only ---.",
        problem="document start",
    ),
)

UNKNOWN = Complaint(
    "QW102",
    "This is not valid YAML ({words}).",
    "Check quotes, colons, brackets and how far in the text starts, here and in the line above.",
)


SPACES = (
    (
        re.compile(r"^ *(?:- )?[^\s:#\"'\[{]+:([\u00a0\u2007\u202f\u3000])", re.MULTILINE),
        Complaint(
            "QW102",
            "There is an unusual space behind the colon, as copied from Word or a chat.",
            "Replace it by one typed with the space bar.",
        ),
        Fix(" ", 1),
    ),
    (
        re.compile(r"^ *(-)[^\W\d_]\w*: ", re.MULTILINE),
        Complaint("QW102", "There is no space behind the “-” of this list.", "Write “- ” and then the entry."),
        Fix("- ", 1),
    ),
)
"""Spaces that are wrong or missing, which the parser notices only further down: how they look, and their mend."""
LINES_ABOVE = 4
"""So many lines above the place that the parser names, such a space is looked for."""


def wrong_space(text: Text, offset: int) -> Finding | None:
    """The finding for a wrong or missing space in the line of an offset, or in those above it."""
    start = offset
    for _ in range(LINES_ABOVE):
        start = text.written.rfind("\n", 0, max(start, 0))
    end = text.written.find("\n", offset)
    for form, complaint, fix in SPACES:
        found = form.search(text.written, start + 1, len(text.written) if end < 0 else end)
        if found:
            return replace(complaint.at(text, found.start(1)), fixes=(fix,))
    return None


def explain(
    text: Text,
    problem: str,
    offset: int,
    context: str = "",
    context_offset: int | None = None,
) -> Finding:
    """The finding for a complaint of the YAML parser.

    `problem` at `offset` is what it found, `context` at `context_offset` what it was in the middle of.
    """
    finding = wrong_space(text, offset)
    if finding:
        return finding
    for fault in FAULTS:
        at = context_offset if fault.at_start and context_offset is not None else offset
        line_start = text.written.rfind("\n", 0, at) + 1
        if (
            re.search(fault.problem, problem)
            and re.search(fault.context, context)
            and re.search(fault.before, text.written[line_start:at])
            and re.search(fault.after, text.written[at : at + 200])
        ):
            complaint = Complaint(fault.code, fault.what, fault.mend)
            first = line_start + len(text.written[line_start:at]) - len(text.written[line_start:at].lstrip(" "))
            return complaint.at(text, first if fault.at_line else at, character=text.written[at : at + 1])
    return UNKNOWN.at(text, offset, words=problem[:PARSER_WORDS_LENGTH])
