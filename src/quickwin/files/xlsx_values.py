"""How the numbers of a workbook look to who reads it: as a number, a percentage or a date."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal, NamedTuple

from quickwin.files.markup import Part
from quickwin.say import say

Look = Literal["number", "percent", "date"]
PERCENTS = frozenset({9, 10})
DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The formats that every workbook knows by number: ECMA-376 part 1, 18.8.30."""
ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""What a format only shows: texts in quotes, single signs, colours and currencies."""
LONGEST = 40


class Shown(NamedTuple):
    """What a cell shows; `is_number` and `odd` as in a cell of a sheet."""

    text: str
    is_number: bool = False
    odd: str = ""


@dataclass(frozen=True, slots=True)
class Looks:
    """The look of the numbers in each style of a workbook."""

    styles: tuple[Look, ...]

    def of(self, style: str) -> Look:
        """The look of a style, by its number."""
        number = int(style) if style.isdecimal() else 0
        return self.styles[number] if number < len(self.styles) else "number"


def looks(styles: Part) -> Looks:
    """The look of each style that a workbook lists."""
    own = {
        one.attributes.get("numFmtId", ""): one.attributes.get("formatCode", "") for one in styles.elements("numFmt")
    }
    used = [one for group in styles.elements("cellXfs") for one in group.elements("xf")]
    return Looks(tuple(look(one.attributes.get("numFmtId", "0"), own) for one in used))


def look(format: str, own: dict[str, str]) -> Look:
    """The look of a number in a format, by the format's number; `own` are those that the workbook adds.

    >>> look("9", {}), look("14", {}), look("170", {"170": 'dd" "mmmm'}), look("171", {"171": '0.0" days"'})
    ('percent', 'date', 'date', 'number')
    """
    if format in own:
        code = ASIDE.sub("", own[format]).casefold().replace("general", "")
        return "percent" if "%" in code else "date" if re.search("[ymdhs]", code) else "number"
    number = int(format) if format.isdecimal() else 0
    return "percent" if number in PERCENTS else "date" if number in DATES else "number"


def shown_as(value: str, look: Look) -> Shown:
    """A number of a workbook in a look, without an exponent.

    >>> shown_as("4.4000000000000004", "number").text, shown_as("0.75", "percent").text, shown_as("45000", "date").odd
    ('4.4', '75%', 'a date')
    """
    if not value:
        return Shown("")
    if look == "date":
        return Shown(value, odd=say("a date"))
    try:
        exact = Decimal(repr(float(value)))
    except (ValueError, InvalidOperation):
        return Shown(value)
    if not exact.is_finite() or abs(exact.adjusted()) > LONGEST:
        return Shown(value)
    exact = exact * 100 if look == "percent" else exact
    digits = f"{exact.normalize():f}" if exact else "0"
    return Shown(digits + ("%" if look == "percent" else ""), is_number=True)
