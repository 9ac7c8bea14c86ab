"""Raters' numbers written into the bytes of a YAML file, of which all else stays as it is, byte for byte."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quickwin.files.decode import decode
from quickwin.files.edit import spliced
from quickwin.files.quoting import quoted
from quickwin.files.rerate import NUMBERS, Raters, Stretch, Stuck, in_braces, in_place, line_end, rate
from quickwin.files.tree import Node, trees
from quickwin.finding import Finding
from quickwin.say import say

INDENT = 2
OF_A_NUMBER = frozenset({*NUMBERS, "raters"})
"""A mapping with one of these keys is a number, and holds no parts."""


class Graft(NamedTuple):
    """Raters of one number: the line and column at which its document begins, and the number's path in it."""

    document: tuple[int, int]
    path: tuple[str, ...]
    raters: Raters


class Branch(dict[str, "Branch | Raters"]):
    """What is wanted below a key: the raters of a number, or of the numbers below it."""


def grafted(data: bytes, grafts: Sequence[Graft]) -> bytes:
    r"""A YAML file with raters in it; a plain number, or those of an estimate, give way to them.

    Names and numbers are YAML text as it stands between brackets. Raters who are there already and are not named stay;
    keys that are missing are added at the end of their mapping, in its style.

    Raises:
        Stuck: an anchor, an alias or a comment is in the way, or something else stands where a number is expected.

    >>> data = b"# Sampit\r\nimpact:\r\n  ease: 4  # a guess\r\n"
    >>> grafted(data, [Graft((2, 1), ("impact", "ease"), Raters({"PDAM": "3"}))])
    b'# Sampit\r\nimpact:\r\n  ease: {raters: {PDAM: 3}}  # a guess\r\n'
    """
    text = decode(data, "")
    if isinstance(text, Finding):
        raise Stuck((), text.what)
    places = ((text.place(root.start), root) for root in trees(text))
    roots = {(place.line, place.column): root for place, root in places}
    stretches: list[Stretch] = []
    for document in dict.fromkeys(graft.document for graft in grafts):
        if document not in roots:
            raise Stuck((), say("The program cannot be found in its file."))
        branch = Branch()
        for graft in grafts:
            if graft.document == document:
                grow(branch, graft.path, graft.raters)
        stretches += spread(text.written, roots[document], branch, ())
    return spliced(data, text, sorted(stretches, key=lambda one: one[:2]))


def grow(branch: Branch, path: tuple[str, ...], raters: Raters) -> None:
    """Put the raters of a number into a branch, at its path."""
    for key in path[:-1]:
        below = branch.setdefault(key, Branch())
        branch = below if isinstance(below, Branch) else Branch()
    branch[path[-1]] = raters


def spread(text: str, mapping: Node, branch: Branch, path: tuple[str, ...]) -> Iterator[Stretch]:
    """What a branch changes in a mapping."""
    if mapping.is_bound:
        raise Stuck(path, say("An anchor (&), an alias (*) or a tag (!) stands here."))
    missing = Branch()
    for key, wanted in branch.items():
        value = mapping.find(key)
        if value is None:
            missing[key] = wanted
        elif isinstance(wanted, Raters):
            yield from rate(text, value, wanted, (*path, key))
        elif value.kind == "mapping" and not any(value.find(one) for one in OF_A_NUMBER):
            yield from spread(text, value, wanted, (*path, key))
        else:
            yield replaced(text, value, wanted, (*path, key))
    if missing:
        yield added(text, mapping, missing, path)


def replaced(text: str, value: Node, branch: Branch, path: tuple[str, ...]) -> Stretch:
    """Parts in place of a single number."""
    if value.kind != "scalar" or value.is_bound:
        raise Stuck(path, say("One number with its source stands for all of its parts."))
    return in_place(text, value, flow(branch), path)


def added(text: str, mapping: Node, branch: Branch, path: tuple[str, ...]) -> Stretch:
    """Keys that are missing, at the end of their mapping."""
    if not mapping.pairs:
        return Stretch(mapping.start, mapping.end, flow(branch))
    last = mapping.pairs[-1][1]
    if mapping.flow:
        if last.is_empty:
            raise Stuck(path, say("The last key between the brackets has no value."))
        return Stretch(last.end, last.end, "".join(f", {one}" for one in pairs(branch)))
    first = mapping.pairs[0][0]
    indent = first.start - (text.rfind("\n", 0, first.start) + 1)
    whole = [value for _, value in mapping.pairs if not value.ends_in_block]
    end = line_end(text, (whole or [last])[-1].end)
    return Stretch(end, end, "".join(f"\n{line}" for line in lines(branch, " " * indent)))


def lines(branch: Branch, indent: str) -> Iterator[str]:
    """A branch as lines of keys and values."""
    for key, wanted in branch.items():
        if isinstance(wanted, Raters):
            yield f"{indent}{quoted(key)}: {{raters: {in_braces(wanted)}}}"
        else:
            yield f"{indent}{quoted(key)}:"
            yield from lines(wanted, indent + " " * INDENT)


def pairs(branch: Branch) -> Iterator[str]:
    """The keys and values of a branch, as they stand between brackets."""
    for key, wanted in branch.items():
        yield f"{quoted(key)}: " + (f"{{raters: {in_braces(wanted)}}}" if isinstance(wanted, Raters) else flow(wanted))


def flow(branch: Branch) -> str:
    """A branch between brackets."""
    return "{" + ", ".join(pairs(branch)) + "}"
