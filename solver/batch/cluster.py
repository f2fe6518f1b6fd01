"""Workers of a Dask cluster."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from typing import Any, Final

from solver.batch.job import WorkersGone

DASK: Final = "dask://"
CONNECT_S: Final = 10
"""Seconds to wait for a scheduler and for the first worker."""

RECOUNT_S: Final = 2
"""Seconds between two counts of a cluster's workers, which may join and leave."""


class Cluster:
    """The workers of a running Dask scheduler."""

    def __init__(self, address: str, installed: Callable[[], object]) -> None:
        """`installed` returns the versions that results depend on; every worker must have the same ones."""
        self.address = address.replace(DASK, "tcp://", 1)
        self.installed = installed
        self._client: Any = None
        self._count = (0.0, 1)
        """when the workers' threads were counted last, and how many there were"""
        self._known: set[str] = set()
        """addresses of workers whose software was compared"""

    @property
    def count(self) -> int:
        counted, count = self._count
        if time.monotonic() - counted > RECOUNT_S:
            with suppress(OSError, AttributeError):  # no connection: the unanswered chunks will be cancelled
                threads = self._client.nthreads()
                count = max(1, sum(threads.values()))
                if not threads.keys() <= self._known:
                    self._refuse_others()
            self._count = (time.monotonic(), count)
        return count

    def open(self) -> Executor:
        try:
            from distributed import Client
        except ImportError:
            raise WorkersGone(
                "Dask is not installed; the extra 'cluster' brings it: pip install '.[cluster]'"
            ) from None
        # Dask and the asyncio that it uses log lost connections with tracebacks; here each leads to WorkersGone, a
        # retry, or the end that Ctrl-C asks for.
        for name in ("distributed", "distributed.client", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        try:
            self._client = Client(self.address, timeout=CONNECT_S, set_as_default=False)  # type: ignore[no-untyped-call,unused-ignore]
        except (OSError, ValueError, TypeError) as error:
            raise WorkersGone(f"no Dask scheduler answers at {self.address} ({error})") from None
        try:
            self._client.wait_for_workers(1, timeout=CONNECT_S)
        except OSError:
            raise WorkersGone(f"the Dask scheduler at {self.address} has no workers") from None
        self._refuse_others()
        return _Connected(self._client)

    def _refuse_others(self) -> None:
        """Raise WorkersGone for a worker with other versions, whose plans could differ."""
        here, found = self.installed(), self._client.run(self.installed, on_error="return")
        for worker, there in found.items():
            if there != here:
                raise WorkersGone(f"the Dask worker {worker} has other software: {there}; here: {here}")
        self._known = set(found)

    def one_died(self) -> bool:
        return False  # Dask notices it, and fails the unanswered chunks

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None


class _Connected(Executor):
    """A client's executor that raises without a connection; Dask's own accepts jobs and never answers."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor: Executor = client.get_executor(pure=False, retries=2)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self._client.status != "running":
            raise ConnectionError(f"the client is {self._client.status}")
        return self._executor.submit(fn, *args, **kwargs)
