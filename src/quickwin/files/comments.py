"""The comments of a YAML text: what stands behind a # that is in no value."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from yaml.error import YAMLError
from yaml.events import ScalarEvent

from quickwin.files.text import Text

try:
    from yaml import CSafeLoader as Parser
except ImportError:  # PyYAML was built without libyaml
    from yaml import SafeLoader as Parser  # type: ignore[assignment]  # only get_event is used, which both have


class Comment(NamedTuple):
    """A comment: the offset of its #, its line (from 1), its text from the # on, and whether it has the line alone."""

    offset: int
    line: int
    text: str
    alone: bool


def comments(text: Text, word: str) -> Iterator[Comment]:
    """The comments of a text that hold a word, in their order."""
    if word not in text.written:
        return
    values = list(spans(text))
    start = 0
    for number, line in enumerate(text.written.split("\n"), 1):
        column = line.find("#") if word in line else -1
        while column >= 0:
            offset = start + column
            begins = column == 0 or line[column - 1] in " \t"
            if begins and not any(first <= offset < last for first, last in values):
                if word in line[column:]:
                    yield Comment(offset, number, line[column:], alone=not line[:column].strip())
                break
            column = line.find("#", column + 1)
        start += len(line) + 1


def spans(text: Text) -> Iterator[tuple[int, int]]:
    """Where values and keys begin and end, as offsets; of a value of many lines, its lines."""
    next_event: Callable[[], Any] = Parser(text.parsed).get_event
    try:
        while (event := next_event()) is not None:
            if isinstance(event, ScalarEvent):
                first = event.start_mark.index
                if event.style in {"|", ">"}:  # its first line may end in a comment
                    first = text.parsed.find("\n", first) % (len(text.parsed) + 1)
                yield first, event.end_mark.index
    except YAMLError:
        return  # the text is not YAML from here on, which is told elsewhere
