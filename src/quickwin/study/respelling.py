"""What a text that is not certainly one number may mean, and how to write that."""

import difflib
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from itertools import product

from quickwin.finding import CHOICES, Fix
from quickwin.say import say
from quickwin.study import numeral
from quickwin.study.phrase import (
    PERCENT,
    WORDS,
    Grammar,
    Phrase,
    Unreadable,
    choices,
    large_words,
    put_together,
    quote,
    sense,
    spoken_of,
)

SHORT_FOR = {
    **dict.fromkeys(("m",), ("juta", "miliar", "million", "billion")),
    **dict.fromkeys(("mn", "mio"), ("juta", "million")),
    **dict.fromkeys(("b", "bn"), ("miliar", "billion")),
    **dict.fromkeys(("t", "tn"), ("triliun", "trillion")),
    "k": ("ribu", "thousand"),
    "d": ("days",),
    "w": ("weeks",),
    "y": ("years",),
    "hr": ("hari",),
    "mgg": ("minggu",),
    "bln": ("bulan",),
    "thn": ("tahun",),
}
RUPIAH = frozenset({"rupiah", "idr", "rp"})
EXPONENT = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)[eE]([+-]?[0-9]{1,2})")
HEXADECIMAL = re.compile(r"[+-]?0x[0-9a-f]{1,12}", re.IGNORECASE)
SPLIT_UP = re.compile(r"([+-]?[0-9]+(?:[ '_][0-9]+)+)")
RANGE = re.compile(
    r"([0-9.,]+) ?(?:-|\N{EN DASH}|\N{EM DASH}|to|sampai|s/d|s\.d\.) ?([0-9.,]+)( ?[^0-9]*)", re.IGNORECASE
)
DASH = re.compile(r"[,.] ?[-\N{EN DASH}]{1,2}\Z")
A_TIME = "months"
"""Where this may stand behind a number, its unit cannot be left out."""
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")

Reads = Callable[[str], bool]
"""Whether a text can be read as a number of the kind that is expected: only such are proposed."""


def doubts(phrase: Phrase, grammar: Grammar) -> list[str]:
    """The spellings of all that a phrase may mean, where it is not certain to mean one thing; else nothing.

    >>> doubts(Phrase(1, True, "1,200", None, ("Juta",)), Grammar())
    ['Rp1200 Juta', 'Rp1,2 Juta']
    >>> doubts(Phrase(1, False, "33.333", None, ("%",)), Grammar())
    ['33333%', '33,3330%']
    """
    numbers = [phrase.top] if phrase.bottom is None else [phrase.top, phrase.bottom]
    if any(numeral.value_of(digits, grammar.decimal) is None for digits in numbers):
        return _respelled(phrase, grammar)
    if grammar.decimal == ".":
        return []
    if phrase.currency and not phrase.words and any(map(numeral.is_dotted_decimal, numbers)):
        endings = ((), *((word,) for word in reversed(large_words(grammar))))
        return [put_together(_with_commas(phrase)._replace(words=words), grammar.symbol) for words in endings]
    if PERCENT in spoken_of(phrase) and numeral.THREE_AFTER_DOT.fullmatch(phrase.top):
        readings = numeral.readings(phrase.top, grammar.decimal)
        return [put_together(phrase._replace(top=digits), grammar.symbol) for digits in readings]
    return []


def _respelled(phrase: Phrase, grammar: Grammar) -> list[str]:
    """A phrase with its digits written in every way that they may be meant, and can mean nothing else."""
    tops = _meant(phrase.top, grammar.decimal)
    bottoms = [None] if phrase.bottom is None else _meant(phrase.bottom, grammar.decimal)
    return [
        put_together(phrase._replace(top=top, bottom=bottom), grammar.symbol) for top, bottom in product(tops, bottoms)
    ]


def _with_commas(phrase: Phrase) -> Phrase:
    """A phrase with a comma in place of a dot before its decimals."""
    top, bottom = (
        digits.replace(".", ",") if digits and numeral.is_dotted_decimal(digits) else digits
        for digits in (phrase.top, phrase.bottom)
    )
    return phrase._replace(top=top or "", bottom=bottom)


