"""Which rules are wanted: by option, by criteria.yaml, and for which files."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import translate

from quickwin.finding import Finding
from quickwin.say import say
from quickwin.study.checks import CODE, Checks
from quickwin.study.problem import did_you_mean, quoted
from quickwin.study.study import Usage

UNKNOWN = "QW614"
"""The rule that finds codes of no rule in criteria.yaml."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules to apply; codes are whole or the beginnings of several."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_path: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = ()
    """Which codes are not wanted in the files whose names fit."""
    _of_file: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def wants(self, code: str) -> bool:
        """Whether a rule is applied at all; the longer of two beginnings that disagree counts, and ignoring on a tie.

        >>> chosen = Selection(select=("QW4",), ignore=("QW401",))
        >>> chosen.wants("QW401"), chosen.wants("QW402"), chosen.wants("QW501")
        (False, True, False)
        """
        chosen = longest(code, self.select) if self.select else 0
        ignored = longest(code, self.ignore)
        return chosen is not None and (ignored is None or ignored < chosen)

    def ignores(self, code: str) -> bool:
        """Whether a code is ignored by name, and not left out only since others are selected."""
        return longest(code, self.ignore) is not None and not self.wants(code)

    def spares(self, finding: Finding, file: str) -> bool:
        """Whether a finding is not wanted in a file, which is named from criteria.yaml's folder."""
        if file not in self._of_file:
            self._of_file[file] = tuple(code for path, codes in self.per_path if path.match(file) for code in codes)
        return longest(finding.code, self._of_file[file]) is not None


def longest(code: str, beginnings: Iterable[str]) -> int | None:
    """The length of the longest beginning of a code; None where none is."""
    return max((len(one) for one in beginnings if code.startswith(one)), default=None)


def selection(select: Sequence[str], ignore: Sequence[str], checks: Checks, known: Iterable[str]) -> Selection:
    """The rules that options and criteria.yaml ask for; `--select` stands in place of the file's `select`.

    Whether the codes in criteria.yaml are those of rules is looked at whatever they select.

    Raises:
        Usage: an option names no rule.
    """
    known = list(known)
    return Selection(
        codes("--select", select, known) or (checks.select and (*checks.select, UNKNOWN)),
        codes("--ignore", ignore, known) + checks.ignore,
        of_paths(checks.per_path),
    )


def of_paths(per_path: Mapping[str, tuple[str, ...]]) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """For each list of codes one pattern of all paths that have it, since there may be many paths and files."""
    paths: dict[tuple[str, ...], list[str]] = {}
    for path, codes in per_path.items():
        paths.setdefault(codes, []).append(translate(path))
    return tuple((re.compile("|".join(alike)), codes) for codes, alike in paths.items())


def codes(option: str, given: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """The codes that an option lists, with commas or one after another."""
    words = [word.strip().upper() for one in given for word in one.split(",") if word.strip()]
    for word in words:
        if not CODE.fullmatch(word) or longest_known(word, known) is None:
            raise Usage(
                say(
                    "{option} {word}: there is no such rule. {mend}",
                    option=option,
                    word=quoted(word),
                    mend=did_you_mean(word, known, say("rules")),
                )
            )
    return tuple(words)


def longest_known(word: str, known: Sequence[str]) -> str | None:
    """A rule whose code begins so."""
    return next((code for code in known if code.startswith(word)), None)
