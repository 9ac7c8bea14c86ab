"""A part of a ranking: the first few, one class, one dimension, one owner. Ranks stay those of the whole."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from quickwin.answers.rank import CLASSES
from quickwin.answers.ranking import Ranked, Ranking
from quickwin.say import say
from quickwin.study.problem import did_you_mean, quoted
from quickwin.study.study import Study, Usage


def select(
    ranking: Ranking,
    study: Study,
    *,
    classes: Sequence[str] = (),
    dimensions: Sequence[str] = (),
    owners: Sequence[str] = (),
    top: int | None = None,
) -> Ranking:
    """The programs of one of the classes, dimensions and owners given; of these the first `top`, with all tied.

    Raises:
        Usage: no program could ever be of such a class, dimension or owner.
    """
    programs = ranking.programs
    known_dimensions = {
        name: key for key, one in study.judge.criteria.dimensions.items() for name in (key, *one.aliases)
    } or {str(one.dimension): str(one.dimension) for one in programs if one.dimension}
    known_owners = {one.owner: one.owner for one in programs if one.owner}
    known_classes = {spelling: name for name in CLASSES.values() for spelling in (name.replace(" ", "-"), name)}
    choices: tuple[tuple[str, Sequence[str], dict[str, str], Callable[[Ranked], str | None]], ...] = (
        ("--class", classes, known_classes, lambda one: one.class_),
        ("--dimension", dimensions, known_dimensions, lambda one: one.dimension),
        ("--owner", owners, known_owners, lambda one: one.owner),
    )
    for option, wanted, known, of in choices:
        if wanted:
            names = {_known(option, name, known).casefold() for name in wanted}
            programs = tuple(one for one in programs if (of(one) or "").casefold() in names)
    if top is not None and len(programs) > top:
        last = programs[top - 1].rank
        programs = tuple(one for place, one in enumerate(programs) if place < top or one.rank == last)
    return replace(ranking, programs=programs)


def _known(option: str, name: str, known: dict[str, str]) -> str:
    found = {spelling.casefold(): meant for spelling, meant in known.items()}.get(name.casefold())
    if found is not None:
        return found
    mend = did_you_mean(name, known, say("names"))
    raise Usage(say("{option} {name}: there is none of this name. {mend}", option=option, name=quoted(name), mend=mend))
