"""Which rules are wanted: by option, by criteria.yaml, and for which files."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import translate
from typing import NamedTuple

from quickwin.checking.naming import code_of, meant_rule
from quickwin.checking.rulebook import files
from quickwin.say import say
from quickwin.study.checks import CODE, Checks
from quickwin.study.problem import quoted
from quickwin.study.study import Usage

UNKNOWN = "QW614"
"""The rule that finds codes of no rule in criteria.yaml."""


class Wish(NamedTuple):
    """A code, or the beginning of several, that is selected or ignored, on the command line or in criteria.yaml."""

    code: str
    wanted: bool
    by_option: bool = True


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules to apply."""

    wishes: tuple[Wish, ...] = ()
    per_path: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = ()
    """Which codes are not wanted in the files whose names fit."""
    _of_file: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def wants(self, code: str) -> bool:
        """Whether a rule is applied at all.

        Of wishes that disagree the longest counts; of equally long ones that of the command line, then ignoring.

        >>> chosen = Selection((Wish("QW4", wanted=True), Wish("QW401", wanted=False)))
        >>> chosen.wants("QW401"), chosen.wants("QW402"), chosen.wants("QW501")
        (False, True, False)
        """
        about = [one for one in self.wishes if code.startswith(one.code)]
        if about:
            return max(about, key=lambda one: (len(one.code), one.by_option, not one.wanted)).wanted
        return not any(one.wanted for one in self.wishes)

    def hides(self, code: str) -> bool:
        """Whether an error of reading is not told: only where its whole code is ignored, and not a beginning of it."""
        return Wish(code, wanted=False) in self.wishes or Wish(code, wanted=False, by_option=False) in self.wishes

    def spares(self, code: str, file: str, *, whole: bool) -> bool:
        """Whether a code is not wanted in a file, named from criteria.yaml's folder; with `whole` only by itself."""
        if file not in self._of_file:
            self._of_file[file] = tuple(code for path, codes in self.per_path if path.match(file) for code in codes)
        spared = self._of_file[file]
        return code in spared if whole else any(map(code.startswith, spared))


def selection(select: Sequence[str], ignore: Sequence[str], checks: Checks) -> Selection:
    """The rules that options and criteria.yaml ask for; `--select` stands in place of the file's `select`.

    Whether the codes in criteria.yaml are those of rules is looked at whatever they select.

    Raises:
        Usage: an option names no rule.
    """
    chosen, left_out = codes("--select", select), codes("--ignore", ignore)
    of_file = () if chosen or not checks.select else (*checks.select, UNKNOWN)
    return Selection(
        (
            *(Wish(code, wanted=True) for code in chosen),
            *(Wish(code, wanted=False) for code in left_out),
            *(Wish(code, wanted=True, by_option=False) for code in of_file),
            *(Wish(code, wanted=False, by_option=False) for code in checks.ignore),
        ),
        of_paths(checks.per_path),
    )


def of_paths(per_path: Mapping[str, tuple[str, ...]]) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """For each list of codes one pattern of all paths that have it, since there may be many paths and files."""
    paths: dict[tuple[str, ...], list[str]] = {}
    for path, codes in per_path.items():
        paths.setdefault(codes, []).append(translate(path))
    return tuple((re.compile("|".join(alike)), codes) for codes, alike in paths.items())


def codes(option: str, given: Sequence[str]) -> tuple[str, ...]:
    """The codes that an option lists, by code or name, with commas or one after another."""
    words = [word.strip() for one in given for word in one.split(",") if word.strip()]
    return tuple(known_code(option, word) for word in words)


def known_code(option: str, word: str) -> str:
    """The code that a word of an option is, or of the rule that it names."""
    code = code_of(word)
    if not CODE.fullmatch(code) or not any(known.startswith(code) for known in files()):
        mend = meant_rule(code, list(files()))
        raise Usage(say("{option} {word}: there is no such rule. {mend}", option=option, word=quoted(word), mend=mend))
    return code
