"""Every document of the YAML test suite: told about in plain words wherever it stands, and read as the suite says.

Where it is not read so, it is listed below with the reason, so that a change shows.
"""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.hostile.collect import SUITE
from tests.hostile.expecting import read as read_study
from tests.hostile.expecting import sound_report

from quickwin.checking.check import check
from quickwin.files.yaml import Data, Plain, read

TESTS = {one["id"]: one for one in json.loads(SUITE.read_text(encoding="utf-8"))["tests"]}
ROLES = ("programs/books.yaml", "criteria.yaml", "contexts/place.yaml")

REFUSED = {
    ("QW103", "tags are refused"): (
        "2AUY 2XXW 33X3 35KP 52DL 565N 57H4 6JWB 735Y 74H7 7FWL 8MK2 9KAX BU8L CUP7 EHF6 F2C7 FH7J HMQ5 J7PZ L94M LE5A "
        "M5C3 S4JQ UGM3 UKK6/2 WZ62 Z67P"
    ),
    ("QW103", "%directives are refused"): (
        "27NA 2LFX 5TYM 6CK3 6LVF 6WLZ 6ZKB 9DXL 9WXW BEC7 C4HZ CC74 DK95/7 MUS6/2 MUS6/3 MUS6/4 MUS6/5 MUS6/6 P76L "
        "RTP8 U3C3 W4TN Z9M4"
    ),
    ("QW103", "keys that are no text are refused"): (
        "26DV 4FJ6 6BFJ 6PBE 9MMW E76Z KK5P LX3P M2N8/1 M5DY Q9WF RZP5 SBG9 V9D5 X38W XW4D"
    ),
    ("QW102", "keys of nothing are refused"): "2JQS 2SXE 6M2F DFF7 M2N8/0 NHX8 NKF9 PW8X S3PD SM9W/1 UKK6/0",
    ("QW102", "libyaml takes no tab there"): (
        "6BCT 6CA3 96NN/0 96NN/1 A2M4 DK95/0 DK95/3 DK95/4 Q5MG R4YG Y79Y/1 Y79Y/10"
    ),
    ("QW102", "libyaml wants a space behind a colon between brackets"): (
        "4ABK 4MUZ/0 4MUZ/1 4MUZ/2 58MP 5MUD 5T43 9SA2 CFD4 DBG4 FRK4 HM87/0 K3WX NJ66 UT92 VJP3/1"
    ),
    ("QW102", "libyaml wants --- behind ..."): "7Z25 DK3J FP8R HWV9 M7A3 QT73",
    ("QW102", "libyaml takes an anchor's name to be of letters, digits, - and _"): "8XYN W5VH",
}
"""What the suite takes for YAML and is refused: the code and the reason, and which it is."""
ACCEPTED = {
    "a comment without a blank before it": "9JBA CVW2 SU5Z X4QW",
    "lines between brackets or quotes less far in than they should be": "9C9N DK95/1 QB6E Y79Y/3",
    "a dash alone between brackets": "G5U8 YJV2",
    "a first line of blanks further in than the text below": "S98Z",
}
"""What the suite takes for no YAML, and libyaml and with it quickwin reads; what it says is not in doubt."""
OTHERWISE = {
    "libyaml takes ? between brackets for a sign wherever it stands": "652Z HM87/1",
    "blanks at the end of a text of many lines": "JEF9/2 L24T/1",
    "libyaml ends an anchor's name at a colon": "Y2GN",
}
"""What is read otherwise than the suite says."""

pytestmark = pytest.mark.skipif(not yaml.__with_libyaml__, reason="what is listed here is what libyaml does")


def listed(lists: dict[Any, str]) -> list[str]:
    """All ids of some lists, sorted."""
    return sorted(id for ids in lists.values() for id in ids.split())


def codes(id: str) -> set[str]:
    """The codes of what is told of the text alone."""
    return {one.code for one in read(TESTS[id]["yaml"].encode(), "a.yaml")[1]}


@pytest.mark.parametrize("id", list(TESTS))
def test_wherever_it_stands_a_report_comes_back(id: str, sound: Path) -> None:
    texts = read_study(sound)
    for role in ROLES:
        hostile = TESTS[id]["yaml"].encode()
        report = check([], texts={sound / role: hostile})
        sound_report(report, texts | {role: hostile})


def test_what_is_no_yaml_is_refused_but_for_these() -> None:
    assert sorted(id for id, one in TESTS.items() if one["fails"] and not codes(id)) == listed(ACCEPTED)


def test_what_is_yaml_is_read_but_for_these() -> None:
    assert sorted(id for id, one in TESTS.items() if not one["fails"] and codes(id)) == listed(REFUSED)
    assert all(code in codes(id) for (code, _), ids in REFUSED.items() for id in ids.split())


def test_data_is_as_the_suite_says_but_for_these() -> None:
    other = [id for id, one in TESTS.items() if "documents" in one and not codes(id) and not is_as_expected(one)]
    assert sorted(other) == listed(OTHERWISE)


def test_the_suite_is_here() -> None:
    assert len(TESTS) > 400
    assert sum(one["fails"] for one in TESTS.values()) > 90


def is_as_expected(one: dict[str, Any]) -> bool:
    """Whether a text says what its test says; documents in which nothing stands are left out."""
    documents, _ = read(one["yaml"].encode(), "a.yaml")
    expected = [document for document in one["documents"] if document is not None]
    return len(documents) == len(expected) and all(
        says(document.data, one) for document, one in zip(documents, expected, strict=True)
    )


def says(data: Data, expected: Any) -> bool:
    """Whether data, in which numbers and truths are text as written, is what JSON says."""
    if isinstance(expected, dict):
        return (
            isinstance(data, dict)
            and data.keys() == expected.keys()
            and all(says(data[key], expected[key]) for key in data)
        )
    if isinstance(expected, list):
        return isinstance(data, list) and len(data) == len(expected) and all(map(says, data, expected))
    if isinstance(expected, str) or expected is None:
        return data == expected or (expected is None and data == "")
    if not isinstance(data, Plain):
        return False
    if isinstance(expected, bool):
        return data.lower() == str(expected).lower()
    return (float(int(data, 0)) if data[:2] in {"0x", "0o"} else float(data)) == expected
