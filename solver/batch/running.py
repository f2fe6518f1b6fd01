"""placeholder"""

from __future__ import annotations

import signal
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from contextlib import contextmanager
from types import FrameType
from typing import Final, Generic

from solver.batch.job import Answer, D, Done, Failed, Job, JobEnd, R, SetAside, Workers, WorkersGone

CHUNK_S: Final = 0.75
"""Work in a chunk, in seconds: sending one costs up to 4 ms on a cluster, and half a second is soon done again."""

LARGEST: Final = 32
"""Jobs in a chunk, at most."""

IN_FLIGHT: Final = 2
"""Chunks sent and not yet back, for each worker: the next one waits beside it."""

STRIKES: Final = 2
"""Deaths of its worker after which a job is set aside."""

DEATHS: Final = 8
"""Deaths in a row without one result after which the workers are at fault, not their jobs."""

BLINK_S: Final = 0.2
"""Longest wait before Ctrl-C is heard."""

PATIENCE: Final = 15
"""Blinks without any answer after which a dead worker is known to have left the executor waiting for ever."""


def run(jobs: Iterable[Job[D]], task: Callable[[D], R], workers: Workers) -> Generator[JobEnd[R], None, None]:
    """Every job's outcome, in the order in which they come. Jobs begin in their own order: longest first ends soonest.

    `task` and the data must pickle, and keys be unique. Closing the iterator gives up what is in flight. Raises
    WorkersGone where there is nobody to work; outcomes until then stand.
    """
    return _Batch(task, workers, deque(jobs)).outcomes()


