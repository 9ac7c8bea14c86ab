"""Which sheets go out to the offices, and what stands on each."""

import re
from collections.abc import Callable, Iterator, Sequence

from quickwin.answers.asking import Asked, asked, digits, office
from quickwin.files.delimited import write_delimited
from quickwin.files.sheet import ID, Sheet
from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.program import Program
from quickwin.study.study import Study, Usage

ABOUT = (ID, "program", "dimension", "owner", "about")
LONGEST_ABOUT = 200
LONGEST_FILE = 80
RESERVED_FILES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def worksheets(study: Study, offices: Sequence[str], *, form: str = "csv", readiness: bool = False) -> dict[str, bytes]:
    """A sheet for each office, by the name of its file; `form` is csv or xlsx.

    What the office itself has said already stands on it, and nothing that others have said.

    Raises:
        Usage: a name cannot be that of an office, or nothing is judged here.
        ModuleNotFoundError: openpyxl, which writes xlsx, is not installed.
    """
    questions = asked(study.judge, readiness=readiness)
    if not questions:
        raise Usage(say("No criterion here is judged: each is measured by a field of the programs."))
    names = list(dict.fromkeys(map(office, offices)))
    for name in names:
        other = same_office(name, [*known_raters(study), *(one for one in names if one != name)])
        if other is not None:
            raise Usage(
                say("Is {name} the same as {other}? Write it in one way.", name=quoted(name), other=quoted(other))
            )
    write = writer(form)
    files: dict[str, bytes] = {}
    taken: set[str] = set()
    for name in names:
        files[f"{file_name(name, taken)}.{form}"] = write(sheet(study, name, questions))
    return files


def writer(form: str) -> Callable[[Sheet], bytes]:
    """What writes sheets in a form."""
    if form == "xlsx":
        from quickwin.files.workbook import write_workbook  # noqa: PLC0415  # needs openpyxl, which is slow to import

        return write_workbook
    return write_delimited


def file_name(name: str, taken: set[str]) -> str:
    """The name of an office's file, which any system allows and no other office has; it is then taken.

    >>> taken = set()
    >>> file_name("Dinas PU: air", taken), file_name("dinas pu/air", taken), file_name("con", taken)
    ('Dinas-PU-air', 'dinas-pu-air-2', 'office-con')
    """
    slug = re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip(".-")[:LONGEST_FILE] or "office"
    slug = f"office-{slug}" if RESERVED_FILES.fullmatch(slug) else slug
    found, count = slug, 1
    while found.casefold() in taken:
        count += 1
        found = f"{slug}-{count}"
    taken.add(found.casefold())
    return found


def sheet(study: Study, name: str, questions: Sequence[Asked]) -> Sheet:
    """The sheet of one office."""
    programs = [candidate for candidate in study.candidates if candidate.asked]
    return Sheet(
        name,
        study.title or say("Scores for programs"),
        ABOUT,
        tuple(one.question for one in questions),
        tuple(
            (
                (one.id, *about(one.program)),
                tuple(said(question, one.program, name, study) for question in questions),
            )
            for one in programs
        ),
        tuple(how()),
        study.judge.grammar.decimal,
    )


def about(program: Program) -> tuple[str, str, str, str]:
    """What a program is, in the words of its file: its name, dimension, owner, and problem or target."""
    text = " ".join((program.problem or program.target_group or "").split())
    short = text if len(text) <= LONGEST_ABOUT else text[: LONGEST_ABOUT - 1].rstrip() + "…"
    return program.name, program.dimension or "", program.owner or "", short


def said(question: Asked, program: Program, name: str, study: Study) -> str:
    """What an office has said of a program already: a level by its name, a number with a point; else nothing."""
    stated = question.stated(program)
    raters = (stated.keys or {}).get("raters") if stated else None
    given = raters.get(name) if isinstance(raters, dict) else None
    return "" if given is None else spoken(question, given, study)


def spoken(question: Asked, given: Data, study: Study) -> str:
    """A rater's number as a sheet has it."""
    return str(given) if question.levels else digits(question, given, study.judge.grammar)


def how() -> Iterator[str]:
    """How a sheet is filled in."""
    yield say(
        "One row is one program; the columns on the right are questions. Write your score into each cell of them."
    )
    yield say("Below each question stands how it is answered; scores between whole numbers are allowed.")
    yield say(
        "Leave a cell empty if you do not know. Empty is no zero: the scores of the other offices then count alone."
    )
    yield say("Score by yourself, before you talk with other offices: where you differ is what the meeting is for.")
    yield say("Leave the first column and the row that begins with “id” as they are. Rows may be sorted.")
    yield say("Save the file under its name and send it back.")


def known_raters(study: Study) -> list[str]:
    """Everybody who has rated anything that raters are asked, in the order of the files."""
    questions = asked(study.judge)
    estimates = (one.stated(candidate.program) for candidate in study.candidates for one in questions)
    return list(dict.fromkeys(name for one in estimates if one for name, _ in one.raters))


def same_office(name: str, others: Sequence[str]) -> str | None:
    """Another way in which the same office is written, as far as only capitals and blanks differ."""
    folded = "".join(name.casefold().split())
    return next((one for one in others if one != name and "".join(one.casefold().split()) == folded), None)
