"""The agreement of raters as tables: on each criterion, what to talk about first, and how each rater stands."""

from collections.abc import Iterable

from quickwin.answers.agree import MODERATE, STRONG
from quickwin.answers.agreed import Agreement, Apart
from quickwin.answers.wording import beside, joined
from quickwin.say import counted, say
from quickwin.table import Column, Row, Table

SHOWS = 0.05
"""Points that are shown: fewer would read as 0.0."""
LEAST_P = 0.001

NOTHING = say("nothing to compare")
NEAR = say("near, but too few to be sure")

ACCORDS = (
    Column("title", "Criterion"),
    Column("raters", "Raters", "count"),
    Column("programs", "Programs", "count", spare=1),
    Column("w", "W"),
    Column("p", "By chance"),
    Column("agreement", "Agreement"),
)
TALK = (
    Column("name", "Program"),
    Column("title", "Question"),
    Column("lowest", "Lowest"),
    Column("highest", "Highest"),
    Column("points", "Points", "points"),
    Column("classes", "Class turns", spare=1),
)
RATERS = (
    Column("name", "Rater"),
    Column("given", "Numbers given", "count"),
    Column("with_others", "Like the others"),
    Column("among_others", "Others among themselves"),
)


def tables(found: Agreement, *, top: int) -> tuple[Table, ...]:
    """The agreement as people read it."""
    if not found.raters:
        nobody = say(
            "No program has raters. Send sheets to the offices: quickwin worksheet --for OFFICE --for OTHER; "
            "read what comes back: quickwin worksheet --read FOLDER"
        )
        return (Table(found.title, notes=(nobody,)),)
    return (accords(found), talk(found, top), raters(found))


def accords(found: Agreement) -> Table:
    """How far the raters agree on each question and overall."""
    every = [*found.criteria, found.overall]
    rows = tuple(
        Row(
            (one.title, len(one.raters), one.programs, as_shown(one.w), chance(one.p), one.agreement),
            "held" if one.agreement == say("no more than chance") else "plain",
        )
        for one in every
    )
    return Table(say("How far the raters agree: {title}", title=found.title), ACCORDS, rows, notes=tuple(notes(found)))


def as_shown(w: float | None) -> str | None:
    """A W with two decimals, or as many as show on which side it is of the limits of the words for it."""
    if w is None:
        return None
    return max((beside(w, limit, least=2) for limit in (MODERATE, STRONG)), key=len)


def decimals(number: float | None) -> str | None:
    """A coefficient with two decimals."""
    return None if number is None else f"{number:.2f}".replace("-", "−")


def chance(p: float | None) -> str | None:
    """How often chance alone gives as much."""
    if p is None:
        return None
    return say("under {least}%", least=f"{100 * LEAST_P:g}") if p < LEAST_P else f"{100 * p:.1f}%"


def notes(found: Agreement) -> Iterable[str]:
    """What is said below the table of agreement."""
    yield say(
        "W is 1 where all put the programs in the same order, and near 0 where their orders have nothing in common; "
        "“by chance”: how often raters who score at random come as near."
    )
    if any(one.agreement == NOTHING for one in (*found.criteria, found.overall)):
        yield say("“{nothing}”: fewer than two raters, or than three programs that all of them rated.", nothing=NOTHING)
    unclear = [one.title for one in found.criteria if one.agreement == say("no more than chance")]
    if any(one.agreement == NEAR for one in (*found.criteria, found.overall)):
        yield say("“{near}”: a strong agreement, which chance gives too where raters and programs are few.", near=NEAR)
    if unclear:
        yield say("Before the scores, talk about what is meant by: {titles}.", titles=joined(unclear))
    yield from unlike(found)
    out = [
        say("{names} on “{title}”", names=joined(list(one.left_out)), title=one.title)
        for one in found.criteria
        if one.left_out
    ]
    if out:
        yield say("Not compared, as they rated less than half: {who}.", who=joined(out))
    yield from not_overall(found)


def not_overall(found: Agreement) -> Iterable[str]:
    """The raters who are not compared on all criteria together, and of how many programs they scored all of them."""
    out = [
        say("{name} (of {programs})", name=one.name, programs=counted(one.complete, say("program"), say("programs")))
        for one in found.raters
        if one.name in found.overall.left_out
    ]
    if out:
        yield say(
            "Not compared on all criteria together, as they scored all criteria of less than half of the programs: "
            "{who}.",
            who=joined(out),
        )


def unlike(found: Agreement) -> Iterable[str]:
    """The raters who order unlike all others, each with where, and without judgement."""
    for rater in found.raters:
        where = [say("“{title}”", title=one.title) for one in found.criteria if rater.name in one.unlike]
        if rater.unlike or where:
            yield say(
                "{name} puts the programs in another order than all others do ({where}). It may know what they do not, "
                "or read a scale in another way: ask. This does not say who is right.",
                name=rater.name,
                where=say("on all criteria together") if rater.unlike else say("on {titles}", titles=joined(where)),
            )


def talk(found: Agreement, top: int) -> Table:
    """What the room should talk about first."""
    shown = [one for one in found.talk if one.points >= SHOWS]
    rows = tuple(
        Row(
            (
                one.name,
                one.title,
                who(one.lowest, one.lowest_by),
                who(one.highest, one.highest_by),
                one.points,
                turning(one),
            ),
            "held" if one.turns else "plain",
        )
        for one in shown[:top]
    )
    return Table(say("Talk about these first"), TALK if rows else (), rows, notes=tuple(below(found, shown, top)))


def who(said: str, names: tuple[str, ...]) -> str:
    """What was said, and by whom."""
    return say("{said}: {names}", said=said, names=", ".join(names))


def turning(one: Apart) -> str | None:
    """The two classes between which a program turns."""
    return say("{one} → {other}", one=one.classes[0], other=one.classes[1]) if one.turns else None


def below(found: Agreement, shown: list[Apart], top: int) -> Iterable[str]:
    """What is said below the pairs to talk about."""
    if not shown:
        yield say("Nowhere do two raters lie so far apart that a score would move.")
        return
    yield say("Points: how far the program's score moves between the two, all else staying as it is.")
    if len(shown) > top:
        more = counted(len(shown) - top, say("more pair moves"), say("more pairs move"))
        yield say("{more} a score too; --top {all} shows all.", more=more, all=len(shown))
    turns = list(dict.fromkeys(one.name for one in found.talk if one.turns))
    if turns:
        names = (
            joined(turns[:6])
            if len(turns) <= 6
            else say("{names} and {n} more", names=", ".join(turns[:6]), n=len(turns) - 6)
        )
        yield say("On who is right depends the class of: {names}.", names=names)


def raters(found: Agreement) -> Table:
    """How each rater stands to the others."""
    rows = tuple(
        Row(
            (one.name, one.given, decimals(one.with_others), decimals(one.among_others)),
            "held" if one.unlike else "plain",
        )
        for one in found.raters
    )
    said = say(
        "“Like the others”: the mean rank correlation of a rater's order of the programs with theirs, from −1 (turned "
        "round) through 0 (nothing in common) to 1 (the same)."
    )
    nobody = say("Nobody is compared with the others, since there is no W of all criteria together.")
    return Table(say("The raters"), RATERS, rows, notes=(said,) if found.overall.w is not None else (nobody,))
