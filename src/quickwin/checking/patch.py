"""Two versions of a file → a patch, in the form of git, that `git apply` and `patch` take."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quickwin.cleaning import as_line, clean

CONTEXT = 3
"""Lines shown before and behind a change."""
REACH = 100
"""So many lines in all are passed over in search of where two texts go on alike."""
LINE = re.compile(r"[^\n]*\n|[^\n]+")
UNENDED = "\n\\ No newline at end of file\n"


class Change(NamedTuple):
    """The lines from `first` up to `last` that gave way to those from `new_first` up to `new_last`."""

    first: int
    last: int
    new_first: int
    new_last: int


def patch(name: str, before: str, after: str) -> str:
    r"""The patch that makes one text of another, with line breaks as they are; nothing where they are the same.

    >>> print(patch("a.yaml", "nmae: Water\nid: a\n", "name: Water\nid: a\n"), end="")
    diff --git a/a.yaml b/a.yaml
    --- a/a.yaml
    +++ b/a.yaml
    @@ -1,2 +1,2 @@
    -nmae: Water
    +name: Water
     id: a
    """
    old, new = lines_of(before), lines_of(after)
    hunks = [text for group in grouped(changes(old, new)) for text in hunk(group, old, new)]
    if not hunks:
        return ""
    one, other = named("a/", name), named("b/", name)
    tab = "\t" if " " in name else ""
    return f"diff --git {one} {other}\n--- {one}{tab}\n+++ {other}{tab}\n" + "".join(hunks)


def harmless(text: str) -> str:
    r"""A patch whose lines cannot act in a terminal or the log of a CI job; tabs and line breaks stay as they are.

    It is the same patch unless a file holds signs that act, such as those that turn the direction of writing.

    >>> harmless("+name: a\r\n"), harmless("+name: \u202ea\n")
    ('+name: a\r\n', '+name: �a\n')
    """
    return "".join(map(harmless_line, lines_of(text)))


def harmless_line(line: str) -> str:
    """One line of a patch, which cannot act; the byte order mark of a file is let through."""
    kept = line.rstrip("\r\n")
    start = 2 if kept[1:2] == "\ufeff" else 1
    parts = map(clean, kept[start:].split("\t"))
    return as_line(kept[:start] + "\t".join(parts)) + line[len(kept) :]


def lines_of(text: str) -> list[str]:
    """The lines of a text as git has them: they end in a line feed, and nothing else."""
    return LINE.findall(text)


def changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Where two lists of lines differ, in order; quick where the changes are small, and right everywhere."""
    at, new_at = 0, 0
    while at < len(old) or new_at < len(new):
        if at < len(old) and new_at < len(new) and old[at] == new[new_at]:
            at, new_at = at + 1, new_at + 1
            continue
        last, new_last = alike_again(old, new, at, new_at)
        yield Change(at, last, new_at, new_last)
        at, new_at = last, new_last


def alike_again(old: Sequence[str], new: Sequence[str], at: int, new_at: int) -> tuple[int, int]:
    """The nearest place behind two positions from which two lines are the same in both, or one as far from each."""
    for passed in range(1, REACH):
        for one in range(passed + 1):
            first, other = at + one, new_at + passed - one
            alike = 1 if first - at == other - new_at else 2
            if first <= len(old) and other <= len(new) and old[first : first + alike] == new[other : other + alike]:
                return first, other
    return min(at + REACH // 2, len(old)), min(new_at + REACH // 2, len(new))


def grouped(found: Iterable[Change]) -> Iterator[list[Change]]:
    """The changes whose contexts touch, together."""
    group: list[Change] = []
    for one in found:
        if group and one.first - group[-1].last > 2 * CONTEXT:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def hunk(group: Sequence[Change], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The lines of a patch for some changes, with those around them."""
    before = min(CONTEXT, group[0].first)
    after = min(CONTEXT, len(old) - group[-1].last)
    first, last = group[0].first - before, group[-1].last + after
    new_first, new_last = group[0].new_first - before, group[-1].new_last + after
    yield f"@@ -{counted(first, last)} +{counted(new_first, new_last)} @@\n"
    at = first
    for one in group:
        yield from (marked(" ", line) for line in old[at : one.first])
        yield from (marked("-", line) for line in old[one.first : one.last])
        yield from (marked("+", line) for line in new[one.new_first : one.new_last])
        at = one.last
    yield from (marked(" ", line) for line in old[at:last])


def counted(first: int, last: int) -> str:
    """Lines of a file as the head of a hunk names them: the first, counted from 1, and how many unless it is one."""
    if last - first == 1:
        return str(last)
    return f"{first + 1 if last > first else first},{last - first}"


def marked(mark: str, line: str) -> str:
    """A line of a patch; git says so where the last one of a file has no end."""
    return mark + line if line.endswith("\n") else mark + line + UNENDED


def named(prefix: str, name: str) -> str:
    r"""A file's name as the head of a patch has it: in quotes, and with numbers for bytes, where it holds odd signs.

    >>> print(named("a/", "programs/air bersih.yaml"), named("a/", "programs/a\tb.yaml"))
    a/programs/air bersih.yaml "a/programs/a\011b.yaml"
    """
    if name.isprintable() and not {'"', "\\"} & set(name):
        return prefix + name
    signs = (f"\\{sign}" if sign in '"\\' else sign if sign.isprintable() else octal(sign) for sign in name)
    return f'"{prefix}{"".join(signs)}"'


def octal(sign: str) -> str:
    """The bytes of a character, each as a number, those of a name that is no text too."""
    return "".join(f"\\{byte:03o}" for byte in os.fsencode(sign))
