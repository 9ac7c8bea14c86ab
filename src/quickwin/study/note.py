"""The note that every mapping may have."""

from typing import Annotated

from pydantic import Field

from quickwin.study.mapping import field
from quickwin.study.scalar import text
from quickwin.study.schema import Text

Note = Annotated[str | None, field(text, schema=lambda: Text), Field(description="Anything a reader should know")]
"""A remark, which no score reads."""
