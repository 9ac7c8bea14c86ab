"""What a study's robustness says in sentences."""

from collections.abc import Iterator, Sequence

from quickwin.answers.robustness import Robust, Robustness
from quickwin.answers.wording import joined
from quickwin.engine.simulation import left_open
from quickwin.say import counted, say

SURE = 0.95
"""From this chance on something is called sure, and below what is left of it unlikely."""
MOST_NAMED = 6
ENOUGH = 100
"""Draws below which quantiles are no matter for a sentence."""
EXACT = 5e-4
"""A half-width that shows with one decimal of a percentage."""
PLACES = 12
"""Characters in the picture of a program's ranks."""
WAYS = {
    "around": "each weight times {low:.0%} to {high:.0%}, then all brought back to 100%",
    "order": "any weights that keep the order of the stated ones, from the largest to the smallest",
    "any": "any weights at all",
    "intervals": "weights from their ranges in criteria.yaml",
}


def lead(result: Robustness) -> Iterator[str]:
    """What was drawn, and how exact that is."""
    many, drawn = result.drawn, [ways(result)]
    if many.ranges:
        drawn.append(counted(many.ranges, say("number from its range"), say("numbers from their ranges")))
    if many.rated:
        raters = counted(len(result.raters), say("rater"), say("raters"))
        numbers = counted(many.rated, say("number"), say("numbers"))
        drawn.append(say("{raters} drawn anew for {numbers}", raters=raters, numbers=numbers))
    if many.unstated:
        drawn.append(counted(many.unstated, say("number that nobody stated"), say("numbers that nobody stated")))
    yield say("{draws}: {drawn}.", draws=draws_of(result), drawn="; ".join(drawn))
    exact = min(left_open(result.half_width, result.draws), 1.0)
    if exact >= EXACT:
        yield say(
            "Percentages are exact to ±{width:.1f}, 19 times in 20; mistakes in the files are not counted in.",
            width=100 * exact,
        )
    if result.stopped:
        yield say("Stopped before all draws were made.")
    elif result.precision is not None and result.half_width >= result.precision:
        yield say("That is the most draws there may be; the precision asked for was not met.")
    if len(result) > PLACES:
        yield say("One mark in the picture of the ranks stands for {n} of them.", n=-(-len(result) // PLACES))


def draws_of(result: Robustness) -> str:
    """How many draws there were."""
    number = f"{result.draws:,}".replace(",", "\u00a0")
    return say("1 draw") if result.draws == 1 else say("{number} draws", number=number)


def ways(result: Robustness) -> str:
    """How weights were drawn."""
    if result.spread == 0:
        return say("weights as they are stated")
    spread = result.spread or 0.0
    return say(WAYS[result.weights], low=1 - spread, high=1 + spread)


def notes(result: Robustness) -> Iterator[str]:
    """Which quick wins hold, which do not, and what the room should know beside it."""
    yield from balance(result)
    yield first_place(result)
    yield from close(result)
    yield from hopeful(result)
    yield from in_other_form(result)
    if result.drawn.points:
        yield counted(
            result.drawn.points,
            say("assumed number has no range, so nothing here shows what a mistake in it would change."),
            say("assumed numbers have no range, so nothing here shows what a mistake in them would change."),
        )
    for one in result.skipped:
        yield say(
            "Left out: {file}{id}. {reason}", file=one.file, id=f" ({one.id})" if one.id else "", reason=one.reason
        )


def balance(result: Robustness) -> Iterator[str]:
    """Which of the quick wins hold, and which other programs may be one."""
    wins = [one for one in result if one.class_ == "quick win"]
    sure = [one for one in wins if one.quick_win >= SURE]
    yield of_wins(len(wins), [one.name for one in sure])
    unsure = by_chance([one for one in wins if one.quick_win < SURE])
    if unsure:
        yield say("Not sure to be one: {names}.", names=named(unsure))
    others = [one for one in result if one.class_ != "quick win"]
    often = by_chance([one for one in others if one.quick_win >= SURE])
    if often:
        yield say(
            "None as the numbers stand, but one in at least {share} of the draws: {names}.",
            share=chance(SURE),
            names=named(often),
        )
    open_ = by_chance([one for one in others if 1 - SURE < one.quick_win < SURE])
    if open_:
        yield say("None as the numbers stand, but one in some of the draws: {names}.", names=named(open_))
    rest = len(others) - len(open_) - len(often)
    if rest:
        yield say(
            "Hardly ever one, in at most {share} of the draws: {programs}.",
            share=chance(1 - SURE),
            programs=counted(rest, say("program"), say("programs")),
        )


def of_wins(many: int, sure: Sequence[str]) -> str:
    """How many of the quick wins hold."""
    if not many:
        return say("No program is a quick win as the numbers stand; “quickwin rank” shows what holds each of them.")
    wins = say("The one quick win") if many == 1 else say("Of {many} quick wins", many=many)
    if many == 1:
        ending = say("holds in at least {share} of the draws", share=chance(SURE))
        broken = say("does not hold in {share} of the draws", share=chance(SURE))
        return say("{wins} {ending}{names}.", wins=wins, ending=ending if sure else broken, names=_listed(sure))
    if not sure:
        return say("{wins}, none holds in {share} of the draws.", wins=wins, share=chance(SURE))
    hold = counted(len(sure), say("holds"), say("hold"))
    return say(
        "{wins}, {hold} in at least {share} of the draws{names}.",
        wins=wins,
        hold=hold,
        share=chance(SURE),
        names=_listed(sure),
    )


def _listed(names: Sequence[str]) -> str:
    return f": {named(names)}" if names else ""


def chance(share: float) -> str:
    """A chance in percent; what is not quite sure, or not quite impossible, does not look so.

    >>> chance(0.9978), chance(0.5), chance(0.0)
    ('more than 99%', '50%', '0%')
    """
    shown = f"{share:.0%}"
    if shown == "100%" and share < 1:
        return say("more than 99%")
    return say("less than 1%") if shown == "0%" and share > 0 else shown


def by_chance(programs: Sequence[Robust]) -> list[str]:
    """Programs with their chance to be a quick win, the highest first."""
    ordered = sorted(programs, key=lambda one: -one.quick_win)
    return [say("{name} ({share})", name=one.name, share=chance(one.quick_win)) for one in ordered]


def hopeful(result: Robustness) -> Iterator[str]:
    """The programs whose stated score lies above nearly all draws."""
    found = [one for one in result if round(one.score - one.interval[1], 1) > 0]
    if found and result.draws >= ENOUGH:
        each = [say("{name} ({score:.1f})", name=one.name, score=one.score) for one in found]
        yield say(
            "Hopeful as stated, above nineteen of twenty draws: {names}. What they rest on may turn out worse by more "
            "than better.",
            names=named(each),
        )


def named(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    if len(names) <= MOST_NAMED:
        return joined(list(names))
    return joined([*names[: MOST_NAMED - 1], say("{n} more", n=len(names) - MOST_NAMED + 1)])


def first_place(result: Robustness) -> str:
    """Who is first, and how often."""
    contenders = for_first(result)
    if len(contenders) == 1:
        best = contenders[0]
        return say("{name} is first in {share} of the draws.", name=best.name, share=chance(best.first))
    each = [say("{name} in {share}", name=one.name, share=chance(one.first)) for one in contenders]
    return say("The first place is open: {names} of the draws.", names=joined(each))


def for_first(result: Robustness) -> list[Robust]:
    """The programs that may well be first, the likeliest first."""
    ordered = sorted(result, key=lambda one: -one.first)
    others = [one for one in ordered[1:4] if one.first > 1 - SURE and ordered[0].first < SURE]
    return [ordered[0], *others]


def close(result: Robustness) -> Iterator[str]:
    """The pairs among the first that are most in doubt, beside those of whom the first place has spoken."""
    first, told = {one.id: one.name for one in result.programs[: 2 * result.top]}, {one.id for one in for_first(result)}
    pairs = [pair for pair in result.pairs if {pair.above, pair.below} <= first.keys()]
    pairs = [pair for pair in pairs if not {pair.above, pair.below} <= told]
    pairs.sort(key=lambda pair: abs(pair.wins - 0.5))
    for pair in pairs[:2]:
        yield say(
            "{above} is ahead of {below} in {share} of the draws.",
            above=first[pair.above],
            below=first[pair.below],
            share=chance(pair.wins),
        )


def in_other_form(result: Robustness) -> Iterator[str]:
    """The first programs if reach were judged in the other way."""
    form = result.other_form
    if not form:
        return
    names = {one.id: one.name for one in result}
    yield say(
        "If reach {other}, the first would be: {names}.",
        other=say("added to the other criteria in place of multiplying them")
        if result.reach_multiplies
        else say("multiplied the other criteria in place of adding to them"),
        names=joined([say("{name} ({score:.1f})", name=names[one.id], score=one.score) for one in form[: result.top]]),
    )
