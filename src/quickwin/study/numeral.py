"""Digits with their separators: `1.200.000,50` to an exact number and back, without the words around it."""

import re
from decimal import Decimal
from fractions import Fraction

WHOLE = "(?:0|[1-9][0-9]*)"
FIRST_GROUP = "[1-9][0-9]{0,2}"
READABLE = {
    ",": re.compile(rf"(?P<groups>{FIRST_GROUP}(?:\.[0-9]{{3}})+(?:,[0-9]+)?)|{WHOLE}(?P<part>[.,][0-9]+)?"),
    ".": re.compile(rf"(?P<groups>{FIRST_GROUP}(?:,[0-9]{{3}})+(?:\.[0-9]+)?)|{WHOLE}(?P<part>\.[0-9]+)?"),
}
THREE_AFTER_COMMA = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
THREE_AFTER_DOT = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
GROUP_DIGITS = 3
SAFE_DIGITS = 6
"""Up to this many digits a single dot between thousands could be taken for a decimal, so none is written."""


def value_of(digits: str, decimal: str) -> Fraction | None:
    """The exact value of digits with separators, or None where it cannot be known for certain.

    Args:
        digits: ASCII digits, dots and commas.
        decimal: the mark before decimals, "," or "."; the other joins groups of three.

    >>> value_of("1.200.000,50", ","), value_of("0.5", ","), value_of("1,200", ",")
    (Fraction(2400001, 2), Fraction(1, 2), None)
    """
    match = READABLE[decimal].fullmatch(digits)
    if match is None or (decimal == "," and THREE_AFTER_COMMA.fullmatch(digits)):
        return None
    if match["groups"]:
        digits = digits.replace("." if decimal == "," else ",", "")
    return Fraction(digits.replace(",", "."))


def is_sound_elsewhere(digits: str, decimal: str) -> bool:
    """Whether digits with groups of thousands are sound where the other mark stands before decimals.

    >>> is_sound_elsewhere("1,200,000", ","), is_sound_elsewhere("1,200.5", ","), is_sound_elsewhere("1,2.5", ",")
    (True, True, False)
    """
    match = READABLE["." if decimal == "," else ","].fullmatch(digits)
    return match is not None and match["groups"] is not None


def as_thousands(digits: str, decimal: str) -> str | None:
    """Digits whose one kind of mark joins thousands, written so that they can mean nothing else; None for others.

    >>> as_thousands("1,200", ","), as_thousands("1,20", ",")
    ('1200', None)
    """
    if not THOUSANDS.fullmatch(digits) or {",", "."} <= set(digits):
        return None
    return spell(Decimal(digits.replace(",", "").replace(".", "")), decimal)


def as_decimal(digits: str, decimal: str) -> str | None:
    """Digits whose one mark stands before decimals, written so that they can mean nothing else; None for others.

    >>> as_decimal("1,200", ","), as_decimal("1,200,000", ",")
    ('1,2', None)
    """
    if len(re.findall("[.,]", digits)) != 1:
        return None
    return spell(Decimal(digits.replace(",", ".")), decimal)


def is_dotted_decimal(digits: str) -> bool:
    """Whether a single dot stands before decimals, and not between groups of three: `1.5`, not `1.200`."""
    match = READABLE[","].fullmatch(digits)
    return match is not None and bool(match["part"]) and "." in digits


def spell(value: Decimal, decimal: str, *, group: bool = False) -> str:
    """The digits of a finite number, which `value_of` reads back exactly, without an exponent.

    Args:
        value: the number.
        decimal: the mark before decimals, "," or ".".
        group: join thousands also where, written alone and without quotes in YAML, that could be taken for a
            decimal: `12.000`. Not needed beyond a million: `1.200.000` can mean one thing only.

    >>> spell(Decimal("12000"), ","), spell(Decimal("1234567.5"), ","), spell(Decimal("1.234"), ",")
    ('12000', '1.234.567,5', '1,2340')
    """
    whole, _, fraction = f"{abs(value):f}".partition(".")
    fraction = fraction.rstrip("0")
    sign = "-" if value < 0 else ""
    joiner = "." if decimal == "," else ","
    if group or fraction or joiner == "," or len(whole) > SAFE_DIGITS:
        whole = f"{int(whole):,}".replace(",", joiner)
    if not fraction:
        return sign + whole
    if THREE_AFTER_COMMA.fullmatch(f"{whole}{decimal}{fraction}"):
        fraction += "0"
    return f"{sign}{whole}{decimal}{fraction}"


def readings(digits: str, decimal: str) -> list[str]:
    """What digits that cannot be read for certain may mean, each written so that it can mean nothing else.

    >>> readings("1,200", ","), readings("1.2.3", ","), readings("0777", ","), readings("1,200.50", ",")
    (['1200', '1,2'], ['123', '12,3'], ['777', '0,777'], ['1.200,5'])
    """
    parts = re.split("[.,]", digits.strip(".,"))
    whole = "".join(parts)
    if not whole:
        return []
    meant = [Decimal(whole)]
    if digits[0] in ".,":
        meant.insert(0, Decimal(f"0.{whole}"))
    elif len(parts) == 1:
        meant += [Decimal(f"0.{whole[1:]}")] if whole[0] == "0" and len(whole) > 1 else []
    else:
        last_is_decimal = Decimal("".join(parts[:-1]) + "." + parts[-1])
        marks = [mark for mark in digits if mark in ".,"]
        if len(set(marks)) > 1:
            meant = [last_is_decimal]
        elif len(marks) == 1 or not all(len(part) == GROUP_DIGITS for part in parts[1:]):
            meant.append(last_is_decimal)
    return list(dict.fromkeys(spell(value, decimal) for value in meant))
