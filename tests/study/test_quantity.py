"""The one grammar for every number in a string: what it takes and refuses, and that it reads what it writes."""

import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quickwin.study.quantity import Grammar, Kind, Number, Unreadable, parse, write

COMMA = Grammar()
POINT = Grammar(symbol="$", decimal=".")
DAY = 1 / 30.4375

ACCEPTED = [
    ("123", Kind.COUNT, 123),
    ("0", Kind.COUNT, 0),
    ("1,5", Kind.COUNT, 1.5),
    ("0,200", Kind.COUNT, 0.2),
    ("1234,567", Kind.COUNT, 1234.567),
    ("1.200.000,50", Kind.COUNT, 1200000.5),
    ("1.200,500", Kind.COUNT, 1200.5),
    ("1.200", Kind.COUNT, 1200),
    ("1.200", Kind.SHARE, 1200),
    ("0.5", Kind.COUNT, 0.5),
    ("0.125", Kind.COUNT, 0.125),
    ("12.5", Kind.COUNT, 12.5),
    ("1234.567", Kind.COUNT, 1234.567),
    ("-3", Kind.NUMBER, -3),
    ("+ 3", Kind.NUMBER, 3),
    ("15.1 juta", Kind.COUNT, 15100000),
    ("1.200 juta", Kind.COUNT, 1.2e9),
    ("12 ribu", Kind.COUNT, 12000),
    ("12rb", Kind.COUNT, 12000),
    ("2 JT", Kind.COUNT, 2e6),
    ("2 milyar", Kind.COUNT, 2e9),
    ("2 thousand", Kind.COUNT, 2000),
    ("1/2 juta", Kind.COUNT, 500000),
    ("1/2 miliar", Kind.MONEY, 5e8),
    ("Rp1/2 miliar", Kind.MONEY, 5e8),
    ("-Rp 1/2 Juta", Kind.MONEY, -5e5),
    ("1/2 juta Rp.", Kind.FACT, 5e5),
    ("0.125%", Kind.SHARE, 0.00125),
    ("33.3333%", Kind.SHARE, 0.333333),
    ("1.200,5 %", Kind.NUMBER, 12.005),
    ("142/185", Kind.COUNT, 142 / 185),
    ("Rp652 juta", Kind.MONEY, 652e6),
    ("Rp 652 juta", Kind.MONEY, 652e6),
    ("rp.652\N{NO-BREAK SPACE}Juta", Kind.MONEY, 652e6),
    ("Rp.\N{THIN SPACE}652 juta", Kind.MONEY, 652e6),
    ("500 juta Rp", Kind.MONEY, 500e6),
    ("500Rp.", Kind.MONEY, 500),
    ("-Rp5", Kind.MONEY, -5),
    ("Rp-5", Kind.MONEY, -5),
    ("Rp1.5 miliar", Kind.MONEY, 1.5e9),
    ("Rp1.500", Kind.MONEY, 1500),
    ("Rp1,5", Kind.MONEY, 1.5),
    ("12.5", Kind.MONEY, 12.5),
    ("Rp2 triliun", Kind.FACT, 2e12),
    ("40%", Kind.FACT, 0.4),
    ("3/4", Kind.FACT, 0.75),
    ("12.5%", Kind.SHARE, 0.125),
    ("12,5 %", Kind.SHARE, 0.125),
    ("0.7%", Kind.SHARE, 0.007),
    ("30 persen", Kind.SHARE, 0.3),
    ("43/185", Kind.SHARE, 43 / 185),
    ("0.07", Kind.SHARE, 0.07),
    ("40%", Kind.WEIGHT, 0.4),
    ("1/3", Kind.WEIGHT, 1 / 3),
    ("6", Kind.MONTHS, 6),
    ("1 day", Kind.MONTHS, DAY),
    ("100 days", Kind.MONTHS, 100 * 16 / 487),
    ("2 hari", Kind.MONTHS, 2 * DAY),
    ("6 weeks", Kind.MONTHS, 6 * 7 * 16 / 487),
    ("1 minggu", Kind.MONTHS, 7 / 30.4375),
    ("3 Bulan", Kind.MONTHS, 3),
    ("1,5 years", Kind.MONTHS, 18),
    ("1/2 tahun", Kind.MONTHS, 6),
    ("2 ribu hari", Kind.MONTHS, 2000 * 16 / 487),
    ("75%", Kind.SCORE, 0.75),
    ("4", Kind.SCORE, 4),
    ("Rp5 juta", Kind.NUMBER, 5e6),
]


