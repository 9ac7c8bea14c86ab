"""The keys of our files and what may stand behind them, right and wrong, for `tests/grammar.py`."""

from dataclasses import dataclass
from typing import Any, TypeAlias

Kind: TypeAlias = tuple[str, ...]
"""Ways to write a value."""


@dataclass(frozen=True)
class Items:
    """A list of values of one kind."""

    of: Any


Group: TypeAlias = list[tuple[str, Any]]
"""Keys and what stands behind each, a kind, a group or items; the first two are nearly always there."""

NUMBERS = (
    "1", "12", "4", "0", "-1", "0.5", "12.5", "'1,5'", "'1.200.000,50'", "1.200", "'1.200'", "1,200", "Rp500 juta",
    "Rp 1,5 miliar", "Rp1.5", "15.1 juta", "30%", "101%", "43/185", "1/0", "1e6", ".5", ".nan", "0777", "0x1F", "5 M",
    "100 days", "6 weeks", "3 bulan", "2 years", "true", "1_000", "٣", "½", "9" * 400, "999 triliun", "1:30",
    "2022-09-01", "+3", "--3", "1 000",
)  # fmt: skip
TEXTS = (
    "Water", "no", "yes", "Ramadan bazar", "Sampit’s market", "é😀", "a\u2028b", "a\u00a0b", "\u202eb", "::error::x",
    "##[group]", "<b>x</b>", "=1+1", "a #b", "a # b", "x" * 300, "~", "null", "QRIS app", "first stone", "MoU signed",
    "A very long name of a program that goes on and on", "(a|a)*b", "a;b",
)  # fmt: skip
WRONG = (
    "Dinas PU: water", "[bold]", "*a", "&a", "!a", "%a", "@a", "`a`", "- a", "? a", "a: b", "'", '"', "\\", "|", ">",
    "{",
    "}", "", "2022-02-30", "6", "half", "x", "-x", "13-31", "9", "1850", "..", "/etc", "contexts/plce.yaml", "QW9",
    "0", "road", "water",
)  # fmt: skip
TROUBLE = (
    "\x00", "\x1b[31m", "\t", "\u2028", "\x85", "\ufeff", "\ud800", "&a [*a]", "!!int 5", "<<: *a", "*nowhere", "[",
    "]",
    "{", "}", "'", '"', "\n%TAG ! x\n", "\n---\n", "\n...\n", "? ", "- ", ": ", "[[[[[[[[[[", "|\n", "{1,5}",
    "[a b: c]",
    "\n  x: 1\n", "{a: {b: {c: {d: 1}}}}", "&x &y z", "!<tag:x> 1", "\\u0041", "#", " #", "\n\n\n",
)  # fmt: skip

SCORES = ("1", "2", "3", "4", "5", "40%")
MONTHS = ("2", "3", "6", "12", "100 days", "6 weeks", "3 bulan", "'1,5'", "2 years")
SHARES = ("40%", "0.5", "43/185", "1", "0", "30 persen", "'0,25'")
PEOPLE = ("4000", "12000", "200", "'12.000'", "15 ribu")
MONEY = ("Rp500 juta", "Rp1,5 miliar", "500 juta", "Rp2.000.000", "90")
DATES = ("2022-10-01", "2023-06", "2023-01-01", "2023-12-31")
DAYS = ("2022-10-01", "2023-01-01")
WHOLE = ("1", "3", "12")
NAMES = ("Water for the harbour", "Market", "Road", "Public library", "no", "é😀 ##[x]", "Ramadan bazar", "QRIS app")
IDS = ("road", "water", "books", "power", "a.b")
ENABLERS = ("electricity", "internet")
CODES = ("QW4", "QW501", "QW401", "qw2", "QW105")

ESTIMATE: Group = [
    ("low", ("200", "4000")),
    ("high", ("15 ribu", "12000")),
    ("likely", ("4000", "4.500,5")),
    ("source", NAMES),
    ("assumed", ("true", "false")),
]
FACT: Group = [
    ("value", PEOPLE), ("source", NAMES), ("year", ("2022", "2018")), ("unit", ("people",)), ("note", TEXTS),
]  # fmt: skip
SHARE: Group = [("value", SHARES), ("source", NAMES), ("year", ("2022", "2020")), ("assumed", ("true",))]
PHASES: Group = [("procurement", MONTHS), ("rollout", MONTHS), ("training", MONTHS)]
KPI: Group = [
    ("name", NAMES),
    ("unit", ("people", "villages")),
    ("target", PEOPLE),
    ("baseline", PEOPLE),
    ("by", DATES),
]
LEVELS: Group = [("none", SHARES), ("most", SHARES), ("some", SHARES), ("1", SHARES)]

