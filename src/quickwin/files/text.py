"""The bytes of a file → text that the YAML parser and an editor see alike, and an offset in it → Place."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from quickwin.finding import Place

EXCERPT_LENGTH = 160

HARMLESS = bytes(range(0x20, 0x7F)) + b"\t\n\r"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff]")
UNUSUAL_BREAK = re.compile("[\x85\u2028\u2029]")
ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
PRIVATE_USE = range(0xE000, 0xF900)
DIRECTIVE = re.compile(
    r"(?:\A|^\.\.\.(?:[ \t][^\n]*)?\n)(?:[ \t]*(?:#[^\n]*)?\n)*(?P<directive>%)",  # behind comments at most
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text: `written` as its author sees it, `parsed` as the YAML parser is to see it.

    Both have the same length, and lines that end in a line feed only. They differ by `stand_ins`: a character
    of `parsed` → what is written there, a line break to libyaml but neither in YAML 1.2 nor in editors.
    """

    file: str
    written: str
    parsed: str
    stand_ins: dict[int, str] | None = None
    _starts: "array[int]" = field(default_factory=lambda: array("I"), compare=False, repr=False)

    def place(self, offset: int, path: Sequence[str | int] = (), within: str = "") -> Place:
        """The line and column of the character at `offset`, with `path`, `within` and an excerpt of the line."""
        if not self._starts:
            self._starts.append(0)
            self._starts.extend(found.end() for found in re.finditer("\n", self.written))
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.written)
        column = offset - start + 1
        return Place(self.file, line, column, tuple(path), excerpt(self.written, start, end, column), within)


def excerpt(text: str, start: int, end: int, column: int) -> str:
    """The line from `start` to `end` of a text, cut where it is long so that `column` (from 1) is in it.

    A caret below it belongs in `column`, unless that is beyond the excerpt: it was then cut on its left.

    >>> excerpt("name: Satellite internet", 0, 24, 7)
    'name: Satellite internet'
    """
    if end - start <= EXCERPT_LENGTH:
        return text[start:end]
    if column <= EXCERPT_LENGTH - 20:
        return text[start : start + EXCERPT_LENGTH - 1] + "…"
    near = start + column - 60
    return f"…{text[near : min(near + 80, end)]}{'…' if near + 80 < end else ''}"


def normal_breaks(text: str) -> str:
    r"""The text with a line feed for each of its line breaks.

    >>> normal_breaks("a\r\nb\rc")
    'a\nb\nc'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def unusual(data: bytes) -> str:
    """What is not printable ASCII in UTF-8 bytes: little in most files, so that searching it is quick."""
    return data.translate(None, HARMLESS).decode()


def directive(text: str) -> int | None:
    """The offset of the first % directive: such a line stands before all else of a document."""
    if not text.startswith("%") and "\n%" not in text:
        return None
    found = DIRECTIVE.search(text)
    return found.start("directive") if found else None


def with_stand_ins(text: Text) -> Text | None:
    """The text with stand-ins for unusual line breaks; None if there is no character free for them.

    A stand-in is a private-use character that neither stands in the text nor is written there as an escape.
    """
    breaks = sorted(set(UNUSUAL_BREAK.findall(text.written)))
    taken = {ord(character) for character in set(text.written)}
    taken.update(int(four or eight, 16) for four, eight in ESCAPED.findall(text.written))
    free = [code for code in PRIVATE_USE if code not in taken]
    if len(free) < len(breaks):
        return None
    swap = {ord(character): chr(code) for character, code in zip(breaks, free, strict=False)}
    back = {ord(stand_in): chr(code) for code, stand_in in swap.items()}
    return Text(text.file, text.written, text.written.translate(swap), back)