def _meant(digits: str, decimal: str) -> list[str]:
    """What digits may mean: themselves where that is certain."""
    return [digits] if numeral.value_of(digits, decimal) is not None else numeral.readings(digits, decimal)


def mends(phrase: Phrase, grammar: Grammar, meant: list[str], reads: Reads) -> tuple[Fix, ...]:
    """What can be written for a phrase that may mean what is `meant`, by what its author took the mark for.

    Where the digits are sound by the other convention, and can be nothing else, that is certain.

    >>> phrase, grammar = Phrase(1, True, "1,200", None, ()), Grammar()
    >>> [(one.when, one.text) for one in mends(phrase, grammar, doubts(phrase, grammar), lambda text: True)]
    [('thousands', 'Rp1200'), ('decimal', 'Rp1,2')]
    """
    if len(meant) == 1 and numeral.is_sound_elsewhere(phrase.top, grammar.decimal) and reads(meant[0]):
        return (Fix(meant[0]),)
    found = []
    for when, spelled in zip(CHOICES, (numeral.as_thousands, numeral.as_decimal), strict=True):
        top, bottom = (
            spelled(digits, grammar.decimal) if digits and _may_be_both(digits, phrase, grammar) else digits
            for digits in (phrase.top, phrase.bottom)
        )
        text = put_together(phrase._replace(top=top or "", bottom=bottom), grammar.symbol)
        if text in meant and reads(text):
            found.append(Fix(text, when=when))
    return tuple(found)


