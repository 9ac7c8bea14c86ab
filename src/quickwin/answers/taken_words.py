"""What is said when sheets come back: who sent what, and which numbers give way to it."""

from collections.abc import Iterator, Sequence

from quickwin.answers.returned import Returned
from quickwin.answers.taken import Replaced, Taken
from quickwin.answers.wording import joined
from quickwin.say import counted, say


def came_back(found: Returned) -> Iterator[str]:
    """How much each office says, and what was not read."""
    for name, answers in found.answers.items():
        scores = counted(len(answers), say("score"), say("scores"))
        files = found.files.get(name, [])
        on = say(", on {n} sheets: {files}", n=len(files), files=joined(files)) if len(files) > 1 else ""
        yield say(
            "{office}: {scores}, {empty} left empty{on}.", office=name, scores=scores, empty=found.empty(name), on=on
        )
    for column in found.unread:
        yield say("Not read: {column}.", column=column)


def gives_way(taken: Taken, *, replace: bool, only_show: bool) -> Iterator[str]:
    """Which numbers give way, and which only would; of those that a patch shows only what it would need."""
    assumed = [] if only_show else [one for one in taken.replaced if one.assumed]
    stated = [] if only_show and replace else [one for one in taken.replaced if not one.assumed]
    if assumed:
        yield say("Assumed numbers that give way to raters:")
        yield from by_program(assumed)
    if stated:
        yield (
            say("Stated numbers that give way to raters:")
            if replace
            else say("Stated numbers that give way to raters with --replace only:")
        )
        yield from by_program(stated)


def by_program(replaced: Sequence[Replaced]) -> Iterator[str]:
    """What gives way, a line for each program."""
    programs: dict[str, list[str]] = {}
    for one in replaced:
        programs.setdefault(one.id, []).append(say("{path} {was}", path=one.path.removeprefix("impact."), was=one.was))
    yield from (say("  {id}: {numbers}", id=id, numbers=", ".join(numbers)) for id, numbers in programs.items())


def outcome(taken: Taken, found: Returned) -> str:
    """What was written."""
    if not any(found.answers.values()):
        return say("Nothing was written: no score stands in what was read.")
    if not taken.texts:
        return say("Nothing was written: the files say all of this already.")
    numbers = counted(taken.written, say("score"), say("scores"))
    return say(
        "Written: {numbers} into {files}.", numbers=numbers, files=counted(len(taken.texts), say("file"), say("files"))
    )