@pytest.mark.parametrize(("text", "kind", "value"), ACCEPTED)
def test_what_is_read(text: str, kind: Kind, value: float) -> None:
    number = parse(text, kind)
    assert number.value == value
    assert number.percent == ("%" in text or "persen" in text)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("1,200", Kind.COUNT, 1200),
        ("1,200,000.5", Kind.COUNT, 1200000.5),
        ("1.200", Kind.COUNT, 1.2),
        ("$1.5", Kind.MONEY, 1.5),
        ("33.333%", Kind.SHARE, 0.33333),
        ("$ 2.7 million", Kind.MONEY, 2.7e6),
        ("5$", Kind.MONEY, 5),
    ],
)
def test_where_the_decimal_mark_is_a_dot(text: str, kind: Kind, value: float) -> None:
    assert parse(text, kind, POINT).value == value


REFUSED = [
    ("Rp1.5", Kind.MONEY, ["Rp1,5", "Rp1,5 juta"]),
    ("Rp0.5", Kind.MONEY, ["Rp0,5"]),
    ("1,200", Kind.COUNT, ["1200", "1,2"]),
    ("12,345%", Kind.SHARE, ["12345%", "12,3450%"]),
    ("1,200,000", Kind.COUNT, ["1.200.000"]),
    ("1,200.50", Kind.COUNT, ["1.200,5"]),
    ("1.2.3", Kind.COUNT, ["123", "12,3"]),
    ("1e6", Kind.COUNT, ["1000000"]),
    ("1.5e-3", Kind.COUNT, ["without e"]),
    (".5", Kind.SHARE, ["0,5", "5"]),
    ("5.", Kind.COUNT, ["5"]),
    ("5 M", Kind.MONEY, ["5 juta", "5 miliar"]),
    ("Rp5 M", Kind.MONEY, ["Rp5 juta", "Rp5 miliar"]),
    ("5k", Kind.COUNT, ["5 ribu"]),
    ("1_000", Kind.COUNT, ["1000"]),
    ("1'000", Kind.COUNT, ["1000"]),
    ("1 200 000", Kind.COUNT, ["1200000"]),
    ("1\N{NARROW NO-BREAK SPACE}200", Kind.COUNT, ["1200"]),
    ("0x1F", Kind.COUNT, ["31"]),
    ("0777", Kind.COUNT, ["777"]),
    ("00", Kind.COUNT, ["0"]),
    ("007,5", Kind.COUNT, ["7,5"]),
    ("01.200", Kind.COUNT, ["1200"]),
    ("true", Kind.COUNT, ["12000"]),
    ("yes", Kind.SHARE, ["30%"]),
    ("NaN", Kind.COUNT, ["12000"]),
    (".inf", Kind.COUNT, ["12000"]),
    ("infinity", Kind.COUNT, ["12000"]),
    ("2 ribu triliun", Kind.COUNT, ["2 juta"]),
    ("2 hari ribu", Kind.MONTHS, ["100 days"]),
    ("1 year 6 months", Kind.MONTHS, ["one number"]),
    ("3-6 months", Kind.MONTHS, ["{low: 3 months, high: 6 months}"]),
    ("1/0", Kind.SHARE, ["above 0"]),
    ("1/2%", Kind.SHARE, ["30%"]),
    ("1/2/3", Kind.SHARE, ["30%"]),
    ("Rp5 Rp", Kind.MONEY, ["Rp500 juta"]),
    ("-Rp-5", Kind.MONEY, ["Rp500 juta"]),
    ("--5", Kind.COUNT, ["12000"]),
    ("5 %%", Kind.SHARE, ["30%"]),
    ("5%", Kind.COUNT, ["12000"]),
    ("5 days", Kind.MONEY, ["Rp500 juta"]),
    ("5 days", Kind.NUMBER, ["40%"]),
    ("5 juta", Kind.SHARE, ["30%"]),
    ("Rp5", Kind.WEIGHT, ["30%"]),
    ("Rp5", Kind.COUNT, ["12000"]),
    ("33.333%", Kind.SHARE, ["33333%", "33,3330%"]),
    ("-1.200 Persen", Kind.NUMBER, ["-1200 Persen", "-1,2 Persen"]),
    ("33.333 %", Kind.WEIGHT, ["33333%"]),
    ("1.5 Rp", Kind.MONEY, ["Rp1,5, Rp1,5 juta,"]),
    ("Rp1.5/2", Kind.MONEY, ["Rp1,5/2,"]),
    ("1,200/1.2.3", Kind.SHARE, ["1200/123, 1200/12,3, 1,2/123 or 1,2/12,3"]),
    ("12.5 juta Rupiah", Kind.MONEY, ["Rp12,5 juta."]),
    ("1,200 rupiah", Kind.MONEY, ["Rp1200 or Rp1,2."]),
    ("5 rp juta", Kind.MONEY, ["Rp5 juta."]),
    ("5 juta M", Kind.MONEY, ["Rp500 juta"]),
    ("5 k", Kind.SHARE, ["30%"]),
    ("5 0 0", Kind.COUNT, ["500"]),
    ("0 5", Kind.COUNT, ["Write 5 "]),
    ("1e99", Kind.COUNT, ["without e"]),
    ("1,5-2,5", Kind.MONTHS, ['{low: "1,5", high: "2,5"}']),
    ("1,200-1,500", Kind.COUNT, ["12000"]),
    ("\N{ARABIC-INDIC DIGIT ZERO}5", Kind.COUNT, ["0 to 9"]),
    ("5% juta", Kind.FACT, ["436079"]),
    ("2 milyarr", Kind.MONEY, ["milyar"]),
    ("500 juta rupiah", Kind.MONEY, ["Rp500 juta"]),
    ("6 monts", Kind.MONTHS, ["month"]),
    ("\N{ARABIC-INDIC DIGIT FIVE}0", Kind.COUNT, ["50"]),
    ("\N{FULLWIDTH DIGIT FIVE}", Kind.COUNT, ["5"]),
    ("\N{VULGAR FRACTION ONE HALF}", Kind.SHARE, ["0 to 9"]),
    ("", Kind.COUNT, ["12000"]),
    (" \N{NO-BREAK SPACE}", Kind.COUNT, ["12000"]),
    ("Rp", Kind.MONEY, ["Rp500 juta"]),
    ("2022-09-01", Kind.COUNT, []),
    ("1" * 61, Kind.COUNT, []),
    ("1" + "0" * 400, Kind.MONEY, []),
]


