"""Pieces of sentences: counts with their nouns, lists of names, ranks."""

import math

from quickwin.say import say

MOST_DIGITS = 9
SHOWN, FINEST = 3, 6
"""Digits of an amount of money, and its decimals at most."""
SMALLEST = 1e-5
"""Units of money below which an amount is written in the currency itself."""


def joined(names: list[str]) -> str:
    """Names as a sentence lists them, parted by semicolons where one holds a comma.

    >>> joined(["a", "b", "c"]), joined(["a, the first", "b"])
    ('a, b and c', 'a, the first; and b')
    """
    if len(names) < 2:
        return "".join(names)
    mark = "; " if any("," in name for name in names) else ", "
    first = mark.join(names[:-1])
    return say("{first}; and {last}" if mark == "; " else "{first} and {last}", first=first, last=names[-1])


def place(rank: int) -> str:
    """A rank in words: 1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if rank % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}"


def beside(number: float, limit: float, *, percent: bool = False, least: int = 0) -> str:
    """A number with as many decimals, from `least` on, as show on which side of a limit it is.

    >>> beside(0.399, 0.4, percent=True), beside(0.58, 0.4, percent=True), beside(12.04, 12, least=1)
    ('39.9%', '58%', '12.04')
    """
    scale, sign = (100, "%") if percent else (1, "")
    for digits in range(least, MOST_DIGITS):
        shown = round(scale * number, digits)
        if (shown > scale * limit) == (number > limit) and (shown >= scale * limit) == (number >= limit):
            return f"{shown:.{digits}f}{sign}"
    return f"{scale * number:.{least}f}{sign}"


def signed(points: float) -> str:
    """Points with their sign: +1.0 or −2.6."""
    return f"{points:+.1f}".replace("-", "−")


def priced(money: float, unit: tuple[float, str], *, up: bool = False) -> str:
    """An amount of money in its unit, three digits of it, rounded, or with `up` never below it: Rp3.2 miliar.

    >>> priced(3.204e9, (1e9, "Rp miliar")), priced(652e6, (1e9, "Rp miliar")), priced(1250, (1.0, "$"))
    ('Rp3.2 miliar', 'Rp0.652 miliar', '$1250')
    >>> priced(3.2041e9, (1e9, "Rp miliar"), up=True)
    'Rp3.21 miliar'
    >>> priced(5, (1e9, "Rp miliar"))
    'Rp5'
    """
    sign, _, word = unit[1].partition(" ")
    counted = money / unit[0]
    if money and abs(counted) < SMALLEST:
        return f"{sign}{money:.6g}"
    digits = min(max(0, SHOWN - 1 - math.floor(math.log10(abs(counted)))), FINEST) if counted else 0
    if up:
        counted = math.ceil(round(counted * 10**digits, FINEST)) / 10**digits
    number = f"{counted:.{digits}f}"
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return f"{sign}{number} {word}".rstrip()
