"""Opening a study from Python."""

import os
from collections.abc import Iterable, Mapping
from decimal import Decimal
from json import dumps
from pathlib import Path

from quickwin.study.load import load as load_paths
from quickwin.study.study import Study

AnyPath = str | os.PathLike[str]


def load(
    paths: AnyPath | Iterable[AnyPath] = (),
    *,
    criteria: AnyPath | None = None,
    set: Mapping[str, object] | None = None,  # the same word as on the command line
    weights: Mapping[str, object] | None = None,
    skip_invalid: bool = False,
) -> Study:
    """Read a study: program files, or folders of them, and the criteria.yaml that they are judged by.

    Without paths it is that of `programs/`, here or beside the nearest criteria.yaml above.

    `set` changes entries of criteria.yaml for this study, by path ({"deadline": 6}); `weights` give criteria a
    share of their group ({"reach": "40%"} or {"reach": 0.4}). With `skip_invalid` programs with errors are left out.

    Raises:
        Broken: files have errors; its `findings` say which, where and how to mend them.
        Usage: there is no criteria.yaml or no program file, or a setting does not fit.
    """
    each = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    return load_paths(
        [Path(path) for path in each],
        criteria=None if criteria is None else Path(criteria),
        settings=[
            f"{path}={value if isinstance(value, str) else as_yaml(value)}" for path, value in (set or {}).items()
        ],
        weights=[f"{key}={value}" for key, value in (weights or {}).items()],
        skip_invalid=skip_invalid,
    )


def as_yaml(value: object) -> str:
    """A value as it is written in criteria.yaml, its numbers without an exponent.

    >>> as_yaml({"total": [6, 12], "note": None, "loss": 0.00001})
    '{"total": [6, 12], "note": null, "loss": 0.00001}'
    """
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{dumps(str(key))}: {as_yaml(part)}" for key, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}"
    return dumps(value) if value is None or isinstance(value, (bool, int)) else dumps(str(value), ensure_ascii=False)
