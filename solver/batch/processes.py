"""Workers that are local processes."""

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
    """Local processes, each with one job at a time."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._executor: ProcessPoolExecutor | None = None
        self._processes: set[BaseProcess] = set()

    def open(self) -> Executor:
        """Start all workers at once. They are spawned, because a fork would copy threads and locks."""
        others = set(multiprocessing.active_children())
        spawn = multiprocessing.get_context("spawn")
        self._executor = ProcessPoolExecutor(self.count, mp_context=spawn, initializer=_prepare_worker)
        with _ignored_interrupts():
            for _ in range(self.count):
                self._executor.submit(os.getpid)  # starts a process unless one is idle
        self._processes = set(multiprocessing.active_children()) - others
        return self._executor

    def one_died(self) -> bool:
        return any(process.exitcode is not None for process in self._processes)

    def close(self) -> None:
        if self._executor is None:
            return
        for process in self._processes:
            process.terminate()
        # If a worker died while it wrote an answer, the executor's thread waits for the rest of it as long as any
        # process has the pipe open for writing; the workers have ended, so only this process still has it open.
        with suppress(AttributeError):
            self._executor._result_queue._writer.close()  # type: ignore[attr-defined]  # noqa: SLF001
        self._executor.shutdown(cancel_futures=True)
        self._executor = None


@contextmanager
def _ignored_interrupts() -> Iterator[None]:
    """Processes that are started in this block ignore Ctrl-C from the start; this process ends them instead."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _prepare_worker() -> None:
    """Run in a new worker: ignore Ctrl-C, and exit when the parent process has ended, even if it was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if (parent := multiprocessing.parent_process()) is not None:
        threading.Thread(target=_exit_after, args=(parent,), daemon=True).start()


def _exit_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
