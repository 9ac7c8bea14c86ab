"""XML as elements, for the parts of a workbook: no entities of its own, no document type, nothing fetched."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

DEEPEST = 40
MOST_ELEMENTS = 300_000
"""So many elements of one part are kept: several times those of a sheet with a thousand programs."""
LONGEST_TEXT = 1_000_000


class Hostile(Exception):  # named by what happened
    """XML that no spreadsheet writes."""


class Large(Exception):  # the same
    """More XML than a sheet is made of."""


@dataclass(slots=True)
class Part:
    """An element: its name and attributes without their namespaces, its text, and the elements in it."""

    parts: "list[Part]"
    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""

    def elements(self, name: str) -> Iterator["Part"]:
        """The elements of a name, wherever below this one they stand, in their order."""
        for part in self.parts:
            if part.name == name:
                yield part
            else:
                yield from part.elements(name)

    def has(self, name: str) -> bool:
        """Whether there is an element of a name below."""
        return next(self.elements(name), None) is not None

    def text_of(self, name: str, *, but: str = "") -> str:
        """The text of all elements of a name below, but for those that lie in an element called `but`."""
        inner = (one for one in self.parts if one.name != but)
        return "".join(one.text if one.name == name else one.text_of(name, but=but) for one in inner)


def parse(data: bytes) -> Part:
    """The root of some XML, within an element without a name.

    Raises:
        Hostile: it is no XML, or declares a document type, which is where entities are made.
        Large: it has more elements, or a longer text, than a sheet needs.

    >>> parse(b"<a b='1'><c>x</c></a>").text_of("c")
    'x'
    """
    root = Part([])
    above, texts = [root], [[""]]
    count = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > MOST_ELEMENTS:
            raise Large
        if len(above) > DEEPEST:
            raise Hostile
        part = Part([], local(name), {local(key): value for key, value in attributes.items()})
        above[-1].parts.append(part)
        above.append(part)
        texts.append([])

    def end(_: str) -> None:
        part = above.pop()
        part.text = "".join(texts.pop())
        if len(part.text) > LONGEST_TEXT:
            raise Large

    def text(some: str) -> None:
        texts[-1].append(some)

    def refuse(*_: object) -> None:
        raise Hostile

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003  # expat takes it by position
    except expat.ExpatError:
        raise Hostile from None
    return root


def local(name: str) -> str:
    """A name without its namespace, which expat writes before a blank."""
    return name.rpartition(" ")[2]
