"""Ctrl-C during a search stops it at once, is never lost, and leaves no thread running."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from solver.cpsat.interruptible import interrupt_at_end, status_of


@pytest.fixture(autouse=True)
def _heard() -> Iterator[None]:
    """Set Python's default handler, because Ctrl-C may be ignored when the tests run."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class Endless:
    """A search that begins late, and ends when it is asked to stop after its begin."""

    def __init__(self, during: Callable[[], None] = lambda: None) -> None:
        self.during = during
        self.begun, self.stopped = threading.Event(), threading.Event()
        self.ended = False

    def solve(self, _model: Any) -> int:
        self.during()
        time.sleep(0.1)
        self.begun.set()
        assert self.stopped.wait(10)
        self.ended = True
        return 2

    def stop_search(self) -> None:
        if self.begun.is_set():
            self.stopped.set()

    def status_name(self, status: int) -> str:
        return f"status {status}"


def presses(count: int) -> Callable[[], None]:
    def press() -> None:
        for _ in range(count):
            signal.raise_signal(signal.SIGINT)
            time.sleep(0.001)

    return press


@pytest.mark.parametrize("count", [1, 50])
def test_presses_stop_a_search_that_has_not_begun_within_a_second(count: int) -> None:
    search, begun = Endless(presses(count)), time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        status_of(search, None)  # type: ignore[arg-type]  # the search looks at no model
    assert search.ended
    assert time.monotonic() - begun < 1
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_press_during_a_long_search_stops_it_within_a_second() -> None:
    search, pressed = Endless(), []

    def later() -> None:
        search.begun.wait()
        time.sleep(0.3)
        pressed.append(time.monotonic())
        signal.raise_signal(signal.SIGINT)

    thread = threading.Thread(target=later)
    thread.start()
    with pytest.raises(KeyboardInterrupt):
        status_of(search, None)  # type: ignore[arg-type]  # the search looks at no model
    assert time.monotonic() - pressed[0] < 1
    assert search.ended
    thread.join()


def test_a_press_in_the_last_moment_of_a_search_is_not_lost() -> None:
    class Short(Endless):
        def solve(self, _model: Any) -> int:
            signal.raise_signal(signal.SIGINT)
            return 4

    with pytest.raises(KeyboardInterrupt):
        status_of(Short(), None)  # type: ignore[arg-type]  # the search looks at no model


def test_ctrl_c_that_is_ignored_stays_ignored() -> None:
    class Short(Endless):
        def solve(self, _model: Any) -> int:
            signal.raise_signal(signal.SIGINT)
            return 4

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    assert status_of(Short(), None) == "status 4"  # type: ignore[arg-type]  # the search looks at no model
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_another_signal_does_not_stop_the_search() -> None:
    class Short(Endless):
        def solve(self, _model: Any) -> int:
            signal.raise_signal(signal.SIGTERM)
            time.sleep(0.1)
            return 4

        def stop_search(self) -> None:
            asked.append(True)

    asked: list[bool] = []
    handled: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _frame: handled.append(number))
    try:
        assert status_of(Short(), None) == "status 4"  # type: ignore[arg-type]  # the search looks at no model
    finally:
        signal.signal(signal.SIGTERM, before)
    assert handled == [signal.SIGTERM]
    assert not asked


def test_afterwards_the_socket_of_signals_and_the_threads_are_as_before() -> None:
    class Short(Endless):
        def solve(self, _model: Any) -> int:
            assert threading.active_count() == threads + 1
            return 4

    threads = threading.active_count()
    status_of(Short(), None)  # type: ignore[arg-type]  # the search looks at no model
    assert threading.active_count() == threads
    assert signal.set_wakeup_fd(-1) == -1


def test_an_error_of_the_search_is_raised() -> None:
    class Failing(Endless):
        def solve(self, _model: Any) -> int:
            raise MemoryError

    with pytest.raises(MemoryError):
        status_of(Failing(), None)  # type: ignore[arg-type]  # the search looks at no model


def test_a_press_is_raised_at_the_end() -> None:
    done = []

    def held() -> None:
        with interrupt_at_end():
            signal.raise_signal(signal.SIGINT)
            done.append("all of it")

    with pytest.raises(KeyboardInterrupt):
        held()
    assert done == ["all of it"]


def test_outside_the_main_thread_nothing_changes() -> None:
    found: list[object] = []

    def held() -> None:
        with interrupt_at_end():
            found.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=held)
    thread.start()
    thread.join()
    assert found == [signal.default_int_handler]
