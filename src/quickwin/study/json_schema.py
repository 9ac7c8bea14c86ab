"""JSON Schemas of the files, made from the models, so that an editor completes and checks them.

They are looser than quickwin's own reading, which knows the rest of the study, and never stricter: what
quickwin accepts they accept. A misspelt key fails in both.
"""

import types
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from quickwin.study.context import Context
from quickwin.study.criteria import Criteria
from quickwin.study.dimension import read_quota
from quickwin.study.estimate import EstimateKeys
from quickwin.study.mapping import Keys
from quickwin.study.mapping import field as reader_of
from quickwin.study.named import RESERVED
from quickwin.study.program import Program
from quickwin.study.scale import read_curve
from quickwin.study.schema import AnyName, Number
from quickwin.study.statement import read_impact

KINDS: dict[str, type[Keys]] = {"criteria": Criteria, "program": Program, "context": Context}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SIMPLE = {str: "string", bool: "boolean"}
NUMBER = {"type": ["number", "string"], "pattern": "[0-9]"}
"""A number, or a text with a digit in it, such as "Rp2,7 miliar"; which of them are numbers, quickwin says."""
NUMBER_OR_LEVEL = {"type": ["number", "string", "boolean"]}
"""The name of a level may be any text; an editor that reads older YAML takes `no` for a boolean."""
NOTE = {"type": ["string", "number", "boolean", "null"], "description": "Anything a reader should know"}
NO_NAMES = {"not": {"enum": sorted(RESERVED - {"note"})}}
PAIR = {"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2}


@dataclass(frozen=True, slots=True)
class Making:
    """A schema being made: the definitions so far, and whether numbers may be names of levels here."""

    definitions: dict[str, Any] = field(default_factory=dict)
    levels: bool = False

    @property
    def number(self) -> dict[str, Any]:
        """The schema of a number."""
        return NUMBER_OR_LEVEL if self.levels else NUMBER


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (Draft 2020-12) of a kind of file: criteria, program or context.

    >>> schema("context")["properties"]["name"]["description"]
    'The place'
    """
    making = Making()
    whole = _of_model(KINDS[kind], making)
    return {"$schema": DIALECT, "title": f"quickwin {kind}", **whole, "$defs": dict(sorted(making.definitions.items()))}


def _of_model(model: type[Keys], making: Making) -> dict[str, Any]:
    """A mapping's keys; models that it holds go among the definitions, once each."""
    required = [key for key, info in model.model_fields.items() if info.is_required()]
    made = {
        "type": "object",
        "description": (model.__doc__ or "").strip(),
        "properties": {key: _of_field(info, making) for key, info in model.model_fields.items()},
        "additionalProperties": False,
    }
    return made | ({"required": required} if required else {})


def _of_field(info: FieldInfo, making: Making) -> dict[str, Any]:
    """One key: what it means, and what may be written for it."""
    made: dict[str, Any] = {"description": info.description} if info.description else {}
    if info.examples:
        made["examples"] = info.examples
    extra = info.json_schema_extra
    if isinstance(extra, dict) and isinstance(extra.get("enum"), list):
        return made | {"enum": [*cast("list[str]", extra["enum"]), None]}
    value = _read_by(next(one for one in info.metadata if isinstance(one, reader_of)), making)
    return made | (value if info.is_required() else _or_null(value))


def _read_by(reader: reader_of, making: Making) -> dict[str, Any]:
    """What a field's reader reads."""
    if reader.read is read_curve:
        return {"type": "array", "items": PAIR, "minItems": 2}
    if reader.read is read_quota:
        return {"anyOf": [NUMBER, PAIR]}
    if reader.read is read_impact:
        making = replace(making, levels=True)
    return _of_type(reader.schema(), making)


def _or_null(value: dict[str, Any]) -> dict[str, Any]:
    """The schema of a value that may be left out by writing nothing."""
    if "type" in value and not value.keys() & {"properties", "additionalProperties", "items"}:
        types_ = value["type"] if isinstance(value["type"], list) else [value["type"]]
        return value | {"type": [*types_, "null"]}
    choices = value["anyOf"] if set(value) == {"anyOf"} else [value]
    return {"anyOf": [*choices, {"type": "null"}]}


def _of_type(kind: Any, making: Making) -> dict[str, Any]:
    """The schema of a type as it is written in a model."""
    origin, parts = get_origin(kind), get_args(kind)
    if kind == Number:
        return making.number
    if origin is Annotated:
        return dict(next(one for one in parts if isinstance(one, WithJsonSchema)).json_schema or {})
    if origin in {Union, types.UnionType}:
        return {"anyOf": [_of_type(part, making) for part in parts]}
    if origin is list:
        return {"type": "array", "items": _or_null(_of_type(parts[0], making))}
    if origin is dict:
        return _of_names(parts[1], making, free=parts[0] == AnyName)
    if origin is Literal:
        return {"enum": list(parts)}
    if isinstance(kind, type) and issubclass(kind, Keys):
        return _of_definition(kind, making)
    return {"type": SIMPLE[kind]} if kind in SIMPLE else NUMBER


def _of_names(kind: Any, making: Making, *, free: bool) -> dict[str, Any]:
    """A mapping from names that the user chose, with a note beside them; `free` where none is reserved."""
    named: dict[str, Any] = {"type": "object", "properties": {"note": NOTE}}
    if not free:
        named["propertyNames"] = NO_NAMES
    return named | {"additionalProperties": _or_null(_of_type(kind, making))}


def _of_definition(kind: type[Keys], making: Making) -> dict[str, Any]:
    """A reference to a model, which is put among the definitions if it is not there yet."""
    name = kind.__name__.removesuffix("Keys")
    if kind is EstimateKeys and making.levels:
        name = "Performance"
    if name not in making.definitions:
        making.definitions[name] = {}  # so that a model that holds itself ends here
        making.definitions[name] = _of_model(kind, making)
    return {"$ref": f"#/$defs/{name}"}
