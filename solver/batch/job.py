"""A job of a batch, how it can end, and the protocol of workers."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

D = TypeVar("D")

R = TypeVar("R")


@dataclass(frozen=True)
class Done(Generic[R]):
    """A job's result, and the seconds that its worker took for it."""

    key: str
    result: R
    seconds: float


@dataclass(frozen=True)
class Failed:
    """The task raised an exception; `why` is its type and message."""

    key: str
    why: str


@dataclass(frozen=True)
class SetAside:
    """A job whose worker died, and died again when nothing else was in flight."""

    key: str
    why: str


class WorkersGone(Exception):
    """No worker can be started or reached, or each dies before it has done anything."""


class Workers(Protocol):
    """Processes that do jobs; after a failure they can be closed and opened again."""

    @property
    def count(self) -> int:
        """How many jobs they do at the same time."""
        ...

    def open(self) -> Executor:
        """An executor with fresh workers. Raises WorkersGone."""
        ...

    def one_died(self) -> bool:
        """Whether a worker process has ended, even if the executor has not noticed it."""
        ...

    def close(self) -> None:
        """End them at once; what is in flight is lost. May be called again."""
        ...


JobEnd = Done[R] | Failed | SetAside

Job = tuple[str, D]

Answer = tuple[R | None, str, float]
"""A job's result, or else what went wrong; and the seconds it took."""
