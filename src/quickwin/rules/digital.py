"""Which programs ask for a phone or a connection."""

from quickwin.rules.words import word_in
from quickwin.study.checks import Checks
from quickwin.study.program import Program


def digital_by(program: Program, checks: Checks) -> str | None:
    """The word of its name, or else the enabler that it needs, by which a program is digital; None if it is not."""
    last = checks.nested[-1] if checks.nested else None
    return word_in(program.name, checks.digital) or (last if last in program.needs else None)
