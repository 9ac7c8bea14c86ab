"""Text from files is data: nothing in it may act in a terminal, a page, a notebook or the log of a CI job."""

import re
import unicodedata

INSTEAD = "\ufffd"
SPACES = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))

AT_THE_START = re.compile(r"^(\s*:):")
"""GitHub's runner takes a line that begins with two colons, behind blanks or not, for a command."""
ANYWHERE = re.compile(r"#(?=\w*\[)(?<=##)")
"""`##[error]`, `##vso[…]`, `##teamcity[…]`: other runners look for commands in the whole line."""

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""What a spreadsheet takes for the beginning of a formula."""
AFTER_SEMICOLON = re.compile(r"(;\s*)(?=[=+\-@＝＋－＠])")


def clean(text: str) -> str:
    r"""The text with each character that acts, hides or turns the line replaced by one that can be seen.

    Line breaks and tabs become a space; control characters, escape codes, lone surrogates, zero-width
    characters, those that turn the direction of writing and those that make a command of a line in a CI
    job's log become U+FFFD. Every character is replaced by exactly one, so that columns counted in the text
    still hold.

    >>> clean("red\x1b[31m\tand\u202e back"), clean("::error::no"), clean("a ##[error]no")
    ('red�[31m and� back', ':�error::no', 'a #�[error]no')
    """
    if not (text.isascii() and text.isprintable()):
        text = "".join(
            " " if one in SPACES else INSTEAD if unicodedata.category(one) in UNSEEN else one for one in text
        )
    return as_line(ANYWHERE.sub(INSTEAD, text) if "##" in text else text)


def as_line(text: str) -> str:
    """A piece of cleaned text that a line begins with, so that it is no command in a CI job's log.

    >>> as_line("  ::warning::no"), as_line("a::b")
    ('  :�warning::no', 'a::b')
    """
    return AT_THE_START.sub(rf"\1{INSTEAD}", text) if "::" in text else text


def harmless(text: str) -> str:
    """The cleaned text, which no spreadsheet takes for a formula, whether it parts cells by commas or by semicolons.

    >>> harmless("=1+1"), harmless("a;-b"), harmless("a-b")
    ("'=1+1", "a;'-b", 'a-b')
    """
    begins = FORMULA.match(text) or text.startswith(("\t", "\r"))
    return ("'" if begins else "") + AFTER_SEMICOLON.sub(r"\1'", clean(text))