@pytest.mark.parametrize(("text", "kind", "readings"), REFUSED)
@pytest.mark.parametrize("plain", [False, True])
def test_what_is_refused_with_its_readings(text: str, kind: Kind, readings: list[str], *, plain: bool) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse(text, kind, plain=plain)
    assert refusal.value.what
    for reading in readings:
        assert reading in refusal.value.mend
    assert text[:41] not in refusal.value.what or len(text) <= 40


@pytest.mark.parametrize(("text", "reading"), [("1,5", "1.5"), ("1,2000", "12000"), ("1.2.3", "12.3")])
def test_another_comma_is_refused_where_the_decimal_mark_is_a_dot(text: str, reading: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse(text, Kind.COUNT, POINT)
    assert reading in refusal.value.mend.replace("12,000", "12000")


def test_words_are_shown_as_they_were_written() -> None:
    with pytest.raises(Unreadable, match="“5 M” holds a word that is not known: “M”") as refusal:
        parse("5 M", Kind.MONEY)
    assert "“M”" in refusal.value.what


def test_another_currency_is_not_proposed_for_rupiah() -> None:
    with pytest.raises(Unreadable) as refusal:
        parse("5 rupiah", Kind.MONEY, POINT)
    assert refusal.value.mend == "Write money, such as $500 million."


MARKED = st.from_regex(r"[0-9]{0,3}([.,][0-9]{1,4}){0,3}", fullmatch=True)
ENDINGS = ["", " juta", " Juta", " M", "%", " persen", " hari", " Rp", " juta rupiah", " rupiah", " k"]
FACTORS: dict[str, float] = {"juta": 10**6, "miliar": 10**9, "triliun": 10**12, "million": 10**6, "billion": 10**9}
FACTORS |= {"ribu": 1000, "thousand": 1000, "%": 0.01, "persen": 0.01, "hari": DAY, "rupiah": 1}


def meanings(digits: str) -> set[float]:
    """What digits with marks may mean: the marks join groups, or one of them stands before decimals."""
    whole = digits.replace(".", "").replace(",", "")
    head, mark, tail = digits.replace(",", ".").rpartition(".")
    found = {float(whole)} if whole else set()
    found |= {float(f"0.{whole[1:]}")} if whole[:1] == "0" and whole[1:] else set()
    found |= {float(f"{head.replace('.', '') or 0}.{tail}")} if mark and tail else set()
    return found | ({float(f"0.{whole}")} if digits[:1] in {".", ","} else set())


@given(
    money=st.sampled_from(["", "Rp", "-Rp ", "-", "Rp. "]),
    digits=MARKED,
    ending=st.sampled_from(ENDINGS),
    kind=st.sampled_from(Kind),
    plain=st.booleans(),
)
@example(money="", digits="1.5", ending=" Rp", kind=Kind.MONEY, plain=True)
@example(money="", digits="12.5", ending=" juta rupiah", kind=Kind.MONEY, plain=True)
@example(money="", digits="33.333", ending="%", kind=Kind.NUMBER, plain=True)
def test_what_a_refusal_proposes_is_read_as_what_the_text_may_mean(
    money: str, digits: str, ending: str, kind: Kind, *, plain: bool
) -> None:
    try:
        parse(f"{money}{digits}{ending}", kind, plain=plain)
    except Unreadable as refusal:
        proposed = re.fullmatch(r"Write (-?(?:Rp)?[0-9].*)\.", refusal.mend)
        for reading in re.split(", | or ", proposed[1]) if proposed else []:
            value = abs(parse(reading, kind, plain=False).value)
            factor = math.prod(FACTORS[word] for word in re.findall(r"[a-z]{3,}|%", reading.casefold()))
            assert any(value == pytest.approx(meant * factor) for meant in meanings(digits)), reading


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("grammar", [COMMA, POINT, Grammar("kr."), Grammar("RM", ".")])
def test_the_examples_of_a_refusal_are_read(kind: Kind, grammar: Grammar) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse("?", kind, grammar)
    for text in re.split(", | or ", refusal.value.mend.removesuffix(".").partition("such as ")[2]):
        parse(text, kind, grammar)


def test_names_the_foreign_digit() -> None:
    with pytest.raises(Unreadable, match="arabic-indic digit five"):
        parse("\N{ARABIC-INDIC DIGIT FIVE}", Kind.COUNT)


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.MONEY, Kind.FACT])
def test_a_plain_number_with_three_decimals_is_refused_where_it_may_be_thousands(kind: Kind) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse("1.200", kind, plain=True)
    assert refusal.value.mend == "Write 1200 or 1.2."
    assert parse("1.200", kind, POINT, plain=True).value == 1.2
    assert parse("0.200", kind, plain=True).value == 0.2


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.COUNT, Kind.MONEY, Kind.FACT}))
def test_elsewhere_it_is_a_decimal(kind: Kind) -> None:
    assert parse("1.200", kind, plain=True).value == 1.2


