"""Hostile texts: what each is, in which file it stands, and which errors are told; none where it is only large."""

from collections.abc import Callable
from dataclasses import dataclass

HUGE = 4 * 1024 * 1024
"""The most that is read of a file."""
PROGRAM = b"name: Books\ndimension: society\ntime_to_benefit: 6\n"
CRITERIA = (
    b"criteria:\n  reach: {weight: 30, worst: 1, best: 5}\n  ease: {weight: 40, worst: 1, best: 5}\n"
    b"  equity: {weight: 30, levels: {none: 0, some: 0.4, most: 1}}\ndimensions: {society: {}, economy: {}}\n"
    b"readiness: {pillars: {structure: {items: [people, budget]}, suprastructure: {items: [policy]}}}\n"
    b"budget_opens: {next: 2023-01-01}\nstart: 2022-09-01\ncontext: contexts/place.yaml\n"
)
CONTEXT = b"name: Place\nfacts:\n  population: {value: 436079, unit: people, year: 2022, source: BPS}\n"
IN = {"program": "programs/books.yaml", "criteria": "criteria.yaml", "context": "contexts/place.yaml"}
SOUND = {"program": PROGRAM, "criteria": CRITERIA, "context": CONTEXT}


@dataclass(frozen=True)
class Case:
    """A hostile text, the codes of the errors that are told of it, those of its comments too, and whose text it is."""

    title: str
    text: Callable[[], bytes]
    codes: str = ""
    role: str = "program"


