"""Mends of findings: tried in memory, round after round, then shown as a patch or written into the files."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Protocol

from quickwin.checking.blame import Done, to_blame
from quickwin.checking.patch import harmless, patch
from quickwin.checking.report import Report
from quickwin.files.disk import digest, read_file, write_whole
from quickwin.files.edit import Edit, edited
from quickwin.files.names import inside, shown
from quickwin.files.paths import absolute
from quickwin.finding import Finding, Fix, Place
from quickwin.say import say
from quickwin.study.study import Usage

Look = Callable[[Mapping[Path, bytes]], Report]
"""Checks the study with texts in place of what is on the disk, by absolute path."""
ROUNDS = 10
LOOKS = 3 * ROUNDS
"""So often the study is checked at most, counting the rounds that were taken back."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending comes to: the `texts` of the files that change and what they were `before`, by absolute path.

    `root` is the folder of the study, `count` how many findings were mended, `report` what is left; `held` counts mends
    that were not made, since they would bring errors.
    """

    root: Path
    before: dict[Path, bytes]
    texts: dict[Path, bytes]
    count: int
    report: Report
    held: int = 0

    @property
    def changed(self) -> tuple[str, ...]:
        """The files that change, as they are shown."""
        return tuple(map(shown, sorted(self.texts)))


@dataclass(slots=True)
class State:
    """How far mending has come; `held` are the mends that were taken back since it last came further."""

    report: Report
    before: dict[Path, bytes]
    texts: dict[Path, bytes] = field(default_factory=dict)
    barred: set[Path] = field(default_factory=set)
    """Files that are left alone: they lie outside of the study, or are not what was checked."""
    held: set[Finding] = field(default_factory=set)
    count: int = 0


def mend(look: Look, *, choice: str = "", texts: Mapping[Path, bytes] | None = None) -> Mended:
    """Mend in memory what can be mended for certain, or by the `choice` of the user (one of `finding.CHOICES`).

    `texts` are those that `look` has in place of files already. Mends that bring errors are taken back, as
    `blame.to_blame` says. After ten rounds that came further the rest is left.
    """
    state = State(look({}), {absolute(file): text for file, text in (texts or {}).items()})
    rounds = 0
    for _ in range(LOOKS):
        tried = attempt(state, choice)
        if not tried or rounds == ROUNDS:
            break
        rounds += keep(state, tried, look, choice)
    changed = {file: text for file, text in state.texts.items() if text != state.before[file]}
    before = {file: state.before[file] for file in changed}
    return Mended(state.report.root, before, changed, state.count, state.report, len(state.held))


def attempt(state: State, choice: str) -> dict[Path, tuple[bytes, list[Done]]]:
    """The files with all mends that fit side by side, and these mends."""
    wanted: dict[Path, dict[Edit, Finding]] = {}
    for finding in state.report.findings:
        fix = fix_of(finding, choice)
        if fix and finding.place.line and finding not in state.held:
            edit = Edit(finding.place.line, finding.place.column, fix)
            wanted.setdefault(absolute(Path(finding.place.file)), {}).setdefault(edit, finding)
    tried = {}
    for file, findings in wanted.items():
        text = text_of(file, state)
        if text is not None:
            new, made = edited(text, list(findings))
            if new != text:
                tried[file] = (new, [Done(findings[edit], edit.fix) for edit in made])
    return tried


def keep(state: State, tried: Mapping[Path, tuple[bytes, list[Done]]], look: Look, choice: str) -> bool:
    """Look at what was tried, and keep it, or hold the mends that brought errors; whether it was kept."""
    texts = state.texts | {file: text for file, (text, _) in tried.items()}
    report = look(texts)
    read = set(report.inputs.values())
    unread = {file for file, (text, _) in tried.items() if digest(text) not in read}
    made = {shown(file): done for file, (_, done) in tried.items()}
    blamed = to_blame(state.report, report, made, lambda one: fix_of(one, choice) is not None)
    state.barred |= unread
    state.held |= blamed
    if unread or blamed:
        return False
    state.texts, state.report, state.held = texts, report, set()
    state.count += sum(map(len, made.values()))
    return True


def possible(findings: Iterable[Finding], root: Path) -> Iterator[Finding]:
    """The findings, those without their mends that `mend` would not write: outside of the study, or at a place unfit.

    `root` is the folder of criteria.yaml. Unfit are an anchor, an alias and a tag; for a value, a block of text.
    """
    is_own = cache(lambda file: is_within(absolute(Path(file)), root))
    for one in findings:
        fit = tuple(fix for fix in one.fixes if is_own(one.place.file) and fits(one.place, fix))
        yield one if fit == one.fixes else replace(one, fixes=fit)


def fits(place: Place, fix: Fix) -> bool:
    """Whether a mend can be written at its place, by the sign that stands there; in a line that is cut it may not."""
    sign = place.excerpt[place.column - 1 : place.column] if place.line else ""
    return sign == "" or sign not in ("&*!" if fix.length is not None else "&*!|>")


def fix_of(finding: Finding, choice: str) -> Fix | None:
    """The certain mend of a finding, or the one by the user's choice."""
    certain = (fix for fix in finding.fixes if not fix.when)
    chosen = (fix for fix in finding.fixes if choice and fix.when == choice)
    return next(certain, None) or next(chosen, None)


