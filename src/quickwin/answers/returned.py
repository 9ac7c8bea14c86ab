"""What stands on sheets that come back: each answer read as the files would read it, every mistake told at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quickwin.answers.asking import Asked, asked, office, written
from quickwin.answers.beyond import beyond, unheaded
from quickwin.answers.worksheet import ABOUT, known_raters, same_office
from quickwin.files.sheet import ID, OFFICE, Cell, Grid, column_name, read_sheet
from quickwin.files.yaml import Data, Plain
from quickwin.finding import Finding, Place
from quickwin.say import say
from quickwin.study.problem import Gathering, did_you_mean, nearest, quoted
from quickwin.study.study import Broken, Study, Usage

Key = tuple[str, tuple[str, ...]]
"""A program's id, and the path in it of what is rated."""
MOST_TOLD = 100
"""Mistakes of one sheet that are told at most."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an office says of a program: the number (a level as its value), how YAML has it, and where it stands."""

    value: float
    text: str
    file: str
    cell: str


@dataclass(slots=True)
class Returned:
    """All that came back: the answers of each office, in the order of its sheets.

    `asked` are the programs and questions on an office's sheets, each once, and `files` those sheets; `unread` names
    the columns that belong to no question.
    """

    answers: dict[str, dict[Key, Answer]] = field(default_factory=dict)
    asked: dict[str, set[Key]] = field(default_factory=dict)
    files: dict[str, list[str]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)

    def empty(self, name: str) -> int:
        """How much of what it was asked an office has left empty, on all of its sheets."""
        return len(self.asked.get(name, set()) - self.answers[name].keys())


