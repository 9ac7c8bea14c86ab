"""Studies written by a grammar: YAML, our keys and our numbers, right and wrong mixed, in every way to write them.

By hand, for longer: `python -m tests.grammar SEED COUNT`, from the checkout, with `src` on PYTHONPATH.
"""

import contextlib
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random

from tests.grammar_words import (
    CONTEXT,
    CRITERIA,
    LISTED,
    NUMBERS,
    PROGRAM,
    RARE,
    TEXTS,
    TROUBLE,
    WRONG,
    Group,
    Items,
    Kind,
)
from tests.hostile.expecting import sound_report

from quickwin.checking.check import check
from quickwin.checking.mending import Mended, mend
from quickwin.checking.report import Report
from quickwin.checking.rulebook import check_of
from quickwin.finding import CHOICES
from quickwin.study.load import load
from quickwin.study.study import Broken

COMMENTS = (
    " # why", " #", " # quickwin: ignore[QW501]", " # quickwin: ignore[QW105, QW9]", " # quickwin: ignore[]", "# glued",
    " # é\u202e “x”", " ##[error]no", "\t# tab",
)  # fmt: skip
HEADS = ("# quickwin: ignore[QW501, QW405, QW511]\n", "# quickwin: ignore[QW512] why\n# and how\n", "#!x\n\n", "\n")
DOCUMENT_MARKS = ("---\n", "--- # next\n", "...\n---\n", "---\n---\n", "--- ")
OTHERS = "contexts/other.yaml"
"""A context that the study does not use: `check` reads it, and `load` does not."""


class Writer:
    """Writes data in ways drawn at random; `wild` is how often something is wrong."""

    def __init__(self, random: Random, wild: float) -> None:
        self.random, self.wild = random, wild
        self.anchors: list[str] = []

    def some(self, share: float) -> bool:
        """Yes, so often."""
        return self.random.random() < share

    def comment(self) -> str:
        """A comment at the end of a line, now and then."""
        return self.random.choice(COMMENTS) if self.some(0.05) else ""

    def head(self) -> str:
        """A comment alone above a document, now and then."""
        return self.random.choice(HEADS) if self.some(0.3) else ""

    def word(self, kind: Kind) -> str:
        """A value of a kind as its author may write it, in quotes, with an anchor, or as an alias."""
        if self.some(self.wild / 2):
            kind = self.random.choice((NUMBERS, TEXTS, WRONG, TROUBLE))
        text = self.random.choice(kind) if isinstance(kind, tuple) else "x"
        how = self.random.random()
        if how < 0.06 and text[:1] not in {"'", '"', "["}:
            text = "'" + text.replace("'", "''") + "'"
        elif how < 0.12 and text[:1] not in {"'", '"', "["}:
            text = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        if self.some(self.wild / 10):
            self.anchors.append(f"a{len(self.anchors)}")
            return f"&{self.anchors[-1]} {text}"
        if self.anchors and self.some(0.02):
            return f"*{self.random.choice(self.anchors)}"
        return text

    def chosen(self, group: Group) -> Group:
        """Some entries of a group; its first nearly always; now and then one that is misspelt, twice or not ours."""
        needed = {key for key, _ in group[:3]} | LISTED
        fitting = [entry for entry in group if self.wild > 0.1 or entry[0] not in RARE]
        entries = list({key: (key, kind) for key, kind in fitting if key in needed or self.some(0.35)}.values())
        if self.some(self.wild):
            entries.append((self.random.choice(("nam", "<<", "", "value", "low", "raters", "0", "é", "~")), NUMBERS))
        if entries and self.some(self.wild / 2):
            entries.append(self.random.choice(entries))
        if entries and self.some(self.wild / 2):
            key, kind = entries.pop(self.random.randrange(len(entries)))
            entries.append((self.misspelt(key), kind))
        if self.some(self.wild / 2):
            entries = [entry for entry in entries if entry[0] not in needed]
        self.random.shuffle(entries)
        return entries

    def misspelt(self, key: str) -> str:
        """A key with a letter missing, doubled, in capitals or in quotes."""
        at = self.random.randrange(len(key) + 1)
        return self.random.choice((key[:at] + key[at + 1 :], key[:at] + "e" + key[at:], key.upper(), f'"{key}"'))

    def block(self, data: Kind | Group | Items, depth: int) -> str:
        """Data behind a key, or the whole document, with the line break at its end."""
        inwards = "  " * depth
        if isinstance(data, Items):
            if self.some(0.5):
                return " " + self.flow(data) + self.comment() + "\n"
            items = [self.block(data.of, depth + 1).lstrip(" ") for _ in range(self.random.randrange(4))]
            return "\n" + "".join(f"{inwards}- {item}" if item.strip() else f"{inwards}-\n" for item in items)
        if isinstance(data, list):
            if depth and self.some(0.3):
                return " " + self.flow(data) + self.comment() + "\n"
            lines = "".join(f"{inwards}{key}:{self.block(one, depth + 1)}" for key, one in self.chosen(data))
            return ("\n" + lines) if depth else lines
        if self.some(self.wild / 10):
            return (
                f" {self.random.choice('|>')}{self.random.choice(('', '-', '+', '2'))}\n{inwards}a\n\n{inwards} b # c\n"
            )
        return f" {self.word(data)}{self.comment()}\n"

    def flow(self, data: Kind | Group | Items) -> str:
        """Data between brackets, a few of which are not closed."""
        comma = self.random.choice((", ", ", ", ",", " ,", ",\n      "))
        if isinstance(data, Items):
            inside = comma.join(self.flow(data.of) for _ in range(self.random.randrange(4)))
            return f"[{inside}{'' if self.some(self.wild / 20) else ']'}"
        if isinstance(data, list):
            inside = comma.join(f"{key}: {self.flow(one)}" for key, one in self.chosen(data))
            return "{" + inside + ("" if self.some(self.wild / 20) else "}")
        return self.word(data)

    def file(self, group: Group, most: int) -> bytes:
        """A file of up to `most` documents, with line breaks of one kind."""
        texts = [self.head() + self.block(group, 0) for _ in range(self.random.randint(1, most))]
        text = self.random.choice(DOCUMENT_MARKS).join(texts)
        if self.some(self.wild / 4):
            at = self.random.randrange(len(text) + 1)
            text = text[:at] + self.random.choice(TROUBLE) + text[at:]
        if self.some(0.1):
            text = text.replace("\n", self.random.choice(("\r\n", "\r", "\n\n")))
        mark = b"\xef\xbb\xbf" if self.some(0.05) else b""
        return mark + text.encode("utf-8", "surrogatepass")


