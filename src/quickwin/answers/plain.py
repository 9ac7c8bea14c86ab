"""Documents as JSON reads them again."""

from collections.abc import Mapping
from typing import Any


def plain(value: Any) -> Any:
    """A value with its tuples as lists, however deep.

    >>> plain({"ids": ("a", "b"), "pairs": [(1, 2)]})
    {'ids': ['a', 'b'], 'pairs': [[1, 2]]}
    """
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value
