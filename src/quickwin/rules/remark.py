"""What a rule has to say: where, what is wrong there and how to mend it; its code and gravity are the rule's own."""

from typing import NamedTuple

from quickwin.finding import Fix, Place


class Remark(NamedTuple):
    """One thing that a rule has found."""

    place: Place
    what: str
    mend: str
    fixes: tuple[Fix, ...] = ()
