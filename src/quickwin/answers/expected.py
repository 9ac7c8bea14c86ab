"""What a program's data is to be once raters are in it: what an edit of its text is held against."""

from collections.abc import Mapping

from quickwin.files.rerate import GIVES_WAY
from quickwin.files.yaml import Data, read_value
from quickwin.study.estimate import is_estimate


def with_raters(data: Data, path: tuple[str, ...], raters: Mapping[str, str]) -> Data:
    """Data with raters of the number at a path in it, as new data; `raters` are YAML text by name.

    >>> with_raters({"ease": {"value": "3", "assumed": "true", "note": "x"}}, ("ease",), {"PDAM": "4"})
    {'ease': {'note': 'x', 'raters': {'PDAM': '4'}}}
    """
    if not path:
        return rated(data, raters)
    held = dict(data) if isinstance(data, dict) and not is_estimate(data) else {}
    held[path[0]] = with_raters(held.get(path[0]), path[1:], raters)
    return held


def rated(data: Data, raters: Mapping[str, str]) -> Data:
    """The data of one number with raters in it."""
    given = {name: read_value(text, name)[0] for name, text in raters.items()}
    if not isinstance(data, dict):
        return {"raters": {**given}}
    known = data.get("raters")
    if "raters" in data:
        return {**data, "raters": {**(known if isinstance(known, dict) else {}), **given}}
    return {**{key: value for key, value in data.items() if key not in GIVES_WAY}, "raters": {**given}}
