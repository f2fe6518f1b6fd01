"""The measurements of a benchmark run, as data that is stored as JSON and read back equal."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

AROUND: Final = frozenset({"importing", "reading", "writing"})
"""Stages before the first model is built and after the plan is found."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Size(_Record):
    """The size of a model. A term is one occurrence of a variable in a constraint."""

    variables: int = 0
    constraints: int = 0
    terms: int = 0

    def __add__(self, other: Size) -> Size:
        return Size(
            variables=self.variables + other.variables,
            constraints=self.constraints + other.constraints,
            terms=self.terms + other.terms,
        )


class TierFound(_Record):
    name: str
    value: int
    bound: int

    @property
    def proven(self) -> bool:
        return self.value == self.bound


class Measured(_Record):
    """One instance in one new process."""

    status: Literal["solved", "infeasible", "out of time", "failed"]
    weeks: int = 0
    blocks: int = 0
    tiers: tuple[TierFound, ...] = ()
    sentences: tuple[str, ...] = ()
    """of an infeasible instance: what cannot be kept together"""
    note: str = ""
    """the tier that ran out of time, or the last line of a failed process"""
    seconds: dict[str, float] = {}
    """by stage, in their order"""
    largest: Size = Size()
    """the largest model that was searched, by its terms"""
    total: Size = Size()
    memory_mib: float = 0
    versions: dict[str, str] = {}
    wall_s: float = 0
    """of the whole process, measured by its parent"""

    @property
    def solving_s(self) -> float:
        """Seconds from building the first model to the audited plan: the part that grows with the season."""
        return sum(spent for stage, spent in self.seconds.items() if stage not in AROUND)

    @property
    def unproven(self) -> int:
        return sum(not tier.proven for tier in self.tiers)


class Against(_Record):
    """One peer on one instance."""

    status: Literal["proven", "found", "out of time", "infeasible", "failed"]
    says: str = ""
    tiers: tuple[TierFound, ...] = ()
    breaches: int = 0
    """number of walls that the audit finds broken in its plan"""
    seconds: float = 0
    limit_s: float = 0
    note: str = ""


class Machine(_Record):
    """The machine of a result, to see whether two results can be compared."""

    system: str
    processor: str
    cores: int
    python: str


class Result(_Record):
    """One run: the raw measurements of each instance, in the order they were made."""

    date: dt.date
    machine: Machine
    floor_s: tuple[float, ...] = ()
    runs: dict[str, tuple[Measured, ...]] = {}
    command_s: dict[str, tuple[float, ...]] = {}
    """the whole `plan-solve FILE --quiet`, by instance"""
    peers: dict[str, dict[str, Against]] = {}
    """by instance, then by peer"""

    @property
    def floor(self) -> float:
        return statistics.median(self.floor_s) if self.floor_s else 0.0

    @property
    def typical(self) -> dict[str, Measured]:
        """The run of median duration of each instance; the slower one of two."""
        return {
            name: sorted(runs, key=lambda run: run.wall_s)[len(runs) // 2] for name, runs in self.runs.items() if runs
        }

    def ratio(self, seconds: float) -> float | None:
        """The ratio of a duration to the floor; None if no floor was measured."""
        return seconds / self.floor if self.floor else None


def latest(folder: Path) -> Path | None:
    """The newest stored result: files are named by their date."""
    return max(folder.glob("*.json"), default=None, key=lambda file: file.name)


def load_result(file: Path) -> Result:
    return Result.model_validate_json(file.read_text(encoding="utf-8"), strict=False)


def differing(runs: Mapping[str, tuple[Measured, ...]]) -> tuple[str, ...]:
    """Instances whose runs gave different results, which must not happen with one worker and a fixed seed."""
    return tuple(
        name
        for name, measured in runs.items()
        if len({(run.status, run.tiers, run.sentences) for run in measured if run.status != "failed"}) > 1
    )
