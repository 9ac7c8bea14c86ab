"""How the values that are not plain text look in a JSON Schema: types for the `schema` of a model's field."""

from typing import Annotated, Any

from pydantic import WithJsonSchema

Text = Annotated[Any, WithJsonSchema({"type": ["string", "number", "boolean"]})]
"""A text as written; YAML's own reading of `2022` or `no` does no harm."""
Number = Annotated[Any, WithJsonSchema({"type": ["number", "string"]})]
"""A number, or a text in the one grammar of numbers, such as "Rp2,7 miliar"."""
When = Annotated[Any, WithJsonSchema({"type": ["string", "integer"]})]
"""A date, a month or a year."""
AnyName = Annotated[str, "not even those of an estimate's keys are taken"]
"""A key that the user chose, where no estimate can stand."""
