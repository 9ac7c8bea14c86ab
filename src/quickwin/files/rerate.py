"""One number of a YAML text as its raters give it: which stretches of the text give way, and to what."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from quickwin.files.quoting import quoted
from quickwin.files.tree import Node
from quickwin.say import say

NUMBERS = ("value", "likely", "low", "high")
GIVES_WAY = frozenset({*NUMBERS, "assumed"})
"""What cannot stand beside raters, or would say of their judgement that nobody has judged."""


class Raters(dict[str, str]):
    """What each rater gives for one number, as YAML text that can stand between brackets, by the rater's name."""


class Stretch(NamedTuple):
    """The characters from `start` to `end` give way to `text`; an insertion where both are the same."""

    start: int
    end: int
    text: str


class Stuck(Exception):  # named by what happened
    """A number that only a person can change in its file: its path, and what is in the way."""

    def __init__(self, path: tuple[str, ...], why: str) -> None:
        super().__init__(why)
        self.path = path
        self.why = why


def in_braces(raters: Raters) -> str:
    """Raters between brackets.

    >>> in_braces(Raters({"Dinas PU: water": "4", "PDAM": "3.5"}))
    '{"Dinas PU: water": 4, PDAM: 3.5}'
    """
    return "{" + ", ".join(f"{quoted(name)}: {given}" for name, given in raters.items()) + "}"


def line_end(text: str, offset: int) -> int:
    """Where the line ends that an offset is in, without its break."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def rate(text: str, number: Node, raters: Raters, path: tuple[str, ...]) -> Iterator[Stretch]:
    """What changes in a text so that a number has these raters, beside those whom it has already."""
    if any(one.is_bound for one in number.all_below()):
        raise Stuck(path, say("An anchor (&), an alias (*) or a tag (!) stands here."))
    if number.kind == "list":
        raise Stuck(path, say("A list stands where a number is expected."))
    if number.kind == "scalar":
        yield in_place(text, number, f"{{raters: {in_braces(raters)}}}", path)
        return
    known = number.find("raters")
    if known is not None:
        yield from among(text, known, raters, path)
        return
    numbers = [index for index, (key, _) in enumerate(number.pairs) if key.value in NUMBERS]
    if not numbers:
        raise Stuck(path, say("There is no number here that could give way."))
    first_key, first = number.pairs[numbers[0]]
    refuse_comment(text, first_key.end, first.start, path)
    yield Stretch(first_key.start, first.end, f"raters: {in_braces(raters)}")
    others = [one for one, (key, _) in enumerate(number.pairs) if key.value in GIVES_WAY and one != numbers[0]]
    yield from (without_items if number.flow else without_lines)(text, number, others, path)


def in_place(text: str, scalar: Node, new: str, path: tuple[str, ...]) -> Stretch:
    """A single value, or the nothing behind a colon, that gives way."""
    if not scalar.is_empty:
        return Stretch(scalar.start, scalar.end, new)
    line = text[text.rfind("\n", 0, scalar.start) + 1 : scalar.start]
    if not line.rstrip().endswith(":"):
        raise Stuck(path, say("There is no colon behind the key."))
    return Stretch(scalar.start, scalar.end, new if line.endswith(" ") else " " + new)


def among(text: str, known: Node, raters: Raters, path: tuple[str, ...]) -> Iterator[Stretch]:
    """What changes among the raters whom a number has already."""
    if known.kind != "mapping" or not known.pairs:
        new = in_braces(raters)
        yield in_place(text, known, new, path) if known.kind == "scalar" else Stretch(known.start, known.end, new)
        return
    new_ones = Raters()
    for name, given in raters.items():
        value = known.find(name)
        if value is None:
            new_ones[name] = given
        else:
            yield in_place(text, value, given, path)
    if not new_ones:
        return
    first, last = known.pairs[0][0], known.pairs[-1][1]
    if known.flow:
        end, before = last.end, ", "
    else:
        end = line_end(text, last.end)
        before = "\n" + " " * (first.start - (text.rfind("\n", 0, first.start) + 1))
    yield Stretch(end, end, "".join(f"{before}{quoted(name)}: {given}" for name, given in new_ones.items()))


def without_lines(text: str, number: Node, pairs: list[int], path: tuple[str, ...]) -> Iterator[Stretch]:
    """Keys with their values taken away with their lines, each of which keeps its comment if it has one."""
    for key, value in (number.pairs[index] for index in pairs):
        refuse_comment(text, key.end, value.start, path)
        begin, end = text.rfind("\n", 0, key.start) + 1, line_end(text, value.end)
        behind = text[value.end : end]
        if text[begin : key.start].strip() or begin == 0:
            raise Stuck(path, say("“{key}” shares its line with something else.", key=key.value))
        if behind.strip():
            yield Stretch(key.start, value.end + len(behind) - len(behind.lstrip()), "")
        else:
            yield Stretch(begin - 1, end, "")


def without_items(text: str, number: Node, pairs: list[int], path: tuple[str, ...]) -> Iterator[Stretch]:
    """Keys with their values taken away from between brackets, with a comma each."""
    for _, run in groupby(enumerate(pairs), lambda one: one[1] - one[0]):
        indexes = [index for _, index in run]
        first, last = indexes[0], indexes[-1]
        if last + 1 < len(number.pairs):
            start, end = number.pairs[first][0].start, number.pairs[last + 1][0].start
        else:
            start, end = number.pairs[first - 1][1].end, number.pairs[last][1].end
        parts = [part for index in indexes for part in number.pairs[index]]
        marks = [start, *(mark for part in parts for mark in (part.start, part.end)), end]
        for gap_start, gap_end in zip(marks[::2], marks[1::2], strict=True):
            refuse_comment(text, gap_start, gap_end, path)
        yield Stretch(start, end, "")


def refuse_comment(text: str, start: int, end: int, path: tuple[str, ...]) -> None:
    """Refuse to take a comment away."""
    if "#" in text[start:end]:
        raise Stuck(path, say("A comment would be lost."))
