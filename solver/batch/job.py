"""A job of a batch, how it can end, and the protocol of the workers that do it."""

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
    """The task raised an exception; here it is in words."""

    key: str
    why: str


@dataclass(frozen=True)
class SetAside:
    """A job whose worker died, and died again when the job was done alone."""

    key: str
    why: str


class WorkersGone(Exception):
    """No worker can be had, or each dies before it has done anything."""


class Workers(Protocol):
    """Those who do the jobs, and how to begin anew with them."""

    @property
    def count(self) -> int:
        """How many work at the same time."""
        ...

    def open(self) -> Executor:
        """An executor with fresh workers. Raises WorkersGone."""
        ...

    def one_died(self) -> bool:
        """Whether a worker died, as far as can be told without the executor."""
        ...

    def close(self) -> None:
        """Let them go, at once: what is in flight is given up."""
        ...


JobEnd = Done[R] | Failed | SetAside

Job = tuple[str, D]

Answer = tuple[R | None, str, float]
"""Result, or what went wrong; and the seconds it took."""
