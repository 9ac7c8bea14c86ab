"""What is said of a plan in sentences."""

from collections.abc import Iterator

from quickwin.answers.planned import FromTheTop, Planned
from quickwin.answers.ranked_table import changed
from quickwin.answers.wording import joined, priced
from quickwin.say import counted, say

A_TRIFLE = 0.05
"""Points that would read as 0.0."""


def lead(result: Planned) -> Iterator[str]:
    """What was changed for this run, and what that costs against the best."""
    asked = [*(changed(path, value) for path, value in result.set.items()), *result.wishes]
    if not asked:
        return
    words = ", ".join(asked)
    if result.against is None or result.benefit is None:
        yield say("With {words}.", words=words)
        return
    yield say("With {words}: {against}", words=words, against=compared(result))


def compared(result: Planned) -> str:
    """What a plan is worth against the best one without what was asked."""
    against, mine = result.against, result.benefit or 0.0
    if against is None or against.benefit is None:
        return say("without it no plan is possible.")
    difference = mine - against.benefit
    if not against.comparable:
        sentence = say("points are then something else, so that only the programs can be compared.")
    elif abs(difference) < A_TRIFLE:
        sentence = say("it costs nothing against the best plan without it ({best:.1f} points).", best=against.benefit)
    elif difference < 0:
        sentence = say(
            "it costs {points:.1f} points against the best plan without it ({best:.1f}).",
            points=-difference,
            best=against.benefit,
        )
    else:
        sentence = say(
            "it brings {points:.1f} points more than the best plan without it ({best:.1f}).",
            points=difference,
            best=against.benefit,
        )
    comes, goes = ([result.names.get(id, id) for id in ids] for ids in (against.comes, against.goes))
    if comes:
        sentence += say(" New in the plan: {names}.", names=joined(comes))
    if goes:
        sentence += say(" No longer in it: {names}.", names=joined(goes))
    return sentence


def headline(result: Planned) -> str:
    """What the plan brings, and how sure it is that none is better."""
    if result.benefit is None:
        return say("Within the time allowed no plan was found, nor was it shown that there is none. Allow more time.")
    if not result.programs:
        return say("The best plan is to choose nothing: no program brings anything within what binds.")
    n = counted(len(result), say("program brings"), say("programs bring"))
    money = priced(result.spent, result.money)
    if result.status == "optimal":
        return say(
            "{n} {benefit:.1f} points for {money}; no plan within the same limits brings more.",
            n=n,
            benefit=result.benefit,
            money=money,
        )
    more = say("{gap:.1%}", gap=result.gap) if result.gap is not None else say("an unknown share")
    return say(
        "{n} {benefit:.1f} points for {money}. Time was up: this is the best plan found, and a better one could bring "
        "up to {more} more.",
        n=n,
        benefit=result.benefit,
        money=money,
        more=more,
    )


def legend(result: Planned) -> Iterator[str]:
    """What the signs of the calendar mean, and what a point is."""
    if not result.programs:
        return
    lifted = any(share is not None and share - one.alone > 1e-9 for one in result for share in one.coverage)
    signs = say("░ at work, ▓ felt")
    if lifted:
        signs += say(", █ felt by more people, since others of the plan bring power, internet and the like")
    yield say(
        "{signs}. 100 points are what an ideal program would bring from the first day to the end of {last}.",
        signs=signs,
        last=result.calendar.spoken(result.calendar.horizon - 1),
    )


def notes(result: Planned) -> Iterator[str]:
    """What is said below the calendar."""
    unlocked = sum(one.unlocked for one in result)
    if unlocked >= A_TRIFLE:
        yield say(
            "{points:.1f} of the points are there only because other programs bring power, internet and the like.",
            points=unlocked,
        )
    if result.from_the_top is not None and result.benefit is not None and result.programs:
        yield by_rank(result, result.from_the_top, result.benefit)
    yield from result.notes
    yield from not_read(result)


def not_read(result: Planned) -> Iterator[str]:
    """Which files were left out, and why."""
    for one in result.skipped:
        id = f" ({one.id})" if one.id else ""
        yield say("Left out: {file}{id}. {reason}", file=one.file, id=id, reason=one.reason)


def by_rank(result: Planned, top: FromTheTop, benefit: float) -> str:
    """What taking the ranking from the top would have given."""
    mine = {one.id for one in result}
    only_there = [result.names[id] for id in top.ids if id not in mine]
    short = say("; but this does not hold then: {what}", what=joined(list(top.short))) if top.short else ""
    if benefit - top.benefit < A_TRIFLE and not short:
        same = say(": the same programs") if not only_there else ""
        return say("Taking the ranking from the top, as long as each fits, brings as much{same}.", same=same)
    share = top.benefit / benefit if benefit else 1.0
    other = say(" It would take {names} instead.", names=joined(only_there)) if only_there else ""
    return say(
        "Taking the ranking from the top, as long as each fits, brings {points:.1f} points, {share:.0%} of it"
        "{short}.{other}",
        points=top.benefit,
        share=share,
        short=short,
        other=other,
    )
