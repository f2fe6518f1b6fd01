"""Sends jobs to workers in chunks, and retries jobs that were lost when a worker process died.

A dead worker breaks its executor, and it is unknown which of the jobs sent had caused it. So a death is counted for
each of them, and each is retried with no other job running; a job with two deaths is set aside.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from typing import Final, Generic

from solver.batch.interrupts import delayed_interrupts
from solver.batch.job import Answer, D, Done, Failed, Job, JobEnd, R, SetAside, Workers, WorkersGone

CHUNK_S: Final = 0.75
"""Intended duration of a chunk: long against the 4 ms that sending costs on a cluster, short enough to repeat."""

LARGEST: Final = 32
"""Most jobs in a chunk."""

CHUNKS_A_WORKER: Final = 2
"""Unanswered chunks for each worker: one that it works on, and one that is queued."""

MAX_DEATHS: Final = 2
"""A job is set aside after so many deaths of its worker."""

MAX_FAILURES: Final = 8
"""After so many failures without a result between them, the workers are considered broken, not their jobs."""

POLL_S: Final = 0.2
"""Longest wait, in seconds, before an interrupt is noticed."""

MAX_SILENT_POLLS: Final = 15
"""After a worker died, no answer is expected after so many polls without one: see `_receive`."""


def run(jobs: Iterable[Job[D]], task: Callable[[D], R], workers: Workers) -> Generator[JobEnd[R], None, None]:
    """Yield how each job ended, in the order in which they end; they begin in the order given.

    `task` and the data must be picklable and keys unique. Closing the iterator stops the workers and drops all
    unanswered jobs. Raises WorkersGone if there are no usable workers; what was yielded before is valid.
    """
    return _Batch(task, workers, deque(jobs)).ends()


class _Batch(Generic[D, R]):
    def __init__(self, task: Callable[[D], R], workers: Workers, pending: deque[Job[D]]) -> None:
        self.task = task
        self.workers = workers
        self.pending = pending
        self.retries: deque[Job[D]] = deque()
        """jobs that were unanswered when a worker died"""
        self.unanswered: dict[Future[list[Answer[R]]], list[Job[D]]] = {}
        self.deaths: Counter[str] = Counter()
        """of the worker that had a job, by the job's key"""
        self.failures = 0
        self.silent_polls = 0
        self.broken: BaseException | None = None
        """why the executor accepts no more chunks; it is replaced once no chunk is unanswered"""
        self.pace = CHUNK_S
        """recent seconds for each job"""

    def ends(self) -> Generator[JobEnd[R], None, None]:
        try:
            self.executor = self.workers.open()
            with delayed_interrupts() as raise_if_interrupted:
                while self.pending or self.retries or self.unanswered:
                    self._send()
                    yield from self._receive()
                    raise_if_interrupted()
        finally:
            self.workers.close()

    def _send(self) -> None:
        """Keep every worker busy; a retry is sent alone, and nothing beside it until it has ended."""
        retrying = any(self.deaths[key] for chunk in self.unanswered.values() for key, _ in chunk)
        most = 1 if self.retries or retrying else CHUNKS_A_WORKER * self.workers.count
        queue = self.retries or self.pending
        while queue and len(self.unanswered) < most and self.broken is None:
            chunk = [queue.popleft() for _ in range(1 if self.retries else self._size())]
            try:
                future = self.executor.submit(_do_chunk, self.task, [data for _, data in chunk])
            except Exception as error:  # noqa: BLE001  # raised by the executor: the task has not begun
                queue.extendleft(reversed(chunk))
                self.broken = error
            else:
                self.unanswered[future] = chunk

    def _size(self) -> int:
        """Jobs that take about CHUNK_S together, but few enough that every worker gets some."""
        share = len(self.pending) // (CHUNKS_A_WORKER * self.workers.count)
        return max(1, min(int(CHUNK_S / max(self.pace, CHUNK_S / LARGEST)), share))

    def _receive(self) -> Iterator[JobEnd[R]]:
        """Wait for an answer and yield what has ended; replace a broken executor.

        If a worker dies while it writes its answer, the executor waits for the rest of it without end. So if a worker
        is known to be dead and no answer arrives for some polls, the unanswered chunks are considered lost.
        """
        done = wait(self.unanswered, timeout=POLL_S, return_when=FIRST_COMPLETED).done
        self.silent_polls = self.silent_polls + 1 if not done and self.workers.one_died() else 0
        for future in [one for one in self.unanswered if one in done]:
            yield from self._take(self.unanswered.pop(future), future)
        if self.silent_polls >= MAX_SILENT_POLLS:
            self.broken = BrokenExecutor("a worker died during its answer")
            for future in list(self.unanswered):
                yield from self._retry(self.unanswered.pop(future), self.broken)
        if self.broken is not None and not self.unanswered:
            self._count_failure(self.broken)
            self.broken, self.silent_polls = None, 0
            self.workers.close()
            self.executor = self.workers.open()

    def _take(self, chunk: Sequence[Job[D]], future: Future[list[Answer[R]]]) -> Iterator[JobEnd[R]]:
        """Yield how the jobs of an answered chunk ended; queue those of a lost chunk again."""
        if future.cancelled():  # the connection was lost and no worker died: no job caused it
            self.broken = CancelledError("given up by the executor")
            queue = self.retries if self.deaths[chunk[0][0]] else self.pending
            queue.extendleft(reversed(chunk))
        elif (error := future.exception()) is None:
            self.failures = 0
            for (key, _), (result, wrong, seconds) in zip(chunk, future.result(), strict=True):
                self.pace = (self.pace + seconds) / 2
                yield Failed(key, wrong) if wrong else Done(key, result, seconds)  # type: ignore[arg-type]  # none is wrong
        else:
            yield from self._retry(chunk, error)
            if isinstance(error, BrokenExecutor | CancelledError):
                self.broken = error  # the other unanswered chunks are lost as well, or were just answered
            else:
                self._count_failure(error)

    def _retry(self, chunk: Sequence[Job[D]], error: BaseException) -> Iterator[SetAside]:
        """Count a death for each job of a lost chunk, and yield the jobs that already had one."""
        for job in chunk:
            self.deaths[job[0]] += 1
            if self.deaths[job[0]] >= MAX_DEATHS:
                yield SetAside(job[0], f"{type(error).__name__}: {error}")
            else:
                self.retries.append(job)

    def _count_failure(self, error: BaseException) -> None:
        self.failures += 1
        if self.failures >= MAX_FAILURES:
            said = f"{type(error).__name__}: {error}"
            raise WorkersGone(f"workers died {self.failures} times in a row before one had done anything ({said})")


def _do_chunk(task: Callable[[D], R], chunk: Sequence[D]) -> list[Answer[R]]:
    """Run in the worker: do each job separately, so that an exception affects only its own job."""
    answers: list[Answer[R]] = []
    for data in chunk:
        begun = time.perf_counter()
        try:
            result, wrong = task(data), ""
        except Exception as error:  # noqa: BLE001  # any exception is the result of this job
            result, wrong = None, f"{type(error).__name__}: {error}"
        answers.append((result, wrong, time.perf_counter() - begun))
    return answers