def _may_be_both(digits: str, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a mark in digits may stand before decimals or between thousands."""
    if numeral.value_of(digits, grammar.decimal) is None:
        return True
    is_dotted = grammar.decimal == "," and numeral.THREE_AFTER_DOT.fullmatch(digits) is not None
    return is_dotted and PERCENT in spoken_of(phrase)


def doubtful(text: str, meant: list[str], reads: Reads, expected: str, fixes: tuple[Fix, ...] = ()) -> Unreadable:
    """A refusal of a number that may mean several things, which are listed.

    >>> doubtful("1,200", ["1200", "1,2"], lambda text: True, "a number").mend
    'Write 1200 or 1,2.'
    """
    what = say("{text} cannot be read for certain.", text=quote(text))
    return Unreadable(what, proposal(meant, reads) or say("Write {expected}.", expected=expected), fixes)


def proposal(meant: list[str], reads: Reads) -> str:
    """A sentence with those of the texts that can be read, or nothing."""
    readable = [text for text in dict.fromkeys(meant) if reads(text)]
    return say("Write {meant}.", meant=choices(readable)) if readable else ""


def refuse_other_digits(text: str, reads: Reads) -> None:
    """Refuse digits that are not 0 to 9, such as Arabic or full-width ones, and name the first.

    Raises:
        Unreadable: there is one.
    """
    numeric = {"Nd", "Nl", "No"}
    others = [sign for sign in text if not sign.isascii() and unicodedata.category(sign) in numeric]
    if not others:
        return
    other = others[0]
    name = unicodedata.name(other, say("a digit of another script")).lower()
    mended = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
    what = say("{text} holds “{other}” ({name}), which is not one of the digits 0 to 9.",
               text=quote(text), other=other, name=name)  # fmt: skip
    mend = proposal([mended], reads) if mended.isascii() else ""
    raise Unreadable(what, mend or say("Write it with the digits 0 to 9."))


def no_number(text: str, reads: Reads, expected: str) -> Unreadable:
    """Why a text has not the shape of a number, with what it may mean."""
    what = say("{text} is not a number.", text=quote(text))
    if not text:
        what = say("There is nothing where a number is expected.")
    return Unreadable(what, _other_spelling(text, reads) or say("Write {expected}.", expected=expected))


def unknown_word(text: str, phrase: Phrase, grammar: Grammar, reads: Reads, expected: str) -> Unreadable:
    """Why a word after the digits says nothing, with the word that may be meant."""
    amount = without_dash(text, reads)
    if amount:
        what = say("{text} ends in a sign that is no part of a number.", text=quote(text))
        return Unreadable(what, say("Write {amount}.", amount=amount), (Fix(amount),))
    mend = _other_spelling(text, reads)
    unknown = [word for word in phrase.words if sense(word) is None]
    word = unknown[0]
    if mend or any(sign.isdigit() for sign in word):
        return Unreadable(
            say("{text} is not one number that can be read for certain.", text=quote(text)),
            mend or say("Write one number: {expected}.", expected=expected),
        )
    if len(unknown) == 1:
        mend = proposal(_with_known_word(phrase, word, grammar), reads)
    bare = put_together(phrase._replace(top=_ungrouped(phrase.top), words=()), grammar.symbol)
    is_time = reads(f"{bare} {A_TIME}")
    near = difflib.get_close_matches(word.casefold(), WORDS, n=1, cutoff=0.6 if is_time else 0.75)
    is_short = word.casefold() in RUPIAH | SHORT_FOR.keys()
    if near and not mend and not is_short:
        mend = say("Did you mean “{near}”?", near=near[0])
    elif not mend and not is_short and not is_time and phrase.words == (word,) and reads(bare):
        mend = say("Write {bare}, without {word}.", bare=bare, word=quote(word))
    what = say("{text} holds a word that is not known: {word}.", text=quote(text), word=quote(word))
    return Unreadable(what, mend or say("Write {expected}.", expected=expected))


def _with_known_word(phrase: Phrase, word: str, grammar: Grammar) -> list[str]:
    """The phrase with its one unknown word written in full, or with the currency's symbol in place of the word."""
    at = phrase.words.index(word)
    before, after = phrase.words[:at], phrase.words[at + 1 :]
    if word.casefold() in RUPIAH:
        money = phrase._replace(currency=True, words=before + after)
        return (
            _respelled(_with_commas(money) if grammar.decimal == "," else money, grammar) if _is_rupiah(grammar) else []
        )
    longer = SHORT_FOR.get(word.casefold(), ())
    return [one for long in longer for one in _respelled(phrase._replace(words=(*before, long, *after)), grammar)]


def _is_rupiah(grammar: Grammar) -> bool:
    """Whether the currency here is the rupiah."""
    return grammar.symbol.casefold().rstrip(".") in RUPIAH


def _other_spelling(text: str, reads: Reads) -> str:
    """What a number in a spelling that is not used here may mean, as a sentence, or nothing."""
    if match := EXPONENT.fullmatch(text):
        value = Decimal(match[1]).scaleb(int(match[2]))
        digits = f"{value:.0f}"
        if value != value.to_integral_value() or not reads(digits):
            return say("Write its digits, without e.")
        return say("Write its digits: {digits}.", digits=digits)
    if HEXADECIMAL.fullmatch(text):
        return say("Write its digits: {digits}.", digits=int(text, 16))
    if SPLIT_UP.fullmatch(text):
        return say("Write {digits} if this is one number.", digits=int(re.sub("[ '_]", "", text)))
    if match := RANGE.fullmatch(text):
        low, high = (_ungrouped(side) + match[3] for side in match.groups()[:2])
        if reads(low) and reads(high):
            return say("For a range write {{low: {low}, high: {high}}}.", low=_in_braces(low), high=_in_braces(high))
    return ""


def _ungrouped(digits: str) -> str:
    """Digits without the dots that part thousands, so that they say the same with quotes and without."""
    return digits.replace(".", "") if GROUPED.fullmatch(digits) else digits


def _in_braces(text: str) -> str:
    """A number between { and }, where a comma would end it."""
    return f'"{text}"' if "," in text else text


def without_dash(text: str, reads: Reads) -> str:
    """An amount without the “,-” that papers put behind it; nothing where it has none, or is no number without."""
    rest = DASH.sub("", text)
    bare = re.sub(r"[0-9][0-9.]*", lambda digits: _ungrouped(digits[0]), rest)
    return bare if rest != text and reads(bare) else ""
