"""One YAML document as plain data, with the place of each value in its file."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from quickwin.files.text import Text
from quickwin.finding import Place

CONTAINER = 1 << 31
"""Marks the entry of a list or mapping among the marks; a file is too small for an offset of this size."""


class Plain(str):
    """A scalar written without quotes."""

    __slots__ = ()


Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
"""Mapping keys are the raw text; a plain scalar that says nothing, `~` or null is None."""


class Memo(dict[str, Plain | None]):
    """Plain scalars as data, each made once: the files of a study repeat the same words and numbers."""

    ENTRIES_LIMIT = 20_000
    LENGTH_LIMIT = 60

    def __missing__(self, text: str) -> Plain | None:
        data = None if text in {"", "~", "null", "Null", "NULL"} else Plain(text)
        if len(text) <= self.LENGTH_LIMIT:
            if len(self) >= self.ENTRIES_LIMIT:
                self.clear()
            self[text] = data
        return data


PLAIN = Memo()
"""The memo that all files share."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a YAML document says, and where.

    The marks hold, in the file's order, one entry for each key, scalar and alias: its offset in the text.
    A list or mapping has two: its offset with CONTAINER added, and the number of the entry behind its last.
    """

    file: str
    data: Data
    _text: Text = field(compare=False, repr=False)
    _marks: "array[int]" = field(compare=False, repr=False)
    _found: dict[int, dict[str | int, int]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def text(self) -> Text:
        """The text of the whole file, other documents in it too."""
        return self._text

    def place(self, path: Sequence[str | int] = (), *, key: bool = False) -> Place:
        """Where the value at `path` stands, or with `key` its key; else the deepest part of it that is there.

        The place of an alias is where the alias stands, not what it stands for.
        """
        entry, data = 0, self.data
        at_key = 0
        for step in path:
            if not self._marks[entry] & CONTAINER:
                break
            at_key = self._entry(entry, data, step)
            if not at_key:
                break
            entry = at_key
            if isinstance(data, dict):
                entry += 1
                data = data[str(step)]
            elif isinstance(data, list):
                data = data[int(step)]
        else:
            entry = at_key if key else entry
        id = self.data.get("id") if isinstance(self.data, dict) else None
        return self._text.place(self._marks[entry] & ~CONTAINER, path, str(id) if isinstance(id, str) else "")

    def _entry(self, container: int, data: Data, step: str | int) -> int:
        """The entry of a key or a list's item; 0 (which is the whole document's) where there is none."""
        if container not in self._found:
            is_mapping = isinstance(data, dict)
            entries = children(self._marks, container, self._marks[container + 1], is_mapping=is_mapping)
            steps: Iterable[str | int] = data if isinstance(data, dict) else range(len(entries))
            self._found[container] = dict(zip(steps, entries, strict=True))
        return self._found[container].get(step, 0)


def children(marks: "array[int]", container: int, end: int, *, is_mapping: bool) -> "array[int]":
    """The entries of a mapping's keys, or of a list's items, in their order up to the entry `end`."""
    entries = array("I")
    entry = container + 2
    while entry < end:
        entries.append(entry)
        value = entry + is_mapping
        entry = marks[value + 1] if marks[value] & CONTAINER else value + 1
    return entries


def restored(data: Data, stand_ins: dict[int, str]) -> Data:
    """The data with the line breaks put back for which the parser was given stand-ins."""
    if isinstance(data, dict):
        return {key.translate(stand_ins): restored(value, stand_ins) for key, value in data.items()}
    if isinstance(data, list):
        return [restored(item, stand_ins) for item in data]
    if isinstance(data, Plain):
        return Plain(data.translate(stand_ins))
    return data.translate(stand_ins) if isinstance(data, str) else None