def text_of(file: Path, state: State) -> bytes | None:
    """The bytes of a file as it was checked; None where it may not be written, or is another one by now."""
    if file in state.barred or not is_within(file, state.report.root):
        return None
    if file not in state.texts:
        data = state.before.get(file) or read_file(file, shown(file))
        if isinstance(data, Finding) or digest(data) not in state.report.inputs.values():
            state.barred.add(file)
            return None
        state.before[file] = state.texts[file] = data
    return state.texts[file]


def is_within(file: Path, root: Path) -> bool:
    """Whether a file lies in a folder, links followed."""
    return inside(os.path.realpath(file), os.path.realpath(root))


class Changes(Protocol):
    """Files that change: their new `texts` and what they were `before`, by absolute path; `root` holds them all."""

    @property
    def root(self) -> Path:
        """The folder of the study."""

    @property
    def before(self) -> dict[Path, bytes]:
        """What the files were."""

    @property
    def texts(self) -> dict[Path, bytes]:
        """What they are to be."""


def diff(mended: Changes, *, exact: bool = False) -> str:
    r"""The patch that changes come to, as git would show it; in UTF-8 it is what `git apply` and `patch` take.

    It names files from the current folder if all of them lie below it, else from the study's: a patch with steps up
    (..) is refused, so that it is to be applied there. Lines keep their own ends, `\r` among them, so the text is to be
    written as it is. Signs that act in a terminal or the log of a CI job are replaced unless it is to be `exact`; that
    spoils the patch only where a file holds such signs beside a mend, and then `patch` refuses it, since the lines no
    longer fit.
    """
    here = Path.cwd()
    is_below = all(inside(str(file), str(here)) for file in mended.texts)
    names = {file: name_in_patch(file, here if is_below else mended.root) for file in mended.texts}
    text = "".join(
        patch(name, mended.before[file].decode(), mended.texts[file].decode()) for file, name in sorted(names.items())
    )
    return text if exact else harmless(text)


def name_in_patch(file: Path, folder: Path) -> str:
    """The name of a file below a folder from there, with “/”; where a link leads to the folder, without links."""
    if not inside(str(file), str(absolute(folder))):
        file, folder = Path(os.path.realpath(file)), Path(os.path.realpath(folder))
    return os.path.relpath(file, folder).replace(os.sep, "/")


def write(mended: Changes) -> None:
    """Write the files that change, each whole, and none if one of them was changed since it was read.

    Raises:
        Usage: one of them cannot be written, or is another one by now; all are as they were.
    """
    for file, before in mended.before.items():
        if not is_within(file, mended.root) or read_file(file, shown(file)) != before:
            raise Usage(say("{file} was changed in the meantime. Nothing was written; run it again.", file=shown(file)))
    written: list[Path] = []
    for file, text in sorted(mended.texts.items()):
        try:
            write_whole(file, text)
        except OSError as error:
            put_back(written, mended.before)
            reason = error.strerror or error
            raise Usage(
                say("{file} cannot be written ({reason}). All files are as they were.", file=shown(file), reason=reason)
            ) from None
        written.append(file)


def put_back(files: Iterable[Path], before: Mapping[Path, bytes]) -> None:
    """Write files as they were, as far as the disk allows."""
    for file in files:
        with suppress(OSError):
            write_whole(file, before[file])
