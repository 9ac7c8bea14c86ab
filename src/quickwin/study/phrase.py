"""A number in words taken apart: its sign, its currency, its digits and the words after them."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from quickwin.finding import Fix
from quickwin.say import say

LONGEST_QUOTED = 40
CURRENCY, MAGNITUDE, PERCENT, DURATION, FRACTION = "currency", "magnitude", "percent", "duration", "fraction"
DAY = 1 / Fraction("30.4375")
WORDS: dict[str, tuple[str, Fraction]] = {
    **dict.fromkeys(("ribu", "rb", "thousand"), (MAGNITUDE, Fraction(10**3))),
    **dict.fromkeys(("juta", "jt", "million"), (MAGNITUDE, Fraction(10**6))),
    **dict.fromkeys(("miliar", "milyar", "billion"), (MAGNITUDE, Fraction(10**9))),
    **dict.fromkeys(("triliun", "trillion"), (MAGNITUDE, Fraction(10**12))),
    **dict.fromkeys(("%", "persen"), (PERCENT, Fraction(1, 100))),
    **dict.fromkeys(("day", "days", "hari"), (DURATION, DAY)),
    **dict.fromkeys(("week", "weeks", "minggu"), (DURATION, 7 * DAY)),
    **dict.fromkeys(("month", "months", "bulan"), (DURATION, Fraction(1))),
    **dict.fromkeys(("year", "years", "tahun"), (DURATION, Fraction(12))),
}
"""Every word that may stand after digits: what it speaks of, and what it multiplies by."""
DIGITS = "[.,]*[0-9][0-9.,]*"
SHAPE = re.compile(rf"(?P<top>{DIGITS})(?: ?/ ?(?P<bottom>{DIGITS}))? ?(?P<words>.*)")
SIGN = re.compile(r"([+-]) ?")


class Unreadable(ValueError):  # speaks of the text, not of the program
    """A text that cannot be read for certain: `what` was found, how to `mend` it, and what can be written for that."""

    def __init__(self, what: str, mend: str, fixes: tuple[Fix, ...] = ()) -> None:
        """Take both sentences, and the mends that can be written."""
        super().__init__(what, mend)
        self.what = what
        self.mend = mend
        self.fixes = fixes

    def __str__(self) -> str:
        """Both sentences."""
        return f"{self.what} {self.mend}"


@dataclass(frozen=True, slots=True)
class Grammar:
    """How numbers are written here: the currency's symbol, and the mark before decimals ("," or ".")."""

    symbol: str = "Rp"
    decimal: str = ","


class Phrase(NamedTuple):
    """A text of the shape of a number: `-Rp 1/2 Juta` is -1, True, "1", "2", ("Juta",).

    The words are as they were written, and some of them perhaps not known.
    """

    sign: int
    currency: bool
    top: str
    bottom: str | None
    words: tuple[str, ...]


def quote(text: str) -> str:
    """A text between quotation marks, cut after 40 characters, with nothing in it that does not print.

    >>> quote("Rp1.5")
    '“Rp1.5”'
    """
    unseen = "\N{REPLACEMENT CHARACTER}"
    shown = "".join(sign if sign.isprintable() else unseen for sign in text[:LONGEST_QUOTED])
    return f"“{shown}…”" if len(text) > LONGEST_QUOTED else f"“{shown}”"


def choices(readings: list[str]) -> str:
    """Texts as a choice: `1200 or 1,2`.

    >>> choices(["a", "b", "c"])
    'a, b or c'
    """
    if len(readings) == 1:
        return readings[0]
    return say("{others} or {last}", others=", ".join(readings[:-1]), last=readings[-1])


def take_apart(text: str, symbol: str) -> Phrase | None:
    """The parts of a number, or None where the text has not the shape of one.

    Args:
        text: with single spaces between its words and none around it.
        symbol: of the currency; with or without its dot, before or after the digits, in capitals or not.

    >>> take_apart("-Rp. 1,5 Miliar", "Rp")
    Phrase(sign=-1, currency=True, top='1,5', bottom=None, words=('Miliar',))
    """
    rest = text
    before, after = _currency_patterns(symbol)
    signs, found = [], 0
    for pattern in (SIGN, before, SIGN):
        match = pattern.match(rest) if pattern else None
        if match:
            rest = rest[match.end() :]
            found += pattern is before
            signs += [match[1]] if pattern is SIGN else []
    match = after.search(rest) if after else None
    if match:
        rest = rest[: match.start()]
        found += 1
    shape = SHAPE.fullmatch(rest)
    if shape is None or len(signs) > 1 or found > 1:
        return None
    words = tuple(re.findall(r"%|[^\s%]+", shape["words"]))
    return Phrase(-1 if "-" in signs else 1, found == 1, shape["top"], shape["bottom"], words)


