"""Mappings of a file as pydantic models: strict keys, and problems in plain words in place of pydantic's own.

Every model is read on its own by `read_model`; a field that holds another mapping calls it again. So a
problem's path is always the path in the file, whatever short form the field allows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, TypeVar, cast, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationError
from pydantic_core import PydanticCustomError, core_schema

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.problem import MOST_PROBLEMS, Problem, Refused, did_you_mean, nearest, quoted, refuse
from quickwin.study.reading import Reading
from quickwin.study.slip import certain_key

DASH = "-"
"""What `{capex: Rp100 juta,-}` has for a key."""
EMPTY = "empty"
"""The type of pydantic's error for a needed key with nothing behind it."""


class Keys(BaseModel):
    """A mapping whose keys are known; any other key is refused."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        defer_build=True,  # the reader of a mapping that no file holds is never made
    )


M = TypeVar("M", bound=Keys)


@dataclass(frozen=True, slots=True)
class field:  # noqa: N801  # reads as a function where it is used, in an annotation
    """A model field read by `read(data, reading)`.

    null is the same as left out: it gives `empty`, unless the mapping `needs` the field. `schema` gives the
    type that describes what may be written; only a JSON Schema asks for it, so that no other command builds it.
    """

    read: Callable[[Data, Reading], object]
    empty: object = None
    schema: Callable[[], Any] = lambda: Any
    needs: bool = False

    def validate(self, data: Data, info: core_schema.ValidationInfo) -> object:
        """The value of the field."""
        if data is None:
            if self.needs:
                raise PydanticCustomError(EMPTY, "It is empty.")
            return self.empty
        return self.read(data, cast("Reading", info.context))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(self.validate)


def describe(data: Data) -> str:
    """What a value is, in words for people.

    >>> describe({"a": "1"}), describe(["1"]), describe("abc")
    ('a group of keys', 'a list', '“abc”')
    """
    if isinstance(data, dict):
        return say("a group of keys")
    if isinstance(data, list):
        return say("a list")
    return say("nothing") if data is None else quoted(data)


def read_mapping(data: Data, expected: str, mend: str = "") -> dict[str, Data]:
    """The data if it is a mapping; `expected` says in words what should have been there, `mend` how to write it.

    Raises:
        Refused: it is not a mapping.
    """
    if isinstance(data, dict):
        return data
    raise refuse(
        "QW107",
        say("Found {found} where {expected} should stand.", found=describe(data), expected=expected),
        mend or say("Write it as indented lines of “key: value” below this key."),
    )


def read_model(model: type[M], data: Data, reading: Reading, what: str, mend: str = "") -> M:
    """A mapping as a model; `what` names such a mapping in messages ('a program'), `mend` says how one is written.

    Raises:
        Refused: with every problem of the mapping, each at its path in it.
    """
    mapping = read_mapping(data, what, mend)
    try:
        return model.model_validate(mapping, context=reading)
    except ValidationError as error:
        raise Refused(*problems(error, model, mapping, what)) from None


def fields(model: type[Keys]) -> dict[str, field]:
    """What reads each field of a model."""
    infos = model.model_fields.items()
    return {name: one for name, info in infos for one in info.metadata if isinstance(one, field)}


def problems(error: ValidationError, model: type[Keys], mapping: Mapping[str, Data], what: str) -> list[Problem]:
    """The problems that pydantic found in one mapping, in our words."""
    found: list[Problem] = []
    details = error.errors(include_url=False, include_input=False)[:MOST_PROBLEMS]
    told = misspelt(model, mapping) if any(detail["type"] == "missing" for detail in details) else set()
    for detail in details:
        path = tuple(detail["loc"])
        refused = detail.get("ctx", {}).get("error")
        if isinstance(refused, Refused):
            found += (problem._replace(path=path + problem.path) for problem in refused.problems)
        elif detail["type"] == "extra_forbidden":
            key = str(path[-1])
            found.append(unknown_key(path, key, model, mapping, what))
        elif detail["type"] == EMPTY:
            found.append(Problem(path, "QW106", say("“{key}” is empty.", key=path[-1]), say("Write a value for it.")))
        elif detail["type"] == "missing":
            if path[-1] not in told:
                found.append(missing_key(str(path[-1]), model, what))
        else:  # a check of pydantic's own that no field of ours uses today
            found.append(Problem(path, "QW107", detail["msg"]))
    return found


def misspelt(model: type[Keys], mapping: Mapping[str, Data]) -> set[str | None]:
    """The keys of a model that the unknown ones of a mapping are told to be meant as: these are not missing too."""
    known = model.model_fields
    return {nearest(key, known) for key in islice((key for key in mapping if key not in known), len(known))}


def unknown_key(
    path: tuple[str | int, ...], key: str, model: type[Keys], mapping: Mapping[str, Data], what: str
) -> Problem:
    """The problem with a key that the model does not know: a slip, or a key of another one that is not indented."""
    if key == DASH:
        what = say("The “,-” behind an amount parts it in two between braces.")
        return Problem(path, "QW105", what, say("Write the amount without it."), at_key=True)
    left = [name for name in model.model_fields if name not in mapping]
    mend = did_you_mean(key, model.model_fields, say("keys"))
    there = next((name for name in model.model_fields if name in mapping and quoted(name) in mend), None)
    if there is not None and mend.endswith("?"):
        mend = say("Did you mean {name}, which is there already?", name=quoted(there))
    elif not mend.endswith("?"):
        home = homes(model).get(key)
        mend = did_you_mean(key, left or model.model_fields, say("keys"))
        if home is not None:
            mend = say("It belongs to {home}: write it below that key, further in.", home=quoted(home))
    return Problem(
        path,
        "QW105",
        say("{what} has no key {key}.", what=opening(what), key=quoted(key)),
        mend,
        at_key=True,
        fixes=certain_key(key, model.model_fields, there=mapping),
    )


@cache
def homes(model: type[Keys]) -> dict[str, str | None]:
    """The field whose own mapping knows a key; None where estimates do, which may stand anywhere."""
    found: dict[str, str | None] = {}
    for name, reader in fields(model).items():
        kinds = [reader.schema()]
        for kind in kinds:
            kinds += get_args(kind)
            for key in kind.model_fields if isinstance(kind, type) and issubclass(kind, Keys) else ():
                found.setdefault(key, None if "assumed" in kind.model_fields else name)
    return found


def opening(what: str) -> str:
    """A word at the start of a sentence; a name from the files stays as it is.

    >>> opening("a program"), opening("criteria.yaml")
    ('A program', 'criteria.yaml')
    """
    return what if "." in what or "_" in what else what[:1].upper() + what[1:]


def following(sentence: str) -> str:
    """A sentence as it stands behind a colon.

    >>> following("Its name."), following("KPIs of it")
    ('its name', 'KPIs of it')
    """
    is_word = sentence[1:2].islower()
    return (sentence[:1].lower() + sentence[1:] if is_word else sentence).rstrip(".")


def missing_key(key: str, model: type[Keys], what: str) -> Problem:
    """The problem with a key that must be there and is not."""
    info = model.model_fields[key]
    example = f" {info.examples[0]}" if info.examples else " …"
    return Problem(
        (),
        "QW106",
        say(
            "{what} needs {key}: {meaning}.",
            what=opening(what),
            key=quoted(key),
            meaning=following(info.description or ""),
        ),
        say("Add a line “{key}:{example}”.", key=key, example=example),
    )
