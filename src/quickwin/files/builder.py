"""The events of a YAML parser → documents, within limits, without what YAML does behind a reader's back."""

import re
from array import array
from collections.abc import Callable
from sys import intern
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from quickwin.files import complaint
from quickwin.files.complaint import QUOTED_LENGTH, Complaint, short
from quickwin.files.document import CONTAINER, PLAIN, Data, Document, children, restored
from quickwin.files.text import Text
from quickwin.finding import Finding

NESTING_LIMIT = 40
DOCUMENTS_LIMIT = 10_000
NODES_LIMIT = 500_000
MISTAKES_LIMIT = 100

SPECIAL_KEYS = frozenset({"<<", ""})
NUMBER_BEFORE = re.compile(r"[^\s,:{}\[\]][^,:{}\[\]\n]*(?<=[0-9]),\Z")
CUT_NUMBER = re.compile(r"[^,:{}\[\]\n]+(?:,[0-9][^,:{}\[\]\n]*)+")


class Stopped(Exception):  # no failure of ours: it ends the reading of one file and carries the reason
    """Nothing behind this point of a file can be read."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.what)
        self.finding = finding


class Builder:
    """Builds the documents of one file; `documents` and `findings` grow while it reads."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.documents: list[Document] = []
        self.findings: list[Finding] = []
        self.next_event: Callable[[], Any] = lambda: None
        self.marks = array("I")
        self.uncounted = 0
        """Nodes of the file that have no entry in `marks`: of earlier documents, behind aliases, dropped."""
        self.anchors: dict[str, tuple[Data, int, int] | None] = {}
        """What an anchor names, how many nodes and levels that is; None while still inside it."""
        self.deepest = 0
        """The level of the innermost list or mapping since the value of the last anchor began."""
        self.cut_until = 0
        """Where the number ends that was last found cut at its comma."""

    def build(self, next_event: Callable[[], Any]) -> None:
        """Take all events of a file.

        Raises:
            Stopped: a limit is passed.
            yaml.YAMLError: the text is not YAML.
        """
        self.next_event = next_event
        next_event()
        count = 0
        while type(event := next_event()) is DocumentStartEvent:
            count += 1
            if count > DOCUMENTS_LIMIT:
                self.stop(event, complaint.TOO_MANY_DOCUMENTS)
            if event.version or event.tags:
                self.note(event, complaint.DIRECTIVE)
            self.anchors = {}
            self.marks = array("I")
            data = self.value(next_event(), 0)
            next_event()
            self.uncounted += len(self.marks)
            if data is not None:
                data = restored(data, self.text.stand_ins) if self.text.stand_ins else data
                self.documents.append(Document(self.text.file, data, self.text, self.marks))

    def note(self, event: Any, mistake: Complaint, **fields: object) -> None:
        """Keep a finding at the start of an event, and go on."""
        self.keep(event, mistake.at(self.text, event.start_mark.index, **fields))

    def keep(self, event: Any, finding: Finding) -> None:
        """Keep a finding about an event, and go on."""
        if len(self.findings) >= MISTAKES_LIMIT:
            self.stop(event, complaint.TOO_MANY_MISTAKES)
        self.findings.append(finding)

    def stop(self, event: Any, mistake: Complaint) -> None:
        """Give up what is left of the file at the start of an event."""
        raise Stopped(mistake.at(self.text, event.start_mark.index))

    def nodes(self) -> int:
        """How many keys, scalars, lists and mappings there were, counting what aliases stand for."""
        return len(self.marks) + self.uncounted

    def value(self, event: Any, depth: int) -> Data:
        """The data of the value that starts with `event`, inside `depth` lists and mappings."""
        if type(event) is AliasEvent:
            return self.alias(event, depth)
        if event.tag is not None:
            self.note(event, complaint.TAG)
        if event.anchor is not None:
            return self.anchored(event, depth)
        return self.container(event, depth + 1) if type(event) is not ScalarEvent else self.scalar(event)

    def scalar(self, event: Any) -> Data:
        """A text, or nothing, as it is written."""
        self.marks.append(event.start_mark.index)
        return event.value if event.style else PLAIN[event.value]

    def anchored(self, event: Any, depth: int) -> Data:
        """The data of a value that has an anchor, kept for its aliases with its nodes and levels."""
        self.anchors[event.anchor] = None
        before, deepest = self.nodes(), self.deepest
        self.deepest = depth
        data = self.container(event, depth + 1) if type(event) is not ScalarEvent else self.scalar(event)
        self.anchors[event.anchor] = data, self.nodes() - before, self.deepest - depth
        self.deepest = max(deepest, self.deepest)
        return data

    def container(self, event: Any, depth: int) -> Data:
        """The list or mapping that starts with `event`, itself the `depth`th."""
        if depth > NESTING_LIMIT:
            self.stop(event, complaint.TOO_DEEP)
        self.deepest = max(self.deepest, depth)
        entry = len(self.marks)
        self.marks.append(event.start_mark.index | CONTAINER)
        self.marks.append(0)
        self.uncounted -= 1
        is_mapping = type(event) is MappingStartEvent
        data: Data = self.mapping(depth, flow=event.flow_style) if is_mapping else self.sequence(depth)
        self.marks[entry + 1] = len(self.marks)
        if self.nodes() > NODES_LIMIT:  # a list alone cannot pass it by far: the file's size is limited too
            self.stop(event, complaint.TOO_MANY_VALUES)
        return data

    def sequence(self, depth: int) -> list[Data]:
        """The items up to the end of the list."""
        items: list[Data] = []
        next_event, mark, plain = self.next_event, self.marks.append, PLAIN
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent and event.anchor is None and event.tag is None:
                mark(event.start_mark.index)
                items.append(event.value if event.style else plain[event.value])
            elif kind is SequenceEndEvent:
                return items
            else:
                items.append(self.value(event, depth))

    def mapping(self, depth: int, *, flow: bool) -> dict[str, Data]:
        """The keys and values up to the end of the mapping, which is in braces if it is in `flow` style."""
        data: dict[str, Data] = {}
        next_event, marks, mark, plain = self.next_event, self.marks, self.marks.append, PLAIN
        start = len(marks) - 2
        while True:
            event = next_event()
            kind = type(event)
            if kind is MappingEndEvent:
                return data
            if kind is not ScalarEvent:
                self.complex_key(event, depth)
                continue
            at = len(marks)
            mark(event.start_mark.index)
            name = intern(event.value)
            is_usual = event.tag is None and event.anchor is None and name not in SPECIAL_KEYS
            keep = (is_usual and name not in data) or self.keeps_unusual_key(event, data, start)
            value_event = next_event()
            value: Data
            kind = type(value_event)
            if kind is ScalarEvent and value_event.anchor is None and value_event.tag is None:
                mark(value_event.start_mark.index)
                value = value_event.value if value_event.style else plain[value_event.value]
                if flow and value is None and name[:1].isdigit():
                    keep = self.keeps_digits(event, value_event) and keep
            elif kind is not AliasEvent and value_event.anchor is None and value_event.tag is None:
                value = self.container(value_event, depth + 1)
            else:
                value = self.value(value_event, depth)
            if keep:
                data[name] = value
            else:
                self.drop(at)

    def drop(self, entry: int) -> None:
        """Forget the marks from an entry on, whose data is not kept; its nodes still count."""
        self.uncounted += len(self.marks) - entry
        del self.marks[entry:]

    def complex_key(self, event: Any, depth: int) -> None:
        """Leave out a key that is a list, a mapping or an alias, with its value."""
        self.note(event, complaint.COMPLEX_KEY)
        entry, noted = len(self.marks), len(self.findings)
        try:
            self.value(event, depth)
            self.value(self.next_event(), depth)
        finally:
            del self.findings[noted:]
        self.drop(entry)

    def keeps_unusual_key(self, event: Any, data: dict[str, Data], start: int) -> bool:
        """Whether to keep a key that is there already, or has a tag, an anchor or a special meaning.

        `start` is the entry of the mapping, of which `data` was read so far.
        """
        name: str = event.value
        if event.tag is not None:
            self.note(event, complaint.TAG)
        if event.anchor is not None:
            self.anchors[event.anchor] = name if event.style else PLAIN[name], 1, 0
        if name in data:
            entries = children(self.marks, start, len(self.marks) - 1, is_mapping=True)
            first = self.text.place(self.marks[entries[list(data).index(name)]])
            self.note(event, complaint.TWICE, key=short(name), line=first.line)
            return False
        if name in SPECIAL_KEYS and not event.style:
            self.note(event, complaint.MERGE if name else complaint.NO_KEY)
            return False
        return True

    def keeps_digits(self, event: Any, value_event: Any) -> bool:
        """Whether to keep a key in braces that starts with a digit: not if a comma cut it off."""
        if event.style or value_event.start_mark.index != value_event.end_mark.index:
            return True
        if (start := event.start_mark.index) < self.cut_until:
            return False
        before = NUMBER_BEFORE.search(self.text.written, max(0, start - QUOTED_LENGTH), start)
        number = CUT_NUMBER.match(self.text.written, before.start()) if before else None
        if number is None:
            self.note(event, complaint.LONE_NUMBER, number=short(event.value))
        else:
            self.cut_until = number.end()
            self.keep(event, complaint.cut_number(self.text, number.start(), number[0].rstrip()))
        return False

    def alias(self, event: Any, depth: int) -> Data:
        """What an alias stands for; it counts as many nodes as that holds."""
        self.marks.append(event.start_mark.index)
        anchored = self.anchors.get(event.anchor)
        if anchored is None:
            mistake = complaint.INNER_ALIAS if event.anchor in self.anchors else complaint.UNKNOWN_ALIAS
            self.note(event, mistake, name=short(event.anchor))
            return None
        data, nodes, levels = anchored
        self.uncounted += nodes - 1
        if self.nodes() > NODES_LIMIT:
            self.stop(event, complaint.TOO_MANY_VALUES)
        if depth + levels > NESTING_LIMIT:
            self.stop(event, complaint.TOO_DEEP)
        self.deepest = max(self.deepest, depth + levels)
        return data
