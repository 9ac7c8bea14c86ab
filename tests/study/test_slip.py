"""A slip of the hand is mended only where one name alone can be meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickwin.finding import Fix
from quickwin.study.slip import certain, certain_key, is_plain_slip, is_slip, respelled

KNOWN = ("beneficiaries", "owner", "time_to_benefit", "note", "data-centre", "village-power", "village-power-2", "base")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("benificiaries", "beneficiaries"),
        ("beneficiares", "beneficiaries"),
        ("beneficiariess", "beneficiaries"),
        ("beneficairies", "beneficiaries"),
        ("onwer", "owner"),
        ("wner", "owner"),
        ("OWNER", "owner"),
        ("Ownr", "owner"),
        ("time to benefit", "time_to_benefit"),
        ("TimeToBenefit", "time_to_benefit"),
        ("time-to_benefit", "time_to_benefit"),
        ("datacentre", "data-centre"),
        ("village_power-2", "village-power-2"),
        ("vilage-power", "village-power"),
        ("village-pwer-2", "village-power-2"),
        ("beneficaires", None),  # two slips
        ("village-power-3", None),  # another of the series
        ("village-power2x", None),
        ("tower", None),  # another word
        ("vote", None),
        ("nte", None),  # too short
        ("ote", None),
        ("1234", None),
        ("", None),
        ("internet", None),
    ],
)
def test_one_name_alone_is_meant(word: str, meant: str | None) -> None:
    assert certain_key(word, KNOWN) == ((Fix(meant),) if meant else ())


STUDY = (
    "population",
    "some",
    "most",
    "electricity",
    "village-power",
    "low-income",
    "pemuda",
    "jalan-barat",
    "grade-1a",
)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Population", "population"),
        ("LowIncome", "low-income"),
        ("populatoin", "population"),
        ("populaton", "population"),
        ("populattion", "population"),
        ("populetion", "population"),
        ("smoe", "some"),
        ("soome", "some"),
        ("vilage-power", "village-power"),
        ("vilxage-power", "village-power"),
        ("Low-incume", "low-income"),
        ("sone", None),  # a short word with another letter
        ("post", None),
        ("must", None),
        ("jalan-darat", None),
        ("village-tower", None),
        ("village-poweh", None),
        ("village-sower", None),
        ("slow-income", None),  # another first letter
        ("opulation", None),
        ("low-ncome", None),
        ("pemudi", None),  # another last letter
        ("grade-1b", None),  # another of the series
    ],
)
def test_a_name_of_the_study_is_meant_where_the_slip_makes_no_other_word(word: str, meant: str | None) -> None:
    assert certain(word, STUDY) == ((Fix(meant),) if meant else ())


@pytest.mark.parametrize("word", ["Jalan_Barat", "jalan barat", "jalanbarat", "JALAN-BARAT"])
def test_an_id_may_be_spelled_otherwise(word: str) -> None:
    assert respelled(word, ["jalan-barat", "jalan-barat-2"]) == (Fix("jalan-barat"),)
    assert respelled(word, ["jalan-barat", "jalan_barat"]) == ()


@pytest.mark.parametrize("word", ["jalan-darat", "jalan-brat", "jalan-barrat", "jaaln-barat", "jalan-barat-1"])
def test_another_letter_makes_another_id(word: str) -> None:
    assert respelled(word, ["jalan-barat", "jalan-barat-2"]) == ()


def test_a_name_that_is_near_in_another_way_makes_it_doubtful() -> None:
    assert certain("populationn", ["population", "populationm"]) == ()


def test_what_is_there_already_is_not_written_twice() -> None:
    assert certain("ownr", KNOWN, there={"owner": "PDAM"}) == ()
    assert certain("ownr", KNOWN, there={"note": "x"}) == (Fix("owner"),)


def test_of_two_that_are_as_near_none_is_meant() -> None:
    assert certain("roadd", ["road", "roads"]) == ()
    assert certain("Road Side", ["road-side", "road_side"]) == ()
    assert certain("Roads", ["road", "roads"]) == (Fix("roads"),)
    assert certain("school-a", ["school-b", "clinic-a"]) == ()
    assert certain("easem", ["ease", "easements"]) == ()


NAMES = st.text("abcd-1", max_size=7)


@given(NAMES, NAMES)
def test_a_slip_is_one_step_between_two_words(word: str, name: str) -> None:
    letters = sorted(set(word + name))
    steps = {name[:at] + name[at + 1 :] for at in range(len(name))}
    steps |= {name[:at] + letter + name[at:] for at in range(len(name) + 1) for letter in letters}
    steps |= {name[:at] + letter + name[at + 1 :] for at in range(1, len(name)) for letter in letters}
    steps |= {name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1)}
    assert is_slip(word, name) == (word in steps - {name})


@given(NAMES, NAMES)
def test_a_plain_slip_is_a_slip(word: str, name: str) -> None:
    assert is_slip(word, name) or not is_plain_slip(word, name)
