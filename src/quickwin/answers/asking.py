"""What raters are asked: the criteria that somebody judges and the items of readiness, each scale in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from quickwin.cleaning import FORMULA, clean
from quickwin.files.quoting import quoted as as_yaml
from quickwin.files.sheet import Question
from quickwin.files.yaml import Data
from quickwin.finding import at_path
from quickwin.say import say
from quickwin.study.criterion import Leaf
from quickwin.study.estimate import Estimate
from quickwin.study.named import RESERVED
from quickwin.study.problem import quoted
from quickwin.study.program import Program
from quickwin.study.quantity import Grammar, Kind, write
from quickwin.study.readiness import score
from quickwin.study.reading import Reading
from quickwin.study.scalar import number
from quickwin.study.scale import Ends
from quickwin.study.study import Judge, Usage

Path = tuple[str, ...]
MOST_STEPS = 20
"""Whole steps of a scale that are proposed in a list at most."""
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """What raters are asked about each program: its path in the program, its column, and how an answer is read.

    `read` gives the answer as an estimate does, a level as its value, readiness as its place on the scale. `leaf` is
    the criterion, None for readiness; `levels` are the names of a scale of levels.
    """

    path: Path
    question: Question
    read: Callable[[Data], Estimate | None]
    kind: Kind
    leaf: Leaf | None = None
    levels: tuple[str, ...] = ()

    def stated(self, program: Program) -> Estimate | None:
        """What a program states about it; None where it states nothing, or only for several of its kind at once."""
        if self.leaf:
            return program.impact.get(self.leaf.key)
        stated: object = program.readiness
        for key in self.path[1:]:
            stated = stated.get(key) if isinstance(stated, dict) else None
        return stated if isinstance(stated, Estimate) else None


def asked(judge: Judge, *, readiness: bool = True) -> tuple[Asked, ...]:
    """The criteria that no field of a program measures, then what is asked about readiness, in the file's order."""
    reading = Reading(grammar=judge.grammar)
    of_criteria = [of_leaf(leaf, reading) for leaf in judge.leaves if leaf.criterion.measure is None]
    return (*of_criteria, *(of_readiness(judge, reading) if readiness else ()))


def of_leaf(leaf: Leaf, reading: Reading) -> Asked:
    """What is asked on a criterion."""
    scale, title, note = leaf.scale, leaf.title, leaf.criterion.note or ""
    read = lambda data: scale.read(data, reading)  # noqa: E731  # a reader with its scale
    path = ("impact", leaf.key)
    if scale.levels:
        names = tuple(scale.levels)
        question = Question(leaf.key, title, " / ".join(names), note, names, only=True)
        return Asked(path, question, read, Kind.SCORE, leaf, names)
    if scale.ends:
        question = on_scale(leaf.key, title, note, scale.ends, reading)
        return Asked(path, question, read, Kind.SCORE, leaf)
    worst, best = sorted((scale.points[0], scale.points[-1]), key=lambda point: point[1])
    words = [write(end[0] * scale.divisor, Kind.NUMBER, reading.grammar) for end in (worst, best)]
    hint = say("a number; {worst} or beyond is worst, {best} or beyond best", worst=words[0], best=words[1])
    return Asked(path, Question(leaf.key, title, hint, note), read, Kind.NUMBER, leaf)


def of_readiness(judge: Judge, reading: Reading) -> Iterator[Asked]:
    """What is asked about readiness: each item, a pillar that has none, or readiness as such."""
    ready = judge.criteria.readiness
    read = partial(score, reading=reading, ends=ready.scale)
    paths: list[Path] = [
        ("readiness", key, *item)
        for key, pillar in ready.pillars.items()
        for item in (tuple((one,) for one in pillar.items) or ((),))
    ]
    for path in paths or [("readiness",)]:
        title = say("Readiness: {what}", what=path[-1]) if len(path) > 1 else say("Readiness")
        yield Asked(path, on_scale(at_path(path), title, ready.note or "", ready.scale, reading), read, Kind.SCORE)


def on_scale(key: str, title: str, note: str, ends: Ends, reading: Reading) -> Question:
    """A question that is answered by a score between two ends."""
    low, high = min(ends), max(ends)
    words = [write(end, Kind.NUMBER, reading.grammar) for end in ends]
    hint = say("{worst} (worst) … {best} (best)", worst=words[0], best=words[1])
    is_whole = low == int(low) and high == int(high) and high - low <= MOST_STEPS
    steps = tuple(map(str, range(int(low), int(high) + 1))) if is_whole else ()
    return Question(key, title, hint, note, steps, low=low, high=high)


def written(asked: Asked, data: Data, grammar: Grammar) -> str:
    """An answer that has been read, as YAML text: a level by its name, else a number."""
    return as_yaml(str(data)) if asked.levels else digits(asked, data, grammar)


def digits(asked: Asked, data: Data, grammar: Grammar) -> str:
    """A number that has been read, with a point before its decimals and without an exponent; % stays."""
    value, percent = number(data, asked.kind, grammar)
    exact = (Decimal(repr(value)) * (100 if percent else 1)).normalize()
    return (f"{exact:f}" if exact else "0") + ("%" if percent else "")


def office(name: str) -> str:
    """The name of an office, as it stands among raters.

    Raises:
        Usage: it cannot be the name of a rater.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or clean(name) != name or FORMULA.match(name) or name in RESERVED:
        raise Usage(
            say(
                "{name} cannot be the name of an office. Write a name of at most {most} letters, such as Diskominfo.",
                name=quoted(name),
                most=LONGEST_NAME,
            )
        )
    return name
