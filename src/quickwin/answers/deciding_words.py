"""What turns the order, and what is worth finding out, in sentences."""

from collections.abc import Iterator

from quickwin.answers.deciding import Decides, Range, Turn
from quickwin.answers.robustness import Robustness
from quickwin.answers.wording import joined
from quickwin.answers.worth import Known
from quickwin.say import say

MOST_ASKED = 3
WORTH_ASKING = 0.02
"""Of what it would be worth to know everything, the share below which a number is not worth asking for."""


def turns_of(one: Decides) -> list[Turn]:
    """All that a weight turns, the nearest first."""
    found = [turn for span in (one.first, one.top, one.quick_wins) for turn in ends_of(span)]
    return sorted(found, key=lambda turn: distance(turn, one))


def ends_of(span: Range) -> list[Turn]:
    """What turns at either end of a span."""
    return [turn for turn in (span.below, span.above) if turn]


def distance(turn: Turn, one: Decides) -> float:
    """How far a weight must move to a turn, as a change of its share."""
    return abs(turn.share - one.share)


def nearest_turn(one: Decides, result: Robustness) -> str | None:
    """The nearest turn that a weight brings, in words."""
    found = turns_of(one)
    if not found:
        return None
    return say("at {share} {what}", share=percent(found[0].share, one.share), what=what_turns(found[0], result))


def percent(share: float, now: float) -> str:
    """A share with as many decimals as tell it from another one, one at least."""
    for digits in range(1, 5):
        shown = f"{share:.{digits}%}"
        if shown != f"{now:.{digits}%}":
            return shown
    return f"{share:.1%}"


def what_turns(turn: Turn, result: Robustness) -> str:
    """What happens at a turn."""
    program = result[turn.program]
    if turn.passes is not None:
        return say("{program} passes {passed}", program=program.name, passed=result[turn.passes].name)
    if program.class_ == "quick win":
        return say("{program} is no quick win any more", program=program.name)
    return say("{program} becomes a quick win", program=program.name)


def on_weights(result: Robustness) -> Iterator[str]:
    """The weight that decides soonest, and that which decides the first place soonest."""
    weights = result.deciding.weights
    turns = [(turn, one) for one in weights for turn in turns_of(one)]
    firsts = [(turn, one) for one in weights for turn in ends_of(one.first)]
    if not turns:
        yield say("No single weight turns the first place, the top or the quick wins, wherever it is put.")
        return
    told = min(turns, key=lambda pair: distance(*pair))
    yield sentence(*told, result)
    if firsts:
        first = min(firsts, key=lambda pair: distance(*pair))
        if first != told:
            yield say("The first place turns soonest so: {sentence}", sentence=sentence(*first, result))
    yield say("Its siblings give way, or gain, in proportion. A share is that of the criterion's own group.")


def sentence(turn: Turn, one: Decides, result: Robustness) -> str:
    """One turn of one weight as a sentence."""
    title = result.titles.get(one.criterion, one.criterion)
    if distance(turn, one) < 5e-6:
        return say(
            "As the weights stand they are level: the slightest change of {title} decides whether {what}.",
            title=title,
            what=what_turns(turn, result),
        )
    return say(
        "If the weight of {title} {moves} from {now} to {then}{group}, {what}.",
        title=title,
        moves=say("rises") if turn.share > one.share else say("falls"),
        now=percent(one.share, turn.share),
        then=percent(turn.share, one.share),
        group=say(" of its group") if one.group else "",
        what=what_turns(turn, result),
    )


def on_knowledge(result: Robustness) -> Iterator[str]:
    """What is chosen by the expected scores, what knowing would bring, and where to begin."""
    known, count = result.knowledge, min(result.top, len(result))
    if count == len(result):
        yield (
            say("There is only one program, so there is nothing to choose.")
            if count == 1
            else say("There are no more programs than are chosen, {count}, so there is nothing to choose.", count=count)
        )
        return
    best = sorted(result, key=lambda one: -one.expected_score)[:count]
    each = [say("{name} ({score:.1f})", name=one.name, score=one.expected_score) for one in best]
    together = say(", {points:.1f} together", points=known.expected) if count > 1 else ""
    yield say("Best by the mean of their scores: {names}{together}.", names=joined(each), together=together)
    gain, error = known.everything.gain, 2 * known.everything.error
    if not known.numbers:
        yield say("No single number would change that choice; knowing all of them would add {gain:.2f}.", gain=gain)
        return
    yield say("Knowing everything before choosing would add {gain:.2f} ± {error:.2f} points.", gain=gain, error=error)
    numbers = [one for one in known.numbers if one.program is not None]
    if numbers:
        yield ask_first(numbers, result)
    yield say("± is twice the standard error. A number not listed would add nothing to speak of.")


def ask_first(numbers: list[Known], result: Robustness) -> str:
    """The numbers to ask for first: the best, and those that may well be as good."""
    best = numbers[0]
    if best.gain < 2 * best.error:
        if best.gain + 2 * best.error < WORTH_ASKING * result.knowledge.everything.gain:
            return say("No number of a program is worth asking for; it is the weights that decide.")
        return say("Too few draws to tell which number to ask for first.")
    level = [one for one in numbers if best.gain - one.gain < 2 * (best.error**2 + one.error**2) ** 0.5][:MOST_ASKED]
    each = [say("{path} of {program}", path=one.path, program=result[one.program or ""].name) for one in level]
    if len(each) == 1:
        return say("Ask first for {number}: knowing it would add {gain:.2f} points.", number=each[0], gain=best.gain)
    least, most = f"{min(one.gain for one in level):.2f}", f"{best.gain:.2f}"
    gain = most if least == most else say("{least} to {most}", least=least, most=most)
    return say(
        "Ask first for one of these, as the draws do not tell them apart: {numbers}. Each would add {gain} points.",
        numbers="; ".join(each),
        gain=gain,
    )
