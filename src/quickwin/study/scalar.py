"""Single values of a file: texts, yes or no, names, and numbers within their range."""

import re
from collections.abc import Callable
from typing import TypeVar

from quickwin.files.yaml import Data, Plain
from quickwin.finding import Fix
from quickwin.say import say
from quickwin.study.mapping import describe
from quickwin.study.problem import Gathering, Refused, did_you_mean, quoted, refuse
from quickwin.study.quantity import Grammar, Kind, Number, Unreadable, parse, write
from quickwin.study.reading import Reading
from quickwin.study.slip import certain

T = TypeVar("T")

ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
MONTHS_LIMIT = 1200
LONGEST_EXAMPLE = 40
TRUE, FALSE = frozenset({"true", "True", "TRUE"}), frozenset({"false", "False", "FALSE"})
MEANT = {**dict.fromkeys(("yes", "ya", "on"), "true"), **dict.fromkeys(("no", "tidak", "off"), "false")}
"""Words that can only mean true or false, as other readers of YAML and other languages have them."""
NOTHING = frozenset({"none", "no", "nil", "nihil", "tidak", "kosong"})
"""Words that may say that a list has no entries."""
LONE = re.compile(r"[A-Za-z0-9][\w.-]*")
"""One word: written without quotes it stands in the file letter by letter."""


def text(data: Data, reading: Reading) -> str:
    """A text as it was written, `no` and `2022` too.

    Raises:
        Refused: it is a list or a mapping, or there is nothing in it.
    """
    if not isinstance(data, str):
        raise refuse(
            "QW107",
            say("Found {found} where a text is expected.", found=describe(data)),
            say("Write the text behind the colon; put it in quotes if it holds a colon, a # or brackets."),
        )
    if not data.strip():
        raise refuse("QW107", say("The text is empty."), say("Write a text, or delete the line."))
    return str(data)


def slug_of(word: str) -> str:
    """An id made of any text; nothing where no letter or digit of it can stand in one.

    >>> slug_of("Air bersih (RW 05)")
    'air-bersih-rw-05'
    """
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", word).strip(".-")[:100].lower()


def identifier(data: Data, reading: Reading) -> str:
    """A program's id: letters, digits, `-`, `_` and `.`, at most 100, not starting with `.` or `-`."""
    word = text(data, reading)
    if not ID.fullmatch(word):
        slug = slug_of(word)
        raise refuse(
            "QW111",
            say("{word} cannot be an id.", word=quoted(word)),
            say("An id is letters, digits, “-”, “_” and “.”, at most 100 of them and the first a letter, digit or “_”")
            + (say(": for example {slug}.", slug=slug) if 0 < len(slug) <= LONGEST_EXAMPLE else "."),
        )
    if word == "money":
        raise refuse("QW111", say("“money” cannot be an id: it names the wait for money."), say("Choose another id."))
    return word


def boolean(data: Data, reading: Reading) -> bool:
    """`true` or `false`, without quotes."""
    if isinstance(data, Plain) and (data in TRUE or data in FALSE):
        return data in TRUE
    raise refuse(
        "QW107",
        say("Found {found} where true or false is expected.", found=describe(data)),
        say("Write true or false, without quotes."),
        fixes=(Fix(MEANT[data.casefold()], len(data)),) if isinstance(data, Plain) and data.casefold() in MEANT else (),
    )


def number(data: Data, kind: Kind, grammar: Grammar) -> Number:
    """A number of a kind, by the one grammar.

    Raises:
        Refused: it is no number, or one that cannot be read for certain.
    """
    if not isinstance(data, str):
        raise refuse(
            "QW107",
            say("Found {found} where a single number is expected.", found=describe(data)),
            say("Write one number, without brackets."),
        )
    try:
        return parse(data, kind, grammar, plain=isinstance(data, Plain))
    except Unreadable as error:
        raise refuse("QW108", error.what, error.mend, fixes=error.fixes) from None