class Reader:
    """Reads one sheet after another: `found` is what they say, `findings` are the mistakes of all."""

    def __init__(self, study: Study) -> None:
        self.grammar = study.judge.grammar
        self.questions = {one.question.key: one for one in asked(study.judge)}
        self.measured = {leaf.key: leaf.criterion.measure for leaf in study.judge.leaves if leaf.criterion.measure}
        self.ids = [candidate.id for candidate in study.candidates]
        self.raters = known_raters(study)
        self.found = Returned()
        self.findings: list[Finding] = []
        self.file, self.told = "", 0

    def tell(self, code: str, what: str, mend: str = "", *, cell: Cell | None = None, where: str = "") -> None:
        """Keep a mistake, of a cell where one is named; after many of a sheet only that there are more."""
        self.told += 1
        if self.told == MOST_TOLD + 1:
            code, cell, what, mend = "QW102", None, say("There are more mistakes than these."), say("Mend these first.")
        if self.told <= MOST_TOLD + 1:
            at = "" if cell is None else f"{cell.name} ({where}): " if where else f"{cell.name}: "
            self.findings.append(Finding(code, Place(self.file), at + what, mend))

    def read(self, grid: Grid) -> None:
        """Read one sheet."""
        self.file, self.told = grid.file, 0
        head = grid.row_of(ID) or 0
        name = self.office_of(grid)
        columns = self.columns(grid.rows[head])
        if not columns:
            self.tell("QW106", say("There is no column of a question."), KEEP_HEADINGS)
        asked_in = range(min(columns, default=1), max(columns, default=1) + 1)
        for row, cells in grid.rows.items():
            if row > head and (wrong := beyond(grid, row, head, asked_in)):
                self.tell("QW108", *wrong)
            elif row > head:
                self.program(row, cells, columns, name)
        for column in unheaded(grid, head):
            self.found.unread.append(say("column {name} (no heading) of {file}", name=column, file=self.file))

    def office_of(self, grid: Grid) -> str:
        """Whose sheet it is; nothing where that cannot be said."""
        row = grid.row_of(OFFICE)
        cell = grid.rows[row].get(2) if row else None
        if cell is None:
            self.tell(
                "QW106",
                say("The sheet does not say whose it is."),
                say(
                    "Write “{word}” into the first cell of a row above the headings, and beside it whose.", word=OFFICE
                ),
            )
            return ""
        try:
            name = office(cell.text)
        except Usage as usage:
            self.tell("QW111", usage.message, cell=cell)
            return ""
        other = same_office(name, [*self.raters, *self.found.answers])
        if other is not None:
            what = say("There is an office {other} already, written in another way.", other=quoted(other))
            self.tell("QW204", what, say("Write {other}.", other=quoted(other)), cell=cell)
        self.found.answers.setdefault(name, {})
        self.found.files.setdefault(name, []).append(self.file)
        return name

    def columns(self, heads: dict[int, Cell]) -> dict[int, Asked]:
        """The questions of a sheet by column; columns that people have added are noted."""
        known: dict[str, int] = {}
        for column, cell in heads.items():
            key = cell.text
            if key.casefold() in ABOUT:
                continue
            if key in known:
                what = say("The column {key} stands here twice.", key=quoted(key))
                self.tell("QW104", what, say("Delete one of them."), cell=cell)
            elif key in self.questions:
                known[key] = column
            elif key in self.measured:
                what = say("{key} is measured and not judged.", key=quoted(key))
                self.tell("QW112", what, say("Delete the column."), cell=cell)
            elif nearest(key, self.questions):
                what = say("{key} is no question of this study.", key=quoted(key))
                self.tell("QW202", what, did_you_mean(key, self.questions, say("questions")), cell=cell)
            else:
                name = column_name(column)
                self.found.unread.append(say("column {name} ({key}) of {file}", name=name, key=key, file=self.file))
        return {column: self.questions[key] for key, column in known.items()}

    def program(self, row: int, cells: dict[int, Cell], columns: dict[int, Asked], name: str) -> None:
        """Read the answers about one program."""
        given = [(cells[column], question) for column, question in columns.items() if column in cells]
        first = cells.get(1)
        if first is None:
            if given:
                self.tell("QW106", say("Row {row} has answers and no program in column A.", row=row), KEEP_FIRST)
        elif first.text not in self.ids:
            what = say("There is no program {id}.", id=quoted(first.text))
            self.tell("QW204", what, did_you_mean(first.text, self.ids, say("programs")), cell=first)
        else:
            if name:
                keys = {(first.text, question.path) for question in columns.values()}
                self.found.asked.setdefault(name, set()).update(keys)
            for cell, question in given:
                self.answer(cell, question, (first.text, question.path), name)

    def answer(self, cell: Cell, question: Asked, key: Key, name: str) -> None:
        """Read one answer."""
        data, gathering = as_data(cell, question), Gathering()
        if cell.odd:
            what = say("There is {odd} here where an answer is expected.", odd=cell.odd)
            gathering.add("QW107", what, say("Type the answer: {hint}.", hint=question.question.hint))
        estimate = None if cell.odd else gathering.take((), question.read, data)
        where = say("{key} of {id}", key=question.question.key, id=key[0])
        for one in gathering.problems:
            mend = say("{mend} Leave the cell empty for “I do not know”.", mend=one.mend).strip()
            self.tell(one.code, one.what, mend, cell=cell, where=where)
        if estimate is None or not name:
            return
        answer = Answer(estimate.point, written(question, data, self.grammar), self.file, cell.name)
        before = self.found.answers[name].setdefault(key, answer)
        if before.value != answer.value:
            what = say(
                "{office} says {text} here, and {other} in {cell} of {file}.",
                office=name,
                text=answer.text,
                other=before.text,
                cell=before.cell,
                file=before.file,
            )
            self.tell("QW207", what, say("Delete one of the two."), cell=cell, where=where)


KEEP_HEADINGS = say("Leave the row that begins with “id” as it was sent.")
KEEP_FIRST = say("Leave the first column as it was sent.")


def as_data(cell: Cell, question: Asked) -> Data:
    """What a cell says, as a file would hold it; a level in other capitals is that level."""
    if question.levels:
        alike = [name for name in question.levels if name.casefold() == cell.text.casefold()]
        return alike[0] if len(alike) == 1 else cell.text
    return Plain(cell.text) if cell.is_number else cell.text


def returned(study: Study, files: Sequence[Path]) -> Returned:
    """The answers on some sheets.

    Raises:
        Broken: something on one of them cannot be read for certain; its findings are all that is wrong.
    """
    reader = Reader(study)
    for grid in map(read_sheet, files):
        if isinstance(grid, Finding):
            reader.findings.append(grid)
        else:
            reader.read(grid)
    if reader.findings:
        raise Broken(tuple(reader.findings))
    return reader.found
