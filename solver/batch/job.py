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
    """A job whose worker died, and died again when no other job was running."""

    key: str
    why: str


class WorkersGone(Exception):
    """No worker can be started or reached, or every worker dies before it returns a result."""


class Workers(Protocol):
    """Processes that run jobs; they can be closed and opened again after a failure."""

    @property
    def count(self) -> int:
        """The number of jobs that run at the same time."""
        ...

    def open(self) -> Executor:
        """Return an executor with new workers. Raises WorkersGone."""
        ...

    def one_died(self) -> bool:
        """Whether a worker process has ended, even if the executor has not noticed it."""
        ...

    def close(self) -> None:
        """End the workers at once; unanswered jobs are lost. May be called more than once."""
        ...


JobEnd = Done[R] | Failed | SetAside

Job = tuple[str, D]

Answer = tuple[R | None, str, float]
"""How a job ended: a result or an error, and the seconds it took."""