def share(data: Data, reading: Reading) -> float:
    """A share in [0, 1], such as 0.3 or 30%."""
    value, percent = number(data, Kind.SHARE, reading.grammar)
    if 0 <= value <= 1:
        return value
    mend = say("Write a share from 0 to 1, or a percentage from 0% to 100%.")
    if not percent and 1 < value <= 100 and "/" not in str(data):
        mend = say("Did you mean {share}?", share=write(value, Kind.NUMBER, reading.grammar) + "%")
    raise refuse("QW109", say("{data} is outside 0 to 1.", data=quoted(str(data))), mend)


def at_least_zero(kind: Kind) -> Callable[[Data, Reading], float]:
    """A reader of numbers of a kind that cannot be negative."""

    def read(data: Data, reading: Reading) -> float:
        value = number(data, kind, reading.grammar).value
        if value < 0:
            raise refuse("QW109", say("{data} is below 0.", data=quoted(str(data))), say("Write 0 or more."))
        return value

    return read


count = at_least_zero(Kind.COUNT)
money = at_least_zero(Kind.MONEY)
weighing = at_least_zero(Kind.WEIGHT)


def months(data: Data, reading: Reading) -> float:
    """A span of time in months, from 0 to 1,200."""
    value = number(data, Kind.MONTHS, reading.grammar).value
    if value < 0:
        raise refuse("QW109", say("{data} is below 0.", data=quoted(str(data))), say("Write 0 months or more."))
    if value > MONTHS_LIMIT:
        raise refuse(
            "QW109",
            say("{data} is {value} months; at most 1,200 are possible.", data=quoted(str(data)), value=f"{value:.6g}"),
            say("Write months as a number, or a span such as “6 weeks” or “3 bulan”."),
        )
    return value


def whole(least: int, most: int) -> Callable[[Data, Reading], int]:
    """A reader of whole numbers from `least` to `most`."""

    def read(data: Data, reading: Reading) -> int:
        value = number(data, Kind.WHOLE, reading.grammar).value
        if value != int(value) or not least <= value <= most:
            raise refuse(
                "QW109",
                say(
                    "{data} is not a whole number from {least} to {most}.",
                    data=quoted(str(data)),
                    least=least,
                    most=f"{most:,}",
                ),
                say("Write a number without decimals, such as {example}.", example=max(least, min(2, most))),
            )
        return int(value)

    return read


def listed(read: Callable[[Data, Reading], T], what: str, form: str = "") -> Callable[[Data, Reading], tuple[T, ...]]:
    """A reader of lists whose items `read` reads; `what` names the items in messages ('ids').

    `form` shows how an item is written that is no single word.
    """

    def read_list(data: Data, reading: Reading) -> tuple[T, ...]:
        if not isinstance(data, list):
            mend = say("Write [{item}].", item=data) if isinstance(data, str) and len(data) < 40 else ""
            mend = say("Write [{form}].", form=form) if form else mend
            raise refuse(
                "QW107",
                say("Found {found} where a list of {what} is expected.", found=describe(data), what=what),
                mend or say("Write the items between [ and ], with commas between them."),
                fixes=as_list(data, read, reading),
            )
        gathering = Gathering()
        items = [gathering.take((index,), read, item, reading) for index, item in enumerate(data) if item is not None]
        gathering.close()
        return tuple(item for item in items if item is not None)

    return read_list


def as_list(data: Data, read: Callable[[Data, Reading], object], reading: Reading) -> tuple[Fix, ...]:
    """The mend for a single word, without quotes, that `read` reads as an item of the list that is expected."""
    if not isinstance(data, Plain) or not LONE.fullmatch(data) or data.casefold() in NOTHING:
        return ()
    try:
        read(data, reading)
    except Refused:
        return ()
    return (Fix(f"[{data}]", len(data)),)


def choice(*known: str, what: str) -> Callable[[Data, Reading], str]:
    """A reader of one of a few words; `what` names them in messages ('kinds of model')."""

    def read(data: Data, reading: Reading) -> str:
        word = text(data, reading)
        if word not in known:
            raise refuse(
                "QW107",
                say("{word} is not one of the {what}.", word=quoted(word), what=what),
                did_you_mean(word, known, what),
                fixes=certain(word, known),
            )
        return word

    return read
