"""The same page is given two dates.

## What it finds

A `url` that stands in the study with two different dates, in facts, in numbers and in evidence. Dates of which one is
only less exact (`2023` and `2023-06-30`) are the same. Told is each place whose date contradicts an earlier one, in
the order in which the files are read.

## Why it matters

A page has one date, so that one of the two is a slip, and with it the year for which a number holds. Offices disagree
by the day: Kotim's villages without grid power were 42 on 8 April 2022, 40 on 8 June 2023 and 25 on 2 October 2024
([kalteng.prokal.co](https://kalteng.prokal.co/read/news/50973),
[catatan.co.id](https://catatan.co.id/masih-ada-40-desa-di-kotim-belum-dialiri-listrik),
[bakabar.com](https://bakabar.com/post/25-desa-di-kotim-belum-teraliri-listrik-m1rkrqor)). A count without its day says
little, and one with the wrong day says something false.

## Bad

```yaml
# programs/power.yaml
name: Power for the far villages
dimension: society
time_to_benefit: 9
evidence:
  - {title: 42 villages without power, url: "https://kalteng.prokal.co/read/news/50973", date: 2022-04-08}
  - {title: The count of the power office, url: "https://kalteng.prokal.co/read/news/50973", date: 2023-04-08}
```

## Good

```yaml
# programs/power.yaml
name: Power for the far villages
dimension: society
time_to_benefit: 9
evidence:
  - {title: 42 villages without power, url: "https://kalteng.prokal.co/read/news/50973", date: 2022-04-08}
  - {title: The count of the power office, url: "https://kalteng.prokal.co/read/news/50973", date: 2022-04}
```

## How to mend

Open the page and write its date in both places. A page that is kept up to date may have two, each the day on which it
was read: say so at the end of the line, `# quickwin: ignore[QW707] read twice`.
"""

from collections.abc import Iterator

from quickwin.files.yaml import Data, Document
from quickwin.finding import Path, Place
from quickwin.rules.remark import Remark
from quickwin.say import say
from quickwin.study.problem import quoted
from quickwin.study.study import Study

CODE = "QW707"
SEVERITY = "warning"


def check(study: Study) -> Iterator[Remark]:
    """Pages that are dated otherwise than where they stood before."""
    sources = (study.judge.source, *(source for _, source in study.contexts))
    documents = list({id(source.document): source.document for source in sources}.values())
    documents += [candidate.source.document for candidate in study.candidates]
    doubtful = in_doubt(documents)
    before: dict[str, dict[str, Place]] = {}
    for document in documents if doubtful else ():
        for path, url, date in places(document.data, doubtful):
            place = document.place((*path, "date"))
            agreed = before.setdefault(url, {})
            other = next((one for one in agreed if not are_one(one, date)), None)
            if other is None:
                agreed.setdefault(date, place)
                continue
            yield Remark(
                place,
                say(
                    "The page {url} is dated {date} here and {other} at {place}.",
                    url=quoted(url),
                    date=date,
                    other=other,
                    place=agreed[other],
                ),
                say("Open the page and write its date in both places."),
            )


def are_one(one: str, other: str) -> bool:
    """Whether two dates may be of one day: they are the same, or one is only less exact."""
    return one.startswith(other) or other.startswith(one)


def in_doubt(documents: list[Document]) -> set[str]:
    """The pages that stand in some documents with dates written differently."""
    dates: dict[str, str] = {}
    doubtful: set[str] = set()
    for document in documents:
        gather(document.data, dates, doubtful)
    return doubtful


def gather(part: Data, dates: dict[str, str], doubtful: set[str]) -> None:
    """Add the pages of some data to those with their dates, and to the doubtful ones if they have another there."""
    if type(part) is dict and "url" in part:
        url, date = part["url"], part.get("date")
        if isinstance(url, str) and isinstance(date, str) and dates.setdefault(url, date) != date:
            doubtful.add(url)
    for one in part.values() if type(part) is dict else part or ():
        if type(one) is dict or type(one) is list:
            gather(one, dates, doubtful)


def places(data: Data, urls: set[str], path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Every mapping in some data that names one of these pages and its date: where it is, and both."""
    if isinstance(data, dict):
        url, date = data.get("url"), data.get("date")
        if isinstance(url, str) and isinstance(date, str) and url in urls:
            yield path, str(url), str(date)
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, part in parts:
        yield from places(part, urls, (*path, key))
