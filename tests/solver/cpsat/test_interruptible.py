"""A search runs beside the main thread: its result, its exception or an interrupt arrive there."""

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from solver.cpsat.interruptible import status_of

PATIENCE_S = 20


class Searching:
    """A solver that searches until it is told to stop; like CP-SAT it does not notice the first requests."""

    def __init__(self) -> None:
        self.thread: threading.Thread | None = None
        self.requests = 0
        self.stopped = threading.Event()

    def solve(self, model: Any) -> Any:
        self.thread = threading.current_thread()
        assert self.stopped.wait(PATIENCE_S)
        return model

    def stop_search(self) -> None:
        self.requests += 1
        if self.requests == 3:
            self.stopped.set()

    def status_name(self, status: Any) -> str:
        return f"status {status}"


class Ended(Searching):
    def __init__(self) -> None:
        super().__init__()
        self.stopped.set()


class Failing(Ended):
    def solve(self, model: Any) -> Any:
        raise LookupError(model)


@pytest.fixture(autouse=True)
def default_handler() -> Iterator[None]:
    """Whoever runs the tests in the background ignores Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def status(solver: Searching) -> str:
    return status_of(solver, 7)  # type: ignore[arg-type]


def test_the_status_comes_back_and_the_thread_has_ended() -> None:
    solver = Ended()
    assert status(solver) == "status 7"
    assert solver.thread not in {None, threading.main_thread()}
    assert not (solver.thread and solver.thread.is_alive())


def test_outside_the_main_thread_no_other_is_started() -> None:
    solver = Ended()
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(status, solver).result() == "status 7"
        assert solver.thread in pool._threads


def test_an_exception_of_the_search_is_raised() -> None:
    with pytest.raises(LookupError, match="7"):
        status(Failing())


def test_an_interrupt_stops_the_search_and_is_raised_after_its_end() -> None:
    solver = Searching()
    timer = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        status(solver)
    assert solver.requests >= 3
    assert solver.thread
    solver.thread.join(PATIENCE_S)
    assert not solver.thread.is_alive()
