"""Who does the jobs of a batch: processes of this machine, or a Dask cluster. Neither knows what the jobs are."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from solver.batch import Workers, WorkersGone

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

LOCAL: Final = "local"
DASK: Final = "dask://"
CONNECT_S: Final = 10
"""Seconds to wait for a scheduler, and for a first worker."""
RECOUNT_S: Final = 2
"""Seconds after which a cluster's workers are counted again: they come and go."""


class Local:
    """Processes of this machine, each with one job at a time."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._executor: ProcessPoolExecutor | None = None
        self._processes: set[BaseProcess] = set()

    def open(self) -> Executor:
        """Workers are spawned, on every system alike: a fork would copy whatever threads and locks there are."""
        others = set(multiprocessing.active_children())
        spawn = multiprocessing.get_context("spawn")
        self._executor = ProcessPoolExecutor(self.count, mp_context=spawn, initializer=_begin_work)
        with _deaf():
            for _ in range(self.count):
                self._executor.submit(os.getpid)  # starts one, as long as none is idle
        self._processes = set(multiprocessing.active_children()) - others
        return self._executor

    def one_died(self) -> bool:
        return any(process.exitcode is not None for process in self._processes)

    def close(self) -> None:
        if self._executor is None:
            return
        for process in self._processes:
            process.terminate()
        # One that ends amid an answer leaves the executor's thread waiting for the rest of it as long as anybody might
        # still write it: this process is the last one who could.
        with suppress(AttributeError):
            self._executor._result_queue._writer.close()  # type: ignore[attr-defined]  # noqa: SLF001
        self._executor.shutdown(cancel_futures=True)
        self._executor = None


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes that are started meanwhile do not hear Ctrl-C: the one who started them does, and ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin_work() -> None:
    """In a new worker: deaf to Ctrl-C, and gone when whoever started it is gone, even if that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if (parent := multiprocessing.parent_process()) is not None:
        threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


class Cluster:
    """The workers of a Dask scheduler that is already there."""

    def __init__(self, address: str, installed: Callable[[], object]) -> None:
        """`installed` tells what the jobs depend on; every worker must say the same of itself as this process."""
        self.address = address.replace(DASK, "tcp://", 1)
        self.installed = installed
        self._client: Any = None
        self._count = (0.0, 1)
        """when the workers were counted, and how many threads they had"""
        self._known: set[str] = set()
        """workers whose software is this one's"""

    @property
    def count(self) -> int:
        counted, count = self._count
        if time.monotonic() - counted > RECOUNT_S:
            with suppress(OSError, AttributeError):  # without a connection; the jobs in flight will tell
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
        # It logs lost connections with tracebacks; here they are answers of their own.
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
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
        """Another release of anything that matters would make other plans."""
        here, found = self.installed(), self._client.run(self.installed, on_error="return")
        for worker, there in found.items():
            if there != here:
                raise WorkersGone(f"the Dask worker {worker} has other software: {there}; here: {here}")
        self._known = set(found)

    def one_died(self) -> bool:
        return False  # Dask itself sees to that

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None


class _Connected(Executor):
    """A client's executor that refuses without a connection; Dask's own would take jobs and never answer."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor: Executor = client.get_executor(pure=False, retries=2)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self._client.status != "running":
            raise ConnectionError(f"the client is {self._client.status}")
        return self._executor.submit(fn, *args, **kwargs)


def workers_named(engine: str, processes: int, installed: Callable[[], object]) -> Workers:
    """`local`, or the address of a Dask scheduler: `dask://host:port`. Raises ValueError for any other name."""
    if engine == LOCAL:
        return Local(processes)
    if engine.startswith(DASK):
        return Cluster(engine, installed)
    raise ValueError(engine)
