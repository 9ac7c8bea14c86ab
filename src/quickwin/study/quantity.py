"""The one grammar for every number in a string, both ways: `Rp1,5 miliar` to 1.5 billion and back."""

import difflib
import math
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from quickwin.say import say
from quickwin.study import numeral

__all__ = ["Grammar", "Kind", "Number", "Unreadable", "parse", "quote", "write"]


@dataclass(frozen=True, slots=True)
class Grammar:
    """How numbers are written here: the currency's symbol, and the mark before decimals ("," or ".")."""

    symbol: str = "Rp"
    decimal: str = ","


class Kind(StrEnum):
    """What a number stands for, which decides the words that may stand with it."""

    COUNT = "count"
    MONEY = "money"
    FACT = "fact"
    SHARE = "share"
    MONTHS = "months"
    SCORE = "score"
    NUMBER = "number"
    WEIGHT = "weight"


class Unreadable(ValueError):  # noqa: N818  # what is said of the text, not of the program
    """A text that cannot be read for certain: what was found, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        """Take both sentences."""
        super().__init__(what, mend)
        self.what = what
        self.mend = mend

    def __str__(self) -> str:
        """Both sentences."""
        return f"{self.what} {self.mend}"


class Number(NamedTuple):
    """A number that was read, and whether it was written with % or persen (then already divided by 100)."""

    value: float
    percent: bool


LONGEST, LONGEST_QUOTED, EXACT_DIGITS = 60, 40, 15
CURRENCY, MAGNITUDE, PERCENT, DURATION, FRACTION = "currency", "magnitude", "percent", "duration", "fraction"

THOUSAND, MILLION, BILLION, TRILLION = (Fraction(10**power) for power in (3, 6, 9, 12))
DAY = 1 / Fraction("30.4375")
WORDS: dict[str, tuple[str, Fraction]] = {
    **dict.fromkeys(("ribu", "rb", "thousand"), (MAGNITUDE, THOUSAND)),
    **dict.fromkeys(("juta", "jt", "million"), (MAGNITUDE, MILLION)),
    **dict.fromkeys(("miliar", "milyar", "billion"), (MAGNITUDE, BILLION)),
    **dict.fromkeys(("triliun", "trillion"), (MAGNITUDE, TRILLION)),
    **dict.fromkeys(("%", "persen"), (PERCENT, Fraction(1, 100))),
    **dict.fromkeys(("day", "days", "hari"), (DURATION, DAY)),
    **dict.fromkeys(("week", "weeks", "minggu"), (DURATION, 7 * DAY)),
    **dict.fromkeys(("month", "months", "bulan"), (DURATION, Fraction(1))),
    **dict.fromkeys(("year", "years", "tahun"), (DURATION, Fraction(12))),
}
SHORT_FOR = {
    "k": ("ribu",), "m": ("juta", "miliar"), "mn": ("juta",), "mio": ("juta",), "b": ("miliar",),
    "bn": ("miliar",), "t": ("triliun",), "d": ("hari",), "w": ("minggu",), "y": ("tahun",),
}  # fmt: skip
ALLOWED: dict[Kind, frozenset[str]] = {
    Kind.COUNT: frozenset({MAGNITUDE, FRACTION}),
    Kind.MONEY: frozenset({CURRENCY, MAGNITUDE}),
    Kind.FACT: frozenset({CURRENCY, PERCENT, MAGNITUDE, FRACTION}),
    Kind.SHARE: frozenset({PERCENT, FRACTION}),
    Kind.MONTHS: frozenset({DURATION, MAGNITUDE, FRACTION}),
    Kind.SCORE: frozenset({PERCENT, FRACTION}),
    Kind.NUMBER: frozenset({CURRENCY, PERCENT, MAGNITUDE, FRACTION}),
    Kind.WEIGHT: frozenset({PERCENT, MAGNITUDE, FRACTION}),
}
TOGETHER = (
    frozenset({MAGNITUDE, CURRENCY}), frozenset({MAGNITUDE, DURATION}), frozenset({MAGNITUDE, FRACTION}),
    frozenset({DURATION, FRACTION, MAGNITUDE}),
)  # fmt: skip
DOUBTED_WHEN_PLAIN = frozenset({Kind.COUNT, Kind.MONEY, Kind.FACT})
PLAIN = re.compile(r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
SHAPE = re.compile(r"(?P<top>[0-9.,]+)(?: ?/ ?(?P<bottom>[0-9.,]+))? ?(?P<words>.*)")
EXPONENT = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)e([+-]?[0-9]{1,2})")
JOINED = re.compile(r"[+-]?[0-9]{1,3}(?:[ '_][0-9]{3})+|[+-]?[0-9]+(?:_[0-9]+)+")


def parse(text: str, kind: Kind, grammar: Grammar = Grammar(), *, plain: bool = False) -> Number:
    """The number that a text says, if it can say only one.

    Args:
        text: as written in the file.
        kind: what the number stands for; a word of another kind is refused.
        grammar: the currency and the mark before decimals of the place.
        plain: written without quotes in YAML: digits with at most a dot and digits are then a decimal.

    Raises:
        Unreadable: it says none, or may say several; its `mend` lists them.

    >>> parse("Rp2,7 miliar", Kind.MONEY).value, parse("40%", Kind.SHARE), parse("1/2 tahun", Kind.MONTHS).value
    (2700000000.0, Number(value=0.4, percent=True), 6.0)
    """
    if len(text) <= EXACT_DIGITS and text.isascii() and text.isdecimal() and (text[0] != "0" or len(text) == 1):
        return Number(float(text), percent=False)
    if len(text) > LONGEST:
        raise Unreadable(
            say("{text} is too long for a number ({length} characters).", text=quote(text), length=len(text)),
            say("Write {expected}, in at most {longest} characters.", expected=_expected(kind, grammar), longest=LONGEST),
        )
    outcome = _outcome(text, kind, grammar, plain)
    if isinstance(outcome, Number):
        return outcome
    raise Unreadable(*outcome)


def write(value: float, kind: Kind, grammar: Grammar = Grammar()) -> str:
    """A number as `parse` reads it, quoted or not, as people write it and never with an exponent.

    What comes back is the same number, for 0 and for sizes from 1e-30 to 1e30; beyond, the digits are all
    written, but are too many for `parse`.

    Args:
        value: finite; a share in 0..1, money in whole units of the currency, a time in months.
        kind: what it stands for.
        grammar: the currency and the mark before decimals of the place.

    Raises:
        ValueError: the value is not finite.

    >>> write(2.7e9, Kind.MONEY), write(0.125, Kind.SHARE), write(6.5, Kind.MONTHS), write(1234567.5, Kind.COUNT)
    ('Rp2,7 miliar', '12,5%', '6,5 months', '1.234.567,5')
    """
    if not math.isfinite(value):
        raise ValueError(say("{value} is not a finite number.", value=value))
    exact = Decimal(repr(float(value)))
    if kind is Kind.MONEY:
        return _write_money(exact, grammar)
    if kind is Kind.SHARE and _short(exact.scaleb(2)):
        return numeral.spell(exact.scaleb(2), grammar.decimal) + "%"
    digits = numeral.spell(exact, grammar.decimal)
    if kind is Kind.MONTHS:
        return f"{digits} month" if exact == 1 else f"{digits} months"
    return digits


def quote(text: str) -> str:
    """A text between quotation marks, cut after 40 characters, with nothing in it that does not print."""
    shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text[:LONGEST_QUOTED])
    return f"“{shown}…”" if len(text) > LONGEST_QUOTED else f"“{shown}”"


def _write_money(exact: Decimal, grammar: Grammar) -> str:
    """Money with its symbol, counted in the largest magnitude that leaves at most two decimals."""
    sign = "-" if exact < 0 else ""
    symbol = grammar.symbol + (" " if grammar.symbol.endswith(".") else "")
    for word, power in zip(_large_words(grammar), (12, 9, 6), strict=True):
        counted = abs(exact).scaleb(-power)
        if counted >= 1 and _short(counted):
            return f"{sign}{symbol}{numeral.spell(counted, grammar.decimal, group=True)} {word}"
    return f"{sign}{symbol}{numeral.spell(abs(exact), grammar.decimal, group=True)}"


def _large_words(grammar: Grammar) -> tuple[str, str, str]:
    """The words for 10^12, 10^9 and 10^6, in the language of the currency."""
    return ("triliun", "miliar", "juta") if grammar.symbol.casefold().startswith("rp") else ("trillion", "billion", "million")


def _short(value: Decimal) -> bool:
    """Whether two decimals are enough to write it."""
    return len(f"{value:f}".partition(".")[2].rstrip("0")) <= 2


@lru_cache(maxsize=65536)
def _outcome(text: str, kind: Kind, grammar: Grammar, plain: bool) -> Number | tuple[str, str]:  # noqa: FBT001  # keys of a cache
    """What `parse` finds, or the two sentences of its refusal: a raised exception is not kept."""
    try:
        return _read(" ".join(text.split()), kind, grammar, plain=plain)
    except Unreadable as refusal:
        return refusal.what, refusal.mend
