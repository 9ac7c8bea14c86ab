"""A YAML document as its nodes, each with the stretch of text that it takes: what an edit in place is aimed by."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from quickwin.files.parser import Parser
from quickwin.files.text import Text

Kind = Literal["scalar", "mapping", "list", "alias"]


@dataclass(slots=True)
class Node:
    """A value or key, from the offset `start` up to `end`; a mapping's `pairs` and a list's `items` in their order.

    A block of text, and a list or mapping without brackets (`flow` is false), ends where the last sign of it stands.
    `is_block` says that it is such a block of text, of which a line behind it might become a part; `is_bound` that an
    anchor, an alias or a tag stands at it.
    """

    kind: Kind
    start: int
    end: int
    value: str = ""
    flow: bool = False
    is_block: bool = False
    is_bound: bool = False
    pairs: list[tuple["Node", "Node"]] = field(default_factory=list)
    items: list["Node"] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written here."""
        return self.kind == "scalar" and self.start == self.end

    @property
    def ends_in_block(self) -> bool:
        """Whether the last of it is a block of text."""
        parts = [value for _, value in self.pairs] or self.items
        return self.is_block or bool(parts and not self.flow and parts[-1].ends_in_block)

    def find(self, key: str) -> "Node | None":
        """The value of a key of a mapping; None where it is not there."""
        return next((value for name, value in self.pairs if name.value == key), None)

    def all_below(self) -> Iterator["Node"]:
        """The node, and every node in it."""
        yield self
        for part in (*(one for pair in self.pairs for one in pair), *self.items):
            yield from part.all_below()


def trees(text: Text) -> tuple[Node, ...]:
    r"""The root of each document of a text that has been read without a finding.

    Raises:
        yaml.YAMLError: it is no YAML.

    >>> root = trees(Text("", "a: 1  # why\nb: {c: 2}\n", "a: 1  # why\nb: {c: 2}\n"))[0]
    >>> root.end, root.find("b").start, root.find("b").flow
    (21, 15, True)
    """
    next_event: Callable[[], Any] = Parser(text.parsed).get_event
    next_event()
    roots = []
    while type(next_event()) is DocumentStartEvent:
        roots.append(node(next_event(), next_event, text.parsed))
        next_event()
    return tuple(roots)


def node(event: Any, next_event: Callable[[], Any], text: str) -> Node:
    """The node that begins with an event."""
    start, end = event.start_mark.index, event.end_mark.index
    if type(event) is AliasEvent:
        return Node("alias", start, end, is_bound=True)
    is_bound = event.anchor is not None or event.tag is not None
    if type(event) is ScalarEvent:
        is_block = event.style in {"|", ">"}
        end = start + len(text[start:end].rstrip()) if is_block else end
        return Node("scalar", start, end, event.value, is_block=is_block, is_bound=is_bound)
    made = Node(
        "mapping" if type(event) is MappingStartEvent else "list",
        start,
        end,
        flow=bool(event.flow_style),
        is_bound=is_bound,
    )
    last = fill(made, next_event, text)
    parts = [value for _, value in made.pairs] or made.items
    made.end = last.end_mark.index if made.flow or not parts else parts[-1].end
    return made


def fill(made: Node, next_event: Callable[[], Any], text: str) -> Any:
    """Put the parts of a list or mapping into its node; the event with which it ends."""
    while type(event := next_event()) not in {MappingEndEvent, SequenceEndEvent}:
        part = node(event, next_event, text)
        if made.kind == "list":
            made.items.append(part)
        else:
            made.pairs.append((part, node(next_event(), next_event, text)))
    return event
