"""JSON Schemas of the files, made from the models, so that an editor completes and checks them."""

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from quickwin.study.context import Context
from quickwin.study.criteria import Criteria
from quickwin.study.mapping import Keys, field
from quickwin.study.program import Program

KINDS: dict[str, type[Keys]] = {"criteria": Criteria, "program": Program, "context": Context}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SIMPLE = {str: "string", int: "integer", bool: "boolean"}


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file: criteria, program or context."""
    definitions: dict[str, Any] = {}
    whole = _of_model(KINDS[kind], definitions)
    return {"$schema": DIALECT, "title": f"quickwin {kind}", **whole, "$defs": dict(sorted(definitions.items()))}


def _of_model(model: type[Keys], definitions: dict[str, Any]) -> dict[str, Any]:
    """A mapping's keys; models that it holds go among the definitions, once each."""
    properties = {key: _of_field(info, definitions) for key, info in model.model_fields.items()}
    required = [key for key, info in model.model_fields.items() if info.is_required()]
    made = {
        "type": "object",
        "description": (model.__doc__ or "").strip(),
        "properties": properties,
        "additionalProperties": False,
    }
    return made | ({"required": required} if required else {})


def _of_field(info: FieldInfo, definitions: dict[str, Any]) -> dict[str, Any]:
    reader = next(one for one in info.metadata if isinstance(one, field))
    made: dict[str, Any] = {"description": info.description} if info.description else {}
    if info.examples:
        made["examples"] = info.examples
    value = _of_type(reader.schema(), definitions)
    return made | (value if info.is_required() else _or_null(value))


def _or_null(value: dict[str, Any]) -> dict[str, Any]:
    """The schema of a value that may be left out by writing nothing."""
    if set(value) == {"type"}:
        types = value["type"] if isinstance(value["type"], list) else [value["type"]]
        return {"type": [*types, "null"]}
    return (
        {"anyOf": [*value["anyOf"], {"type": "null"}]}
        if set(value) == {"anyOf"}
        else {"anyOf": [value, {"type": "null"}]}
    )


def _of_type(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type as it is written in a model."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return dict(next(one for one in parts if isinstance(one, WithJsonSchema)).json_schema or {})
    if origin in {Union, types.UnionType}:
        return {"anyOf": [_of_type(part, definitions) for part in parts]}
    if origin is list:
        return {"type": "array", "items": _of_type(parts[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _or_null(_of_type(parts[1], definitions))}
    if origin is Literal:
        return {"enum": list(parts)}
    if isinstance(kind, type) and issubclass(kind, Keys):
        name = kind.__name__
        if name not in definitions:
            definitions[name] = {}  # so that a model that holds itself ends here
            definitions[name] = _of_model(kind, definitions)
        return {"$ref": f"#/$defs/{name}"}
    return {"type": SIMPLE[kind]} if kind in SIMPLE else {}
