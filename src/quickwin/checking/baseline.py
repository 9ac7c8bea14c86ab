"""A file of findings that are known and not told again, so that an old study can be checked from today on."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quickwin.files.disk import read_file, write_whole
from quickwin.files.names import shown
from quickwin.finding import Finding, at_path
from quickwin.say import say
from quickwin.study.study import Usage

SCHEMA = "quickwin/baseline/1"
BYTES_LIMIT = 64 * 1024 * 1024
Key = tuple[str, str, str, str]
"""The file from criteria.yaml's folder, the id of a program that states one, the code, and the path in the program.

There is no line in it, since lines move.
"""


def key(finding: Finding, file: str) -> Key:
    """What a finding is known by."""
    return file, finding.place.within, finding.code, at_path(finding.place.path)


def read(path: Path) -> Counter[Key]:
    """The findings that a baseline knows.

    Raises:
        Usage: there is no such file, or it is no baseline.
    """
    data = read_file(path, shown(path), limit=BYTES_LIMIT)
    if isinstance(data, Finding):
        mend = (
            data.mend if path.exists() else say("Write one: quickwin check --write-baseline {file}", file=shown(path))
        )
        raise Usage(say("--baseline {file}: {what} {mend}", file=shown(path), what=data.what, mend=mend))
    try:
        return known(json.loads(data))
    except (ValueError, KeyError, TypeError, RecursionError):
        what = say("--baseline {file}: this is no baseline of quickwin.", file=shown(path))
        raise Usage(f"{what} {say('Write one with --write-baseline.')}") from None


def known(document: Any) -> Counter[Key]:
    """The findings in a baseline's document.

    Raises:
        ValueError, KeyError, TypeError: it is none.
    """
    if document["schema"] != SCHEMA:
        raise ValueError(document["schema"])
    counts: Counter[Key] = Counter()
    for one in document["findings"]:
        key = (one["file"], one["program"], one["code"], one["path"])
        if not all(isinstance(part, str) for part in key) or type(one["count"]) is not int or one["count"] < 1:
            raise ValueError(one)
        counts[key] += one["count"]
    return counts


def write(path: Path, keys: Iterable[Key]) -> None:
    """Write a baseline that knows some findings, sorted, so that its changes read well.

    Raises:
        OSError: it cannot be written.
    """
    counts = sorted(Counter(keys).items())
    entries = [
        json.dumps({"file": file, "program": id, "code": code, "path": at, "count": count}, ensure_ascii=False)
        for (file, id, code, at), count in counts
    ]
    text = f'{{"schema": "{SCHEMA}", "findings": [\n' + ",\n".join(entries) + "\n]}\n"
    write_whole(path, text.encode("utf-8", "backslashreplace"))
