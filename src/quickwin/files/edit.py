"""Mends written into the bytes of a YAML file, of which all else stays as it is, byte for byte."""

import re
from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from quickwin.files.decode import decode
from quickwin.files.parser import Parser
from quickwin.files.quoting import in_place_of
from quickwin.files.text import Text
from quickwin.finding import Finding, Fix

BREAK = re.compile(r"\r\n|\r|\n")
BLANKS = " \t"


class Edit(NamedTuple):
    """A mend and its place, as a finding has them: line and column count from 1."""

    line: int
    column: int
    fix: Fix


class Edited(NamedTuple):
    """The bytes of a file after some edits, and those of them that were made."""

    data: bytes
    made: tuple[Edit, ...]


class Word(NamedTuple):
    """A key or value of one piece: where it ends, the sign it begins with, and whether brackets are around it."""

    end: int
    style: str | None
    flow: bool


class Span(NamedTuple):
    """What an edit comes to: the characters from `start` to `end` give way to `text`."""

    start: int
    end: int
    text: str
    edit: Edit


def edited(data: bytes, edits: Sequence[Edit]) -> Edited:
    r"""A YAML file with some mends in it.

    Of two that overlap the first in the file is made; none is made where its place does not fit the text: at an
    alias, an anchor or a tag, or in a block of text.

    >>> edited(b"# Sampit\r\nownr: 'PDAM'  # why\r\n", [Edit(2, 1, Fix("owner")), Edit(2, 7, Fix("Pak Ali's"))]).data
    b"# Sampit\r\nowner: 'Pak Ali''s'  # why\r\n"
    """
    text = decode(data, "")
    if isinstance(text, Finding) or not edits:
        return Edited(data, ())
    starts = [0, *(found.end() for found in re.finditer("\n", text.written))]
    spans = apart(spans_of(text, starts, edits))
    return Edited(spliced(data, text, spans), tuple(span.edit for span in spans))


def spliced(data: bytes, text: Text, spans: Sequence[tuple[int, int, str, *tuple[object, ...]]]) -> bytes:
    """The bytes of a file, of which `text` is read, with other text in some stretches of it: (start, end, new).

    The stretches are in order and do not overlap; new lines end as that does at which they begin.
    """
    starts = [0, *(found.end() for found in re.finditer("\n", text.written))]
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    raw = data.removeprefix(BOM_UTF8).decode()
    breaks = list(BREAK.finditer(raw))
    raw_starts = [0, *(found.end() for found in breaks)]
    pieces, done = [], 0
    for span in spans:
        first, last = (raw_offset(offset, starts, raw_starts) for offset in (span[0], span[1]))
        line = bisect_right(raw_starts, first) - 1
        usual = breaks[min(line, len(breaks) - 1)][0] if breaks else "\n"
        pieces += [raw[done:first], span[2].replace("\n", usual)]
        done = last
    pieces.append(raw[done:])
    return mark + "".join(pieces).encode()


def raw_offset(offset: int, starts: Sequence[int], raw_starts: Sequence[int]) -> int:
    """The offset in a text with its own line breaks of what stands at one in the text with line feeds only."""
    line = bisect_right(starts, offset) - 1
    return raw_starts[line] + offset - starts[line]


def apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order of place, without those that begin before the one before them has ended."""
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda one: one[:2]):
        if not chosen or (span.start >= chosen[-1].end and span.start > chosen[-1].start):
            chosen.append(span)
    return chosen


def spans_of(text: Text, starts: Sequence[int], edits: Sequence[Edit]) -> Iterator[Span]:
    """What each edit comes to; nothing for those that do not fit the text."""
    ends = [*(start - 1 for start in starts[1:]), len(text.written)]
    offsets = {
        edit: starts[edit.line - 1] + edit.column - 1
        for edit in edits
        if 0 < edit.line <= len(starts) and 0 < edit.column <= ends[edit.line - 1] - starts[edit.line - 1] + 1
    }
    if not offsets:
        return
    words = words_at(text, max(offsets.values()))
    for edit, offset in offsets.items():
        fix, word = edit.fix, words.get(offset)
        if offset in words and word is None:
            continue
        if fix.length is None:
            new = in_place_of(word.style, fix.text, flow=word.flow) if word else None
            if word and new is not None:
                yield Span(offset, word.end, new, edit)
        elif offset + fix.length <= len(text.written) and is_text(fix.text):
            line = edit.line - 1
            start, end = offset, offset + fix.length
            if not fix.text and text.written[start : start + 1] == "#":
                start, end = without_comment(text.written, start, end, (starts[line], ends[line]))
            yield Span(start, end, fix.text, edit)


def is_text(text: str) -> bool:
    """Whether a text can be written as UTF-8, as half a character cannot."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def without_comment(written: str, start: int, end: int, line: tuple[int, int]) -> tuple[int, int]:
    """The span of a comment with the blanks before it, or with all of its line where nothing else stands there."""
    first, last = line
    if written[end:last].strip(BLANKS):
        return start, end
    start = first + len(written[first:start].rstrip(BLANKS))
    return start, min(last + (start == first), len(written))


def words_at(text: Text, last: int) -> dict[int, Word | None]:
    """The keys and values of one piece up to an offset, by where they begin; None for what is no word alone."""
    words: dict[int, Word | None] = {}
    flow = [False]
    next_event: Callable[[], Any] = Parser(text.parsed).get_event
    try:
        while (event := next_event()) is not None and (start := event.start_mark.index) <= last:
            end = event.end_mark.index
            if isinstance(event, MappingEndEvent | SequenceEndEvent):
                flow.pop()
            elif isinstance(event, AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
                words[start] = None
            elif isinstance(event, ScalarEvent) and end > start:
                words[start] = Word(end, event.style or None, flow[-1])
            if isinstance(event, MappingStartEvent | SequenceStartEvent):
                flow.append(bool(event.flow_style))
    except YAMLError:
        return words  # the text is not YAML from here on, which is told elsewhere
    return words
