"""The base class of values that people write as text: each is parsed once and has one canonical spelling."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from decimal import Decimal
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Written(ABC):
    """A frozen value that TOML holds as text, or as a number: its grammar, its JSON Schema and its spelling.

    `str` is a spelling that `parse` reads as an equal value. Models take the value itself or what `parse` reads.
    """

    taken: ClassVar[CoreSchema] = core_schema.str_schema()
    """The types that pydantic passes to `parse`; others are rejected."""

    @classmethod
    @abstractmethod
    def parse(cls, said: Any, /) -> Self:
        """Raises ValueError that says what is allowed."""

    @classmethod
    @abstractmethod
    def json_schema(cls) -> JsonSchemaValue:
        """The JSON Schema of the grammar; `parse` also checks what it cannot express, such as whether a date exists."""

    def plain(self) -> str | float:
        """The value that is written to TOML and JSON."""
        return str(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        def given(value: Any, read: Callable[[Any], Any]) -> Any:
            return value if isinstance(value, cls) else read(value)

        return core_schema.no_info_wrap_validator_function(
            given,
            core_schema.no_info_after_validator_function(cls.parse, cls.taken),
            serialization=core_schema.plain_serializer_function_ser_schema(cls.plain),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return cls.json_schema()


def text(grammar: str, *examples: str) -> JsonSchemaValue:
    """The JSON Schema of a text that fully matches a regular expression."""
    schema: JsonSchemaValue = {"type": "string", "pattern": f"^{grammar}$"}
    return {**schema, "examples": list(examples)} if examples else schema


def unknown(what: str, found: str, allowed: tuple[str, ...]) -> PydanticCustomError:
    """The error for an unknown word; the loader adds the nearest right spelling."""
    return PydanticCustomError(
        "unknown_word", "unknown {what} '{found}'", {"what": what, "found": found, "allowed": allowed}
    )


def number(value: float) -> str:
    """Format a number without an exponent and without a needless decimal point."""
    return format(Decimal(repr(value)).normalize(), "f")
