"""Pieces of sentences: counts with their nouns, lists of names, ranks."""

from quickwin.say import say


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many}"


def joined(names: list[str]) -> str:
    """Names as a sentence lists them: a, b and c."""
    return say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)


def place(rank: int) -> str:
    """A rank in words: 1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if rank % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}" if rank else say("not ranked")
