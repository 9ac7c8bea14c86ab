"""A number in words taken apart: its sign, its currency, its digits and the words after them."""

import difflib
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

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
SHORT_FOR = {
    **dict.fromkeys(("m",), ("juta", "miliar", "million", "billion")),
    **dict.fromkeys(("mn", "mio"), ("juta", "million")),
    **dict.fromkeys(("b", "bn"), ("miliar", "billion")),
    **dict.fromkeys(("t", "tn"), ("triliun", "trillion")),
    "k": ("ribu", "thousand"),
    "d": ("days",),
    "w": ("weeks",),
    "y": ("years",),
}
DIGITS = "[.,]*[0-9][0-9.,]*"
SHAPE = re.compile(rf"(?P<top>{DIGITS})(?: ?/ ?(?P<bottom>{DIGITS}))? ?(?P<words>.*)")
SIGN = re.compile(r"([+-]) ?")
EXPONENT = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)e([+-]?[0-9]{1,2})")
HEXADECIMAL = re.compile(r"[+-]?0x[0-9a-f]{1,12}")
SPLIT_UP = re.compile(r"[+-]?[0-9]+(?:[ '_][0-9]+)+")
RANGE = re.compile(r"([0-9.,]+) ?(?:-|\N{EN DASH}|\N{EM DASH}|to|sampai|s/d|s\.d\.) ?([0-9.,]+)( ?[^0-9]*)")


class Unreadable(ValueError):  # speaks of the text, not of the program
    """A text that cannot be read for certain: `what` was found, and how to `mend` it."""

    def __init__(self, what: str, mend: str) -> None:
        """Take both sentences."""
        super().__init__(what, mend)
        self.what = what
        self.mend = mend

    def __str__(self) -> str:
        """Both sentences."""
        return f"{self.what} {self.mend}"


class Phrase(NamedTuple):
    """A text of the shape of a number: `-Rp 1/2 juta` is -1, True, "1", "2", ("juta",)."""

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


def take_apart(text: str, symbol: str, expected: str) -> Phrase:
    """The parts of a number.

    Args:
        text: with single spaces between its words and none around it.
        symbol: of the currency; with or without its dot, before or after the digits, in capitals or not.
        expected: what is expected here, for the messages ("money, such as Rp500 juta").

    Raises:
        Unreadable: the text has not the shape of a number, or a word in it is not known.

    >>> take_apart("-Rp. 1,5 Miliar", "Rp", "money")
    Phrase(sign=-1, currency=True, top='1,5', bottom=None, words=('miliar',))
    """
    _refuse_other_digits(text)
    rest = text.casefold()
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
        raise _no_number(text, expected)
    words = tuple(re.findall(r"%|[^\s%]+", shape["words"]))
    if any(word not in WORDS for word in words):
        raise _unknown_word(text, words, symbol, expected)
    return Phrase(-1 if "-" in signs else 1, found == 1, shape["top"], shape["bottom"], words)


def spoken_of(phrase: Phrase) -> frozenset[str]:
    """What the words and signs around the digits of a phrase speak of.

    >>> spoken_of(Phrase(1, True, "5", None, ()))
    frozenset({'currency'})
    """
    spoken = {WORDS[word][0] for word in phrase.words}
    if phrase.currency:
        spoken.add(CURRENCY)
    if phrase.bottom is not None:
        spoken.add(FRACTION)
    return frozenset(spoken)


@lru_cache(maxsize=64)
def _currency_patterns(symbol: str) -> tuple[re.Pattern[str], re.Pattern[str]] | tuple[None, None]:
    """What finds the symbol before and after the digits, but never in a word (`n` in `5 million`)."""
    core = " ".join(symbol.split()).casefold().rstrip(".")
    if not core:
        return None, None
    dot = r"\.?" if symbol.rstrip().endswith(".") or core[-1].isalpha() else ""
    not_before_letter = r"(?![^\W\d_])" if core[-1].isalpha() else ""
    not_after_letter = r"(?<![^\W\d_])" if core[0].isalpha() else ""
    escaped = re.escape(core)
    return (
        re.compile(rf"{escaped}{dot}{not_before_letter} ?"),
        re.compile(rf" ?{not_after_letter}{escaped}{dot}$"),
    )


def _refuse_other_digits(text: str) -> None:
    """Refuse digits that are not 0 to 9, such as Arabic or full-width ones, and name the first."""
    numeric = {"Nd", "Nl", "No"}
    others = [sign for sign in text if not sign.isascii() and unicodedata.category(sign) in numeric]
    if not others:
        return
    other = others[0]
    name = unicodedata.name(other, say("a digit of another script")).lower()
    mended = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
    what = say("{text} holds “{other}” ({name}), which is not one of the digits 0 to 9.",
               text=quote(text), other=other, name=name)  # fmt: skip
    mend = say("Write it with the digits 0 to 9.")
    if mended.isascii():
        mend = say("Write {mended}.", mended=mended)
    raise Unreadable(what, mend)


def _no_number(text: str, expected: str) -> Unreadable:
    """Why a text has not the shape of a number, with what it may mean."""
    what = say("{text} is not a number.", text=quote(text))
    if not text:
        what = say("There is nothing where a number is expected.")
    return Unreadable(what, _other_spelling(text.casefold()) or say("Write {expected}.", expected=expected))


def _unknown_word(text: str, words: tuple[str, ...], symbol: str, expected: str) -> Unreadable:
    """Why a word after the digits says nothing, with the word that may be meant."""
    mend = _other_spelling(text.casefold())
    word = next(word for word in words if word not in WORDS)
    if mend or any(sign.isdigit() for sign in word):
        return Unreadable(
            say("{text} is not one number that can be read for certain.", text=quote(text)),
            mend or say("Write one number: {expected}.", expected=expected),
        )
    start = text[: text.casefold().rfind(word)].rstrip()
    if word in SHORT_FOR:
        mend = say("Write {readings}.", readings=choices([f"{start} {long}" for long in SHORT_FOR[word]]))
    elif word in {"rupiah", "idr", "rp"}:
        mend = say("Write money as {money}.", money=f"{symbol}{start}")
    else:
        near = difflib.get_close_matches(word, WORDS, n=1, cutoff=0.6)
        mend = say("Write {expected}.", expected=expected)
        if near:
            mend = say("Did you mean “{near}”?", near=near[0])
    what = say("{text} holds a word that is not known: {word}.", text=quote(text), word=quote(word))
    return Unreadable(what, mend)


def _other_spelling(text: str) -> str:
    """What a number in a spelling that is not used here may mean, as a sentence, or nothing."""
    if match := EXPONENT.fullmatch(text):
        value = Decimal(match[1]).scaleb(int(match[2]))
        whole = value == value.to_integral_value()
        if not whole:
            return say("Write its digits, without e.")
        return say("Write its digits: {digits}.", digits=f"{value:.0f}")
    if HEXADECIMAL.fullmatch(text):
        return say("Write its digits: {digits}.", digits=int(text, 16))
    if SPLIT_UP.fullmatch(text):
        return say("Write {digits} if this is one number.", digits=re.sub("[ '_]", "", text))
    if match := RANGE.fullmatch(text):
        low, high, unit = match.groups()
        return say("For a range write {{low: {low}, high: {high}}}.", low=low + unit, high=high + unit)
    return ""
