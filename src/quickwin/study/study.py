"""A study: how to judge and what there is to judge, read and found sound."""

from dataclasses import dataclass, field
from typing import Any

from quickwin.cleaning import clean
from quickwin.files.yaml import Data, Document
from quickwin.finding import Finding, Path, Place
from quickwin.study.context import Context
from quickwin.study.criteria import Criteria
from quickwin.study.criterion import Leaf
from quickwin.study.problem import Problem
from quickwin.study.program import Program
from quickwin.study.quantity import Grammar


class Broken(Exception):
    """The files have errors: what is wrong with them, in order of place."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(clean(f"{one.place}: {one.what} {one.mend}".rstrip()) for one in findings))
        self.findings = findings


class Usage(Exception):
    """The command was called in a way that cannot work: a sentence, or findings about its options."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        lines = [f"{one.place}: {one.what} {one.mend}".rstrip() for one in findings]
        super().__init__("\n".join(map(clean, [message] if message else lines)))
        self.message = message
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Overlay:
    """criteria.yaml's data with settings of the command line in it, and the option that set each path."""

    data: Data
    options: dict[Path, str] = field(default_factory=dict)

    def option(self, path: Path) -> str | None:
        """The option that wrote the value at a path, if one did."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.options:
                return self.options[path[:length]]
        return None


@dataclass(frozen=True, slots=True)
class Source:
    """A document and where in it something stands, so that each of its values has a place."""

    document: Document
    path: Path = ()
    overlay: Overlay | None = None

    def place(self, path: Path = (), *, key: bool = False) -> Place:
        """The place of the value at a path below, or of its key; the option that wrote it, if one did."""
        option = self.overlay.option(self.path + path) if self.overlay else None
        return Place(option, path=path) if option else self.document.place(self.path + path, key=key)

    def finding(self, problem: Problem) -> Finding:
        """The finding that a problem below is."""
        place = self.place(problem.path, key=problem.at_key)
        return Finding(problem.code, place, problem.what, problem.mend, fixes=problem.fixes if place.line else ())


@dataclass(frozen=True, slots=True)
class Judge:
    """How to judge: criteria.yaml and its context, with what was set for this run."""

    criteria: Criteria
    context: Context
    grammar: Grammar
    leaves: tuple[Leaf, ...]
    source: Source
    context_source: Source | None
    set: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A program that can be judged, and where it was read from.

    `asked` is false where it is known only so that others can depend on it.
    """

    id: str
    program: Program
    source: Source
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Skipped:
    """A program that was left out, since it has errors or depends on one that has; its id where that is known."""

    file: str
    id: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Silent:
    """A file in the folder of programs that holds none: it says nothing, or has a name that is not read."""

    place: Place
    empty: bool


@dataclass(frozen=True, slots=True)
class Study:
    """What the files say: how to judge, and the candidates in the order of their files.

    `inputs` holds the SHA-256 of every file read, by its path from criteria.yaml's folder; `contexts` the context
    that the study is judged in and, where files are checked, those that lie beside it; `silent` the places of files
    that may have been meant as programs and say nothing, with the reason. It is `complete` where every program of its
    files, asked for or not, could be read and is among the candidates.
    """

    judge: Judge
    candidates: tuple[Candidate, ...]
    inputs: dict[str, str]
    skipped: tuple[Skipped, ...] = ()
    findings: tuple[Finding, ...] = ()
    contexts: tuple[tuple[Context, Source], ...] = ()
    silent: tuple[Silent, ...] = ()
    complete: bool = True
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out of the study once, for all who ask."""

    @property
    def title(self) -> str:
        """What the study is called."""
        return self.judge.criteria.title or self.judge.context.name or ""

    def __bool__(self) -> bool:
        return True

    def __len__(self) -> int:
        return sum(candidate.asked for candidate in self.candidates)

    def __repr__(self) -> str:
        return clean(f"<Study {self.title!r}: {len(self)} programs>")
