"""Numbers and texts as YAML scalars, in the many spellings that mean the same."""

import json
import re
from dataclasses import dataclass
from fractions import Fraction
from random import Random

MAGNITUDES = {
    "ribu": 10**3,
    "rb": 10**3,
    "thousand": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "million": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "billion": 10**9,
    "triliun": 10**12,
    "trillion": 10**12,
}
A_DAY = Fraction(16, 487)  # 1 / 30.4375 of a month
TIMES = {
    "day": A_DAY,
    "days": A_DAY,
    "hari": A_DAY,
    "week": 7 * A_DAY,
    "weeks": 7 * A_DAY,
    "minggu": 7 * A_DAY,
    "month": Fraction(1),
    "months": Fraction(1),
    "bulan": Fraction(1),
    "year": Fraction(12),
    "years": Fraction(12),
    "tahun": Fraction(12),
}
PLAIN_TEXT = re.compile(r"[A-Za-z][A-Za-z0-9 _./-]*(?<! )|[1-9][0-9.]*|[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")
PLAIN_NUMBER = re.compile(r"[A-Za-z0-9+-][A-Za-z0-9 ./%+-]*")
READ_AS_NOTHING_OR_BOOLEAN = {"null", "true", "false"}
MOST_PLACES = 9


@dataclass(frozen=True)
class Scalar:
    """A scalar as it stands in the file, quotes included."""

    text: str


@dataclass(frozen=True)
class Speller:
    """Spells numbers as one context does: its currency, and its decimal mark."""

    rng: Random
    symbol: str = "Rp"
    decimal: str = ","

    def number(self, number: Fraction) -> Scalar:
        """A number of no particular kind: a weight, a score, an end of a scale."""
        return self.one_of([*self.bare(number), *map(self.string, self.in_words(number))])

    def share(self, number: Fraction) -> Scalar:
        """A share: a decimal, a percentage, or one count over another."""
        found = [*self.bare(number), *map(self.string, [*self.in_words(number), *self.percent(number)])]
        if number.numerator <= 1000 and number.denominator <= 1000:
            times = self.rng.choice([1, 1, 2])
            found.append(self.string(f"{number.numerator * times}/{number.denominator * times}"))
        return self.one_of(found)

    def score(self, number: Fraction, place: Fraction | None) -> Scalar:
        """A judged score: on its scale, or as a percentage of the way from worst to best."""
        found = [*self.bare(number), *map(self.string, self.in_words(number))]
        if place is not None:
            found += map(self.string, self.percent(place))
        return self.one_of(found)

    def count(self, number: Fraction) -> Scalar:
        """People and facts: digits, groups of three, or with a word for a magnitude."""
        words = [*self.in_words(number), *self.with_magnitude(number)]
        return self.one_of([*self.bare(number, padded=True), *map(self.string, words)])

    def money(self, number: Fraction) -> Scalar:
        """An amount of money, with the currency before or after it, or without."""
        words = [*self.in_words(number), *self.with_magnitude(number)]
        for amount in list(words):
            if "." in amount and number < 1000 and amount[-1].isdigit():
                continue  # Rp1.5 may mean 1,500
            words += [f"{self.symbol}{amount}", f"{self.symbol} {amount}", f"{amount} {self.symbol}"]
            if self.symbol == "Rp":
                words += [f"Rp. {amount}", f"rp{amount}"]
        return self.one_of([*self.bare(number, padded=True), *map(self.string, words)])

    def duration(self, months: Fraction) -> Scalar:
        """Months, or any unit in which the number is short."""
        found = [*self.bare(months)]
        for name, unit in TIMES.items():
            found += [self.string(f"{text} {name}") for text in self.in_words(months / unit)]
        return self.one_of(found)

    def bare(self, number: Fraction, *, padded: bool = False) -> list[Scalar]:
        """A plain YAML number; `padded` where 1.200 as it stands is refused."""
        digits = digits_of(number)
        if digits is None:
            return []
        whole, places = digits
        return [Scalar(joined(whole, ".", four_for_three(whole, places) if padded else places))]

    def in_words(self, number: Fraction) -> list[str]:
        """Strings of the grammar that mean this number."""
        digits = digits_of(number)
        if digits is None:
            return []
        whole, places = digits
        safe = four_for_three(whole, places)
        found = [joined(whole, self.decimal, safe), joined(whole, ".", safe)]
        if len(whole.lstrip("-")) > 3 and len(places) != 3:
            found.append(
                joined(f"{int(whole):,}".replace(",", "." if self.decimal == "," else ","), self.decimal, places)
            )
        if number > 0 and self.rng.random() < 0.1:
            found.append(f"+{found[0]}")
        return found

    def percent(self, share: Fraction) -> list[str]:
        """A share in hundredths."""
        return [f"{text}{sign}" for text in self.in_words(100 * share) for sign in ("%", " %", " persen", " PERSEN")]

    def with_magnitude(self, number: Fraction) -> list[str]:
        """A number counted in thousands or more."""
        word = self.rng.choice(sorted(MAGNITUDES))
        if not number or digits_of(number / MAGNITUDES[word]) is None:
            return []
        written = self.rng.choice([word, word.upper(), word.title()])
        return [f"{text} {written}" for text in self.in_words(number / MAGNITUDES[word])]

    def string(self, text: str) -> Scalar:
        """A number's text, without quotes where YAML would read it as the same text."""
        bare_reads_otherwise = re.fullmatch(r"[0-9.]+", text) is not None
        if PLAIN_NUMBER.fullmatch(text) and not bare_reads_otherwise and self.rng.random() < 0.6:
            return Scalar(text)
        return quoted(self.rng, text)

    def text(self, text: str) -> Scalar:
        """A name, an id, a level: text as written."""
        plain = PLAIN_TEXT.fullmatch(text) and text.lower() not in READ_AS_NOTHING_OR_BOOLEAN
        return Scalar(text) if plain and self.rng.random() < 0.7 else quoted(self.rng, text)

    def one_of(self, found: list[Scalar]) -> Scalar:
        """Any of the spellings."""
        return self.rng.choice(found)


def quoted(rng: Random, text: str) -> Scalar:
    """A text in one of the two kinds of quotes."""
    if rng.random() < 0.5:
        return Scalar("'" + text.replace("'", "''") + "'")
    return Scalar(json.dumps(text, ensure_ascii=rng.random() < 0.5))


def digits_of(number: Fraction) -> tuple[str, str] | None:
    """The digits before and after the decimal mark, or None where they would be too many."""
    scaled = number * 10**MOST_PLACES
    if scaled.denominator != 1:
        return None
    sign = "-" if number < 0 else ""
    whole, rest = divmod(abs(scaled.numerator), 10**MOST_PLACES)
    return f"{sign}{whole}", f"{rest:0{MOST_PLACES}d}".rstrip("0")


def four_for_three(whole: str, places: str) -> str:
    """Three decimals become four, so that they cannot be taken for a group of three."""
    return f"{places}0" if len(places) == 3 and whole.lstrip("-") != "0" else places


def joined(whole: str, mark: str, places: str) -> str:
    """A number with its decimal mark, if it has decimals."""
    return f"{whole}{mark}{places}" if places else whole
