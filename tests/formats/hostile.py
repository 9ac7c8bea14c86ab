"""Findings whose texts, names and lines come from a file that means harm, for the tests of every format."""

from hypothesis import strategies as st

from quickwin.finding import Finding, Fix, Place, Rule

RULES = {
    "QW105": Rule("QW105", "unknown-key", "error", "A key that nobody reads.", "A key that nobody reads.\n"),
    "QW401": Rule("QW401", "not-in-year", "warning", "Money that comes too late.", "Page, with no such heading."),
    "QW501": Rule(
        "QW501",
        "no-owner",
        "note",
        "A program has no owner.",
        "A program has no owner.\n\n## What it finds\n\nA program that says\nof no office.\n\n## Why it matters\n",
    ),
}
EVIL = (
    "::error::pwned",
    "\n::set-output name=a::b",
    "  ::add-mask::x",
    "##[error]no",
    "##vso[task.setvariable]x",
    "%0A::warning::x",
    "%25",
    "]]>",
    "</failure></testcase>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;&#0;",
    '" onclick="x',
    "[[ATTACHMENT|/etc/passwd]]",
    "[here](https://example.org)",
    "{0}",
    "\x1b[31m",
    "\x00\x0b\ufffe\uffff",
    "\u202eback",
    "\ud800",
    "\r\n",
    "\u2028",
    "a:b,c=d",
    "y" * 10_000,
)
CHARACTERS = st.characters(exclude_categories=())
TEXTS = st.lists(st.one_of(st.sampled_from(EVIL), st.text(CHARACTERS, max_size=8)), max_size=4).map("".join)
FILES = st.one_of(
    TEXTS.filter(bool), st.sampled_from([":", "programs/a.yaml", "criteria.yaml", "./b.yml", "/srv/c.yaml"])
)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """A finding at any place, with any texts."""
    line = draw(st.integers(0, 5))
    column = draw(st.integers(0, 200)) if line else 0
    place = Place(draw(FILES), line, column, tuple(draw(st.lists(TEXTS, max_size=2))), draw(TEXTS))
    fixes = st.builds(Fix, TEXTS, st.none() | st.integers(0, 9), st.sampled_from(["", "thousands"]))
    return Finding(
        draw(st.sampled_from(sorted(RULES))),
        place,
        draw(TEXTS.filter(bool)),
        draw(TEXTS),
        draw(st.sampled_from(["error", "warning", "note"])),
        tuple(draw(st.lists(fixes, max_size=2))),
    )


MANY = st.lists(findings(), max_size=6)


def finding(
    code: str = "QW401", file: str = "programs/a.yaml", line: int = 3, column: int = 8, **more: object
) -> Finding:
    """A harmless finding, in `owner: Bappeda` where nothing else is said."""
    severity = RULES[code].severity
    shown = {"what": "It is so.", "mend": "Mend it.", "excerpt": "owner: Bappeda", "fixes": (), "severity": severity}
    shown |= more
    place = Place(file, line, column, ("owner",), str(shown["excerpt"]))
    return Finding(code, place, str(shown["what"]), str(shown["mend"]), shown["severity"], shown["fixes"])  # type: ignore[arg-type]
