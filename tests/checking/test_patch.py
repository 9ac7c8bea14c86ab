"""A patch makes the new text of the old one, line by line, and `git apply` and `patch` take it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickwin.checking.patch import harmless, lines_of, patch

HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n")
LINES = st.lists(st.sampled_from(["a", "b", "", " c", "\t", "é\u2028", "d\r", "---", "+e", "-f"]), max_size=30)


def text(lines: list[str], end: str) -> str:
    return "\n".join(lines) + (end if lines else "")


def hunks(shown: str) -> list[tuple[int, int, int, int, list[str]]]:
    """The heads of the hunks of a patch, as first line and number of lines, and their lines."""
    found: list[tuple[int, int, int, int, list[str]]] = []
    for line in lines_of(shown)[3:]:
        head = HUNK.fullmatch(line)
        if head:
            first, size, new_first, new_size = (int(one or 1) for one in head.groups())
            found.append((first, size, new_first, new_size, []))
        elif line.startswith("\\"):
            found[-1][4][-1] = found[-1][4][-1].removesuffix("\n")
        else:
            found[-1][4].append(line)
    return found


@given(LINES, LINES, st.sampled_from(["", "\n"]), st.sampled_from(["", "\n"]))
def test_a_patch_makes_the_new_text_of_the_old(old: list[str], new: list[str], end: str, new_end: str) -> None:
    before, after = text(old, end), text(new, new_end)
    shown = patch("a.yaml", before, after)
    assert bool(shown) == (before != after)
    lines, made, at = lines_of(before), list[str](), 0
    for first, size, new_first, new_size, body in hunks(shown):
        start = first - 1 if size else first
        made += lines[at:start]
        assert len(made) == (new_first - 1 if new_size else new_first)
        taken = [line[1:] for line in body if line[0] in " -"]
        given_lines = [line[1:] for line in body if line[0] in " +"]
        assert (lines[start : start + size], len(given_lines)) == (taken, new_size)
        made += given_lines
        at = start + size
    assert "".join([*made, *lines[at:]]) == after


@given(LINES, st.integers(0, 29))
def test_what_is_far_from_a_change_is_not_shown(lines: list[str], at: int) -> None:
    old = [*lines, "x"]
    at = min(at, len(lines))
    shown = patch("a.yaml", text(old, "\n"), text([*old[:at], "new", *old[at + 1 :]], "\n"))
    ((_, size, _, new_size, _),) = hunks(shown)
    assert size == new_size == 1 + min(at, 3) + min(len(old) - at - 1, 3)


CASES = {
    "the first line": ("a\nb\n", "new\na\nb\n"),
    "all": ("# gone\n", ""),
    "out of nothing": ("", "a\n"),
    "no end": ("a\nb", "a\nc"),
    "an end": ("a\nb", "a\nb\n"),
    "two places": ("a\n" + "b\n" * 9 + "c\n", "A\n" + "b\n" * 9 + "C\n"),
    "carriage returns": ("\ufeffa\r\nb\rc\r\n", "\ufeffx\r\nb\rc\r\n"),
}


@pytest.mark.parametrize("tool", ["git", "patch"])
@pytest.mark.parametrize("name", list(CASES))
def test_tools_take_a_patch(tool: str, name: str, tmp_path: Path) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed here")
    before, after = CASES[name]
    file = tmp_path / "air bersih.yaml"
    file.write_bytes(before.encode())
    command = ["git", "apply", "-p1", "-"] if tool == "git" else ["patch", "--binary", "-s", "-p1"]
    subprocess.run(command, input=patch(file.name, before, after).encode(), cwd=tmp_path, check=True)
    assert (file.read_bytes() if file.exists() else b"") == after.encode()


@pytest.mark.parametrize(
    "line", [" ::error::no\n", "+a\u202eb\n", "-##[error]no\r\n", " a\x1b[31m\n", "+\t::x\n", " a\rb\n"]
)
def test_a_line_that_acts_is_shown_so_that_it_does_not(line: str) -> None:
    shown = harmless(line)
    assert shown != line
    assert len(shown) == len(line)
    assert not re.search("^\\s*::|\u202e|##|\x1b|\r(?!\n)", shown)


@given(st.lists(st.sampled_from([" a", "+\t'b'", "-é: ñ", " # c\r", "+\ufeffd", " e::f"])))
def test_what_does_not_act_stays(lines: list[str]) -> None:
    assert harmless(text(lines, "\n")) == text(lines, "\n")


@pytest.mark.parametrize(("gap", "count"), [(1, 1), (6, 1), (7, 2), (20, 2)])
def test_changes_whose_surroundings_touch_are_shown_together(gap: int, count: int) -> None:
    rows = [f"{number}\n" for number in range(gap)]
    shown = patch("a.yaml", "".join(["a\n", *rows, "b\n"]), "".join(["A\n", *rows, "B\n"]))
    assert len(hunks(shown)) == count