PROGRAM: Group = [
    ("name", NAMES), ("time_to_benefit", MONTHS), ("dimension", ("society", "economy", "Society")),
    ("dimension", ("society", "economy")), ("subdimension", ("learning", "roads")), ("owner", ("Dinas PU",
    "dinas pu", "PU")),
    ("id", IDS), ("partners", Items(NAMES)), ("problem", TEXTS), ("target_group", NAMES), ("fallback", TEXTS),
    ("beneficiaries", ESTIMATE), ("beneficiaries", PEOPLE), ("time_to_benefit", PHASES), ("lasts", MONTHS),
    ("impact", [("ease", SCORES), ("equity", ("none", "some", "most")), ("reach", SCORES)]),
    ("needs", Items(ENABLERS)), ("provides", [("internet", SHARES), ("electricity", SHARES)]), ("reachable", SHARES),
    ("cost", [("capex", MONEY), ("opex_per_year", MONEY), ("note", TEXTS)]), ("cost", MONEY),
    ("funding", [("source", ("APBD",)), ("status", ("secured", "next", "none"))]),
    ("readiness", [("structure", [("people", SCORES), ("budget", SCORES)]), ("suprastructure", SCORES)]),
    ("depends_on", Items(IDS)), ("conflicts_with", Items(IDS)), ("kpi", Items(KPI)), ("legal_basis", Items(NAMES)),
    ("evidence", Items([("title", NAMES), ("url", ("https://x.id", "http://x.id")), ("date", DATES)])), ("note", TEXTS),
]  # fmt: skip

ITEMS = ("[people, budget]", "[budget, people]")
CRITERION: Group = [
    ("worst", ("1", "0")),
    ("best", ("5", "6")),
    ("title", NAMES),
    ("weight", PEOPLE),
    ("weight", SHARES),
]
CRITERIA: Group = [
    ("criteria", [
        ("ease", CRITERION),
        ("equity", [("levels", LEVELS), ("weight", SCORES), ("title", NAMES)]),
        ("reach", [
            ("measure", ("beneficiaries", "cost")), ("curve", Items(Items(SHARES))), ("per", ("population",
            "villages")),
            ("factor", ("true", "no")), ("weight", SCORES),
        ]),
    ]),
    ("start", ("2022-09-01",)), ("title", NAMES), ("round", ("2022", "first")), ("deadline", ("6", "12",
    "100 days")), ("horizon", ("24", "36")),
    ("discount_rate", SHARES), ("context", ("contexts/place.yaml",)),
    ("quick_win", [("impact", SHARES), ("readiness", SHARES)]),
    ("readiness", [
        ("pillars", [("structure", [("items", ITEMS), ("weight", SCORES)]), ("suprastructure", [("items",
        ("[policy]",))])]),
        ("scale", [("worst", SCORES), ("best", SCORES)]), ("assumed", SHARES), ("delay", SHARES), ("loss", SHARES),
    ]),
    ("dimensions", [
        ("society", [("priority", SHARES), ("quota", WHOLE), ("aliases", Items(("masyarakat", "warga")))]),
        ("economy", [("subdimensions", Items(("learning", "roads"))), ("quota", ("[1, 2]", "[0, 1]"))]),
    ]),
    ("budget_opens", [("next", DAYS), ("revised", DAYS)]),
    ("model", [("kind", ("sum", "product")), ("impact", SHARES), ("time", SHARES)]),
    ("plan", [("total", WHOLE), ("per_owner", WHOLE), ("budget", [("2022", MONEY), ("2023", MONEY)])]),
    ("check", [
        ("select", Items(CODES)), ("ignore", Items(CODES)), ("per_path", [("programs/*.yaml", Items(CODES))]),
        ("budget_year_ends", ("12-31", "06-30")), ("nested", Items(ENABLERS)), ("scarce", SHARES),
        ("precedents", Items([("words", Items(NAMES)), ("months", MONTHS), ("source", TEXTS)])), ("built",
        Items(TEXTS)),
    ]),
    ("quickwin", ("1", "'1'")), ("note", TEXTS),
]  # fmt: skip
CONTEXT: Group = [
    ("facts", [("population", FACT), ("population", PEOPLE), ("villages", FACT)]),
    ("coverage", [("electricity", SHARE), ("internet", SHARE), ("road", SHARES)]),
    ("name", NAMES), ("currency", [("symbol", ("Rp", "$")), ("decimal", ('","', '"."')), ("unit", MONEY)]),
    ("note", TEXTS),
]  # fmt: skip
RARE = frozenset(
    {
        "id",
        "subdimension",
        "depends_on",
        "conflicts_with",
        "curve",
        "per",
        "scale",
        "measure",
        "factor",
        "reach",
        "model",
        "currency",
    }
)
"""Keys that seldom fit what stands around them: not in studies without mistakes."""
LISTED = frozenset(
    {
        "structure",
        "suprastructure",
        "dimensions",
        "readiness",
        "pillars",
        "electricity",
        "internet",
        "coverage",
        "context",
    }
)
"""Keys without which those of other files are unknown."""