def filled(piece: bytes, size: int = HUGE) -> bytes:
    """A piece again and again, up to a size."""
    return piece * (size // len(piece))


def bomb(fold: int, levels: int) -> bytes:
    """Lists of aliases of lists of aliases: billion laughs with a fold of 10 and nine levels."""
    first = b"a0: &a0 [" + b", ".join([b"lol"] * fold) + b"]\n"
    return first + b"".join(
        b"a%d: &a%d [%s]\n" % (level, level, b", ".join([b"*a%d" % (level - 1)] * fold)) for level in range(1, levels)
    )


def numbered(line: bytes, count: int, size: int = HUGE) -> bytes:
    """A line with %d again and again, each with a number of its own, within a size."""
    whole = b"".join(line % number for number in range(count))
    return whole[: whole.rfind(b"\n", 0, size) + 1]


def deep(levels: int) -> bytes:
    """Keys each further in than the one above."""
    return b"note:\n" + b"".join(b" " * level + b"a:\n" for level in range(1, levels))


def programs(count: int, line: bytes = b"", first: bytes = b"") -> bytes:
    """Programs, each with a line more, in which %d is its number, and something behind its id."""
    each = b"---\nid: a%d" + first + b"\n" + PROGRAM + line
    return b"".join(each.replace(b"%d", b"%d" % number) for number in range(count))


def chain(count: int) -> bytes:
    """Programs of which each depends on the next, but for the last."""
    links = (b"---\nid: a%d\n%sdepends_on: [a%d]\n" % (n, PROGRAM, n + 1) for n in range(count - 1))
    return b"".join(links) + b"---\nid: a%d\n" % (count - 1) + PROGRAM


def after(text: bytes, role: str = "program") -> Callable[[], bytes]:
    """A text behind a sound one."""
    return lambda: SOUND[role] + text


def put(number: bytes) -> Callable[[], bytes]:
    """criteria.yaml with another number as its first weight."""
    return lambda: CRITERIA.replace(b"30", number, 1)


NUMBERS = {
    "5,000 digits": b"1" * 5000,
    "5,000 decimals": b"0." + b"3" * 5000,
    ".nan": b".nan",
    ".inf": b".inf",
    "-.inf": b"-.inf",
    "1e400": b"1e400",
    "0x41": b"0x41",
    "0o17": b"0o17",
    "0777": b"0777",
    "1_000": b"1_000",
    "190:20:30": b"190:20:30",
    "100,000 dots": b"1" + b".000" * 100_000,
    "1 divided by 0": b"1/0",
    "a million signs": b"'" + b"-" * 1_000_000 + b"1'",
    "a million blanks": b"'1" + b" " * 1_000_000 + b"x'",
    "Arabic digits": "١٢".encode(),
}
"""What stands where a number is expected, and is refused."""

SILENCE = b"# quickwin: ignore[QW401]\n"
KPI = b"- {name: a, unit: b}\n"

CASES = (
    Case("billion laughs", after(bomb(10, 10)), "QW103"),
    Case("quadratic blow-up", after(b"a: &a [" + b"x, " * 50_000 + b"]\nb: [" + b"*a, " * 50_000 + b"]\n"), "QW103"),
    Case("an alias in each program", lambda: filled(b"---\nname: &a N\nid: *a\n"), "QW102 QW106 QW206"),
    Case("100,000 brackets", after(b"note: " + b"[" * 100_000), "QW103"),
    Case("100,000 braces", after(b"note: " + b"{a: " * 100_000), "QW103"),
    Case("100,000 dashes", lambda: b"- " * 100_000, "QW103"),
    Case("100,000 question marks", lambda: b"? " * 100_000, "QW103"),
    Case("100,000 bars", after(b"note: " + b"|\n" * 100_000), "QW102"),
    Case("deep by indentation", after(deep(2800)), "QW103"),
    Case("NUL", after(b"note: a\0b\n"), "QW102"),
    Case("NULs alone", lambda: bytes(HUGE), "QW101"),
    Case("not UTF-8", after(b"note: caf\xe9\n"), "QW101"),
    Case("overlong UTF-8", after(b"note: \xc0\xaf\n"), "QW101"),
    Case("a surrogate in UTF-8", after(b"note: \xed\xa0\x80\n"), "QW101"),
    Case("UTF-16 LE with its mark", lambda: b"\xff\xfe" + PROGRAM.decode().encode("utf-16-le"), "QW101"),
    Case("UTF-16 BE with its mark", lambda: b"\xfe\xff" + PROGRAM.decode().encode("utf-16-be"), "QW101"),
    Case("UTF-16 LE", lambda: PROGRAM.decode().encode("utf-16-le"), "QW101"),
    Case("UTF-16 BE", lambda: PROGRAM.decode().encode("utf-16-be"), "QW101"),
    Case("UTF-32 LE", lambda: PROGRAM.decode().encode("utf-32-le"), "QW101"),
    Case("UTF-32 BE with its mark", lambda: b"\0\0\xfe\xff" + PROGRAM.decode().encode("utf-32-be"), "QW101"),
    Case("UTF-8 with its mark", lambda: b"\xef\xbb\xbf" + PROGRAM),
    Case("two marks", lambda: b"\xef\xbb\xbf" * 2 + PROGRAM, "QW102"),
    Case("one byte too many", lambda: PROGRAM + b"#" * HUGE, "QW101"),
    Case("escape codes", after(b"note: \x1b[31mred\x1b[0m\n"), "QW102"),
    Case("a line of 4 MB", after(b"note: " + b"x" * (HUGE - 100))),
    Case("a mistake behind a line of 4 MB", after(b"note: [" + b"x" * (HUGE - 200) + b"]]\n"), "QW102"),
    Case("a million words in a line", after(b"note: " + b"ab " * 1_000_000)),
    Case("a million comments", after(b"#\n" * 1_000_000)),
    Case("a million blank lines", after(b"\n" * 1_000_000 + b"note: x\n")),
    Case("a key half a million times", lambda: b"a:\n" * 500_000, "QW102 QW104"),
    Case("400,000 keys", after(numbered(b"a%d:\n", 400_000)), "QW103"),
    Case("400,000 keys in braces", after(b"note: {" + numbered(b"a%d,\n", 400_000) + b"}\n"), "QW103"),
    Case("100,000 unknown keys", after(numbered(b"a%d: 1\n", 100_000)), "QW102 QW105"),
    Case("100,000 phases", lambda: PROGRAM[:-2] + b"\n" + numbered(b"  a%d: 1\n", 100_000)),
    Case("20,000 KPIs", after(b"kpi:\n" + KPI * 20_000)),
    Case("100,000 needs", after(b"needs:\n" + numbered(b"- a%d\n", 100_000)), "QW102 QW203"),
    Case("100,000 depends_on", after(b"depends_on:\n" + numbered(b"- a%d\n", 100_000)), "QW102 QW204"),
    Case("100,000 anchors", after(b"note: [" + numbered(b"&a%d x,\n ", 100_000) + b"]\n"), "QW107"),
    Case("600,000 tags", after(b"note: [" + b"!x a, " * 600_000 + b"]\n"), "QW102 QW103"),
    Case("%TAG again and again", lambda: numbered(b"%%TAG !a%d! b\n", 200_000) + b"---\n" + PROGRAM, "QW103"),
    Case("%TAG behind comments", lambda: b"# a\n" * 500_000 + b"%TAG ! b\n---\n" + PROGRAM, "QW103"),
    Case("% behind a text", after(b"note: |\n  a\n%b\n" * 100), "QW103"),
    Case("a key of 1 MB", after(b"k" * 1_000_000 + b": 1\n"), "QW102"),
    Case("a key of 1 MB behind a question mark", after(b"? " + b"k" * 1_000_000 + b"\n: 1\n"), "QW105"),
    Case("keys of 1,000 letters", after(numbered(b"a" * 1000 + b"%d: 1\n", 4000)), "QW102 QW105"),
    Case("3,000 programs", lambda: programs(3_000)),
    Case("10,001 programs", lambda: programs(10_001), "QW103"),
    Case("3,000 programs in a chain", lambda: chain(3_000)),
    Case("10,000 programs in a circle", lambda: chain(10_000) + b"depends_on: [a0]\n", "QW205"),
    Case("10,000 of one id", lambda: programs(10_000).replace(b"---\nid: a", b"---\nid: a #"), "QW102 QW206"),
    Case("20,000 comments that silence", after(SILENCE * 20_000), "QW115"),
    Case("a comment that silences in each program", lambda: programs(2_000, first=b" " + SILENCE[:-1]), "QW115"),
    Case("a comment with 100,000 codes", after(b"# quickwin: ignore[" + b"QW999, " * 100_000 + b"]\n"), "QW116"),
    Case("a comment that does not end", after(b"# quickwin: ignore[" + b"QW999, " * 500_000 + b"\n"), "QW116"),
    Case("hashes in one line", after(b"note: '" + b" #" * 1_000_000 + b"' " + SILENCE), "QW115"),
    Case("comments between values", after(b"note: [\n" + (b"a, " + SILENCE) * 100_000 + b"]\n"), "QW107"),
    Case("errors that are silenced", lambda: programs(2_000, b"x%d: 1 # quickwin: ignore[QW105]\n"), "QW102"),
    *(Case(f"beneficiaries: {title}", after(b"beneficiaries: " + text), "QW108") for title, text in NUMBERS.items()),
    *(Case(f"weight: {title}", put(text), "QW108", "criteria") for title, text in NUMBERS.items()),
)
