"""Workers that are processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess


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
