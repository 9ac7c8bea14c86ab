"""What a study's robustness says in sentences."""

from collections.abc import Iterator, Sequence

from quickwin.answers.deciding import Decides, Turn
from quickwin.answers.robustness import Robustness
from quickwin.answers.wording import joined
from quickwin.say import counted, say

SURE = 0.95
"""From this chance on something is called sure, and below what is left of it unlikely."""
MOST_NAMED = 6
WAYS = {
    "around": "each weight within ±{spread:.0%} of its own",
    "order": "weights of any size in the order of criteria.yaml",
    "any": "any weights at all",
    "intervals": "weights from their ranges in criteria.yaml",
}


def lead(result: Robustness) -> Iterator[str]:
    """What was drawn, and how exact that is."""
    drawn = [say(WAYS[result.weights], spread=result.spread or 0.0)]
    if result.ranges:
        drawn.append(counted(result.ranges, say("number from its range"), say("numbers from their ranges")))
    if result.unstated:
        drawn.append(counted(result.unstated, say("that nobody stated"), say("that nobody stated")))
    if result.raters:
        drawn.append(say("{raters} anew", raters=counted(len(result.raters), say("rater"), say("raters"))))
    yield say(
        "{draws} draws: {drawn}. Shares are within ±{width:.1f} points of 100 (95%).",
        draws=f"{result.draws:,}".replace(",", "\u00a0"),
        drawn=joined(drawn),
        width=100 * result.half_width,
    )
    if result.stopped:
        yield say("Stopped before all draws were made.")
    elif result.precision is not None and result.half_width >= result.precision:
        yield say("That is the most draws there may be; the precision asked for was not met.")


def notes(result: Robustness) -> Iterator[str]:
    """Who always wins, who hangs in the balance, who never does, and what the room should know beside it."""
    yield from balance(result)
    yield first_place(result)
    yield from close(result)
    yield from in_other_form(result)
    if result.points:
        yield counted(
            result.points,
            say("assumed number has no range, so nothing here shows what a mistake in it would change."),
            say("assumed numbers have no range, so nothing here shows what a mistake in them would change."),
        )
    for one in result.skipped:
        yield say(
            "Left out: {file}{id}. {reason}", file=one.file, id=f" ({one.id})" if one.id else "", reason=one.reason
        )


def balance(result: Robustness) -> Iterator[str]:
    """The quick wins by how sure they are."""
    sure = [one for one in result if one.quick_win >= SURE]
    open_ = sorted((one for one in result if 1 - SURE < one.quick_win < SURE), key=lambda one: -one.quick_win)
    if sure:
        yield say("A quick win in nearly every draw: {names}.", names=named([one.name for one in sure]))
    else:
        yield say("No program is a quick win in nearly every draw.")
    if open_:
        each = [say("{name} ({share:.0%})", name=one.name, share=one.quick_win) for one in open_]
        yield say("In the balance: {names}.", names=named(each))
    rest = len(result) - len(sure) - len(open_)
    if rest:
        yield say(
            "Hardly ever one, in at most {share:.0%} of the draws: {programs}.",
            share=1 - SURE,
            programs=counted(rest, say("program"), say("programs")) if sure or open_ else say("all of them"),
        )


def named(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    if len(names) <= MOST_NAMED:
        return joined(list(names))
    return joined([*names[: MOST_NAMED - 1], say("{n} more", n=len(names) - MOST_NAMED + 1)])


def first_place(result: Robustness) -> str:
    """Who is first, and how often."""
    by_chance = sorted(result, key=lambda one: -one.first)
    best = by_chance[0]
    if best.first >= SURE:
        return say("{name} is first in {share:.0%} of the draws.", name=best.name, share=best.first)
    others = [one for one in by_chance[1:4] if one.first > 1 - SURE]
    each = [say("{name} in {share:.0%}", name=one.name, share=one.first) for one in (best, *others)]
    return say("The first place is open: {names} of the draws.", names=joined(each))


def close(result: Robustness) -> Iterator[str]:
    """The pairs among the first that are most in doubt."""
    first = {one.id: one.name for one in result.programs[: 2 * result.top]}
    pairs = [pair for pair in result.pairs if pair.above in first and pair.below in first]
    pairs.sort(key=lambda pair: abs(pair.wins - 0.5))
    for pair in pairs[:2]:
        yield say(
            "{above} is ahead of {below} in {share:.0%} of the draws.",
            above=first[pair.above],
            below=first[pair.below],
            share=pair.wins,
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
        names=joined([names[one.id] for one in form[: result.top]]),
    )


def turn(one: Decides, result: Robustness) -> str | None:
    """The nearest turn that a weight brings, in words."""
    kinds = ((one.first, "first"), (one.top, "top"), (one.quick_wins, "quick wins"))
    found = [(turn, kind) for span, kind in kinds for turn in (span.below, span.above) if turn]
    if not found:
        return None
    nearest, _ = min(found, key=lambda pair: abs(pair[0].share - one.share))
    return what_turns(nearest, result)


def what_turns(turn: Turn, result: Robustness) -> str:
    """What happens at a turn."""
    names = {program.id: program for program in result}
    program = names[turn.program]
    if turn.passes is not None:
        return say(
            "at {share:.1%} {program} passes {passed}",
            share=turn.share,
            program=program.name,
            passed=names[turn.passes].name,
        )
    if program.class_ == "quick win":
        return say("at {share:.1%} {program} is no quick win any more", share=turn.share, program=program.name)
    return say("at {share:.1%} {program} becomes a quick win", share=turn.share, program=program.name)


def on_weights(result: Robustness) -> Iterator[str]:
    """The weight that decides soonest."""
    turning = [one for one in result.deciding.weights if one.nearest < 1]
    if not turning:
        yield say("No single weight turns the first place, the top or the quick wins, wherever it is put.")
        return
    one = min(turning, key=lambda weight: weight.nearest)
    found = [turn for span in (one.first, one.top, one.quick_wins) for turn in (span.below, span.above) if turn]
    nearest = min(found, key=lambda turn: abs(turn.share - one.share))
    yield say(
        "If the weight of {title} {moves} from {now:.1%} to {then:.1%}{group}, {what}.",
        title=result.titles.get(one.criterion, one.criterion),
        moves=say("rises") if nearest.share > one.share else say("falls"),
        now=one.share,
        then=nearest.share,
        group=say(" of its group") if one.group else "",
        what=what_turns(nearest, result).partition("% ")[2],
    )
    yield say("Its siblings give way, or gain, in proportion. A share is that of the criterion's own group.")


def on_knowledge(result: Robustness) -> Iterator[str]:
    """What knowing would bring, and where to begin."""
    known, names = result.knowledge, {one.id: one.name for one in result}
    numbers = [one for one in known.numbers if one.program is not None]
    yield say(
        "The best {count} programs by expected score have {points:.1f} points together. Knowing everything before "
        "choosing would add {gain:.2f} ± {error:.2f}.",
        count=min(result.top, len(result)),
        points=known.expected,
        gain=known.everything.gain,
        error=2 * known.everything.error,
    )
    if numbers:
        first = numbers[0]
        yield say(
            "Ask first for {path} of {program}: knowing it would add {gain:.2f} ± {error:.2f} points.",
            path=first.path,
            program=names.get(first.program or "", first.program),
            gain=first.gain,
            error=2 * first.error,
        )
    yield say("± is twice the standard error. A number not listed would add nothing to speak of.")
