"""Other methods as tables: how near each is to ours and why it differs, and every program's rank by each."""

from collections.abc import Iterator

from quickwin.answers.method_words import CAUSES
from quickwin.answers.methods import TOP, Comparison, Method
from quickwin.say import counted, say
from quickwin.table import Column, Row, Table

SHORT = {
    "local_sum": say("Sum"),
    "topsis": "TOPSIS",
    "vikor": "VIKOR",
    "promethee": say("PROM."),
    "rice": "RICE",
    "wsjf": "WSJF",
    "usg": "USG",
}


def tables(comparison: Comparison) -> tuple[Table, ...]:
    """The methods, then the ranks of the programs by each."""
    return by_method(comparison), by_program(comparison)


def by_method(comparison: Comparison) -> Table:
    """A row for each method, with its first programs; why each differs stands below."""
    first = [id for id, rank in comparison.ranks.items() if rank <= TOP]
    rows = [Row((say("ours"), None, None, listed(tuple(first), comparison)), "good")]
    rows += [
        Row((one.title, one.tau_b, CAUSES.get(one.cause), listed(one.top, comparison))) for one in comparison.methods
    ]
    return Table(
        say("Other methods on the same data"),
        (
            Column("method", say("Method")),
            Column("tau_b", "τ_b", "number"),
            Column("cause", say("Differs most by")),
            Column("top", say("First")),
        ),
        tuple(rows),
        lead=tuple(lead(comparison)),
        notes=tuple(notes(comparison)),
    )


def listed(ids: tuple[str, ...], comparison: Comparison) -> str:
    """The first programs by name, and how many more tie with them."""
    names = "; ".join(comparison.names[id] for id in ids[:TOP])
    return names + (say(" and {n} more", n=len(ids) - TOP) if len(ids) > TOP else "")


def lead(comparison: Comparison) -> Iterator[str]:
    """That ours stays the answer, and what to make of the others."""
    yield say("Ours stays the answer; the others are a cross-check.")
    yield say(
        "Our score is a share of benefit, measured against fixed ends of the scales, so that adding or dropping a "
        "program changes no other's, unless that one depends on it."
    )
    turned = comparison.reversal
    if turned:
        yield say(
            "Not so where scales run from the worst candidate to the best: without {dropped}, the weighted sum with "
            "local scales would put {lower} before {higher}, though nothing of these two has changed.",
            dropped=turned.dropped,
            lower=turned.lower,
            higher=turned.higher,
        )
    yield say("τ_b (Kendall) is 1 for the same order as ours, 0 for one that has nothing to do with it, −1 reversed.")


def notes(comparison: Comparison) -> Iterator[str]:
    """Why each method differs, and what was put in where the files say nothing."""
    yield from (said(one) for one in comparison.methods)
    yield say(
        "The first four are given all that our score reads. Time weighs {time:.0%} there and the criteria {rest:.0%}.",
        time=comparison.weight_of_time,
        rest=1 - comparison.weight_of_time,
    )
    if comparison.without_cost == len(comparison.ranks) > 0:
        yield say("RICE: no program states a cost; planned months stand in.")
    elif comparison.without_cost:
        yield say(
            "RICE: {programs} no cost; planned months stand in, each at the others' median cost of a month.",
            programs=counted(comparison.without_cost, say("program states"), say("programs state")),
        )
    yield say("USG: the marks are worked out of our numbers. The room's own votes are not in the files.")


def said(method: Method) -> str:
    """A method's title and why it differs."""
    return say("{title}: {why}", title=method.title, why=method.why)


def by_program(comparison: Comparison) -> Table:
    """A row for each program in our order, with its rank by each method."""
    return Table(
        say("Ranks by each method"),
        (
            Column("rank", "#", "count"),
            Column("name", say("Program")),
            *(Column(one.method, SHORT[one.method], "count") for one in comparison.methods),
        ),
        tuple(
            Row((rank, comparison.names[id], *(one.ranks[id] for one in comparison.methods)))
            for id, rank in comparison.ranks.items()
        ),
    )
