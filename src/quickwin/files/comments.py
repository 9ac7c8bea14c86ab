"""The comments of a YAML text: what stands behind a # that is in no value."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from yaml.error import YAMLError
from yaml.events import ScalarEvent

from quickwin.files.parser import Parser
from quickwin.files.text import Text


class Comment(NamedTuple):
    """A comment: the offset of its #, its line (from 1), its text from the # on, and whether it has the line alone."""

    offset: int
    line: int
    text: str
    alone: bool


def comments(text: Text, word: str) -> Iterator[Comment]:
    """The comments of a text that hold a word, whatever its case, in their order."""
    word = word.casefold()
    if word not in text.written.casefold():
        return
    values = Values(text)
    start = 0
    for number, line in enumerate(text.written.split("\n"), 1):
        if word in line.casefold():
            column = begin(line, start, values)
            if column >= 0 and word in line[column:].casefold():
                yield Comment(start + column, number, line[column:], alone=not line[:column].strip())
        start += len(line) + 1


def begin(line: str, start: int, values: "Values") -> int:
    """The column (from 0) at which the comment of a line begins; -1 where it has none."""
    column = line.find("#")
    while column >= 0:
        end = values.end(start + column)
        if end is None and (column == 0 or line[column - 1] in " \t"):
            return column
        column = line.find("#", column + 1 if end is None else end - start)
    return -1


class Values:
    """Where the values and keys of a text begin and end."""

    def __init__(self, text: Text) -> None:
        self.starts, self.ends = array("I"), array("I")
        next_event: Callable[[], Any] = Parser(text.parsed).get_event
        try:
            while (event := next_event()) is not None:
                kind = type(event)
                if kind is ScalarEvent:
                    first = event.start_mark.index
                    if event.style in {"|", ">"}:  # its first line may end in a comment
                        first = text.parsed.find("\n", first) % (len(text.parsed) + 1)
                    self.starts.append(first)
                    self.ends.append(event.end_mark.index)
        except YAMLError:
            return  # the text is not YAML from here on, which is told elsewhere

    def end(self, offset: int) -> int | None:
        """The offset behind the value in which an offset lies; None where it lies in none."""
        at = bisect_right(self.starts, offset) - 1
        return self.ends[at] if at >= 0 and offset < self.ends[at] else None
