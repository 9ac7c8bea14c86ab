"""The one grammar for every number in a string, both ways: `Rp1,5 miliar` to 1.5 billion and back."""

import math
import re
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from quickwin.finding import CHOICES, Fix
from quickwin.say import say
from quickwin.study import numeral, respelling
from quickwin.study.phrase import (
    CURRENCY,
    DURATION,
    FRACTION,
    MAGNITUDE,
    PERCENT,
    Grammar,
    Phrase,
    Unreadable,
    large_words,
    quote,
    sense,
    spoken_of,
    take_apart,
)

__all__ = ["Grammar", "Kind", "Number", "Unreadable", "parse", "write"]


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
    WHOLE = "whole"


class Number(NamedTuple):
    """A number that was read, and whether it was written with % or persen (then already divided by 100)."""

    value: float
    percent: bool


INDONESIAN = Grammar()
LONGEST, EXACT_DIGITS, MOST_DECIMALS = 60, 15, 2
ALLOWED: dict[Kind, frozenset[str]] = {
    Kind.COUNT: frozenset({MAGNITUDE, FRACTION}),
    Kind.MONEY: frozenset({CURRENCY, MAGNITUDE, FRACTION}),
    Kind.FACT: frozenset({CURRENCY, PERCENT, MAGNITUDE, FRACTION}),
    Kind.SHARE: frozenset({PERCENT, FRACTION}),
    Kind.MONTHS: frozenset({DURATION, MAGNITUDE, FRACTION}),
    Kind.SCORE: frozenset({PERCENT, FRACTION}),
    Kind.NUMBER: frozenset({CURRENCY, PERCENT, MAGNITUDE, FRACTION}),
    Kind.WEIGHT: frozenset({PERCENT, MAGNITUDE, FRACTION}),
    Kind.WHOLE: frozenset({PERCENT, MAGNITUDE, FRACTION}),
}
TOGETHER = (frozenset({CURRENCY, FRACTION, MAGNITUDE}), frozenset({FRACTION, MAGNITUDE, DURATION}), {PERCENT})
DOUBTED_WHEN_PLAIN = frozenset({Kind.COUNT, Kind.MONEY, Kind.FACT})
SMALL = {str(whole): Number(float(whole), percent=False) for whole in range(101)}
"""Nearly every number of a study: scores, months and shares, each made once."""
PLAIN = re.compile(r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def parse(text: str, kind: Kind, grammar: Grammar = INDONESIAN, *, plain: bool = False) -> Number:
    """The number that a text says, if it can say only one.

    Args:
        text: as written in the file.
        kind: what the number stands for; a word of another kind is refused.
        grammar: the currency and the mark before decimals of the place.
        plain: written without quotes in YAML: digits with at most a dot and digits are then a decimal.

    Raises:
        Unreadable: it says none, or may say several; its `mend` lists them.

    >>> parse("Rp2,7 miliar", Kind.MONEY).value, parse("40%", Kind.SHARE)
    (2700000000.0, Number(value=0.4, percent=True))
    """
    if text in SMALL:
        return SMALL[text]
    bare = len(text) <= EXACT_DIGITS and text.isascii() and text.isdigit()
    if bare and (text[0] != "0" or text == "0"):
        return Number(float(text), percent=False)
    if len(text) > LONGEST:
        raise Unreadable(
            say("{text} is too long for a number ({length} characters).", text=quote(text), length=len(text)),
            say("Write {expected}.", expected=_expected(kind, grammar)),
        )
    outcome = _outcome(text, kind, grammar, plain=plain)
    if isinstance(outcome, Number):
        return outcome
    raise Unreadable(*outcome)


def write(value: float, kind: Kind, grammar: Grammar = INDONESIAN) -> str:
    """A number as `parse` reads it, quoted or not, as people write it and never with an exponent.

    What comes back is the same number, for 0 and for sizes from 1e-30 to 1e30; beyond, the digits are all
    written, but are too many for `parse`.

    Args:
        value: finite; a share in 0..1, money in whole units of the currency, a time in months.
        kind: what it stands for.
        grammar: the currency and the mark before decimals of the place.

    Raises:
        ValueError: the value is not finite.

    >>> write(2.7e9, Kind.MONEY), write(0.125, Kind.SHARE), write(6.5, Kind.MONTHS)
    ('Rp2,7 miliar', '12,5%', '6,5 months')
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


def _write_money(exact: Decimal, grammar: Grammar) -> str:
    """Money with its symbol, counted in the largest magnitude that leaves at most two decimals."""
    sign = "-" if exact < 0 else ""
    symbol = grammar.symbol + (" " if grammar.symbol.endswith(".") else "")
    for word, power in zip(large_words(grammar), (12, 9, 6), strict=True):
        counted = abs(exact).scaleb(-power)
        if counted >= 1 and _short(counted):
            return f"{sign}{symbol}{numeral.spell(counted, grammar.decimal, group=True)} {word}"
    return f"{sign}{symbol}{numeral.spell(abs(exact), grammar.decimal, group=True)}"


def _short(value: Decimal) -> bool:
    """Whether two decimals are enough to write it."""
    return len(f"{value:f}".partition(".")[2].rstrip("0")) <= MOST_DECIMALS


@lru_cache(maxsize=65536)
def _outcome(text: str, kind: Kind, grammar: Grammar, *, plain: bool) -> Number | tuple[str, str, tuple[Fix, ...]]:
    """What `parse` finds, or the two sentences of its refusal and its fixes: a raised exception is not kept."""
    try:
        return _read(" ".join(text.split()), kind, grammar, plain=plain)
    except Unreadable as refusal:
        return refusal.what, refusal.mend, refusal.fixes


def _read(text: str, kind: Kind, grammar: Grammar, *, plain: bool) -> Number:
    """The number that a text with single spaces says."""

    def reads(other: str) -> bool:
        return isinstance(_outcome(other, kind, grammar, plain=False), Number) and len(other) <= LONGEST

    expected = _expected(kind, grammar)
    if plain and PLAIN.fullmatch(text):
        thousands = numeral.THREE_AFTER_DOT.fullmatch(text.lstrip("+-"))
        if thousands and grammar.decimal == "," and kind in DOUBTED_WHEN_PLAIN:
            meant = [text.replace(".", ""), _plain_decimal(text)]
            fixes = tuple(Fix(one, when=when) for one, when in zip(meant, CHOICES, strict=True))
            raise respelling.doubtful(text, meant, reads, expected, fixes)
        return Number(float(Fraction(text)), percent=False)
    respelling.refuse_other_digits(text, reads)
    phrase = take_apart(text, grammar.symbol)
    if phrase is None:
        raise respelling.no_number(text, reads, expected)
    if not all(map(sense, phrase.words)):
        raise respelling.unknown_word(text, phrase, grammar, reads, expected)
    _refuse_foreign_words(text, phrase, kind, grammar)
    if meant := respelling.doubts(phrase, grammar):
        raise respelling.doubtful(text, meant, reads, expected, respelling.mends(phrase, grammar, meant, reads))
    return _value(text, phrase, grammar)


def _refuse_foreign_words(text: str, phrase: Phrase, kind: Kind, grammar: Grammar) -> None:
    """Refuse words of another kind, and words that do not go together."""
    spoken = spoken_of(phrase)
    if not spoken <= ALLOWED[kind]:
        raise _wrong_kind(text, kind, grammar, spoken - ALLOWED[kind])
    if not any(spoken <= together for together in TOGETHER) or not _in_order(phrase, len(spoken)):
        raise Unreadable(
            say("{text} puts words together that do not go together.", text=quote(text)),
            say("Write {expected}.", expected=_expected(kind, grammar)),
        )


def _value(text: str, phrase: Phrase, grammar: Grammar) -> Number:
    """The number that a phrase without doubt says."""
    over = [numeral.value_of(digits, grammar.decimal) or Fraction(0) for digits in (phrase.top, phrase.bottom or "1")]
    if not over[1]:
        mend = say("Write a number above 0 after the “/”.")
        raise Unreadable(say("{text} divides by zero.", text=quote(text)), mend)
    value = phrase.sign * over[0] / over[1]
    for _, factor in filter(None, map(sense, phrase.words)):
        value *= factor
    return Number(float(value), PERCENT in spoken_of(phrase))


def _in_order(phrase: Phrase, kinds: int) -> bool:
    """Whether each of the kinds of words and signs stands once, and a magnitude before a unit of time."""
    marks = len(phrase.words) + phrase.currency + (phrase.bottom is not None)
    return marks == kinds and MAGNITUDE not in {found[0] for found in map(sense, phrase.words[1:]) if found}


def _plain_decimal(text: str) -> str:
    """A plain `1.200` so that it can only be a decimal: 1.2."""
    short = text.rstrip("0").rstrip(".")
    return text + "0" if short == text else short


def _wrong_kind(text: str, kind: Kind, grammar: Grammar, foreign: frozenset[str]) -> Unreadable:
    """A refusal of a word of another kind, such as days of money."""
    names = {
        CURRENCY: say("money"), MAGNITUDE: say("a large number"), PERCENT: say("a percentage"),
        DURATION: say("a time"), FRACTION: say("a fraction"),
    }  # fmt: skip
    return Unreadable(
        say("{text} is {found}, which cannot stand here.", text=quote(text), found=names[min(foreign)]),
        say("Write {expected}.", expected=_expected(kind, grammar)),
    )


def _expected(kind: Kind, grammar: Grammar) -> str:
    """What a number of a kind is, with an example."""
    large = large_words(grammar)
    money = f"{grammar.symbol}500 {large[2]}"
    return {
        Kind.COUNT: say("a number, such as 12000 or 2 {word}", word=large[2]),
        Kind.MONEY: say("money, such as {money}", money=money),
        Kind.FACT: say("a number, such as 436079, 40% or {money}", money=money),
        Kind.SHARE: say("a share, such as 30% or 142/185"),
        Kind.MONTHS: say("a time, such as 6 months, 6 weeks or 100 days"),
        Kind.SCORE: say("a score, such as 4 or 75%"),
        Kind.NUMBER: say("a number, such as 12, 40% or {money}", money=money),
        Kind.WEIGHT: say("a weight, such as 30 or 30%"),
        Kind.WHOLE: say("a whole number, such as 2"),
    }[kind]