def test_what_a_plain_number_with_three_other_decimals_may_mean_is_readable() -> None:
    with pytest.raises(Unreadable) as refusal:
        parse("-1.234", Kind.COUNT, plain=True)
    assert refusal.value.mend == "Write -1234 or -1.2340."
    assert parse("-1.2340", Kind.COUNT, plain=True).value == -1.234


@pytest.mark.parametrize(
    ("symbol", "text", "value"),
    [
        ("RM", "rm5", 5),
        ("kr.", "5 kr", 5),
        ("kr.", "kr. 5", 5),
        ("kr.", "5,5 kr.", 5.5),
        ("\N{EURO SIGN}", "5 \N{EURO SIGN}", 5),
        ("B/.", "B/.5", 5),
        ("n", "5 million", 5e6),
        ("m", "5 million", 5e6),
        ("m", "m5", 5),
        ("a", "5 juta", 5e6),
        ("", "5", 5),
    ],
)
def test_the_currency_is_data(symbol: str, text: str, value: float) -> None:
    assert parse(text, Kind.MONEY, Grammar(symbol)).value == value


def test_another_currency_is_not_taken_for_ours() -> None:
    with pytest.raises(Unreadable):
        parse("Rp5", Kind.MONEY, Grammar("$"))


WRITTEN = [
    (12000, Kind.COUNT, "12000"),
    (1234567.5, Kind.COUNT, "1.234.567,5"),
    (1.234, Kind.COUNT, "1,2340"),
    (0.3, Kind.SHARE, "30%"),
    (0.125, Kind.SHARE, "12,5%"),
    (43 / 185, Kind.SHARE, "0,23243243243243245"),
    (652e6, Kind.MONEY, "Rp652 juta"),
    (2.7e9, Kind.MONEY, "Rp2,7 miliar"),
    (1.234e9, Kind.MONEY, "Rp1.234 juta"),
    (-12000, Kind.MONEY, "-Rp12.000"),
    (6, Kind.MONTHS, "6 months"),
    (1, Kind.MONTHS, "1 month"),
    (6.5, Kind.MONTHS, "6,5 months"),
    (0.75, Kind.SCORE, "0,75"),
    (1e22, Kind.NUMBER, "10.000.000.000.000.000.000.000"),
    (-0.0, Kind.NUMBER, "0"),
]


