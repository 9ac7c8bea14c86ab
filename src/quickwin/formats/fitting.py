"""Which columns of a table fit in a line of a terminal, and how wide each is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quickwin.formats.wrapping import width, wrap

GAP, NARROW_GAP = 2, 1
COMFORTABLE = 24
"""A column of text wants at most this, however long its words and cells are."""
LEAST = 8
"""The width down to which a column of text is squeezed where nothing else helps."""
JUDGED_ROWS, JUDGED_LENGTH = 200, 400
"""So many rows, and characters of a cell, are looked at to share out the room; more only take time."""
NEARLY_NOTHING = 1e-3


@dataclass(frozen=True, slots=True)
class Content:
    """A column as it will be printed; `wraps` where its cells are text that may take several lines."""

    title: str
    cells: tuple[str, ...]
    wraps: bool
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """The numbers of the columns that are kept, their widths, and the blanks between two of them."""

    kept: tuple[int, ...]
    widths: tuple[int, ...]
    gap: int


def fit(contents: Sequence[Content], room: int) -> Layout:
    """The layout in which the columns fit: gaps narrow, then what can be spared goes, then text is squeezed.

    Room that is left goes where it saves most lines, so that a wide terminal is not filled for its own sake.

    >>> name = Content("Program", ("Village internet",), wraps=True)
    >>> owner = Content("Owner", ("Diskominfo",), wraps=True, spare=1)
    >>> fit([name, owner], 20)
    Layout(kept=(0,), widths=(16,), gap=2)
    """
    kept = list(range(len(contents)))
    while True:
        widths = [natural(contents[index]) for index in kept]
        gap = GAP if taken(widths, GAP) <= room else NARROW_GAP
        spared = [index for index in kept if contents[index].spare > 0]
        if taken(widths, gap) <= room or not spared:
            break
        kept.remove(max(spared, key=lambda index: (contents[index].spare, index)))
    shown = [contents[index] for index in kept]
    gap = GAP if taken(widths, GAP) <= room else NARROW_GAP
    squeeze(shown, widths, room - taken(widths, gap))
    grow(shown, widths, room - taken(widths, gap))
    return Layout(tuple(kept), tuple(widths), gap)


def taken(widths: Sequence[int], gap: int) -> int:
    """The width of a line."""
    return sum(widths) + gap * max(len(widths) - 1, 0)


def natural(content: Content) -> int:
    """The width that a column needs: of numbers all; of text the longest word and half the longest cell."""
    widest, longest = widest_of(content.cells), longest_word(content)
    if not content.wraps:
        return max(longest, widest)
    return min(max(longest, (widest + 1) // 2 + 2), max(widest, longest), COMFORTABLE)


def longest_word(content: Content) -> int:
    """The width of the longest word: of the title, and of the cells where these wrap."""
    texts = (content.title, *(content.cells if content.wraps else ()))
    return widest_of(word for text in texts for word in text.split(" "))


def widest_of(texts: Iterable[str]) -> int:
    """The width of the widest text."""
    return max(map(width, texts), default=0)


def squeeze(contents: Sequence[Content], widths: list[int], left: int) -> None:
    """Take what is lacking from the widest columns of text; words break only where nothing else is left."""
    words = [min(longest_word(content), COMFORTABLE) for content in contents]
    for least in (words, [LEAST] * len(contents)):
        while left < 0:
            able = [place for place, one in enumerate(contents) if one.wraps and widths[place] > least[place]]
            if not able:
                break
            widths[max(able, key=widths.__getitem__)] -= 1
            left += 1


def grow(contents: Sequence[Content], widths: list[int], left: int) -> None:
    """Give what is left to columns of text, each time where a character saves most lines."""
    judged = [[text[:JUDGED_LENGTH] for text in (one.title, *one.cells[:JUDGED_ROWS])] for one in contents]
    texts = {place: judged[place] for place, one in enumerate(contents) if one.wraps}
    heights = {place: heights_at(texts[place], widths[place]) for place in texts}
    while left > 0:
        best, step = 0.0, None
        for place, cells in texts.items():
            others = [heights[other] for other in texts if other != place]
            for extra in range(1, min(left, widest_of(cells) - widths[place]) + 1):
                now = heights_at(cells, widths[place] + extra)
                saved = (lines([heights[place], *others]) - lines([now, *others])) / extra
                if saved > best:
                    best, step = saved, (place, extra, now)
        if step is None:
            return
        place, extra, heights[place] = step
        widths[place] += extra
        left -= extra


def heights_at(cells: Sequence[str], room: int) -> list[int]:
    """The lines that each cell takes."""
    return [len(wrap(cell, room)) for cell in cells]


def lines(heights: Sequence[Sequence[int]]) -> float:
    """The lines of all rows, and a little for each cell, so that two columns can shorten a row together."""
    rows: list[tuple[int, ...]] = list(zip(*heights, strict=True))
    return sum(max(row) for row in rows) + NEARLY_NOTHING * sum(sum(row) for row in rows)
