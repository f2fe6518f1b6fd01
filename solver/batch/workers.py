"""Chooses the workers for a value of `--engine`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from solver.batch.cluster import DASK, Cluster
from solver.batch.job import Workers
from solver.batch.processes import Local

LOCAL: Final = "local"


def workers_named(engine: str, processes: int, installed: Callable[[], object]) -> Workers:
    """`local`, or the address of a Dask scheduler: `dask://host:port`. Raises ValueError for any other name."""
    if engine == LOCAL:
        return Local(processes)
    if engine.startswith(DASK):
        return Cluster(engine, installed)
    raise ValueError(engine)
