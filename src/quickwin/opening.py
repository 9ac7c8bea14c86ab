"""Opening and checking a study from Python."""

import os
from collections.abc import Iterable, Mapping
from decimal import Decimal
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

from quickwin.study.load import load as load_paths
from quickwin.study.study import Study

if TYPE_CHECKING:
    from quickwin.checking.report import Report

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
    return load_paths(
        as_paths(paths),
        criteria=None if criteria is None else Path(criteria),
        settings=as_settings(set),
        weights=[f"{key}={value}" for key, value in (weights or {}).items()],
        skip_invalid=skip_invalid,
    )


def check(
    paths: AnyPath | Iterable[AnyPath] = (),
    *,
    criteria: AnyPath | None = None,
    set: Mapping[str, object] | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    baseline: AnyPath | None = None,
) -> "Report":
    """Check a study, or the files of it that `paths` name, criteria.yaml and contexts too.

    `select` and `ignore` are codes of rules or their beginnings (QW401, QW4); `baseline` is a file of findings that are
    known and not told again.

    Raises:
        Usage: there is no criteria.yaml or no program file, or an option does not fit.
    """
    from quickwin.checking.check import check as check_paths  # noqa: PLC0415  # loading alone needs none of it

    return check_paths(
        as_paths(paths),
        criteria=None if criteria is None else Path(criteria),
        settings=as_settings(set),
        select=[select] if isinstance(select, str) else list(select),
        ignore=[ignore] if isinstance(ignore, str) else list(ignore),
        known=None if baseline is None else Path(baseline),
    )


def as_paths(paths: AnyPath | Iterable[AnyPath]) -> list[Path]:
    """One path, or several, as a list."""
    return [Path(one) for one in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]


def as_settings(changes: Mapping[str, object] | None) -> list[str]:
    """Changes of criteria.yaml as the command line has them."""
    return [f"{path}={value if isinstance(value, str) else as_yaml(value)}" for path, value in (changes or {}).items()]


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
