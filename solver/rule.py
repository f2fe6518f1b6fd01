"""The base class of rules: each states one demand as a sentence, as CP-SAT constraints and as a check of a plan."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from solver.scope import Scope

D = TypeVar("D")
P = TypeVar("P")


@dataclass(frozen=True)
class Violation:
    """By how much a plan misses a rule, and where. `price` is the amount times the rule's weight; a wall has none."""

    rule: str
    at: Hashable
    amount: int
    tier: str | None
    price: int


@dataclass(frozen=True)
class Demand:
    """What a hard rule asks at one place. A rule makes one demand for each place that it looks at."""

    rule: str
    at: Hashable


class Rule(BaseModel, ABC, Generic[D, P]):
    """A rule with its numbers. Decisions are of type `D`, finished plans of type `P`.

    A subclass lives in a module of its own name, names the desired state, declares its numbers as fields without
    defaults, and fills them into `sentence`. `post` and `check` share no code: they check each other.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: ClassVar[str] = ""
    family: ClassVar[str] = ""
    sentence: ClassVar[str]
    guidance: ClassVar[tuple[str, ...]]

    tier: str | None = Field(default=None, description="the tier that prices it; none: it must hold")
    weight: int = Field(default=1, ge=1, le=100, description="price of one unit")
    because: tuple[str, ...] = Field(min_length=1, description="where the numbers come from")

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        *_, cls.family, cls.id = ("", *cls.__module__.split("."))

    @property
    def hard(self) -> bool:
        return self.tier is None

    def say(self) -> str:
        """The sentence with this doctrine's numbers filled in."""
        fields = type(self).model_fields
        return self.sentence.format(
            **{
                name: "all" if _is_whole(getattr(self, name), field.annotation) else _spoken(getattr(self, name))
                for name, field in fields.items()
            }
        )

    @abstractmethod
    def post(self, on: Scope, x: D, /) -> None:
        """Add the rule to the model through the methods of the scope."""

    @abstractmethod
    def check(self, plan: P, /) -> Iterator[Violation]:
        """Yield each violation in a finished plan; nothing if the plan keeps the rule."""

    def missed(self, at: Hashable, amount: int = 1) -> Violation:
        return Violation(self.id, at, amount, self.tier, 0 if self.hard else amount * self.weight)


def _is_whole(value: object, annotation: Any) -> bool:
    """Whether a list holds every word that its type allows."""
    words = {word for choice in get_args(annotation) for word in get_args(choice)}
    return isinstance(value, tuple) and len(words) > 2 and words == set(value)


def _spoken(value: object) -> str:
    match value:
        case dict():
            return ", ".join(_pair(key, number) for key, number in value.items() if number != {})
        case tuple():
            return ", ".join(_spoken(item) for item in value)
        case str():
            return value.replace("_", " ")
        case _:
            return str(value)


def _pair(key: object, value: object) -> str:
    match key, value:
        case int(), _:
            return f"over {key}: {_spoken(value)}"
        case _, dict():
            return f"{_spoken(key)} ({_spoken(value)})"
        case _, tuple():
            return _spoken(key)
        case _:
            return f"{_spoken(key)} {_spoken(value)}"
