"""docs/rules holds the page of every rule and an index, made from the docstrings of the rules and held equal.

After a page was changed on purpose: `pytest tests/rules/test_pages.py --update-golden -n 0`, and read the diff.
"""

import re
from pathlib import Path

import pytest

from quickwin.checking.manual import GROUPS, manual, markdown
from quickwin.checking.rulebook import files, rule
from quickwin.finding import Rule

PAGES = Path(__file__).resolve().parents[2] / "docs" / "rules"
HEAD = """\
# The rules of `quickwin check`

Each page says what a rule finds, why that matters, with a real case where there is one, and how to mend it.
`quickwin rule QW401` shows it in the terminal. The examples under “Bad” and “Good” are run by the tests. The pages are
made from the docstrings of `src/quickwin/rules/`, never written by hand.

An **error** is surely wrong: `quickwin rank` refuses the file. A **warning** most likely is. A **note** is worth a
thought, and often fine. How to leave out a rule, or silence it in one line, says [Checking the files](../check.md).
"""


def expected() -> dict[str, str]:
    """Every file of docs/rules by its name."""
    return {"README.md": index(), **{f"{one.code}.md": markdown(one) for one in manual()}}


def index() -> str:
    """The index: the rules by group."""
    parts = [HEAD]
    for start, title in GROUPS.items():
        group = [one for one in manual() if one.code.startswith(start)]
        rows = "".join(map(row, group))
        parts.append(f"## {start} · {title}\n\n| Code | Name | Severity | What it finds |\n|---|---|---|---|\n{rows}")
    return "\n".join(parts)


def row(one: Rule) -> str:
    """The line of a rule in the index."""
    return f"| [{one.code}]({one.code}.md) | {one.name} | {one.severity} | {one.title} |\n"


def test_the_pages_of_the_documents_are_made_from_the_rules(*, update_golden: bool) -> None:
    if update_golden:
        PAGES.mkdir(exist_ok=True)
        for path in PAGES.iterdir():
            path.unlink()
        for name, text in expected().items():
            (PAGES / name).write_text(text, encoding="utf-8")
    written = {path.name: path.read_text(encoding="utf-8") for path in PAGES.iterdir()}
    assert written == expected(), "made from src/quickwin/rules with --update-golden"


def test_the_manual_says_what_the_rules_say() -> None:
    assert list(manual()) == [rule(code) for code in files()]
    assert [one.code for one in manual()] == list(files())


def test_every_rule_is_of_a_group_and_every_group_has_rules() -> None:
    assert {one.code[:3] for one in manual()} == set(GROUPS)


def test_codes_names_and_titles_are_unique() -> None:
    for kind in ("code", "name", "title"):
        of_kind = [getattr(one, kind) for one in manual()]
        assert len(set(of_kind)) == len(of_kind)


@pytest.mark.parametrize("one", manual(), ids=lambda one: one.code)
def test_a_page_is_markdown_that_can_be_read(one: Rule) -> None:
    assert one.page.count("```") % 2 == 0
    prose = re.sub(r"```.*?```", "", one.page, flags=re.DOTALL)
    assert not re.search(r"[^\x20-\x7e\n“”‘’–—…·→−×≥≤°²]", re.sub(r"[^\W\d_]", "", prose))
    assert prose.count("`") % 2 == 0
    assert not re.search(r"\]\((?!https?://|\w+\.md\))", prose), "a link has its whole address"
    silenced = set(re.findall(r"ignore(?:\[|: \[)(QW\d+)", prose))
    assert silenced <= set(files())
