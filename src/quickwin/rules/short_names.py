"""Short forms of the names of offices: PUPR, Dinkes and DPMPTSP, each beside the name that it surely stands for."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from quickwin.rules.offices import WORD, joined

LITTLE = frozenset({"dan", "serta", "untuk", "di", "and", "of", "for", "the"})
"""Words that have no letter in an acronym."""
BRACKET = re.compile(r"(?P<name>[^()]*[^()\s])\s*\((?P<acronym>[^\W\d_]{3,12})\)")
PLACE = re.compile(
    r"(?P<name>\S.*?)[\s,]+(?i:kabupaten|kab\.?|kota)\s+(?P<place>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2})", re.DOTALL
)
SHORT = re.compile(r"di[ns](?P<rest>[^\W\d_]{3,})")
DINAS = "dinas"
LONGEST, MOST_WORDS = 200, 12
"""No office has a longer name."""
LONGEST_SHORT, MOST_COMPARED = 24, 10
"""So long is a short form behind its Din or Dis at most, and with so many names that begin alike it is compared."""
LETTERS, SURE, LONG = 3, 4, 5
"""An acronym has so many letters where the name begins as those of offices do, and so many where it does not; from
LONG letters on it need not be in capitals, if it stands in brackets."""

Words = tuple[str, ...]


class Office(NamedTuple):
    """A name: its words in small letters, and with acronyms as they are; its place and acronym where it has any."""

    words: Words
    shape: Words
    place: str
    acronym: str


def office(name: str) -> Office:
    """The parts of a name.

    >>> office("Dinas Pekerjaan Umum (DPU)").acronym, office("DPRD Kota Palangka Raya").place
    ('DPU', 'palangka raya')
    """
    place = acronym = ""
    bracket = BRACKET.fullmatch(name)
    if bracket and is_within(bracket["acronym"], bracket["name"]):
        name, acronym = bracket["name"], bracket["acronym"]
    trailing = PLACE.fullmatch(name)
    if trailing and (" " in trailing["name"] or trailing["name"].isupper() or SHORT.match(trailing["name"].casefold())):
        name, place = trailing["name"], trailing["place"].casefold()
    written = [word for word in WORD.findall(name) if word.casefold() not in LITTLE]
    words = tuple(word.casefold() for word in written)
    shape = tuple(word if word.isupper() and len(word) >= LETTERS else word.casefold() for word in written)
    return Office(words, shape, place, acronym)


def is_within(acronym: str, name: str) -> bool:
    """Whether a bracketed acronym is that of its name: in capitals, or long and beginning alike; its letters in order.

    >>> is_within("PUPR", "Dinas Pekerjaan Umum dan Penataan Ruang"), is_within("Dishub", "Dinas Perhubungan")
    (True, True)
    >>> is_within("Baamang", "Puskesmas")
    False
    """
    small, letters = acronym.casefold(), iter(name.casefold())
    looks_so = acronym.isupper() or (len(acronym) >= LONG and small[0] == name[:1].casefold())
    return looks_so and all(letter in letters for letter in small)


def same_office(names: Iterable[str], heads: Collection[str]) -> Iterator[list[str]]:
    """The names that surely stand for one office, where there are several; `heads` are words with which names begin.

    >>> list(same_office(["Dinkes", "Dinas Sosial", "Dinas Kesehatan"], ["dinas"]))
    [['Dinkes', 'Dinas Kesehatan']]
    """
    read = {name: office(name) for name in names if len(name) <= LONGEST}
    longer = stands_for(list(dict.fromkeys(one for one in read.values() if one.words)), heads)
    groups: defaultdict[Words, list[str]] = defaultdict(list)
    for name, one in read.items():
        words = one.words
        while words in longer:
            words = longer[words]
        if words:
            groups[words].append(name)
    for group in groups.values():
        if len(set(map(joined, group))) > 1 and len({read[name].place for name in group} - {""}) <= 1:
            yield group


def stands_for(every: list[Office], heads: Collection[str]) -> Mapping[Words, Words]:
    """For the words of each short form those of the one name that it stands for."""
    shapes: defaultdict[Words, set[Words]] = defaultdict(set)
    for one in every:
        shapes[one.shape].add(one.words)
    found: defaultdict[Words, dict[Words, None]] = defaultdict(dict)
    for one in every:
        for shape in acronyms(one, heads):
            for words in shapes.get(shape, ()):
                found[words][one.words] = None
    for words, longs in of_dinas({one.words: None for one in every}):
        found[words].update(dict.fromkeys(longs))
    longer = {}
    for words, meant in found.items():
        longest = [one for one in meant if meant.keys().isdisjoint(found.get(one, ())) and length(one) > length(words)]
        if len(longest) == 1:
            longer[words] = longest[0]
    return longer


def length(words: Words) -> int:
    """How many letters a name has."""
    return sum(map(len, words))


def bracketed(acronym: str, head: Words) -> Iterator[Words]:
    """The short forms that an acronym in brackets makes, alone and with the word with which the name begins."""
    for written in {acronym, acronym.casefold() if len(acronym) >= LONG else acronym}:
        yield (written,)
        if head:
            yield (*head, written)
            yield (head[0][0].upper() + written,)


def acronyms(one: Office, heads: Collection[str]) -> Iterator[Words]:
    """The short forms of a name that are made of first letters, or that stand in brackets behind it, as shapes."""
    words = one.words
    head = words[:1] if words[0] in heads else ()
    if one.acronym:
        yield from bracketed(one.acronym, head)
    if len(words) > MOST_WORDS or not all(map(str.isalpha, words)):
        return
    initials = "".join(word[0] for word in words).upper()
    for count in range(LETTERS if head else SURE, len(words) + 1):
        yield (initials[:count], *words[count:])
    if head and len(initials) > LETTERS:
        yield (*head, initials[1:])
    if head and len(initials) > SURE:
        yield (initials[1:],)


def of_dinas(names: Iterable[Words]) -> Iterator[tuple[Words, list[Words]]]:
    """For each short form such as Dinkes the names behind Dinas whose words it is made of the beginnings of."""
    names = list(names)
    longs: defaultdict[str, list[Words]] = defaultdict(list)
    for words in names:
        if words[0] == DINAS and 1 < len(words) <= MOST_WORDS:
            longs[words[1][:LETTERS]].append(words)
    for words in names:
        whole = "".join(words)
        fewest = 1
        short = None if words[0] == DINAS else SHORT.fullmatch(whole)
        rest = short["rest"] if short else ""
        if words[0] == DINAS:
            rest, fewest = whole[len(DINAS) :], 2
        alike = longs.get(rest[:LETTERS], ())[:MOST_COMPARED] if 0 < len(rest) <= LONGEST_SHORT else ()
        meant = [long for long in alike if long != words and len(long) > fewest and is_made_of(rest, long[1:])]
        if meant:
            yield words, meant


def is_made_of(text: str, words: Words) -> bool:
    """Whether a text is made of the beginnings of some words, each of three letters or more, or of the whole of one.

    >>> is_made_of("kominfo", ("komunikasi", "informatika")), is_made_of("dag", ("dalam", "negeri"))
    (True, False)
    """
    ends = {0}
    for word in words:
        ends = {
            end + count
            for end in ends
            for count in range(min(LETTERS, len(word)), min(len(word), len(text) - end) + 1)
            if text.startswith(word[:count], end)
        }
    return len(text) in ends
