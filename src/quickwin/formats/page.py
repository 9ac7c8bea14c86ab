"""A page of the manual, written in Markdown, as a reader at a terminal has it."""

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import TextIO

from quickwin.cleaning import as_line
from quickwin.formats.grid import READABLE, Line, Pen
from quickwin.formats.terminal import colored, encoding_of, is_ascii_only, wants_color, width_of

IN, FURTHER_IN = " " * 2, " " * 4
BLOCK = re.compile(
    r"^```\w*\n(?P<code>(?:.*\n)*?)```$|^#+ (?P<head>.+)$|^(?P<text>\S.*(?:\n(?!#|```).+)*)", re.MULTILINE
)
MARK = re.compile(r"(?:-|\*|\d+\.) ")
"""How an item of a list begins."""
ITEM = re.compile(rf"\n(?={MARK.pattern})")
LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`]+)`")
BOLD = re.compile(r"\*\*([^*]+)\*\*")


def show(heading: str, text: str, stream: TextIO, *, width: int | None = None, color: bool | None = None) -> None:
    """Print a page below its heading; where `width` or `color` is None, the stream and the environment decide."""
    room = width_of(stream) if width is None else width
    lines = list(page(heading, text, Pen(room, is_ascii_only(stream), encoding_of(stream))))
    if wants_color(stream) if color is None else color:
        colored(lines, stream)
    else:
        stream.write("".join(f"{line.text}\n" for line in lines))


def page(heading: str, text: str, pen: Pen) -> Iterator[Line]:
    r"""The lines of a page: headings at the margin, sentences set in, examples further.

    >>> [line.text for line in page("QW1", "A title.\n\n## Why\n\nSee `a` in\n[b](https://c.d).", Pen(80))]
    ['QW1', '  A title.', '', 'Why', '  See “a” in b, https://c.d.']
    """
    yield Line(pen.plain(heading), "title")
    below_heading = True
    for block in BLOCK.finditer(text):
        if not below_heading:
            yield Line("")
        below_heading = block["head"] is not None
        if block["head"]:
            yield Line(as_line(pen.plain(block["head"])), "head")
        elif block["text"]:
            for item in ITEM.split(block["text"]):
                yield from sentences(" ".join(item.split()), pen)
        else:
            lines = (block["code"] or "").rstrip("\n").split("\n")
            yield from (Line((FURTHER_IN + pen.plain(line)).rstrip()) for line in lines)


def sentences(text: str, pen: Pen) -> Iterator[Line]:
    """The lines of a paragraph, or of an item of a list; an address stays whole, so that it can be clicked."""
    lines = wrap(
        pen.plain(plain(text)),
        min(pen.width, READABLE),
        initial_indent=IN,
        subsequent_indent=FURTHER_IN if MARK.match(text) else IN,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from (Line(as_line(line)) for line in lines)


def plain(text: str) -> str:
    """A sentence without the marks of Markdown, its links with their addresses.

    >>> plain("**Two** of `a: 1` ([x.com, 2022](https://x.com/1))")
    'Two of “a: 1” (x.com, 2022, https://x.com/1)'
    """
    return CODE.sub(r"“\1”", BOLD.sub(r"\1", LINK.sub(r"\1, \2", text)))
