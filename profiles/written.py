"""What every value that people write as text has in common: it is read once, and it has one spelling."""

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
    """What pydantic hands to `parse`; anything else has the wrong type."""

    @classmethod
    @abstractmethod
    def parse(cls, said: Any, /) -> Self:
        """Raises ValueError that says what is allowed."""

    @classmethod
    @abstractmethod
    def json_schema(cls) -> JsonSchemaValue:
        """The grammar in words that editors understand; dates that exist, and the like, are left to `parse`."""

    def plain(self) -> str | float:
        """What TOML and JSON hold of it."""
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
    """The JSON Schema of a text that matches a regular expression as a whole."""
    schema: JsonSchemaValue = {"type": "string", "pattern": f"^{grammar}$"}
    return {**schema, "examples": list(examples)} if examples else schema


def unknown(what: str, found: str, allowed: tuple[str, ...]) -> PydanticCustomError:
    """The error for a word outside a vocabulary; the loader adds the nearest right spelling."""
    return PydanticCustomError(
        "unknown_word", "unknown {what} '{found}'", {"what": what, "found": found, "allowed": allowed}
    )


def number(value: float) -> str:
    """Without an exponent, and without a point where none is needed."""
    return format(Decimal(repr(value)).normalize(), "f")