def study(random: Random) -> dict[str, bytes]:
    """The files of a study, by their names; half of the studies have few mistakes."""
    writer = Writer(random, random.choice((0.0, 0.0, 0.02, 0.2, 0.5)))
    files = {"criteria.yaml": writer.file(CRITERIA, 1), "contexts/place.yaml": writer.file(CONTEXT, 1)}
    if writer.some(0.3):
        files[OTHERS] = writer.file(CONTEXT, 1)
    for name in ("road", "water", "books")[: random.randint(1, 3)]:
        writer.anchors = []
        files[f"programs/{name}.yaml"] = writer.file(PROGRAM, random.choice((1, 1, 3)) if writer.wild > 0.1 else 1)
    return files


def checked(files: dict[str, bytes], folder: Path) -> Report:
    """The report on a study in an empty folder, which is the current one; asserts that it is as it should be."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text)
    report = check([])
    sound_report(report, files)
    assert report.document() == check([], texts={folder / name: text for name, text in files.items()}).document()
    errors = [one for one in report.findings if check_of(one.code) is None and one.severity == "error"]
    try:
        load([])
    except Broken as broken:
        assert errors or report.silenced or any(b"ignore" in text or b"per_path" in text for text in files.values())
        told = {(one.place, one.what) for one in errors}
        silenced = report.silenced or told >= {(one.place, one.what) for one in broken.findings}
        assert silenced or b"check" in files["criteria.yaml"]
    else:
        assert not [one for one in errors if one.place.file != OTHERS]
    return report


def mended(files: dict[str, bytes], folder: Path, choice: str) -> Mended:
    """What mending in memory makes of a study in a folder; asserts that it brings no error and no surprise."""
    before = check([])
    after = mend(lambda texts: check([], texts=texts), choice=choice)
    assert errors_in(after.report) <= errors_in(before)
    assert check([], texts=after.texts).document() == after.report.document()
    sound_report(after.report, {name: after.texts.get(folder / name, text) for name, text in files.items()})
    assert mend(lambda texts: check([], texts={**after.texts, **texts}), choice=choice, texts=after.texts).count == 0
    return after


def errors_in(report: Report) -> int:
    """How many errors there are."""
    return sum(one.severity == "error" for one in report.findings)


def by_hand(first: int, count: int) -> int:
    """Check many, print what is wrong, and say how many were wrong."""
    wrong, sound, mends, codes, slowest = 0, 0, 0, set[str](), (0.0, 0)
    for seed in range(first, first + count):
        files = study(Random(seed))  # noqa: S311  # the same study again from the same seed
        begun = time.process_time()
        with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
            try:
                report = checked(files, Path(name).resolve())
                mends += mended(files, Path(name).resolve(), CHOICES[seed % 2] if seed % 3 else "").count
            except Exception:  # noqa: BLE001  # whatever it is, it is what is looked for
                wrong += 1
                sys.stdout.write(f"seed {seed}: {traceback.format_exc(limit=-4)}\n")
                continue
        sound += not errors_in(report)
        codes |= {one.code for one in report.findings}
        slowest = max(slowest, (time.process_time() - begun, seed))
    sys.stdout.write(
        f"{count} studies, {wrong} wrong; {sound} without errors; {mends} mends; slowest {slowest[0]:.2f} s "
        f"(seed {slowest[1]}); {len(codes)} codes: {' '.join(sorted(codes))}\n"
    )
    return wrong


if __name__ == "__main__":
    raise SystemExit(by_hand(int(sys.argv[1]), int(sys.argv[2])) > 0)