@pytest.mark.parametrize(("value", "kind", "text"), WRITTEN)
def test_what_is_written(value: float, kind: Kind, text: str) -> None:
    assert write(value, kind) == text


def test_money_is_written_in_the_language_of_its_currency() -> None:
    assert write(2.7e9, Kind.MONEY, POINT) == "$2.7 billion"
    assert write(5, Kind.MONEY, Grammar("kr.")) == "kr. 5"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_not_written(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        write(value, Kind.NUMBER)


SIZES = st.floats(1e-30, 1e30)
VALUES = st.one_of(
    st.just(0.0),
    st.integers(-(10**15), 10**15).map(float),
    st.decimals(-10000, 10000, places=3).map(float),
    SIZES,
    SIZES.map(lambda size: -size),
)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("grammar", [COMMA, POINT, Grammar("kr."), Grammar("RM", ".")])
@given(value=VALUES, plain=st.booleans())
@example(value=1.234, plain=True)
@example(value=12000.0, plain=True)
@example(value=0.012345, plain=True)
def test_what_is_written_is_read_back(kind: Kind, grammar: Grammar, value: float, *, plain: bool) -> None:
    assert parse(write(value, kind, grammar), kind, grammar, plain=plain).value == value


NUMBERLIKE = st.text("0123456789.,/%-+ eExX_RrpPjut\u00a0\u00b2\N{ARABIC-INDIC DIGIT FIVE}")


@given(
    text=st.one_of(st.text(), NUMBERLIKE, st.text("\ud800\x00\u0130\u00df5 ")),
    kind=st.sampled_from(Kind),
    symbol=st.sampled_from(["Rp", "$", "kr.", "B/.", "", ".", "("]),
    decimal=st.sampled_from(",."),
    plain=st.booleans(),
)
def test_any_text_is_a_finite_number_or_refused_in_two_sentences(
    text: str, kind: Kind, symbol: str, decimal: str, *, plain: bool
) -> None:
    outcome: Number | Unreadable
    try:
        outcome = parse(text, kind, Grammar(symbol, decimal), plain=plain)
    except Unreadable as refusal:
        outcome = refusal
    if isinstance(outcome, Unreadable):
        assert outcome.what.endswith(".")
        assert outcome.mend
    else:
        assert math.isfinite(outcome.value)


def test_a_refusal_can_be_read_again() -> None:
    for _ in range(2):
        with pytest.raises(Unreadable, match="Write 1200 or 1,2"):
            parse("1,200", Kind.COUNT)
