"""Where the product's ranking of a random study differs from the ranking worked out here."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeGuard

from tests.oracle.inventing import invented
from tests.oracle.scoring import ranking
from tests.oracle.writing import write

import quickwin

CLOSE = 1e-9


def differences(seed: int, folder: Path) -> list[str]:
    """The differences for one seed, each a line with the program, the key and both values."""
    study = invented(seed)
    written = write(study, folder, seed)
    try:
        document = quickwin.rank(quickwin.load(written)).document()
    except quickwin.Broken as broken:
        return [f"seed {seed}: a valid study is refused: {finding}" for finding in broken.findings]
    ours, theirs = ranking(study), list(document["programs"])
    order, theirs_order = [row["id"] for row in ours], [row["id"] for row in theirs]
    if order != theirs_order:
        return [f"seed {seed}: order: expected {order}, got {theirs_order}"]
    return [
        f"seed {seed}: program {expected['id']!r}: {line}"
        for expected, got in zip(ours, theirs, strict=True)
        for line in unequal("", by_set(expected), by_set(got))
    ]


def by_set(row: dict[str, Any]) -> dict[str, Any]:
    """The entry with `assumed` sorted: the contract does not order a program's own paths."""
    return {**row, "assumed": sorted(row["assumed"])}


def unequal(path: str, expected: object, got: object) -> Iterator[str]:
    """Each place at which two documents differ."""
    if isinstance(expected, dict) and isinstance(got, dict):
        if expected.keys() != got.keys() or (path and list(expected) != list(got) and path == "criteria"):
            yield f"{path or 'entry'}: expected the keys {list(expected)}, got {list(got)}"
            return
        for key, value in expected.items():
            yield from unequal(f"{path}.{key}" if path else key, value, got[key])
    elif not same(expected, got):
        yield f"{path}: expected {expected!r}, got {got!r}"


def same(expected: object, got: object) -> bool:
    """Whether two values are equal, numbers within 1e-9 of each other."""
    if is_number(expected) and is_number(got):
        return abs(expected - got) <= CLOSE * max(1.0, abs(expected))
    return bool(expected == got)


def is_number(value: object) -> TypeGuard[float]:
    """Whether a value of a JSON document is a number."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)
