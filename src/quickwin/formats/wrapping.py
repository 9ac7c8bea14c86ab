"""How many columns of a terminal a text takes, and where its lines break."""

import unicodedata


def width(text: str) -> int:
    r"""The columns that a cleaned text takes: none for marks that combine, two for wide characters.

    >>> width("village"), width("村村"), width("e\u0301")
    (7, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(width_of, text))


def width_of(character: str) -> int:
    """The columns of one character."""
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, room: int, *, right: bool = False) -> str:
    """The text with blanks to fill the room: after it, or before it where it stands on the right."""
    blanks = " " * (room - width(text))
    return blanks + text if right else text + blanks


def wrap(text: str, room: int) -> list[str]:
    """The lines of a text, broken between words; a word breaks only where it is wider than the whole room.

    >>> wrap("Satellite internet for village offices", 20)
    ['Satellite internet', 'for village offices']
    """
    if width(text) <= room:
        return [text]
    lines: list[str] = []
    line, taken = "", 0
    for word in text.split(" "):
        size = width(word)
        if line and taken + 1 + size <= room:
            line, taken = f"{line} {word}", taken + 1 + size
            continue
        if line:
            lines.append(line)
        *whole, line = pieces(word, room) if size > room else [word]
        lines += whole
        taken = width(line)
    return [*lines, line] if line else lines or [""]


def pieces(word: str, room: int) -> list[str]:
    """A word cut to pieces that fit, behind a mark such as “.” or “/” where one is near enough.

    >>> pieces("readiness.structure.bureaucracy", 24)
    ['readiness.structure.', 'bureaucracy']
    """
    out, piece, taken = [], "", 0
    for character in word:
        size = width_of(character)
        if piece and taken + size > room:
            end = max(piece.rfind(mark) for mark in "./_-:") + 1
            end = end if end > len(piece) // 3 else len(piece)
            out.append(piece[:end])
            piece, taken = piece[end:], width(piece[end:])
        piece, taken = piece + character, taken + size
    return [*out, piece]
