"""Dates as people say them: “1 September 2022”, “Desember 2027”, “12-2027”."""

import re

MONTHS = (
    ("january", "januari", "jan"),
    ("february", "februari", "pebruari", "feb"),
    ("march", "maret", "mar"),
    ("april", "apr"),
    ("may", "mei"),
    ("june", "juni", "jun"),
    ("july", "juli", "jul"),
    ("august", "agustus", "aug", "agu", "agt", "ags"),
    ("september", "sep", "sept"),
    ("october", "oktober", "oct", "okt"),
    ("november", "nopember", "nov", "nop"),
    ("december", "desember", "dec", "des"),
)
NUMBERS = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
NAMED = re.compile(r"(?:([0-9]{1,2})\.? )?([^\W\d_]+)\.?(?: |, )?([0-9]{4})?")
NUMBERED = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})|([0-9]{4})[-/. ]([0-9]{1,2})")


def spelled(text: str) -> str:
    """The year, month and day that a text says, as files have them; as much of them as it says, else nothing.

    >>> spelled("1 September 2022"), spelled("Des. 2027"), spelled("12/2027"), spelled("30 November"), spelled("soon")
    ('2022-09-01', '2027-12', '2027-12', '11-30', '')
    """
    if found := NAMED.fullmatch(text.strip()):
        day, month, year = found[1], NUMBERS.get(found[2].casefold()), found[3]
        return "-".join(filter(None, (year, f"{month:02}", f"{int(day):02}" if day else ""))) if month else ""
    if found := NUMBERED.fullmatch(text.strip()):
        month, year = int(found[1] or found[4]), found[2] or found[3]
        return f"{year}-{month:02}" if 1 <= month <= len(MONTHS) else ""
    return ""
