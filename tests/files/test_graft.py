"""Raters written into YAML: what changes, what is refused, and that all else stays byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickwin.answers.expected import with_raters
from quickwin.files.graft import Graft, grafted
from quickwin.files.rerate import Raters, Stuck
from quickwin.files.yaml import read

EASE, EQUITY, PEOPLE = ("impact", "ease"), ("impact", "equity"), ("readiness", "structure", "people")


def changed(text: str, *wishes: tuple[tuple[str, ...], dict[str, str]], at: tuple[int, int] | None = None) -> str:
    """The text with raters in it, which reads as its data with these raters, and without a finding."""
    documents, _ = read(text.encode(), "a.yaml")
    place = documents[0].place()
    start = at or (place.line, place.column)
    new = grafted(text.encode(), [Graft(start, path, Raters(raters)) for path, raters in wishes])
    assert grafted(new, []) == new
    after, findings = read(new, "a.yaml")
    assert not findings
    meant = [document.data for document in documents]
    index = next(i for i, one in enumerate(documents) if (one.place().line, one.place().column) == start)
    for path, raters in wishes:
        meant[index] = with_raters(meant[index], path, raters)
    assert [document.data for document in after] == meant
    return new.decode()


CASES = {
    "plain": ("impact:\n  ease: 4  # a guess\n", "impact:\n  ease: {raters: {A: 1}}  # a guess\n"),
    "quoted": ("impact:\n  ease: '4,5'\n", "impact:\n  ease: {raters: {A: 1}}\n"),
    "in braces": ("impact: {ease: 4, x: 2}\n", "impact: {ease: {raters: {A: 1}}, x: 2}\n"),
    "nothing": ("impact:\n  ease:   # why\n  x: 1\n", "impact:\n  ease: {raters: {A: 1}}   # why\n  x: 1\n"),
    "null": ("impact:\n  ease: ~\n", "impact:\n  ease: {raters: {A: 1}}\n"),
    "missing": ("impact:\n  x: 1  # last\n", "impact:\n  x: 1  # last\n  ease: {raters: {A: 1}}\n"),
    "missing in braces": ("impact: {x: 1}\n", "impact: {x: 1, ease: {raters: {A: 1}}}\n"),
    "missing in none": ("impact: {}\n", "impact: {ease: {raters: {A: 1}}}\n"),
    "no impact": ("name: x\n", "name: x\nimpact:\n  ease: {raters: {A: 1}}\n"),
    "no impact, no end": ("name: x", "name: x\nimpact:\n  ease: {raters: {A: 1}}"),
    "empty impact": ("impact:\nname: x\n", "impact: {ease: {raters: {A: 1}}}\nname: x\n"),
    "all in braces": ("{name: x}\n", "{name: x, impact: {ease: {raters: {A: 1}}}}\n"),
    "estimate in braces": (
        'impact: {ease: {value: 3, assumed: true, note: "why, # so"}}\n',
        'impact: {ease: {raters: {A: 1}, note: "why, # so"}}\n',
    ),
    "estimate, assumed last": (
        "impact:\n  ease: {note: why, low: 1, high: 3, source: s, assumed: true}\n",
        "impact:\n  ease: {note: why, raters: {A: 1}, source: s}\n",
    ),
    "estimate in lines": (
        "impact:\n  ease:\n    low: 1\n    likely: 2  # most\n    high: 3 # few\n    note: x\n    assumed: true\n",
        "impact:\n  ease:\n    raters: {A: 1}\n    # most\n    # few\n    note: x\n",
    ),
    "estimate at the end": (
        "impact:\n  ease:\n    value: 1\n    assumed: true",
        "impact:\n  ease:\n    raters: {A: 1}",
    ),
    "raters in braces": (
        "impact:\n  ease: {raters: {B: 2, A: 4}, note: x}\n",
        "impact:\n  ease: {raters: {B: 2, A: 1}, note: x}\n",
    ),
    "new among raters": (
        "impact:\n  ease: {raters: {B: 2}}\n",
        "impact:\n  ease: {raters: {B: 2, A: 1}}\n",
    ),
    "raters in lines": (
        "impact:\n  ease:\n    raters:\n      B: 2 # so\n    note: x\n",
        "impact:\n  ease:\n    raters:\n      B: 2 # so\n      A: 1\n    note: x\n",
    ),
    "no raters yet": ("impact:\n  ease: {raters: , note: x}\n", "impact:\n  ease: {raters: {A: 1}, note: x}\n"),
    "windows": ("impact:\r\n  x: 1\r\n\r\n# end\r\n", "impact:\r\n  x: 1\r\n  ease: {raters: {A: 1}}\r\n\r\n# end\r\n"),
    "mark": ("\ufeffimpact: {ease: 1}\n", "\ufeffimpact: {ease: {raters: {A: 1}}}\n"),
    "block of text": (
        "impact: {x: 1}\nnote: |\n  a\n\n  b\n\n# c\n",
        "impact: {x: 1, ease: {raters: {A: 1}}}\nnote: |\n  a\n\n  b\n\n# c\n",
    ),
    "behind a block of text": ("note: |\n  a\n\n# c\n", "note: |\n  a\nimpact:\n  ease: {raters: {A: 1}}\n\n# c\n"),
    "signs": ("# 漢字 \u2028\nimpact: {ease: 1} # é\n", "# 漢字 \u2028\nimpact: {ease: {raters: {A: 1}}} # é\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_changes(name: str) -> None:
    before, after = CASES[name]
    assert changed(before, (EASE, {"A": "1"})) == after


def test_several_at_once_and_deep() -> None:
    text = "name: x\nimpact:\n  ease:\n    value: 2\n    assumed: true\n"
    assert changed(text, (EASE, {"A": "1", "B": "2"}), (EQUITY, {"A": "most"}), (PEOPLE, {"A": "3"})) == (
        "name: x\nimpact:\n  ease:\n    raters: {A: 1, B: 2}\n  equity: {raters: {A: most}}\n"
        "readiness:\n  structure:\n    people: {raters: {A: 3}}\n"
    )


def test_one_number_of_readiness_gives_way_to_its_parts() -> None:
    assert (
        changed("readiness: 3 # x\n", (PEOPLE, {"A": "3"}))
        == "readiness: {structure: {people: {raters: {A: 3}}}} # x\n"
    )
    text = "readiness:\n  structure: 3\n"
    assert changed(text, (PEOPLE, {"A": "3"})) == "readiness:\n  structure: {people: {raters: {A: 3}}}\n"


def test_the_document_that_is_meant_is_changed() -> None:
    text = "id: a\nimpact: {ease: 1}\n---\nid: b\nimpact: {ease: 1}\n...\n# end\n"
    assert changed(text, (EASE, {"A": "1"}), at=(4, 1)) == text[:26] + text[26:].replace(
        "ease: 1", "ease: {raters: {A: 1}}"
    )
    assert changed(text, (PEOPLE, {"A": "1"}), at=(1, 1)).startswith("id: a\nimpact: {ease: 1}\nreadiness:\n")


def test_names_and_numbers_are_written_as_yaml() -> None:
    new = changed("impact: {ease: 1}\n", (EASE, {"Dinas PU: air": '"1,5"', "no": "75%"}))
    assert new == 'impact: {ease: {raters: {"Dinas PU: air": "1,5", "no": 75%}}}\n'


STUCK = {
    "anchor above": "impact: &a {ease: 3}\n",
    "alias": "x: &a 3\nimpact: {ease: *a}\n",
    "anchor": "impact: {ease: &a 3}\n",
    "anchor within": "impact: {ease: {value: &a 3}}\n",
    "whole": "impact: &a {ease: 3}\nx: *a\n",
    "comment between key and value": "impact:\n  ease:\n    low: # c\n      3\n    high: 4\n",
    "comment in braces": "impact: {ease: {low: 3, high: 4, # c\n assumed: true, note: x}}\n",
    "list": "impact: {ease: [1]}\n",
    "no number": "impact: {ease: {note: x}}\n",
}


@pytest.mark.parametrize("name", STUCK)
def test_what_only_a_person_can_change(name: str) -> None:
    with pytest.raises(Stuck):
        grafted(STUCK[name].encode(), [Graft((1, 1), EASE, Raters({"A": "1"}))])


def test_an_estimate_for_all_of_readiness_is_left_to_a_person() -> None:
    with pytest.raises(Stuck, match="One number with its source"):
        grafted(b"readiness: {value: 3, source: x}\n", [Graft((1, 1), PEOPLE, Raters({"A": "1"}))])


NUMBERS = st.sampled_from(
    [
        "4",
        "'4,5'",
        "75%",
        "~",
        "{value: 3}",
        "{value: 3, assumed: true}",
        "{low: 1, high: 5, note: 'a, b'}",
        "{note: x, likely: 2, low: 1, high: 3, assumed: true, source: s}",
        "{raters: {A: 2}}",
        "{raters: {B: 2, A: 3}, note: x}",
        "\n    value: 3 # c\n    assumed: true\n    note: x",
        "\n    raters:\n      B: 3\n      A: 1 # d",
        "\n    low: 1\n    high: 2",
    ]
)
COMMENTS = st.sampled_from(["", "  # why", "   #x"])
BREAKS = st.sampled_from(["\n", "\r\n"])


@st.composite
def programs(draw: st.DrawFn) -> str:
    """A program with numbers in every style, comments behind and between, and any end."""
    keys = draw(st.lists(st.sampled_from(["ease", "equity", "felt", "x"]), unique=True, max_size=4))
    lines = ["# first", "name: Air"]
    if keys:
        lines.append("impact:" + draw(COMMENTS))
        for key in keys:
            number = draw(NUMBERS)
            lines += [f"  {key}:{'' if number.startswith(chr(10)) else ' '}{number}" + draw(COMMENTS)]
            lines += draw(st.sampled_from([[], ["  # between"], [""]]))
    lines += draw(st.sampled_from([[], ["owner: PDAM"], ["note: |", "  text"], ["# last"]]))
    return draw(BREAKS).join("\n".join(lines).split("\n")) + draw(st.sampled_from(["", "\n"]))


@given(programs(), st.lists(st.sampled_from([EASE, EQUITY, ("impact", "felt"), PEOPLE]), unique=True, min_size=1))
def test_any_program_keeps_its_comments_and_says_what_is_meant(text: str, paths: list[tuple[str, ...]]) -> None:
    new = changed(text, *((path, {"A": "1", "Dinas PU": "2.5"}) for path in paths))
    assert [line[line.index("#") :].strip() for line in text.splitlines() if "#" in line] == [
        line[line.index("#") :].strip() for line in new.splitlines() if "#" in line
    ]
    for line in text.splitlines():
        if not any(
            word in line for word in ("ease", "equity", "felt", "value", "assumed", "low", "high", "raters", "A:", "B:")
        ):
            assert line in new.splitlines()
    assert changed(new, *((path, {"A": "1", "Dinas PU": "2.5"}) for path in paths)) == new