class _Batch(Generic[D, R]):
    def __init__(self, task: Callable[[D], R], workers: Workers, waiting: deque[Job[D]]) -> None:
        self.task = task
        self.workers = workers
        self.waiting = waiting
        self.suspects: deque[Job[D]] = deque()
        self.flying: dict[Future[list[Answer[R]]], list[Job[D]]] = {}
        self.strikes: Counter[str] = Counter()
        self.deaths = 0
        """in a row, without a result between them"""
        self.blinks = 0
        """in a row, without an answer though a worker died"""
        self.pace = CHUNK_S
        """seconds that a job takes, lately"""

    def outcomes(self) -> Generator[JobEnd[R], None, None]:
        try:
            self.executor = self.workers.open()
            with _ctrl_c_at_rest() as heed:
                while self.waiting or self.suspects or self.flying:
                    self._send()
                    yield from self._back()
                    heed()
        finally:
            self.workers.close()

    def _send(self) -> None:
        """Keep every worker busy; a suspect flies alone."""
        try:
            if self.suspects:
                if not self.flying:
                    self._submit(self.suspects, 1)
                return
            while self.waiting and len(self.flying) < IN_FLIGHT * self.workers.count:
                self._submit(self.waiting, self._size())
        except _Refused:
            return

    def _size(self) -> int:
        """Jobs that make up a chunk, and few enough to leave something for every worker."""
        share = len(self.waiting) // (IN_FLIGHT * self.workers.count)
        return max(1, min(int(CHUNK_S / max(self.pace, CHUNK_S / LARGEST)), share))

    def _submit(self, queue: deque[Job[D]], size: int) -> None:
        chunk = [queue.popleft() for _ in range(size)]
        try:
            future = self.executor.submit(_chunk, self.task, [data for _, data in chunk])
        except Exception as error:  # the executor's own: the task has not begun
            queue.extendleft(reversed(chunk))
            if not self.flying:  # else those in flight will tell
                self._died(error)
            raise _Refused from error
        self.flying[future] = chunk

    def _back(self) -> Iterator[JobEnd[R]]:
        """What has come back since; after a death, all that went with it."""
        done = wait(self.flying, timeout=BLINK_S, return_when=FIRST_COMPLETED).done
        self.blinks = self.blinks + 1 if not done and self.workers.one_died() else 0
        if self.blinks >= PATIENCE:
            yield from self._given_up()
            return
        lost = yield from self._landed([one for one in self.flying if one in done])
        if isinstance(lost, BrokenExecutor | CancelledError):  # then so are the others, if they do not end just now
            wait(self.flying)
            yield from self._landed(list(self.flying))
        if lost is not None:
            self._died(lost)

    def _given_up(self) -> Iterator[JobEnd[R]]:
        """A worker that dies amid its answer leaves the executor waiting for the rest of it."""
        error = BrokenExecutor("a worker died amid its answer")
        flying, self.flying, self.blinks = self.flying, {}, 0
        for chunk in flying.values():
            yield from self._struck(chunk, error)
        self._died(error)

    def _landed(self, futures: Sequence[Future[list[Answer[R]]]]) -> Generator[JobEnd[R], None, BaseException | None]:
        """The outcomes of chunks that are over; returns what the last one that was lost was lost by."""
        lost: BaseException | None = None
        for future in futures:
            chunk = self.flying.pop(future)
            if future.cancelled():  # the connection went, no worker: nobody becomes a suspect
                lost = CancelledError("given up by the executor")
                queue = self.suspects if self.strikes[chunk[0][0]] else self.waiting
                queue.extendleft(reversed(chunk))
            elif (error := future.exception()) is None:
                self.deaths = 0
                yield from self._answered(chunk, future.result())
            else:
                lost = error
                yield from self._struck(chunk, error)
        return lost

    def _died(self, error: BaseException) -> None:
        """Begin anew where the executor is broken, if that promises anything."""
        self.deaths += 1
        if self.deaths >= DEATHS:
            said = f"{type(error).__name__}: {error}"
            raise WorkersGone(f"workers died {self.deaths} times in a row before one had done anything ({said})")
        if not self.flying:
            self.workers.close()
            self.executor = self.workers.open()

    def _answered(self, chunk: Sequence[Job[D]], answers: Sequence[Answer[R]]) -> Iterator[JobEnd[R]]:
        for (key, _), (result, wrong, seconds) in zip(chunk, answers, strict=True):
            self.pace = (self.pace + seconds) / 2
            yield Failed(key, wrong) if wrong else Done(key, result, seconds)  # type: ignore[arg-type]  # none is wrong

    def _struck(self, chunk: Sequence[Job[D]], error: BaseException) -> Iterator[SetAside]:
        for job in chunk:
            self.strikes[job[0]] += 1
            if self.strikes[job[0]] >= STRIKES:
                yield SetAside(job[0], f"{type(error).__name__}: {error}")
            else:
                self.suspects.append(job)


@contextmanager
def _ctrl_c_at_rest() -> Iterator[Callable[[], None]]:
    """Ctrl-C is heard when it is asked for, within a blink; a second one at once.

    Raised at any moment, it might be in the midst of taking one of the executor's locks, and leave it locked for ever.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: None
        return
    pressed, before = False, signal.getsignal(signal.SIGINT)

    def press(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed and callable(before):
            before(number, frame)
        pressed = True

    def heed() -> None:
        if pressed:
            raise KeyboardInterrupt

    if callable(before):  # else it is ignored, or not Python's business
        signal.signal(signal.SIGINT, press)
    try:
        yield heed
    finally:
        if callable(before):
            signal.signal(signal.SIGINT, before)


class _Refused(Exception):
    """The executor takes no more."""


def _chunk(task: Callable[[D], R], chunk: Sequence[D]) -> list[Answer[R]]:
    """In the worker: each job by itself, so that what one raises costs no other."""
    answers: list[Answer[R]] = []
    for data in chunk:
        begun = time.perf_counter()
        try:
            result, wrong = task(data), ""
        except Exception as error:  # noqa: BLE001  # whatever it is, it is this job's
            result, wrong = None, f"{type(error).__name__}: {error}"
        answers.append((result, wrong, time.perf_counter() - begun))
    return answers