def put_together(phrase: Phrase, symbol: str) -> str:
    """A phrase as people write it.

    >>> put_together(Phrase(-1, True, "1,5", None, ("Miliar",)), "Rp")
    '-Rp1,5 Miliar'
    """
    money = symbol + (" " if symbol.endswith(".") else "") if phrase.currency else ""
    digits = phrase.top if phrase.bottom is None else f"{phrase.top}/{phrase.bottom}"
    words = "".join(word if word == "%" else f" {word}" for word in phrase.words)
    return f"{'-' if phrase.sign < 0 else ''}{money}{digits}{words}"


def sense(word: str) -> tuple[str, Fraction] | None:
    """What a word after digits speaks of and what it multiplies by, in capitals or not; None for others.

    >>> sense("Juta"), sense("jutah")
    (('magnitude', Fraction(1000000, 1)), None)
    """
    return WORDS.get(word.casefold())


def spoken_of(phrase: Phrase) -> frozenset[str]:
    """What the words and signs around the digits of a phrase speak of.

    >>> spoken_of(Phrase(1, True, "5", None, ()))
    frozenset({'currency'})
    """
    spoken = {found[0] for found in map(sense, phrase.words) if found}
    if phrase.currency:
        spoken.add(CURRENCY)
    if phrase.bottom is not None:
        spoken.add(FRACTION)
    return frozenset(spoken)


@lru_cache(maxsize=64)
def _currency_patterns(symbol: str) -> tuple[re.Pattern[str], re.Pattern[str]] | tuple[None, None]:
    """What finds the symbol before and after the digits, but never in a word (`n` in `5 million`)."""
    core = " ".join(symbol.split()).rstrip(".")
    if not core:
        return None, None
    dot = r"\.?" if symbol.rstrip().endswith(".") or core[-1].isalpha() else ""
    not_before_letter = r"(?![^\W\d_])" if core[-1].isalpha() else ""
    not_after_letter = r"(?<![^\W\d_])" if core[0].isalpha() else ""
    escaped = re.escape(core)
    return (
        re.compile(rf"{escaped}{dot}{not_before_letter} ?", re.IGNORECASE),
        re.compile(rf" ?{not_after_letter}{escaped}{dot}$", re.IGNORECASE),
    )


def large_words(grammar: Grammar) -> tuple[str, str, str]:
    """The words for 10^12, 10^9 and 10^6, in the language of the currency.

    >>> large_words(Grammar("$", "."))
    ('trillion', 'billion', 'million')
    """
    if grammar.symbol.casefold().startswith("rp"):
        return "triliun", "miliar", "juta"
    return "trillion", "billion", "million"


def unit_name(amount: str, grammar: Grammar) -> str:
    """How a column is headed whose money is counted in an amount: with the symbol once, and without a 1.

    >>> unit_name("1 miliar", Grammar()), unit_name("Rp1 juta", Grammar()), unit_name("100 juta", Grammar())
    ('Rp miliar', 'Rp juta', 'Rp 100 juta')
    """
    phrase = take_apart(" ".join(amount.split()), grammar.symbol)
    if phrase is None:
        return f"{grammar.symbol} {amount}"
    counted = put_together(phrase._replace(currency=False), grammar.symbol)
    return f"{grammar.symbol} {counted.removeprefix('1 ') if counted != '1' else ''}".rstrip()


def is_symbol(text: str) -> bool:
    """Whether a text can stand for a currency without being taken for a part of a number.

    >>> is_symbol("Rp"), is_symbol("kr."), is_symbol("juta"), is_symbol("Rp1"), is_symbol("-")
    (True, True, False, False, False)
    """
    core = text.strip().rstrip(".")
    if any(sign.isnumeric() or sign in "%," for sign in core) or core[:1] in {"", "+", "-", "/"}:
        return False
    return not any(sense(word.rstrip(".")) for word in core.split())
